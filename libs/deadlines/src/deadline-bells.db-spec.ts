import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bell, BELL_STORE, startRinging, type BellStore } from '#queue';
import { ClockedCases } from '../../../test/harness/clocked-cases.js';
import { DEADLINE_STEP_TOPIC } from './deadline-steps.service.js';
import { DeadlineSweep } from './jobs/deadline-sweep.js';

/** The bell only makes it sooner: with it a step fires at its second, without it at the next pass. */
describe('the bell for a step', () => {
  let cases: ClockedCases;
  let sweep: DeadlineSweep;
  let caseId: string;

  beforeAll(async () => {
    cases = await ClockedCases.open({ bell: true });
    sweep = cases.worker.get(DeadlineSweep);
    caseId = await cases.newCase();
    await cases.tell(caseId, 'report.received_by_uptd', '2026-03-20T23:10:00+07:00');
  });
  afterAll(() => cases.close());

  const bells = (): Promise<number> => cases.worker.get(Bell).count();

  it('is set for what comes due before the next pass, and for nothing later', async () => {
    await cases.database.setClock('2026-03-21T23:00:00+07:00');
    await sweep.pass();
    expect(await bells()).toBe(0);
    await cases.database.setClock('2026-03-21T23:09:48+07:00');
    await sweep.pass();
    expect(await bells()).toBe(1);
  });

  it('that rings too early fires nothing, and in time fires the step within its second', async () => {
    await cases.database.setClock(null);
    const [step] = await cases.rows<{ id: string }>(
      caseId,
      `insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
       select id, 'reminder', now() + interval '1500 milliseconds', '{PIHAK_BERKEWAJIBAN}'
         from simpul.deadline where case_id = $1 returning id`,
    );
    await cases.rows(
      caseId,
      `update simpul.deadline_step set status = 'cancelled' where status = 'pending' and id <> '${step!.id}'
          and deadline_id in (select id from simpul.deadline where case_id = $1)`,
    );
    expect(await sweep.fireStep(step!.id)).toBe(false);
    await sweep.pass();
    const ringing = startRinging(cases.worker.get<BellStore>(BELL_STORE), {
      [DEADLINE_STEP_TOPIC]: async (id) => void (await sweep.fireStep(id)),
    });
    const lateness = async (): Promise<number | undefined> =>
      (
        await cases.rows<{ seconds: number }>(
          caseId,
          `select extract(epoch from s.fired_at - s.fire_at)::float as seconds from simpul.deadline_step s
            where s.id = '${step!.id}' and s.status = 'fired' and $1::uuid is not null`,
        )
      )[0]?.seconds;
    let seconds: number | undefined;
    for (let waited = 0; seconds === undefined && waited < 15_000; waited += 100) {
      await pause(100);
      seconds = await lateness();
    }
    await ringing.close();
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(seconds).toBeLessThan(5);
  });
});
