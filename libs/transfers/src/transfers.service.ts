import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { CaseClocks, readCaseFacts } from '#cases';
import { Closures } from '#closure';
import { Outbox, UnitOfWork, type ActName, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { ReferralMoves, ReferralsService } from '#referrals';
import { Invalid, NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';

export const OFFER_REASONS = [
  'CLIENT_MOVED',
  'OTHER_AREA',
  'OTHER_MANDATE',
  'CLIENT_ASKED',
  'OUR_INTEREST',
] as const;
export const REFUSALS = ['NOT_OURS', 'NO_CAPACITY', 'INCOMPLETE', 'OUR_INTEREST'] as const;
export type OfferReason = (typeof OFFER_REASONS)[number];
export type Refusal = (typeof REFUSALS)[number];

/** An offer and what came of it, as both offices keep it. */
export interface TransferRow {
  id: string;
  referralId: string;
  caseNumber: string;
  fromAgencyId: string;
  fromAgencyName: string;
  toAgencyId: string;
  toAgencyName: string;
  reason: OfferReason;
  status: 'OFFERED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';
  offeredByName: string;
  offeredAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  refusal: Refusal | null;
  ownerName: string | null;
  /** For those who see the case. */
  caseId: string | null;
  mayWithdraw: boolean;
  mayDecide: boolean;
}

/** What the carrying referral says of itself when it ends. */
const OUTCOME = 'BERLANJUT';
const OUTCOME_WORDS = 'Kasus diambil alih oleh penerima.';

/**
 * Pelimpahan: the whole case passes to another office that keeps cases. Offered on a referral that runs, so that packet,
 * bases and clocks are there already; owner and office stay the sender's until the other side takes it, and change in
 * one moment (`simpul.take_case_over`).
 */
@Injectable()
export class Transfers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsService,
    private readonly closures: Closures,
    private readonly deadlines: DeadlinesService,
    private readonly clocks: CaseClocks,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Both sides' list, the waiting first. */
  async list(actor: Actor): Promise<TransferRow[]> {
    return this.unitOfWork.run(actor, { name: 'transfer.read' }, async (work) => {
      const rows = await rowsOf(work);
      await this.ledger.append(work, { act: 'transfer.listed', facts: { shown: rows.length } });
      return rows;
    });
  }

  /**
   * Offers the case on a referral of it. Refusals: NotFound, `transfer.notRunning`, `transfer.keepsNoCases`,
   * `transfer.noBasis`, `transfer.conflict`, `transfer.otherReferralThere`, `transfer.alreadyOffered`, `case.isSealed`,
   * `case.notOpen`.
   */
  async offer(actor: Actor, referralId: string, reason: OfferReason): Promise<TransferRow> {
    const id = randomUUID();
    const act: ActName = { name: 'transfer.offer', object: { kind: 'referral', id: referralId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      await answered(work, 'select simpul.offer_transfer($1, $2, $3) as code', [id, referralId, reason]);
      const referral = await this.moves.find(work, referralId);
      act.caseId = referral.caseId;
      const { risk } = await readCaseFacts(work, referral.caseId);
      await this.deadlines.start(work, {
        event: 'transfer.offered',
        at: work.at,
        caseId: referral.caseId,
        referralId,
        subject: { tracks: [], contexts: [], violenceTypes: [], risk, eventAgeHours: null },
        owes: { agencyId: referral.toAgencyId },
      });
      await this.ledger.append(work, {
        act: 'transfer.offered',
        object: { kind: 'referral', id: referralId },
        caseId: referral.caseId,
        facts: { reason, toAgencyId: referral.toAgencyId },
      });
      await this.outbox.announce(work, 'transfer.offered', { referralId, caseId: referral.caseId });
      return one(work, id);
    });
  }

  /**
   * The other office takes the case: its referral ends, and the case has a new owner, office and team in the same moment.
   * Refusals: NotFound, `transfer.alreadyDecided`, those of `offer`, and 422 `transfer.ownerNotPossible`.
   */
  async take(actor: Actor, id: string, ownerAccountId: string | undefined): Promise<TransferRow> {
    const act: ActName = { name: 'transfer.decide', object: { kind: 'transfer', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const offer = await one(work, id);
      if (!offer.mayDecide)
        throw offer.status === 'OFFERED' ? new NotFound() : new Refused('transfer.alreadyDecided');
      const { referralId } = offer;
      let referral = await this.moves.find(work, referralId);
      if (referral.status === 'requested' || referral.status === 'received')
        referral = await this.referrals.accept(work, referral, {});
      const { caseId } = referral;
      await this.closures.completeIn(work, referral, { outcome: OUTCOME, text: OUTCOME_WORDS });
      const proof = await this.ledger.append(work, {
        act: 'referral.confirmed',
        object: { kind: 'referral', id: referralId },
        caseId,
        facts: { from: 'completed', to: 'completed', party: 'case-team', clientAnswer: 'NOT_ASKED' },
      });
      const owner = ownerAccountId ?? actor.accountId;
      await answered(work, 'select simpul.take_case_over($1, $2, $3) as code', [id, owner, proof]);
      for (const event of ['referral.confirmed', 'transfer.decided'] as const)
        await this.deadlines.meet(work, { caseId, referralId, event, at: work.at });
      const facts = await readCaseFacts(work, caseId, { lock: true });
      await this.clocks.raise(work, facts, 'transfer.accepted', work.at);
      await this.ledger.append(work, {
        act: 'case.transferred',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { fromAgencyId: offer.fromAgencyId, toAgencyId: offer.toAgencyId, handedTo: owner },
      });
      await this.tell(work, id, caseId, owner);
      return one(work, id);
    });
  }

  /** The other office says no; the referral goes on as one. Refusals: NotFound, `transfer.alreadyDecided`. */
  async refuse(actor: Actor, id: string, reason: Refusal): Promise<TransferRow> {
    return this.end(actor, id, 'transfer.decide', reason);
  }

  /** Whoever offered takes it back. Refusals as above. */
  async withdraw(actor: Actor, id: string): Promise<TransferRow> {
    return this.end(actor, id, 'transfer.withdraw', null);
  }

  private async end(actor: Actor, id: string, name: string, reason: Refusal | null): Promise<TransferRow> {
    const act: ActName = { name, object: { kind: 'transfer', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const { referralId } = await one(work, id);
      const { caseId } = await this.moves.find(work, referralId);
      await answered(work, 'select simpul.end_transfer($1, $2) as code', [id, reason]);
      const event = reason ? 'transfer.decided' : 'transfer.withdrawn';
      await this.deadlines.meet(work, { caseId, referralId, event, at: work.at });
      await this.ledger.append(work, {
        act: reason ? 'transfer.refused' : 'transfer.withdrawn',
        object: { kind: 'referral', id: referralId },
        caseId,
        facts: { reason },
      });
      if (reason) await this.answerTold(work, id);
      return one(work, id);
    });
  }

  private async tell(work: Work, id: string, caseId: string, owner: string): Promise<void> {
    await this.answerTold(work, id);
    await this.outbox.announce(work, 'case.memberJoined', { caseId, accountId: owner });
    const running = await work.query<{ id: string }>(
      `select id from simpul.referral where case_id = $1 and sent_at is not null and ended_at is null`,
      [caseId],
    );
    for (const referral of running)
      await this.outbox.announce(work, 'referral.senderChanged', { referralId: referral.id });
  }

  /** Whoever offered it hears that it was answered. */
  private async answerTold(work: Work, id: string): Promise<void> {
    const [row] = await work.query<{ accountId: string }>(
      'select simpul.transfer_offered_by($1) as "accountId"',
      [id],
    );
    await this.outbox.announce(work, 'transfer.answered', { accountId: row!.accountId });
  }
}

const rowsOf = (work: Work): Promise<TransferRow[]> =>
  work.query<TransferRow>('select * from simpul.case_transfers()');

async function one(work: Work, id: string): Promise<TransferRow> {
  const [row] = await work.query<TransferRow>('select * from simpul.case_transfers() where id = $1', [id]);
  if (!row) throw new NotFound();
  return row;
}

async function answered(work: Work, sql: string, params: unknown[]): Promise<void> {
  const [row] = await work.query<{ code: string }>(sql, params);
  const { code } = row!;
  if (code === 'notFound') throw new NotFound();
  if (code === 'transfer.ownerNotPossible') throw new Invalid([{ pointer: '/ownerAccountId', code }]);
  if (code !== 'done') throw new Refused(code);
}
