import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClockedCases } from '../../../test/harness/clocked-cases.js';
import { OutboxRelay } from '#queue';
import { Deadline } from './deadline.entity.js';
import { DeadlineChanges } from './deadline-changes.service.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { DeadlineSweep } from './jobs/deadline-sweep.js';
import { seedDeadlines } from './seed-deadlines.js';

/** The calendar changes under running clocks. */
describe('a holiday that is declared later', () => {
  let cases: ClockedCases;
  let caseId: string;

  beforeAll(async () => (cases = await ClockedCases.open()));
  afterAll(() => cases.close());
  beforeEach(async () => {
    await cases.owner.query(`delete from simpul.holiday where kind = 'LOCAL'`);
    caseId = await cases.newCase();
  });

  /** What the API's act writes: the row and the message. */
  const declare = async (date: string): Promise<void> => {
    await cases.owner.query(
      `with added as (insert into simpul.holiday (date, kind, region_code, name, basis)
                      values ($1, 'LOCAL', '16.74', 'Hari jadi kota', 'Perwali rekaan') returning id)
       insert into simpul.outbox (topic, ids) select 'calendar.changed', jsonb_build_object('holidayId', id) from added`,
      [date],
    );
    await cases.worker.get(OutboxRelay).pass();
  };
  const followup = async () =>
    (
      await cases.rows<{ due: string; status: string; why: string }>(
        caseId,
        `select to_char(due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as due, status, why_id as why
           from simpul.deadline where case_id = $1 and slug = 'complaint-followup'`,
      )
    )[0]!;
  const history = () =>
    cases.rows(
      caseId,
      `select c.change, to_char(c.due_before at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as before,
              to_char(c.due_after at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as after
         from simpul.deadline_change c join simpul.deadline d on d.id = c.deadline_id
        where d.case_id = $1 and d.slug = 'complaint-followup' and c.change in ('recount', 'reprieve') order by c.created_at`,
    );

  it('moves the due time openly: explained anew, the old time in the history, steps for the new time only', async () => {
    await cases.tell(caseId, 'report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    await declare('2026-06-10');
    expect(await followup()).toMatchObject({
      due: '2026-06-12 16:30',
      why: expect.stringContaining('Hari jadi kota 10 Jun'),
    });
    expect(await history()).toEqual([{ change: 'recount', before: '2026-06-11', after: '2026-06-12' }]);
    const pending = await cases.rows<{ at: string }>(
      caseId,
      `select to_char(s.fire_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as at
         from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
        where d.case_id = $1 and d.slug = 'complaint-followup' and s.status = 'pending' and s.rung in ('reminder', 'due')
        order by s.fire_at`,
    );
    expect(pending.map(({ at }) => at)).toEqual(['2026-06-11 07:30', '2026-06-12 16:30']);
  });

  it('counts the same whatever the order, and once however often it is told', async () => {
    await cases.tell(caseId, 'report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    await declare('2026-06-11');
    await declare('2026-06-09');
    await cases.owner.query(`insert into simpul.outbox (topic, ids) values ('calendar.changed', '{}')`);
    await cases.worker.get(OutboxRelay).pass();
    expect(await followup()).toMatchObject({ due: '2026-06-15 16:00' });
    expect(await history()).toHaveLength(2);
  });

  it('counts by what holds here: the city’s and its province’s days, not another province’s', async () => {
    await cases.tell(caseId, 'report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    const inRegion = async (date: string, region: string): Promise<void> => {
      await cases.owner.query(
        `insert into simpul.holiday (date, kind, region_code, name, basis) values ($1, 'LOCAL', $2, 'Hari jadi', 'Perda')`,
        [date, region],
      );
      await cases.owner.query(`insert into simpul.outbox (topic, ids) values ('calendar.changed', '{}')`);
      await cases.worker.get(OutboxRelay).pass();
    };
    await inRegion('2026-06-10', '32');
    expect(await followup()).toMatchObject({ due: '2026-06-11 16:00' });
    await inRegion('2026-06-10', '16');
    expect(await followup()).toMatchObject({ due: '2026-06-12 16:30' });
  });

  it('that is taken out again brings the time back openly, with both old times in the history', async () => {
    await cases.tell(caseId, 'report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    await declare('2026-06-10');
    await cases.owner.query(
      `update simpul.holiday set removed_at = simpul.now(), removal_reason = 'dicabut',
              removed_by = (select id from simpul.account limit 1) where kind = 'LOCAL'`,
    );
    await cases.owner.query(`insert into simpul.outbox (topic, ids) values ('calendar.changed', '{}')`);
    await cases.worker.get(OutboxRelay).pass();
    expect(await followup()).toMatchObject({ due: '2026-06-11 16:00', status: 'running' });
    expect(await history()).toEqual([
      { change: 'recount', before: '2026-06-11', after: '2026-06-12' },
      { change: 'recount', before: '2026-06-12', after: '2026-06-11' },
    ]);
  });

  it('leaves running hours alone', async () => {
    await cases.tell(caseId, 'report.received_by_uptd', '2026-06-08T10:15:00+07:00');
    await declare('2026-06-10');
    expect(
      await cases.rows(
        caseId,
        `select to_char(due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as due from simpul.deadline
          where case_id = $1 and slug = 'uptd-police-report-tpks'`,
      ),
    ).toEqual([{ due: '2026-06-11 10:15' }]);
  });

  it('takes back a miss that was none, and lets the clock run', async () => {
    await cases.tell(caseId, 'report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    await cases.database.setClock('2026-06-11T17:00:00+07:00');
    await cases.worker.get(DeadlineSweep).pass();
    expect(await followup()).toMatchObject({ status: 'missed' });
    await declare('2026-06-11');
    expect(await followup()).toMatchObject({ due: '2026-06-12 16:30', status: 'running' });
    await cases.database.setClock('2026-06-12T16:30:00+07:00');
    await cases.worker.get(DeadlineSweep).pass();
    expect(await followup()).toMatchObject({ status: 'missed' });
  });

  it('counts a paused clock without its pause, and adds the pause once', async () => {
    await cases.tell(caseId, 'report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    const pick = { caseId, slug: 'complaint-followup' };
    await cases.database.setClock('2026-06-09T09:00:00+07:00');
    await cases.within(async (work) => {
      const deadline = await work.manager.findOneByOrFail(Deadline, pick);
      await cases.worker
        .get(DeadlineChanges)
        .change(work, deadline, { status: 'paused', pausedAt: work.at }, 'pause', null);
      await cases.worker.get(DeadlineSteps).cancel(work, deadline.id);
    });
    await declare('2026-06-12');
    expect(await followup()).toMatchObject({ due: '2026-06-11 16:00', status: 'paused' });
    await cases.database.setClock('2026-06-10T09:00:00+07:00');
    await cases.within(async (work) => {
      const deadline = await work.manager.findOneByOrFail(Deadline, pick);
      await cases.clocks.restart(work, [deadline], 'deadline.resumed', work.at);
    });
    // One working day passed while paused; Friday 12 is now a holiday.
    expect(await followup()).toMatchObject({ due: '2026-06-15 16:00', status: 'running' });
    await declare('2026-06-15');
    expect(await followup()).toMatchObject({ due: '2026-06-17 16:00' });
  });

  it('that comes with a new release is counted as well; a seed that brings nothing tells nothing', async () => {
    await cases.tell(caseId, 'report.received', '2026-06-08T10:15:00+07:00', 'RENDAH');
    const messages = async (): Promise<number> =>
      (
        await cases.rows(
          caseId,
          `select 1 from simpul.outbox where topic = 'calendar.changed' and $1::uuid is not null`,
        )
      ).length;
    const query = async (sql: string, params?: unknown[]): Promise<unknown> =>
      (await cases.owner.query(sql, params)).rows;
    const before = await messages();
    await seedDeadlines(query);
    expect(await messages()).toBe(before);
    await cases.owner.query(`delete from simpul.holiday where date = '2026-08-17'`);
    await seedDeadlines(query);
    expect(await messages()).toBe(before + 1);
  });
});
