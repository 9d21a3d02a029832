import { useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Referral } from '../../api/contract';
import { Button } from '../../elements/button';
import { handOver } from '../../elements/hand-over';
import { Go } from '../../elements/go';
import { IconFileText } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';

const CLOSED = ['draft', 'cancelled'];

/** The letter for an agency that answers on paper: fetched on demand and handed over as a file, never kept. */
export function LetterButton({ referral }: { referral: Referral }) {
  const t = useWords();
  const letter = useAttempt(
    async () =>
      answer<Blob>(
        api.GET('/api/referrals/{id}/letter', {
          params: { path: { id: referral.id } },
          parseAs: 'blob',
        }) as never,
      ),
    { done: (pdf) => handOver(pdf, `${referral.number}.pdf`) },
  );
  if (!referral.caseId || !referral.number || CLOSED.includes(referral.status)) return null;
  return (
    <div>
      <Button
        busy={letter.busy}
        icon={<IconFileText size={15} aria-hidden="true" />}
        onClick={() => void letter.run({})}
      >
        {t('pane.letter')}
      </Button>
      {referral.letterNumber && (
        <p className="small num">{t('pane.letterNumber', { number: referral.letterNumber })}</p>
      )}
      <p className="soft small">{t('pane.letterMore')}</p>
      <p className="small">
        <Go to="/balasan">{t('slip.title')}</Go>
      </p>
      {letter.problem && <RefusalNote problem={letter.problem} focus />}
    </div>
  );
}
