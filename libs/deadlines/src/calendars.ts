import type { Work } from '#database';
import { zoneIn, type Place } from '#regions';
import { workCalendar, type Holiday, type OfficeHours, type WorkCalendar } from './rules/work-calendar.js';

/** Injection token: the city that the programs serve. */
export const CITY = Symbol('city');

/** Where the city lies: its IANA zone, and its Kemendagri code, by which holidays are the city's or not. */
export type City = Place;

/** What is known of the calendar: every holiday and every hour that holds, wherever it holds. */
export interface CalendarFacts {
  readonly holidays: readonly Holiday[];
  readonly hours: readonly OfficeHours[];
}

/**
 * Calendars of one unit of work. Days are days, and an office is open, where the one sits who owes the act: an agency
 * of another region counts by its own zone, holidays and hours; whoever has no region of their own by the city's.
 */
export class Calendars {
  private readonly built = new Map<string, WorkCalendar>();

  constructor(
    private readonly facts: CalendarFacts,
    private readonly city: City,
    private readonly elsewhere: ReadonlyMap<string, string>,
  ) {}

  /** The calendar by which an agency counts; null is the city itself. */
  of(agencyId: string | null): WorkCalendar {
    const regionCode = (agencyId && this.elsewhere.get(agencyId)) || this.city.regionCode;
    const known = this.built.get(regionCode);
    if (known) return known;
    const calendar = workCalendar({ ...this.facts, zone: zoneIn(regionCode, this.city), regionCode });
    this.built.set(regionCode, calendar);
    return calendar;
  }

  get ofTheCity(): WorkCalendar {
    return this.of(null);
  }
}

/** Holidays and office hours as working-day arithmetic needs them; with `change` as they would be after it. */
export async function calendarsOf(
  work: Work,
  city: City,
  change: (facts: CalendarFacts) => CalendarFacts = (facts) => facts,
): Promise<Calendars> {
  const holidays = await work.query<Holiday>(
    `select date::text, kind, name, region_code as "regionCode" from simpul.holiday
      where removed_at is null order by date, kind`,
  );
  const hours = await work.query<OfficeHours>(
    `select season, region_code as "regionCode", weekday, opens_at as "opensAt", closes_at as "closesAt",
            valid_from::text as "validFrom", valid_to::text as "validTo" from simpul.office_hours
      where removed_at is null`,
  );
  const agencies = await work.query<{ id: string; regionCode: string }>(
    'select id, region_code as "regionCode" from simpul.agency where region_code is not null and region_code <> $1',
    [city.regionCode],
  );
  return new Calendars(
    change({ holidays, hours }),
    city,
    new Map(agencies.map(({ id, regionCode }) => [id, regionCode])),
  );
}
