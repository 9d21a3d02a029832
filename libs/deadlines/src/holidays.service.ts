import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { CITY, type City } from './calendars.js';
import { effectOfCalendar, type CalendarEffect } from './calendar-effect.queries.js';
import { asFieldError, linesOf, regionsOf } from './list-file.js';
import { missingYear } from './rules/calendar-watch.js';
import { entryFaults, holidayKey, readHolidayLines, type HolidayEntry } from './rules/holiday-import.js';
import type { CellFault } from './rules/list-cells.js';
import { dateIn, yearsLoaded } from './rules/work-calendar.js';

/** A holiday of the table. `date` is a calendar date where it holds. */
export type StoredHoliday = HolidayEntry & { readonly id: string; readonly regionName: string | null };

export interface HolidayCalendar {
  readonly items: readonly StoredHoliday[];
  /** Years whose decree is loaded. */
  readonly years: readonly number[];
  /** Next year, once it is late enough in this one that its list should be here and is not; else null. */
  readonly missingYear: number | null;
}

/** What an import would do, or did. */
export interface ImportResult {
  readonly committed: boolean;
  readonly added: readonly HolidayEntry[];
  readonly alreadyKnown: readonly HolidayEntry[];
  readonly faults: readonly CellFault[];
  /** What it does to open working-day deadlines; counted in the trial, before anything is saved. */
  readonly effect: readonly CalendarEffect[];
}

/** Topic of the message that lets the worker count due times anew. */
export const CALENDAR_CHANGED = 'calendar.changed';

/** The calendar: what is known of it, and what is declared, imported or taken back later. */
@Injectable()
export class Holidays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Every holiday that holds, in order of date, and which years are loaded. */
  async calendar(actor: Actor): Promise<HolidayCalendar> {
    return this.unitOfWork.look(actor, async (work) => {
      const items = await this.stored(work);
      const national = items.filter(({ regionCode }) => regionCode === null);
      return {
        items,
        years: [...yearsLoaded(national)].sort((a, b) => a - b),
        missingYear: missingYear(dateIn(this.city.zone, work.at), yearsLoaded(national)),
      };
    });
  }

  /**
   * Adds a holiday; the worker then counts every open working-day deadline anew, with the old times in the history.
   * Refusals: `holiday.alreadyKnown` (409); 422 naming the field: `date.impossible`, `date.tooEarly`, `date.tooLate`,
   * `holiday.localNeedsRegion`, `holiday.nationalHasNoRegion`, `region.unknown`.
   */
  async add(actor: Actor, input: HolidayEntry): Promise<StoredHoliday> {
    return this.unitOfWork.run(actor, { name: 'calendar.edit' }, async (work) => {
      const faults = entryFaults(input, dateIn(this.city.zone, work.at), await regionsOf(work));
      if (faults.length > 0)
        throw new Invalid(
          faults.map(({ column, code }) => ({ pointer: `/${FIELDS[column] ?? column}`, code })),
        );
      const [id] = await this.insert(work, [input]);
      if (!id) throw new Refused('holiday.alreadyKnown');
      await this.ledger.append(work, {
        act: 'calendar.holidayAdded',
        object: { kind: 'holiday', id },
        facts: { date: input.date, kind: input.kind, region: input.regionCode },
        detail: `${input.name}\n${input.basis}`,
      });
      await this.outbox.announce(work, CALENDAR_CHANGED, { holidayId: id });
      return (await this.stored(work)).find((holiday) => holiday.id === id)!;
    });
  }

  /**
   * Takes a holiday out that was declared in error or revoked; the row stays with its reason, and open working-day
   * deadlines are counted anew. Refusal `holiday.hasPassed`: the office was shut on that day, whoever planned by it is
   * not made late afterwards. A day still to come can only bring a due time forward to that day or later.
   */
  async remove(actor: Actor, id: string, reason: string): Promise<void> {
    const act = { name: 'calendar.edit', object: { kind: 'holiday', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const [day] = await work.query<{ date: string; kind: string }>(
        'select date::text, kind from simpul.holiday where id = $1 and removed_at is null for update',
        [id],
      );
      if (!day) throw new NotFound();
      if (day.date <= dateIn(this.city.zone, work.at)) throw new Refused('holiday.hasPassed');
      await work.query(
        'update simpul.holiday set removed_at = $2, removed_by = $3, removal_reason = $4 where id = $1',
        [id, work.at, actor.accountId, reason],
      );
      await this.ledger.append(work, {
        act: 'calendar.holidayRemoved',
        object: { kind: 'holiday', id },
        facts: { date: day.date, kind: day.kind },
        detail: reason,
      });
      await this.outbox.announce(work, CALENDAR_CHANGED, { holidayId: id });
    });
  }

  /**
   * A list as CSV, usually next year's decree. Without `commit` it says what would be added and which cell is wrong;
   * with it, all or nothing. Refusal `holidays.listHasFaults` (422), each fault with line and column.
   */
  async import(actor: Actor, csv: string, commit: boolean): Promise<ImportResult> {
    return this.unitOfWork.run(actor, { name: 'calendar.edit' }, async (work) => {
      const today = dateIn(this.city.zone, work.at);
      const { entries, faults } = readHolidayLines(linesOf(csv), today, await regionsOf(work));
      if (commit && faults.length > 0) throw new Invalid(faults.map(asFieldError));
      const known = new Set((await this.stored(work)).map(holidayKey));
      const all = entries.map(({ entry }) => entry);
      const added = all.filter((entry) => !known.has(holidayKey(entry)));
      const alreadyKnown = all.filter((entry) => known.has(holidayKey(entry)));
      const effect = commit
        ? []
        : await effectOfCalendar(work, this.city, ({ holidays, hours }) => ({
            holidays: [...holidays, ...added],
            hours,
          }));
      if (commit && added.length > 0) {
        const [first] = await this.insert(work, added);
        await this.outbox.announce(work, CALENDAR_CHANGED, { holidayId: first! });
      }
      await this.ledger.append(work, {
        act: commit ? 'calendar.listImported' : 'calendar.listTried',
        facts: { added: added.length, alreadyKnown: alreadyKnown.length, faults: faults.length },
      });
      return { committed: commit, added, alreadyKnown, faults, effect };
    });
  }

  private stored(work: Work): Promise<StoredHoliday[]> {
    return work.query<StoredHoliday>(
      `select h.id, h.date::text, h.kind, h.region_code as "regionCode", r.name as "regionName", h.name, h.basis
         from simpul.holiday h left join simpul.region r on r.code = h.region_code
        where h.removed_at is null order by h.date, h.kind`,
    );
  }

  private async insert(work: Work, entries: readonly HolidayEntry[]): Promise<string[]> {
    const rows = entries.map((entry) => ({ id: randomUUID(), ...entry }));
    const column = (name: 'id' | keyof HolidayEntry): (string | null)[] => rows.map((row) => row[name]);
    const added = await work.query<{ id: string }>(
      `insert into simpul.holiday (id, date, kind, region_code, name, basis)
       select * from unnest($1::uuid[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[])
       on conflict do nothing returning id`,
      [column('id'), column('date'), column('kind'), column('regionCode'), column('name'), column('basis')],
    );
    return added.map(({ id }) => id);
  }
}

const FIELDS: Readonly<Record<string, string>> = { region: 'regionCode' };
