import type { Actor } from '#access';
import { Ledger } from '#audit';
import { maskName, People, readCaseFacts, type PersonInput } from '#cases';
import { UnitOfWork } from '#database';
import { deadlinesOf, type OpenedDeadline } from '#deadlines';
import { Invalid, NotFound } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Report } from './report.entity.js';
import { openFromCase, openFromServer, type ReportStory } from './report-seal.js';
import { refuseUnseen } from './unseen-report.js';

/** A report as its page shows it: people masked by whoever writes the answer, the story not opened. */
export interface OpenedReport {
  report: Report;
  caseId: string | null;
  caseNumber: string | null;
  receivedByName: string;
  agencyName: string;
  /** Null when the report became part of a case: its people are the case's. */
  people: Omit<ReportStory, 'narrative' | 'externalRef'> | null;
  ageOf: (person: PersonInput) => number | null;
  /** The number that another service knows it by. */
  externalRef: string | null;
  /** Why it was found outside the mandate. */
  reason: string | null;
  deadlines: OpenedDeadline[];
}

export interface ReportRow {
  report: Report;
  maskedClient: string;
  sex: string | null;
  age: number | null;
  deadline: { id: string; dueAt: Date | null; action: string; status: string } | null;
}

/** The states in which a report has no case and its office can still do something with it. */
export const LISTED = { received: 'RECEIVED', 'outside-mandate': 'OUTSIDE_MANDATE' } as const;

const PAGE = 25;

/** Reads of reports; each is an entry of the ledger. */
@Injectable()
export class ReportsQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly people: People,
    private readonly ledger: Ledger,
  ) {}

  /** The reports of the actor's office in one state, the longest waiting first. Refuses (422) a cursor that is none. */
  async list(
    actor: Actor,
    query: { status: keyof typeof LISTED; cursor?: string },
  ): Promise<{ items: ReportRow[]; next: string | null }> {
    return this.unitOfWork.run(actor, { name: 'report.list' }, async (work) => {
      const after = decodeCursor(query.cursor);
      const found = await work.query<{ id: string; orderedBy: string; deadline: DeadlineJson | null }>(
        `select p.id, p.received_at::text as "orderedBy", to_jsonb(d.*) as deadline
           from (select id, received_at from simpul.report
                  where agency_id = $1 and status = $2
                    and ($3::timestamptz is null or (received_at, id) > ($3, $4::uuid))
                  order by received_at, id limit ${PAGE + 1}) p
           left join lateral (select d.id, d.due_at, r.action, d.status
                                from simpul.deadline d join simpul.deadline_rule r on r.id = d.rule_id
                               where d.report_id = p.id and d.status in ('running', 'missed')
                               order by d.due_at limit 1) d on true
          order by p.received_at, p.id`,
        [actor.agencyId, LISTED[query.status], after?.at ?? null, after?.id ?? null],
      );
      const page = found.slice(0, PAGE);
      const items: ReportRow[] = [];
      for (const { id, deadline } of page) {
        const report = await work.manager.findOneByOrFail(Report, { id });
        items.push(this.toRow(report, deadline));
      }
      await this.ledger.append(work, {
        act: 'report.listed',
        facts: { rows: items.length, status: query.status },
      });
      const last = page.at(-1);
      return { items, next: found.length > PAGE && last ? encodeCursor(last) : null };
    });
  }

  async read(actor: Actor, id: string): Promise<OpenedReport> {
    const act = { name: 'report.read', object: { kind: 'report', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const report = await work.manager.findOneBy(Report, { id });
      if (!report) return refuseUnseen(work, id);
      const theCase = report.caseId ? await readCaseFacts(work, report.caseId).catch(nothingIfUnseen) : null;
      const [names] = await work.query<{ receivedByName: string; agencyName: string }>(
        `select a.display_name as "receivedByName", g.name as "agencyName"
           from simpul.account a, simpul.agency g where a.id = $1 and g.id = $2`,
        [report.receivedBy, report.agencyId],
      );
      const kept = report.caseId ? null : openFromServer(this.vault, report);
      const joined = theCase && openFromCase(await this.vault.open(work, theCase.id), report);
      const deadlines = await deadlinesOf(work, { reportId: id });
      await this.ledger.append(work, {
        act: 'report.read',
        object: { kind: 'report', id },
        caseId: theCase?.id,
      });
      return {
        report,
        ...names!,
        caseId: theCase?.id ?? null,
        caseNumber: theCase?.number ?? null,
        people: kept,
        externalRef: kept?.externalRef ?? joined?.externalRef ?? null,
        ageOf: (person) => this.ageIn(report, person),
        reason: report.reasonSealed
          ? this.vault.unsealForServer(report.reasonSealed, `report.reason|${id}`)
          : null,
        deadlines,
      };
    });
  }

  private toRow(report: Report, deadline: DeadlineJson | null): ReportRow {
    const first = openFromServer(this.vault, report).victims[0];
    return {
      report,
      maskedClient: maskName(first?.name),
      sex: first?.sex ?? null,
      age: first ? this.ageIn(report, first) : null,
      deadline: deadline && {
        id: deadline.id,
        dueAt: deadline.due_at ? new Date(deadline.due_at) : null,
        action: deadline.action,
        status: deadline.status,
      },
    };
  }

  private ageIn(report: Report, person: PersonInput): number | null {
    return this.people.ageOf(person, { occurredAt: report.occurredAt, reportedAt: report.receivedAt });
  }
}

interface DeadlineJson {
  id: string;
  due_at: string | null;
  action: string;
  status: string;
}

function nothingIfUnseen(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

const CURSOR = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-][\d:]+) ([0-9a-f-]{36})$/;

function encodeCursor(row: { orderedBy: string; id: string }): string {
  return Buffer.from(`${row.orderedBy} ${row.id}`).toString('base64url');
}

function decodeCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!match) throw new Invalid([{ pointer: '/cursor', code: 'cursor.unknown' }]);
  return { at: match[1]!, id: match[2]! };
}
