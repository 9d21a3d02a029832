import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, Role } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { hashPassword } from './passwords.js';
import { firstPassword } from './rules/first-password.js';

export interface Recovery {
  id: string;
  accountId: string;
  displayName: string;
  role: Role;
  agencyName: string;
  proposedByName: string;
  proposedAt: Date;
  status: 'PROPOSED' | 'CONFIRMED';
  mayDecide: boolean;
}

/** One half of a first password, shown once; the other is in other hands. */
export interface Half {
  id: string;
  half: string;
}

/**
 * Lets somebody back in who lost password and factors. Two people, two halves of the new first password: neither of them
 * can sign in as that person alone. Who may confirm is decided in the database (`simpul.answers_for`).
 */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
  ) {}

  /** An administrator begins it; nothing changes yet. Refusals: NotFound, `account.self`, `recovery.notPossible`. */
  async propose(actor: Actor, accountId: string): Promise<Half> {
    const id = randomUUID();
    const half = newHalf();
    const object = { kind: 'account', id: accountId };
    return this.unitOfWork.run(actor, { name: 'account.proposeRecovery', object }, async (work) => {
      if (accountId === actor.accountId) throw new Refused('account.self');
      const [known] = await work.query('select 1 from simpul.account where id = $1', [accountId]);
      if (!known) throw new NotFound();
      const [made] = await work.query<{ done: boolean }>(
        'select simpul.propose_recovery($1, $2, $3) as done',
        [accountId, id, this.vault.sealForServer(half, `recovery|${id}`)],
      );
      // Ended meanwhile, or one is under way already.
      if (!made!.done) throw new Refused('recovery.notPossible');
      await this.ledger.append(work, { act: 'account.recoveryProposed', object });
      await this.outbox.announce(work, 'account.recoveryProposed', { accountId });
      return { id, half };
    });
  }

  /** What waits for whoever asks, and an administrator's own proposals. */
  async list(actor: Actor): Promise<Recovery[]> {
    return this.unitOfWork.run(actor, { name: 'account.recoveries' }, async (work) => {
      const items = await work.query<Recovery>(
        `select id, account_id as "accountId", display_name as "displayName", role, agency_name as "agencyName",
                proposed_by_name as "proposedByName", proposed_at as "proposedAt", status, may_decide as "mayDecide"
           from simpul.recoveries()`,
      );
      await this.ledger.append(work, { act: 'account.recoveriesListed', facts: { shown: items.length } });
      return items;
    });
  }

  /**
   * The second person has the first one's word and the person before them: factors, codes and sessions end, and the
   * password is both halves. Refuses NotFound to everybody who does not answer for that office.
   */
  async confirm(actor: Actor, id: string): Promise<Half> {
    const half = newHalf();
    const object = { kind: 'accountRecovery', id };
    return this.unitOfWork.run(actor, { name: 'account.decideRecovery', object }, async (work) => {
      const [found] = await work.query<{ half: Buffer | null }>('select simpul.recovery_half($1) as half', [
        id,
      ]);
      if (!found!.half) throw new NotFound();
      const first = this.vault.unsealForServer(found!.half, `recovery|${id}`);
      const whom = await this.decided(work, id, await hashPassword(`${first}-${half}`));
      await this.ledger.append(work, {
        act: 'account.recoveryConfirmed',
        object: { kind: 'account', id: whom },
      });
      await this.outbox.announce(work, 'account.recoveryConfirmed', { accountId: whom });
      return { id, half };
    });
  }

  /** The second person says no; nothing changes. NotFound as above. */
  async reject(actor: Actor, id: string): Promise<void> {
    const object = { kind: 'accountRecovery', id };
    await this.unitOfWork.run(actor, { name: 'account.decideRecovery', object }, async (work) => {
      const whom = await this.decided(work, id, null);
      await this.ledger.append(work, {
        act: 'account.recoveryRejected',
        object: { kind: 'account', id: whom },
      });
    });
  }

  /** They are back at work: cases open again. NotFound as above, and while the first password was not changed. */
  async release(actor: Actor, id: string): Promise<void> {
    const object = { kind: 'accountRecovery', id };
    await this.unitOfWork.run(actor, { name: 'account.decideRecovery', object }, async (work) => {
      const [row] = await work.query<{ whom: string | null }>('select simpul.release_recovery($1) as whom', [
        id,
      ]);
      if (!row!.whom) throw new Refused('recovery.notBackYet');
      await this.ledger.append(work, {
        act: 'account.recoveryReleased',
        object: { kind: 'account', id: row!.whom },
      });
    });
  }

  private async decided(work: Work, id: string, hash: string | null): Promise<string> {
    const [row] = await work.query<{ whom: string | null }>('select simpul.decide_recovery($1, $2) as whom', [
      id,
      hash,
    ]);
    if (!row!.whom) throw new NotFound();
    return row!.whom;
  }
}

/** Two groups of four: 39 bits each, and the delay between guesses is for whoever holds only one. */
const newHalf = (): string => firstPassword(randomBytes(64)).slice(0, 9);
