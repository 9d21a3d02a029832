import { useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { Referral } from '../../api/contract';
import { IconLock } from '../../elements/icons';

/** All that an agency which is asked among several learns before it accepts: enough to say yes, too little to know whom. */
export function BareQuestion({ question }: { question: NonNullable<Referral['question']> }) {
  const t = useWords();
  const label = useCodeLabel();
  return (
    <section className="bare-question">
      <h3>{t('bare.title')}</h3>
      <p>{t('bare.lead')}</p>
      <dl>
        <div>
          <dt>{t('bare.age')}</dt>
          <dd>
            {question.ageBands.length > 0
              ? question.ageBands.map((band) => label('KELOMPOK_UMUR', band)).join(', ')
              : t('bare.unknown')}
          </dd>
        </div>
        <div>
          <dt>{t('bare.area')}</dt>
          <dd>{question.area ?? t('bare.unknown')}</dd>
        </div>
      </dl>
      <p className="soft small">
        <IconLock size={15} aria-hidden="true" /> {t('bare.locked')}
      </p>
    </section>
  );
}
