import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { done, ReferralStage, until, type RefusalBody } from '#harness';
import { BaitWatch, checkInvariants, type Verdict } from '#oversight';
import { OutboxRelay } from '#queue';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { createWorker } from '../../../../apps/worker/src/create-worker.js';

const SUPERVISOR = 'kepala@uptd-ppa';
const READER = 'konselor@uptd-ppa';
const GUARD = 'integritas@inspektorat';
const OTHER_GUARD = 'integritas@bagian-hukum';
const AUDITOR = 'auditor@inspektorat';
const NAME = 'Ratu Andaian Larasati';

interface Baits {
  items: {
    id: string;
    number: string;
    initials: string;
    readings: { personName: string; words: string }[];
  }[];
  units: {
    agencyId: string;
    left: { accountId: string }[];
    readers: { accountId: string; name: string }[];
  }[];
}
interface Row {
  id: string;
  number: string;
}
type Json = Record<string, unknown>;

/** The shape of an answer: every key, and of what kind its value is. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shape(value[0])] : [];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

describe('bait among the files', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;
  let bait: { id: string; caseId: string; number: string };
  /** A file as it really comes about: a family that asked something, answered and closed. */
  let real: Row;
  let before: Record<string, unknown>;

  const as = (who: string) => stage.api.as(who);
  const one = async <T>(sql: string, params: unknown[] = []): Promise<T> =>
    (await stage.admin.query(sql, params)).rows[0] as T;
  const cases = async (who: string, q = ''): Promise<Row[]> =>
    done(await as(who).get<{ items: Row[] }>(`/cases${q && `?q=${q}`}`)).items;
  const pass = async (): Promise<number> => {
    const found = await worker.get(BaitWatch).pass();
    await until('nothing waits', async () => {
      await worker.get(OutboxRelay).pass();
      return (
        (await one<{ n: number }>('select count(*)::int as n from simpul.outbox where relayed_at is null'))
          .n === 0
      );
    });
    return found;
  };
  const alarms = async (
    who: string,
  ): Promise<{ id: string; kind: string; personName: string; times: number }[]> =>
    done(
      await as(who).get<{ items: { id: string; kind: string; personName: string; times: number }[] }>(
        '/alarms',
      ),
    ).items.filter(({ kind }) => kind === 'BAIT_READ');
  /** Everything that counts, by whoever counts it. */
  const figures = async (): Promise<Record<string, unknown>> => {
    const counter = new pg.Client(stage.database.urls.worker);
    await counter.connect();
    let verdict: Verdict;
    try {
      verdict = await checkInvariants(async (sql) => (await counter.query(sql)).rows as never[]);
    } finally {
      await counter.end();
    }
    const answer = async (who: string, path: string) => done(await as(who).get<Json>(path));
    return {
      sums: verdict.figures,
      broken: verdict.findings.filter(({ count }) => count > 0),
      work: [await answer(READER, '/worklist'), await answer(SUPERVISOR, '/worklist')],
      deadlines: await answer(SUPERVISOR, '/deadlines'),
      board: await answer(SUPERVISOR, '/worklist/overdue-board'),
      rows: await one(`select (select count(*) from simpul.deadline) as deadlines, (select count(*) from simpul.notification) as told,
                              (select count(*) from simpul.outbox) as messages`),
    };
  };

  beforeAll(async () => {
    stage = await ReferralStage.open();
    worker = await createWorker(loadConfig(stage.database.env));
    await stage.openCase();
    const family = done(
      await as(READER).post<{ caseId: string }>('/reports', {
        channel: 'DATANG_LANGSUNG',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Bertanya tentang hak asuh.',
        violenceTypes: [],
        contexts: ['KELUARGA_TANPA_KEKERASAN'],
        online: false,
        victims: [{ name: 'Sekar Umpama', sex: 'P', ageYears: 41 }],
        reportedPersons: [],
      }),
    );
    done(
      await as(READER).post(`/cases/${family.caseId}/closings`, {
        reason: 'TUJUAN_TERCAPAI',
        rights: {
          TOLD_OF_CLOSING: 'DONE',
          KNOWS_HOW_TO_RETURN: 'DONE',
          SAFETY_PLAN: 'NOT_APPLICABLE',
          RESTITUTION_TOLD: 'NOT_APPLICABLE',
          DOCUMENTS_RETURNED: 'NOT_APPLICABLE',
        },
        summary: 'Selesai.',
      }),
    );
    await pass();
    real = (await cases(READER)).find(({ id }) => id === family.caseId)!;
    // Somebody has left the unit.
    await stage.admin.query(
      `update simpul.account set active = false where email like 'pendamping2@uptd-ppa%'`,
    );
    before = await figures();
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });

  const lay = async (change: object = {}) => {
    const { units } = done(await as(GUARD).get<Baits>('/baits'));
    const unit = units.find(({ left }) => left.length > 0)!;
    return as(GUARD).post<{ id: string }>('/baits', {
      agencyId: unit.agencyId,
      ownerAccountId: unit.left[0]!.accountId,
      readerAccountIds: unit.readers
        .filter(({ name }) => name === 'Ani Contoh')
        .map(({ accountId }) => accountId),
      name: NAME,
      sex: 'P',
      ageYears: 33,
      story: 'Datang sendiri, bertanya tentang perwalian anak.',
      ...change,
    });
  };

  it('is laid by a guard: under the name of somebody who has left, in the lists of those who are there', async () => {
    const { units } = done(await as(GUARD).get<Baits>('/baits'));
    const { accountId } = units.find(({ left }) => left.length > 0)!.readers[0]!;
    for (const change of [
      { ownerAccountId: accountId },
      { readerAccountIds: [stage.agencies.get('dinkes')!] },
      { name: '- - -' },
    ]) {
      const refused = (await lay(change)) as unknown as { status: number; body: RefusalBody };
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([
        422,
        `/${Object.keys(change)[0]}`,
      ]);
    }
    const { id } = done(await lay());
    const { items } = done(await as(OTHER_GUARD).get<Baits>('/baits'));
    expect(items).toMatchObject([{ id, initials: 'RAL', readings: [] }]);
    const { case_id: caseId } = await one<{ case_id: string }>(
      'select case_id from simpul.bait where id = $1',
      [id],
    );
    bait = { id, caseId, number: items[0]!.number };
    expect(bait.number).toBe('PBM-2025-0001');
  });

  it('lies among the others and looks like them', async () => {
    for (const who of [READER, SUPERVISOR]) {
      const rows = await cases(who);
      expect(shape(rows.find(({ id }) => id === bait.caseId))).toEqual(
        shape(rows.find(({ id }) => id === real.id)),
      );
      // Last in the list: older than everything.
      expect(rows.at(-1)!.id).toBe(bait.caseId);
    }
    expect((await cases(READER, bait.number)).map(({ id }) => id)).toEqual([bait.caseId]);
  });

  it('is in no figure, no list of work, no sum of the guarantee, no deadline, and nobody is told of it', async () => {
    expect(await figures()).toEqual(before);
  });

  it('a row in a list is no reading', async () => {
    expect(await pass()).toBe(0);
    expect(await alarms(GUARD)).toEqual([]);
  });

  it('opened, its names revealed, found by its exact name: the same answers as any file, and the same rows', async () => {
    const written = async (who: string, act: (id: string) => Promise<{ body: unknown }>) => {
      const count = () =>
        one<Json>(`select (select count(*)::int from simpul.outbox) as o, (select count(*)::int from ledger.entry) as l,
                          (select count(*)::int from simpul.bait_reading) as r, (select count(*)::int from simpul.alarm) as a`);
      const seen: unknown[] = [];
      for (const id of [real.id, bait.caseId]) {
        const first = await count();
        const { body } = await act(id);
        const then = await count();
        seen.push([Object.entries(then).map(([key, n]) => Number(n) - Number(first[key])), shape(body)]);
      }
      expect([who, seen[1]]).toEqual([who, seen[0]]);
    };
    // What they have in common: a history of one's own looks alone, closed by one person.
    const common = (answer: { body: unknown }) => ({
      body: { ...(answer.body as Json), team: [], availableActs: (answer.body as Json).availableActs },
    });
    await written('page', async (id) => common(await as(SUPERVISOR).get(`/cases/${id}`)));
    await written('reveal', async (id) => ({
      body: { ...(done(await as(READER).post<Json>(`/cases/${id}/reveal`, { reason: 'CONTACT' })) as Json) },
    }));
    const names = [NAME, 'Sekar Umpama'];
    for (const name of names) {
      const { items } = done(
        await as(READER).post<{ items: { caseId: string }[] }>('/cases/matches', { name }),
      );
      expect(items).toHaveLength(1);
    }
    const { items: entries } = done(
      await as(SUPERVISOR).get<{ items: Json[] }>(`/cases/${bait.caseId}/history`),
    );
    expect(entries.map(({ act }) => act)).not.toContain('report.received');
  });

  it('raises an alarm about each reader at once, for the guards alone', async () => {
    expect(await pass()).toBe(4);
    const seen = await alarms(GUARD);
    expect(seen.map(({ personName, times }) => `${personName} ${times}`).sort()).toEqual([
      'Ani Contoh 2',
      'Herlina Fiksi 2',
    ]);
    expect(await alarms(OTHER_GUARD)).toHaveLength(2);
    for (const who of [SUPERVISOR, AUDITOR, 'admin@diskominfo', 'kepala@dppkbpppa'])
      expect(await alarms(who)).toEqual([]);
    const { rows } = await stage.admin.query<{ role: string }>(
      `select distinct a.role from simpul.notification n join simpul.account a on a.id = n.account_id where n.message like 'alarm.%'`,
    );
    expect(rows).toEqual([{ role: 'integrity_officer' }]);
    const { items } = done(await as(GUARD).get<Baits>('/baits'));
    expect(items[0]!.readings.map(({ personName }) => personName).sort()).toEqual([
      'Ani Contoh',
      'Ani Contoh',
      'Herlina Fiksi',
      'Herlina Fiksi',
    ]);
    expect(await pass()).toBe(0);
  });

  it('an attempt from outside counts, and ends as any other', async () => {
    const stranger = as('konselor@puspaga');
    const answers = [bait.caseId, real.id, stage.agencies.get('dinkes')!].map(
      async (id) => ((await stranger.get<RefusalBody>(`/cases/${id}`)).body as { code: string }).code,
    );
    expect(await Promise.all(answers)).toEqual(['notFound', 'notFound', 'notFound']);
    expect(await pass()).toBe(1);
    expect((await alarms(GUARD)).map(({ personName }) => personName)).toContain('Ratna Umpama');
  });

  it('is told from no other file under the role of the API, whoever asks; nor in the ledger', async () => {
    const client = new pg.Client(stage.database.urls.api);
    await client.connect();
    try {
      for (const who of [SUPERVISOR, AUDITOR, 'admin@diskominfo', READER]) {
        await client.query('begin');
        await client.query('select 1 from ctx.enter($1)', [await tokenOf(who)]);
        const { rows } = await client.query(
          `select (select count(*)::int from simpul.bait) as baits, (select count(*)::int from simpul.bait_reading) as readings,
                  (select count(*)::int from simpul.baits()) as shown, simpul.end_bait($1) as ended,
                  simpul.lay_bait('{}', null, null, null, null, null) as laid,
                  (select count(*)::int from ledger.entry e where e.object_kind = 'bait' or e.act like 'bait.%'
                      or e.facts ->> 'alarm' = 'BAIT_READ') as told`,
          [bait.id],
        );
        expect([who, rows[0]]).toEqual([
          who,
          { baits: 0, readings: 0, shown: 0, ended: 'notFound', laid: 'notFound', told: 0 },
        ]);
        for (const sql of ['select simpul.find_bait_readings()', 'select simpul.bait_case_ids()']) {
          await client.query('savepoint tried');
          await expect(client.query(sql)).rejects.toThrow('permission denied');
          await client.query('rollback to tried');
        }
        await client.query('rollback');
      }
    } finally {
      await client.end();
    }
    const { rows } = await stage.admin.query<{ act: string }>(
      `select distinct act from ledger.entry where act like 'bait.%' order by 1`,
    );
    expect(rows.map(({ act }) => act)).toEqual(['bait.found', 'bait.laid', 'bait.listed']);
    for (const who of [SUPERVISOR, AUDITOR])
      expect((await as(who).get<RefusalBody>('/baits')).status).toBe(403);
  });

  const tokenOf = async (who: string): Promise<string> => {
    const { DEMO_PASSWORD: password } = await import('../../../../apps/launch/src/demo-accounts.js');
    const answer = await stage.api.nobody.post('/sessions', { email: `${who}.simpul.example`, password });
    return /=([^;]+);/.exec(String(answer.headers['set-cookie']))![1]!;
  };

  it('ends by a guard, and is then not there; the sums stay as they are', async () => {
    expect((await as(OTHER_GUARD).post(`/baits/${bait.caseId}/ending`)).status).toBe(404);
    done(await as(OTHER_GUARD).post(`/baits/${bait.id}/ending`));
    expect((await as(GUARD).post<RefusalBody>(`/baits/${bait.id}/ending`)).body).toMatchObject({
      code: 'bait.ended',
    });
    for (const who of [READER, SUPERVISOR]) {
      expect((await cases(who)).map(({ id }) => id)).not.toContain(bait.caseId);
      expect((await as(who).get(`/cases/${bait.caseId}`)).status).toBe(404);
    }
    const { sums, broken } = await figures();
    expect({ sums, broken }).toEqual({ sums: before.sums, broken: before.broken });
  });
});
