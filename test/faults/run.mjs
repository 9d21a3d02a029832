// `npm run faults -- --seed 7 [--seeds 1,2,3] [--store postgres|redis|both] [--backlog 10000] [--only WORDS,WORDS] [--strict]`
// Really kills, stops, cuts and floods the real programs in a seeded order, then compares journals and database.
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ensureBuilt, ensureInstalled } from '../../apps/launch/set-up.mjs';
import { openRunDirectory } from '../harness/run-directory.mjs';
import { House } from './house.mjs';
import { judge } from './judge.mjs';
import { STEPS } from './steps.mjs';
import { emptyDisks, unmountDisks } from './small-disk.mjs';
import { SLOW, WEATHER } from './weather.mjs';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    store: { type: 'string', default: 'both' },
    backlog: { type: 'string', default: '10000' },
    only: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
const seeds = (options.seeds ?? options.seed ?? '1').split(',').map(Number);
/** Most of a run is waiting: with three on a core, both cores of a small machine are just busy. */
const RUNS_PER_CORE = 3;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const stores = options.store === 'both' ? ['postgres', 'redis'] : [options.store];

await ensureInstalled();
await ensureBuilt();

const dist = (path) => import(new URL(`../../dist/${path}`, import.meta.url));
const { EmbeddedPostgres, ensureRoles, migrate, openDatabase, roleUrls } = await dist(
  'libs/database/src/index.js',
);
const { checkInvariants } = await dist('libs/oversight/src/index.js');
const { seed: seedData } = await dist('apps/launch/src/seed.js');
const { DEMO_PASSWORD } = await dist('apps/launch/src/demo-accounts.js');
const { keyFilesIn, passwordsIn } = await dist('apps/launch/src/secrets.js');

const redisBinary = program('redis-server') ?? program('valkey-server');
const state = await openRunDirectory('simpul-faults-');
/** Where data and keys were made once for several runs. */
const preparedIn = process.env.SIMPUL_FAULTS_PREPARED;
if (preparedIn) copyPrepared(preparedIn);
const secrets = await passwordsIn(state);
const keys = await keyFilesIn(state);
const home = join(state, 'postgres');
// Durable: a crash of PostgreSQL proves nothing about one that does not wait for its disk.
const server = new EmbeddedPostgres({
  home,
  superuserPassword: secrets.superuser,
  settings: { max_connections: 200, shared_buffers: '64MB', jit: 'off' },
});
const DATABASE = 'faults';
const TIDY_PATIENCE_MS = 60_000;
const skipped = new Map();
let failures = 0;
let runs = 0;
let house;
let tidying;
for (const signal of SIGNALS) process.on(signal, () => void tidy().finally(() => process.exit(130)));
// A fault that nobody awaits must leave nothing behind either.
for (const slip of ['uncaughtException', 'unhandledRejection'])
  process.on(slip, (error) => void afterASlip(error));
/** Of the other runs, when this program only starts them: how each ends. */
const others = [];
try {
  await server.start();
  if (!preparedIn) await prepare();
  const [store] = stores;
  if (stores.length * seeds.length > 1) await eachByItself();
  else if (store === 'redis' && !redisBinary)
    skipped.set('queue on Redis', 'no redis-server on this machine');
  else await run(seeds[0], store);
} finally {
  await tidy();
}
if (others.length > 0) process.exitCode = Math.max(...(await Promise.all(others)));
else {
  for (const [what, why] of skipped) console.log(`SKIPPED ${what}: ${why}`);
  console.log(
    `${runs - failures} passed, ${failures} failed${skipped.size > 0 ? `, ${skipped.size} skipped` : ''}`,
  );
  process.exitCode = failures > 0 || (options.strict && skipped.has('queue on Redis')) ? 1 : 0;
}

/** An empty house: tables, reference data, accounts. */
async function prepare() {
  await asAdmin('postgres', async (admin) => {
    await ensureRoles(admin, secrets.roles);
    await admin.query(`create database ${DATABASE} owner simpul_owner`);
  });
  await asAdmin(DATABASE, openDatabase);
  const { owner } = roleUrls(server.adminUrl(DATABASE), secrets.roles);
  await migrate(owner);
  await seedData(owner);
}

/** With owners and rights: PostgreSQL refuses data that are not its user's alone. */
function copyPrepared(from) {
  const names = readdirSync(from).filter((name) => name !== 'owner.pid');
  execFileSync('cp', ['-a', ...names.map((name) => join(from, name)), state]);
}

async function run(seed, store) {
  const started = Date.now();
  const adminUrl = server.adminUrl(DATABASE);
  const random = sequence(seed);
  let at = 'the start';
  let programs = '';
  runs += 1;
  try {
    house = await House.open({
      ...{ server, home, adminUrl, keys, password: DEMO_PASSWORD },
      roleUrls: roleUrls(adminUrl, secrets.roles),
      redisBinary: store === 'redis' ? redisBinary : undefined,
    });
    await house.people.sent();
    for (const [fault, make] of schedule(seed, random)) {
      at = fault;
      const from = Date.now();
      await house.remind(2, 1 + random() * 3);
      const why = await make(house, random, {
        backlog: Number(options.backlog) / (seed % 3 === 0 ? 1 : 10),
      });
      const died = [house.api, ...house.workers].find((program) => program.died)?.died;
      if (died) throw new Error(died);
      // Why on this store is no question of the machine.
      if (why && !why.startsWith('the queue lives')) skipped.set(fault, why);
      if (process.env.FAULTS_VERBOSE)
        console.log(
          `  ${((Date.now() - from) / 1000).toFixed(1).padStart(5)} s  ${fault}${why ? ` (${why})` : ''}`,
        );
    }
    at = 'the reckoning';
    await house.everyReminder();
    await house.quiet();
    await house.everyMail();
    const { faults, acts, sent, steps, shown, mails } = await judge(house, checkInvariants);
    const lost = faults.filter((fault) => fault.lost).length;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(
      `seed ${seed} on ${store}: ${acts} acts, ${sent} referrals, ${steps} reminders, ${shown} notices, ${mails} mails: ${lost} lost, ${faults.length - lost} doubled (${seconds} s)`,
    );
    for (const { words } of faults.slice(0, 20)) console.log(`  ${words}`);
    if (faults.length > 0) throw new Error('the journals and the database disagree');
  } catch (error) {
    if (tidying) return; // asked to stop: what broke is what was cut
    failures += 1;
    programs = [house?.api, ...(house?.workers ?? [])]
      .map((each) => each?.printed.slice(-2_000))
      .join('\n--\n');
    // The reason stands last: whoever reads the end of a log must find it.
    console.log(`${programs}\nFAILED seed ${seed} on ${store} at "${at}": ${error.stack}`);
    console.log(`again: npm run faults -- --seed ${seed} --store ${store}`);
  } finally {
    await house?.close();
    house = undefined;
  }
}

/** Each seed on each store by itself, at once, with a PostgreSQL of its own: most of a run is waiting. */
async function eachByItself() {
  await server.stop();
  const own = ['--seed', '--seeds', '--store'];
  const given = process.argv
    .slice(2)
    .filter((word, index, all) => !own.includes(word) && !own.includes(all[index - 1]));
  const waiting = seeds.flatMap((seed) => stores.map((store) => ['--seed', String(seed), '--store', store]));
  const lane = async () => {
    for (let which = waiting.shift(); which && !tidying; which = waiting.shift())
      await inAProgram([...given, ...which]);
  };
  await Promise.all(Array.from({ length: RUNS_PER_CORE * availableParallelism() }, lane));
}

function inAProgram(given) {
  const env = { ...process.env, SIMPUL_FAULTS_PREPARED: state };
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...given], {
    stdio: 'inherit',
    env,
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  const end = new Promise((resolve) =>
    child.once('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve(code ?? 1);
    }),
  );
  others.push(end);
  return end;
}

/** Every fault once, in the order of the seed. */
function schedule(seed, random) {
  const all = Object.entries({ ...STEPS, ...WEATHER, ...(seed % 3 === 0 ? SLOW : {}) });
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other], all[last]];
  }
  if (!options.only) return all;
  const every = Object.entries({ ...STEPS, ...WEATHER, ...SLOW });
  return options.only.split(',').flatMap((words) => every.filter(([name]) => name.includes(words)));
}

/** Mulberry32: the same numbers between 0 and 1 for the same seed. */
function sequence(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function asAdmin(database, act) {
  const admin = new pg.Client({ connectionString: server.adminUrl(database) });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    return await act(admin);
  } finally {
    await admin.end();
  }
}

/**
 * However often it is asked to stop: a second Ctrl-C must not leave a PostgreSQL or a mounted disk behind. Each step has
 * an end of its own, and none keeps the next one from being taken.
 */
function tidy() {
  return (tidying ??= (async () => {
    const step = async (what, act) => {
      try {
        const how = await Promise.race([act(), pause(TIDY_PATIENCE_MS, 'late', { ref: false })]);
        if (how === 'late') console.log(`gave up after a minute: ${what}`);
      } catch (error) {
        console.log(`${what}: ${error.message}`);
      }
    };
    // A full disk first: PostgreSQL wants to write before it stops.
    emptyDisks();
    await step('ending the other runs', () => Promise.all(others));
    await step('ending the programs', async () => house?.close());
    await step('ending PostgreSQL', () => server.stop());
    unmountDisks();
    rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  })());
}

async function afterASlip(error) {
  if (tidying) return; // programs and lines are being cut under what still runs
  console.log(error);
  await tidy();
  process.exit(1);
}

function program(name) {
  try {
    return execFileSync('/bin/sh', ['-c', `command -v ${name} || ls /usr/bin/${name}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
