import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid } from '#refusals';
import { Injectable } from '@nestjs/common';
import { CaseClocks } from './case-clocks.js';
import { reclassify } from './case-classification.js';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { CaseFile } from './case-file.entity.js';
import { caseForAct } from './case-for-act.js';
import { CaseTeam } from './case-team.service.js';

export interface CaseEdit {
  ownerAccountId?: string;
  contexts?: string[];
  violenceTypes?: string[];
}

/** Who may become the owner of a case; the same roles that may write one. */
const OWNER_ROLES = ['intake_counselor', 'case_worker', 'supervisor'];
const UPTD = 'UPTD_PPA';

/** The acts on a case as a whole. Each is one transaction: find, decide, save, clocks, ledger, announce. */
@Injectable()
export class CasesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clocks: CaseClocks,
    private readonly team: CaseTeam,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Changes owner, contexts or types of violence. Naming violence ends the mandate of a family without violence; a
   * duty that this brings counts from now, because it was told now. Refusals: `case.notOpen`, 422 for an owner who
   * can't be one.
   */
  async edit(actor: Actor, caseId: string, input: CaseEdit): Promise<void> {
    const act = { name: 'case.edit', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const before = await caseForAct(work, caseId, 'case.edit');
      if (input.ownerAccountId) await this.handOver(work, before, input.ownerAccountId);
      const { contexts, violenceTypes } = input;
      const after = await reclassify(work, caseId, { contexts, violenceTypes });
      await this.startWhatIsNew(work, actor, before, after, work.at);
      const fields = Object.keys(input).filter((field) => input[field as keyof CaseEdit] !== undefined);
      await this.ledger.append(work, {
        act: 'case.edited',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { fields, tracks: after.tracks, contexts: after.contexts, violenceTypes: after.violenceTypes },
      });
      await this.outbox.announce(work, 'case.changed', { caseId });
    });
  }

  /** What a further report adds to a case, with the duties that it brings since its receipt. Called by `intake`. */
  async merge(
    work: Work,
    actor: Actor,
    before: CaseFacts,
    told: { violenceTypes: readonly string[]; contexts: readonly string[]; receivedAt: Date },
  ): Promise<CaseFacts> {
    const after = await reclassify(work, before.id, {
      violenceTypes: [...before.violenceTypes, ...told.violenceTypes],
      contexts: [...before.contexts, ...told.contexts],
    });
    await this.startWhatIsNew(work, actor, before, after, told.receivedAt);
    return after;
  }

  /** What a screening found, or what two people agreed on. Called by `screening` in its own acts. */
  async screened(
    work: Work,
    caseId: string,
    found: { risk: string; traffickingConcluded?: boolean },
  ): Promise<CaseFacts> {
    return reclassify(work, caseId, found);
  }

  /** Called by `closure` in its own act. Monitoring ends; after-care, where there is somebody to care for, is owed from now. */
  async close(work: Work, caseId: string, afterCare: boolean): Promise<void> {
    await work.manager.update(CaseFile, { id: caseId }, { closedAt: work.at });
    const event = afterCare ? 'case.closed' : 'case.ended';
    await this.clocks.raise(work, await readCaseFacts(work, caseId), event, work.at);
  }

  /** Called by `closure` in its own act. After-care falls away, monitoring goes on. */
  async reopen(work: Work, caseId: string): Promise<void> {
    await work.manager.update(CaseFile, { id: caseId }, { closedAt: null });
    await this.clocks.raise(work, await readCaseFacts(work, caseId), 'case.reopened', work.at);
  }

  /** One responsible owner at each moment; whoever was it stays on the team. */
  private async handOver(work: Work, facts: CaseFacts, ownerAccountId: string): Promise<void> {
    const [account] = await work.query<{ agency_id: string }>(
      'select agency_id from simpul.account where id = $1 and active and agency_id = $2 and role = any($3)',
      [ownerAccountId, facts.agencyId, OWNER_ROLES],
    );
    if (!account) throw new Invalid([{ pointer: '/ownerAccountId', code: 'owner.notPossible' }]);
    // Before the hand-over: afterwards the case may be out of the sight of whoever hands it over.
    await this.team.bring(work, facts.id, ownerAccountId, account.agency_id);
    await work.manager.update(CaseFile, { id: facts.id }, { ownerAccountId });
  }

  private async startWhatIsNew(
    work: Work,
    actor: Actor,
    before: CaseFacts,
    after: CaseFacts,
    at: Date,
  ): Promise<void> {
    const becameViolence = before.mandate === 'FAMILY' && after.mandate === 'VIOLENCE';
    if (becameViolence) await this.clocks.raise(work, after, 'report.received', at);
    const sexualNow = !before.violenceTypes.includes('SEKSUAL') && after.violenceTypes.includes('SEKSUAL');
    if (sexualNow && actor.agencyKind === UPTD)
      await this.clocks.raise(work, after, 'report.received_by_uptd', at);
    if (sexualNow) await this.clocks.incident(work, after, []);
  }
}
