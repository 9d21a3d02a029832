import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { differences } from './catalog.js';
import { compare, newTally } from './cross.js';
import { answers } from './doors.js';
import { SCENES } from './doors/scenes.js';
import { CONSTRAINTS_TRIED, loosened, thawed, TRIGGERS_TRIED } from './frozen.js';
import { handful, KINDS } from './handful.js';
import { Hunt } from './hunt.js';
import { mutants } from './mutants.js';
import { changedTables, wrongWhenOpened } from './opened.js';
import { COMMANDS, CONSTRAINTS, FROZEN, GRANTS } from './page.js';
import { openProof, type Proof } from './world.js';

const ROLES = ['signin', 'worker', 'ledger', 'queue'] as const;

/** `libs/database/data/rows.md` against the database that the migrations make; docs/how-access-is-proved.md. */
describe('every table by every command by every person', () => {
  let proof: Proof;
  const tally = newTally();

  beforeAll(async () => {
    proof = await openProof();
  }, 300_000);
  afterAll(() => proof?.stage.close());

  const asOne = async (as: 'api' | (typeof ROLES)[number], part = 0, parts = 1): Promise<void> => {
    const client = new pg.Client(proof.stage.database.urls[as]);
    await client.connect();
    const attempts = proof.generator.attempts(as);
    const askers = proof.askers.filter((asker) => asker.as === as);
    for (const asker of askers.filter((_, at) => at % parts === part)) {
      await client.query('begin');
      await compare(client, asker, attempts, tally);
      await client.query('rollback');
    }
    await client.end();
  };

  it('the page names every grant, policy and guarding trigger, and nothing that is not there', async () => {
    expect(await differences(proof.stage.admin)).toEqual([]);
  });

  it('each person gets, writes and changes what the page says and nothing else', async () => {
    await Promise.all([asOne('api', 0, 2), asOne('api', 1, 2)]);
    expect(tally.wrong).toEqual([]);
  }, 600_000);

  it.each(ROLES)('%s too', async (as) => {
    await asOne(as);
    expect(tally.wrong).toEqual([]);
  });

  it('and each thing that is granted did go through for somebody', () => {
    const granted = GRANTS.flatMap(({ table, role, cells }) =>
      COMMANDS.filter((command) => cells[command] !== '-').map((command) => `${table} ${role} ${command}`),
    );
    expect(granted.filter((key) => !tally.yes.get(key))).toEqual([]);
  });

  it('what is frozen refuses the superuser too', async () => {
    expect(TRIGGERS_TRIED.sort()).toEqual(
      FROZEN.map(({ table, trigger }) => `trigger ${trigger} on ${table}`).sort(),
    );
    expect(CONSTRAINTS_TRIED.sort()).toEqual(
      CONSTRAINTS.map(({ table, constraint }) => `${constraint} on ${table}`).sort(),
    );
    await proof.stage.admin.query('begin');
    expect(await loosened(proof.stage.admin)).toEqual([]);
    expect(await thawed(proof.stage.admin, proof.askers[0]!.token!)).toEqual([]);
    await proof.stage.admin.query('rollback');
  });

  it('what may be changed is held by the policies for changing alone', async () => {
    const { admin } = proof.stage;
    const wrong: string[] = [];
    await admin.query('begin');
    for (const as of ['api', 'worker', 'signin'])
      for (const table of changedTables(as)) wrong.push(...(await wrongWhenOpened(admin, proof, as, table)));
    await admin.query('rollback');
    expect(wrong).toEqual([]);
  }, 600_000);

  it('each door that opens with the owner’s rights opens to those of the page', async () => {
    const { admin } = proof.stage;
    const page = new URL('doors.md', import.meta.url);
    const told: string[] = [];
    for (const scene of SCENES) {
      await admin.query('begin');
      told.push(await answers(admin, proof, scene));
      await admin.query('rollback');
    }
    const text = readFileSync(page, 'utf8');
    const head = text.slice(0, text.indexOf('\n## ') + 1);
    if (process.env.SIMPUL_WRITE_DOORS) writeFileSync(page, head + told.join('\n'));
    expect(head + told.join('\n')).toBe(readFileSync(page, 'utf8'));
  }, 300_000);

  it('turns red for a handful of guards taken away, one of each kind', async () => {
    const hunt = new Hunt(proof, proof.stage.admin);
    const taken = handful(await mutants(proof.stage.admin));
    expect(taken.length).toBe(KINDS.length);
    const survivors: string[] = [];
    for (const mutant of taken) if (!(await hunt.kill(mutant))) survivors.push(mutant.name);
    expect(survivors).toEqual([]);
  }, 600_000);
});
