import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { CITY, type City } from '../calendars.js';
import { missingOf } from '../calendar-gaps.queries.js';
import { weekOf } from '../rules/calendar-watch.js';
import { dateIn } from '../rules/work-calendar.js';

/** Topic of the message that a year's holidays or Ramadan hours should be here and are not. */
export const CALENDAR_YEAR_MISSING = 'calendar.yearMissing';

/** From October on, once a week: next year's holidays or Ramadan hours are not loaded, working-day counts beyond are estimates. */
@Injectable()
export class CalendarWatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Gives back whether it warned. Runs as often as it likes: a week has one warning. */
  async pass(): Promise<boolean> {
    const missing = await this.unitOfWork.lookAsSystem(async (work) => {
      const gaps = await missingOf(work, this.city);
      if (gaps.length === 0) return null;
      const year = Math.min(...gaps.map((gap) => gap.year));
      const today = dateIn(this.city.zone, work.at);
      const [warned] = await work.query(
        'select 1 from simpul.calendar_warning where year = $1 and week_of = $2',
        [year, weekOf(today)],
      );
      return warned ? null : { year, week: weekOf(today), lists: gaps.map(({ what }) => what) };
    });
    if (!missing) return false;
    return this.unitOfWork.runAsSystem({ name: 'calendar.warn' }, async (work) => {
      const id = randomUUID();
      const [written] = await work.query(
        `insert into simpul.calendar_warning (id, year, week_of) values ($1, $2, $3)
         on conflict do nothing returning id`,
        [id, missing.year, missing.week],
      );
      await this.ledger.append(work, {
        act: 'calendar.yearMissing',
        facts: { year: missing.year, lists: missing.lists },
      });
      if (written) await this.outbox.announce(work, CALENDAR_YEAR_MISSING, { warningId: id });
      return written !== undefined;
    });
  }
}
