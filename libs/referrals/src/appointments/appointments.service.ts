import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type ActName, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { agenciesWithAccounts } from '../receiver-accounts.queries.js';
import type { Referral } from '../referral.entity.js';
import { referralById } from '../referral-rows.queries.js';
import { ReferralMoves } from '../referral-moves.service.js';
import {
  faultOfTime,
  wasReached,
  whyNotAppointment,
  whyNotSet,
  type AppointmentAct,
  type AppointmentSight,
} from '../rules/appointment.js';
import { AppointmentClocks } from './appointment-clocks.js';
import { Appointment, AppointmentFollowUp } from './appointment.entity.js';
import { Arrangements, type Arrangement } from './arrangements.js';

export interface NewAppointment extends Arrangement {
  readonly at: Date;
  /** Code of list TEMPAT_JANJI. */
  readonly place: string;
}

/**
 * When and where the person and whoever helps meet, who comes along, and what came of it. Each act is one transaction with
 * the referral's row locked. Refusals: NotFound, those of `rules/appointment.ts` (409), `referral.consentWithdrawn`;
 * 422 `appointment.past`, `.tooFar`, `.escortNotOfSide`, `.noBasis`.
 */
@Injectable()
export class Appointments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moves: ReferralMoves,
    private readonly clocks: AppointmentClocks,
    private readonly arrangements: Arrangements,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  async set(actor: Actor, referralId: string, input: NewAppointment): Promise<void> {
    await this.onReferral(actor, referralId, 'appointment.set', async (work, referral, sight) => {
      const onePlanned = await work.manager.existsBy(Appointment, { referralId, status: 'PLANNED' });
      refuseFor(whyNotSet(sight, onePlanned), { status: referral.status });
      refuseTime(input.at, work.at);
      const arrangement = await this.arrangements.check(work, referral, sight, input, null);
      const one = await this.insert(work, referral, { at: input.at, place: input.place, ...arrangement });
      await this.clocks.set(work, referral, one, sight.receiverAnswersHere);
      await this.tell(work, sight, one, 'appointment.set', {
        appointmentAt: one.at.toISOString(),
        meetingPlace: one.place,
        escort: one.escort,
        prepared: one.accommodations,
      });
    });
  }

  /** What was agreed with the acceptance itself; on paper it may have been for a time that is past by now. */
  async setWithAcceptance(work: Work, referral: Referral, at: Date): Promise<void> {
    const sight = await this.sight(work, referral);
    const one = await this.insert(work, referral, {
      at,
      place: 'INSTANSI_PENERIMA',
      ...{ escort: 'TIDAK_ADA', escortAccountId: null, accommodations: [] },
    });
    await this.clocks.set(work, referral, one, sight.receiverAnswersHere);
  }

  /** Who comes along, and what has to be ready: by either side, until it takes place. */
  async arrange(actor: Actor, referralId: string, id: string, input: Arrangement): Promise<void> {
    await this.act(actor, referralId, id, 'arrange', async (work, referral, sight, one) => {
      const arrangement = await this.arrangements.check(work, referral, sight, input, one);
      await this.clocks.end(work, one, 'appointment.off', 'arrangement');
      const arranged = { ...one, ...arrangement, arrangementId: randomUUID() };
      const { arrangementId } = arranged;
      await work.manager.update(Appointment, { id }, { ...arrangement, arrangementId });
      await this.clocks.escorted(work, referral, arranged, sight.receiverAnswersHere);
      await this.tell(work, sight, one, 'appointment.arranged', {
        escort: arrangement.escort,
        prepared: arrangement.accommodations,
      });
    });
  }

  /** Another time, before or after it was to be; the old one stays as moved. `reason`: code of ALASAN_UBAH_JANJI. */
  async move(actor: Actor, referralId: string, id: string, at: Date, reason: string): Promise<void> {
    await this.act(actor, referralId, id, 'move', async (work, referral, sight, one) => {
      refuseTime(at, work.at);
      await this.decide(work, one, 'MOVED', reason);
      await this.clocks.end(work, one, 'appointment.off');
      const { place, escort, escortAccountId, accommodations } = one;
      const next = await this.insert(work, referral, {
        ...{ at, place, escort, escortAccountId, accommodations },
        followsId: id,
      });
      await this.clocks.set(work, referral, next, sight.receiverAnswersHere);
      await this.tell(work, sight, next, 'appointment.moved', {
        appointmentAt: at.toISOString(),
        moveReason: reason,
      });
    });
  }

  /** `reason`: code of ALASAN_BATAL_JANJI. */
  async cancel(actor: Actor, referralId: string, id: string, reason: string): Promise<void> {
    await this.act(actor, referralId, id, 'cancel', async (work, _referral, sight, one) => {
      await this.decide(work, one, 'CANCELLED', reason);
      await this.clocks.end(work, one, 'appointment.off');
      await this.tell(work, sight, one, 'appointment.cancelled', { offReason: reason });
    });
  }

  async attend(actor: Actor, referralId: string, id: string): Promise<void> {
    await this.act(actor, referralId, id, 'attend', async (work, _referral, sight, one) => {
      await this.decide(work, one, 'ATTENDED', null);
      await this.clocks.end(work, one, 'appointment.result');
      await this.tell(work, sight, one, 'appointment.attended', {});
    });
  }

  /** The person could not come; the case team gets in touch, and has a clock for it. `reason`: ALASAN_BELUM_HADIR. */
  async miss(actor: Actor, referralId: string, id: string, reason: string): Promise<void> {
    await this.act(actor, referralId, id, 'miss', async (work, referral, sight, one) => {
      await this.decide(work, one, 'NOT_ATTENDED', reason);
      await this.clocks.end(work, one, 'appointment.result');
      await this.clocks.missed(work, referral, one, reason);
      await this.note(work, one, 'appointment.notAttended', { missedReason: reason });
      await this.outbox.announce(work, 'referral.appointmentMissed', { referralId, caseId: one.caseId });
      if (sight.side === 'case-team') await this.announceTo('receiver', work, one);
    });
  }

  /** The case team spoke with the person, or tried to: an attempt that failed ends nothing. */
  async followUp(actor: Actor, referralId: string, id: string, outcome: string): Promise<void> {
    await this.act(actor, referralId, id, 'followUp', async (work, _referral, _sight, one) => {
      const { referralId: ofReferral, caseId } = one;
      await work.manager.insert(AppointmentFollowUp, {
        ...{ id: randomUUID(), appointmentId: id, referralId: ofReferral, caseId },
        ...{ outcome, madeBy: actor.accountId, at: work.at },
      });
      if (wasReached(outcome)) await this.clocks.end(work, one, 'appointment.followed');
      await this.note(work, one, 'appointment.followedUp', { followUp: outcome });
      // Only this answer is the receiver's to know.
      if (outcome === 'JANJI_BARU') await this.announceTo('receiver', work, one);
    });
  }

  private async act(
    actor: Actor,
    referralId: string,
    id: string,
    act: AppointmentAct,
    does: (work: Work, referral: Referral, sight: AppointmentSight, one: Appointment) => Promise<void>,
  ): Promise<void> {
    await this.onReferral(actor, referralId, PERMISSION[act], async (work, referral, sight) => {
      const one = await work.manager.findOneBy(Appointment, { id, referralId });
      if (!one) throw new NotFound();
      const state = { status: one.status, at: one.at, followedUp: await this.wasFollowed(work, one) };
      refuseFor(whyNotAppointment(act, state, sight), { status: one.status });
      await does(work, referral, sight, one);
    });
  }

  private async wasFollowed(work: Work, { id }: Appointment): Promise<boolean> {
    const tries = await work.manager.findBy(AppointmentFollowUp, { appointmentId: id });
    return tries.some(({ outcome }) => wasReached(outcome));
  }

  private async onReferral(
    actor: Actor,
    referralId: string,
    name: string,
    does: (work: Work, referral: Referral, sight: AppointmentSight) => Promise<void>,
  ): Promise<void> {
    const act: ActName = { name, object: { kind: 'referral', id: referralId } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const referral = await this.mine(work, referralId);
      act.caseId = referral.caseId;
      const sight = await this.sight(work, referral);
      if (sight.side === 'receiver') await this.moves.refuseWithdrawn(work, referral);
      await does(work, referral, sight);
    });
  }

  /** Locked. Whoever sees it and may not change it, an officer on the team, is refused and not told that it is not there. */
  private async mine(work: Work, referralId: string): Promise<Referral> {
    await referralById(work, referralId);
    return this.moves.find(work, referralId).catch((error: unknown) => {
      throw error instanceof NotFound ? new Refused('appointment.notYours') : error;
    });
  }

  private async sight(work: Work, referral: Referral): Promise<AppointmentSight> {
    const here = await agenciesWithAccounts(work, [referral.toAgencyId]);
    return {
      side: this.moves.partyOf(work, referral) === 'receiver' ? 'receiver' : 'case-team',
      referralStatus: referral.status,
      receiverAnswersHere: here.has(referral.toAgencyId),
      now: work.at,
    };
  }

  private async insert(
    work: Work,
    referral: Referral,
    what: Pick<Appointment, 'at' | 'place' | 'escort' | 'escortAccountId' | 'accommodations'> & {
      followsId?: string;
    },
  ): Promise<Appointment> {
    const one: Appointment = Object.assign(new Appointment(), {
      ...{ id: randomUUID(), referralId: referral.id, caseId: referral.caseId, followsId: null },
      ...what,
      ...{ arrangementId: randomUUID(), setBy: work.actor!.accountId, status: 'PLANNED' as const },
      ...{
        reason: null,
        decidedBy: null,
        decidedAt: null,
        followUp: null,
        followedBy: null,
        followedAt: null,
      },
    });
    await work.manager.insert(Appointment, one);
    return one;
  }

  private async decide(
    work: Work,
    { id }: Appointment,
    status: Appointment['status'],
    reason: string | null,
  ): Promise<void> {
    const decided = { status, reason, decidedBy: work.actor!.accountId, decidedAt: work.at };
    await work.manager.update(Appointment, { id, status: 'PLANNED' }, decided);
  }

  /** The ledger's entry, and word to the other side. */
  private async tell(
    work: Work,
    { side }: AppointmentSight,
    one: Appointment,
    act: string,
    facts: Record<string, string | string[]>,
  ): Promise<void> {
    await this.note(work, one, act, facts);
    await this.announceTo(side === 'receiver' ? 'case-team' : 'receiver', work, one);
  }

  private async announceTo(side: AppointmentSight['side'], work: Work, one: Appointment): Promise<void> {
    const topic = side === 'receiver' ? 'referral.appointmentBySender' : 'referral.appointmentByReceiver';
    await this.outbox.announce(work, topic, { referralId: one.referralId, caseId: one.caseId });
  }

  private async note(
    work: Work,
    one: Appointment,
    act: string,
    facts: Record<string, string | string[]>,
  ): Promise<void> {
    await this.ledger.append(work, {
      act,
      object: { kind: 'referral', id: one.referralId },
      caseId: one.caseId,
      facts: { appointmentId: one.id, ...facts },
    });
  }
}

/** The permission of each act of the table. */
const PERMISSION = {
  arrange: 'appointment.arrange',
  move: 'appointment.move',
  cancel: 'appointment.cancel',
  attend: 'appointment.attend',
  miss: 'appointment.miss',
  followUp: 'appointment.followUp',
} as const satisfies Record<AppointmentAct, string>;

function refuseFor(code: string | null, current: Record<string, unknown>): void {
  if (code) throw new Refused(code, { current });
}

function refuseTime(at: Date, now: Date): void {
  const code = faultOfTime(at, now);
  if (code) throw new Invalid([{ pointer: '/at', code }]);
}
