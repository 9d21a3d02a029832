import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { ReferralStage, until } from '#harness';
import { InvariantWatch } from '#oversight';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from './create-worker.js';

describe('the hourly check in the worker', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;
  let referralId: string;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    referralId = (await stage.sent()).id;
    worker = await createWorker(loadConfig(stage.database.env));
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });

  const watch = () => worker.get(InvariantWatch).pass();
  const checks = async () =>
    (
      await stage.admin.query<{ broken: string[]; alarmed: boolean }>(
        'select broken, alarmed from simpul.invariant_check order by created_at, id',
      )
    ).rows;

  it('leaves a row and a ledger entry, and tells nobody while all holds', async () => {
    await watch();
    expect(await checks()).toEqual([{ broken: [], alarmed: false }]);
  });

  it('a breach alarms supervisors and administrators once, with no word of any case; the ledger has the id', async () => {
    await stage.admin.query(
      `update simpul.deadline set status = 'cancelled', ended_at = simpul.now() where referral_id = $1`,
      [referralId],
    );
    await stage.database.setClock('2026-04-14T19:30:20+07:00');
    await watch();
    await stage.database.setClock('2026-04-14T19:30:40+07:00');
    await watch();
    const broken = await checks();
    expect(broken.map(({ alarmed }) => alarmed)).toEqual([false, true, false]);
    expect(broken.at(-1)!.broken).toContain('one-party-owes');
    const told = async () =>
      (
        await stage.admin.query<{ role: string; times: number; about: number }>(
          `select a.role, count(*)::int as times, count(coalesce(n.case_id, n.referral_id, n.deadline_id))::int as about
             from simpul.notification n join simpul.account a on a.id = n.account_id
            where n.message = 'alarm.invariantBroken' group by a.id, a.role`,
        )
      ).rows;
    await until('they are told', async () => (await told()).length > 0);
    expect(new Set((await told()).map(({ role }) => role))).toEqual(new Set(['supervisor', 'administrator']));
    expect((await told()).every(({ times, about }) => times === 1 && about === 0)).toBe(true);
    const health = await stage.api.nobody.get<{ status: string; guarantee: { holds: boolean } }>(
      '/health/ready',
    );
    expect(health.body).toMatchObject({ status: 'ok', guarantee: { holds: false } });
    const { rows } = await stage.admin.query<{ things: string[] }>(
      `select facts -> 'things' as things from ledger.entry where act = 'invariants.checked' order by seq desc limit 1`,
    );
    expect(rows[0]!.things).toContain(`one-party-owes.nobodyOwes.${referralId}`);
  });
});
