import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { effectOfCalendar, type CalendarEffect } from './calendar-effect.queries.js';
import { CITY, type CalendarFacts, type City } from './calendars.js';
import { CALENDAR_CHANGED } from './holidays.service.js';
import { asFieldError, linesOf, regionsOf } from './list-file.js';
import { missingOf, type CalendarGap } from './calendar-gaps.queries.js';
import {
  hoursOfPeriod,
  periodState,
  readHoursLines,
  takingBack,
  type PeriodState,
} from './rules/hours-import.js';
import type { CellFault } from './rules/list-cells.js';
import { dateIn, type HoursPeriod } from './rules/work-calendar.js';

/** A period as it stands in the table, also one that was taken back. */
export type StoredHours = HoursPeriod & {
  readonly id: string;
  readonly regionName: string | null;
  readonly state: PeriodState | 'REMOVED';
  readonly removalReason: string | null;
  /** It can be taken back, or ended, by whoever keeps the calendar. */
  readonly mayBeTakenBack: boolean;
};

/** What an import of hours would do, or did. */
export interface HoursImport {
  readonly committed: boolean;
  readonly added: readonly HoursPeriod[];
  readonly alreadyKnown: readonly HoursPeriod[];
  readonly faults: readonly CellFault[];
  readonly effect: readonly CalendarEffect[];
}

type Row = Omit<StoredHours, 'state' | 'mayBeTakenBack'> & { readonly removed: boolean };

/** Office hours: a season's week, for the country, a province or a city, from a day to a day. Nothing is edited in place. */
@Injectable()
export class OfficeHoursKeeping {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Every period that was ever declared, the latest first, with where it stands today. */
  async list(actor: Actor): Promise<StoredHours[]> {
    return this.unitOfWork.look(actor, async (work) => {
      const rows = await stored(work);
      const holding = rows.filter(({ removed }) => !removed);
      const today = this.today(work);
      return rows.map(({ removed, ...row }) => ({
        ...row,
        state: removed ? 'REMOVED' : periodState(row, holding, today),
        mayBeTakenBack: !removed && typeof takingBack(row, holding, today) === 'string',
      }));
    });
  }

  /** Lists that should be here by now and are not. */
  async gaps(actor: Actor): Promise<CalendarGap[]> {
    return this.unitOfWork.look(actor, (work) => missingOf(work, this.city));
  }

  /**
   * A list as CSV. Without `commit` it says what would be added, which cell is wrong, and what the new hours make of open
   * working-day deadlines; with it, all or nothing, and the worker counts anew. Refusal 422 with each fault by line and
   * column (`rules/hours-import.ts`).
   */
  async import(actor: Actor, csv: string, commit: boolean): Promise<HoursImport> {
    return this.unitOfWork.run(actor, { name: 'calendar.edit' }, async (work) => {
      const known = (await stored(work)).filter(({ removed }) => !removed);
      const { periods, alreadyKnown, faults } = readHoursLines(
        linesOf(csv),
        this.today(work),
        await regionsOf(work),
        known,
      );
      if (commit && faults.length > 0) throw new Invalid(faults.map(asFieldError));
      const effect = commit
        ? []
        : await effectOfCalendar(work, this.city, ({ holidays, hours }) => ({
            holidays,
            hours: [...hours, ...periods.flatMap(hoursOfPeriod)],
          }));
      if (commit && periods.length > 0) {
        for (const period of periods) await insert(work, period);
        await this.outbox.announce(work, CALENDAR_CHANGED, {});
      }
      await this.ledger.append(work, {
        act: commit ? 'calendar.hoursImported' : 'calendar.hoursTried',
        facts: { added: periods.length, alreadyKnown: alreadyKnown.length, faults: faults.length },
      });
      return { committed: commit, added: periods, alreadyKnown, faults, effect };
    });
  }

  /** What taking a period back would make of open working-day deadlines. Refusals as `remove`. */
  async removalEffect(actor: Actor, id: string): Promise<CalendarEffect[]> {
    const act = { name: 'calendar.edit', object: { kind: 'office_hours', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const { period, remainder } = await this.takeable(work, id);
      const effect = await effectOfCalendar(work, this.city, without(period, remainder));
      await this.ledger.append(work, {
        act: 'calendar.effectRead',
        object: act.object,
        facts: { open: effect.length, changed: effect.filter(({ outcome }) => outcome !== 'SAME').length },
      });
      return effect;
    });
  }

  /**
   * Takes a period back: one that is still to come as a whole, one that is in force from tomorrow on, so that what was
   * counted by it until today stays. The row keeps its reason. Refusals: `hours.hasPassed`; `hours.ordinaryStays`: the
   * country's ordinary hours in force are followed by others, never taken away.
   */
  async remove(actor: Actor, id: string, reason: string): Promise<void> {
    const act = { name: 'calendar.edit', object: { kind: 'office_hours', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const { period, remainder } = await this.takeable(work, id);
      const [removed] = await work.query(
        `update simpul.office_hours set removed_at = $2, removed_by = $3, removal_reason = $4
          where period_id = $1 and removed_at is null returning id`,
        [id, work.at, actor.accountId, reason],
      );
      if (!removed) throw new NotFound();
      if (remainder) await insert(work, remainder);
      await this.ledger.append(work, {
        act: 'calendar.hoursRemoved',
        object: act.object,
        facts: { season: period.season, from: period.validFrom, until: remainder?.validTo ?? null },
        detail: reason,
      });
      await this.outbox.announce(work, CALENDAR_CHANGED, { periodId: id });
    });
  }

  private today(work: Work): string {
    return dateIn(this.city.zone, work.at);
  }

  /** The period, and what is left of it when it is taken back now. */
  private async takeable(
    work: Work,
    id: string,
  ): Promise<{ period: HoursPeriod; remainder: HoursPeriod | null }> {
    const holding = (await stored(work)).filter(({ removed }) => !removed);
    const period = holding.find((one) => one.id === id);
    if (!period) throw new NotFound();
    const today = this.today(work);
    const how = takingBack(period, holding, today);
    if (typeof how === 'object') throw new Refused(how.refused);
    return { period, remainder: how === 'whole' ? null : { ...period, validTo: today } };
  }
}

/** The calendar without a period, and with what is left of it. */
function without(period: HoursPeriod, remainder: HoursPeriod | null) {
  return ({ holidays, hours }: CalendarFacts): CalendarFacts => ({
    holidays,
    hours: [
      ...hours.filter(
        (row) =>
          row.season !== period.season ||
          (row.regionCode ?? null) !== period.regionCode ||
          row.validFrom !== period.validFrom,
      ),
      ...(remainder ? hoursOfPeriod(remainder) : []),
    ],
  });
}

async function stored(work: Work): Promise<Row[]> {
  return work.query<Row>(
    `select h.period_id as id, h.season, h.region_code as "regionCode", r.name as "regionName",
            h.valid_from::text as "validFrom", h.valid_to::text as "validTo", h.basis,
            h.removed_at is not null as removed, h.removal_reason as "removalReason",
            json_agg(json_build_object('weekday', h.weekday, 'opensAt', h.opens_at, 'breakStart', h.break_start,
                                       'breakEnd', h.break_end, 'closesAt', h.closes_at) order by h.weekday) as days
       from simpul.office_hours h left join simpul.region r on r.code = h.region_code
      group by h.period_id, h.season, h.region_code, r.name, h.valid_from, h.valid_to, h.basis, h.removed_at, h.removal_reason
      order by h.valid_from desc, h.season, h.region_code nulls first, h.removed_at nulls first`,
  );
}

async function insert(work: Work, period: HoursPeriod): Promise<void> {
  await work.query(
    `insert into simpul.office_hours (period_id, season, region_code, weekday, opens_at, break_start, break_end, closes_at,
                                      valid_from, valid_to, basis)
     select $1, $2, $3, d.weekday, d.opens, d.pause, d.resume, d.closes, $4, $5, $6
       from unnest($7::int[], $8::text[], $9::text[], $10::text[], $11::text[]) as d (weekday, opens, pause, resume, closes)`,
    [
      randomUUID(),
      period.season,
      period.regionCode,
      period.validFrom,
      period.validTo,
      period.basis,
      period.days.map(({ weekday }) => weekday),
      period.days.map(({ opensAt }) => opensAt),
      period.days.map(({ breakStart }) => breakStart),
      period.days.map(({ breakEnd }) => breakEnd),
      period.days.map(({ closesAt }) => closesAt),
    ],
  );
}
