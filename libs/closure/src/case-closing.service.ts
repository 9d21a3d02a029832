import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { CaseClocks, caseForAct, CasesService, readCaseFacts, refuseInterest, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type ActName, type Work } from '#database';
import { isUnmet, needsOfCase } from '#handoff';
import { referralsLeft } from '#referrals';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { CaseClosing } from './case-closing.entity.js';
import { CaseClosings, sightOf } from './case-closings.queries.js';
import {
  isWorkLeft,
  owesAfterCare,
  RIGHTS,
  rightsOpen,
  whyNotDecide,
  type Decision,
  type Rights,
} from './rules/closing.js';

export interface NewClosing {
  /** Code of list ALASAN_TERMINASI. */
  reason: string;
  rights: Rights;
  summary: string;
}

/** Proposes, decides and takes back the end of a case. Each is one transaction, with the case's row locked. */
@Injectable()
export class CaseClosingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CasesService,
    private readonly clocks: CaseClocks,
    private readonly closings: CaseClosings,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A case of violence ends when a second person agrees (decision 0103); a family matter at once. Refusals:
   * `case.notOpen`, `closing.workLeft` (409 with the counts), `closing.alreadyProposed`; 422 `closing.rightOpen` by right.
   */
  async propose(actor: Actor, caseId: string, input: NewClosing): Promise<void> {
    const act = { name: 'case.close', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.close');
      const open = rightsOpen(input.reason, input.rights, facts.risk);
      if (open.length > 0)
        throw new Invalid(open.map((right) => ({ pointer: `/rights/${right}`, code: 'closing.rightOpen' })));
      await this.nothingLeft(work, caseId);
      const unmet = (await needsOfCase(work, caseId)).filter(({ status }) => isUnmet(status));
      if (await work.manager.existsBy(CaseClosing, { caseId, status: 'PROPOSED' }))
        throw new Refused('closing.alreadyProposed');
      const closing = await this.save(work, actor, facts, input);
      await this.ledger.append(work, {
        act: 'closing.proposed',
        object: { kind: 'closing', id: closing.id },
        caseId,
        facts: {
          reason: input.reason,
          notDone: RIGHTS.filter((right) => input.rights[right] === 'NOT_DONE'),
          needsSecondPerson: facts.mandate === 'VIOLENCE',
          unmetNeeds: unmet.map(({ serviceCode }) => serviceCode),
        },
      });
      if (closing.status === 'CLOSED') return this.end(work, facts, closing);
      await this.clocks.raise(work, facts, 'closing.proposed', work.at, { byAnother: true });
      await this.outbox.announce(work, 'closing.proposed', { caseId, closingId: closing.id });
    });
  }

  /** Another person agrees: the case ends now. Refusals: `closing.alreadyDecided`, `closing.workLeft`, `fourEyes.samePerson`. */
  async approve(actor: Actor, id: string): Promise<string> {
    return this.decide(actor, id, 'approve', async (work, facts, closing) => {
      await this.nothingLeft(work, facts.id);
      await work.manager.update(CaseClosing, { id }, this.decided('CLOSED', actor, work));
      await this.end(work, facts, closing);
    });
  }

  /** Another person says no, with the reason; the case stays open. Refusals: `closing.alreadyDecided`, `fourEyes.samePerson`. */
  async reject(actor: Actor, id: string, reason: string): Promise<string> {
    return this.decide(actor, id, 'reject', async (work, facts) => {
      const vault = await this.vault.open(work, facts.id);
      const decisionSealed = vault.seal('case_closing.decision', id, reason);
      await work.manager.update(
        CaseClosing,
        { id },
        { ...this.decided('REJECTED', actor, work), decisionSealed },
      );
    });
  }

  /** Whoever proposed it takes it back. Refusals: `closing.alreadyDecided`, `closing.notYours`. */
  async withdraw(actor: Actor, id: string): Promise<string> {
    return this.decide(actor, id, 'withdraw', async (work) => {
      await work.manager.update(CaseClosing, { id }, this.decided('WITHDRAWN', actor, work));
    });
  }

  /** After-care falls away, monitoring begins anew. One person is enough: help must not wait. Refusals: `case.stillOpen`. */
  async reopen(actor: Actor, caseId: string, reason: string): Promise<void> {
    const act = { name: 'case.reopen', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      await caseForAct(work, caseId, 'case.reopen');
      const closing = await work.manager.findOneByOrFail(CaseClosing, { caseId, status: 'CLOSED' });
      const vault = await this.vault.open(work, caseId);
      await work.manager.update(
        CaseClosing,
        { id: closing.id },
        {
          status: 'REOPENED',
          reopenedBy: actor.accountId,
          reopenedAt: work.at,
          reopeningSealed: vault.seal('case_closing.reopening', closing.id, reason),
        },
      );
      await this.cases.reopen(work, caseId);
      await this.ledger.append(work, {
        act: 'case.reopened',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { closing: closing.id },
        detail: reason,
      });
      await this.outbox.announce(work, 'case.changed', { caseId });
    });
  }

  private async decide(
    actor: Actor,
    id: string,
    decision: Decision,
    save: (work: Work, facts: CaseFacts, closing: CaseClosing) => Promise<void>,
  ): Promise<string> {
    const act: ActName = { name: 'case.decideClosing', object: { kind: 'closing', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const found = await work.manager.findOneBy(CaseClosing, { id });
      if (!found) throw new NotFound();
      const { caseId } = found;
      act.caseId = caseId;
      // Whoever lost the race to decide hears that it is decided, and not that the case is closed.
      const facts = await readCaseFacts(work, caseId, { lock: true });
      // Only now, under the lock of the case, does it stand still.
      const closing = await work.manager.findOneByOrFail(CaseClosing, { id });
      const { proposedBy } = await this.closings.shown(work, closing);
      const code = whyNotDecide(decision, sightOf(actor, closing, proposedBy));
      if (code) throw new Refused(code, { current: { status: closing.status } });
      if (decision === 'approve') await refuseInterest(work, caseId, proposedBy.personId);
      await this.clocks.raise(work, facts, 'closing.decided', work.at);
      await save(work, facts, closing);
      await this.ledger.append(work, {
        act: LEDGER_WORDS[decision],
        object: { kind: 'closing', id },
        caseId,
        facts: { reason: closing.reason, proposedBy: proposedBy.accountId },
      });
      if (decision !== 'withdraw')
        await this.outbox.announce(work, 'closing.decided', { caseId, accountId: proposedBy.accountId });
      return caseId;
    });
  }

  private async nothingLeft(work: Work, caseId: string): Promise<void> {
    const left = await referralsLeft(work, caseId);
    if (isWorkLeft(left)) throw new Refused('closing.workLeft', { current: left });
  }

  private async save(work: Work, actor: Actor, facts: CaseFacts, input: NewClosing): Promise<CaseClosing> {
    const id = randomUUID();
    const vault = await this.vault.open(work, facts.id);
    const alone = facts.mandate === 'FAMILY';
    const closing = Object.assign(new CaseClosing(), {
      id,
      caseId: facts.id,
      reason: input.reason,
      rights: input.rights,
      summarySealed: vault.seal('case_closing.summary', id, input.summary),
      afterCare: owesAfterCare(input.reason),
      proposedBy: actor.accountId,
      proposedAt: work.at,
      status: alone ? ('CLOSED' as const) : ('PROPOSED' as const),
      decidedBy: alone ? actor.accountId : null,
      decidedAt: alone ? work.at : null,
      decisionSealed: null,
      reopenedBy: null,
      reopenedAt: null,
      reopeningSealed: null,
    });
    await work.manager.insert(CaseClosing, closing);
    return closing;
  }

  private async end(work: Work, { id: caseId }: CaseFacts, closing: CaseClosing): Promise<void> {
    await this.cases.close(work, caseId, closing.afterCare);
    await this.ledger.append(work, {
      act: 'case.closed',
      object: { kind: 'case', id: caseId },
      caseId,
      facts: { reason: closing.reason, afterCare: closing.afterCare, closing: closing.id },
    });
    await this.outbox.announce(work, 'case.changed', { caseId });
  }

  private decided(status: 'CLOSED' | 'REJECTED' | 'WITHDRAWN', actor: Actor, work: Work) {
    return { status, decidedBy: actor.accountId, decidedAt: work.at };
  }
}

const LEDGER_WORDS = {
  approve: 'closing.approved',
  reject: 'closing.rejected',
  withdraw: 'closing.withdrawn',
} as const satisfies Record<Decision, string>;
