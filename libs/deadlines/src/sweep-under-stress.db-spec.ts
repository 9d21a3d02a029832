import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClockedCases } from '../../../test/harness/clocked-cases.js';
import { DeadlineSweep } from './jobs/deadline-sweep.js';

/** The sweep beside people who act, beside broken rows, and beside nobody at all. */
describe('the sweep under stress', () => {
  let cases: ClockedCases;
  let sweep: DeadlineSweep;

  beforeAll(async () => {
    cases = await ClockedCases.open();
    sweep = cases.worker.get(DeadlineSweep);
  });
  afterAll(() => cases.close());

  const police = (caseId: string) =>
    cases.rows<{ status: string; missed: boolean }>(
      caseId,
      `select status, missed_at is not null as missed from simpul.deadline
        where case_id = $1 and slug = 'uptd-police-report-tpks'`,
    );

  it('and an act that meets the deadline in the same second never wait for each other, and the act stands', async () => {
    const ids: string[] = [];
    while (ids.length < 12) ids.push(await cases.newCase());
    for (const id of ids) await cases.tell(id, 'report.received_by_uptd', '2026-03-20T23:10:00+07:00');
    await cases.database.setClock('2026-03-23T23:10:00+07:00');
    const meetings = ids.map((caseId) =>
      cases.within((work) =>
        cases.clocks.meet(work, { caseId, event: 'report.received_by_police', at: work.at }),
      ),
    );
    await Promise.all([sweep.pass(), ...meetings, sweep.pass()]);
    await sweep.pass();
    for (const id of ids) {
      expect(await police(id)).toEqual([{ status: 'met', missed: expect.any(Boolean) }]);
      const open = await cases.rows(
        id,
        `select 1 from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
          where d.case_id = $1 and d.slug = 'uptd-police-report-tpks' and s.status = 'pending'`,
      );
      expect(open).toEqual([]);
    }
  });

  it('lets no broken row keep another from its turn', async () => {
    const [broken, sound] = [await cases.newCase(), await cases.newCase()];
    await cases.tell(broken, 'report.received_by_uptd', '2026-05-04T08:00:00+07:00');
    await cases.tell(sound, 'report.received_by_uptd', '2026-05-04T09:00:00+07:00');
    // The ledger takes codes only: this step cannot be told of.
    await cases.rows(
      broken,
      `update simpul.deadline_step set tells = '{"Jalan Mawar nomor tiga"}'
        where deadline_id in (select id from simpul.deadline where case_id = $1)`,
    );
    await cases.database.setClock('2026-05-07T09:00:00+07:00');
    await sweep.pass();
    expect(await police(broken)).toEqual([{ status: 'running', missed: false }]);
    expect(await police(sound)).toEqual([{ status: 'missed', missed: true }]);
    await cases.rows(
      broken,
      `update simpul.deadline_step set tells = '{PIHAK_BERKEWAJIBAN}'
        where deadline_id in (select id from simpul.deadline where case_id = $1)`,
    );
    await sweep.pass();
    expect(await police(broken)).toEqual([{ status: 'missed', missed: true }]);
  });

  it('calls daily after the top rung, and weekly once somebody has answered the last call', async () => {
    const caseId = await cases.newCase();
    await cases.tell(caseId, 'report.received_by_uptd', '2026-08-03T08:00:00+07:00');
    const nextCall = async (): Promise<string | undefined> =>
      (
        await cases.rows<{ at: string }>(
          caseId,
          `select to_char(s.fire_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as at
             from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
            where d.case_id = $1 and d.slug = 'uptd-police-report-tpks' and s.status = 'pending'`,
        )
      )[0]?.at;
    await cases.database.setClock('2026-08-06T17:00:00+07:00');
    await sweep.pass();
    expect(await nextCall()).toBe('2026-08-07 08:00');
    await cases.database.setClock('2026-08-07T08:00:00+07:00');
    await sweep.pass();
    expect(await nextCall()).toBe('2026-08-08 08:00');
    await cases.rows(
      caseId,
      `insert into simpul.deadline_acknowledgement (deadline_id, account_id)
       select d.id, a.id from simpul.deadline d, simpul.account a
        where d.case_id = $1 and d.slug = 'uptd-police-report-tpks' and a.role = 'dinas_head'`,
    );
    await cases.database.setClock('2026-08-08T08:00:00+07:00');
    await sweep.pass();
    expect(await nextCall()).toBe('2026-08-15 08:00');
  });

  it('after a long outage fires a large backlog in one pass, each step once', async () => {
    const caseId = await cases.newCase();
    await cases.tell(caseId, 'report.received_by_uptd', '2026-09-01T08:00:00+07:00');
    await cases.rows(
      caseId,
      `insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
       select d.id, 'reminder', timestamptz '2026-09-01 09:00+07' + n * interval '1 second', '{PIHAK_BERKEWAJIBAN}'
         from simpul.deadline d, generate_series(1, 620) n where d.case_id = $1 and d.slug = 'uptd-police-report-tpks'`,
    );
    await cases.database.setClock('2026-09-02T07:00:00+07:00');
    expect(await sweep.pass()).toBeGreaterThanOrEqual(620);
    const twice = await cases.rows(
      caseId,
      `select ids ->> 'stepId' from simpul.outbox o
        where topic = 'deadline.stepDue' and $1::uuid is not null group by 1 having count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });
});
