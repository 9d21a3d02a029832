import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';
import { agencyIds, ok } from '../journeys/story-player.js';

/** Words that stand in the data of people and nowhere else. */
const CANARIES = [
  'Zalfiqra Wurangkaya',
  'Zalfiqra',
  'Wurangkaya',
  'Brondolmara Kesitawan',
  'Kesitawan',
  'Pelaportika',
  '1674015206959987',
  '081200007731',
  '0812-0000-7731',
  '81200007731',
  'Lorong Canarigata 99',
  'Canarigata',
  'kronologi-kanari-rahasia',
  'catatan-kanari-rahasia',
  'ringkasan-kanari-rahasia',
  'keluhan-kanari-rahasia',
  'permintaan-kanari-rahasia',
  'jawaban-kanari-rahasia',
  'balikan-kanari-rahasia',
  'alasan-kanari-rahasia',
  'titip-kanari-tetangga',
  'Sekolah Kanariwati',
];

/** Every form in which a text could still be read from a file by somebody without the master key. */
function formsOf(text: string): string[] {
  const bare = text.replaceAll(/[\s-]/g, '');
  return [
    ...new Set([
      text,
      text.toLowerCase(),
      text.toUpperCase(),
      bare,
      bare.toLowerCase(),
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
    ]),
  ];
}

describe('a stolen copy of the database', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    await enterACase(api);
  });
  afterAll(async () => {
    await admin?.end();
    await api?.close();
    await database?.drop();
  });

  const findIn = (haystack: Buffer, where: string): string[] =>
    CANARIES.flatMap((canary) =>
      formsOf(canary)
        .filter((form) => haystack.includes(form))
        .map((form) => `${form} in ${where}`),
    );

  it('holds no name, number, address or story in any row of any table', async () => {
    const { rows: tables } = await admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(30);
    const found: string[] = [];
    let rowsRead = 0;
    for (const { name } of tables) {
      const { rows } = await admin.query<{ line: string }>(`select t::text as line from ${name} t`);
      rowsRead += rows.length;
      found.push(...findIn(Buffer.from(rows.map((row) => row.line).join('\n')), name));
    }
    expect(rowsRead).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  it('nor in the files of the server: tables, indexes, write-ahead log', async () => {
    await admin.query('checkpoint');
    const { rows } = await admin.query<{ folder: string; oid: string }>(
      `select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
    );
    const { folder, oid } = rows[0]!;
    const found: string[] = [];
    let bytes = 0;
    for (const part of [join('base', oid), 'pg_wal'])
      for (const file of readdirSync(join(folder, part))) {
        const path = join(folder, part, file);
        const content = contentOf(path);
        if (!content) continue;
        bytes += content.length;
        found.push(...findIn(content, path));
      }
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(found).toEqual([]);
  });

  it('would show them, if they were there (the search itself can find)', async () => {
    await admin.query(`create table public.leaky as select 'Zalfiqra Wurangkaya'::text as name`);
    const { rows } = await admin.query<{ line: string }>('select t::text as line from public.leaky t');
    expect(findIn(Buffer.from(rows[0]!.line), 'leaky')).toContain('Zalfiqra Wurangkaya in leaky');
    await admin.query('drop table public.leaky');
  });
});

/** A whole story with a canary in every free field, through both sides of a referral. */
async function enterACase(api: RunningApi): Promise<void> {
  const counselor = api.as('pendamping@uptd-ppa');
  const officer = api.as('petugas@rsud-igd');
  const rsud = (await agencyIds(counselor)).get('rsud-igd');
  const { caseId } = ok(
    await counselor.post<{ caseId: string }>('/reports', {
      channel: 'TELEPON',
      reporter: { kind: 'KELUARGA', name: 'Pelaportika', phone: '0812-0000-7731' },
      clientSafeNow: 'YES',
      narrative: 'kronologi-kanari-rahasia',
      violenceTypes: ['FISIK'],
      contexts: ['KDRT'],
      place: 'RUMAH_TANGGA',
      victims: [
        {
          name: 'Zalfiqra Wurangkaya',
          nik: '1674015206959987',
          sex: 'P',
          birthDate: '1995-06-12',
          phone: '0812-0000-7731',
          address: 'Lorong Canarigata 99',
          regionCode: '16.74.01.1001',
          school: 'Sekolah Kanariwati',
          safeContact: { channel: 'TELEPON', value: '0812-0000-7731', note: 'titip-kanari-tetangga' },
        },
      ],
      reportedPersons: [{ name: 'Brondolmara Kesitawan', sex: 'L', relation: 'SUAMI_ISTRI' }],
    }),
    'report',
  );
  ok(
    await counselor.post(`/cases/${caseId}/screenings`, {
      redFlags: [],
      risk: 'SEDANG',
      reason: 'alasan-kanari-rahasia',
    }),
    'screening',
  );
  ok(
    await counselor.post(`/cases/${caseId}/notes`, { text: 'catatan-kanari-rahasia', audience: 'TEAM' }),
    'note',
  );
  ok(
    await counselor.post(`/cases/${caseId}/consents`, {
      basis: 'PERSETUJUAN',
      answer: 'GIVEN',
      receiverKind: 'RSUD',
      scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
      givenBy: 'SELF',
      howRecorded: 'LISAN',
      ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
    }),
    'consent',
  );
  ok(
    await counselor.post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'alasan-kanari-rahasia' }),
    'reveal',
  );
  ok(await counselor.post('/cases/matches', { name: 'Zalfiqra Wurangkaya' }), 'matches');
  const { id } = ok(
    await counselor.post<{ id: string }>(`/cases/${caseId}/referrals`, {
      toAgencyId: rsud,
      serviceCode: 'KESEHATAN',
      urgency: 'BIASA',
      request: 'permintaan-kanari-rahasia',
      summary: 'ringkasan-kanari-rahasia',
      purposeFields: { complaint: 'keluhan-kanari-rahasia' },
    }),
    'draft',
  );
  ok(await counselor.post(`/referrals/${id}/sending`), 'send');
  ok(await officer.get(`/referrals/${id}`), 'open');
  ok(await officer.post(`/referrals/${id}/question`, { text: 'permintaan-kanari-rahasia?' }), 'ask');
  ok(await counselor.post(`/referrals/${id}/answer`, { text: 'jawaban-kanari-rahasia' }), 'answer');
  ok(await officer.post(`/referrals/${id}/acceptance`, { responsibleName: 'Nanda Umpama' }), 'accept');
  ok(await officer.post(`/referrals/${id}/service-start`), 'start');
  ok(
    await officer.post(`/referrals/${id}/completion`, { outcome: 'SELESAI', text: 'balikan-kanari-rahasia' }),
    'complete',
  );
}

/** Nothing for a folder, and for what the running server has put away since the folder was listed. */
function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code!)) return undefined;
    throw error;
  }
}
