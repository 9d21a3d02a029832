import { randomUUID } from 'node:crypto';
import { done, ReferralStage, type Person } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Problem {
  code?: string;
}
const REPORT = {
  channel: 'TELEPON',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita.',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  victims: [{ name: 'Melur Rekaan', sex: 'P', ageYears: 29 }],
  reportedPersons: [{ relation: 'SUAMI_ISTRI' }],
};

/** Phones repeat what they sent when the network drops: once is once, and the answer is for the one who asked. */
describe('the same Idempotency-Key', () => {
  let stage: ReferralStage;

  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const count = async (table: string, where = 'true'): Promise<number> =>
    (await stage.admin.query<{ n: number }>(`select count(*)::int as n from simpul.${table} where ${where}`))
      .rows[0]!.n;
  const send = (who: Person, path: string, body: object, key: string) =>
    who.post<Problem & { id?: string; caseId?: string }>(path, body, { 'idempotency-key': key });

  it.each([20, 50])('%i times at once: one case, one answer for all', async (times) => {
    const before = await count('case_file');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: times }, () => send(stage.sender, '/reports', REPORT, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await count('case_file')).toBe(before + 1);
    const later = await send(stage.sender, '/reports', REPORT, key.toUpperCase());
    expect([later.status, later.body]).toEqual([201, answers[0]!.body]);
  });

  it('with another body, or at another address, is refused and does nothing', async () => {
    const key = randomUUID();
    const { caseId } = done(await send(stage.sender, '/reports', REPORT, key));
    const before = await count('outbox');
    const other = await send(stage.sender, '/reports', { ...REPORT, narrative: 'Lain.' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.otherRequest' } });
    const elsewhere = await send(stage.sender, `/cases/${caseId}/notes`, { text: 'x' }, key);
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'idempotency.otherRequest' } });
    expect(await count('outbox')).toBe(before);
    expect(await count('case_note', `case_id = '${caseId}'`)).toBe(0);
  });

  it('of an act that was refused is free: the same request succeeds once it may', async () => {
    const caseId = await stage.openCase();
    const key = randomUUID();
    const id = await stage.draft(caseId);
    expect((await send(stage.sender, `/referrals/${id}/sending`, {}, key)).status).toBe(409);
    await stage.consent(caseId, 'RSUD');
    expect((await send(stage.sender, `/referrals/${id}/sending`, {}, key)).status).toBe(200);
    expect((await send(stage.sender, `/referrals/${id}/sending`, {}, key)).status).toBe(200);
    expect(await count('referral_move', `referral_id = '${id}' and act = 'send'`)).toBe(1);
  });

  it('of a body that was wrong is free as well', async () => {
    const key = randomUUID();
    expect((await send(stage.sender, '/reports', { ...REPORT, channel: 'X' }, key)).status).toBe(400);
    expect((await send(stage.sender, '/reports', REPORT, key)).status).toBe(201);
  });

  it('in another person’s hand is their own key, and shows nothing of the first', async () => {
    const key = randomUUID();
    const mine = done(await send(stage.sender, '/reports', REPORT, key));
    const theirs = done(await send(stage.api.as('konselor@uptd-ppa'), '/reports', REPORT, key));
    expect(theirs.caseId).not.toBe(mine.caseId);

    const again = randomUUID();
    const path = `/cases/${mine.caseId}/reveal`;
    done(await send(stage.sender, path, { reason: 'CONTACT' }, again));
    const stranger = await send(stage.api.as('konselor@puspaga'), path, { reason: 'CONTACT' }, again);
    expect(stranger.status).toBe(404);
    expect(JSON.stringify(stranger.body)).not.toContain('Melur');
  });

  it('gives no identity again to somebody who has left the case', async () => {
    const { caseId } = done(await send(stage.sender, '/reports', REPORT, randomUUID()));
    const key = randomUUID();
    const reveal = () =>
      send(stage.sender, `/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon.' }, key);
    const note = () =>
      send(stage.sender, `/cases/${caseId}/notes`, { text: 'Melur menelepon.' }, key.replace(/^./, '0'));
    const first = await reveal();
    expect([first.status, JSON.stringify(first.body)]).toEqual([200, expect.stringContaining('Melur')]);
    done(await note());
    // Each look is a look of its own, with its own entry and its own reason.
    expect((await reveal()).status).toBe(200);
    expect(await count('identity_reveal', `case_id = '${caseId}'`)).toBe(2);

    const { rows } = await stage.admin.query<{ id: string }>(
      `select id from simpul.account where email = 'pendamping2@uptd-ppa.simpul.example'`,
    );
    done(await stage.sender.patch(`/cases/${caseId}`, { ownerAccountId: rows[0]!.id }));
    await stage.admin.query(
      'update simpul.case_member set until = simpul.now() where case_id = $1 and account_id <> $2',
      [caseId, rows[0]!.id],
    );
    expect((await stage.sender.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await reveal()).status).toBe(404);
    const repeated = await note();
    // Not even that it was handled: to them the case is not there any more.
    expect([repeated.status, repeated.body.code]).toEqual([404, 'notFound']);
    expect(JSON.stringify(repeated.body)).not.toContain('Melur');
  });

  it('gives a receiver nothing again after the consent was withdrawn', async () => {
    const { id, consentId } = await stage.sent();
    const key = randomUUID();
    const accept = () =>
      send(stage.hospital, `/referrals/${id}/acceptance`, { responsibleName: 'Nanda' }, key);
    const first = await accept();
    expect([first.status, JSON.stringify(first.body)]).toEqual([200, expect.stringContaining('Nanda')]);
    expect((await accept()).body).toEqual(first.body);
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`, {}));
    const repeated = await accept();
    expect([repeated.status, JSON.stringify(repeated.body)]).toEqual([
      409,
      expect.not.stringContaining('Nanda'),
    ]);
  });
});
