import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid } from '#refusals';
import type { ReferralStatus } from '#referrals';
import { Injectable } from '@nestjs/common';

export const INBOX_TABS = ['answer', 'report', 'running', 'ended'] as const;
export type InboxTab = (typeof INBOX_TABS)[number];

export interface InboxRow {
  id: string;
  number: string;
  /** Null while it is a bare question. */
  caseNumber: string | null;
  bare: boolean;
  status: ReferralStatus;
  confirmedAt: Date | null;
  serviceCode: string;
  urgency: string;
  risk: string | null;
  fromAgencyId: string;
  fromAgencyName: string;
  sentAt: Date;
  /** To the microsecond, as the database keeps it: a page must not begin with the row the last one ended with. */
  sentAtExact: string;
  openedAt: Date | null;
  responsibleName: string | null;
  dueAt: Date | null;
  dueStatus: string | null;
  dueAction: string | null;
}

export interface InboxPage {
  items: InboxRow[];
  next: string | null;
  counts: Record<'answer' | 'report' | 'running', number>;
}

const PAGE_SIZE = 20;
/** Beyond this a number says only "many"; counting further would cost more the larger the city. */
const COUNT_MAX = 99;

/**
 * The receiving agency's list: what waits for an answer (the oldest first: it has waited longest), what owes a report,
 * what runs, what ended. One index, one page, nothing sealed in it, so that the millionth referral costs no more than
 * the first.
 */
@Injectable()
export class Inboxes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  async read(actor: Actor, tab: InboxTab, cursor: string | undefined): Promise<InboxPage> {
    const after = cursor ? parseCursor(cursor) : null;
    return this.unitOfWork.run(actor, { name: 'inbox.read' }, async (work) => {
      const rows = await this.page(work, actor.agencyId, tab, after);
      const items = rows.slice(0, PAGE_SIZE);
      await this.ledger.append(work, { act: 'inbox.read', facts: { tab, rows: items.map((row) => row.id) } });
      return {
        items,
        next: rows.length > PAGE_SIZE ? cursorOf(items.at(-1)!) : null,
        counts: await this.counts(work, actor.agencyId),
      };
    });
  }

  private async page(
    work: Work,
    agencyId: string,
    tab: InboxTab,
    after: { sentAt: string; id: string } | null,
  ): Promise<InboxRow[]> {
    const [order, beyond] = tab === 'answer' ? ['asc', '>'] : ['desc', '<'];
    return work.query<InboxRow>(
      `${INBOX_SELECT}
        where r.to_agency_id = $1 and r.inbox_tab = $2 and r.sent_at is not null
          ${after ? `and (r.sent_at, r.id) ${beyond} ($3::timestamptz, $4::uuid)` : ''}
        order by r.sent_at ${order}, r.id ${order} limit ${PAGE_SIZE + 1}`,
      after ? [agencyId, tab, after.sentAt, after.id] : [agencyId, tab],
    );
  }

  private async counts(work: Work, agencyId: string): Promise<InboxPage['counts']> {
    const one = (tab: string): string =>
      `(select count(*)::int from (select 1 from simpul.referral r
         where r.to_agency_id = $1 and r.inbox_tab = '${tab}' limit ${COUNT_MAX + 1}) few)`;
    const [row] = await work.query<InboxPage['counts']>(
      `select ${one('answer')} as answer, ${one('report')} as report, ${one('running')} as running`,
      [agencyId],
    );
    return row!;
  }
}

const INBOX_SELECT = `
  select r.id, r.number, case when not r.bare then r.case_number end as "caseNumber", r.bare, r.status, r.confirmed_at as "confirmedAt",
         r.service_code as "serviceCode", r.urgency, case when r.status <> 'cancelled' and not r.bare and r.tells_risk then r.risk end as risk,
         r.from_agency_id as "fromAgencyId", f.name as "fromAgencyName", r.sent_at as "sentAt", r.sent_at::text as "sentAtExact", r.opened_at as "openedAt",
         coalesce(p.display_name, r.responsible_name) as "responsibleName",
         due.due_at as "dueAt", due.status as "dueStatus", due.action as "dueAction"
    from simpul.referral r
    join simpul.agency f on f.id = r.from_agency_id
    left join simpul.account p on p.id = r.responsible_account_id
    left join lateral (
      select d.due_at, d.status, rule.action from simpul.deadline d join simpul.deadline_rule rule on rule.id = d.rule_id
       where d.referral_id = r.id and d.owing_agency_id = r.to_agency_id and d.status in ('running', 'missed')
       order by d.due_at nulls last limit 1) due on true`;

function cursorOf(row: InboxRow): string {
  return Buffer.from(`${row.sentAtExact}|${row.id}`).toString('base64url');
}

function parseCursor(cursor: string): { sentAt: string; id: string } {
  const [sentAt, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!sentAt || !id || Number.isNaN(Date.parse(sentAt)) || !/^[0-9a-f-]{36}$/.test(id))
    throw new Invalid([{ pointer: '/cursor', code: 'cursor.unreadable' }]);
  return { sentAt, id };
}
