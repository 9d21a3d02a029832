export interface LaneLimits {
  /** Tasks side by side. */
  readonly lanes: number;
  /** A task that takes longer gives its lane up and goes on beside, milliseconds. */
  readonly asideAfterMs: number;
  /** So many at once at most: beyond that a slow task keeps its lane. */
  readonly asideAtOnce: number;
}

interface Running {
  slow: boolean;
  aside: boolean;
}

/** Runs tasks side by side so that a few which wait for something hold nobody up who comes after them. */
export class Lanes {
  private readonly running = new Set<Running>();
  private readonly listeners = new Set<() => void>();
  private failure: { error: unknown } | undefined;

  constructor(private readonly limits: LaneLimits) {}

  get isEmpty(): boolean {
    return this.running.size === 0;
  }

  get hasRoom(): boolean {
    return this.running.size - this.asideNow() < this.limits.lanes;
  }

  /** Starts a task. Its failure is thrown by the next `change` or `throwFailure`. */
  run(task: () => Promise<void>): void {
    const one: Running = { slow: false, aside: false };
    this.running.add(one);
    const timer = setTimeout(() => {
      one.slow = true;
      this.moveAside();
      this.wake();
    }, this.limits.asideAfterMs);
    void task()
      .catch((error: unknown) => (this.failure ??= { error }))
      .finally(() => {
        clearTimeout(timer);
        this.running.delete(one);
        this.moveAside();
        this.wake();
      });
  }

  /** Whoever waits for a change looks around. */
  wake(): void {
    for (const listener of this.listeners) listener();
  }

  /** Resolves when a task ended or was set aside, or somebody woke it: true; or when the time is over: false. */
  async change(atMostMs: number): Promise<boolean> {
    const changed = await new Promise<boolean>((resolve) => {
      const done = (outcome: boolean): void => {
        clearTimeout(timer);
        this.listeners.delete(listener);
        resolve(outcome);
      };
      const listener = (): void => done(true);
      const timer = setTimeout(() => done(false), atMostMs);
      this.listeners.add(listener);
    });
    this.throwFailure();
    return changed;
  }

  /** Throws what a task failed with, once. */
  throwFailure(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure.error;
  }

  private asideNow(): number {
    return [...this.running].filter(({ aside }) => aside).length;
  }

  private moveAside(): void {
    for (const one of this.running)
      if (one.slow && !one.aside && this.asideNow() < this.limits.asideAtOnce) one.aside = true;
  }
}
