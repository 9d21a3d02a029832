import { covers, type RecordedBasis, type Scope } from '#consent';
import { done, ReferralStage, type RefusalBody } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

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
const ALL: Scope[] = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'];

const HOUR = 3_600_000;
const rarely = <T>(...values: T[]): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom(...values));
/** Any bases that may stand beside each other; times in hours before and after a moment, no two recorded at once. */
const BASES = fc.uniqueArray(
  fc
    .record({
      recorded: fc.integer({ min: -40, max: -1 }),
      basis: fc.constantFrom('PERSETUJUAN', 'KEWAJIBAN_HUKUM' as const),
      refused: fc.boolean(),
      elsewhere: rarely('kind' as const, 'office' as const),
      named: fc.boolean(),
      scopes: fc.subarray(ALL.slice(0, 3), { minLength: 1 }),
      purpose: rarely('PENGADUAN', 'KESEHATAN'),
      expires: rarely(-1, 0, 1),
      withdrawn: rarely(0, 3, 9),
      void: fc.boolean(),
      against: fc.boolean(),
      decision: fc.constantFrom(null, 'COUNTERSIGNED', 'COUNTERSIGNED', 'DECLINED' as const),
      decided: fc.integer({ min: 0, max: 20 }),
    })
    .map((one) => ({ ...one, consent: one.basis === 'PERSETUJUAN' })),
  { minLength: 1, maxLength: 6, selector: ({ recorded }) => recorded },
);

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
    // A no to a part of it, said after the yes.
    await stage.consent(part.caseId, 'UPTD_PPA', { scopes: ALL });
    await stage.consent(part.caseId, 'UPTD_PPA', { scopes: ['HEALTH_PSYCH'], answer: 'REFUSED' });
    expect((await offer(part.id)).body.code).toBe('transfer.noBasis');
    const { caseId, id } = await referred();
    await rows('update simpul.case_file set sealed = true where id = $1', [caseId]);
    expect(await rows('select simpul.transfer_obstacle($1) as code', [id])).toEqual([
      { code: 'case.isSealed' },
    ]);
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

  it('is covered in the database by what covers a packet, whatever was recorded', async () => {
    const caseId = await stage.openCase();
    const [{ now, author }] = (await rows<{ now: Date; author: string }>(
      'select simpul.now() as now, owner_account_id as author from simpul.case_file where id = $1',
      [caseId],
    )) as [{ now: Date; author: string }];
    const receiver = stage.agencies.get('uptd-ppa-lain')!;
    const at = (hours: number | null): Date | null =>
      hours === null ? null : new Date(now.getTime() + hours * HOUR);
    const need = { receiverKind: 'UPTD_PPA', receiverAgencyId: receiver, serviceCode: 'PENGADUAN' };
    await fc.assert(
      fc.asyncProperty(BASES, async (drawn) => {
        const bases = drawn.map((one, n): RecordedBasis => {
          const against = one.against && !one.consent;
          const withdrawnAt = one.withdrawn === null ? null : at(one.recorded + one.withdrawn);
          return {
            id: `00000000-0000-4000-8000-00000000000${n}`,
            basis: one.basis,
            answer: one.consent ? (one.refused ? 'REFUSED' : 'GIVEN') : null,
            receiverKind: one.elsewhere === 'kind' ? 'RSUD' : 'UPTD_PPA',
            receiverAgencyId:
              one.elsewhere === 'office' ? stage.agencies.get('puspaga')! : one.named ? receiver : null,
            scopes: one.scopes,
            purpose: one.purpose,
            recordedAt: at(one.recorded)!,
            expiresAt: at(one.expires),
            withdrawnAt,
            voidReason: one.consent && withdrawnAt && one.void ? 'GUARDIAN_REPORTED' : null,
            againstRefusal: against,
            decision: against ? one.decision : null,
            decidedAt: against && one.decision ? at(one.recorded + one.decided) : null,
          };
        });
        await stage.admin.query('begin; set local session_replication_role = replica');
        try {
          await rows('delete from simpul.lawful_basis where case_id = $1', [caseId]);
          await rows(
            `insert into simpul.lawful_basis (id, case_id, basis, answer, receiver_kind, receiver_agency_id, scopes, purpose,
               recorded_at, expires_at, withdrawn_at, withdrawn_by, void_reason, given_by, against_refusal, why_sealed, decision,
               decided_at, decided_by, told_client, how_recorded, citation, recorded_by)
             select id, $2, basis, answer, "receiverKind", "receiverAgencyId", scopes, purpose, "recordedAt", "expiresAt",
                    "withdrawnAt", case when "withdrawnAt" is not null then $3::uuid end, "voidReason",
                    case basis when 'PERSETUJUAN' then 'GUARDIAN' else 'NONE' end, "againstRefusal",
                    case when "againstRefusal" then '\\x00'::bytea end, decision, "decidedAt",
                    case when decision is not null then $3::uuid end, true, 'LISAN', 'Rekaan', $3
               from jsonb_to_recordset($1) b (id uuid, basis text, answer text, "receiverKind" text, "receiverAgencyId" uuid,
                 scopes text[], purpose text, "recordedAt" timestamptz, "expiresAt" timestamptz, "withdrawnAt" timestamptz,
                 "voidReason" text, "againstRefusal" boolean, decision text, "decidedAt" timestamptz)`,
            [JSON.stringify(bases), caseId, author],
          );
          const [found] = await rows<{ scopes: Scope[] }>(
            `select simpul.scopes_covered($1, $2, 'PENGADUAN') as scopes`,
            [caseId, receiver],
          );
          const { covered } = covers(bases, need, ALL, now);
          expect([...found!.scopes].sort()).toEqual(covered.map(({ scope }) => scope).sort());
        } finally {
          await stage.admin.query('rollback');
        }
      }),
      { numRuns: 200 },
    );
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
