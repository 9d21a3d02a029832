import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { DoorHunt } from '../rows/door-hunt.js';
import { Hunt } from '../rows/hunt.js';
import type { Mutant } from '../rows/mutant.js';
import { mutants } from '../rows/mutants.js';
import { openProof, type Proof } from '../rows/world.js';
import { functionMutants, functionsOf } from './functions.js';

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
  const { admin } = proof.stage;
  expect(await new Hunt(proof, admin).kill({ name: 'none', sql: 'select 1' })).toBeNull();
  const doors = await DoorHunt.open(admin, proof);
  expect(await doors.kill({ name: 'none', sql: 'select 1', of: 'ctx.role()' })).toBeNull();
}, 600_000);

it('turns red for each guard that is taken away', async () => {
  const { admin } = proof.stage;
  const hunt = new Hunt(proof, admin);
  const done = new Set(ORDER.done);
  const [part, of] = ORDER.shard;
  const functions = await functionMutants(admin);
  const unasked = new Set(functions.filter(({ asked }) => !asked).map(({ name }) => name));
  const all: Mutant[] = [...(await mutants(admin)), ...functions.filter(({ asked }) => !asked)];
  const again = ORDER.again && new Set(ORDER.again);
  const mine = all.filter(
    ({ name }, at) =>
      ORDER.only.some((text) => name.includes(text)) && at % of === part && (again?.has(name) ?? true),
  );
  const left = mine.filter(({ name }) => !done.has(name));
  let doors: DoorHunt | undefined;
  for (const mutant of left) {
    const started = Date.now();
    // The doors tell a function in a moment; of a policy they are asked last.
    const atDoors = async (): Promise<string | null> =>
      (doors ??= await DoorHunt.open(admin, proof)).kill(mutant);
    let red = mutant.of ? await atDoors() : await hunt.kill(mutant);
    if (!red && mutant.of && !unasked.has(mutant.name)) red = await hunt.kill(mutant);
    if (!red && mutant.table) red = await atDoors();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const verdict = red ? 'red' : mutant.of ? 'no row shows it' : 'survives';
    const line = ['rows', verdict, mutant.name, red ?? '', seconds];
    appendFileSync(ORDER.results, `${line.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')}\n`);
  }
  writeFileSync(
    ORDER.left,
    JSON.stringify({
      names: all.map(({ name }) => name),
      functions,
      texts: Object.fromEntries((await functionsOf(admin)).map((each) => [each.signature, each])),
    }),
  );
}, 14_400_000);
