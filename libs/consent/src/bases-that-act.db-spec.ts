import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { done, ReferralStage, type RefusalBody } from '../../../test/harness/referral-stage.js';

const SUPERVISOR = 'kepala@uptd-ppa';
interface Shown {
  id: string;
  state: string;
  why: string | null;
  toldWords: string | null;
  decidedByName: string | null;
  availableActs: string[];
}

describe('a lawful basis that acts', () => {
  let stage: ReferralStage;

  beforeAll(async () => {
    stage = await ReferralStage.open();
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  const entries = async (caseId: string, act: string): Promise<Record<string, unknown>[]> => {
    const { rows } = await stage.admin.query<{ facts: Record<string, unknown> }>(
      `select e.facts from ledger.entry e join simpul.case_key k on k.ledger_ref = e.case_ref
        where k.case_id = $1 and e.act = $2 and e.decision = 'allowed' order by e.at`,
      [caseId, act],
    );
    return rows.map(({ facts }) => facts);
  };
  const open = async (caseId: string, slug: string) =>
    (
      await stage.admin.query<{ status: string; agency: string | null; account: string | null }>(
        `select d.status, a.code as agency, o.email as account from simpul.deadline d
           left join simpul.agency a on a.id = d.owing_agency_id
           left join simpul.account o on o.id = d.owing_account_id
          where d.case_id = $1 and d.slug = $2`,
        [caseId, slug],
      )
    ).rows;
  const withdrawn = async (id: string): Promise<string> =>
    (await stage.sender.post<RefusalBody>(`/consents/${id}/withdrawal`)).body.code;
  const basesOf = async (caseId: string): Promise<Shown[]> =>
    done(await stage.sender.get<{ bases: Shown[] }>(`/cases/${caseId}`)).bases;

  describe('against the client’s no', () => {
    let caseId: string;
    let referralId: string;
    let basis: Shown;
    const vital = {
      basis: 'KEPENTINGAN_VITAL',
      receiverKind: 'RSUD',
      scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
      givenBy: 'NONE',
      howRecorded: 'LISAN',
      toldClient: true,
      toldWords: 'TELAH-DIBERI-TAHU bahwa rumah sakit dihubungi.',
      why: 'ALASAN-RAHASIA cekikan dua kali.',
    };

    it('is recorded with why and what she was told, and opens nothing', async () => {
      caseId = await stage.openCase({}, { redFlags: ['CEKIKAN'], risk: 'TINGGI' });
      await stage.consent(caseId, 'RSUD', { answer: 'REFUSED' });
      const short = await stage.sender.post<RefusalBody>(`/cases/${caseId}/consents`, {
        ...vital,
        why: undefined,
        toldWords: undefined,
      });
      expect(short.body.errors?.map(({ code }) => code)).toEqual([
        'consent.whyMissing',
        'consent.toldWordsMissing',
      ]);
      basis = done(await stage.sender.post<Shown>(`/cases/${caseId}/consents`, vital));
      expect(basis).toMatchObject({ state: 'waiting', why: vital.why, toldWords: vital.toldWords });
      expect(basis.availableActs).toEqual([]);
      referralId = done(
        await stage.sender.post<{ id: string }>(`/cases/${caseId}/referrals`, {
          toAgencyId: stage.agencies.get('rsud-igd'),
          serviceCode: 'KESEHATAN',
          urgency: 'SEGERA',
          request: 'Pemeriksaan.',
        }),
      ).id;
      const sent = await stage.sender.post<RefusalBody>(`/referrals/${referralId}/sending`);
      expect(sent.body).toMatchObject({ code: 'referral.consentMissing' });
      expect(new Set(sent.body.missing?.map(({ code }) => code))).toEqual(new Set(['consent.waiting']));
      expect(await open(caseId, 'override-approval')).toEqual([
        { status: 'running', agency: 'uptd-ppa', account: null },
      ]);
    });

    it('is decided by another human being, once; not by SQL alone either', async () => {
      const own = await stage.sender.post<RefusalBody>(`/consents/${basis.id}/countersignature`);
      expect(own.body.code).toBe('fourEyes.samePerson');
      await expect(
        stage.asRole(
          'pendamping@uptd-ppa',
          `update simpul.lawful_basis set decision = 'COUNTERSIGNED', decided_at = simpul.now(),
                  decided_by = ctx.account_id() where id = $1`,
          [basis.id],
        ),
      ).rejects.toThrow('a no is overridden by two people');

      const waits = done(
        await stage.api
          .as(SUPERVISOR)
          .get<{ groups: { items: { basisId?: string; verb: string }[] }[] }>('/worklist'),
      ).groups.flatMap(({ items }) => items);
      expect(waits).toContainEqual(expect.objectContaining({ basisId: basis.id, verb: 'approve' }));
      const signed = done(
        await stage.api.as(SUPERVISOR).post<Shown>(`/consents/${basis.id}/countersignature`),
      );
      expect(signed).toMatchObject({ state: 'stands', decidedByName: expect.any(String) });
      const again = await stage.api
        .as(SUPERVISOR)
        .post<RefusalBody>(`/consents/${basis.id}/countersignature`);
      expect(again.body.code).toBe('consent.alreadyDecided');
      // A duty or an emergency is not the client's to take back.
      expect(await withdrawn(basis.id)).toBe('consent.onlyConsentCanBeWithdrawn');
      expect(await open(caseId, 'override-approval')).toMatchObject([{ status: 'met' }]);
      expect(await entries(caseId, 'consent.countersigned')).toMatchObject([
        { basis: 'KEPENTINGAN_VITAL', toldClient: true },
      ]);
      done(await stage.sender.post(`/referrals/${referralId}/sending`));
    });

    it('a no of the second person leaves her no as it was', async () => {
      const other = await stage.openCase({}, { redFlags: ['CEKIKAN'], risk: 'TINGGI' });
      await stage.consent(other, 'RSUD', { answer: 'REFUSED' });
      const { id } = done(await stage.sender.post<Shown>(`/cases/${other}/consents`, vital));
      const supervisor = stage.api.as(SUPERVISOR);
      const mute = await supervisor.post<RefusalBody>(`/consents/${id}/countersignature-refusal`, {});
      expect(mute.status).toBe(400);
      const answer = { reason: 'Cukup telepon 119 bersama klien.' };
      const declined = done(await supervisor.post<Shown>(`/consents/${id}/countersignature-refusal`, answer));
      expect(declined.state).toBe('declined');
      expect((await basesOf(other)).map(({ state }) => state).sort()).toEqual(['declined', 'refused']);
    });
  });

  describe('a guardian who turns out to be the one', () => {
    const CHILD = {
      violenceTypes: ['SEKSUAL'],
      contexts: [],
      victims: [{ name: 'Anak Rekaan', sex: 'P', ageYears: 13 }],
      reportedPersons: [{ name: 'Tetangga Rekaan', sex: 'L', relation: 'TETANGGA' }],
    };

    it('his yes is void at once: the view closes, the ledger says why, the clock of the law starts', async () => {
      const caseId = await stage.openCase(CHILD);
      const guardian = { kind: 'GUARDIAN', name: 'Baskara Umpama', sex: 'L', relation: 'Ayah' };
      const { id: guardianPersonId } = done(
        await stage.sender.post<{ id: string }>(`/cases/${caseId}/persons`, guardian),
      );
      const yes = { givenBy: 'GUARDIAN', guardianPersonId, childAssent: 'GIVEN' };
      const voided = await stage.consent(caseId, 'RSUD', yes);
      const id = await stage.draft(caseId);
      done(await stage.sender.post(`/referrals/${id}/sending`));
      expect(
        done(await stage.hospital.get<{ tombstone?: unknown }>(`/referrals/${id}`)).tombstone,
      ).toBeFalsy();

      // The same human being, written down by somebody who did not think of the consent.
      const reported = {
        kind: 'REPORTED',
        name: 'baskara umpama',
        sex: 'L',
        relationToFirstVictim: 'ORANG_TUA',
      };
      done(await stage.api.as(SUPERVISOR).post(`/cases/${caseId}/persons`, reported));
      expect((await basesOf(caseId)).map(({ state }) => state)).toEqual(['void']);
      expect(done(await stage.hospital.get<{ tombstone?: unknown }>(`/referrals/${id}`))).toMatchObject({
        tombstone: { reason: 'CONSENT' },
      });
      expect(await entries(caseId, 'consent.withdrawn')).toMatchObject([{ voidReason: 'GUARDIAN_REPORTED' }]);
      expect(await open(caseId, 'pdp-consent-withdrawn')).toEqual([
        { status: 'running', agency: 'uptd-ppa', account: 'pendamping@uptd-ppa.simpul.example' },
      ]);
      expect(await withdrawn(voided)).toBe('consent.isVoid');
      // Nor may he say yes again.
      const again = await stage.sender.post<RefusalBody>(`/cases/${caseId}/consents`, {
        ...{ basis: 'PERSETUJUAN', answer: 'GIVEN', receiverKind: 'RSUD', scopes: ['IDENTITY'] },
        ...{ textVersion: 'persetujuan/2026-1', language: 'JAWA', noWitness: 'ALONE' },
        ...{ howRecorded: 'LISAN', ...yes },
      });
      expect(again.body.errors).toEqual([
        expect.objectContaining({ pointer: '/guardianPersonId', code: 'consent.guardianIsReported' }),
      ]);
    });
  });

  it('asked as the law wants it: the words, the language, the help; a guardian’s yes ends when the child is of age', async () => {
    const child = {
      ...{ name: 'Anak Rekaan', sex: 'P', birthDate: '2008-12-02' },
      disabilities: ['SENSORIK_RUNGU'],
    };
    const caseId = await stage.openCase({ victims: [child] });
    const short = await stage.sender.post<RefusalBody>(`/cases/${caseId}/consents`, {
      ...{ basis: 'PERSETUJUAN', answer: 'GIVEN', receiverKind: 'RSUD', scopes: ['IDENTITY'] },
      ...{ givenBy: 'GUARDIAN', guardianRelation: 'IBU', childAssent: 'GIVEN', howRecorded: 'LISAN' },
    });
    expect(short.body.errors?.map(({ code }) => code)).toEqual([
      'consent.textMissing',
      'consent.languageMissing',
      'consent.witnessMissing',
      'consent.accommodationsMissing',
    ]);
    const strange = await stage.sender.post<RefusalBody>(`/cases/${caseId}/consents`, {
      ...{ basis: 'PERSETUJUAN', answer: 'REFUSED', receiverKind: 'RSUD', scopes: ['IDENTITY'] },
      ...{ givenBy: 'GUARDIAN', guardianPersonId: caseId, howRecorded: 'LISAN' },
      receiverAgencyId: stage.agencies.get('polres-ppa'),
    });
    expect(strange.body.errors?.map(({ code }) => code)).toEqual([
      'consent.receiverNotOfKind',
      'consent.guardianUnknown',
    ]);
    const id = await stage.consent(caseId, 'RSUD', {
      ...{ givenBy: 'GUARDIAN', guardianRelation: 'IBU', childAssent: 'GIVEN', language: 'JAWA' },
      ...{ textVersion: 'persetujuan-mudah/2026-1', accommodations: ['JURU_BAHASA', 'BACA_MUDAH'] },
    });
    const { rows } = await stage.admin.query<Record<string, unknown>>(
      `select text_hash as hash, accommodations, no_witness, ends_for, expires_at from simpul.lawful_basis where id = $1`,
      [id],
    );
    expect(rows[0]).toEqual({
      hash: expect.stringMatching(/^82dd627648fca3ec/),
      accommodations: ['JURU_BAHASA', 'BACA_MUDAH'],
      no_witness: 'ALONE',
      ends_for: 'COMES_OF_AGE',
      // Midnight in Prabumulih, seven hours before the same day begins in UTC.
      expires_at: new Date('2026-12-01T17:00:00Z'),
    });
    expect(await open(caseId, 'consent-renewal')).toMatchObject([{ status: 'running' }]);
  });

  describe('a no, however it is said', () => {
    interface Effect {
      withdrawnAt: string | null;
      bases: { id: string }[];
      referrals: { id: string; fate: string; begun: boolean; toAgency: { name: string } }[];
    }
    const isOpenTo = async (id: string): Promise<boolean> =>
      !done(await stage.hospital.get<{ tombstone?: unknown }>(`/referrals/${id}`)).tombstone;

    it('ends what was sent on an older yes to the same, and says before and after what that stops', async () => {
      const { caseId, id, consentId } = await stage.sent();
      // Asked anew, for longer or with a better text: two forms, one yes. What was sent still rests on the first.
      const again = await stage.consent(caseId, 'RSUD');
      const police = await stage.consent(caseId, 'POLRES', { scopes: ['IDENTITY'] });
      done(await stage.act(stage.hospital, id, 'acceptance', { responsibleName: 'dr. Rekaan' }));
      done(await stage.act(stage.hospital, id, 'service-start'));
      const effectOf = async (basisId: string) =>
        done(await stage.sender.get<Effect>(`/consents/${basisId}/withdrawal`));
      const before = await effectOf(again);
      expect(before).toMatchObject({ withdrawnAt: null, referrals: [{ id, fate: 'STOPS', begun: true }] });
      expect(before.bases.map((one) => one.id).sort()).toEqual([consentId, again].sort());
      expect(await isOpenTo(id)).toBe(true);
      expect((await stage.hospital.get(`/consents/${consentId}/withdrawal`)).status).toBe(403);
      expect((await stage.api.as('konselor@puspaga').get(`/consents/${again}/withdrawal`)).status).toBe(404);

      done(await stage.sender.post(`/consents/${again}/withdrawal`, { reason: 'Takut.' }));
      expect(await isOpenTo(id)).toBe(false);
      const states = new Map((await basesOf(caseId)).map((one) => [one.id, one.state]));
      expect([consentId, again, police].map((one) => states.get(one))).toEqual([
        ...['withdrawn', 'withdrawn', 'given'],
      ]);
      expect(await effectOf(again)).toMatchObject({
        withdrawnAt: expect.any(String),
        bases: before.bases,
        referrals: [{ id, fate: 'STOPS', begun: true }],
      });
    });

    it('also as a later refusal to the same kind of receiver', async () => {
      const { caseId, id } = await stage.sent();
      const no = await stage.consent(caseId, 'RSUD', { answer: 'REFUSED', scopes: ['HEALTH_PSYCH'] });
      expect(await isOpenTo(id)).toBe(false);
      expect(await open(caseId, 'pdp-consent-withdrawn')).toMatchObject([{ status: 'running' }]);
      expect(done(await stage.sender.get<Effect>(`/consents/${no}/withdrawal`))).toMatchObject({
        referrals: [{ id, fate: 'STOPS', begun: false }],
      });
      expect(await withdrawn(no)).toBe('consent.nothingToWithdraw');
    });
  });

  it('an end wakes the receivers’ open pages without any worker, with an id and no more', async () => {
    const { id, consentId } = await stage.sent();
    const heard: { topic: string; id: string; account: string }[] = [];
    const ear = new pg.Client(stage.database.urls.admin);
    await ear.connect();
    ear.on('notification', ({ payload }) => heard.push(JSON.parse(payload!) as (typeof heard)[number]));
    await ear.query('listen simpul_changed');
    done(await stage.sender.post(`/consents/${consentId}/withdrawal`, {}));
    // Everything that the withdrawal said was said before its commit: one more round trip, and it has arrived.
    await ear.query('select 1');
    await ear.end();
    const { rows } = await stage.admin.query<{ id: string }>(
      `select id from simpul.account where email = 'petugas@rsud-igd.simpul.example'`,
    );
    const closed = heard.filter(({ topic }) => topic === 'referral.closed');
    expect(closed).toContainEqual({ topic: 'referral.closed', id, account: rows[0]!.id });
    expect(JSON.stringify(closed)).not.toMatch(/RAHASIA|Rekaan/);
  });
});
