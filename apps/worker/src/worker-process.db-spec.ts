import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { QUEUE_PLACES, ReferralStage, tellings, until, WorkerProcess, type QueuePlace } from '#harness';

const DAY_MS = 24 * 3_600_000;
/** One round of the deadline sweep, and the start of a process on a busy machine. */
const ONE_SWEEP_SECONDS = 20;

describe.each(QUEUE_PLACES)('the worker as a process, queue on $name', ({ open }) => {
  if (!open) {
    it.skip('SKIPPED', () => undefined);
    return;
  }
  let place: QueuePlace;
  let stage: ReferralStage;
  let referral: { caseId: string; id: string };
  const workers: WorkerProcess[] = [];

  beforeAll(async () => {
    place = await open();
    stage = await ReferralStage.open(place.env);
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
  });
  afterAll(async () => {
    await stage?.close();
    await place?.close();
  });

  async function start(options?: { clockAheadMs: number }): Promise<WorkerProcess> {
    const worker = await WorkerProcess.start({ ...stage.database.env, ...place.env }, options);
    workers.push(worker);
    return worker;
  }
  /** Reminders, in turn for each running deadline of the case; the clock of this suite's database stands still. */
  async function reminders(count: number, inSeconds = 0): Promise<string[]> {
    const { rows } = await stage.admin.query<{ id: string }>(
      `with running as (select array_agg(id order by id) as ids from simpul.deadline
                         where status = 'running' and case_id = $1)
       insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
       select ids[1 + i % cardinality(ids)], 'reminder', simpul.now() + make_interval(secs => $2),
              '{PIHAK_BERKEWAJIBAN}'
         from running, generate_series(1, $3) i returning id`,
      [referral.caseId, inSeconds, count],
    );
    return rows.map(({ id }) => id);
  }
  async function statesOf(steps: string[]): Promise<string[]> {
    const { rows } = await stage.admin.query<{ status: string }>(
      'select distinct status from simpul.deadline_step where id = any ($1::uuid[]) order by 1',
      [steps],
    );
    return rows.map(({ status }) => status);
  }
  async function waiting(): Promise<number> {
    const { rows } = await stage.admin.query<{ n: number }>(
      'select count(*)::int as n from simpul.outbox where relayed_at is null',
    );
    return rows[0]!.n;
  }

  it('finds what was committed while no worker lived, and tells the receiver once', async () => {
    referral = await stage.sent();
    const { rows } = await stage.admin.query<{ id: string }>(
      `select id from simpul.outbox where topic = 'referral.sent' and ids ->> 'referralId' = $1`,
      [referral.id],
    );
    const message = rows.map(({ id }) => id);
    expect(message).toHaveLength(1);
    expect(await tellings(stage.admin, 'outbox_id', message)).toEqual([]);

    await start();
    await until('all is relayed', async () => (await waiting()) === 0, ONE_SWEEP_SECONDS);
    const officers = await stage.admin.query<{ account: string }>(
      `select id as account from simpul.account where role = 'agency_officer' and agency_id = $1`,
      [stage.agencies.get('rsud-igd')],
    );
    expect(await tellings(stage.admin, 'outbox_id', message)).toEqual(
      officers.rows.map(({ account }) => ({ cause: message[0], account, times: 1 })),
    );
  });

  it('tells nobody twice when two workers work at once', async () => {
    const steps = await reminders(40);
    await Promise.all([start(), start()]);
    await until('all have fired', async () => (await statesOf(steps)).join() === 'fired');
    await until('all is relayed', async () => (await waiting()) === 0);
    const told = await tellings(stage.admin, 'step_id', steps);
    expect(new Set(told.map(({ cause }) => cause)).size).toBe(steps.length);
    expect(told.filter(({ times }) => times !== 1)).toEqual([]);
    const { rows } = await stage.admin.query<{ n: number }>(
      `select count(*)::int as n from simpul.outbox where ids ->> 'stepId' = any ($1)`,
      [steps],
    );
    expect(rows).toEqual([{ n: steps.length }]);
  });

  it('ends in order on SIGTERM, within seconds, also in the middle of its work', async () => {
    const steps = await reminders(100);
    const worker = await start();
    await until('it is at work', async () => (await statesOf(steps)).includes('fired'));
    const asked = performance.now();
    const exit = await worker.end('SIGTERM');
    const took = performance.now() - asked;
    await stage.admin.query(
      `update simpul.deadline_step set status = 'cancelled' where status = 'pending' and id = any ($1::uuid[])`,
      [steps],
    );
    expect(exit).toBe(0);
    expect(took).toBeLessThan(5_000);
    expect(worker.printed).not.toMatch(/failed|ALARM/);
  });

  it.each([
    ['ahead', DAY_MS],
    ['behind', -DAY_MS],
  ])('claims nothing while its clock is a day %s, and says so', async (_words, clockAheadMs) => {
    const [due] = await reminders(1);
    const [later] = await reminders(1, 3_600);
    const wrong = await start({ clockAheadMs });
    await pause(2_500);
    expect(await statesOf([due!, later!])).toEqual(['pending']);
    expect(wrong.printed).toMatch(
      /ALARM clock is -?\d+ ms ahead of the database: this worker claims nothing/,
    );

    const told = async () =>
      (
        await stage.admin.query<{ role: string }>(
          `select a.role from simpul.notification n join simpul.account a on a.id = n.account_id
            where n.message = 'alarm.workerClock'`,
        )
      ).rows.map(({ role }) => role);
    await start();
    await until('administrators are told', async () => (await told()).includes('administrator'));
    await until('the due one has fired', async () => (await statesOf([due!])).join() === 'fired');
    expect(await statesOf([later!])).toEqual(['pending']);
    expect(await wrong.end('SIGTERM')).toBe(0);
  });
});
