import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { CaseClocks, caseForAct, CasesService, refuseInterest, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type ActName, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { RULE_VERSION } from './rule-version.js';
import { whyNoApproval } from './rules/approval.js';
import { decideRisk, type RiskLevel, type RiskVerdict } from './rules/risk.js';
import { sightOf } from './screening-acts.js';
import { Screening, type ScreeningAnswers } from './screening.entity.js';
import { Screenings, type ShownScreening } from './screenings.queries.js';

export interface NewScreening extends ScreeningAnswers {
  risk: RiskLevel;
  reason?: string;
}

/** A screening as it stands after the act, with the facts of its case. */
export interface RecordedScreening {
  shown: ShownScreening;
  facts: CaseFacts;
}

type Allowed = Extract<RiskVerdict, { allowed: true }>;

/** Records what was seen of the danger, sets the level of the case, and starts what hangs on it. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CasesService,
    private readonly clocks: CaseClocks,
    private readonly screenings: Screenings,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * What was told holds at once, and so does a higher level. A level below what held, or below what newly told flags
   * say, is a proposal: until another person approves it the case stands at the higher of the two. A proposal that
   * still waits is overtaken. Refusals: `case.notOpen`, `screening.loweringNeedsReason` (409 with the field).
   */
  async record(actor: Actor, caseId: string, input: NewScreening): Promise<RecordedScreening> {
    const act = { name: 'screening.record', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const before = await caseForAct(work, caseId, 'screening.record');
      const verdict = decided(before, input, await this.screenings.redFlags(work, caseId));
      const holds = verdict.lowered ? verdict.floor : input.risk;
      const overtaken = await this.overtake(work, caseId);
      const screening = await this.save(work, actor, before, input, verdict);
      const { traffickingConcluded } = screening;
      const after = await this.cases.screened(work, caseId, { risk: holds, traffickingConcluded });
      if (before.risk === null) await this.clocks.firstScreened(work, after, input.redFlags);
      else await this.clocks.rescreened(work, after, before.risk, input.redFlags);
      if (overtaken) await this.clocks.raise(work, after, 'screening.lowering_decided', work.at);
      if (screening.lowered)
        await this.clocks.raise(work, after, 'screening.lowering_proposed', work.at, { byAnother: true });
      await this.write(work, screening, input, { holds, overtaken });
      return { shown: await this.screenings.shown(work, screening), facts: after };
    });
  }

  /**
   * The second pair of eyes: from now on the lower level holds, and the clocks follow it. Refusals: `case.notOpen`,
   * `screening.nothingToApprove`, `screening.alreadyApproved`, `screening.overtaken`, `fourEyes.samePerson`.
   */
  async approve(actor: Actor, id: string): Promise<RecordedScreening> {
    const act: ActName = { name: 'screening.approve', object: { kind: 'screening', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const found = await work.manager.findOneBy(Screening, { id });
      if (!found) throw new NotFound();
      const { caseId, risk } = found;
      act.caseId = caseId;
      const before = await caseForAct(work, caseId, 'screening.record');
      // Only now, under the lock of the case, does it stand still: somebody may have approved or overtaken it meanwhile.
      const screening = await work.manager.findOneByOrFail(Screening, { id });
      const { answers, screenedBy } = await this.screenings.shown(work, screening);
      const code = whyNoApproval(sightOf(actor, screening, screenedBy));
      if (code) throw new Refused(code, { current: { risk: before.risk, status: screening.status } });
      await refuseInterest(work, caseId, screenedBy.personId);
      const approval = { status: 'APPROVED', approvedBy: actor.accountId, approvedAt: work.at } as const;
      await work.manager.update(Screening, { id }, approval);
      const after = await this.cases.screened(work, caseId, { risk });
      await this.clocks.rescreened(work, after, before.risk!, answers.redFlags);
      await this.clocks.raise(work, after, 'screening.lowering_decided', work.at);
      await this.ledger.append(work, {
        act: 'screening.approved',
        object: { kind: 'screening', id },
        caseId,
        facts: { risk, earlierRisk: before.risk, proposedBy: screenedBy.accountId },
      });
      await this.outbox.announce(work, 'screening.lowered', {
        caseId,
        screeningId: id,
        accountId: screenedBy.accountId,
      });
      return {
        shown: await this.screenings.shown(work, Object.assign(screening, approval)),
        facts: after,
      };
    });
  }

  /** The proposal that waited, if one did: whoever screens anew has looked later than it. */
  private async overtake(work: Work, caseId: string): Promise<Screening | null> {
    const waiting = await work.manager.findOneBy(Screening, { caseId, status: 'PENDING_APPROVAL' });
    if (waiting) await work.manager.update(Screening, { id: waiting.id }, { status: 'OVERTAKEN' });
    return waiting;
  }

  private async save(
    work: Work,
    actor: Actor,
    theCase: CaseFacts,
    input: NewScreening,
    verdict: Allowed,
  ): Promise<Screening> {
    const id = randomUUID();
    const { risk, reason } = input;
    const vault = await this.vault.open(work, theCase.id);
    const trafficking = this.screenings.trafficking(theCase, input);
    const screening = Object.assign(new Screening(), {
      id,
      caseId: theCase.id,
      screenedBy: actor.accountId,
      risk,
      suggestedRisk: verdict.suggested,
      earlierRisk: theCase.risk as RiskLevel | null,
      lowered: verdict.lowered,
      traffickingIndicated: trafficking.indicated,
      traffickingConcluded: trafficking.concluded,
      ruleVersion: RULE_VERSION,
      answersSealed: vault.seal('screening.answers', id, JSON.stringify(answersOf(input))),
      reasonSealed: reason ? vault.seal('screening.reason', id, reason) : null,
      at: work.at,
      status: verdict.lowered ? ('PENDING_APPROVAL' as const) : ('RECORDED' as const),
      approvedBy: null,
      approvedAt: null,
    });
    await work.manager.insert(Screening, screening);
    return screening;
  }

  private async write(
    work: Work,
    screening: Screening,
    input: NewScreening,
    { holds, overtaken }: { holds: RiskLevel; overtaken: Screening | null },
  ): Promise<void> {
    const { id, caseId, risk, suggestedRisk, earlierRisk, lowered } = screening;
    await this.ledger.append(work, {
      act: 'screening.recorded',
      object: { kind: 'screening', id },
      caseId,
      facts: {
        risk,
        holds,
        suggestedRisk,
        earlierRisk,
        lowered,
        ...(overtaken && { overtaken: overtaken.id }),
        redFlags: input.redFlags.length,
        traffickingConcluded: screening.traffickingConcluded,
      },
      detail: input.reason,
    });
    await this.outbox.announce(work, lowered ? 'screening.loweringProposed' : 'screening.recorded', {
      caseId,
      screeningId: id,
    });
    if (overtaken)
      await this.outbox.announce(work, 'screening.loweringOvertaken', {
        caseId,
        screeningId: overtaken.id,
        accountId: overtaken.screenedBy,
      });
  }
}

function decided(theCase: CaseFacts, input: NewScreening, knownFlags: readonly string[]): Allowed {
  const earlier = theCase.risk as RiskLevel | null;
  const { risk: chosen, redFlags, reason } = input;
  const verdict = decideRisk({ chosen, redFlags, earlier, knownFlags, reason });
  if (verdict.allowed) return verdict;
  throw new Refused(verdict.code, {
    errors: [{ pointer: verdict.pointer, code: verdict.code }],
    current: { risk: earlier, suggestedRisk: verdict.suggested },
  });
}

function answersOf({ redFlags, recruitment, control, conclusion }: ScreeningAnswers): ScreeningAnswers {
  return { redFlags, recruitment, control, conclusion };
}
