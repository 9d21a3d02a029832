import { done, ReferralStage, type RefusalBody } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Transfer {
  id: string;
  status: string;
  caseNumber: string;
  caseId: string | null;
  ownerName: string | null;
  mayWithdraw: boolean;
  mayDecide: boolean;
}
type Answered = Transfer & RefusalBody;

const HERE = 'pendamping@uptd-ppa';
const THERE = 'konselor@puspaga';
const ALL = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'];

describe('a case passes to another unit', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    // A second unit of the same kind that keeps cases: the neighbouring city, in one installation.
    await stage.admin.query(`update simpul.agency set kind = 'UPTD_PPA' where code = 'uptd-ppa-lain'`);
    for (const [mailbox, name, role] of [
      ['pendamping@uptd-ppa-lain', 'Rara Umpama', 'case_worker'],
      ['kepala@uptd-ppa-lain', 'Bima Contoh', 'supervisor'],
    ])
      await stage.admin.query(
        `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
           select $1, $2, $3, g.id, g.kind, g.code, g.name, a.password_hash from simpul.agency g, simpul.account a
            where g.code = 'uptd-ppa-lain' and a.email = 'pendamping@uptd-ppa.simpul.example'`,
        [`${mailbox}.simpul.example`, name, role],
      );
  });
  afterAll(() => stage?.close());

  const there = () => stage.api.as('pendamping@uptd-ppa-lain');
  const rows = async <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
    (await stage.admin.query<T>(sql, params)).rows;
  /** A case with a running referral to the other unit, and one to the hospital. */
  const referred = async (scopes = ALL): Promise<{ caseId: string; id: string; hospital: string }> => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'UPTD_PPA', { scopes });
    await stage.consent(caseId, 'RSUD');
    const id = await stage.draft(caseId, 'uptd-ppa-lain', 'PENGADUAN');
    done(await stage.sender.post(`/referrals/${id}/sending`));
    const hospital = await stage.draft(caseId);
    done(await stage.sender.post(`/referrals/${hospital}/sending`));
    return { caseId, id, hospital };
  };
  const offer = (id: string, who = HERE) =>
    stage.api.as(who).post<Answered>(`/referrals/${id}/case-transfer`, { reason: 'CLIENT_MOVED' });
  const take = (id: string, body: object = {}, who = 'pendamping@uptd-ppa-lain') =>
    stage.api.as(who).post<Answered>(`/case-transfers/${id}/acceptance`, body);
  const list = async (who: string) =>
    done(await stage.api.as(who).get<{ items: Transfer[] }>('/case-transfers')).items;
  const ownerOf = async (caseId: string) =>
    (
      await rows<{ owner: string; office: string }>(
        `select a.display_name as owner, g.code as office from simpul.case_file f
           join simpul.account a on a.id = f.owner_account_id join simpul.agency g on g.id = f.agency_id where f.id = $1`,
        [caseId],
      )
    )[0];

  it('stays the sender’s until the other unit takes it, and is the other’s with everything from that moment', async () => {
    const { caseId, id, hospital } = await referred();
    const offered = done(await offer(id));
    expect(offered).toMatchObject({ status: 'OFFERED', mayWithdraw: true, mayDecide: false, caseId });
    expect((await offer(id)).body.code).toBe('transfer.alreadyOffered');
    expect(await ownerOf(caseId)).toEqual({ owner: 'Dewi Hikayat', office: 'uptd-ppa' });
    // The other side's clock runs, and the sender's go on.
    const [clock] = await rows<{ code: string }>(
      `select g.code from simpul.deadline d join simpul.agency g on g.id = d.owing_agency_id
        where d.referral_id = $1 and d.slug like 'transfer-answer%' and d.status = 'running'`,
      [id],
    );
    expect(clock).toEqual({ code: 'uptd-ppa-lain' });
    expect((await there().get(`/cases/${caseId}`)).status).toBe(404);
    expect(await list('pendamping@uptd-ppa-lain')).toMatchObject([
      { id: offered.id, mayDecide: true, caseId: null },
    ]);
    // Nobody but the other unit says yes.
    for (const who of [HERE, 'kepala@uptd-ppa', THERE])
      expect((await take(offered.id, {}, who)).status).toBe(404);
    const stranger = await take(offered.id, {
      ownerAccountId: (
        await rows<{ id: string }>(`select id from simpul.account where role = 'auditor' limit 1`)
      )[0]!.id,
    });
    expect(stranger.body.errors).toMatchObject([
      { pointer: '/ownerAccountId', code: 'transfer.ownerNotPossible' },
    ]);
    expect(await ownerOf(caseId)).toEqual({ owner: 'Dewi Hikayat', office: 'uptd-ppa' });

    const taken = done(await take(offered.id));
    expect(taken).toMatchObject({ status: 'ACCEPTED', ownerName: 'Rara Umpama', caseId });
    expect(await ownerOf(caseId)).toEqual({ owner: 'Rara Umpama', office: 'uptd-ppa-lain' });
    // Whoever gave it away sees what became of it, and the case no more.
    for (const who of [HERE, 'kepala@uptd-ppa']) {
      expect((await stage.api.as(who).get(`/cases/${caseId}`)).status).toBe(404);
      expect(await list(who)).toMatchObject([{ status: 'ACCEPTED', caseId: null, mayWithdraw: false }]);
    }
    const page = done(
      await there().get<{ owner: { name: string }; clients: { maskedName: string }[] }>(`/cases/${caseId}`),
    );
    expect(page).toMatchObject({
      owner: { name: 'Rara Umpama' },
      agency: { id: stage.agencies.get('uptd-ppa-lain') },
    });
    done(await there().post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menghubungi klien.' }));
    // All that is owed is owed over there, and what runs elsewhere knows its new sender.
    const owed = await rows<{ code: string | null; name: string | null }>(
      `select distinct g.code, a.agency_code as name from simpul.deadline d left join simpul.agency g on g.id = d.owing_agency_id
         left join simpul.account a on a.id = d.owing_account_id
        where d.status in ('running', 'paused', 'missed')
          and (d.case_id = $1 or d.referral_id in (select id from simpul.referral where case_id = $1))`,
      [caseId],
    );
    expect(owed.filter(({ code, name }) => code === 'uptd-ppa' || name === 'uptd-ppa')).toEqual([]);
    expect(owed.map(({ name }) => name)).toContain('uptd-ppa-lain');
    expect(
      await rows('select status from simpul.deadline where referral_id = $1 and ended_at is null', [id]),
    ).toEqual([]);
    done(await stage.act(stage.hospital, hospital, 'question', { text: 'Jam berapa datang?' }));
    done(await stage.act(there(), hospital, 'answer', { text: 'Sore ini.' }));
    expect((await stage.act(stage.sender, hospital, 'cancellation', { reason: 'x' })).status).toBe(404);
    expect(done(await there().get<{ status: string }>(`/referrals/${id}`)).status).toBe('completed');
    const { items } = done(await there().get<{ items: { act: string }[] }>(`/cases/${caseId}/history`));
    expect(items.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['transfer.offered', 'case.transferred', 'report.received']),
    );
    expect(await rows('select * from simpul.unreconciled()')).toEqual([]);
  });

  it('is refused or taken back, and then nothing has moved', async () => {
    const { caseId, id } = await referred();
    const first = done(await offer(id));
    done(await there().post(`/case-transfers/${first.id}/refusal`, { reason: 'NO_CAPACITY' }));
    expect((await take(first.id)).body.code).toBe('transfer.alreadyDecided');
    const second = done(await offer(id));
    expect((await there().post(`/case-transfers/${second.id}/withdrawal`)).status).toBe(404);
    done(await stage.sender.post(`/case-transfers/${second.id}/withdrawal`));
    expect((await take(second.id)).body.code).toBe('transfer.alreadyDecided');
    expect(await ownerOf(caseId)).toEqual({ owner: 'Dewi Hikayat', office: 'uptd-ppa' });
    expect(
      await rows(
        `select 1 from simpul.deadline where referral_id = $1 and slug like 'transfer-answer%' and ended_at is null`,
        [id],
      ),
    ).toEqual([]);
  });

  it('needs a basis for all of it, a unit that keeps cases, and a case that is not sealed', async () => {
    const part = await referred(['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY']);
    expect((await offer(part.id)).body.code).toBe('transfer.noBasis');
    expect((await offer(part.hospital)).body.code).toBe('transfer.keepsNoCases');
    const { caseId, id } = await referred();
    await rows('update simpul.case_file set sealed = true where id = $1', [caseId]);
    expect(
      await rows('select simpul.transfer_obstacle($1, $2) as code', [
        caseId,
        stage.agencies.get('uptd-ppa-lain'),
      ]),
    ).toEqual([{ code: 'case.isSealed' }]);
    await rows('update simpul.case_file set sealed = false where id = $1', [caseId]);
    const offered = done(await offer(id));
    // What the basis was is asked again when it passes.
    await rows(
      `update simpul.lawful_basis set withdrawn_at = simpul.now(), withdrawn_by = recorded_by where case_id = $1 and receiver_kind = 'UPTD_PPA'`,
      [caseId],
    );
    expect((await take(offered.id)).status).toBe(409);
    expect(await ownerOf(caseId)).toEqual({ owner: 'Dewi Hikayat', office: 'uptd-ppa' });
  });

  it('of two who take it at once one wins; a case is never owned by somebody of another office', async () => {
    const { caseId, id } = await referred();
    const offered = done(await offer(id));
    const both = await Promise.all([take(offered.id), take(offered.id, {}, 'kepala@uptd-ppa-lain')]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    await expect(
      stage.admin.query(
        `update simpul.case_file set agency_id = (select id from simpul.agency where code = 'puspaga') where id = $1`,
        [caseId],
      ),
    ).rejects.toThrow('a case is owned by somebody of the office that keeps it');
  });
});
