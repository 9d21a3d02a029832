// `npm run mutants -- [--layer rows,specs,program] [--only TEXT ...] [--shard 1/4] [--fresh] [--again] [--spec TEXT] [--seconds 4] [--results FILE]`
// Takes every guard away, one at a time, and says which no test misses; docs/how-access-is-proved.md. By hand or nightly.
// A run that was stopped goes on where it was; --again tries only what was not red once more, --fresh everything. Exit code 1 if a guard survives that held-twice.md does not explain.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { heldTwice, judge } from './held-twice.mjs';
import { edited, PROGRAM_MUTANTS } from './program/index.mjs';
import { Results } from './results.mjs';
import { Asked } from './standing/asked.mjs';
import { specsIn, Standing } from './standing/standing.mjs';
import { judgedTogether } from './together.mjs';
import { Workshop } from './workshop.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const kept = join(tmpdir(), 'simpul-mutants');
const { values: options } = parseArgs({
  options: {
    layer: { type: 'string', default: 'rows,specs,program' },
    only: { type: 'string', multiple: true, default: [''] },
    shard: { type: 'string', default: '1/1' },
    fresh: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    spec: { type: 'string', default: '' },
    results: { type: 'string', default: join(kept, 'results.tsv') },
    seconds: { type: 'string', default: '4' },
  },
});
const layers = options.layer.split(',');
const [part, of] = options.shard.split('/').map(Number);
const shard = [part - 1, of];
const isWhole = options.only.includes('') && of === 1 && layers.length === 3 && !options.again;
mkdirSync(kept, { recursive: true });
if (options.fresh) rmSync(options.results, { force: true });
const results = new Results(options.results);
const again = options.again ? new Set(results.survivors()) : undefined;
/** Which of them this run is about. */
const isMine = (name, at) =>
  options.only.some((text) => name.includes(text)) &&
  at % shard[1] === shard[0] &&
  (again?.has(name) ?? true);
const shop = await Workshop.open(root);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => void shop.close().finally(() => process.exit(130)));
let names;
try {
  let left = { functions: [], texts: {} };
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
    only: layers.includes('rows') ? options.only : [],
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
  const { names: all, functions, texts } = JSON.parse(readFileSync(left, 'utf8'));
  names = [...all, ...PROGRAM_MUTANTS.map(({ name }) => name)];
  return { functions, texts };
}

/** What the functions themselves refuse: specs, test by test, in databases where it is gone. */
async function ofSpecs({ functions, texts }) {
  const done = new Set(results.done('specs', again));
  const inRows = new Map(
    results.lines.filter(({ layer }) => layer === 'rows').map(({ name, verdict }) => [name, verdict]),
  );
  // What a policy asks has to be tried by the rows first; of the others, what a door showed is done with.
  const isLeft = ({ name, asked }) =>
    (inRows.get(name) ?? (asked ? '' : 'no row shows it')) === 'no row shows it';
  const mutants = functions.filter(
    (mutant, at) => isMine(mutant.name, at) && isLeft(mutant) && !done.has(mutant.name),
  );
  const left = shop.write('standing.json', JSON.stringify({ mutants, texts }));
  const standing = new Standing(shop, left);
  try {
    const asked = new Asked(mutants, (verdict, at, why, seconds) =>
      results.add('specs', verdict, mutants[at].name, why, Date.now() - seconds * 1000),
    );
    const specs = specsIn(root).filter((spec) => spec.includes(options.spec));
    // The cheap tests first, a few for each guard; then every test that reaches what is left.
    for (const [longest, most, inAll] of [
      [Number(options.seconds), 2, 6],
      [Infinity, Infinity, Infinity],
    ])
      for (const spec of specs) {
        const pending = asked.pending(inAll === Infinity ? spec : undefined, inAll);
        if (pending.length === 0) continue;
        const over = await standing.ask(spec, { pending, longest, most }, (told) => asked.hear(told));
        console.log(
          `${spec}: ${over.seconds?.toFixed(0)} s, ${asked.left} left${over.broken ? `, ${over.broken}` : ''}`,
        );
      }
    // What only a world’s making reaches, or a test that is not the same twice: the whole spec, from its beginning.
    for (const [at, wholes] of asked.whole()) {
      const started = Date.now();
      const red = await shop.firstRed(wholes, { SIMPUL_MUTANT: shop.write('mutant.sql', mutants[at].sql) });
      if (red) asked.red(at, `${red.spec}: ${red.why}`, (Date.now() - started) / 1000);
    }
    if (options.spec === '') asked.survive();
  } finally {
    standing.close();
  }
}

/** The application: one text for another, and the spec that has to be red. */
async function ofProgram() {
  const done = new Set(results.done('program', again));
  const mine = PROGRAM_MUTANTS.filter(({ name }, at) => !done.has(name) && isMine(name, at));
  if (mine.length === 0) return;
  await refuseRedSpecs(mine);
  const judged = await ofDeclarations(mine.filter(({ way }) => way));
  await ofPureRules(mine.filter(isPure), judged);
  for (const mutant of mine.filter((each) => !judged.has(each))) {
    const { name, spec } = mutant;
    const started = Date.now();
    const red = await under(mutant, () => shop.firstRed([spec].flat()));
    results.add('program', red ? 'red' : 'survives', name, red ? `${red.spec}: ${red.why}` : '', started);
  }
}

/** A spec that is red by itself would say "red" of every mutant. */
async function refuseRedSpecs(mutants) {
  const red = await shop.firstRed([...new Set(mutants.flatMap(({ spec }) => spec))], {}, 3_600_000);
  if (red) throw new Error(`${red.spec} is not green to begin with: ${red.why}`);
}

/**
 * What handlers say of themselves: all of one way at once. The refusal to start has to name each of them with its own
 * line; returns those that it does, and the others are tried alone.
 */
async function ofDeclarations(mutants) {
  const named = [];
  for (const way of new Set(mutants.map((each) => each.way))) {
    const all = mutants.filter((each) => each.way === way);
    const started = Date.now();
    const red = await under({ also: all }, () => shop.firstRed([all[0].spec]));
    const refusal = new Set(red?.message?.split('\n').map((line) => line.trim()));
    const seen = all.filter(({ says }) => refusal.has(says));
    for (const { name, says } of seen)
      results.add('program', 'red', name, `the API does not start: ${says}`, started, seen.length);
    named.push(...seen);
  }
  return new Set(named);
}

function isPure({ spec, way }) {
  return !way && [spec].flat().every((each) => each.endsWith('.spec.ts'));
}

/** Pure specs take a moment each: as many of them in one run as do not read what another one has changed. */
async function ofPureRules(mutants, judged) {
  const left = new Set(mutants);
  while (left.size > 0) {
    const started = Date.now();
    const some = judgedTogether([...left], (file) => shop.textOf(file));
    const specs = [...new Set(some.flatMap(({ spec }) => spec))];
    const red = await under({ also: some }, () => shop.reds(specs));
    for (const mutant of some) left.delete(mutant);
    // Which of them kept Jest from an end, each alone will show.
    if (red.some(({ message }) => message === undefined)) continue;
    for (const mutant of some) {
      const seen = red.find(({ spec }) => [mutant.spec].flat().includes(spec));
      const why = seen ? `${seen.spec}: ${seen.why}` : '';
      results.add('program', seen ? 'red' : 'survives', mutant.name, why, started, some.length);
      judged.add(mutant);
    }
  }
}

/** With that mutant in the copy, and without it again. */
async function under(mutant, run) {
  const texts = edited(mutant, (file) => shop.read(file));
  const before = new Map([...texts.keys()].map((file) => [file, shop.read(file)]));
  for (const [file, text] of texts) shop.write(file, text);
  const found = await run();
  for (const [file, text] of before) shop.write(file, text);
  return found;
}

function report() {
  const final = results.final();
  // What was tried once and is no mutant any more.
  const there = new Set(PROGRAM_MUTANTS.map(({ name }) => name));
  for (const [name, { layer }] of final) if (layer === 'program' && !there.has(name)) final.delete(name);
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
