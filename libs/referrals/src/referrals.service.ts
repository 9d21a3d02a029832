import { randomBytes } from 'node:crypto';
import { City, localDate, type CaseFacts } from '#cases';
import { happenedAt, type Work } from '#database';
import { Invalid } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Appointments } from './appointments/appointments.service.js';
import { Fans } from './fans.js';
import { LinkedMilestones } from './linked-milestones.js';
import { ReferralClocks } from './referral-clocks.js';
import { Referral } from './referral.entity.js';
import { ReferralMoves } from './referral-moves.service.js';
import { letterNumber } from './rules/letter-number.js';
import { canBeOpened } from './rules/referral-lifecycle.js';
import { slipCode } from './rules/slip-code.js';
import { stateOf } from './referral-moves.service.js';

export interface Acceptance {
  readonly responsibleName?: string;
  readonly responsibleAccountId?: string;
  readonly appointmentAt?: Date;
  readonly place?: string;
}

/**
 * The acts on a referral, inside a unit of work: called by the routes of this library and, in their own acts, by the
 * libraries downstream (handoff freezes what crosses, closure reports the outcome). Every act refuses (409) with
 * `referral.<act>.not-from-<status>` or `.not-by-<party>`, and `referral.consentWithdrawn` for a receiver whose
 * basis has ended.
 */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly clocks: ReferralClocks,
    private readonly milestones: LinkedMilestones,
    private readonly fans: Fans,
    private readonly appointments: Appointments,
    private readonly vault: Vault,
    private readonly city: City,
  ) {}

  /** Leaves the house: letter number, the bases it rests on, the receiver's clock. `handoff` has frozen the packet. */
  async send(
    work: Work,
    referral: Referral,
    facts: CaseFacts,
    { basisIds, clientIds, tellsRisk }: { basisIds: string[]; clientIds: string[]; tellsRisk: boolean },
  ): Promise<Referral> {
    const year = Number(localDate(work.at, this.city.zone).slice(0, 4));
    const [row] = await work.query<{ running: number }>(
      'select simpul.next_letter_number($1, $2) as running',
      [this.city.cityPrefix, year],
    );
    const number = letterNumber(this.city.cityPrefix, year, row!.running);
    const sent = await this.moves.make(work, referral, 'send', {
      set: {
        number,
        slipCode: slipCode(randomBytes(16)),
        sentAt: work.at,
        sentBy: work.actor!.accountId,
        basisIds,
        clientIds,
        risk: facts.risk ?? 'TINGGI',
        tellsRisk,
      },
      facts: { number, toAgencyId: referral.toAgencyId, serviceCode: referral.serviceCode, basisIds },
    });
    await this.milestones.sent(work, sent, facts);
    return sent;
  }

  /** What the receiver reads from now on is the next version of the packet; later clocks go by the level of now. */
  async updated(
    work: Work,
    referral: Referral,
    facts: CaseFacts,
    packet: { basisIds: string[]; tellsRisk: boolean; fields: string[] },
  ): Promise<number> {
    const packetVersion = referral.packetVersion + 1;
    const { basisIds, tellsRisk, fields } = packet;
    // A packet that tells the level, and not that it has changed: the receiver's lists say what the packet says.
    const keepsRisk = tellsRisk && !fields.includes('risk.level');
    const risk = keepsRisk ? referral.risk : (facts.risk ?? referral.risk);
    await work.manager.update(Referral, { id: referral.id }, { packetVersion, basisIds, tellsRisk, risk });
    await this.moves.fact(work, referral, 'referral.updated', { version: packetVersion, fields, basisIds });
    return packetVersion;
  }

  /** The first view by a named officer of the receiver; a fact, once. */
  async opened(work: Work, referral: Referral): Promise<void> {
    if (
      this.moves.partyOf(work, referral) !== 'receiver' ||
      !canBeOpened(stateOf(referral), referral.openedAt)
    )
      return;
    await work.query(
      'update simpul.referral set opened_at = $2, opened_by = $3 where id = $1 and opened_at is null',
      [referral.id, happenedAt(work), work.actor!.accountId],
    );
    await this.moves.fact(work, referral, 'referral.opened');
  }

  async acknowledge(work: Work, referral: Referral): Promise<Referral> {
    const moved = await this.moves.make(work, referral, 'acknowledge', {
      set: { acknowledgedAt: happenedAt(work), ...openedNow(work, referral) },
    });
    await this.milestones.acknowledged(work, moved);
    return moved;
  }

  /** Names who is responsible: the given person, or whoever accepts. Acknowledges as well. `time.beforeSending` (422). */
  async accept(work: Work, referral: Referral, input: Acceptance): Promise<Referral> {
    const { responsibleAccountId, appointmentAt, place } = input;
    if (appointmentAt && referral.sentAt && appointmentAt < referral.sentAt)
      throw new Invalid([{ pointer: '/appointmentAt', code: 'time.beforeSending' }]);
    await this.refuseStranger(work, referral, responsibleAccountId);
    const placeSealed = place
      ? (await this.vault.open(work, referral.caseId)).seal('referral.appointment_place', referral.id, place)
      : null;
    const moved = await this.moves.make(work, referral, 'accept', {
      set: {
        acceptedAt: happenedAt(work),
        acknowledgedAt: referral.acknowledgedAt ?? happenedAt(work),
        ...openedNow(work, referral),
        responsibleName: input.responsibleName ?? (responsibleAccountId ? null : work.actor!.displayName),
        responsibleAccountId: responsibleAccountId ?? (input.responsibleName ? null : work.actor!.accountId),
        appointmentAt: appointmentAt ?? null,
        appointmentPlaceSealed: placeSealed,
      },
      facts: {
        responsibleAccountId,
        appointmentAt: appointmentAt?.toISOString(),
        wasAcknowledged: referral.acknowledgedAt !== null,
      },
    });
    if (referral.acknowledgedAt === null) await this.milestones.acknowledged(work, moved);
    if (referral.bare) await this.fans.release(work, moved);
    if (appointmentAt) await this.appointments.setWithAcceptance(work, moved, appointmentAt);
    return moved;
  }

  async reject(work: Work, referral: Referral, reason: string, note: string | undefined): Promise<Referral> {
    return this.moves.make(work, referral, 'reject', {
      set: {
        rejectionReason: reason,
        acknowledgedAt: referral.acknowledgedAt ?? happenedAt(work),
        ...openedNow(work, referral),
        endingWordsSealed: await this.sealEnding(work, referral, note),
      },
      reason,
      words: note,
    });
  }

  /** By the sender, or by the system when the basis was withdrawn. The receiver's view closes with the commit. */
  async cancel(work: Work, referral: Referral, reason: string | undefined): Promise<Referral> {
    const endingWordsSealed = work.actor ? await this.sealEnding(work, referral, reason) : undefined;
    return this.moves.make(work, referral, 'cancel', {
      set: {
        cancelledBy: work.actor ? 'SENDER' : 'CONSENT',
        ...(endingWordsSealed ? { endingWordsSealed } : {}),
      },
      reason: work.actor ? 'SENDER' : 'CONSENT',
      words: reason,
    });
  }

  async ask(work: Work, referral: Referral, words: string): Promise<Referral> {
    return this.moves.make(work, referral, 'ask', { set: openedNow(work, referral), words });
  }

  async answer(work: Work, referral: Referral, words: string): Promise<Referral> {
    return this.moves.make(work, referral, 'answer', { words });
  }

  async start(work: Work, referral: Referral, at: Date, words: string | undefined): Promise<Referral> {
    return this.moves.make(work, referral, 'start', {
      set: { startedAt: at, lastFeedbackAt: happenedAt(work) },
      facts: { startedAt: at.toISOString() },
      words,
    });
  }

  async report(work: Work, referral: Referral, words: string): Promise<Referral> {
    return this.moves.make(work, referral, 'report', { set: { lastFeedbackAt: happenedAt(work) }, words });
  }

  /** `shortfall`: code of ALASAN_SEBAGIAN, where not all of it was given. */
  async complete(
    work: Work,
    referral: Referral,
    outcome: string,
    words: string,
    shortfall?: string,
  ): Promise<Referral> {
    return this.moves.make(work, referral, 'complete', {
      set: { outcome, shortfall: shortfall ?? null, lastFeedbackAt: happenedAt(work) },
      reason: outcome,
      facts: { shortfall },
      words,
    });
  }

  async fail(work: Work, referral: Referral, reason: string, words: string): Promise<Referral> {
    return this.moves.make(work, referral, 'fail', {
      set: { failureReason: reason, lastFeedbackAt: happenedAt(work) },
      reason,
      words,
    });
  }

  /** `rest`: what was decided about a service that was given in part; where it goes on, a clock says until when. */
  async confirm(
    work: Work,
    referral: Referral,
    clientAnswer: string,
    words: string | undefined,
    rest: { remainder?: string; enoughReason?: string } = {},
  ): Promise<Referral> {
    const confirmed = await this.moves.make(work, referral, 'confirm', {
      set: { confirmedAt: happenedAt(work) },
      // Not the move's reason: the receiver reads the moves, and the survivor's answer is none of its business.
      facts: { clientAnswer, ...rest },
      words,
    });
    if (rest.remainder === 'CONTINUE') await this.clocks.remains(work, confirmed);
    return confirmed;
  }

  /** The responsible officer belongs to the receiving agency. */
  private async refuseStranger(work: Work, referral: Referral, accountId: string | undefined): Promise<void> {
    if (!accountId) return;
    const [account] = await work.query(
      'select 1 from simpul.account where id = $1 and active and agency_id = $2',
      [accountId, referral.toAgencyId],
    );
    if (!account)
      throw new Invalid([{ pointer: '/responsibleAccountId', code: 'referral.responsibleNotOfAgency' }]);
  }

  private async sealEnding(
    work: Work,
    referral: Referral,
    words: string | undefined,
  ): Promise<Buffer | null> {
    if (!words) return null;
    const vault = await this.vault.open(work, referral.caseId);
    return vault.seal('referral.ending_words', referral.id, words);
  }
}

/** Whoever answers has opened it. */
function openedNow(work: Work, referral: Referral): Partial<Referral> {
  return referral.openedAt ? {} : { openedAt: happenedAt(work), openedBy: work.actor!.accountId };
}
