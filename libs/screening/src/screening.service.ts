import { randomUUID } from 'node:crypto';
import { may, type Actor, type Role } from '#access';
import { Ledger } from '#audit';
import { CaseClocks, caseForAct, CasesService, CaseTeam, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { RULE_VERSION } from './rule-version.js';
import { decideRisk, type RiskLevel } from './rules/risk.js';
import { Screening, type ScreeningAnswers } from './screening.entity.js';
import { Screenings } from './screenings.queries.js';

export interface NewScreening extends ScreeningAnswers {
  risk: RiskLevel;
  reason?: string;
  /** E-mail of a colleague who stands beside a lowering. */
  secondAccountEmail?: string;
}

/** A screening as it stands after the act, with the facts of its case. */
export interface RecordedScreening {
  screening: Screening;
  answers: ScreeningAnswers;
  facts: CaseFacts;
}

interface Colleague {
  id: string;
  personId: string;
  mayApprove: boolean;
}

/** Records what was seen of the danger, sets the level of the case, and starts what hangs on it. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CasesService,
    private readonly clocks: CaseClocks,
    private readonly team: CaseTeam,
    private readonly screenings: Screenings,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Refusals: `case.notOpen`; below the suggested or the present level `screening.loweringNeedsReason`,
   * `screening.loweringNeedsSecondPerson`, `screening.secondPersonIsTheFirst`, `screening.secondPersonMayNotApprove`
   * (409, each naming its field).
   */
  async record(actor: Actor, caseId: string, input: NewScreening): Promise<RecordedScreening> {
    const act = { name: 'screening.record', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const before = await caseForAct(work, caseId, 'screening.record');
      const screening = await this.decide(work, actor, before, input);
      const { risk, traffickingConcluded } = screening;
      const after = await this.cases.screened(work, caseId, { risk, traffickingConcluded });
      await work.manager.insert(Screening, screening);
      // Whoever stands for a lowering must be able to look, and to raise the level again alone.
      if (screening.secondAccountId)
        await this.team.bring(work, caseId, screening.secondAccountId, actor.agencyId);
      if (before.risk === null) await this.clocks.firstScreened(work, after, input.redFlags);
      else await this.clocks.rescreened(work, after, before.risk, input.redFlags);
      await this.write(work, screening, input);
      return { screening, answers: answersOf(input), facts: after };
    });
  }

  private async decide(
    work: Work,
    actor: Actor,
    theCase: CaseFacts,
    input: NewScreening,
  ): Promise<Screening> {
    const second = input.secondAccountEmail ? await this.colleague(work, input.secondAccountEmail) : null;
    const earlier = theCase.risk as RiskLevel | null;
    const { risk: chosen, redFlags, reason } = input;
    const verdict = decideRisk({
      chosen,
      redFlags,
      earlier,
      reason,
      deciderPersonId: actor.personId,
      second,
    });
    if (!verdict.allowed)
      throw new Refused(verdict.code, {
        errors: [{ pointer: verdict.pointer, code: verdict.code }],
        current: { risk: earlier, suggestedRisk: verdict.suggested },
      });
    const id = randomUUID();
    const vault = await this.vault.open(work, theCase.id);
    const trafficking = this.screenings.trafficking(theCase, input);
    return Object.assign(new Screening(), {
      id,
      caseId: theCase.id,
      screenedBy: actor.accountId,
      secondAccountId: verdict.lowered ? second!.id : null,
      risk: chosen,
      suggestedRisk: verdict.suggested,
      earlierRisk: earlier,
      lowered: verdict.lowered,
      traffickingIndicated: trafficking.indicated,
      traffickingConcluded: trafficking.concluded,
      ruleVersion: RULE_VERSION,
      answersSealed: vault.seal('screening.answers', id, JSON.stringify(answersOf(input))),
      reasonSealed: reason ? vault.seal('screening.reason', id, reason) : null,
      at: work.at,
    });
  }

  private async colleague(work: Work, email: string): Promise<Colleague | null> {
    const [row] = await work.query<{ id: string; person_id: string; role: Role }>(
      'select id, person_id, role from simpul.colleague_by_email($1)',
      [email.trim()],
    );
    return row
      ? { id: row.id, personId: row.person_id, mayApprove: may(row.role, 'screening.approve') }
      : null;
  }

  private async write(work: Work, screening: Screening, input: NewScreening): Promise<void> {
    const { id, caseId, risk, suggestedRisk, earlierRisk, lowered, secondAccountId } = screening;
    await this.ledger.append(work, {
      act: 'screening.recorded',
      object: { kind: 'screening', id },
      caseId,
      facts: {
        risk,
        suggestedRisk,
        earlierRisk,
        lowered,
        secondAccountId,
        redFlags: input.redFlags.length,
        traffickingConcluded: screening.traffickingConcluded,
      },
      detail: input.reason,
    });
    await this.outbox.announce(work, lowered ? 'screening.lowered' : 'screening.recorded', {
      caseId,
      screeningId: id,
      ...(secondAccountId && { secondAccountId }),
    });
  }
}

function answersOf({ redFlags, recruitment, control, conclusion }: ScreeningAnswers): ScreeningAnswers {
  return { redFlags, recruitment, control, conclusion };
}
