import type { Actor, Role } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';

export interface Newcomer {
  id: string;
  /** Their account is new, or an administrator gave it another first password. */
  reason: 'NEW' | 'RESET';
  displayName: string;
  role: Role;
  agencyName: string;
  madeByName: string;
  madeAt: Date;
  /** They have signed in and made a password of their own. */
  arrived: boolean;
  mayDecide: boolean;
}

type Verdict = 'letIn' | 'turnedAway' | 'known' | 'closed' | 'notFound' | 'notYet' | 'holdsWork';
const REFUSALS: Partial<Record<Verdict, string>> = {
  notYet: 'newcomer.notYet',
  holdsWork: 'account.holdsWork',
};

/** What was done, in the ledger's words. */
const ACTS: Partial<Record<Verdict, string>> = {
  letIn: 'account.letIn',
  turnedAway: 'account.turnedAway',
  known: 'account.knownAfterReset',
  closed: 'account.resetNotKnown',
};

/**
 * Whom an administrator gave a password waits for a second person: whoever answers for the office says that they exist,
 * work there and are the one who signed in. So it is for a new account, and after a reset where no second factor stands
 * behind the password. Who that may be is decided in the database (`simpul.answers_for`).
 */
@Injectable()
export class NewcomersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /** Who waits for whoever asks; an administrator sees all who wait. */
  async list(actor: Actor): Promise<Newcomer[]> {
    return this.unitOfWork.run(actor, { name: 'account.newcomers' }, async (work) => {
      const items = await work.query<Newcomer>(
        `select id, reason, display_name as "displayName", role, agency_name as "agencyName", made_by_name as "madeByName",
                made_at as "madeAt", arrived, may_decide as "mayDecide"
           from simpul.newcomers()`,
      );
      await this.ledger.append(work, { act: 'account.newcomersListed', facts: { shown: items.length } });
      return items;
    });
  }

  /** From now on their sessions open what their role does. Refuses NotFound to everybody else; `newcomer.notYet`. */
  letIn(actor: Actor, id: string): Promise<void> {
    return this.decide(actor, id, 'select simpul.let_in($1) as said');
  }

  /**
   * Of a newcomer the account and its sessions end: NotFound as above; `account.holdsWork`. After a reset it stays, closed
   * to whoever has the password, until two people let its owner back in (`RecoveryService`).
   */
  turnAway(actor: Actor, id: string): Promise<void> {
    return this.decide(actor, id, 'select simpul.turn_away($1) as said');
  }

  private async decide(actor: Actor, id: string, sql: string): Promise<void> {
    const object = { kind: 'account', id };
    await this.unitOfWork.run(actor, { name: 'account.decideNewcomer', object }, async (work) => {
      const [row] = await work.query<{ said: Verdict }>(sql, [id]);
      const refusal = REFUSALS[row!.said];
      if (refusal) throw new Refused(refusal);
      const act = ACTS[row!.said];
      if (!act) throw new NotFound();
      await this.ledger.append(work, { act, object });
    });
  }
}
