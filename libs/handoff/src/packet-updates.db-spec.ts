import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type ReferralBody, type RefusalBody } from '#harness';
import { readPdf } from '../../../test/harness/read-pdf.mjs';

interface Change {
  field: string;
  change: string;
  before?: string;
  after?: string;
}
interface Preview extends RefusalBody {
  version: number;
  fields: { field: string; value?: string }[];
  changes: Change[];
  missing: { dataClass: string; code: string }[];
  mark: string;
}
type Page = ReferralBody & { disclosure?: { version: number; changes: Change[] } };

describe('what changes after the sending', () => {
  let stage: ReferralStage;
  let caseId: string;
  let id: string;
  let consentId: string;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    caseId = await stage.openCase({}, null);
    done(
      await stage.sender.post(`/cases/${caseId}/screenings`, {
        redFlags: [],
        risk: 'SEDANG',
        reason: 'Belum jelas.',
      }),
    );
    consentId = await stage.consent(caseId, 'RSUD');
    id = await stage.draft(caseId);
    done(await stage.act(stage.sender, id, 'sending'));
  });
  afterAll(() => stage?.close());

  const preview = async (sheet: object = {}): Promise<Preview> =>
    done(await stage.sender.post<Preview>(`/referrals/${id}/update-preview`, sheet));
  const send = (mark: string, sheet: object = {}) =>
    stage.sender.post<RefusalBody>(`/referrals/${id}/update`, { ...sheet, mark });
  const received = async (): Promise<Record<string, string>> => {
    const { disclosure } = await stage.page(stage.hospital, id);
    return Object.fromEntries(disclosure!.fields.map(({ field, value }) => [field, value!]));
  };
  const versions = async (): Promise<number> => {
    const { rows } = await stage.admin.query('select 1 from simpul.disclosure where referral_id = $1', [id]);
    return rows.length;
  };

  it('is nothing as long as nothing changed, and nothing is sent', async () => {
    const shown = await preview();
    expect([shown.version, shown.changes]).toEqual([1, []]);
    const refused = await send(shown.mark);
    expect([refused.status, refused.body.code]).toEqual([409, 'referral.update.nothingNew']);
  });

  it('stays at home until the sender approves it, and says what it is', async () => {
    done(
      await stage.sender.post(`/cases/${caseId}/screenings`, {
        redFlags: ['CEKIKAN', 'SENJATA'],
        risk: 'TINGGI',
      }),
    );
    expect(await received()).toMatchObject({ 'risk.level': 'Sedang' });
    const shown = await preview({ summary: 'Keadaan memburuk.' });
    expect(shown.changes.map(({ field, change }) => [field, change])).toEqual([
      ['risk.level', 'CHANGED'],
      ['risk.healthFlags', 'ADDED'],
      ['medicalHistoryStrangulation', 'ADDED'],
      ['summary', 'CHANGED'],
    ]);
    expect(shown.changes[0]).toMatchObject({ before: 'Sedang', after: 'Tinggi' });
    expect(await received()).toMatchObject({
      'risk.level': 'Sedang',
      summary: 'Perlu pemeriksaan hari ini.',
    });
    expect(await versions()).toBe(1);
  });

  it('is sent only as it was looked at', async () => {
    const shown = await preview({ summary: 'Keadaan memburuk.' });
    const other = await send(shown.mark, { summary: 'Sesuatu yang lain.' });
    expect([other.status, other.body.code]).toEqual([409, 'referral.update.otherNow']);
    expect(await versions()).toBe(1);
  });

  it('may be told in part: what is kept for later stays as the receiver has it, and goes on waiting', async () => {
    const part = { summary: 'Keadaan memburuk.', keep: ['risk.level'] };
    const shown = await preview(part);
    expect(shown.changes.map(({ field }) => field)).not.toContain('risk.level');
    expect(shown.fields.find(({ field }) => field === 'risk.level')).toMatchObject({ value: 'Sedang' });
    // The mark names the packet with what was kept: the whole is another one.
    expect((await send(shown.mark, { summary: part.summary })).body.code).toBe('referral.update.otherNow');
    const odd = await stage.sender.post(`/referrals/${id}/update-preview`, { keep: ['no.field'] });
    expect(odd.status).toBe(400);

    const of = await stage.openCase({}, { redFlags: [], risk: 'SEDANG', reason: 'Belum jelas.' });
    await stage.consent(of, 'RSUD');
    const other = await stage.draft(of);
    done(await stage.act(stage.sender, other, 'sending'));
    const flags = { redFlags: ['CEKIKAN'], risk: 'TINGGI' };
    done(await stage.sender.post(`/cases/${of}/screenings`, flags));
    const half = done(await stage.sender.post<Preview>(`/referrals/${other}/update-preview`, part));
    done(await stage.sender.post(`/referrals/${other}/update`, { ...part, mark: half.mark }));
    // Neither the page nor the list says more than the packet does.
    expect(await stage.page(stage.hospital, other)).toMatchObject({ risk: 'SEDANG' });
    const { items } = done(
      await stage.hospital.get<{ items: { id: string; risk: string }[] }>('/inbox?tab=answer'),
    );
    expect(items.find((one) => one.id === other)).toMatchObject({ risk: 'SEDANG' });
    const rest = done(await stage.sender.post<Preview>(`/referrals/${other}/update-preview`, {}));
    expect(rest.changes).toMatchObject([{ field: 'risk.level', before: 'Sedang', after: 'Tinggi' }]);
  });

  it('crosses as the next version, of which the receiver hears and reads what is new', async () => {
    const shown = await preview({ summary: 'Keadaan memburuk.' });
    done(await send(shown.mark, { summary: 'Keadaan memburuk.' }));
    const page = (await stage.page(stage.hospital, id)) as Page;
    expect(page.disclosure).toMatchObject({ version: 2 });
    expect(page.disclosure!.changes.map(({ field }) => field)).toEqual(
      shown.changes.map(({ field }) => field),
    );
    // The preview is what arrived: the same fields with the same words, and none besides.
    expect(await received()).toEqual(
      Object.fromEntries(shown.fields.filter(({ value }) => value).map(({ field, value }) => [field, value])),
    );
    expect(page.risk).toBe('TINGGI');
    for (const person of [stage.sender, stage.hospital])
      expect((await stage.page(person, id)).moves.at(-1)).toMatchObject({
        act: 'update',
        words: expect.stringMatching(/^Pembaruan dikirim: Tingkat risiko, /),
      });
    expect(JSON.stringify(page.disclosure!.changes)).not.toMatch(/Keadaan|Sedang/);
    const { rows } = await stage.admin.query<{ topic: string }>(
      `select topic from simpul.outbox where topic = 'referral.updated' and ids ->> 'referralId' = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    // The first version is kept as it was; row-level security gives the receiver the newest alone.
    expect(await versions()).toBe(2);
    expect(
      await stage.asRole('petugas@rsud-igd', 'select version from simpul.disclosure where referral_id = $1', [
        id,
      ]),
    ).toEqual([{ version: 2 }]);
    expect((await preview()).changes).toEqual([]);
  });

  it('rests on bases that were asked again', async () => {
    await stage.consent(caseId, 'RSUD', { answer: 'REFUSED', scopes: ['CHRONOLOGY'] });
    // A later no has closed the view at once; what goes on needs a new answer.
    expect((await stage.page(stage.hospital, id)).tombstone).toMatchObject({ reason: 'CONSENT' });
    const shown = await preview();
    expect(shown.missing.map(({ dataClass }) => dataClass)).toContain('CHRONOLOGY');
    const refused = await send(shown.mark, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'referral.consentMissing']);
    expect(consentId).toBeTruthy();
  });

  it('is not for the receiver to ask, and not for a referral that has ended', async () => {
    for (const noun of ['update-preview', 'update'])
      expect(
        (
          await stage.hospital.post(
            `/referrals/${id}/${noun}`,
            noun === 'update' ? { mark: 'x'.repeat(43) } : {},
          )
        ).status,
      ).toBe(403);
    done(await stage.act(stage.sender, id, 'cancellation', { reason: 'Tidak perlu lagi.' }));
    const ended = await stage.sender.post<RefusalBody>(`/referrals/${id}/update-preview`, {});
    expect([ended.status, ended.body.code]).toEqual([409, 'referral.update.notOpen']);
  });

  it('is held by the database alone: no version is skipped, taken back, or made by the receiver', async () => {
    const other = await stage.sent();
    const attempt = (mailbox: string, set: string): Promise<unknown> =>
      stage.asRole(mailbox, `update simpul.referral set ${set} where id = $1`, [other.id]);
    for (const set of ['packet_version = 3', `basis_ids = '{}'`, 'tells_risk = false'])
      await expect(attempt('pendamping@uptd-ppa', set)).rejects.toMatchObject({ code: '23514' });
    for (const set of ['packet_version = 2', `basis_ids = '{}'`])
      await expect(attempt('petugas@rsud-igd', set)).rejects.toMatchObject({ code: '23514' });
    // Who is only asked has nothing that could be updated.
    await stage.admin.query(`begin; set local session_replication_role = replica;
      update simpul.referral set bare = true, fan_id = id, case_number = null, risk = null where id = '${other.id}'; commit`);
    const asked = await stage.sender.post<RefusalBody>(`/referrals/${other.id}/update-preview`, {});
    expect([asked.status, asked.body.code]).toEqual([409, 'referral.update.notOpen']);
  });

  it('tells no level of risk, in no list and on no page, where the packet does not tell it', async () => {
    const pupil = await stage.openCase();
    await stage.consent(pupil, 'DISDIKBUD', { scopes: ['IDENTITY', 'RISK_SAFETY'] });
    const toSchool = await stage.draft(pupil, 'disdikbud', 'LAYANAN_SEKOLAH', {
      request: 'Penjemputan anak oleh ibu.',
      summary: undefined,
      purposeFields: { schoolAction: 'Hanya ibu yang menjemput.' },
    });
    done(await stage.act(stage.sender, toSchool, 'sending'));
    const school = stage.api.as('petugas@disdikbud');
    const inbox = done(await school.get<{ items: { risk: string | null }[] }>('/inbox'));
    expect(inbox.items.map(({ risk }) => risk)).toEqual([null]);
    expect((await stage.page(school, toSchool)).risk).toBeNull();
    expect((await stage.page(stage.sender, toSchool)).risk).toBe('TINGGI');
  });

  it('leaves a record of who received what, when and on what basis, for the case’s people and on paper for the client', async () => {
    interface Entry {
      kind: string;
      receiver: string | null;
      basis: string[];
      fields: { field: string }[];
      changes: { field: string }[];
      reason: string | null;
    }
    const read = async (): Promise<Entry[]> =>
      done(await stage.sender.get<{ items: Entry[] }>(`/cases/${caseId}/disclosures`)).items;
    const items = await read();
    // The clock stands still: what happened in one instant comes in the order of the kinds.
    expect(items.map(({ kind }) => kind)).toEqual(['SENT', 'UPDATED', 'OPENED', 'CLOSED']);
    const [sent, updated, , closed] = items;
    expect(sent).toMatchObject({ receiver: 'RSUD - IGD dan PPT', basis: ['Persetujuan'] });
    expect(sent!.fields.map(({ field }) => field)).not.toContain('medicalHistoryStrangulation');
    expect(updated!.fields.map(({ field }) => field)).toContain('medicalHistoryStrangulation');
    expect(updated!.changes.map(({ field }) => field)).toContain('risk.level');
    expect(closed).toMatchObject({ reason: 'SENDER' });
    // Names of fields and of offices; what they held stands nowhere.
    expect(JSON.stringify(items)).not.toMatch(/Kinanti|Keadaan memburuk|Leher|0812-0000-42/);

    const mailbox = 'pendamping@uptd-ppa';
    await stage.api.as(mailbox).get('/worklist');
    const printed = await stage.api.app.inject({
      method: 'GET',
      url: `/api/cases/${caseId}/disclosures/paper`,
      headers: { cookie: stage.api.cookieOf(mailbox) },
    });
    expect(printed.statusCode).toBe(200);
    expect(printed.headers['content-disposition']).toMatch(/^attachment; filename="PBM-\d{4}-\d{4}\.pdf"$/);
    const { pages, title } = await readPdf(printed.rawPayload);
    expect(title).toMatch(/^PBM-\d{4}-\d{4}$/);
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    for (const words of [
      ...['Catatan pembagian data Anda', 'Kepada: RSUD - IGD dan PPT', 'Untuk: Layanan kesehatan'],
      ...[
        'Dasar: Anda, atau wali Anda, menyetujuinya.',
        'Yang baru: Keterangan keselamatan, Keterangan kesehatan, Ringkasan',
        'Ditarik oleh pengirim.',
      ],
    ])
      expect(text).toContain(words);
    // Found at home it names nobody and tells nothing of what happened.
    expect(text).not.toMatch(
      /Kinanti|Wirasena|Dewi|[Kk]orban|[Kk]ekerasan|icekik|isum|isiko|PERSETUJUAN|SENT|identity\./,
    );
    expect((await stage.hospital.get(`/cases/${caseId}/disclosures`)).status).toBe(403);
    const strange = await stage.sender.get<RefusalBody>(
      `/cases/${caseId}/disclosures?clientId=00000000-0000-4000-8000-000000000000`,
    );
    expect(strange.status).toBe(422);
  });
});
