// `npm run mutants -- [--layer rows,specs,program] [--only TEXT] [--shard 1/4] [--fresh] [--again] [--learn] [--results FILE]`
// Takes every guard away, one at a time, and says which no test misses; docs/how-access-is-proved.md. By hand or nightly.
// A run that was stopped goes on where it was; --again tries only what was not red once more, --fresh everything. Exit code 1 if a guard survives that held-twice.md does not explain.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { heldTwice, judge } from './held-twice.mjs';
import { learned, specsFor } from './learned.mjs';
import { edited, PROGRAM_MUTANTS } from './program/index.mjs';
import { Results } from './results.mjs';
import { Workshop } from './workshop.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const kept = join(tmpdir(), 'simpul-mutants');
const { values: options } = parseArgs({
  options: {
    layer: { type: 'string', default: 'rows,specs,program' },
    only: { type: 'string', default: '' },
    shard: { type: 'string', default: '1/1' },
    fresh: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    learn: { type: 'boolean', default: false },
    results: { type: 'string', default: join(kept, 'results.tsv') },
    seconds: { type: 'string', default: '120' },
  },
});
const layers = options.layer.split(',');
const [part, of] = options.shard.split('/').map(Number);
const shard = [part - 1, of];
const isWhole = options.only === '' && of === 1 && layers.length === 3 && !options.again;
mkdirSync(kept, { recursive: true });
if (options.fresh) rmSync(options.results, { force: true });
const results = new Results(options.results);
const again = options.again ? new Set(results.survivors()) : undefined;
/** Which of them this run is about. */
const isMine = (name, at) =>
  name.includes(options.only) && at % shard[1] === shard[0] && (again?.has(name) ?? true);
const shop = await Workshop.open(root);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => void shop.close().finally(() => process.exit(130)));
let names;
try {
  let left = [];
  if (layers.includes('rows') || layers.includes('specs')) left = await ofRows();
  if (layers.includes('specs')) await ofSpecs(left);
  if (layers.includes('program')) await ofProgram();
} finally {
  await shop.close();
}
report();

/** Policies, grants, row-level security, triggers and what policies ask: one process, each in a transaction of its own. */
async function ofRows() {
  const done = results.done('rows', again);
  const left = shop.path('left.json');
  const order = {
    done,
    only: layers.includes('rows') ? options.only : '\0',
    shard,
    again: again && [...again],
    results: options.results,
    left,
  };
  const file = shop.write('order.json', JSON.stringify(order));
  const { code, said, report } = await shop.jest(
    // What survived is tried again after the whole was green; where rows are no matter, only the list is wanted.
    [
      '--testMatch=**/test/mutants/rows.hunt.ts',
      ...(again || !layers.includes('rows') ? ['--testNamePattern=turns red'] : []),
    ],
    { SIMPUL_MUTANTS_ORDER: file },
    86_400_000,
  );
  if (code !== 0 || !existsSync(left))
    throw new Error(
      `The cross is not green to begin with:\n${report?.testResults[0]?.message ?? said.slice(-4000)}`,
    );
  results.reread();
  const { names: all, functions } = JSON.parse(readFileSync(left, 'utf8'));
  names = [...all, ...PROGRAM_MUTANTS.map(({ name }) => name)];
  return functions;
}

/** What the functions themselves refuse: each in databases of its own, before the specs that call it. */
async function ofSpecs(functions) {
  const known = await learned(shop, join(kept, 'learned.json'), options.learn);
  const done = new Set(results.done('specs', again));
  const seen = new Set(
    results.lines.filter(({ verdict }) => verdict === 'no row shows it').map(({ name }) => name),
  );
  const killers = new Map();
  const mine = functions.filter(({ name, asked }, at) => isMine(name, at) && (!asked || seen.has(name)));
  for (const { name, of: signature, sql } of mine) {
    if (done.has(name)) continue;
    const started = Date.now();
    const called = signature.replace(/\(.*/s, '');
    const specs = withinSeconds(specsFor(known, called, killers), known.green);
    const mutant = shop.write('mutant.sql', sql);
    const red = specs.length > 0 ? await shop.firstRed(specs, { SIMPUL_MUTANT: mutant }) : null;
    if (red) killers.set(called, [...new Set([red.spec, ...(killers.get(called) ?? [])])]);
    const isBroken = /syntax error at or near/.test(red?.message ?? '');
    const verdict = isBroken ? 'no SQL' : red ? 'red' : 'survives';
    results.add(
      'specs',
      verdict,
      name,
      red ? `${red.spec}: ${red.why}` : `${specs.length} specs are green`,
      started,
    );
  }
}

/** The quickest specs that fit; a function that everything calls would take the whole suite to survive. */
function withinSeconds(specs, seconds) {
  let left = Number(options.seconds);
  return specs.filter((spec, at) => at < 3 || (left -= seconds[spec]) > 0);
}

/** The application: one text for another, and the spec that has to be red. */
async function ofProgram() {
  const done = new Set(results.done('program', again));
  for (const [at, mutant] of PROGRAM_MUTANTS.entries()) {
    const { name, spec } = mutant;
    if (done.has(name) || !isMine(name, at)) continue;
    const started = Date.now();
    const texts = edited(mutant, (file) => shop.read(file));
    const before = new Map([...texts.keys()].map((file) => [file, shop.read(file)]));
    for (const [file, text] of texts) shop.write(file, text);
    const red = await shop.firstRed([spec].flat());
    for (const [file, text] of before) shop.write(file, text);
    results.add('program', red ? 'red' : 'survives', name, red ? `${red.spec}: ${red.why}` : '', started);
  }
}

function report() {
  const final = results.final();
  const { survivors, stale, held } = judge(final, heldTwice(), isWhole ? names : undefined);
  for (const name of survivors) console.log(`SURVIVES  ${name}`);
  for (const line of stale) console.log(`STALE     ${line}`);
  console.log('\nlayer     taken away      red  not red   minutes');
  for (const layer of ['rows', 'specs', 'program']) {
    const lines = [...final.values()].filter((line) => line.layer === layer);
    const red = lines.filter(({ verdict }) => verdict === 'red').length;
    const minutes = lines.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
    const cells = [String(lines.length), String(red), String(lines.length - red), minutes.toFixed(1)];
    console.log(`${layer.padEnd(9)} ${cells.map((cell, at) => cell.padStart([10, 8, 8, 9][at])).join(' ')}`);
  }
  console.log(
    `${held} are held twice (test/mutants/held-twice.md), ${survivors.length} survive, ${stale.length} lines are stale`,
  );
  process.exitCode = survivors.length + stale.length > 0 ? 1 : 0;
}
