import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { reachableBinaries } from './binaries.js';
import { clearLeftovers } from './leftovers.js';
import { ownerOf, serverUser, type SystemUser } from './system-user.js';

export interface EmbeddedOptions {
  /** Folder that the server's user may enter; `data/` and `server.log` are made in it. See `embeddedHome`. */
  home: string;
  superuserPassword: string;
  /** false only for throw-away data: no fsync, so a crash of the machine may lose everything. Default true. */
  durable?: boolean;
  settings?: Record<string, string | number>;
}

const START_TRIES_SECONDS = 40;
const LOG_BYTES_MAX = 10_000_000;
const ID_FILE = 'simpul.id';

/**
 * A real PostgreSQL, run from the npm package's programs. It outlives this process until `stop()`, so that a crash of
 * ours is no crash of the database; `start()` finds such a server and takes its data over.
 *
 * States: no data → (initdb) → stopped → (start) → running → (stop) → stopped.
 */
export class EmbeddedPostgres {
  port = 0;
  private readonly data: string;
  private readonly log: string;
  private user: SystemUser | undefined;
  private programs = '';

  constructor(private readonly options: EmbeddedOptions) {
    this.data = join(options.home, 'data');
    this.log = join(options.home, 'server.log');
  }

  /** Whether a first start has already made the data directory. */
  get initialised(): boolean {
    return existsSync(join(this.data, 'PG_VERSION'));
  }

  /** Made at random with the data and copied with them; whoever keeps the keys to them keeps it too. */
  get id(): string | undefined {
    try {
      return readFileSync(join(this.data, ID_FILE), 'utf8').trim();
    } catch {
      return undefined;
    }
  }

  /** Connection URL of the superuser, for creating roles and databases only. */
  adminUrl(database = 'postgres'): string {
    return `postgresql://postgres:${this.options.superuserPassword}@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts the server on a free port of 127.0.0.1, making the data directory first if there is none. */
  async start(): Promise<void> {
    await this.prepare();
    if ((await clearLeftovers(this.data)) === 'a running server') await this.stop();
    await this.launch(freePort);
  }

  /** Starts a server that died on the port it had, so that those who know its address find it; false while it runs. */
  async revive(): Promise<boolean> {
    if ((await clearLeftovers(this.data)) === 'a running server') return false;
    const { port } = this;
    await this.launch(() => Promise.resolve(port));
    return true;
  }

  /** Stops the server and waits until it is gone; sessions that are open are rolled back. Does nothing when it is not running. */
  async stop(): Promise<void> {
    if (!this.initialised) return;
    await this.prepare();
    if ((await clearLeftovers(this.data)) === 'nothing') return;
    const fast = await this.run('pg_ctl', ['stop', '-D', this.data, '-m', 'fast', '-w', '-t', '30', '-s']);
    if (fast.code !== 0)
      await this.run('pg_ctl', ['stop', '-D', this.data, '-m', 'immediate', '-w', '-t', '10', '-s']);
  }

  private async launch(choosePort: () => Promise<number>): Promise<void> {
    const deadline = Date.now() + START_TRIES_SECONDS * 1000;
    for (;;) {
      this.port = await choosePort();
      await this.writeSettings();
      const attempt = await this.run('pg_ctl', [
        'start',
        '-D',
        this.data,
        '-l',
        this.log,
        '-w',
        '-t',
        '60',
        '-s',
      ]);
      if (attempt.code === 0) return;
      const reason = await this.lastLogLines();
      // The children of a killed postmaster hold its lock for a second or three; a port may be taken between our look and its bind.
      const passing = /lock file|pre-existing shared memory block|Address already in use|starting up/.test(
        reason,
      );
      if (!passing || Date.now() > deadline) {
        throw new Error(`PostgreSQL did not start.\n${attempt.output}\n${reason}\nIts log: ${this.log}`);
      }
      await pause(500);
    }
  }

  private async prepare(): Promise<void> {
    if (this.programs) return;
    this.refuseForeignData();
    this.user = serverUser(this.data);
    this.programs = await reachableBinaries(this.user);
    await mkdir(this.options.home, { recursive: true });
    await this.giveToServer(this.options.home, 0o700);
    if (!this.initialised) await this.initialise();
    await this.refuseOtherVersion();
    const logSize = await stat(this.log).then(
      (file) => file.size,
      () => 0,
    );
    if (logSize > LOG_BYTES_MAX) await rename(this.log, `${this.log}.1`);
  }

  /** Made beside and renamed, so that an interrupted initdb is never taken for data. */
  private async initialise(): Promise<void> {
    const half = `${this.data}.new`;
    const passwordFile = join(this.options.home, 'superuser');
    await rm(half, { recursive: true, force: true });
    await writeFile(passwordFile, this.options.superuserPassword, { mode: 0o600 });
    await this.giveToServer(passwordFile, 0o600);
    const made = await this.run('initdb', [
      `--pgdata=${half}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Fixed, or the order of names would depend on the locale of whoever started it first.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(this.options.durable === false ? ['--no-sync'] : []),
    ]);
    await rm(passwordFile, { force: true });
    if (made.code !== 0) throw new Error(`PostgreSQL could not make its data directory.\n${made.output}`);
    await appendFile(join(half, 'postgresql.conf'), "\ninclude_if_exists = 'simpul.conf'\n");
    await writeFile(join(half, ID_FILE), `${randomUUID()}\n`);
    await this.giveToServer(join(half, ID_FILE), 0o600);
    await rename(half, this.data);
  }

  private async writeSettings(): Promise<void> {
    const settings: Record<string, string | number> = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '', // its path may be too long, and /tmp is not ours
      timezone: 'UTC',
      log_timezone: 'UTC',
      // A failed statement or a violated constraint would copy what people wrote into the log; the program that
      // failed learns of the error anyway. 'log' lets starts, stops and crashes through.
      log_min_messages: 'log',
      log_min_error_statement: 'panic',
      ...(this.options.durable === false
        ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', 'simpul.throwaway': 'on' }
        : {}),
      ...this.options.settings,
    };
    const file = join(this.data, 'simpul.conf');
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
    await writeFile(file, `# Written anew at each start.\n${lines.join('')}`, { mode: 0o600 });
    await this.giveToServer(file, 0o600);
  }

  private refuseForeignData(): void {
    const ours = process.getuid?.();
    if (ours === undefined || ours === 0) return;
    if (ownerOf(this.options.home) !== undefined && ownerOf(this.options.home) !== ours) {
      throw new Error(
        `${this.options.home} milik pengguna lain; jalankan sebagai pengguna itu atau sebagai root ` +
          `(it belongs to another user: start as that user, or as root).`,
      );
    }
  }

  private async refuseOtherVersion(): Promise<void> {
    const made = (await readFile(join(this.data, 'PG_VERSION'), 'utf8')).trim();
    const { output } = await this.run('postgres', ['--version']);
    const installed = /\) (\d+)/.exec(output)?.[1];
    if (made !== installed) {
      throw new Error(
        `${this.data} was made by PostgreSQL ${made}, and the installed one is ${installed ?? output}.`,
      );
    }
  }

  private async giveToServer(path: string, mode: number): Promise<void> {
    if (this.user) await chown(path, this.user.uid, this.user.gid);
    await chmod(path, mode).catch(() => undefined); // not ours to change when another user made it; PostgreSQL says so if it matters
  }

  private async lastLogLines(): Promise<string> {
    const log = await readFile(this.log, 'utf8').catch(() => '');
    return log.trimEnd().split('\n').slice(-8).join('\n');
  }

  private run(program: string, args: string[]): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(join(this.programs, program), args, {
        detached: true, // Ctrl-C in a terminal would end initdb half-way
        cwd: '/', // the caller's folder may be closed to the server's user
        env: { ...process.env, LC_ALL: 'C', PGPORT: undefined, PGDATA: undefined, PGOPTIONS: undefined },
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(this.user ? { uid: this.user.uid, gid: this.user.gid } : {}),
      });
      let output = '';
      child.stdout.on('data', (chunk) => (output += String(chunk)));
      child.stderr.on('data', (chunk) => (output += String(chunk)));
      child.once('error', reject);
      // Not 'close': the server started by pg_ctl may hold our pipes for as long as it lives.
      child.once('exit', (code) => setImmediate(() => resolve({ code, output: output.trim() })));
    });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
