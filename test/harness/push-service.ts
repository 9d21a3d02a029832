import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#config';

export interface Pushed {
  /** Which browser it was for: the last part of its endpoint. */
  browser: string;
  method: string;
  headers: Record<string, string>;
  /** What the browser read; null when the push service or the browser refused it, and why. */
  text: string | null;
  fault: string | null;
  length: number;
  status: number;
}
export interface Subscription {
  endpoint: string;
  p256dh: string;
  auth: string;
}
interface Mood {
  /** Statuses by browser, used up one after the other; under `*` one that stays. */
  answers?: Record<string, number | number[]>;
  headers?: Record<string, string>;
  /** Seconds, where the test's clock stands still. */
  now?: number;
}

/** A real push service with its browsers, in a process of its own, and the journal of what it was sent. */
export class PushService {
  readonly pushed: Pushed[] = [];
  private asked = 0;

  private constructor(
    private readonly child: ChildProcess,
    /** As `SIMPUL_PUSH_HOSTS` names it. */
    readonly host: string,
  ) {
    // Many may ask at once.
    child.setMaxListeners(0);
    child.on('message', (word: { pushed?: Pushed }) => {
      if (word.pushed) this.pushed.push(word.pushed);
    });
  }

  static async start(): Promise<PushService> {
    const program = join(projectRoot(), 'test', 'harness', 'push-process.mjs');
    const child = fork(program, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (word: { port: number }) => resolve(word.port));
      child.once('exit', () => reject(new Error('the push service did not start')));
    });
    return new PushService(child, `localhost:${port}`);
  }

  /** A new browser that is told the server's key. */
  async subscribe(key: string): Promise<Subscription> {
    return (await this.ask({ subscribe: { key } })).subscription!;
  }

  /** Settled when the process has taken it in. */
  async behave(mood: Mood): Promise<void> {
    await this.ask({ behave: mood });
  }

  async kill(): Promise<void> {
    if (this.child.exitCode ?? this.child.signalCode) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  private ask(what: object): Promise<{ subscription?: Subscription }> {
    const id = ++this.asked;
    return new Promise((resolve) => {
      const hear = (word: { answer?: number; subscription?: Subscription }): void => {
        if (word.answer !== id) return;
        this.child.off('message', hear);
        resolve(word);
      };
      this.child.on('message', hear);
      this.child.send({ ...what, id });
    });
  }
}

/** The part of an endpoint by which the push service's journal names a browser. */
export function browserOf({ endpoint }: Subscription): string {
  return endpoint.split('/').at(-1)!;
}
