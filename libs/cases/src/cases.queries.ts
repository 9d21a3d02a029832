import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid } from '#refusals';
import { Injectable } from '@nestjs/common';
import { CaseParts } from './case-parts.js';
import { City } from './city.js';
import { localDate } from './rules/age-band.js';
import { maskFromInitials } from './rules/masking.js';
import { numbersMeant } from './rules/case-number.js';
import { NOTHING_YET, stageOf, type Stage, type StageFacts } from './rules/stage.js';

export interface CaseListRow {
  id: string;
  number: string;
  maskedClient: string;
  sex: string | null;
  ageBand: string | null;
  tracks: string[];
  mandate: string;
  risk: string | null;
  stage: Stage;
  ownerName: string;
  openedAt: Date;
  nextDeadline: NextDeadline | null;
}

export interface NextDeadline {
  id: string;
  dueAt: Date | null;
  action: string;
  status: string;
  /** Who must act: an agency, a colleague, or the kinds that the register names. */
  owesName: string | null;
  owingKinds: string[];
}

export interface CasePage {
  items: CaseListRow[];
  next: string | null;
}

const PAGE = 25;

/** Lists of cases. One statement: the stage, the first client and the next deadline come with the row. */
@Injectable()
export class CasesQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: CaseParts,
    private readonly ledger: Ledger,
    private readonly city: City,
  ) {}

  /**
   * The cases that the actor works on (a supervisor: those of the agency), newest first. `q` is a case number or its
   * running part; names are never searched for here. Refuses (422) a cursor that is none.
   */
  async list(actor: Actor, query: { q?: string; cursor?: string }): Promise<CasePage> {
    return this.unitOfWork.run(actor, { name: 'case.list' }, async (work) => {
      const rows = await this.rows(work, actor, query);
      const items = rows.slice(0, PAGE).map(toRow);
      await this.ledger.append(work, {
        act: 'case.listed',
        facts: { rows: items.length, searched: Boolean(query.q) },
      });
      const last = rows[PAGE - 1];
      return { items, next: rows.length > PAGE && last ? encodeCursor(last) : null };
    });
  }

  private async rows(work: Work, actor: Actor, query: { q?: string; cursor?: string }): Promise<ListRow[]> {
    const after = decodeCursor(query.cursor);
    const year = Number(localDate(work.at, this.city.zone).slice(0, 4));
    const numbers = query.q ? numbersMeant(query.q, { prefix: this.city.cityPrefix, year }) : null;
    const supervises = actor.role === 'supervisor';
    return work.query<ListRow>(
      `select c.id, c.number, c.tracks, c.mandate, c.risk, c.created_at as "openedAt",
              c.created_at::text as "orderedBy", c.closed_at is not null as closed,
              a.display_name as "ownerName", p.initials, p.sex, p.age_band as "ageBand",
              ${this.parts.stageFactsSql()} as facts, ${MILESTONE_FACTS} as milestones,
              to_jsonb(d.*) as deadline
         from (select c.* from ${supervises ? OF_AGENCY : OF_MEMBER}
                where ${supervises ? 'c.agency_id = $1' : 'm.account_id = $1 and m.until is null'}
                  and ($2::timestamptz is null or (c.created_at, c.id) < ($2, $3::uuid))
                  and ($4::text[] is null or c.number = any ($4))
                order by c.created_at desc, c.id desc limit ${PAGE + 1}) c
         join simpul.account a on a.id = c.owner_account_id
         left join lateral (select initials, sex, age_band from simpul.person
                             where case_id = c.id and kind = 'VICTIM' order by position limit 1) p on true
         left join lateral (${NEXT_DEADLINE}) d on true
        order by c.created_at desc, c.id desc`,
      [supervises ? actor.agencyId : actor.accountId, after?.at ?? null, after?.id ?? null, numbers],
    );
  }
}

// The page is cut first: what is shown beside a row is looked up for the rows of the page and for no other.
const OF_AGENCY = 'simpul.case_file c';
const OF_MEMBER = 'simpul.case_member m join simpul.case_file c on c.id = m.case_id';

/** Stage facts that this library itself knows, from the milestones of the case `c`. */
const MILESTONE_FACTS = `(select coalesce(array_agg(distinct kind), '{}') from simpul.milestone
                                  where case_id = c.id and kind = any ('{assessment.done,plan.agreed,aftercare.checked}'))`;

const NEXT_DEADLINE = `select d.id, d.due_at, r.action, d.status, r.owing_kinds,
         coalesce(own.display_name, ag.name) as owes_name
    from simpul.deadline d join simpul.deadline_rule r on r.id = d.rule_id
    left join simpul.account own on own.id = d.owing_account_id
    left join simpul.agency ag on ag.id = d.owing_agency_id
   where d.case_id = c.id and d.status in ('running', 'missed') order by d.due_at nulls last limit 1`;

interface ListRow {
  id: string;
  number: string;
  tracks: string[];
  mandate: string;
  risk: string | null;
  openedAt: Date;
  orderedBy: string;
  closed: boolean;
  ownerName: string;
  initials: string | null;
  sex: string | null;
  ageBand: string | null;
  facts: Partial<StageFacts>;
  milestones: string[];
  deadline: {
    id: string;
    due_at: string | null;
    action: string;
    status: string;
    owes_name: string | null;
    owing_kinds: string[];
  } | null;
}

function toRow(row: ListRow): CaseListRow {
  return {
    id: row.id,
    number: row.number,
    maskedClient: maskFromInitials(row.initials ?? ''),
    sex: row.sex,
    ageBand: row.ageBand,
    tracks: row.tracks,
    mandate: row.mandate,
    risk: row.risk,
    stage: stageOf(stageFacts(row.facts, row.milestones, row.closed)),
    ownerName: row.ownerName,
    openedAt: row.openedAt,
    nextDeadline: row.deadline && {
      id: row.deadline.id,
      dueAt: row.deadline.due_at ? new Date(row.deadline.due_at) : null,
      action: row.deadline.action,
      status: row.deadline.status,
      owesName: row.deadline.owes_name,
      owingKinds: row.deadline.owing_kinds,
    },
  };
}

/** What the stage follows from: the facts that other libraries gave, the milestones and whether the case is closed. */
export function stageFacts(
  facts: Partial<StageFacts>,
  milestones: readonly string[],
  closed: boolean,
): StageFacts {
  return {
    ...NOTHING_YET,
    ...facts,
    assessed: milestones.includes('assessment.done'),
    planned: milestones.includes('plan.agreed'),
    aftercareDone: milestones.includes('aftercare.checked'),
    closed,
  };
}

// The time is the database's own text: JavaScript's milliseconds would skip rows of the same millisecond.
function encodeCursor(row: ListRow): string {
  return Buffer.from(`${row.orderedBy} ${row.id}`).toString('base64url');
}

function decodeCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const match = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-][\d:]+) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  );
  if (!match) throw new Invalid([{ pointer: '/cursor', code: 'cursor.unknown' }]);
  return { at: match[1]!, id: match[2]! };
}
