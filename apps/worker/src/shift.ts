import { BELL_STORE, startRinging, type BellStore, type Ringing } from '#queue';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ClockGuard } from './clock-guard.js';
import { Round } from './round.js';
import { Schedules } from './schedules.js';

const CLOCK_CHECKED_EVERY_MS = 60_000;

/**
 * The worker's shift: rounds by the table of schedules, bells in between, both only while its clock is right.
 * SIGTERM ends it in order: no new bell, no new round, what runs is finished.
 */
@Injectable()
export class Shift implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Shift');
  private readonly rounds: Round[] = [];
  private ringing: Ringing | undefined;
  private over = false;

  constructor(
    private readonly clock: ClockGuard,
    private readonly schedules: Schedules,
    @Inject(BELL_STORE) private readonly store: BellStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const say = (line: string): void => this.log.warn(line);
    const clock = { name: 'clock', everyMs: CLOCK_CHECKED_EVERY_MS, run: () => this.checkClock() };
    await this.checkClock();
    this.rounds.push(new Round(clock, () => true, say));
    for (const schedule of this.schedules.table())
      this.rounds.push(new Round(schedule, () => this.clock.isRight, say));
    for (const round of this.rounds) round.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.over = true;
    await this.ringing?.close();
    await Promise.all(this.rounds.map((round) => round.stop()));
  }

  private async checkClock(): Promise<void> {
    await this.clock.check();
    if (this.over) return;
    if (!this.clock.isRight) {
      const ringing = this.ringing;
      this.ringing = undefined;
      await ringing?.close();
      return;
    }
    this.ringing ??= startRinging(this.store, this.schedules.bells(), {
      onFailure: (topic, code) => this.log.warn(`bell ${topic} failed: ${code}`),
    });
  }
}
