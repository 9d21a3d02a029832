import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { Hunt } from '../rows/hunt.js';
import { mutants } from '../rows/mutants.js';
import { openProof, type Proof } from '../rows/world.js';
import { functionMutants } from './functions.js';

/** What `npm run mutants` hands over: which to take away, which are done with, and where the verdicts go. */
interface Order {
  done: string[];
  only: string[];
  shard: [part: number, of: number];
  /** Only these, where it is about survivors. */
  again?: string[];
  results: string;
  /** Functions that no row shows: other tests have to, and the command asks them. */
  left: string;
}
const ORDER = JSON.parse(readFileSync(process.env.SIMPUL_MUTANTS_ORDER!, 'utf8')) as Order;

let proof: Proof;
beforeAll(async () => {
  proof = await openProof();
}, 600_000);
afterAll(() => proof?.stage.close());

it('with every guard in its place, no line is red', async () => {
  expect(await new Hunt(proof, proof.stage.admin).kill({ name: 'none', sql: 'select 1' })).toBeNull();
}, 600_000);

it('turns red for each guard that is taken away', async () => {
  const { admin } = proof.stage;
  const hunt = new Hunt(proof, admin);
  const done = new Set(ORDER.done);
  const [part, of] = ORDER.shard;
  const all = await mutants(admin);
  const names = new Set(all.map(({ name }) => name));
  const unseen = new Set<string>();
  const again = ORDER.again && new Set(ORDER.again);
  const mine = all.filter(
    ({ name }, at) =>
      ORDER.only.some((text) => name.includes(text)) && at % of === part && (again?.has(name) ?? true),
  );
  for (const mutant of mine) {
    if (done.has(mutant.name)) continue;
    const started = Date.now();
    const red = await hunt.kill(mutant);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const verdict = red ? 'red' : mutant.of ? 'no row shows it' : 'survives';
    if (verdict === 'no row shows it') unseen.add(mutant.name);
    const line = ['rows', verdict, mutant.name, red ?? '', seconds];
    appendFileSync(ORDER.results, `${line.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')}\n`);
  }
  const functions = await functionMutants(admin);
  writeFileSync(
    ORDER.left,
    JSON.stringify({
      names: [...names, ...functions.map(({ name }) => name)],
      functions: functions.filter(({ name }) => !names.has(name) || unseen.has(name) || done.has(name)),
    }),
  );
}, 14_400_000);
