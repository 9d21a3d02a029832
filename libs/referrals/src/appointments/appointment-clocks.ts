import type { Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Injectable } from '@nestjs/common';
import type { Referral } from '../referral.entity.js';
import { followUpRisk } from '../rules/appointment.js';
import type { Appointment } from './appointment.entity.js';

const OURS = 'TIM_KASUS';

/**
 * The clocks of an appointment. They count from its own time, which lies ahead, so that their reminders ring before it:
 * whoever receives the person, whoever comes along, and whoever gets in touch when nobody came.
 */
@Injectable()
export class AppointmentClocks {
  constructor(private readonly deadlines: DeadlinesService) {}

  /** Somebody receives the person and says how it went: the receiver, or the case team where nobody of it is in Simpul. */
  async set(work: Work, referral: Referral, one: Appointment, receiverAnswersHere: boolean): Promise<void> {
    if (receiverAnswersHere)
      await this.start(work, referral, {
        event: 'appointment.set',
        at: one.at,
        aboutId: one.id,
        owes: { agencyId: referral.toAgencyId },
      });
    await this.escorted(work, referral, one, receiverAnswersHere);
  }

  /** Somebody of the case team comes along, or at least asks how it went. */
  async escorted(
    work: Work,
    referral: Referral,
    one: Appointment,
    receiverAnswersHere: boolean,
  ): Promise<void> {
    if (receiverAnswersHere && one.escort !== OURS) return;
    await this.start(work, referral, {
      event: 'appointment.escorted',
      at: one.at,
      aboutId: one.arrangementId,
      owes: {
        agencyId: referral.fromAgencyId,
        accountId: (one.escort === OURS ? one.escortAccountId : null) ?? (await this.owner(work, referral)),
      },
    });
  }

  async missed(work: Work, referral: Referral, one: Appointment, reason: string): Promise<void> {
    await this.start(
      work,
      { ...referral, risk: followUpRisk(reason, referral.risk) },
      {
        event: 'appointment.missed',
        at: work.at,
        aboutId: one.id,
        owes: { agencyId: referral.fromAgencyId, accountId: await this.owner(work, referral) },
      },
    );
  }

  /** `arrangement`: only what hangs on who comes along. */
  async end(
    work: Work,
    one: Appointment,
    event: 'appointment.result' | 'appointment.off' | 'appointment.followed',
    only: 'all' | 'arrangement' = 'all',
  ): Promise<void> {
    const { caseId, referralId, id, arrangementId } = one;
    for (const aboutId of only === 'all' ? [id, arrangementId] : [arrangementId])
      await this.deadlines.meet(work, { caseId, referralId, aboutId, event, at: work.at });
  }

  private async start(
    work: Work,
    referral: Referral,
    about: { event: string; at: Date; aboutId: string; owes: { agencyId: string; accountId?: string } },
  ): Promise<void> {
    // The receiver sets most of them, and knows of the case its risk alone.
    const subject = {
      tracks: [],
      contexts: [],
      violenceTypes: [],
      risk: referral.risk,
      eventAgeHours: null,
    };
    await this.deadlines.start(work, {
      ...about,
      caseId: referral.caseId,
      referralId: referral.id,
      subject,
    });
  }

  private async owner(work: Work, referral: Referral): Promise<string> {
    const [row] = await work.query<{ owner: string | null }>('select simpul.referral_sender($1) as owner', [
      referral.id,
    ]);
    return row?.owner ?? referral.sentBy ?? referral.createdBy;
  }
}
