import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { readCaseFacts } from '#cases';
import { Outbox, UnitOfWork, type ActName, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';

const UNIQUE = '23505';

/**
 * Conflicts of interest: from the moment one is noted, the case is not there for that human being, whatever their role
 * and account (decision 0121). Anybody on the case may say it of themselves.
 */
@Injectable()
export class Conflicts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * "I know one of the people." Without `accountId` of oneself. Refusals: `conflict.handOverFirst` for whoever answers
   * for the case (it must never be nobody's), `conflict.alreadyNoted`; 422 for somebody unknown.
   */
  async note(actor: Actor, caseId: string, accountId?: string): Promise<void> {
    const act = { name: 'conflict.note', object: { kind: 'case', id: caseId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const guard = actor.role === 'integrity_officer';
      const meant = await this.person(work, accountId ?? actor.accountId);
      if (guard) await this.guarded(work, caseId);
      else {
        const facts = await readCaseFacts(work, caseId, { lock: true });
        if (facts.ownerAccountId === meant.accountId) throw new Refused('conflict.handOverFirst');
      }
      // A guard does not see the case, so what they say of themselves is said as its guard.
      const source = guard ? 'INTEGRITY' : meant.personId === actor.personId ? 'SELF' : 'COLLEAGUE';
      const id = randomUUID();
      // No RETURNING: whoever says it of themselves no longer sees the row.
      await this.insert(work, [id, caseId, meant.personId, source, actor.accountId, actor.personId, work.at]);
      await this.ledger.append(work, {
        act: 'conflict.noted',
        object: { kind: 'conflict', id },
        caseId,
        facts: { source, account: meant.accountId },
      });
      await this.outbox.announce(work, 'conflict.noted', { caseId });
    });
  }

  /** Takes a conflict back. Not by whom it means, nor by who noted it: then it is not found. */
  async lift(actor: Actor, id: string): Promise<void> {
    const act: ActName = { name: 'conflict.lift', object: { kind: 'conflict', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const [lifted] = await work.query<{ caseId: string }>(
        `update simpul.case_conflict set lifted_by = $2, lifted_at = $3
          where id = $1 and lifted_at is null returning case_id as "caseId"`,
        [id, actor.accountId, work.at],
      );
      if (!lifted) throw new NotFound();
      await this.ledger.append(work, {
        act: 'conflict.lifted',
        object: { kind: 'conflict', id },
        caseId: lifted.caseId,
      });
    });
  }

  private async insert(work: Work, values: unknown[]): Promise<void> {
    try {
      await work.query(
        `insert into simpul.case_conflict (id, case_id, person_id, source, added_by, added_by_person, since)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        values,
      );
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE) throw new Refused('conflict.alreadyNoted');
      throw error;
    }
  }

  private async person(work: Work, accountId: string): Promise<{ accountId: string; personId: string }> {
    const [found] = await work.query<{ accountId: string; personId: string }>(
      'select id as "accountId", person_id as "personId" from simpul.account where id = $1',
      [accountId],
    );
    if (!found) throw new Invalid([{ pointer: '/accountId', code: 'conflict.unknownPerson' }]);
    return found;
  }

  private async guarded(work: Work, caseId: string): Promise<void> {
    const [found] = await work.query('select 1 from simpul.guarded_cases() where "caseId" = $1', [caseId]);
    if (!found) throw new NotFound();
  }
}
