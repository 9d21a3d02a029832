import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ClockedCases } from '../../../test/harness/clocked-cases.js';
import { DeadlineChanges } from './deadline-changes.service.js';
import { Deadline } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { DeadlineSweep } from './jobs/deadline-sweep.js';

/** The sweep as the worker runs it, on clocks that are started with the worker's own rights. */
describe('the sweep', () => {
  let cases: ClockedCases;
  let database: ClockedCases['database'];
  let sweep: DeadlineSweep;
  let caseId: string;

  beforeAll(async () => {
    cases = await ClockedCases.open();
    ({ database } = cases);
    sweep = cases.worker.get(DeadlineSweep);
  });
  afterAll(() => cases.close());
  beforeEach(async () => {
    caseId = await cases.newCase();
  });

  const start = (event: string, at: string, risk?: string): Promise<void> =>
    cases.tell(caseId, event, at, risk);
  const rows = <T>(sql: string): Promise<T[]> => cases.rows<T>(caseId, sql);
  const fired = () =>
    rows<{ rung: string; late: boolean }>(
      `select s.rung, s.late from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
        where d.case_id = $1 and s.status = 'fired' order by s.fire_at, s.id`,
    );
  const announced = () =>
    rows<{ topic: string }>(
      `select o.topic from simpul.outbox o where o.topic = 'deadline.stepDue'
          and exists (select 1 from simpul.deadline d where d.case_id = $1 and d.id::text = o.ids ->> 'deadlineId')`,
    );

  it('fires nothing before its time, and each reminder once at it', async () => {
    await start('report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    await database.setClock('2026-03-21T23:09:59+07:00');
    expect(await sweep.pass()).toBe(0);
    await database.setClock('2026-03-21T23:10:00+07:00');
    expect(await sweep.pass()).toBe(1);
    expect(await sweep.pass()).toBe(0);
    expect(await fired()).toEqual([{ rung: 'reminder', late: false }]);
    expect(await announced()).toHaveLength(1);
  });

  it('two sweeps and a bell at once fire a step once', async () => {
    await start('report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    await database.setClock('2026-03-21T23:10:30+07:00');
    const [step] = await rows<{ id: string }>(
      `select s.id from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
        where d.case_id = $1 and s.status = 'pending' order by s.fire_at limit 1`,
    );
    const results = await Promise.all([
      sweep.pass(),
      sweep.pass(),
      sweep.fireStep(step!.id),
      sweep.fireStep(step!.id),
    ]);
    expect(results.reduce<number>((sum, one) => sum + Number(one), 0)).toBe(1);
    expect(await fired()).toHaveLength(1);
    expect(await announced()).toHaveLength(1);
  });

  it('marks a deadline missed at its due time and climbs the ladder until somebody ends it', async () => {
    await start('report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    await database.setClock('2026-03-23T23:10:00+07:00');
    await sweep.pass();
    expect(
      await rows(
        `select status from simpul.deadline where case_id = $1 and slug = 'uptd-police-report-tpks'`,
      ),
    ).toEqual([{ status: 'missed' }]);
    await database.setClock('2026-03-25T12:00:00+07:00');
    await sweep.pass();
    const rungs = (await fired()).map((step) => step.rung);
    expect(rungs).toEqual(expect.arrayContaining(['due', 'overdue', 'supervisor', 'headOfLeadOffice']));
    await cases.within((work) =>
      cases.clocks.meet(work, { caseId, event: 'report.received_by_police', at: work.at }),
    );
    const before = (await fired()).length;
    await database.setClock('2026-04-25T12:00:00+07:00');
    await sweep.pass();
    expect(await fired()).toHaveLength(before);
  });

  it('calls again after the top rung while nobody has ended it', async () => {
    await start('report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    await database.setClock('2026-03-30T12:00:00+07:00');
    await sweep.pass();
    await database.setClock('2026-03-31T12:00:00+07:00');
    expect(await sweep.pass()).toBeGreaterThan(0);
  });

  it('after an outage fires what is past once, and says that it was late', async () => {
    await start('report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    await database.setClock('2026-03-21T23:20:00+07:00');
    await sweep.pass();
    expect(await fired()).toEqual([{ rung: 'reminder', late: true }]);
  });

  it('a paused clock fires nothing, and goes on by the paused time when it resumes', async () => {
    await start('report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    await database.setClock('2026-06-08T12:00:00+07:00');
    await cases.within(async (work) => {
      const deadline = await work.manager.findOneByOrFail(Deadline, {
        caseId,
        slug: 'complaint-service-low',
      });
      await cases.worker
        .get(DeadlineChanges)
        .change(work, deadline, { status: 'paused', pausedAt: work.at }, 'pause', null);
      await cases.worker.get(DeadlineSteps).cancel(work, deadline.id);
    });
    await database.setClock('2026-06-09T12:00:00+07:00');
    await sweep.pass();
    const [paused] = await rows<{ status: string }>(
      `select status from simpul.deadline where case_id = $1 and slug = 'complaint-service-low'`,
    );
    expect(paused).toEqual({ status: 'paused' });
    await cases.within(async (work) => {
      const deadline = await work.manager.findOneByOrFail(Deadline, {
        caseId,
        slug: 'complaint-service-low',
      });
      await cases.clocks.restart(work, [deadline], 'deadline.resumed', work.at);
    });
    const [resumed] = await rows<{ due: string }>(
      `select to_char(due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as due from simpul.deadline
        where case_id = $1 and slug = 'complaint-service-low'`,
    );
    expect(resumed).toEqual({ due: '2026-06-10 10:15' });
  });

  it('a higher risk takes the place of the lower one’s clock', async () => {
    await start('report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    await start('report.received', '2026-06-08T10:15:00+07:00', 'TINGGI');
    const open = await rows<{ slug: string; status: string }>(
      `select slug, status from simpul.deadline where case_id = $1 and slug like 'complaint-service%' order by slug`,
    );
    expect(open).toEqual([
      { slug: 'complaint-service-high', status: 'running' },
      { slug: 'complaint-service-low', status: 'cancelled' },
    ]);
  });

  it('telling an event twice starts nothing twice, and nothing can be deleted', async () => {
    await start('report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    await start('report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    expect(
      await rows(`select 1 from simpul.deadline where case_id = $1 and slug = 'uptd-police-report-tpks'`),
    ).toHaveLength(1);
    for (const role of ['api', 'worker'] as const) {
      const client = new pg.Client(database.urls[role]);
      await client.connect();
      await expect(client.query('delete from simpul.deadline')).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });
});
