import type { Alarm } from '../../api/contract';
import { cityDay, exactMoment } from '../../clock/dates';
import { Go } from '../../elements/go';
import { useLocale, useWords } from '../../words/words';
import { trailHref } from '../audit/trail-filter';

/** What was out of the ordinary, in sentences, and the way to that person's trail of the day. */
export function UnusualReading({ reading, name }: { reading: NonNullable<Alarm['reading']>; name: string }) {
  const t = useWords();
  const locale = useLocale();
  const { accountId, sentences, from, to } = reading;
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="small">
        {t('alarm.between', { from: exactMoment(from, locale), to: exactMoment(to, locale) })}
      </p>
      <p>
        <Go className="link" to={trailHref({ person: accountId, from: cityDay(from), to: cityDay(to) })}>
          {t('alarm.trail', { name })}
        </Go>
      </p>
    </>
  );
}
