// The real programs as processes of their own.
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The API or a worker. `clockAheadMs` moves its clock before anything of ours is loaded. */
export async function startProgram(name, env, { clockAheadMs = 0 } = {}) {
  const main = new URL(`../../dist/apps/${name}/src/main.js`, import.meta.url).pathname;
  const clock = `const R = Date; globalThis.Date = class Date extends R {
    constructor(...a) { if (a.length === 0) super(R.now() + ${clockAheadMs}); else super(...a); }
    static now() { return R.now() + ${clockAheadMs}; } };`;
  const execArgv = clockAheadMs ? ['--import', `data:text/javascript,${encodeURIComponent(clock)}`] : [];
  const child = fork(main, { env: { ...process.env, ...env }, execArgv, silent: true });
  const program = { name, child, printed: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (program.printed += text.toString()));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  // Whatever befalls its neighbours: a program that nobody ended goes on.
  let asked = false;
  void ended.then((how) => (program.died = asked ? undefined : `${name} ended by itself with ${how}`));
  program.end = (signal = 'SIGKILL') => {
    asked = true;
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    void ended.then((how) =>
      reject(new Error(`${name} ended with ${how} before it was ready\n${program.printed}`)),
    );
  });
  return program;
}

/** A Redis with its append-only file on, killed and started again on the same port. */
export async function openRedis(binary) {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-faults-redis-'));
  const port = await freePort();
  let server;
  const start = async () => {
    const options = [
      '--port',
      port,
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'yes',
    ];
    server = spawn(binary, options.map(String), { stdio: 'ignore' });
    while (!(await answers(port))) await pause(20);
  };
  const kill = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    port,
    crash: () => kill().then(start),
    wipe: () =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
        socket.once('data', () => resolve(void socket.destroy()));
      }),
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The city's mail server, and the journal of what it took: a person's mailbox knows a repetition by its Message-ID. */
export async function openMail() {
  const program = fileURLToPath(new URL('../harness/smtp-process.mjs', import.meta.url));
  const ids = [];
  let child;
  let port = 0;
  const start = () =>
    new Promise((resolve, reject) => {
      child = fork(program, [String(port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      child.once('exit', () => reject(new Error('the mail server did not start')));
      child.on('message', (word) => {
        if (word.taken) ids.push(/^Message-ID: <(.+?)@/im.exec(word.taken.text)?.[1]);
        if (word.port) resolve((port = word.port));
      });
    });
  const kill = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    /** Delivery ids in the order of their arrival. */
    ids,
    url: `smtp://127.0.0.1:${port}`,
    kill,
    start,
    /** `silent`: takes the mail and never says so. */
    behave: (mood) => new Promise((resolve) => child.send(mood, resolve)),
  };
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(Boolean(socket.destroy())));
    socket.once('error', () => resolve(false));
  });
}

export async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits until something holds; fails with its name. */
export async function until(what, holds, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`gave up after ${seconds} s waiting until ${what}`);
    await pause(25);
  }
}
