import { cityDay, clockTime, dayAndTime, weekdayDay } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import type { Checkpoint } from '../../api/contract';
import { Go } from '../../elements/go';
import { Status } from '../../elements/status';
import { useLocale, useWords } from '../../words/words';
import { useCheckpoint } from './use-checkpoint';

/** What guards the ledger from outside: the witnesses, and the sheet of the day. */
export function Guards() {
  const { data } = useCheckpoint();
  if (!data) return null;
  return (
    <div className="guards">
      <Witnesses witnesses={data.witnesses} witnessed={data.witnessed} />
      <DailySheet printed={data.printed} />
    </div>
  );
}

function Witnesses({ witnesses, witnessed }: Pick<Checkpoint, 'witnesses' | 'witnessed'>) {
  const t = useWords();
  const locale = useLocale();
  return (
    <section aria-labelledby="witnesses">
      <h2 id="witnesses">{t('guards.witnesses')}</h2>
      {witnesses.length === 0 && <p>{t('guards.none')}</p>}
      <ul>
        {witnesses.map(({ name, words, signedAt, trouble, advice }) => (
          <li key={name}>
            <Status tone={trouble ? 'late' : signedAt ? 'done' : 'wait'}>
              {t(trouble ? 'guards.troubled' : signedAt ? 'guards.awake' : 'guards.waiting')}
            </Status>{' '}
            {words} {signedAt && t('guards.signed', { time: dayAndTime(signedAt, locale) })}
            {advice && <p className="advice">{advice}</p>}
          </li>
        ))}
      </ul>
      {witnesses.length > 0 && !witnessed && <p className="advice">{t('guards.notEnough')}</p>}
    </section>
  );
}

function DailySheet({ printed }: Pick<Checkpoint, 'printed'>) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const isToday = printed && cityDay(printed.at) === cityDay(now);
  const name = printed?.byName ?? t('audit.thisPerson');
  return (
    <section aria-labelledby="daily-sheet">
      <h2 id="daily-sheet">{t('guards.paper')}</h2>
      <p>
        {!printed
          ? t('guards.paperNever')
          : isToday
            ? t('guards.paperToday', { time: clockTime(printed.at, locale), name })
            : t('guards.paperOld', { day: weekdayDay(printed.at, locale), name })}
      </p>
      <Go className={isToday ? 'btn' : 'btn pri'} to="/audit/lembar">
        {t('guards.print')}
      </Go>
    </section>
  );
}
