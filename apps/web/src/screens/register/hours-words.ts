import { useLocale, useWords } from '../../words/words';
import type { OfficeHours } from '../../api/contract';
import { dayMonthYear, noonOf, weekdayName } from '../../clock/dates';

type Day = OfficeHours['days'][number];

const sameDay = (a: Day, b: Day): boolean =>
  a.opensAt === b.opensAt &&
  a.closesAt === b.closesAt &&
  a.breakStart === b.breakStart &&
  a.breakEnd === b.breakEnd;

/** Neighbouring weekdays with the same hours, drawn together. */
export function runsOf(days: readonly Day[]): { from: number; to: number; day: Day }[] {
  const runs: { from: number; to: number; day: Day }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && sameDay(last.day, day)) last.to = day.weekday;
    else runs.push({ from: day.weekday, to: day.weekday, day });
  }
  return runs;
}

/** How office hours are spoken of: their days, their validity, where they hold. */
export function useHoursWords() {
  const t = useWords();
  const locale = useLocale();
  const clock = (time: string | null) => (locale === 'id' ? (time ?? '').replace(':', '.') : (time ?? ''));
  const date = (day: string) => dayMonthYear(noonOf(day), locale);
  return {
    days: ({ from, to }: { from: number; to: number }) =>
      from === to
        ? weekdayName(from, locale)
        : t('hours.days', { from: weekdayName(from, locale), to: weekdayName(to, locale) }),
    times: (day: Day) =>
      day.opensAt === null
        ? t('hours.shut')
        : t('hours.times', { from: clock(day.opensAt), to: clock(day.closesAt) }),
    pause: (day: Day) =>
      day.breakStart ? t('hours.break', { from: clock(day.breakStart), to: clock(day.breakEnd) }) : '',
    span: ({ validFrom, validTo }: Pick<OfficeHours, 'validFrom' | 'validTo'>) =>
      validTo
        ? t('hours.span', { from: date(validFrom), to: date(validTo) })
        : t('hours.since', { from: date(validFrom) }),
    place: ({ regionCode, regionName }: OfficeHours) => regionName ?? regionCode ?? t('hours.everywhere'),
  };
}
