import type { Actor } from '#access';
import { exactTime, UnitOfWork } from '#database';
import { NotFound } from '#refusals';
import { Injectable } from '@nestjs/common';
import type { MessageKey } from './rules/messages.js';

export interface OpenedNotification {
  id: string;
  message: MessageKey;
  at: Date;
  /** `at` to the microsecond, as the list is ordered: cut to milliseconds it would leave out what came in the same one. */
  orderedBy: string;
  dueAt: Date | null;
  readAt: Date | null;
  referralId: string | null;
  caseId: string | null;
  reportId: string | null;
  caseNumber: string | null;
}

export const PAGE_SIZE = 30;

// A receiver's row has a case id for the ledger's sake; the join under row-level security shows it to the case's team only.
const SELECT = `
  select n.id, n.message, n.created_at as at,
         ${exactTime('n.created_at')} as "orderedBy",
         n.due_at as "dueAt", n.read_at as "readAt", n.referral_id as "referralId",
         f.id as "caseId", rep.id as "reportId", coalesce(f.number, case when not r.bare then r.case_number end) as "caseNumber"
    from simpul.notification n
    left join simpul.case_file f on f.id = n.case_id
    left join simpul.referral r on r.id = n.referral_id
    left join simpul.report rep on rep.id = n.report_id`;

/** What a person was told. Messages hold no case data, so reading them is house-keeping and no entry of the ledger. */
@Injectable()
export class Notifications {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first; one more than a page, to know whether there is a next. */
  async mine(
    actor: Actor,
    filter: { unread?: boolean; before?: { at: string; id: string } },
  ): Promise<{ items: OpenedNotification[]; unread: number; more: boolean }> {
    return this.unitOfWork.look(actor, async (work) => {
      const rows = await work.query<OpenedNotification>(
        `${SELECT}
          where n.account_id = (select ctx.account_id()) and ($1::boolean is not true or n.read_at is null)
            and ($2::timestamptz is null or (n.created_at, n.id) < ($2, $3::uuid))
          order by n.created_at desc, n.id desc limit ${PAGE_SIZE + 1}`,
        [filter.unread ?? null, filter.before?.at ?? null, filter.before?.id ?? null],
      );
      const [count] = await work.query<{ n: number }>(
        'select count(*)::int as n from simpul.notification where account_id = (select ctx.account_id()) and read_at is null',
      );
      return { items: rows.slice(0, PAGE_SIZE), unread: count!.n, more: rows.length > PAGE_SIZE };
    });
  }

  /** Marks one as read; again does no harm. NotFound when it was told to somebody else. */
  async read(actor: Actor, id: string): Promise<OpenedNotification> {
    return this.unitOfWork.keep(actor, async (work) => {
      await work.query(
        'update simpul.notification set read_at = coalesce(read_at, simpul.now()) where id = $1',
        [id],
      );
      const [row] = await work.query<OpenedNotification>(`${SELECT} where n.id = $1`, [id]);
      if (!row) throw new NotFound();
      return row;
    });
  }
}
