import { ledgerName, openSigner, Sealer } from '#audit';
import { done, ReferralStage } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { furnishedCase, type FurnishedCase } from '../access/furnished-case.js';
import { addMachineClient } from '../access/machine-client.js';
import { rowsOfACase, type Hold } from '../access/rows-of-a-case.js';
import { Attack, ATTACKERS, targetOf, type Attacker } from './generated/attack.js';
import { THEIRS, theirCase } from './generated/their-case.js';

/** `npm run hostile` sets these; CI sends the few below, every time other ones of the same seed's row. */
const SEED = Number(process.env.SIMPUL_HOSTILE_SEED ?? 20_260_414);
const TIMES = Number(process.env.SIMPUL_HOSTILE_TIMES ?? 120);
const ONLY = process.env.SIMPUL_HOSTILE_ROLE;

/** Roles that have business with the case; to all others nothing of it may be said. */
const WITH_BUSINESS: readonly Attacker[] = ['IC', 'CW', 'SV', 'AO', 'AH'];
const OURS = /Kinanti|Wirasena|Bima Rekaan|NARASI-RAHASIA|CATATAN-RAHASIA/;
const NOTHING_MORE = /(?!)/;
/** Acts that put somebody out, last: the others need their accounts. */
const IN_ORDER: readonly Attacker[] = [...ATTACKERS.filter((who) => who !== 'AD'), 'AD'];

describe(`generated hostile requests, seed ${SEED}, ${TIMES} for each role`, () => {
  let stage: ReferralStage;
  let own: FurnishedCase;
  let theirs: Record<string, string>;
  let holds: Hold[];
  let before: Record<string, string>;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    await addMachineClient(stage.database);
    own = await furnishedCase(stage);
    theirs = await theirCase(stage);
    holds = await rowsOfACase(stage.admin, theirs.cases!);
    before = await printsOf(holds);
  });
  afterAll(() => stage?.close());

  const printsOf = async (which: Hold[]): Promise<Record<string, string>> => {
    const prints: Record<string, string> = {};
    for (const { table, column, ids } of which) {
      const { rows } = await stage.admin.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
           from simpul.${table} t where ${column} = any ($1::uuid[])`,
        [ids],
      );
      prints[`${table}.${column}`] = rows[0]!.sum;
    }
    return prints;
  };

  it.each(IN_ORDER.filter((who) => !ONLY || who === ONLY))(
    '%s: no fault of ours, no word of a case that is none of theirs',
    async (who) => {
      const others = WITH_BUSINESS.includes(who) ? NOTHING_MORE : OURS;
      const attack = new Attack(stage, who, await targetOf(stage, own, theirs, who), SEED, others);
      const wrong = await attack.send(TIMES);
      if (process.env.SIMPUL_HOSTILE_TIMES) console.log(who, JSON.stringify(attack.statuses));
      expect(wrong).toEqual([]);
      if (who !== 'nobody') expect(attack.statuses[200]).toBeGreaterThan(0);
    },
    600_000,
  );

  it('nothing of it was changed for anybody else, and no key of every object was set', async () => {
    expect(await printsOf(holds)).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { admin?: unknown; isAdmin?: unknown }).admin).toBeUndefined();
  });

  it('the ledger holds, and everybody is still answered', async () => {
    const sealer = new Sealer(
      stage.database.urls.ledger,
      openSigner(stage.database.env.SIMPUL_LEDGER_KEY_FILE, ledgerName('16.74')),
    );
    const unsealed = `select 1 from ledger.entry e where not exists (select 1 from ledger.leaf l where l.entry_id = e.id)`;
    do await sealer.pass();
    while ((await stage.admin.query(unsealed)).rows.length > 0);
    await sealer.close();
    const verdict = done(
      await stage.api.as('auditor@inspektorat').post<{ ok: boolean }>('/audit/verifications'),
    );
    expect(verdict).toMatchObject({ ok: true });
    const page = await stage.api.as('konselor@puspaga').get(`/cases/${theirs.cases}`);
    expect(page.status).toBe(200);
  });

  it('and a word of theirs in an answer would be seen', async () => {
    const page = await stage.api.as('konselor@puspaga').get(`/cases/${theirs.cases}/notes`);
    expect(JSON.stringify(page.body)).toMatch(THEIRS);
  });
});
