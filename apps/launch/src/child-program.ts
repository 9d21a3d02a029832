import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config';

const READY_SECONDS_MAX = 60;
const STOP_SECONDS_MAX = 15;
const RESTART_PAUSE_MS = 1_000;
const LOG_BYTES_MAX = 10_000_000;

/** The API, the worker or a witness as a process of its own; started again when it dies by itself, until `stop()`. */
export class ChildProgram {
  private child: ChildProcess | undefined;
  private stopping = false;

  constructor(
    private readonly name: 'api' | 'worker' | 'witness',
    private readonly env: NodeJS.ProcessEnv,
    private readonly say: (text: string) => void,
    /** Where its output goes; absent: to our own. */
    private readonly logFile?: string,
    /** What runs, with its arguments; absent: the compiled program of that name. */
    private readonly command: readonly string[] = [compiled(name, 'src', 'main.js')],
  ) {}

  /** Resolves when the program says that it is ready; rejects with the end of its log when it dies before. */
  async start(): Promise<void> {
    const child = this.spawn();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(this.failure('is not ready')), READY_SECONDS_MAX * 1000);
      const settle = (act: () => void) => () => {
        clearTimeout(timer);
        act();
      };
      child.once('message', settle(resolve));
      child.once(
        'exit',
        settle(() => reject(this.failure('ended'))),
      );
      child.once(
        'error',
        settle(() => reject(this.failure('did not start'))),
      );
    });
    child.once('exit', () => void this.restart());
  }

  /** Asks it to finish what it is doing, and ends it if it does not. */
  async stop(force = false): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(force ? 'SIGKILL' : 'SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS_MAX * 1000);
    await gone;
    clearTimeout(timer);
  }

  private spawn(): ChildProcess {
    const log = this.logFile ? openLog(this.logFile) : 'inherit';
    const preload = new URL(`file://${compiled('launch', 'src', 'stop-with-parent.js')}`).href;
    this.child = spawn(process.execPath, ['--import', preload, ...this.command], {
      env: this.env,
      stdio: ['ignore', log, log, 'ipc'],
      // A process group of its own: Ctrl-C goes to the launcher alone, which then stops everything in order.
      detached: true,
    });
    if (log !== 'inherit') closeSync(log);
    return this.child;
  }

  private async restart(): Promise<void> {
    if (this.stopping) return;
    this.say(`${this.name} berhenti, dijalankan lagi (${this.name} ended and is started again).`);
    await new Promise((resolve) => setTimeout(resolve, RESTART_PAUSE_MS));
    if (!this.stopping) await this.start().catch(() => this.restart());
  }

  private failure(what: string): Error {
    if (!this.logFile) return new Error(`The ${this.name} ${what}.`);
    const log = existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
    const end = log.trimEnd().split('\n').slice(-15).join('\n');
    return new Error(`The ${this.name} ${what}. The end of ${this.logFile}:\n${end}`);
  }
}

const compiled = (...parts: string[]): string => join(projectRoot(), 'dist', 'apps', ...parts);

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
