// Installing and building, shared by `npm start` and `npm test`. No dependency: it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { swapInPages } from './swap-in-pages.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const at = (...parts) => join(root, ...parts);
const nodeProgram = (...parts) => [process.execPath, at('node_modules', ...parts)];

const INSTALL_STAMP = at('node_modules', '.simpul-installed');
const LOCK = at('.simpul', 'set-up.lock');
const STOP_SECONDS_MAX = 3;
const WEB_SOURCES = ['apps/web', 'package-lock.json'];

/** Runs `npm ci` when node_modules is missing or belongs to another package-lock.json. */
export async function ensureInstalled() {
  const wanted = fingerprint(['package-lock.json'], `${process.platform}-${process.arch}`);
  if (read(INSTALL_STAMP) === wanted) return;
  await alone(async () => {
    if (read(INSTALL_STAMP) === wanted) return;
    if (!installedByHand()) await npmCi();
    writeFileSync(INSTALL_STAMP, wanted);
  });
}

/** Compiles the server and the pages when their sources changed since the last build. */
export async function ensureBuilt() {
  const parts = [
    {
      name: 'server',
      stamp: at('dist', '.server-built'),
      wanted: fingerprint([...serverFolders(), '.swcrc', 'package.json']),
      build: buildServer,
    },
    { name: 'web', stamp: at('dist', '.web-built'), wanted: fingerprint(WEB_SOURCES), build: buildWeb },
  ];
  const stale = () => parts.filter((part) => read(part.stamp) !== part.wanted);
  if (stale().length === 0) return;
  await alone(async () => {
    if (stale().length === 0) return;
    await shown('Membangun program (building)', async () => {
      for (const part of stale()) {
        rmSync(part.stamp, { force: true });
        await part.build();
        writeFileSync(part.stamp, part.wanted);
      }
    });
  });
}

function npmCi() {
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  return shown('Memasang paket dengan npm ci (installing packages)', () =>
    run([...npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}

/** Compiled beside and swapped in, so that a program that is starting never meets half a build. */
async function buildServer() {
  const next = at('dist', '.next');
  rmSync(next, { recursive: true, force: true });
  const swc = nodeProgram('@swc', 'cli', 'bin', 'swc.js');
  await run([...swc, ...serverFolders(), '--out-dir', 'dist/.next', '--ignore', '**/*.mjs', '--quiet']);
  for (const folder of ['apps', 'libs']) {
    rmSync(at('dist', folder), { recursive: true, force: true });
    renameSync(join(next, folder), at('dist', folder));
  }
  rmSync(next, { recursive: true, force: true });
}

async function buildWeb() {
  const next = at('dist', '.next-web');
  const vite = nodeProgram('vite', 'bin', 'vite.js');
  await run([...vite, 'build', 'apps/web', '--outDir', next, '--emptyOutDir', '--logLevel', 'error']);
  swapInPages(next, at('dist', 'web'));
  rmSync(next, { recursive: true, force: true });
}

/** True when somebody ran npm themselves and every package of the lock file is there in its version. */
function installedByHand() {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!locked || !installed) return false;
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function packagesOf(file) {
  const text = read(at(file));
  return text && JSON.parse(text).packages;
}

/** One set-up at a time in this clone: `npm start` and `npm test` may be called in the same second. */
async function alone(act) {
  mkdirSync(at('.simpul'), { recursive: true, mode: 0o711 });
  mkdirSync(at('dist'), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(LOCK, `${process.pid} ${born(process.pid)}`, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const [holder, itsBirth] = (read(LOCK) ?? '').split(' ');
      if (holder && born(Number(holder)) !== itsBirth) {
        rmSync(LOCK, { force: true });
        continue;
      }
      if (!told) console.log('- Menunggu pemasangan lain di folder ini (another set-up is running here) …');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await act();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** Says what is being done with the seconds it has taken so far: on a terminal in place, elsewhere every ten seconds. */
async function shown(what, act) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const onTerminal = process.stdout.isTTY;
  if (!onTerminal) console.log(`- ${what} …`);
  const ticker = setInterval(
    () =>
      onTerminal ? process.stdout.write(`\r- ${what} … ${seconds()} s`) : console.log(`  … ${seconds()} s`),
    onTerminal ? 250 : 10_000,
  );
  try {
    const result = await act();
    const took = ((Date.now() - started) / 1000).toFixed(1);
    if (onTerminal) process.stdout.write('\r');
    console.log(`${onTerminal ? `- ${what} … ` : '  … '}${took} s`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

function run([program, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    // Half an installation must not go on alone when we are told to stop: it is waited for, then the next may begin.
    let asked = false;
    const pass = (signal) => {
      asked = true;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS_MAX * 1000).unref();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, pass);
      if (asked) {
        rmSync(LOCK, { force: true });
        console.log('\n- Berhenti (stopped).');
        process.exit(130);
      }
      if (code === 0) resolve(output);
      else reject(new Error(`${output.trim()}\n\nGagal (failed): ${[program, ...args].join(' ')}`));
    });
  });
}

/** A hash of the contents, not of the times: git gives a fresh clone new times, an editor saves what did not change. */
function fingerprint(paths, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of paths.flatMap(filesUnder).sort())
    hash.update(`${file}\0`).update(readFileSync(at(file)));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(at(path))) return [];
  if (!statSync(at(path)).isDirectory()) return [path];
  return readdirSync(at(path), { withFileTypes: true })
    .map((entry) => `${path}/${entry.name}`)
    .flatMap(filesUnder);
}

function serverFolders() {
  const apps = readdirSync(at('apps')).filter((name) => name !== 'web');
  return ['libs', ...apps.map((name) => `apps/${name}`)];
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** When a process began, empty if there is none: after a reboot its number may be another program's. */
function born(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19];
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return error.code === 'EPERM' ? 'alive' : '';
  }
}
