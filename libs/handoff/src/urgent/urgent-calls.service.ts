import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { AgenciesService } from '#agencies';
import { Ledger } from '#audit';
import { caseForAct, readCaseFacts, subjectOf, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Invalid, Refused } from '#refusals';
import { SuggestedReceiversQueries } from '#screening';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { callOrder, isUrgent, type Check } from '../rules/urgent-script.js';

export type CallOutcome = 'REACHED' | 'NOT_REACHED' | 'HANDED_OVER';

/** A point that was gone through, or a call; one of the two. */
export interface NewCall {
  readonly check?: Check;
  readonly agencyId?: string;
  readonly outcome?: CallOutcome;
  /** What was handed over in words: code of LAYANAN. */
  readonly serviceCode?: string;
  /** Who answered, by name. */
  readonly who?: string;
  readonly at?: Date;
}

export interface MadeCall {
  readonly id: string;
  readonly check: Check | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly outcome: CallOutcome | null;
  readonly serviceCode: string | null;
  readonly who: string | null;
  readonly at: Date;
  readonly recordedByName: string;
  /** Handed over in words: the referral that was sent there for it since, if there is one. */
  readonly referralId: string | null;
  /** Until when it is owed in writing, while it is. */
  readonly writeBy: Date | null;
}

export interface Callee {
  readonly id: string;
  readonly name: string;
  readonly openNow: boolean;
  readonly conflict: boolean;
  readonly phones: readonly string[];
  readonly onDuty: readonly string[];
  readonly services: readonly string[];
  readonly reason: { readonly id: string; readonly en: string };
}

export interface UrgentLane {
  readonly urgent: boolean;
  readonly order: readonly Callee[];
  readonly calls: readonly MadeCall[];
}

/** The first hour of a case in danger, by telephone: before any form, and kept as it happened. */
@Injectable()
export class UrgentCalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggested: SuggestedReceiversQueries,
    private readonly agencies: AgenciesService,
    private readonly deadlines: DeadlinesService,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  async read(actor: Actor, caseId: string): Promise<UrgentLane> {
    const act = { name: 'call.read', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const lane = await this.lane(work, caseId);
      await this.ledger.append(work, {
        act: 'urgentCall.listed',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { rows: lane.calls.map(({ id }) => id) },
      });
      return lane;
    });
  }

  /**
   * Refusals: `case.notOpen`; 422 `urgentCall.oneThing` (a point or a call), `.whichService` (handed over for what), `.nobody`
   * (a name, though nobody answered), `time.inTheFuture`; 409 `referral.receiver.conflictOfInterest`.
   */
  async record(actor: Actor, caseId: string, input: NewCall): Promise<UrgentLane> {
    const act = { name: 'call.record', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'referral.draft');
      this.refuseFaults(work, input);
      if (input.agencyId) {
        const callee = await this.agencies.byId(work, input.agencyId);
        const employers = facts.reported.flatMap((person) => person.employerAgencyId ?? []);
        if ((await this.agencies.conflicts(work, [callee], employers)).has(callee.id))
          throw new Refused('referral.receiver.conflictOfInterest');
      }
      const id = await this.keep(work, caseId, input);
      if (input.outcome === 'HANDED_OVER') await this.owedInWriting(work, facts, id, input.at ?? work.at);
      const { agencyId, outcome, serviceCode, check, at } = input;
      await this.ledger.append(work, {
        act: 'urgentCall.recorded',
        object: { kind: 'urgentCall', id },
        caseId,
        facts: { agencyId, outcome, serviceCode, check, happenedAt: (at ?? work.at).toISOString() },
        detail: input.who,
      });
      await this.outbox.announce(work, 'case.changed', { caseId });
      return this.lane(work, caseId);
    });
  }

  /** The referral is out: what was handed over in words to that agency for that service is now in writing. */
  async written(work: Work, referral: { caseId: string; toAgencyId: string; serviceCode: string }) {
    const said = await work.query<{ id: string }>(
      `select id from simpul.urgent_call
        where case_id = $1 and agency_id = $2 and service_code = $3 and outcome = 'HANDED_OVER'`,
      [referral.caseId, referral.toAgencyId, referral.serviceCode],
    );
    for (const { id } of said)
      await this.deadlines.meet(work, {
        caseId: referral.caseId,
        aboutId: id,
        event: 'handover.written',
        at: work.at,
      });
  }

  /** Nothing is owed where the agency already had the referral when it was called. */
  private async owedInWriting(work: Work, facts: CaseFacts, id: string, at: Date): Promise<void> {
    const call = (await work.query<{ referralId: string | null }>(CALLS, [facts.id, id]))[0];
    if (call?.referralId) return;
    await this.deadlines.start(work, {
      ...{ event: 'handover.spoken', at, caseId: facts.id, aboutId: id },
      subject: subjectOf(facts, work.at),
      owes: { agencyId: facts.agencyId, accountId: facts.ownerAccountId },
    });
  }

  private refuseFaults(work: Work, { check, agencyId, outcome, serviceCode, who, at }: NewCall): void {
    const fault = (pointer: string, code: string): never => {
      throw new Invalid([{ pointer, code }]);
    };
    if ((check === undefined) === (agencyId === undefined)) fault('/agencyId', 'urgentCall.oneThing');
    if ((agencyId === undefined) !== (outcome === undefined)) fault('/outcome', 'urgentCall.oneThing');
    if ((outcome === 'HANDED_OVER') !== (serviceCode !== undefined))
      fault('/serviceCode', 'urgentCall.whichService');
    if (who !== undefined && (outcome === undefined || outcome === 'NOT_REACHED'))
      fault('/who', 'urgentCall.nobody');
    if (at && at > work.at) fault('/at', 'time.inTheFuture');
  }

  private async keep(work: Work, caseId: string, input: NewCall): Promise<string> {
    const id = randomUUID();
    const { who } = input;
    const sealed = who ? (await this.vault.open(work, caseId)).seal('urgent_call.who', id, who) : null;
    await work.query(
      `insert into simpul.urgent_call (id, case_id, checked, agency_id, outcome, service_code, who_sealed, at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, caseId, input.check ?? null, input.agencyId ?? null, input.outcome ?? null],
        ...[input.serviceCode ?? null, sealed, input.at ?? work.at, work.actor!.accountId],
      ],
    );
    return id;
  }

  private async lane(work: Work, caseId: string): Promise<UrgentLane> {
    const facts = await readCaseFacts(work, caseId);
    const { windows } = await this.suggested.within(work, facts);
    const first = windows.find(({ window }) => window === 'FIRST_HOUR')?.receivers ?? [];
    const callees = first.flatMap((receiver): Callee[] =>
      receiver.agencies.map(({ id, name, openNow, conflict, dutyPhone, dutyPhoneFallback, onDuty }) => ({
        ...{ id, name, openNow, conflict, onDuty },
        phones: [dutyPhone, dutyPhoneFallback].filter((phone): phone is string => phone !== null),
        services: receiver.services,
        reason: receiver.reason,
      })),
    );
    return {
      urgent: isUrgent(facts),
      order: callOrder(callees, facts.agencyId),
      calls: await this.calls(work, caseId),
    };
  }

  private async calls(work: Work, caseId: string): Promise<MadeCall[]> {
    const rows = await work.query<Omit<MadeCall, 'who'> & { whoSealed: Buffer | null }>(CALLS, [
      caseId,
      null,
    ]);
    let vault: CaseVault | undefined;
    const made: MadeCall[] = [];
    for (const { whoSealed, ...row } of rows) {
      if (whoSealed) vault ??= await this.vault.open(work, caseId);
      made.push({ ...row, who: whoSealed ? vault!.unseal('urgent_call.who', row.id, whoSealed) : null });
    }
    return made;
  }
}

// A referral that had ended before the call says nothing in writing about it.
const CALLS = `
  select c.id, c.checked as "check", c.agency_id as "agencyId", a.name as "agencyName", c.outcome,
         c.service_code as "serviceCode", c.who_sealed as "whoSealed", c.at, by.display_name as "recordedByName",
         (select r.id from simpul.referral r
           where c.outcome = 'HANDED_OVER' and r.case_id = c.case_id and r.to_agency_id = c.agency_id
             and r.service_code = c.service_code and r.sent_at is not null and r.cancelled_by is null
             and (r.sent_at >= c.at or r.ended_at is null or r.ended_at > c.at)
           order by r.sent_at < c.at, r.sent_at limit 1) as "referralId",
         (select d.due_at from simpul.deadline d
           where d.case_id = c.case_id and d.about_id = c.id and d.status in ('running', 'paused', 'missed')
           limit 1) as "writeBy"
    from simpul.urgent_call c
    join simpul.account by on by.id = c.recorded_by
    left join simpul.agency a on a.id = c.agency_id
   where c.case_id = $1 and ($2::uuid is null or c.id = $2) order by c.at, c.created_at, c.id`;
