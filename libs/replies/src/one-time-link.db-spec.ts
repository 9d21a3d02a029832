import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type RefusalBody } from '#harness';
import pg from 'pg';
import { readPdf } from '../../../test/harness/read-pdf.mjs';

interface NewLink {
  address: string;
  code: string;
}
interface LinkBody {
  latest: { state: string; mayRevoke: boolean; revokedAt: string | null } | null;
}
const NAME = 'dr. Sari Umpama, Kepala Puskesmas';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a one-time link for an agency without accounts', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    await stage.admin.query(`update simpul.account set active = false where agency_code = 'puskesmas-timur'`);
  });
  afterAll(() => stage?.close());

  const visit = async (url: string, form?: Record<string, string>, cookie = '') => {
    const answer = await stage.api.app.inject({
      method: form ? 'POST' : 'GET',
      url,
      headers: { ...(form ? FORM : {}), ...(cookie ? { cookie } : {}) },
      payload: form ? new URLSearchParams(form).toString() : undefined,
    });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };
  const sent = async () => {
    const caseId = await stage.openCase({}, { redFlags: [], risk: 'SEDANG' });
    const consentId = await stage.consent(caseId, 'PUSKESMAS');
    const id = await stage.draft(caseId, 'puskesmas-timur');
    done(await stage.act(stage.sender, id, 'sending'));
    return { caseId, id, consentId };
  };
  const issue = async (id: string) => {
    const link = done(await stage.sender.post<NewLink>(`/referrals/${id}/link`));
    return { ...link, path: new URL(link.address).pathname };
  };
  const open = async ({ path, code }: { path: string; code: string }) => {
    const opened = await visit(path, { code, name: NAME });
    expect([opened.status, opened.headers.location]).toEqual([303, '/api/link-answer']);
    return String(opened.headers['set-cookie']).split(';')[0]!;
  };
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
  const clock = async (seconds: number) =>
    stage.database.setClock(new Date(Date.parse('2026-04-14T19:30:00+07:00') + seconds * 1000).toISOString());

  it('leads through the whole referral: read, receive, accept, report the outcome, with the name that was given', async () => {
    const { id } = await sent();
    const link = await issue(id);
    expect(link.address).toMatch(/^http:\/\/[^/]+\/api\/links\/[\w-]{22}$/);
    expect(link.code).toMatch(/^\d{6}$/);
    const asked = await visit(link.path);
    expect(asked.text).toBe(
      (await visit('/api/links/AAAAAAAAAAAAAAAAAAAAAA')).text.replaceAll(
        /A{22}/g,
        link.path.split('/').pop()!,
      ),
    );
    const cookie = await open(link);
    const page = await visit('/api/link-answer', undefined, cookie);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Kinanti Rekaan');
    expect(page.text).not.toMatch(/NARASI|Wirasena|http:|https:/);
    expect(page.text).toContain('<title>Simpul</title>');
    expect(Buffer.byteLength(page.text)).toBeLessThan(30_000);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    // The one style and the one program that its policy lets in are those that it has.
    for (const part of ['style', 'script']) {
      const [, text] = new RegExp(`<${part}>([^]*)</${part}>`).exec(page.text)!;
      const hash = createHash('sha256').update(text!).digest('base64');
      expect(page.headers['content-security-policy']).toContain(`${part}-src 'sha256-${hash}'`);
    }
    const english = await visit('/api/link-answer?bahasa=en', undefined, cookie);
    expect(english.text).toContain('We accept this referral');
    expect(english.text).toMatch(/Please answer by \d+ April 2026, \d\d\.\d\d WIB/);
    expect(english.text).not.toMatch(/Kami terima|Alasan|Pilih|Jawaban|Menjawab|Mohon dijawab/);
    expect([...english.text.matchAll(/action="([^"]+)"/g)].map(([, to]) => to!.split('?')[1])).toEqual(
      expect.not.arrayContaining([undefined]),
    );
    expect(Buffer.byteLength(english.text)).toBeLessThan(30_000);
    expect(
      (await visit('/api/link-answer/rejection?bahasa=en', { reason: 'LAINNYA' }, cookie)).text,
    ).toContain('This reason needs a remark.');
    expect((await visit('/api/link-answer/receipt', {}, cookie)).text).toContain(
      'Penerimaan surat sudah dicatat',
    );
    const accepted = await visit(
      '/api/link-answer/acceptance',
      { responsibleName: 'Bidan Rekaan', appointmentAt: '2026-04-15T09:00', place: '' },
      cookie,
    );
    expect([accepted.status, accepted.text]).toEqual([200, expect.stringContaining('Rujukan diterima')]);
    done(await stage.sender.get(`/referrals/${id}`));
    await visit('/api/link-answer/service-start', {}, cookie);
    const reported = await visit(
      '/api/link-answer/completion',
      { outcome: 'SELESAI', text: 'Luka dirawat.' },
      cookie,
    );
    expect(reported.text).toContain('Hasil sudah dikirim');
    const own = await stage.page(stage.sender, id);
    expect(own).toMatchObject({ status: 'completed', responsible: { name: 'Bidan Rekaan' } });
    expect(own.appointment!.at).toBe('2026-04-15T02:00:00.000Z');
    expect(own.moves.filter(({ actorName }) => actorName === NAME).map(({ act }) => act)).toEqual(
      expect.arrayContaining(['acknowledge', 'accept', 'start', 'complete']),
    );
    const { rows } = await stage.admin.query<{ act: string; actor_role: string }>(
      `select e.act, e.actor_role from ledger.entry e join simpul.account a on a.id = e.actor_id
        where a.display_name = $1 and a.agency_code = 'puskesmas-timur'`,
      [NAME],
    );
    expect(rows.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'referral.linkOpened',
        'referral.opened',
        'referral.accepted',
        'referral.completed',
      ]),
    );
    expect(new Set(rows.map(({ actor_role: role }) => role))).toEqual(new Set(['link_holder']));
    // Done: the telephone that lies about opens nothing any more.
    expect((await visit('/api/link-answer/done', {}, cookie)).status).toBe(200);
    expect((await visit('/api/link-answer', undefined, cookie)).status).toBe(401);
  });

  it('is spent by its first opening, and is taken back by the next one made', async () => {
    const { id } = await sent();
    const first = await issue(id);
    const second = await issue(id);
    expect((await visit(first.path, { code: first.code, name: NAME })).status).toBe(404);
    await open(second);
    expect((await visit(second.path, { code: second.code, name: NAME })).status).toBe(404);
    const { link } = done(await stage.sender.get<{ link: object }>(`/referrals/${id}`));
    expect(link).toMatchObject({ answersByLink: true, latest: { state: 'SPENT' } });
  });

  it('is taken back by the case’s team: whoever has it open sees nothing more at the next request', async () => {
    const { id } = await sent();
    const unopened = await issue(id);
    const takeBack = (person = stage.sender) => person.post<RefusalBody>(`/referrals/${id}/link/revocation`);
    expect((await takeBack(stage.api.as('konselor@puspaga'))).status).toBe(404);
    const standing = async () => done(await stage.sender.get<{ link: LinkBody }>(`/referrals/${id}`)).link;
    expect((await standing()).latest).toMatchObject({ state: 'OPEN', mayRevoke: true });
    done(await takeBack());
    expect((await visit(unopened.path, { code: unopened.code, name: NAME })).status).toBe(404);
    expect((await standing()).latest).toMatchObject({ state: 'REVOKED', mayRevoke: false });
    expect((await takeBack()).body).toMatchObject({ code: 'link.noneOpen' });

    await clock(1);
    const cookie = await open(await issue(id));
    expect((await visit('/api/link-answer', undefined, cookie)).text).toContain('Kinanti');
    expect((await standing()).latest).toMatchObject({ state: 'SPENT', mayRevoke: true });
    done(await takeBack());
    expect((await visit('/api/link-answer', undefined, cookie)).status).toBe(401);
    expect((await visit('/api/link-answer/acceptance', { responsibleName: 'x' }, cookie)).status).toBe(401);
    const { latest } = await standing();
    expect(latest).toMatchObject({ state: 'SPENT', mayRevoke: false, issuedByName: expect.any(String) });
    expect(latest!.revokedAt).not.toBeNull();
    // An answer that was given long ago leaves nothing to take back.
    await clock(2);
    const later = await open(await issue(id));
    await clock(31 * 60);
    expect((await standing()).latest).toMatchObject({ state: 'SPENT', mayRevoke: false });
    expect((await takeBack()).status).toBe(409);
    await clock(0);
    expect((await visit('/api/link-answer', undefined, later)).status).toBe(200);
    const { rows } = await stage.admin.query<{ facts: { linkId: string } }>(
      `select facts from ledger.entry where object_id = $1 and act = 'referral.linkRevoked'`,
      [id],
    );
    expect(new Set(rows.map(({ facts }) => facts.linkId)).size).toBe(2);
  });

  it('is not opened by guessing: five tries, each slower, every one in the ledger, then never', async () => {
    const { id } = await sent();
    const link = await issue(id);
    const guess = () => visit(link.path, { code: wrong(link.code), name: NAME });
    expect((await guess()).status).toBe(403);
    // Even the right code has to wait.
    expect((await visit(link.path, { code: link.code, name: NAME })).status).toBe(429);
    for (const [seconds, status] of [
      [6, 403],
      [17, 403],
      [38, 403],
      [79, 404],
    ] as const) {
      await clock(seconds);
      expect((await guess()).status).toBe(status);
    }
    await clock(600);
    expect((await visit(link.path, { code: link.code, name: NAME })).status).toBe(404);
    const { rows } = await stage.admin.query(
      `select e.facts ->> 'tries' as tries from ledger.entry e join simpul.referral_link l on l.id = e.object_id
        where l.referral_id = $1 and e.act = 'referral.openLink' order by e.seq`,
      [id],
    );
    expect(rows.map(({ tries }) => tries)).toEqual(['1', '2', '3', '4', '5']);
    await clock(0);
  });

  it('expires, and so does the page behind it', async () => {
    const { id } = await sent();
    const link = await issue(id);
    const other = await issue((await sent()).id);
    const cookie = await open(other);
    await clock(31 * 60);
    expect((await visit('/api/link-answer', undefined, cookie)).status).toBe(401);
    await clock(7 * 24 * 3600);
    expect((await visit(link.path, { code: link.code, name: NAME })).status).toBe(404);
    await clock(0);
  });

  it('closes with the referral and with its basis, opened or not, at the next request', async () => {
    for (const end of ['cancel', 'withdraw'] as const) {
      const { id, consentId } = await sent();
      const link = await issue(id);
      const cookie = await open(link);
      expect((await visit('/api/link-answer', undefined, cookie)).text).toContain('Kinanti');
      if (end === 'cancel')
        done(await stage.act(stage.sender, id, 'cancellation', { reason: 'Klien pindah.' }));
      else done(await stage.sender.post(`/consents/${consentId}/withdrawal`));
      const page = await visit('/api/link-answer', undefined, cookie);
      expect(page.text).not.toContain('Kinanti');
      expect((await visit('/api/link-answer/acceptance', { responsibleName: 'x' }, cookie)).status).toBe(409);
      expect((await stage.sender.post<RefusalBody>(`/referrals/${id}/link`)).body.code).toBe('link.notOpen');
    }
    const { id, consentId } = await sent();
    const link = await issue(id);
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`));
    expect((await visit(link.path, { code: link.code, name: NAME })).status).toBe(404);
  });

  it('tells an open page to close in the moment in which its basis ends, by hand or by time', async () => {
    const stands = (cookie: string, version = 1) =>
      visit(`/api/link-answer/standing?version=${version}`, undefined, cookie);
    expect((await stands('')).status).toBe(410);
    const { id, consentId } = await sent();
    const cookie = await open(await issue(id));
    expect((await stands(cookie, 2)).status).toBe(410);
    const asked = stands(cookie);
    const ended = sent();
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`));
    const answered = await asked;
    expect([answered.status, answered.text, answered.headers['cache-control']]).toEqual([
      ...[410, '', 'no-store'],
    ]);
    const other = await ended;
    const stillOpen = await open(await issue(other.id));
    const waits = stands(stillOpen);
    await stage.admin.query('update simpul.lawful_basis set expires_at = simpul.now() where id = $1', [
      other.consentId,
    ]);
    expect((await waits).status).toBe(410);
  });

  it('shows the database one referral, and its holder is no session of the API', async () => {
    const { id } = await sent();
    await sent();
    const cookie = await open(await issue(id));
    const token = cookie.split('=')[1]!;
    for (const name of ['simpul', 'simpul-link'])
      expect(
        (await stage.api.nobody.send('GET', '/inbox', undefined, { cookie: `${name}=${token}` })).status,
      ).toBe(401);
    const client = new pg.Client(stage.database.urls.api);
    await client.connect();
    await client.query('begin');
    await client.query('select 1 from ctx.enter($1)', [token]);
    const count = async (sql: string) =>
      Number((await client.query(`select count(*) as n from ${sql}`)).rows[0].n);
    expect(await count('simpul.referral')).toBe(1);
    expect(await count('simpul.disclosure')).toBe(1);
    for (const table of ['case_file', 'person', 'referral_draft', 'report', 'notification', 'referral_link'])
      expect([table, await count(`(select id from simpul.${table}) t`)]).toEqual([table, 0]);
    await client.query('rollback');
    await client.end();
  });

  it('is made for agencies without accounts only, by the case’s team, and stands in the letter', async () => {
    const hospital = await stage.sent();
    expect((await stage.sender.post(`/referrals/${hospital.id}/link`)).body).toMatchObject({
      code: 'link.hasAccounts',
    });
    // Whoever receives it, in whatever role, is not who sends it.
    const role = (name: string) =>
      stage.admin.query(
        `update simpul.account set role = $1 where email = 'petugas@rsud-igd.simpul.example'`,
        [name],
      );
    await role('case_worker');
    const path = `/referrals/${hospital.id}`;
    const asked = [
      await stage.hospital.get(path),
      ...(await Promise.all([
        ...['letter', 'disclosure'].map((page) => stage.hospital.get(`${path}/${page}`)),
        stage.hospital.post(`${path}/update-preview`),
        stage.hospital.post(`${path}/returned-slip`, {
          ...{ code: '0123456789', answer: 'ACCEPTED', answeredAt: '2026-04-14T19:30:00+07:00', name: 'x' },
        }),
        stage.hospital.post(`${path}/rerouting`, { toAgencyId: stage.agencies.get('puskesmas-timur') }),
        ...['link', 'link/revocation', 'link/mail'].map((act) => stage.hospital.post(`${path}/${act}`)),
      ])),
    ];
    await role('agency_officer');
    expect(asked.map(({ status }) => status)).toEqual([200, ...Array<number>(8).fill(404)]);
    const { id } = await sent();
    const link = await issue(id);
    const cookie = stage.api.cookieOf('pendamping@uptd-ppa');
    const letter = await stage.api.app.inject({
      method: 'GET',
      url: `/api/referrals/${id}/letter`,
      headers: { cookie },
    });
    const { pages } = await readPdf(letter.rawPayload);
    expect(pages[0]!.qr ?? pages[1]!.qr).toBe(link.address);
    // The code goes another way.
    expect(pages.map(({ text }) => text).join()).not.toContain(link.code);
    // No mail server is set up here; and a question among several opens nothing to anybody.
    const { body } = await stage.sender.post(`/referrals/${id}/link/mail`);
    expect(body).toMatchObject({ code: 'link.noMailbox' });
    await stage.admin.query(`begin; set local session_replication_role = replica;
      update simpul.referral set bare = true, fan_id = id, case_number = null, risk = null where id = '${id}'; commit`);
    expect((await stage.sender.post(`/referrals/${id}/link`)).body).toMatchObject({ code: 'link.notOpen' });
  });

  it('holds no token, code or session that a dump would give away', async () => {
    const { id } = await sent();
    const link = await issue(id);
    const cookie = await open(link);
    const { rows } = await stage.admin.query(`select l::text as row from simpul.referral_link l`);
    const all = rows.map(({ row }) => row).join('\n');
    for (const secret of [link.path.split('/').pop()!, cookie.split('=')[1]!])
      expect(all).not.toContain(secret);
    expect(all).not.toMatch(new RegExp(`\\b${link.code}\\b`));
  });

  it('takes odd forms as what they are', async () => {
    const { id } = await sent();
    const link = await issue(id);
    const json = await stage.api.nobody.send('POST', link.path.replace('/api', ''), {
      code: link.code,
      name: NAME,
    });
    expect(json.status).toBe(415);
    for (const form of [
      {},
      { code: '12345', name: NAME },
      { code: link.code, name: '' },
      { code: link.code, name: 'a\u0000b' },
      { code: link.code, name: NAME, x: 'y' },
    ])
      expect((await visit(link.path, form as Record<string, string>)).status).toBe(400);
    expect((await visit('/api/links/%00', { code: link.code, name: NAME })).status).toBeLessThan(500);
    const other = await stage.api.app.inject({
      method: 'POST',
      url: link.path,
      headers: { ...FORM, origin: 'https://evil.example' },
      payload: 'code=1',
    });
    expect(other.statusCode).toBe(403);
    const hostile = `<img src=x onerror=alert(1)>`;
    const cookie = await (async () => {
      const opened = await visit(link.path, { code: link.code, name: hostile });
      return String(opened.headers['set-cookie']).split(';')[0]!;
    })();
    expect((await visit('/api/link-answer', undefined, cookie)).text).not.toContain('<img');
    expect((await visit('/api/link-answer/rejection', { reason: 'LAINNYA' }, cookie)).status).toBe(422);
    expect((await visit('/api/link-answer/rejection', { reason: 'BUKAN' }, cookie)).status).toBe(422);
    expect((await visit('/api/link-answer/sending', {}, cookie)).status).toBe(404);
    expect((await visit('/api/link-answer/service-start', {}, cookie)).status).toBe(409);
    expect(
      (await visit('/api/link-answer/question', { text: 'Apakah <b>dapat</b> diantar?' }, cookie)).text,
    ).toContain('Pertanyaan sudah dikirim');
    expect((await stage.page(stage.sender, id)).messages).toMatchObject([
      { text: 'Apakah <b>dapat</b> diantar?', authorName: hostile },
    ]);
  });
});
