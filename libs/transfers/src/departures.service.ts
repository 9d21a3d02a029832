import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { countsOf, type HandedOver } from './rules/departure-counts.js';

export type DepartureStatus = 'PROPOSED' | 'DONE' | 'REJECTED';

export interface DepartureRow {
  id: string;
  accountId: string;
  displayName: string;
  role: Role;
  agencyName: string;
  proposedByName: string;
  proposedAt: Date;
  status: DepartureStatus;
  decidedByName: string | null;
  decidedAt: Date | null;
  mayDecide: boolean;
}

/** One thing that hangs on whoever leaves: who could take it, and afterwards who took it. */
export interface DepartureItem {
  kind: HandedOver['kind'];
  objectId: string;
  /** The number of the case or referral, for those who see such. */
  label: string | null;
  closed: boolean;
  /** Decisions that wait on it, and time limits that were missed. */
  proposals: number;
  overdue: number;
  toAccountId: string | null;
  possible: string[];
}

export interface DeparturePage extends DepartureRow {
  items: DepartureItem[];
  colleagues: { accountId: string; displayName: string; role: Role }[];
}

export interface HandOver {
  successorAccountId?: string;
  /** What goes to somebody else; a null leaves a seat on a team empty. */
  others: readonly { id: string; accountId: string | null }[];
}

const ROWS = `select id, account_id as "accountId", display_name as "displayName", role, agency_name as "agencyName",
                     proposed_by_name as "proposedByName", proposed_at as "proposedAt", status,
                     decided_by_name as "decidedByName", decided_at as "decidedAt", may_decide as "mayDecide"
                from simpul.departures()`;

/**
 * A colleague leaves. An administrator proposes it and sees nothing of the work; whoever answers for the office
 * (`simpul.answers_for`) hands all of it over and ends the account in one act. What moves, and what may, is decided in
 * the database (`simpul.hand_over`), because nobody sees every case of a colleague.
 */
@Injectable()
export class Departures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Nothing changes yet. Refusals: NotFound, `account.self`, `departure.notPossible`. */
  async propose(actor: Actor, accountId: string): Promise<{ id: string }> {
    const id = randomUUID();
    const object = { kind: 'account', id: accountId };
    return this.unitOfWork.run(actor, { name: 'account.proposeDeparture', object }, async (work) => {
      if (accountId === actor.accountId) throw new Refused('account.self');
      const [known] = await work.query('select 1 from simpul.account where id = $1', [accountId]);
      if (!known) throw new NotFound();
      const [made] = await work.query<{ done: boolean }>('select simpul.propose_departure($1, $2) as done', [
        accountId,
        id,
      ]);
      // Ended meanwhile, or one waits already.
      if (!made!.done) throw new Refused('departure.notPossible');
      await this.ledger.append(work, { act: 'account.departureProposed', object });
      await this.outbox.announce(work, 'account.departureProposed', { accountId });
      return { id };
    });
  }

  /** What waits for whoever asks or was decided in the last ninety days. */
  async list(actor: Actor): Promise<DepartureRow[]> {
    return this.unitOfWork.run(actor, { name: 'account.departures' }, async (work) => {
      const rows = await work.query<DepartureRow>(ROWS);
      await this.ledger.append(work, { act: 'account.departuresListed', facts: { shown: rows.length } });
      return rows;
    });
  }

  /** What goes to whom, before and after. NotFound to everybody who does not answer for that office. */
  async read(actor: Actor, id: string): Promise<DeparturePage> {
    const act = { name: 'account.departures', object: { kind: 'departure', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const [row] = await work.query<DepartureRow>(`${ROWS} where id = $1`, [id]);
      if (!row) throw new NotFound();
      const items = await work.query<DepartureItem>(
        `select kind, object_id as "objectId", label, closed, proposals, overdue, to_account_id as "toAccountId", possible
           from simpul.departure_page($1)`,
        [id],
      );
      const colleagues = await work.query<DeparturePage['colleagues'][number]>(
        `select a.id as "accountId", a.display_name as "displayName", a.role
           from simpul.account a join simpul.account b on b.id = $1 and b.agency_id = a.agency_id
          where a.id = any ($2::uuid[]) order by a.display_name, a.id`,
        [
          row.accountId,
          [...new Set(items.flatMap(({ possible, toAccountId }) => [...possible, toAccountId]))].filter(
            (one) => one !== null,
          ),
        ],
      );
      await this.ledger.append(work, {
        act: 'account.departureRead',
        object: { kind: 'account', id: row.accountId },
        facts: { shown: items.length },
      });
      return { ...row, items, colleagues };
    });
  }

  /**
   * Hands everything over and ends the account: all of it or nothing. Refusals: NotFound, `departure.lastHead`,
   * `departure.askIntegrity` (something that is kept from the actor has nobody else, or a seal too few); 422
   * `departure.nobodyNamed` and `departure.mayNotTake` at the item.
   */
  async complete(actor: Actor, id: string, input: HandOver): Promise<ReturnType<typeof countsOf>> {
    const act = { name: 'account.decideDeparture', object: { kind: 'departure', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const others = Object.fromEntries(input.others.map((one) => [one.id, one.accountId]));
      const rows = await work.query<HandedOver & { code: string }>(
        `select code, kind, object_id as "objectId", case_id as "caseId", to_account_id as "toAccountId", code = 'kept' as kept
           from simpul.hand_over($1, $2, $3)`,
        [id, input.successorAccountId ?? null, JSON.stringify(others)],
      );
      const ended = rows.at(-1);
      if (ended?.code !== 'ended') throw refusalOf(ended, input);
      const items = rows.slice(0, -1);
      for (const item of items) await this.note(work, item, ended.objectId);
      const counts = countsOf(items);
      await this.ledger.append(work, {
        act: 'account.departed',
        object: { kind: 'account', id: ended.objectId },
        facts: counts,
      });
      await this.tell(work, items);
      return counts;
    });
  }

  /** Nothing changes. NotFound as above. */
  async reject(actor: Actor, id: string): Promise<void> {
    const act = { name: 'account.decideDeparture', object: { kind: 'departure', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const [row] = await work.query<{ whom: string | null }>('select simpul.reject_departure($1) as whom', [
        id,
      ]);
      if (!row!.whom) throw new NotFound();
      await this.ledger.append(work, {
        act: 'account.departureRejected',
        object: { kind: 'account', id: row!.whom },
      });
    });
  }

  /** A case and a referral keep in their own history whose they were and are. */
  private async note(work: Work, { kind, objectId, caseId, toAccountId }: HandedOver, from: string) {
    const facts = { handedFrom: from, handedTo: toAccountId };
    if (kind === 'CASE')
      await this.ledger.append(work, {
        act: 'case.handedOver',
        object: { kind: 'case', id: objectId },
        caseId: caseId!,
        facts,
      });
    if (kind === 'SEAT')
      await this.ledger.append(work, {
        act: 'case.seatHandedOver',
        object: { kind: 'account', id: from },
        caseId: caseId!,
        facts,
      });
    if (kind === 'REFERRAL')
      await this.ledger.append(work, {
        act: 'referral.handedOver',
        object: { kind: 'referral', id: objectId },
        caseId: caseId!,
        facts,
      });
  }

  /** One message to each who took something, and the other side of every referral hears who answers now. */
  private async tell(work: Work, items: readonly HandedOver[]): Promise<void> {
    const takers = new Set(items.flatMap(({ toAccountId }) => toAccountId ?? []));
    for (const accountId of takers) await this.outbox.announce(work, 'account.workHandedOver', { accountId });
    for (const { kind, objectId, toAccountId } of items) {
      if (kind === 'REFERRAL')
        await this.outbox.announce(work, 'referral.responsibleChanged', { referralId: objectId });
      if (kind === 'CASE')
        await this.outbox.announce(work, 'case.handedOver', { caseId: objectId, accountId: toAccountId! });
      if (kind === 'RUNNING')
        await this.outbox.announce(work, 'referral.senderChanged', { referralId: objectId });
    }
  }
}

function refusalOf(answer: (HandedOver & { code: string }) | undefined, { others }: HandOver): Error {
  if (!answer || answer.code === 'notFound') return new NotFound();
  const at = others.findIndex((one) => one.id === answer.objectId);
  const pointer = at < 0 ? '/successorAccountId' : `/others/${at}/accountId`;
  if (answer.code === 'departure.nobodyNamed' || answer.code === 'departure.mayNotTake')
    return new Invalid([{ pointer, code: answer.code }]);
  return new Refused(answer.code);
}
