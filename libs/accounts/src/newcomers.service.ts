import type { Actor, Role } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';

export interface Newcomer {
  id: string;
  displayName: string;
  role: Role;
  agencyName: string;
  madeByName: string;
  madeAt: Date;
  /** They have signed in and made a password of their own. */
  arrived: boolean;
  mayDecide: boolean;
}

type Verdict = 'done' | 'notFound' | 'notYet' | 'holdsWork';
const REFUSALS: Partial<Record<Verdict, string>> = {
  notYet: 'newcomer.notYet',
  holdsWork: 'account.holdsWork',
};

/**
 * Who an administrator let in waits for a second person: whoever answers for the office says that they exist, work there
 * and are the one who signed in. Who that may be is decided in the database (`simpul.answers_for`).
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
        `select id, display_name as "displayName", role, agency_name as "agencyName", made_by_name as "madeByName",
                made_at as "madeAt", arrived, may_decide as "mayDecide"
           from simpul.newcomers()`,
      );
      await this.ledger.append(work, { act: 'account.newcomersListed', facts: { shown: items.length } });
      return items;
    });
  }

  /** From now on their sessions open what their role does. Refuses NotFound to everybody else; `newcomer.notYet`. */
  letIn(actor: Actor, id: string): Promise<void> {
    return this.decide(actor, id, 'select simpul.let_in($1) as said', 'account.letIn');
  }

  /** The account and its sessions end. NotFound as above; `account.holdsWork`. */
  turnAway(actor: Actor, id: string): Promise<void> {
    return this.decide(actor, id, 'select simpul.turn_away($1) as said', 'account.turnedAway');
  }

  private async decide(actor: Actor, id: string, sql: string, act: string): Promise<void> {
    const object = { kind: 'account', id };
    await this.unitOfWork.run(actor, { name: 'account.decideNewcomer', object }, async (work) => {
      const [row] = await work.query<{ said: Verdict }>(sql, [id]);
      const refusal = REFUSALS[row!.said];
      if (refusal) throw new Refused(refusal);
      if (row!.said !== 'done') throw new NotFound();
      await this.ledger.append(work, { act, object });
    });
  }
}
