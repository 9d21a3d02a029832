import { failureCode } from '#queue';

/** One thing the worker does again and again. */
export interface Schedule {
  readonly name: string;
  /** Rest between the end of one run and the start of the next, in milliseconds. */
  readonly everyMs: number;
  /** Wait before the first run, in milliseconds; default none. */
  readonly firstAfterMs?: number;
  run(): Promise<unknown>;
}

/** Runs one schedule for ever: never two runs at once, and no fault ends it. */
export class Round {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private stopped = true;
  private failures = 0;

  constructor(
    private readonly schedule: Schedule,
    /** Asked before each run; "no" skips it. */
    private readonly mayRun: () => boolean,
    private readonly say: (line: string) => void,
  ) {}

  start(): void {
    this.stopped = false;
    this.arm(this.schedule.firstAfterMs ?? 0);
  }

  /** No new run starts; resolves when the current one has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private arm(inMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.current = this.runOnce().finally(() => this.arm(this.schedule.everyMs));
    }, inMs);
  }

  private async runOnce(): Promise<void> {
    if (!this.mayRun()) return;
    try {
      await this.schedule.run();
      if (this.failures > 0) this.say(`${this.schedule.name} works again after ${this.failures} failures`);
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      // Once, twice, four times …: a database that is away for an hour must not fill a disk with lines. Codes only.
      if (Number.isInteger(Math.log2(this.failures)))
        this.say(`${this.schedule.name} failed ${this.failures} times: ${failureCode(error)}`);
    }
  }
}
