import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { isMilestone } from '#deadlines';
import { Invalid } from '#refusals';
import { Injectable } from '@nestjs/common';
import { CaseClocks } from './case-clocks.js';
import { caseForAct } from './case-for-act.js';
import type { CaseFacts } from './case-facts.js';
import { isOwnMilestone } from './rules/case-milestones.js';
import { Milestone } from './milestone.entity.js';

/** Facts outside the system that end and start clocks: at the police, in court, in a clinic, in the shelter. */
@Injectable()
export class Milestones {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clocks: CaseClocks,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Records that something happened, at a time that is not in the future (default: now). Refusals: `case.notOpen`,
   * `case.familyMatter`, 422 for an unknown kind or an impossible time. Returns the milestone's id.
   */
  async record(actor: Actor, caseId: string, input: { kind: string; at?: Date }): Promise<string> {
    const act = { name: 'case.milestone', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.milestone');
      if (!isMilestone(input.kind) && !isOwnMilestone(input.kind))
        throw new Invalid([{ pointer: '/kind', code: 'milestone.unknown' }]);
      const at = input.at ?? work.at;
      if (at > work.at) throw new Invalid([{ pointer: '/at', code: 'time.inTheFuture' }]);
      return this.happened(work, facts, input.kind, at);
    });
  }

  /**
   * The same inside the act of another library that makes it true (a referral to LPSK is the request to LPSK). The
   * caller has the case's facts, and says when.
   */
  async happened(work: Work, facts: CaseFacts, kind: string, at: Date): Promise<string> {
    const id = randomUUID();
    const caseId = facts.id;
    await work.manager.insert(Milestone, { id, caseId, kind, at, recordedBy: work.actor!.accountId });
    await this.clocks.raise(work, facts, kind, at);
    await this.ledger.append(work, {
      act: 'case.milestoneRecorded',
      object: { kind: 'milestone', id },
      caseId,
      facts: { milestone: kind, happenedAt: at.toISOString() },
    });
    await this.outbox.announce(work, 'case.changed', { caseId });
    return id;
  }
}
