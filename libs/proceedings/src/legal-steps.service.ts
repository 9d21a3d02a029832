import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { caseForAct, Milestones, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Invalid, NotFound, Refused, type FieldError } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { LegalStep } from './legal-step.entity.js';
import { cameTo } from './proceedings.queries.js';
import { isLegalStep, legalStep, type LegalStepKind } from './rules/legal-step.js';
import { orderOf } from './rules/order.js';

export interface NewLegalStep {
  kind: string;
  /** When it happened; absent: now. */
  at?: Date;
  /** When the unit came to know of it; absent: now. */
  knownAt?: Date;
  nextAt?: Date;
  number?: string;
  agencyId?: string;
  /** Why it came where it usually does not come. */
  reason?: string;
}

/** Events that are true once for a case, however often somebody has reason to say so. */
const TRUE_ONCE = new Set(['report.received_by_police']);

/** What came at police, prosecutor and court: each step ends and starts the clocks of the register. */
@Injectable()
export class LegalSteps {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly milestones: Milestones,
    private readonly deadlines: DeadlinesService,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes down a step. Refusals: `case.notOpen`, `case.familyMatter`, `legalStep.outOfOrder` (409, with why and what
   * is missing) where no reason is given; 422 for what cannot be. Returns its id.
   */
  async record(actor: Actor, caseId: string, input: NewLegalStep): Promise<string> {
    const act = { name: 'proceeding.record', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.milestone');
      const step = await this.checked(work, input);
      const order = orderOf(step.kind, step.at, await cameTo(work, caseId));
      if (!order.usual && !input.reason)
        throw new Refused('legalStep.outOfOrder', { current: { why: order.why, instead: order.instead } });
      const id = randomUUID();
      const milestoneIds = await this.tell(work, facts, step);
      const vault = await this.vault.open(work, caseId);
      await work.manager.insert(LegalStep, {
        ...{ id, caseId, kind: step.kind, at: step.at, knownAt: step.knownAt, milestoneIds },
        agencyId: input.agencyId ?? null,
        nextAt: input.nextAt ?? null,
        numberSealed: input.number ? vault.seal('legal_step.number', id, input.number) : null,
        outOfOrder: order.usual ? null : order.why,
        reasonSealed: order.usual ? null : vault.seal('legal_step.reason', id, input.reason!),
        recordedBy: actor.accountId,
      });
      await this.ledger.append(work, {
        act: 'legalStep.recorded',
        object: { kind: 'legalStep', id },
        caseId,
        facts: {
          step: step.kind,
          happenedAt: step.at.toISOString(),
          knownAt: step.knownAt.toISOString(),
          deviation: order.usual ? 'NONE' : order.why,
        },
        ...(order.usual ? {} : { detail: input.reason! }),
      });
      await this.outbox.announce(work, 'case.changed', { caseId });
      return id;
    });
  }

  /**
   * Takes back a step that was written down in error. What it started stops; what it met stays met, because nothing that
   * was told to somebody is made untold. Refusals: `legalStep.withdrawn`, and NotFound.
   */
  async withdraw(actor: Actor, caseId: string, id: string, reason: string): Promise<void> {
    const act = { name: 'proceeding.withdraw', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      await caseForAct(work, caseId, 'case.milestone');
      const step = await work.manager.findOneBy(LegalStep, { id, caseId });
      if (!step) throw new NotFound();
      if (step.withdrawnAt) throw new Refused('legalStep.withdrawn');
      const vault = await this.vault.open(work, caseId);
      await work.manager.update(
        LegalStep,
        { id, withdrawnAt: IsNull() },
        {
          withdrawnAt: work.at,
          withdrawnBy: actor.accountId,
          withdrawalReasonSealed: vault.seal('legal_step.withdrawal_reason', id, reason),
        },
      );
      for (const { event, at } of await this.toldOf(work, step))
        await this.deadlines.cancelStartedBy(work, { caseId, event, at });
      await this.ledger.append(work, {
        act: 'legalStep.withdrawn',
        object: { kind: 'legalStep', id },
        caseId,
        facts: { step: step.kind },
        detail: reason,
      });
      await this.outbox.announce(work, 'case.changed', { caseId });
    });
  }

  private async checked(
    work: Work,
    input: NewLegalStep,
  ): Promise<{ kind: LegalStepKind; at: Date; knownAt: Date }> {
    const { kind, agencyId, nextAt } = input;
    if (!isLegalStep(kind)) throw new Invalid([{ pointer: '/kind', code: 'legalStep.unknown' }]);
    const at = input.at ?? work.at;
    const knownAt = input.knownAt ?? work.at;
    const faults: FieldError[] = [];
    if (at > work.at) faults.push({ pointer: '/at', code: 'time.inTheFuture' });
    if (knownAt > work.at) faults.push({ pointer: '/knownAt', code: 'time.inTheFuture' });
    else if (knownAt < at) faults.push({ pointer: '/knownAt', code: 'legalStep.knownBeforeItHappened' });
    if (nextAt && (!legalStep(kind).namesNext || nextAt <= at))
      faults.push({ pointer: '/nextAt', code: 'legalStep.noSuchNext' });
    if (agencyId && (await kindOfAgency(work, agencyId)) !== legalStep(kind).by)
      faults.push({ pointer: '/agencyId', code: 'agency.unknown' });
    if (faults.length > 0) throw new Invalid(faults);
    return { kind, at, knownAt };
  }

  /** Tells the register what the step is to it. */
  private async tell(
    work: Work,
    facts: CaseFacts,
    step: { kind: LegalStepKind; at: Date; knownAt: Date },
  ): Promise<string[]> {
    const { events, countsFromKnown } = legalStep(step.kind);
    const told: string[] = [];
    for (const event of events) {
      if (TRUE_ONCE.has(event) && (await isKnown(work, facts.id, event))) continue;
      told.push(await this.milestones.happened(work, facts, event, countsFromKnown ? step.knownAt : step.at));
    }
    return told;
  }

  private toldOf(work: Work, step: LegalStep): Promise<{ event: string; at: Date }[]> {
    return work.query('select kind as event, at from simpul.milestone where id = any ($1::uuid[])', [
      step.milestoneIds,
    ]);
  }
}

async function kindOfAgency(work: Work, id: string): Promise<string | undefined> {
  const [row] = await work.query<{ kind: string }>('select kind from simpul.agency where id = $1', [id]);
  return row?.kind;
}

async function isKnown(work: Work, caseId: string, event: string): Promise<boolean> {
  const rows = await work.query('select 1 from simpul.milestone where case_id = $1 and kind = $2 limit 1', [
    caseId,
    event,
  ]);
  return rows.length > 0;
}
