import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type RefusalBody } from '#harness';

interface Note {
  id: string;
  audience: string;
  text: string;
  shares: { id: string; agencyName: string; classes: string[]; endedAt: string | null }[];
}
interface Audience {
  referralId: string;
  agencyName: string;
  classes: string[];
}

const TEXT = 'Klien sudah lebih tenang dan tidur di tempat aman.';

describe('a note and who may read it', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const share = (caseId: string, referralId: string, body: object = {}) =>
    stage.sender.post<{ id: string } & RefusalBody>(`/cases/${caseId}/shared-notes`, {
      ...{ text: TEXT, referralIds: [referralId], classes: ['RISK_SAFETY'] },
      ...body,
    });
  const notes = async (caseId: string): Promise<Note[]> =>
    done(await stage.sender.get<{ items: Note[] }>(`/cases/${caseId}/notes`)).items;
  const audience = async (caseId: string): Promise<Audience[]> =>
    done(await stage.sender.get<{ noteAudience: Audience[] }>(`/cases/${caseId}`)).noteAudience;
  const read = async (referralId: string): Promise<string[]> => {
    const page = done(await stage.hospital.get<{ notes: { text: string }[] }>(`/referrals/${referralId}`));
    return page.notes.map(({ text }) => text);
  };
  const rows = (mailbox: string) =>
    stage.asRole<{ id: string }>(mailbox, 'select id from simpul.note_share where ended_at is null');

  it('is the team’s alone unless somebody says otherwise', async () => {
    const { caseId, id } = await stage.sent();
    done(await stage.sender.post(`/cases/${caseId}/notes`, { text: 'Hanya untuk tim.' }));
    expect((await notes(caseId))[0]).toMatchObject({ audience: 'TEAM', shares: [] });
    expect(await read(id)).toEqual([]);
  });

  it('may be read by an agency that holds a referral, for what a living basis covers, as it was shared', async () => {
    const { caseId, id } = await stage.sent();
    expect(await audience(caseId)).toEqual([
      expect.objectContaining({ referralId: id, classes: expect.arrayContaining(['RISK_SAFETY']) }),
    ]);
    done(await share(caseId, id));
    const [note] = await notes(caseId);
    expect(note!.shares).toMatchObject([{ classes: ['OWN_REFERRAL', 'RISK_SAFETY'], endedAt: null }]);
    expect(note!.shares[0]!.agencyName).toContain('RSUD');
    expect(await read(id)).toEqual([TEXT]);
    // Nobody of another agency, and not by the database either.
    expect((await stage.api.as('petugas@dinsos-rehab').get(`/referrals/${id}`)).status).toBe(404);
    expect(await rows('petugas@dinsos-rehab')).toEqual([]);
    const { rows: kept } = await stage.admin.query<{ row: string }>(
      'select row_to_json(s)::text as row from simpul.note_share s where case_id = $1',
      [caseId],
    );
    expect(kept[0]!.row).not.toContain('tenang');
  });

  it('is refused without a basis, with a client’s name in it, and for an agency without a referral; nothing is written', async () => {
    const { caseId, id } = await stage.sent();
    const toPolice = await stage.consent(caseId, 'POLRES', { scopes: ['IDENTITY'] });
    expect(toPolice).toBeTruthy();
    const story = await share(caseId, id, { text: 'Kinanti sudah tenang.' });
    expect([story.status, story.body.errors?.[0]?.code]).toEqual([422, 'note.nameFound']);
    const draft = await stage.draft(caseId, 'dinsos-rehab', 'REHABILITASI_SOSIAL', { purposeFields: {} });
    const early = await share(caseId, draft);
    expect(early.body.errors?.[0]?.code).toBe('note.noReferral');
    const narrow = await stage.openCase();
    await stage.consent(narrow, 'RSUD', { scopes: ['IDENTITY', 'HEALTH_PSYCH'] });
    const sent = await stage.draft(narrow, 'rsud-igd', 'KESEHATAN', {
      levels: { 'risk.level': 'NONE', 'risk.flags': 'NONE', 'risk.healthFlags': 'NONE', safeContact: 'NONE' },
      summary: undefined,
    });
    done(await stage.sender.post(`/referrals/${sent}/sending`));
    const none = await share(narrow, sent);
    expect([none.status, none.body.code]).toEqual([409, 'note.basisMissing']);
    expect(await notes(narrow)).toEqual([]);
    expect(await notes(caseId)).toEqual([]);
  });

  it('closes by itself when the basis it rests on is over, for the reader and in the database', async () => {
    const { caseId, id, consentId } = await stage.sent();
    done(await share(caseId, id));
    expect(await rows('petugas@rsud-igd')).not.toEqual([]);
    const before = await rows('petugas@rsud-igd');
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`, { reason: 'Klien berubah pikiran.' }));
    expect((await rows('petugas@rsud-igd')).length).toBe(before.length - 1);
    expect((await share(caseId, id)).status).toBeGreaterThanOrEqual(409);
  });

  it('gets more readers by a disclosure of its own, and fewer only with a trace', async () => {
    const { caseId, id } = await stage.sent();
    const { id: noteId } = done(
      await stage.sender.post<{ id: string }>(`/cases/${caseId}/notes`, { text: TEXT, audience: 'TEAM' }),
    );
    const widen = () =>
      stage.sender.post<RefusalBody>(`/cases/${caseId}/notes/${noteId}/shares`, { referralIds: [id] });
    done(await widen());
    expect((await widen()).body.code).toBe('note.alreadyShared');
    expect(await read(id)).toEqual([TEXT]);
    const [{ shares }] = (await notes(caseId)) as [Note];
    const path = `/cases/${caseId}/note-shares/${shares[0]!.id}/ending`;
    expect((await stage.sender.post(path, {})).status).toBe(400);
    done(await stage.sender.post(path, { reason: 'Klien meminta.' }));
    expect((await stage.sender.post<RefusalBody>(path, { reason: 'Lagi.' })).body.code).toBe(
      'note.shareEnded',
    );
    expect(await read(id)).toEqual([]);
    expect((await notes(caseId))[0]!.shares).toMatchObject([{ endedAt: expect.any(String) }]);
    const { rows: told } = await stage.admin.query<{ act: string }>(
      `select act from ledger.entry where object_id = $1 and act like 'note.%' order by seq`,
      [noteId],
    );
    expect(told.map(({ act }) => act)).toEqual(['note.shared', 'note.unshared']);
    const clinical = done(
      await stage.sender.post<{ id: string }>(`/cases/${caseId}/notes`, { text: TEXT, audience: 'CLINICAL' }),
    );
    const refused = await stage.sender.post<RefusalBody>(`/cases/${caseId}/notes/${clinical.id}/shares`, {
      referralIds: [id],
    });
    expect(refused.body.code).toBe('note.clinical');
    await stage.endCase(caseId);
    expect((await share(caseId, id)).body.code).toBe('case.notOpen');
  });
});
