import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFileSync } from 'node:fs';
import pg from 'pg';
import { differences } from './catalog.js';
import { compare, newTally } from './cross.js';
import { thawed, TRIGGERS_TRIED } from './frozen.js';
import { heldBy } from './held-twice.js';
import { Hunt } from './hunt.js';
import { mutants } from './mutants.js';
import { COMMANDS, FROZEN, GRANTS } from './page.js';
import { openProof, type Proof } from './world.js';

/** `npm run mutants` takes every guard away, one at a time; CI one of each kind, so that it knows that red is possible. */
const ALL = process.env.SIMPUL_MUTANTS === 'all';
const REPORT = process.env.SIMPUL_MUTANTS_REPORT;
const HANDFUL = [
  'drop policy with_the_case on simpul.person',
  'policy with_the_case on simpul.case_member, using: true',
  'policy hidden_from_this_person on simpul.case_file, using: true',
  'policy withdrawn_in_the_own_name on simpul.lawful_basis, check: true',
  'policy moved_by_the_receiver on simpul.referral, using: without (sent_at IS NOT NULL)',
  'grant DELETE on simpul.person to simpul_api',
  'grant SELECT on simpul.account to simpul_api',
  'revoke INSERT on simpul.outbox from simpul_worker',
  'alter table simpul.report no force row level security',
  'drop trigger append_only on ledger.entry',
  'drop trigger keeps_its_course on simpul.referral',
  `function ctx.team_case_ids(): "true" for "m.until > simpul.now()"`,
  'policy not_what_an_interest_proposed on simpul.screening, check: true',
];

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
    await proof.stage.admin.query('begin');
    expect(await thawed(proof.stage.admin, proof.askers[0]!.token!)).toEqual([]);
    await proof.stage.admin.query('rollback');
  });

  it(`turns red for ${ALL ? 'each guard' : 'a handful of guards'} taken away`, async () => {
    const hunt = new Hunt(proof, proof.stage.admin);
    const hunted = (await mutants(proof.stage.admin)).filter(({ name }) => ALL || HANDFUL.includes(name));
    if (!ALL) expect(hunted.map(({ name }) => name).sort()).toEqual([...HANDFUL].sort());
    const survivors: string[] = [];
    for (const mutant of hunted) {
      const red = await hunt.kill(mutant);
      const verdict = red ? 'red' : heldBy(mutant.name) ? 'held twice' : 'SURVIVES';
      if (verdict === 'SURVIVES') survivors.push(mutant.name);
      const line = [verdict, mutant.name, red ?? heldBy(mutant.name) ?? ''];
      if (REPORT) appendFileSync(REPORT, `${line.join('\t').replaceAll('\n', ' ')}\n`);
    }
    expect(survivors).toEqual([]);
  }, 3_600_000);
});
