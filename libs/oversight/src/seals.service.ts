import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type ActName } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { sealReasonFits, type SealDecision, type SealKind } from './rules/sealing.js';

export interface NewSeal {
  kind: SealKind;
  reason: string;
  /** Accounts that will see the case; none for its opening. */
  team: string[];
}

const STATUS = { approve: 'APPROVED', reject: 'REJECTED', withdraw: 'WITHDRAWN' } as const;
const EVENTS = { approve: 'seal.approved', reject: 'seal.rejected', withdraw: 'seal.withdrawn' } as const;

/**
 * Seals a case for a named team, and opens it again: proposed by one person, decided by another, one of them an
 * integrity officer (decision 0120). To everybody else the case is then not there.
 */
@Injectable()
export class Seals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Refusals: `seal.alreadyProposed`, `seal.notSealed`; 422 `seal.reason`, `seal.teamNotPossible`. Out of sight: not found. */
  async propose(actor: Actor, caseId: string, input: NewSeal): Promise<void> {
    const act = { name: 'seal.propose', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const { sealed } = await this.caseInReach(work, actor, caseId);
      if (!sealReasonFits(input.kind, input.reason))
        throw new Invalid([{ pointer: '/reason', code: 'seal.reason' }]);
      const team = input.kind === 'SEAL' ? [...new Set(input.team)].sort() : [];
      if (input.kind === 'UNSEAL' && !sealed) throw new Refused('seal.notSealed');
      if (input.kind === 'SEAL') {
        const [fits] = await work.query<{ yes: boolean | null }>(
          'select simpul.seal_team_fits($1, $2) as yes',
          [caseId, team],
        );
        if (!fits!.yes) throw new Invalid([{ pointer: '/teamAccountIds', code: 'seal.teamNotPossible' }]);
      }
      const id = randomUUID();
      const [written] = await work.query(
        `insert into simpul.case_seal (id, case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
        [id, caseId, input.kind, input.reason, team, actor.accountId, actor.personId, actor.role, work.at],
      );
      if (!written) throw new Refused('seal.alreadyProposed');
      await this.ledger.append(work, {
        act: input.kind === 'SEAL' ? 'seal.proposed' : 'seal.openingProposed',
        object: { kind: 'seal', id },
        caseId,
        facts: { reason: input.reason, team: team.length },
      });
      await this.outbox.announce(work, 'seal.proposed', { caseId, sealId: id });
    });
  }

  /**
   * Decides or takes back. Refusals: `seal.alreadyDecided`, `seal.notYours`, `seal.needsGuard`, `seal.teamNotPossible`,
   * `fourEyes.samePerson`, `fourEyes.conflict`. Out of reach: not found.
   */
  async decide(actor: Actor, id: string, decision: SealDecision): Promise<void> {
    const act: ActName = { name: 'seal.decide', object: { kind: 'seal', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const [found] = await work.query<{
        caseId: string;
        kind: SealKind;
        proposedBy: string;
        team: string[];
      }>(
        'select case_id as "caseId", kind, proposed_by as "proposedBy", team from simpul.case_seal where id = $1',
        [id],
      );
      if (!found) throw new NotFound();
      act.caseId = found.caseId;
      // Before the decision: with it the case may leave the sight of whoever decides.
      await this.ledger.append(work, {
        act: EVENTS[decision],
        object: { kind: 'seal', id },
        caseId: found.caseId,
        facts: { kind: found.kind, proposedBy: found.proposedBy },
      });
      const [answer] = await work.query<{ code: string }>('select simpul.decide_seal($1, $2) as code', [
        id,
        STATUS[decision],
      ]);
      const { code } = answer!;
      if (code === 'notFound') throw new NotFound();
      if (code !== 'done') throw new Refused(code);
      if (decision === 'approve')
        for (const accountId of found.team)
          await this.outbox.announce(work, 'case.memberJoined', { caseId: found.caseId, accountId });
      await this.outbox.announce(work, 'seal.decided', { caseId: found.caseId, accountId: found.proposedBy });
    });
  }

  /** The case where the actor sees it, or where a guard may act without seeing it. */
  private async caseInReach(
    work: Parameters<Parameters<UnitOfWork['run']>[2]>[0],
    actor: Actor,
    caseId: string,
  ): Promise<{ sealed: boolean }> {
    const [seen] = await work.query<{ sealed: boolean }>(
      'select sealed from simpul.case_file where id = $1',
      [caseId],
    );
    if (seen) return seen;
    const [guarded] = await work.query<{ sealed: boolean }>(
      'select sealed from simpul.guarded_cases() where "caseId" = $1',
      [caseId],
    );
    if (!guarded || actor.role !== 'integrity_officer') throw new NotFound();
    return guarded;
  }
}
