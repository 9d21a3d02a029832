import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#config';
import pg from 'pg';
import { ownRedis, redisBinary } from './redis.js';

/** Where the queue lives in a suite: what the programs are told, and how to end it. */
export interface QueuePlace {
  env: Record<string, string>;
  close(): Promise<void>;
}

/** PostgreSQL always; Redis where this machine has one, and its name says so where it has none. */
export const QUEUE_PLACES: { name: string; open?: () => Promise<QueuePlace> }[] = [
  { name: 'PostgreSQL', open: async () => ({ env: {}, close: async () => undefined }) },
  redisBinary() ? { name: 'Redis', open: openRedis } : { name: 'Redis, SKIPPED: no redis-server here' },
];

async function openRedis(): Promise<QueuePlace> {
  const redis = await ownRedis(redisBinary()!);
  return { env: { QUEUE_URL: redis.url }, close: () => redis.close() };
}

/** The real worker as a process of its own, from `dist`, which `npm test` and `npm start` build. */
export class WorkerProcess {
  private lines = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (text: Buffer) => (this.lines += text.toString('utf8')));
  }

  /** Resolves when its shift has begun. `clockAheadMs`: how far its clock is ahead of the machine's; negative is behind. */
  static async start(env: Record<string, string>, { clockAheadMs = 0 } = {}): Promise<WorkerProcess> {
    const main = join(projectRoot(), 'dist', 'apps', 'worker', 'src', 'main.js');
    const execArgv = clockAheadMs === 0 ? [] : ['--import', shiftedClock(clockAheadMs)];
    const worker = new WorkerProcess(fork(main, { env: { ...process.env, ...env }, execArgv, silent: true }));
    await new Promise<void>((resolve, reject) => {
      worker.child.once('message', () => resolve());
      worker.child.once('exit', (code, signal) =>
        reject(new Error(`the worker ended with ${signal ?? code}\n${worker.lines}`)),
      );
    });
    return worker;
  }

  /** Everything that it has printed so far. */
  get printed(): string {
    return this.lines;
  }

  /** Its exit code, or the signal that ended it. Again does no harm. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | string> {
    const { child } = this;
    const ended = (): number | string | null => child.exitCode ?? child.signalCode;
    if (ended() === null) {
      const exit = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await exit;
    }
    return ended()!;
  }
}

/** How often each person was told, per step or outbox message; one row per person and cause. */
export async function tellings(
  admin: pg.Client,
  cause: 'step_id' | 'outbox_id',
  ids: readonly string[],
): Promise<{ cause: string; account: string; times: number }[]> {
  const { rows } = await admin.query(
    `select ${cause} as cause, account_id as account, count(*)::int as times from simpul.notification
      where ${cause} = any ($1::uuid[]) group by 1, 2`,
    [ids],
  );
  return rows as { cause: string; account: string; times: number }[];
}

/** Waits until something holds; fails with its name after so many seconds. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`gave up after ${seconds} s waiting until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A module for `--import` that moves the process's clock before anything of ours is loaded. */
function shiftedClock(byMs: number): string {
  const code = `
    const Real = Date;
    globalThis.Date = class Date extends Real {
      constructor(...given) { if (given.length === 0) super(Real.now() + ${byMs}); else super(...given); }
      static now() { return Real.now() + ${byMs}; }
    };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
