import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CaseMember } from './case-file.entity.js';
import { caseForAct } from './case-for-act.js';

/** Roles that may work on a case of their agency. */
const TEAM_ROLES = ['intake_counselor', 'case_worker', 'psychologist', 'supervisor'];

/** Who works on a case, from when to when. Whoever leaves sees it no more from that moment. */
@Injectable()
export class CaseTeam {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Brings a colleague of the own agency onto the team. Refusals: `case.notOpen`, `case.alreadyOnTeam`, `case.isSealed`,
   * `member.hasConflict`, 422. */
  async join(actor: Actor, caseId: string, accountId: string): Promise<void> {
    const act = { name: 'case.edit', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.edit');
      const [colleague] = await work.query<{ agency_id: string }>(
        'select agency_id from simpul.account where id = $1 and active and agency_id = $2 and role = any ($3)',
        [accountId, facts.agencyId, TEAM_ROLES],
      );
      if (!colleague) throw new Invalid([{ pointer: '/accountId', code: 'member.notPossible' }]);
      if (!(await this.bring(work, caseId, accountId, colleague.agency_id)))
        throw new Refused('case.alreadyOnTeam');
    });
  }

  /**
   * The same inside another act that needs somebody to see the case: a new owner. The caller has checked who it is.
   * False when they are on the team already.
   */
  async bring(work: Work, caseId: string, accountId: string, agencyId: string): Promise<boolean> {
    await this.refuseStranger(work, caseId, accountId);
    if (await work.manager.existsBy(CaseMember, { caseId, accountId, until: IsNull() })) return false;
    await work.manager.insert(CaseMember, {
      id: randomUUID(),
      caseId,
      accountId,
      agencyId,
      since: work.at,
      until: null,
    });
    await this.ledger.append(work, {
      act: 'case.memberJoined',
      object: { kind: 'account', id: accountId },
      caseId,
    });
    await this.outbox.announce(work, 'case.memberJoined', { caseId, accountId });
    return true;
  }

  /** A sealed case has the team that two people named, and an interest in a case keeps its person out of it. */
  private async refuseStranger(work: Work, caseId: string, accountId: string): Promise<void> {
    const [row] = await work.query<{ sealed: boolean; conflict: boolean }>(
      `select f.sealed and not exists (select 1 from simpul.seal_member m
                where m.case_id = f.id and m.account_id = $2 and m.until is null) as sealed,
              coalesce(simpul.account_has_conflict(f.id, $2), false) as conflict
         from simpul.case_file f where f.id = $1`,
      [caseId, accountId],
    );
    if (row?.sealed) throw new Refused('case.isSealed');
    if (row?.conflict) throw new Refused('member.hasConflict');
  }

  /** Ends a membership. The owner stays until the case is handed over: `case.ownerStays`. */
  async leave(actor: Actor, caseId: string, accountId: string): Promise<void> {
    const act = { name: 'case.edit', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.edit');
      if (facts.ownerAccountId === accountId) throw new Refused('case.ownerStays');
      if (!(await work.manager.existsBy(CaseMember, { caseId, accountId, until: IsNull() })))
        throw new NotFound();
      await this.ledger.append(work, {
        act: 'case.memberLeft',
        object: { kind: 'account', id: accountId },
        caseId,
      });
      // Last: whoever takes themselves off the team no longer sees the case afterwards.
      await work.manager.update(CaseMember, { caseId, accountId, until: IsNull() }, { until: work.at });
      await this.outbox.announce(work, 'case.memberLeft', { caseId, accountId });
    });
  }
}
