import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerName, openSigner, Sealer, signedNote, type NoteSigner } from '#audit';
import { projectRoot } from '#config';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../../../test/harness/index.js';

interface Entry {
  id: string;
  act: string;
  kind: string;
  decision: string;
  sentence: string;
  actorName: string;
  agencyName: string;
  sealed: boolean;
  facts: Record<string, unknown>;
}
interface Page {
  items: Entry[];
  next: string | null;
}
interface Latest {
  witnesses: object[];
  witnessed: boolean;
  printed?: { at: string; byName: string };
}
interface Sheet {
  number: number;
  size: number;
  root: string;
  note: string;
  publicKey: string;
  witnesses: string[];
}
interface CaseTrail {
  caseNumber?: string;
  caseRef: string;
  root: string;
  file: string;
  lines: { number: number; sentence: string; name: string; agency: string }[];
}
interface Verdict {
  ok: boolean;
  result: string;
  entries: number;
  sealed: number;
  pending: number;
  checkpoints: number;
  words: string;
  firstBad?: { why: string; index: number; entryId: string };
}

/** A witness's public key, as it is given to others. */
function writtenKey(name: string, type: number): string {
  const der = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' });
  const raw = Buffer.concat([Buffer.of(type), der.subarray(12)]);
  const id = createHash('sha256').update(`${name}\n`).update(raw).digest().subarray(0, 4);
  return `${name}+${id.toString('hex')}+${raw.toString('base64')}`;
}

describe('the audit trail over HTTP', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let api: RunningApi;
  let sealer: Sealer;
  let signer: NoteSigner;
  const folder = mkdtempSync(join(tmpdir(), 'simpul-export-'));

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    api = await startApi(database);
    const keys = openSigner(database.env.SIMPUL_LEDGER_KEY_FILE, ledgerName('16.74'));
    signer = keys.signer;
    sealer = new Sealer(database.urls.ledger, keys);
  });
  afterAll(async () => {
    await sealer.close();
    await api.close();
    await admin.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const sealAll = async (): Promise<void> => {
    const unsealed = `select 1 from ledger.entry e where not exists (select 1 from ledger.leaf l where l.entry_id = e.id)`;
    do await sealer.pass();
    while ((await admin.query(unsealed)).rows.length > 0);
  };

  it('tells who did what in a sentence, and that somebody looked at it', async () => {
    const supervisor = api.as('kepala@uptd-ppa');
    await supervisor.get('/audit/entries');
    const { status, body } = await supervisor.get<Page>('/audit/entries');
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({
      act: 'audit.trailRead',
      decision: 'allowed',
      sentence: 'membaca jejak audit',
      actorName: 'Herlina Fiksi',
      sealed: false,
    });
    expect(body.items.at(-1)).toMatchObject({ act: 'session.opened', sentence: 'masuk ke Simpul' });
  });

  it('keeps to the own agency for a supervisor, and shows an auditor all', async () => {
    await api.as('petugas@dinkes').get('/codes');
    await api.as('petugas@dinkes').get('/audit/entries');
    const supervisor = (await api.as('kepala@uptd-ppa').get<Page>('/audit/entries')).body.items;
    expect(new Set(supervisor.map(({ agencyName }) => agencyName)).size).toBe(1);
    const auditor = (await api.as('auditor@inspektorat').get<Page>('/audit/entries?decision=denied')).body
      .items;
    expect(auditor[0]).toMatchObject({
      act: 'audit.read',
      sentence: 'mencoba, dan ditolak: membaca jejak audit',
    });
  });

  it.each([
    ['get', '/audit/entries'],
    ['get', '/audit/people'],
    ['get', '/audit/checkpoints/latest'],
    ['get', '/audit/export?reason=VERIFICATION'],
    ['post', '/audit/verifications'],
    ['post', '/audit/checkpoints/prints'],
  ] as const)('refuses %s %s to everybody but supervisors and auditors', async (method, path) => {
    for (const person of ['pendamping@uptd-ppa', 'petugas@dinkes', 'kepala@dppkbpppa', 'admin@diskominfo']) {
      expect([person, (await api.as(person)[method](path)).status]).toEqual([person, 403]);
    }
    expect((await api.nobody[method](path)).status).toBe(401);
  });

  it('filters, pages through every entry once, and names the field that is wrong', async () => {
    const auditor = api.as('auditor@inspektorat');
    for (let index = 0; index < 60; index++) await auditor.get('/audit/checkpoints/latest');
    const acts = await auditor.get<Page>('/audit/entries?act=session');
    expect(new Set(acts.body.items.map(({ act }) => act))).toEqual(new Set(['session.opened']));
    const first = (await auditor.get<Page>('/audit/entries?act=audit.checkpointRead')).body;
    const second = await auditor.get<Page>(`/audit/entries?act=audit.checkpointRead&cursor=${first.next}`);
    expect(first.items).toHaveLength(50);
    expect(new Set([...first.items, ...second.body.items].map(({ id }) => id)).size).toBe(60);
    expect(second.body.next).toBeNull();
    for (const query of [
      'caseId=1',
      'decision=maybe',
      'from=yesterday',
      'from=2026-W47',
      'from=2026-01-01T24:00:30Z',
      'to=-0001-01-01T00:00:00Z',
      'to=2026-11-31T00:00:00Z',
      'cursor=eA',
      'cursor=$',
      'more=1',
      'act=%00',
    ]) {
      const { status, body } = await auditor.get<{ errors?: { pointer: string }[] }>(
        `/audit/entries?${query}`,
      );
      const fields = body.errors?.map(({ pointer }) => pointer);
      expect([query, [400, 422].includes(status), fields]).toEqual([
        query,
        true,
        [`/${query.split('=')[0]}`],
      ]);
    }
    const today = encodeURIComponent('2026-11-25T00:00:00+07:00');
    expect((await auditor.get<Page>(`/audit/entries?to=${today}&from=${today}`)).body.items).toEqual([]);
  });

  it('narrows to a kind of act and to an agency, and offers the people whose acts the reader may read', async () => {
    const auditor = api.as('auditor@inspektorat');
    await api.as('pendamping@uptd-ppa').get('/worklist');
    await api.as('pendamping@uptd-ppa').get('/audit/entries');
    const kinds = async (kind: string, more = ''): Promise<string[]> => {
      const { items } = (await auditor.get<Page>(`/audit/entries?kind=${kind}${more}`)).body;
      return [...new Set(items.map((entry) => `${entry.kind} ${entry.decision}`))];
    };
    expect(await kinds('read')).toEqual(['read allowed']);
    expect(await kinds('failed')).toEqual(['failed denied']);
    expect(await kinds('session')).toEqual(['session allowed']);
    const all = (
      await auditor.get<{ items: { id: string; agencyId: string; agencyName: string }[] }>('/audit/people')
    ).body.items;
    const own = (await api.as('kepala@uptd-ppa').get<{ items: { agencyName: string }[] }>('/audit/people'))
      .body.items;
    expect(new Set(own.map(({ agencyName }) => agencyName)).size).toBe(1);
    expect(all.length).toBeGreaterThan(own.length);
    const [one] = all.filter(({ agencyName }) => agencyName === own[0]!.agencyName);
    const theirs = (await auditor.get<Page>(`/audit/entries?agencyId=${one!.agencyId}`)).body.items;
    expect(new Set(theirs.map(({ agencyName }) => agencyName))).toEqual(new Set([own[0]!.agencyName]));
  });

  it('verifies in words for a lay person, and finds what the owner of the database did', async () => {
    const supervisor = api.as('kepala@uptd-ppa');
    await sealAll();
    const whole = await supervisor.post<Verdict>('/audit/verifications');
    expect(whole.status).toBe(200);
    expect(whole.body).toMatchObject({ ok: true, result: 'intact', entries: whole.body.sealed, pending: 0 });
    expect(whole.body.words).toMatch(/^Utuh: \d+ catatan cocok, tidak ada celah\.$/);

    const { rows } = await admin.query<{ id: string }>(
      'select entry_id as id from ledger.leaf where index = 2',
    );
    await admin.query('alter table ledger.entry disable trigger append_only');
    await admin.query(`update ledger.entry set facts = facts || '{"forged": true}' where id = $1`, [
      rows[0]!.id,
    ]);
    const forged = await supervisor.post<Verdict>('/audit/verifications');
    expect(forged.body).toMatchObject({
      ok: false,
      result: 'tampered',
      firstBad: { why: 'entryChanged', index: 2, entryId: rows[0]!.id },
    });
    expect(forged.body.words).toMatch(/^Tidak utuh: catatan 3: isinya diubah setelah dicatat\./);
    await admin.query(`update ledger.entry set facts = facts - 'forged' where id = $1`, [rows[0]!.id]);
    await admin.query('alter table ledger.entry enable always trigger append_only');
    expect((await supervisor.post<Verdict>('/audit/verifications')).body.ok).toBe(true);
  });

  it('shows nothing while nothing can be written down', async () => {
    const supervisor = api.as('kepala@uptd-ppa');
    await supervisor.get('/audit/entries');
    await admin.query(`
      create function ledger.disk_full() returns trigger language plpgsql
        as $$ begin raise exception 'no space left' using errcode = 'disk_full'; end $$;
      create trigger disk_full before insert on ledger.entry for each row execute function ledger.disk_full();`);
    for (const path of [
      '/audit/entries',
      '/audit/checkpoints/latest',
      '/audit/export?reason=VERIFICATION',
      '/cases',
      '/worklist',
    ]) {
      const { status, body } = await supervisor.get<object>(path);
      expect([path, status, body]).toEqual([path, 503, expect.objectContaining({ code: 'unavailable' })]);
    }
    for (const path of ['/audit/checkpoints/prints', '/audit/verifications']) {
      const { status, body } = await supervisor.post<object>(path);
      expect([path, status, body]).toEqual([path, 503, expect.objectContaining({ code: 'unavailable' })]);
    }
    await admin.query('drop function ledger.disk_full() cascade');
    expect((await supervisor.get('/audit/entries')).status).toBe(200);
  });

  /** Verifies a download as an auditor would: another program, public keys, no database. */
  const verified = (download: string, ...options: string[]): { code: number | null; said: string } => {
    const file = join(folder, 'ledger.ndjson');
    writeFileSync(file, download);
    const key = `${database.env.SIMPUL_LEDGER_KEY_FILE}.pub`;
    const program = join(projectRoot(), 'apps', 'verify', 'verify.mjs');
    const run = spawnSync(process.execPath, [program, file, '--key', key, ...options], { encoding: 'utf8' });
    return { code: run.status, said: run.stdout + run.stderr };
  };

  it('exports what an outside program finds intact, with no more than the reader may read', async () => {
    await sealAll();
    const [mine, all] = await Promise.all(
      ['kepala@uptd-ppa', 'auditor@inspektorat'].map((person) =>
        api.as(person).send<string>('GET', '/audit/export?reason=VERIFICATION'),
      ),
    );
    expect(mine!.headers['content-type']).toContain('application/x-ndjson');
    for (const { body } of [mine!, all!]) {
      const { code, said } = verified(body);
      expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^UTUH: \d+ catatan cocok/) });
    }
    const { agency_id: agency } = (
      await admin.query(`select agency_id from simpul.account where email like 'kepala@uptd-ppa.%'`)
    ).rows[0] as { agency_id: string };
    const readable = mine!.body.split('\n').filter((text) => text.includes('"leaf":"'));
    expect(readable.length).toBeGreaterThan(3);
    for (const text of readable) expect(text).toContain(agency);
    const hidden = (body: string) =>
      body.split('\n').filter((text) => text.includes('"kind":"leaf"') && !text.includes('"leaf":"')).length;
    expect(hidden(mine!.body)).toBeGreaterThan(0);
    expect(hidden(all!.body)).toBe(0);
    const forged = all!.body.replace(/session\.opened/, 'session.closed');
    expect(verified(forged)).toEqual({
      code: 2,
      said: expect.stringMatching(/^TIDAK UTUH: catatan \d+: isinya bukan/),
    });
    expect(verified(all!.body.slice(0, -200)).code).toBe(3);
  });

  it('prints the seal of the day, which an outside program then holds against every later export', async () => {
    await sealAll();
    const supervisor = api.as('kepala@uptd-ppa');
    expect((await supervisor.get<Latest>('/audit/checkpoints/latest')).body.printed).toBeUndefined();
    const { status, body: sheet } = await supervisor.post<Sheet>('/audit/checkpoints/prints');
    expect(status).toBe(200);
    const [name, size, root] = sheet.note.split('\n');
    expect(sheet).toMatchObject({ size: Number(size), root, witnesses: [], printedAt: expect.any(String) });
    expect(sheet.publicKey.startsWith(`${name}+`)).toBe(true);

    expect((await api.as('integritas@inspektorat').get('/audit/checkpoints/latest')).status).toBe(200);
    const latest = (await supervisor.get<Latest>('/audit/checkpoints/latest')).body;
    expect(latest).toMatchObject({ witnesses: [], witnessed: true, printed: { byName: 'Herlina Fiksi' } });
    const [entry] = (await supervisor.get<Page>('/audit/entries?act=audit.checkpointPrinted')).body.items;
    expect(entry).toMatchObject({
      sentence: 'mencetak segel harian',
      kind: 'exported',
      facts: { checkpoint: sheet.number, size: sheet.size },
    });

    await sealAll();
    const { body: later } = await api
      .as('auditor@inspektorat')
      .send<string>('GET', '/audit/export?reason=VERIFICATION');
    const paper = join(folder, 'lembar.txt');
    // As a scanner on a telephone hands it on: other line ends, and no last one.
    writeFileSync(paper, sheet.note.trimEnd().replaceAll('\n', '\r\n'));
    expect(verified(later, '--checkpoint', paper)).toEqual({
      code: 0,
      said: expect.stringContaining('1 segel yang disimpan cocok'),
    });
    // Another ledger of the same name under the same key, as its owner could write one.
    const forked = signedNote(sheet.size, Buffer.alloc(32, 7), signer);
    writeFileSync(paper, forked);
    expect(verified(later, '--checkpoint', paper)).toEqual({
      code: 2,
      said: expect.stringMatching(/^TIDAK UTUH: catatan 1–\d+: ada dua riwayat berbeda/),
    });
  });

  it('exports one case for its supervisor, each entry with its proof, and nothing of a case that is not theirs', async () => {
    const worker = api.as('pendamping@uptd-ppa');
    const report = await worker.post<{ caseId: string }>('/reports', {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative: 'Cerita rekaan.',
      violenceTypes: ['FISIK'],
      contexts: ['KDRT'],
      victims: [{ name: 'Rekaan Umpama', sex: 'P', ageYears: 30 }],
      reportedPersons: [],
    });
    const { caseId } = report.body;
    for (let round = 0; round < 12; round++) await worker.get(`/cases/${caseId}`);
    await sealAll();
    const exported = await api
      .as('kepala@uptd-ppa')
      .post<CaseTrail>('/audit/case-exports', { caseId, reason: 'COURT' });
    expect(exported.status).toBe(200);
    const { file: body, caseRef, lines } = exported.body;
    const { code, said } = verified(body);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(Number(/UTUH: (\d+) catatan kasus/.exec(said)?.[1])).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(12);
    expect(body).not.toContain(caseId);
    expect(verified(body.replace(/case\.read/, 'case.seen')).code).toBe(2);
    // On the paper: a sentence, who, of which office, and the number of the entry that the file proves.
    expect(exported.body.caseNumber).toMatch(/^PBM-/);
    expect(lines.at(-1)).toMatchObject({
      sentence: 'membuka halaman kasus',
      name: 'Dewi Hikayat',
      agency: expect.stringContaining('UPTD PPA'),
    });
    const places = [...body.matchAll(/"index":(\d+)/g)].map(([, index]) => Number(index) + 1);
    expect(lines.map(({ number }) => number)).toEqual(places);
    expect(body).toContain(exported.body.root);
    const [kept] = (
      await admin.query<{ facts: object }>(
        `select facts from ledger.entry where act = 'audit.caseExported' and case_ref = $1`,
        [caseRef],
      )
    ).rows;
    expect(kept!.facts).toMatchObject({ reason: 'COURT', entries: lines.length });
    // Whoever sees no case asks by its pseudonym, and gets no number.
    const auditors = await api
      .as('auditor@inspektorat')
      .post<CaseTrail>('/audit/case-exports', { caseRef, reason: 'INSPECTION' });
    expect([auditors.status, auditors.body.caseNumber]).toEqual([200, undefined]);
    expect(verified(auditors.body.file).code).toBe(0);
    for (const [body, expected] of [
      [{ caseId: randomUUID(), reason: 'COURT' }, 404],
      [{ caseRef: randomUUID(), reason: 'COURT' }, 404],
      [{ caseId }, 400],
      [{ reason: 'COURT' }, 422],
      [{ caseId, caseRef, reason: 'COURT' }, 422],
    ] as const)
      expect((await api.as('kepala@uptd-ppa').post('/audit/case-exports', body)).status).toBe(expected);
  });

  it('says of a witness that is silent since when it signed, and what to do', async () => {
    await sealAll();
    const key = writtenKey('inspektorat.example/saksi', 4);
    const file = join(folder, 'witnesses');
    writeFileSync(file, `witness a ${key} http://127.0.0.1:9\nquorum a\n`);
    await admin.query(
      `insert into simpul.witness_standing (witness, trouble, since) values ('inspektorat.example/saksi', 'silent', now())`,
    );
    const watched = await startApi(database, { SIMPUL_WITNESSES_FILE: file });
    try {
      const supervisor = watched.as('kepala@uptd-ppa');
      const latest = (await supervisor.get<Latest>('/audit/checkpoints/latest')).body;
      expect(latest).toMatchObject({
        witnessed: false,
        witnesses: [
          {
            name: 'inspektorat.example/saksi',
            signedAt: null,
            trouble: 'silent',
            words: 'Saksi inspektorat.example/saksi belum pernah menandatangani; kini ia tidak menjawab.',
            advice: expect.stringMatching(/^Telepon kantor saksi ini/),
          },
        ],
      });
      const verdict = (await supervisor.post<Verdict>('/audit/verifications')).body;
      expect(verdict).toMatchObject({ ok: true, result: 'unwitnessed' });
    } finally {
      await watched.close();
    }
  });

  // The last one: what is cut off here stays cut off.
  it('tells a strange key and a cut end apart, in the same words as the programs outside', async () => {
    await sealAll();
    const supervisor = api.as('kepala@uptd-ppa');
    const checked = async (): Promise<[Verdict, number | null]> => {
      const { body } = await supervisor.post<Verdict>('/audit/verifications');
      const download = await api
        .as('auditor@inspektorat')
        .send<string>('GET', '/audit/export?reason=VERIFICATION');
      return [body, verified(download.body).code];
    };
    for (const table of ['entry', 'leaf', 'checkpoint'])
      await admin.query(`alter table ledger.${table} disable trigger append_only`);
    const strange = join(folder, 'strange.key');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(strange, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const [last] = (
      await admin.query<{ number: string; size: string; root: Buffer; note: string }>(
        'select number, size, root, note from ledger.checkpoint order by number desc limit 1',
      )
    ).rows;
    const forge = (note: string): Promise<unknown> =>
      admin.query('update ledger.checkpoint set note = $2 where number = $1', [last!.number, note]);
    await forge(signedNote(Number(last!.size), last!.root, openSigner(strange, ledgerName('16.74')).signer));
    expect(await checked()).toEqual([
      expect.objectContaining({
        ok: false,
        result: 'wrongKey',
        words: expect.stringMatching(/^Kunci tidak cocok: segel ke-/),
      }),
      4,
    ]);
    await forge(last!.note);
    await admin.query(
      `with cut as (delete from ledger.leaf where index >= (select max(index) - 1 from ledger.leaf) returning entry_id)
       delete from ledger.entry where id in (select entry_id from cut)`,
    );
    expect(await checked()).toEqual([
      expect.objectContaining({
        ok: false,
        result: 'incomplete',
        words: expect.stringMatching(/^Tidak lengkap: catatan \d+.*: catatan terakhir telah dipotong\.$/),
      }),
      3,
    ]);
  });
});
