import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { CaseClocks, caseForAct, Milestones } from '#cases';
import { Outbox, UnitOfWork } from '#database';
import { Invalid, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { AftercareCheck, CaseClosing } from './case-closing.entity.js';
import { eventOf, suggestsReopening, type AftercareOutcome } from './rules/aftercare.js';

/** How somebody is after the end of their case: what was tried, and what was heard. */
@Injectable()
export class Aftercare {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clocks: CaseClocks,
    private readonly milestones: Milestones,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A check meets the clock that is due first; a try that reached nobody meets none and stays on record; a client who
   * wants no more of them ends the rest. Refusals: `case.stillOpen`, `case.familyMatter`, `aftercare.notOwed`, 422 for help without a note. Returns the check's id.
   */
  async record(
    actor: Actor,
    caseId: string,
    input: { outcome: AftercareOutcome; note?: string },
  ): Promise<string> {
    const act = { name: 'case.aftercare', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.aftercare');
      const closing = await work.manager.findOneByOrFail(CaseClosing, { caseId, status: 'CLOSED' });
      if (!closing.afterCare) throw new Refused('aftercare.notOwed');
      if (suggestsReopening(input.outcome) && !input.note)
        throw new Invalid([{ pointer: '/note', code: 'required' }]);
      const id = randomUUID();
      const vault = await this.vault.open(work, caseId);
      await work.manager.insert(AftercareCheck, {
        id,
        caseId,
        outcome: input.outcome,
        noteSealed: input.note ? vault.seal('aftercare_check.note', id, input.note) : null,
        doneBy: actor.accountId,
        at: work.at,
      });
      const event = eventOf(input.outcome);
      if (event === 'aftercare.checked') await this.milestones.happened(work, facts, event, work.at);
      else if (event) await this.clocks.raise(work, facts, event, work.at);
      await this.ledger.append(work, {
        act: 'aftercare.recorded',
        object: { kind: 'aftercare', id },
        caseId,
        facts: { outcome: input.outcome, suggestsReopening: suggestsReopening(input.outcome) },
      });
      await this.outbox.announce(work, 'case.changed', { caseId });
      return id;
    });
  }
}
