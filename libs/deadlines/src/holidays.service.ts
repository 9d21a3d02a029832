import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import type { HolidayKind } from './rules/work-calendar.js';

/** A day that the city's offices are shut, and the decree that says so. `date` is `yyyy-MM-dd` in the city's zone. */
export interface HolidayInput {
  date: string;
  kind: HolidayKind;
  name: string;
  basis: string;
}

/** Topic of the message that lets the worker count due times anew. */
export const CALENDAR_CHANGED = 'calendar.changed';

/** The city's calendar: what is known of it, and what is declared later. */
@Injectable()
export class Holidays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Every holiday in the table, in order of date. */
  async list(actor: Actor): Promise<HolidayInput[]> {
    return this.unitOfWork.look(actor, (work) =>
      work.query<HolidayInput>(
        'select date::text, kind, name, basis from simpul.holiday order by date, kind',
      ),
    );
  }

  /**
   * Adds a holiday; the worker then counts every open working-day deadline anew, with the old times in the history.
   * Refusals: `holiday.alreadyKnown` (409); 422 `date.impossible`, `date.tooEarly`, `date.tooLate`.
   */
  async add(actor: Actor, input: HolidayInput): Promise<HolidayInput> {
    return this.unitOfWork.run(actor, { name: 'calendar.edit' }, async (work) => {
      const fault = dateFault(input.date, work.at);
      if (fault) throw new Invalid([{ pointer: '/date', code: fault }]);
      const id = randomUUID();
      if (!(await this.insert(work, id, input))) throw new Refused('holiday.alreadyKnown');
      await this.ledger.append(work, {
        act: 'calendar.holidayAdded',
        object: { kind: 'holiday', id },
        facts: { date: input.date, kind: input.kind },
        detail: `${input.name}\n${input.basis}`,
      });
      await this.outbox.announce(work, CALENDAR_CHANGED, { holidayId: id });
      return input;
    });
  }

  private async insert(work: Work, id: string, { date, kind, name, basis }: HolidayInput): Promise<boolean> {
    const added = await work.query(
      `insert into simpul.holiday (id, date, kind, name, basis) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [id, date, kind, name, basis],
    );
    return added.length === 1;
  }
}

/** Decrees are made for next year and corrected for this one; anything else is a slip of the keys. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 3;

function dateFault(text: string, now: Date): string | undefined {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) return 'date.impossible';
  const years = date.getUTCFullYear() - now.getUTCFullYear();
  if (years < -YEARS_BACK) return 'date.tooEarly';
  return years > YEARS_AHEAD ? 'date.tooLate' : undefined;
}
