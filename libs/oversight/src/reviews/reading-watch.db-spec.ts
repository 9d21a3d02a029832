import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { done, ReferralStage, until, type RefusalBody } from '#harness';
import { ReadingWatch } from '#oversight';
import { OutboxRelay } from '#queue';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../../../apps/worker/src/create-worker.js';

interface AlarmBody {
  id: string;
  kind: string;
  personName?: string;
  times: number;
  mustActNames: string[];
  reading?: { accountId: string; rule: string; sentences: string[]; from: string; to: string };
  outcome?: string;
  outcomes: string[];
  availableActs: string[];
}

const SUPERVISOR = 'kepala@uptd-ppa';
const WORKER = 'pendamping@uptd-ppa';
const WATCHER = 'integritas@inspektorat';
const AUDITOR = 'auditor@inspektorat';
const IT_OFFICE = 'admin@diskominfo';

describe('unusual reading', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    worker = await createWorker(loadConfig(stage.database.env));
    await stage.database.setClock('2026-04-14T23:30:00+07:00');
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });

  const pass = async (): Promise<number> => {
    const found = await worker.get(ReadingWatch).pass();
    await until('nothing waits', async () => {
      await worker.get(OutboxRelay).pass();
      const { rows } = await stage.admin.query<{ n: number }>(
        `select count(*)::int as n from simpul.alarm where cardinality(must_act) = 0`,
      );
      return rows[0]!.n === 0;
    });
    return found;
  };
  const alarms = async (who: string, state = 'open'): Promise<AlarmBody[]> =>
    done(await stage.api.as(who).get<{ items: AlarmBody[] }>(`/alarms?state=${state}`)).items.filter(
      ({ kind }) => kind === 'UNUSUAL_READING',
    );
  const told = async (): Promise<string[]> => {
    const { rows } = await stage.admin.query<{ line: string }>(
      `select a.role || ' ' || n.message as line from simpul.notification n join simpul.account a on a.id = n.account_id
        where n.message like 'reading.%' or n.message like 'alarm.%' order by 1`,
    );
    return rows.map(({ line }) => line);
  };
  /** Three cases, read at night by somebody who has no duty. */
  async function readAtNight(who: string): Promise<void> {
    const cases = done(await stage.api.as(SUPERVISOR).get<{ items: { id: string }[] }>('/cases')).items;
    for (const { id } of cases.slice(0, 3)) done(await stage.api.as(who).get(`/cases/${id}`));
  }

  it('a few looks are nothing', async () => {
    for (let n = 0; n < 3; n++) await stage.sent();
    await readAtNight(WORKER);
    await stage.admin.query(
      `insert into simpul.duty_shift (agency_id, account_id, starts_at, ends_at, created_by)
       select agency_id, id, simpul.now() - interval '2 hours', simpul.now() + interval '8 hours', id
         from simpul.account where email like '${WORKER}.%'`,
    );
    expect(await pass()).toBe(0);
    await stage.admin.query(
      'update simpul.duty_shift set removed_at = simpul.now(), removed_by = created_by',
    );
  });

  it('becomes one alarm of the supervisor, which says in sentences what was unusual, whose, and when', async () => {
    expect(await pass()).toBe(1);
    const [alarm, ...more] = await alarms(SUPERVISOR);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({
      personName: 'Dewi Hikayat',
      times: 1,
      mustActNames: ['Herlina Fiksi'],
      outcomes: ['EXPLAINED', 'TO_TALK', 'REPORTED'],
      reading: {
        rule: 'NIGHT',
        sentences: [
          'Dewi Hikayat membuka 3 kasus antara pukul 22.00 dan 05.00, padahal tidak tercatat piket.',
        ],
        from: '2026-04-14T16:30:00.000Z',
      },
    });
    expect(await told()).toEqual(['supervisor reading.unusual']);
  });

  it('is not found twice, and the same again is counted in it without another message', async () => {
    expect(await pass()).toBe(0);
    await stage.database.setClock('2026-04-15T00:30:00+07:00');
    await readAtNight(WORKER);
    expect(await pass()).toBe(1);
    await until('it is counted', async () => (await alarms(SUPERVISOR))[0]!.times === 2);
    expect(await told()).toEqual(['supervisor reading.unusual']);
  });

  it('is seen by those who watch over the offices, never by the person, the IT office or another office', async () => {
    for (const who of [WATCHER, AUDITOR]) expect(await alarms(who)).toHaveLength(1);
    for (const who of [IT_OFFICE, 'kepala@rsud-igd', 'kepala@dppkbpppa'])
      expect(await alarms(who)).toEqual([]);
    const [{ id }] = (await alarms(SUPERVISOR)) as [AlarmBody];
    expect((await stage.api.as(IT_OFFICE).post(`/alarms/${id}/acknowledgement`)).status).toBe(404);
    expect((await stage.api.as(WORKER).get('/alarms')).status).toBe(403);
    // A supervisor who is the same human being under another account sees nothing of it either.
    await stage.admin.query(
      `update simpul.account set person_id = (select person_id from simpul.account where email like '${SUPERVISOR}%')
        where email like '${WORKER}%'`,
    );
    expect(await alarms(SUPERVISOR)).toEqual([]);
    expect((await stage.api.as(SUPERVISOR).post(`/alarms/${id}/acknowledgement`)).status).toBe(404);
    await stage.admin.query(
      `update simpul.account set person_id = gen_random_uuid() where email like '${WORKER}%'`,
    );
  });

  it('is ended by a person with what came of it', async () => {
    const [{ id }] = (await alarms(SUPERVISOR)) as [AlarmBody];
    const end = (body: object) =>
      stage.api.as(SUPERVISOR).post<AlarmBody & RefusalBody>(`/alarms/${id}/resolution`, body);
    const bare = await end({ note: 'CATATAN-RAHASIA Menggantikan piket.' });
    expect([bare.status, bare.body.errors]).toMatchObject([422, [{ pointer: '/outcome', code: 'required' }]]);
    const ended = done(await end({ note: 'CATATAN-RAHASIA Menggantikan piket.', outcome: 'EXPLAINED' }));
    expect(ended).toMatchObject({ outcome: 'EXPLAINED', outcomes: [], availableActs: [] });
    expect(await alarms(SUPERVISOR)).toEqual([]);
    expect(await alarms(SUPERVISOR, 'resolved')).toMatchObject([{ id, reading: { rule: 'NIGHT' } }]);
    const { rows } = await stage.admin.query<{ facts: object }>(
      `select facts from ledger.entry where act = 'alarm.resolved'`,
    );
    expect(rows).toEqual([{ facts: { outcome: 'EXPLAINED' } }]);
  });

  it('of the supervisor is looked at by those who watch over the offices', async () => {
    await readAtNight(SUPERVISOR);
    expect(await pass()).toBe(1);
    expect(await alarms(SUPERVISOR)).toEqual([]);
    expect(await alarms(WATCHER)).toMatchObject([{ personName: 'Herlina Fiksi' }]);
    expect(await told()).toEqual(
      expect.arrayContaining(['auditor reading.unusual', 'integrity_officer reading.unusual']),
    );
  });

  it('of names in one case after the other is an alarm by itself', async () => {
    await stage.database.setClock('2026-04-20T10:00:00+07:00');
    for (let n = 0; n < 8; n++) {
      const id = await stage.openCase({}, null);
      const part = n % 2 ? 'SAFE_CONTACT' : 'IDENTITY';
      done(await stage.sender.post(`/cases/${id}/reveal`, { reason: 'LETTER', part }));
    }
    expect(await pass()).toBe(1);
    expect((await alarms(WATCHER)).map(({ reading }) => reading?.rule)).toContain('MANY_REVEALS');
  });
});
