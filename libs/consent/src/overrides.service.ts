import { may, type Actor } from '#access';
import { Ledger } from '#audit';
import { CaseClocks, caseForAct, refuseInterest, type CaseFacts } from '#cases';
import { Outbox, UnitOfWork, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { BasisViews } from './basis-views.js';
import type { BasisView } from './http/consents.dto.js';
import { LawfulBasis } from './lawful-basis.entity.js';
import { LawfulBases, type BasisRow } from './lawful-bases.queries.js';
import { stateOf, type BasisDecision } from './rules/lawful-basis.js';
import { whyNoCountersign } from './rules/may-countersign.js';

const PAST = {
  COUNTERSIGNED: 'consent.countersigned',
  DECLINED: 'consent.countersignDeclined',
} as const satisfies Record<BasisDecision, string>;

/** The second pair of eyes on sharing against the client's own no. Until they have looked, nothing may be sent on it. */
@Injectable()
export class Overrides {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly bases: LawfulBases,
    private readonly clocks: CaseClocks,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly views: BasisViews,
  ) {}

  /**
   * Decides as another human being than the one who recorded it. Refusals: `case.notOpen`,
   * `consent.nothingToCountersign`, `consent.alreadyDecided`, `fourEyes.samePerson`, `fourEyes.conflict`.
   */
  async decide(actor: Actor, id: string, decision: BasisDecision, reason: string | null): Promise<BasisView> {
    const act = {
      name: 'consent.countersign',
      object: { kind: 'basis', id },
      caseId: undefined as string | undefined,
    };
    return this.unitOfWork.run(actor, act, async (work) => {
      const found = await this.bases.one(work, id);
      if (!found) throw new NotFound();
      act.caseId = found.caseId;
      const theCase = await caseForAct(work, found.caseId, 'consent.record');
      // Only now, under the lock of the case, does it stand still: somebody may have decided meanwhile.
      const basis = (await this.bases.one(work, id))!;
      await this.refuseUnlessAnother(work, actor, basis);
      const vault = await this.vault.open(work, theCase.id);
      await work.manager.update(
        LawfulBasis,
        { id },
        {
          decision,
          decidedBy: actor.accountId,
          decidedAt: work.at,
          decisionReasonSealed: reason ? vault.seal('lawful_basis.decision_reason', id, reason) : null,
        },
      );
      await this.write(work, theCase, basis, decision, reason);
      return this.shown(work, id);
    });
  }

  private async shown(work: Work, id: string): Promise<BasisView> {
    const row = (await this.bases.one(work, id))!;
    const [view] = await this.views.of(work, row.caseId, [row]);
    return view!;
  }

  private async refuseUnlessAnother(work: Work, actor: Actor, basis: BasisRow): Promise<void> {
    const viewer = { personId: actor.personId, mayCountersign: may(actor.role, 'consent.countersign') };
    const sight = { recorderPersonId: basis.recordedByPersonId, viewer };
    const code = whyNoCountersign(basis, sight, work.at);
    if (code) throw new Refused(code, { current: { state: stateOf(basis, work.at) } });
    await refuseInterest(work, basis.caseId, basis.recordedByPersonId);
  }

  private async write(
    work: Work,
    theCase: CaseFacts,
    basis: BasisRow,
    decision: BasisDecision,
    reason: string | null,
  ): Promise<void> {
    await this.clocks.raise(work, theCase, 'consent.override_decided', work.at);
    await this.ledger.append(work, {
      act: PAST[decision],
      object: { kind: 'basis', id: basis.id },
      caseId: theCase.id,
      facts: {
        basis: basis.basis,
        receiverKind: basis.receiverKind,
        scopes: [...basis.scopes],
        purpose: basis.purpose,
        toldClient: basis.toldClient,
        proposedBy: basis.recordedBy,
      },
      detail: reason ?? undefined,
    });
    await this.outbox.announce(work, 'consent.overrideDecided', {
      caseId: theCase.id,
      basisId: basis.id,
      accountId: basis.recordedBy,
    });
  }
}
