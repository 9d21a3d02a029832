import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { happenedAt, Outbox, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { ReferralClocks } from './referral-clocks.js';
import { Referral, ReferralMove } from './referral.entity.js';
import {
  decide,
  type ReferralAct,
  type ReferralParty,
  type ReferralState,
} from './rules/referral-lifecycle.js';

/** The past event of each act: its name in the ledger and on the outbox. */
export const PAST = {
  edit: 'referral.edited',
  send: 'referral.sent',
  acknowledge: 'referral.acknowledged',
  ask: 'referral.asked',
  answer: 'referral.answered',
  accept: 'referral.accepted',
  reject: 'referral.rejected',
  start: 'referral.started',
  report: 'referral.reported',
  complete: 'referral.completed',
  fail: 'referral.failed',
  cancel: 'referral.cancelled',
  yield: 'referral.takenByAnother',
  confirm: 'referral.confirmed',
} as const satisfies Record<ReferralAct, string>;

/** What an act adds beside the new status. */
export interface MoveDetails {
  /** Columns that the act fills; the status comes from the table. */
  readonly set?: Partial<Referral>;
  /** Coded reason, for the move and the ledger. */
  readonly reason?: string;
  /** Codes, counts and ids for the ledger. */
  readonly facts?: Record<string, string | number | boolean | string[] | null | undefined>;
  /** Free text: the ledger keeps a commitment to it only. */
  readonly words?: string;
}

/**
 * Every act on a referral passes here: find in scope and lock, decide by the table, save, clocks, ledger, move,
 * announce. The loser of a race finds the status that won and is refused with it.
 */
@Injectable()
export class ReferralMoves {
  constructor(
    private readonly clocks: ReferralClocks,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** The referral, locked until the commit; NotFound when it is out of the actor's scope. */
  async find(work: Work, id: string): Promise<Referral> {
    // Those asked together first, in their one order: two who accept in one moment must not wait for each other.
    await work.query('select simpul.lock_fan($1)', [id]);
    const referral = await work.manager.findOne(Referral, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!referral) throw new NotFound();
    return referral;
  }

  /** Which side the actor stands on: the agency decides, not the role. */
  partyOf(work: Work, referral: Pick<Referral, 'toAgencyId'>): ReferralParty {
    if (!work.actor) return 'consent';
    return work.actor.agencyId === referral.toAgencyId ? 'receiver' : 'case-team';
  }

  /** Refuses (409) what `make` would refuse by the table, before an act does anything else. */
  refuseUnless(work: Work, referral: Referral, act: ReferralAct): void {
    this.decided(work, referral, act);
  }

  /** Makes the move or refuses (409, with the status that stands in its way). Returns the referral after it. */
  async make(work: Work, referral: Referral, act: ReferralAct, details: MoveDetails = {}): Promise<Referral> {
    const { party, next } = this.decided(work, referral, act);
    if (party === 'receiver') await this.refuseWithdrawn(work, referral);
    const { status, heldFrom } = next;
    const change: Partial<Referral> = { ...details.set, status, heldFrom };
    if (isEnd(status) && referral.endedAt === null) change.endedAt = happenedAt(work);
    await work.manager.update(Referral, { id: referral.id }, change);
    const moved: Referral = {
      ...referral,
      ...change,
      bare: next.bare ?? false,
      version: referral.version + 1,
    };
    if (referral.bare && !moved.bare) {
      // With the acceptance the row says which case it is and how dangerous.
      const { caseNumber, risk } = await work.manager.findOneByOrFail(Referral, { id: referral.id });
      Object.assign(moved, { caseNumber, risk });
      // Before it accepts, a bare question's receiver sees no basis, so nothing could be found wrong with it.
      await this.refuseWithdrawn(work, moved);
    }
    await this.clocks.moved(work, moved, act);
    await this.record(work, referral, moved, act, party, details);
    return moved;
  }

  private decided(
    work: Work,
    referral: Referral,
    act: ReferralAct,
  ): { party: ReferralParty; next: ReferralState } {
    const party = this.partyOf(work, referral);
    if (party === 'receiver' && referral.cancelledBy === 'FAN')
      throw new Refused('referral.takenByAnother', { act, current: current(referral) });
    const verdict = decide(stateOf(referral), act, party);
    if (!verdict.ok) throw new Refused(verdict.code, { act, current: current(referral) });
    return { party, next: verdict.next };
  }

  /** The ledger's entry, the row of the move, and the message, for `make` and for a new draft. */
  async record(
    work: Work,
    before: Referral,
    after: Referral,
    act: ReferralAct | 'draft',
    party: ReferralParty,
    details: MoveDetails,
  ): Promise<void> {
    const event = act === 'draft' ? 'referral.drafted' : PAST[act];
    const ledgerEntryId = await this.ledger.append(work, {
      act: event,
      object: { kind: 'referral', id: after.id },
      caseId: after.caseId,
      facts: {
        ...{ from: before.status, to: after.status, party, reason: details.reason },
        happenedAt: work.happenedAt?.toISOString(),
        ...details.facts,
      },
      detail: details.words,
    });
    await work.manager.insert(ReferralMove, {
      id: randomUUID(),
      referralId: after.id,
      caseId: after.caseId,
      position: after.version,
      act,
      party,
      fromStatus: before.status,
      toStatus: after.status,
      accountId: work.actor?.accountId ?? null,
      reason: details.reason ?? null,
      ledgerEntryId,
      at: work.at,
    });
    await this.outbox.announce(work, event, { referralId: after.id, caseId: after.caseId });
  }

  /** Something that became true of a referral without a move: its ledger entry and message. */
  async fact(
    work: Work,
    referral: Referral,
    event: 'referral.opened' | 'referral.updated',
    facts: MoveDetails['facts'] = {},
  ): Promise<void> {
    await this.ledger.append(work, {
      act: event,
      object: { kind: 'referral', id: referral.id },
      caseId: referral.caseId,
      facts: { status: referral.status, ...facts },
    });
    await this.outbox.announce(work, event, { referralId: referral.id, caseId: referral.caseId });
  }

  /** Between a withdrawal and the job that stops the referral, its receiver does nothing more with it. */
  async refuseWithdrawn(work: Work, referral: Referral): Promise<void> {
    const [row] = await work.query<{ withdrawn: boolean }>(
      `select exists (select 1 from simpul.lawful_basis b
                       where b.id = any ($1) and b.withdrawn_at is not null) as withdrawn`,
      [referral.basisIds],
    );
    if (row!.withdrawn) throw new Refused('referral.consentWithdrawn', { current: current(referral) });
  }
}

export function stateOf({
  status,
  heldFrom,
  confirmedAt,
  bare,
}: Pick<Referral, 'status' | 'heldFrom' | 'confirmedAt' | 'bare'>): ReferralState {
  return { status, heldFrom, confirmed: confirmedAt !== null, bare };
}

function current(referral: Referral): Record<string, unknown> {
  return { status: referral.status, version: referral.version };
}

function isEnd(status: Referral['status']): boolean {
  return ['completed', 'failed', 'rejected', 'cancelled'].includes(status);
}
