import type { Work } from '#database';
import type { City } from './calendars.js';
import { gapsOf, type CalendarGap } from './rules/calendar-watch.js';
import { dateIn, holdsIn, yearsLoaded, type Holiday } from './rules/work-calendar.js';

export type { CalendarGap };

/** Which lists the city's calendar should have by now and has not. */
export async function missingOf(work: Work, city: City): Promise<CalendarGap[]> {
  const holidays = await work.query<Holiday>(
    `select date::text, kind from simpul.holiday where removed_at is null and kind = 'NATIONAL'`,
  );
  const ramadans = await work.query<{ from: string; regionCode: string | null }>(
    `select distinct valid_from::text as "from", region_code as "regionCode" from simpul.office_hours
      where removed_at is null and season = 'RAMADAN'`,
  );
  return gapsOf(dateIn(city.zone, work.at), {
    holidays: yearsLoaded(holidays),
    ramadanHours: new Set(
      ramadans
        .filter(({ regionCode }) => holdsIn(regionCode, city.regionCode))
        .map(({ from }) => Number(from.slice(0, 4))),
    ),
  });
}
