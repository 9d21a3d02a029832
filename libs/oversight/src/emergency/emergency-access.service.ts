import type { Actor } from '#access';
import { Ledger } from '#audit';
import { readCaseFacts, subjectOf, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type ActName, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Forbidden, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import type { EmergencyOutcome, EmergencyReason } from '../rules/emergency.js';
import { emergencyAccesses, type EmergencyAccess } from './emergency-access.queries.js';

export interface Emergency {
  /** Exactly as it is written; there is no search. */
  caseNumber: string;
  reason: EmergencyReason;
  words: string;
}

/**
 * Opens one case for an hour to somebody who has nothing to do with it and must act (decision 0127). The row is the
 * permission and policies read it; here it gets its reason, its clock, its entry and its alarm in the same transaction.
 */
@Injectable()
export class EmergencyAccesses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly deadlines: DeadlinesService,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Refusals: `emergency.notNeeded` (the case is in sight already), `emergency.oneAtATime`, `emergency.tooMany`,
   * `emergency.notReviewed` (an earlier one is overdue for review). A number that is none and a case that is kept from the
   * person: not found.
   */
  async open(actor: Actor, input: Emergency): Promise<EmergencyAccess> {
    return this.unitOfWork.run(actor, { name: 'emergency.open' }, async (work) => {
      const { accessId, caseId } = await grant(work, input);
      const facts = await readCaseFacts(work, caseId);
      const vault = await this.vault.open(work, caseId);
      await work.query('update simpul.emergency_access set words_sealed = $2 where id = $1', [
        accessId,
        vault.seal('emergency_access.words', accessId, input.words),
      ]);
      const reviewerId = await this.startReview(work, facts, accessId);
      await this.ledger.append(work, {
        act: 'emergencyAccess.opened',
        object: { kind: 'emergency', id: accessId },
        caseId,
        facts: { reason: input.reason, ...(reviewerId && { reviewer: reviewerId }) },
        detail: input.words,
      });
      await this.outbox.announce(work, 'emergency.opened', { caseId, accessId });
      const [opened] = await emergencyAccesses(work, accessId);
      return opened!;
    });
  }

  /** Sooner than after the hour, by the person or by whoever may review it. Refusals: `emergency.over`. */
  async end(actor: Actor, id: string): Promise<void> {
    await this.decide(actor, 'emergency.end', id, async (work, access) => {
      await this.append(work, 'emergencyAccess.ended', access, {});
      await answerOf(work, 'select simpul.end_emergency($1) as code', [id]);
      if (!access.own)
        await this.outbox.announce(work, 'emergency.ended', {
          caseId: access.caseId,
          accountId: access.accountId,
        });
    });
  }

  /** Signs off, which meets the clock of the review. Refusals: `emergency.stillOpen`, `emergency.reviewed`, `fourEyes.samePerson`. */
  async review(actor: Actor, id: string, outcome: EmergencyOutcome): Promise<void> {
    await this.decide(actor, 'emergency.review', id, async (work, access) => {
      await this.append(work, 'emergencyAccess.reviewed', access, { outcome });
      await answerOf(work, 'select simpul.review_emergency($1, $2) as code', [id, outcome]);
      await this.outbox.announce(work, 'emergency.reviewed', {
        caseId: access.caseId,
        accountId: access.accountId,
      });
    });
  }

  /** One's own, those of the cases in sight, and for whoever watches over the offices all of them; newest first. */
  async list(actor: Actor): Promise<EmergencyAccess[]> {
    return this.unitOfWork.run(actor, { name: 'emergency.read' }, async (work) => {
      const rows = await emergencyAccesses(work);
      await this.ledger.append(work, { act: 'emergencyAccess.listed', facts: { rows: rows.length } });
      const shown: EmergencyAccess[] = [];
      for (const row of rows) shown.push({ ...row, words: await this.wordsOf(work, row) });
      return shown;
    });
  }

  /** The clock of the review, owed by the supervisor of the unit by name; where there is none, by the unit. */
  private async startReview(work: Work, facts: CaseFacts, aboutId: string): Promise<string | undefined> {
    const [reviewer] = await work.query<{ id: string | null }>(
      'select simpul.reviewer_of_emergency($1) as id',
      [aboutId],
    );
    await this.deadlines.start(work, {
      event: 'break_glass.used',
      at: work.at,
      caseId: facts.id,
      aboutId,
      subject: subjectOf(facts, work.at),
      owes: { agencyId: facts.agencyId, accountId: reviewer!.id ?? undefined },
    });
    return reviewer!.id ?? undefined;
  }

  private async decide(
    actor: Actor,
    name: string,
    id: string,
    fn: (work: Work, access: EmergencyAccess) => Promise<void>,
  ): Promise<void> {
    const act: ActName = { name, object: { kind: 'emergency', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const [access] = await emergencyAccesses(work, id);
      if (!access) throw new NotFound();
      act.caseId = access.caseId;
      await fn(work, access);
    });
  }

  private async append(
    work: Work,
    act: string,
    { id, caseId, accountId }: EmergencyAccess,
    facts: Record<string, string>,
  ): Promise<void> {
    const object = { kind: 'emergency', id };
    await this.ledger.append(work, { act, object, caseId, facts: { ...facts, subject: accountId } });
  }

  /** What was written as the reason: for whoever may open the case's key, and not for whoever only watches. */
  private async wordsOf(work: Work, row: EmergencyAccess): Promise<string | null> {
    if (!row.caseNumber || !row.wordsSealed) return null;
    return (await this.vault.open(work, row.caseId)).unseal(
      'emergency_access.words',
      row.id,
      row.wordsSealed,
    );
  }
}

async function grant(
  work: Work,
  { caseNumber, reason }: Emergency,
): Promise<{ accessId: string; caseId: string }> {
  const [answer] = await work.query<{ code: string; accessId: string; caseId: string }>(
    'select code, access_id as "accessId", case_id as "caseId" from simpul.open_emergency($1, $2)',
    [caseNumber.trim().toUpperCase(), reason],
  );
  refuse(answer!.code);
  return answer!;
}

async function answerOf(work: Work, sql: string, params: string[]): Promise<void> {
  const [answer] = await work.query<{ code: string }>(sql, params);
  refuse(answer!.code);
}

function refuse(code: string): void {
  if (code === 'done') return;
  if (code === 'notFound') throw new NotFound();
  if (code === 'step-up-needed') throw new Forbidden(code);
  throw new Refused(code);
}
