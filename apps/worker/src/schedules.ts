import { forgetSignInAttempts } from '#accounts';
import { DirectoryWatch } from '#agencies';
import { SealJob, WitnessJob } from '#audit';
import { forgetRequests, UnitOfWork } from '#database';
import { CalendarWatch, DEADLINE_STEP_TOPIC, DeadlineSweep, NewVersions } from '#deadlines';
import { AlarmWatch, Deliveries } from '#notifications';
import { BaitWatch, InvariantWatch, ReadingWatch, ReviewPicking } from '#oversight';
import { OUTBOX_TOPIC, OutboxRelay, type Handlers } from '#queue';
import { Injectable } from '@nestjs/common';
import type { Schedule } from './round.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What runs when. Every effect of the house is found by one of these rounds; the bells only make it sooner. */
@Injectable()
export class Schedules {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly sweep: DeadlineSweep,
    private readonly calendar: CalendarWatch,
    private readonly directory: DirectoryWatch,
    private readonly rules: NewVersions,
    private readonly deliveries: Deliveries,
    private readonly alarms: AlarmWatch,
    private readonly sealer: SealJob,
    private readonly witnesses: WitnessJob,
    private readonly invariants: InvariantWatch,
    private readonly reviews: ReviewPicking,
    private readonly reading: ReadingWatch,
    private readonly bait: BaitWatch,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  table(): Schedule[] {
    return [
      { name: 'outbox.relay', everyMs: SECOND, run: () => this.relay.pass() },
      { name: 'deadline.sweep', everyMs: 15 * SECOND, run: () => this.sweep.pass() },
      { name: 'delivery.sweep', everyMs: 15 * SECOND, run: () => this.deliveries.pass() },
      { name: 'alarm.climb', everyMs: MINUTE, run: () => this.alarms.pass() },
      { name: 'ledger.seal', everyMs: SECOND, run: () => this.sealer.pass() },
      { name: 'ledger.witness', everyMs: SECOND, run: () => this.witnesses.pass() },
      // Not at once: after an outage the sweep and the relay catch up first, and what they still do is no breach.
      {
        name: 'invariants.check',
        firstAfterMs: 5 * MINUTE,
        everyMs: HOUR,
        run: () => this.invariants.pass(),
      },
      // A day is gone through once, whenever the first round of the next one comes.
      { name: 'review.pick', firstAfterMs: 5 * MINUTE, everyMs: HOUR, run: () => this.reviews.pass() },
      { name: 'reading.watch', firstAfterMs: MINUTE, everyMs: 10 * MINUTE, run: () => this.reading.pass() },
      { name: 'bait.watch', everyMs: 5 * SECOND, run: () => this.bait.pass() },
      {
        name: 'ledger.reconcile',
        firstAfterMs: MINUTE,
        everyMs: 4 * MINUTE,
        run: () => this.invariants.reconcile(),
      },
      { name: 'rule.applyToOpen', everyMs: MINUTE, run: () => this.rules.pass() },
      { name: 'calendar.watch', everyMs: HOUR, run: () => this.calendar.pass() },
      { name: 'directory.watch', everyMs: HOUR, run: () => this.directory.pass() },
      { name: 'outbox.forget', everyMs: HOUR, run: () => this.relay.forget() },
      { name: 'requests.forget', everyMs: HOUR, run: () => this.unitOfWork.keep(null, forgetRequests) },
      { name: 'signIn.forget', everyMs: HOUR, run: () => this.unitOfWork.keep(null, forgetSignInAttempts) },
    ];
  }

  bells(): Handlers {
    return {
      // One ring stands for many rows: the pass takes all that wait.
      [OUTBOX_TOPIC]: async () => void (await this.relay.pass()),
      [DEADLINE_STEP_TOPIC]: async (stepId) => void (await this.sweep.fireStep(stepId)),
    };
  }
}
