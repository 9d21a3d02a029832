import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#config';

export interface TakenMail {
  greeting: string;
  from: string;
  to: string[];
  user: string | null;
  /** Headers and body as they crossed the network. */
  text: string;
}

/** A real SMTP server in a process of its own, and the journal of what it took. */
export class MailServer {
  readonly taken: TakenMail[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    child.on('message', (word: { taken?: TakenMail }) => {
      if (word.taken) this.taken.push(word.taken);
    });
  }

  /** `port`: to come back where one has died. */
  static async start(port = 0): Promise<MailServer> {
    const program = join(projectRoot(), 'test', 'harness', 'smtp-process.mjs');
    const child = fork(program, [String(port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const opened = await new Promise<number>((resolve, reject) => {
      child.once('message', (word: { port: number }) => resolve(word.port));
      child.once('exit', () => reject(new Error('the mail server did not start')));
    });
    return new MailServer(child, opened);
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** `refuse`: status by mailbox, `*` for all. `silent`: takes mails and never answers. */
  async behave(mood: { refuse?: Record<string, number>; silent?: boolean }): Promise<void> {
    await new Promise<void>((resolve) => this.child.send(mood, () => resolve()));
    // The channel is in order, but the server reads it in its own time.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  async kill(): Promise<void> {
    if (this.child.exitCode ?? this.child.signalCode) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }
}
