import { AgenciesModule } from '#agencies';
import { CaseParts } from '#cases';
import { ConsentModule } from '#consent';
import { ScreeningModule } from '#screening';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentClocks } from './appointments/appointment-clocks.js';
import { Appointment, AppointmentFollowUp } from './appointments/appointment.entity.js';
import { Arrangements } from './appointments/arrangements.js';
import { Appointments } from './appointments/appointments.service.js';
import { AppointmentsController } from './http/appointments.controller.js';
import { ReferralsController } from './http/referrals.controller.js';
import { WithdrawalEffectsController } from './http/withdrawal-effects.controller.js';
import { toReferral } from './http/referral.dto.js';
import { WithdrawnConsent } from './jobs/withdrawn-consent.job.js';
import { Fans } from './fans.js';
import { LinkedMilestones } from './linked-milestones.js';
import { ReceiverChecks } from './receiver-checks.js';
import { ReferralActs } from './referral-acts.service.js';
import { ReferralClocks } from './referral-clocks.js';
import { ReferralDrafts } from './referral-drafts.js';
import { Referral, ReferralDraft, ReferralMove } from './referral.entity.js';
import { ReferralMoves } from './referral-moves.service.js';
import { referralsOfCase } from './referral-rows.queries.js';
import { ReferralsService } from './referrals.service.js';
import { WithdrawalEffects } from './withdrawal-effects.queries.js';

const ACTS = [
  ReferralMoves,
  ReferralClocks,
  LinkedMilestones,
  Fans,
  AppointmentClocks,
  Arrangements,
  Appointments,
  ReferralsService,
  ReferralActs,
  ReferralDrafts,
];

/** The acts on referrals, for the libraries downstream; on the case page the part `referrals` and two stage facts. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Referral, ReferralDraft, ReferralMove, Appointment, AppointmentFollowUp]),
    AgenciesModule,
    ConsentModule,
    ScreeningModule,
  ],
  providers: [...ACTS, ReceiverChecks],
  exports: [...ACTS, ReceiverChecks],
})
export class ReferralsModule implements OnModuleInit {
  constructor(private readonly parts: CaseParts) {}

  onModuleInit(): void {
    const count = (where: string): string =>
      `select count(*) from simpul.referral r where r.case_id = c.id and r.sent_at is not null and ${where}`;
    this.parts.addStageFact('referralsSent', count(`r.status <> 'cancelled'`));
    this.parts.addStageFact(
      'referralsRunning',
      count(`r.status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold')`),
    );
    this.parts.add('referrals', async (work, facts) =>
      (await referralsOfCase(work, facts.id)).map((row) => toReferral(row, work.actor!)),
    );
  }
}

/** `/referrals/:id/receipt`, `/acceptance`, `/rejection`, `/cancellation`, `/appointments…`; what a withdrawal of consent stops. */
@Module({
  imports: [ReferralsModule, ConsentModule],
  controllers: [ReferralsController, AppointmentsController, WithdrawalEffectsController],
  providers: [WithdrawalEffects],
})
export class ReferralsHttpModule {}

/** Stops referrals whose consent was withdrawn. For the worker: needs `QueueJobsModule` and the cases' module. */
@Module({ imports: [ReferralsModule], providers: [WithdrawnConsent], exports: [WithdrawnConsent] })
export class ReferralsJobsModule {}
