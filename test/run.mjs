// `npm test`. Plain JavaScript: on a fresh clone nothing is installed yet. Installs, builds, runs every leg that this
// machine can run, and names what it could not. `npm test -- pure database` runs these legs only.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const { stopWithNpm } = await import('../apps/launch/stop-with-npm.mjs');
stopWithNpm();
const { ensureBuilt, ensureInstalled } = await import('../apps/launch/set-up.mjs');
await ensureInstalled();
await ensureBuilt();
const { closeRunDirectory, openRunDirectory } = await import('./harness/run-directory.mjs');

const chromium =
  process.env.SIMPUL_CHROMIUM ??
  found('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
const redis = found('redis-server', 'valkey-server');
const python = found('python3');

/** Each leg: what it takes, and what it needs from the machine. Slow and broad legs last: the first failure comes early. */
const LEGS = [
  {
    name: 'pure',
    take: String.raw`/[^/]+\.spec\.tsx?$`,
    leave: String.raw`\.(?:db|e2e)-spec\.`,
    lacks: python ? undefined : 'the second verifier: no python3 on this machine',
  },
  { name: 'database', take: String.raw`\.db-spec\.ts$`, leave: '/libs/queue/|/apps/worker/' },
  {
    name: 'queue',
    waits: true, // for leases, backoffs and restarts: it leaves more than half of two cores free
    take: String.raw`/(?:libs/queue|apps/worker)/.*\.db-spec\.ts$`,
    lacks: redis ? undefined : 'the Redis half: no redis-server on this machine',
  },
  {
    name: 'journeys',
    oneMore: 1, // each worker waits for PostgreSQL a third of its time
    take: String.raw`\.e2e-spec\.ts$`,
    leave: '/test/browser/',
  },
  {
    name: 'browser',
    take: String.raw`/test/browser/.*\.e2e-spec\.ts$`,
    needs: chromium ? undefined : 'no Chromium on this machine',
  },
];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = wanted.filter((name) => !LEGS.some((leg) => leg.name === name));
if (unknown.length > 0) {
  console.error(`No leg is called ${unknown.join(', ')}. Legs: ${LEGS.map((leg) => leg.name).join(', ')}.`);
  process.exit(1);
}
const legs = LEGS.filter((leg) => wanted.length === 0 || wanted.includes(leg.name));

const folder = await openRunDirectory();
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    for (const child of running) child.kill('SIGKILL');
    void closeRunDirectory(folder).finally(() => process.exit(130));
  });
const results = new Map();
try {
  // A leg that mostly waits runs beside the others with one worker; what it says is said when it has ended.
  const beside = legs.filter((leg) => leg.waits && legs.length > 1);
  const one = Promise.all(beside.map(async (leg) => results.set(leg, await runLeg(leg, { aside: true }))));
  for (const leg of legs) if (!beside.includes(leg)) results.set(leg, await runLeg(leg));
  await one;
} finally {
  await closeRunDirectory(folder);
}
report(legs.map((leg) => results.get(leg)));

async function runLeg(leg, { aside = false } = {}) {
  if (leg.needs) return { leg, passed: 0, failed: 0, skipped: 0, seconds: 0, ok: true };
  if (!aside) console.log(`\n== ${leg.name}`);
  const started = Date.now();
  const file = join(folder, `${leg.name}.json`);
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--config=test/jest.config.mjs',
    `--testPathPatterns=${leg.take}`,
    ...(leg.leave ? [`--testPathIgnorePatterns=${leg.leave}`] : []),
    `--maxWorkers=${aside ? 1 : Math.max(2, Math.min(4, availableParallelism() + (leg.oneMore ?? 0)))}`,
    // A leg that has its results ends: a browser's last socket once held it up for minutes.
    '--forceExit',
    '--json',
    `--outputFile=${file}`,
  ];
  const said = [];
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', aside ? 'pipe' : 'inherit'],
      env: { ...process.env, SIMPUL_TEST_RUN: folder, ...(chromium ? { SIMPUL_CHROMIUM: chromium } : {}) },
    });
    running.add(child);
    child.stderr?.on('data', (part) => said.push(part));
    child.once('close', (ended) => {
      running.delete(child);
      resolve(ended);
    });
  });
  if (aside) process.stderr.write(`\n== ${leg.name}, beside the others\n${Buffer.concat(said).toString()}`);
  const json = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const skippedNames = (json?.testResults ?? []).flatMap((suite) =>
    suite.assertionResults
      .filter((test) => ['pending', 'todo', 'skipped'].includes(test.status))
      .map((test) => test.fullName),
  );
  return {
    leg,
    passed: json?.numPassedTests ?? 0,
    // A suite that does not even load has no failed test of its own: it counts as one.
    failed: (json?.numFailedTests ?? 0) + (json?.numRuntimeErrorTestSuites ?? 0) + (json ? 0 : 1),
    skipped: skippedNames.length,
    skippedNames,
    seconds: (Date.now() - started) / 1000,
    ok: code === 0,
  };
}

function report(all) {
  console.log('\nleg        passed  failed  skipped  seconds');
  for (const { leg, passed, failed, skipped, seconds } of all)
    console.log(
      `${leg.name.padEnd(10)} ${String(passed).padStart(6)} ${String(failed).padStart(7)} ${String(skipped).padStart(8)} ${seconds.toFixed(1).padStart(8)}`,
    );
  for (const { leg, skippedNames = [] } of all) {
    const why = leg.needs ?? leg.lacks;
    if (why) console.log(`SKIPPED ${leg.name}: ${why}`);
    for (const name of skippedNames) if (!why) console.log(`SKIPPED ${leg.name}: ${name}`);
  }
  const sum = (key) => all.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped') + all.filter(({ leg }) => leg.needs).length;
  const failed = Math.max(sum('failed'), all.every(({ ok }) => ok) ? 0 : 1);
  console.log(`${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  mkdirSync(join(root, 'test', 'artefacts'), { recursive: true });
  process.exitCode = failed > 0 || sum('passed') === 0 ? 1 : 0;
}

/** The first of these programs on the PATH (Debian keeps servers in /usr/sbin, which is not on everybody's). */
function found(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return names.flatMap((name) => folders.map((each) => join(each, name))).find((path) => existsSync(path));
}
