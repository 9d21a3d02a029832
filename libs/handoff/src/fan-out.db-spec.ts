import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type ReferralBody } from '#harness';

const HEALTH = ['rsud-igd', 'puskesmas-barat', 'puskesmas-timur'] as const;
/** Whatever must not reach somebody who was asked and has not accepted. */
const TOLD = /RAHASIA|Rekaan|Kinanti|Leher|PBM-2026|TINGGI|suara serak/;

interface Question extends ReferralBody {
  bare: boolean;
  fanId: string | null;
  caseNumber: string | null;
  question?: { ageBands: string[]; area: string | null };
}

describe('one need asked of several', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());
  const officer = (agency: string) => stage.api.as(`petugas@${agency}`);
  const read = async (agency: string, id: string): Promise<Question> =>
    (await stage.page(officer(agency), id)) as Question;

  /** Asks three health services; their referrals by agency. */
  async function asked(
    screening?: object,
  ): Promise<{ caseId: string; ids: Record<(typeof HEALTH)[number], string> }> {
    const caseId = await stage.openCase({}, screening);
    await stage.consent(caseId, 'RSUD');
    await stage.consent(caseId, 'PUSKESMAS');
    const first = await stage.draft(caseId);
    const also = HEALTH.slice(1).map((code) => stage.agencies.get(code)!);
    done(await stage.act(stage.sender, first, 'fan-out', { alsoAgencyIds: also }));
    const { rows } = await stage.admin.query<{ code: string; id: string }>(
      `select a.code, r.id from simpul.referral r join simpul.agency a on a.id = r.to_agency_id where r.case_id = $1`,
      [caseId],
    );
    return { caseId, ids: Object.fromEntries(rows.map(({ code, id }) => [code, id])) as never };
  }
  const clocks = async (caseId: string): Promise<[string, string][]> =>
    (
      await stage.admin.query<{ code: string; status: string }>(
        `select a.code, d.status from simpul.deadline d join simpul.referral r on r.id = d.referral_id
           join simpul.agency a on a.id = r.to_agency_id
          where r.case_id = $1 and d.status in ('running', 'paused', 'missed') order by 1`,
        [caseId],
      )
    ).rows.map(({ code, status }) => [code, status]);

  it('shows a question and nothing else, in the API and in the database, until one accepts', async () => {
    const { ids } = await asked();
    for (const agency of HEALTH) {
      const page = await read(agency, ids[agency]);
      expect(page).toMatchObject({
        ...{ status: 'requested', bare: true, caseNumber: null, risk: null, fanId: null },
        question: { ageBands: ['25_44'], area: 'Kota Prabumulih' },
        availableActs: ['acknowledge', 'accept', 'reject'],
      });
      const inbox = done(await officer(agency).get<{ items: object[] }>('/inbox'));
      expect(JSON.stringify([page, inbox])).not.toMatch(TOLD);
      for (const hidden of ['disclosure', 'feedback', 'referral_message', 'lawful_basis', 'person'])
        expect(
          await stage.asRole(
            `petugas@${agency}`,
            `select 1 from simpul.${hidden} where case_id = (
            select case_id from simpul.referral where id = $1)`,
            [ids[agency]],
          ),
        ).toEqual([]);
      await expect(
        stage.asRole(`petugas@${agency}`, 'update simpul.referral set bare = false where id = $1', [
          ids[agency],
        ]),
      ).rejects.toThrow(/keeps its course/);
      const asks = await stage.act(officer(agency), ids[agency], 'question', { text: 'Siapa?' });
      expect([asks.status, asks.body.code]).toEqual([409, 'referral.ask.not-before-acceptance']);
    }
    // What PostgreSQL itself lets whoever is asked read of the row, and of the clock that runs for it.
    const rows = await stage.asRole<{ row: string }>(
      'petugas@puskesmas-barat',
      `select to_jsonb(r)::text as row from simpul.referral r where r.id = $1
       union all select to_jsonb(m)::text from simpul.referral_move m where m.referral_id = $1`,
      [ids['puskesmas-barat']],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(TOLD);
    const clocksSeen = done(await officer('puskesmas-barat').get<object>('/deadlines'));
    expect(JSON.stringify(clocksSeen)).not.toMatch(TOLD);
    const own = (await stage.page(stage.sender, ids['puskesmas-barat'])) as Question;
    expect(own).toMatchObject({ risk: 'TINGGI', caseNumber: expect.stringMatching(/^PBM-/) });
    const letter = await stage.sender.get<{ code: string }>(`/referrals/${ids['rsud-igd']}/letter`);
    expect(letter.body.code).toBe('referral.letter.askedOfSeveral');
  });

  it('goes to the first who accepts; two in the same moment are one and a refusal, and one obligation stays', async () => {
    const { caseId, ids } = await asked();
    const [one, other] = await Promise.all(
      (['rsud-igd', 'puskesmas-barat'] as const).map(async (agency) => ({
        agency,
        answer: await stage.act(officer(agency), ids[agency], 'acceptance', {
          responsibleName: 'Nanda Umpama',
        }),
      })),
    );
    expect(new Set([one!.answer.status, other!.answer.status])).toEqual(new Set([200, 409]));
    const [winner, loser] = one!.answer.status === 200 ? [one!, other!] : [other!, one!];
    expect(loser.answer.body.code).toBe('referral.takenByAnother');

    const won = await read(winner.agency, ids[winner.agency]);
    expect(won).toMatchObject({
      status: 'accepted',
      bare: false,
      caseNumber: expect.stringMatching(/^PBM-/),
      risk: 'TINGGI',
    });
    expect(won.disclosure!.fields.length).toBeGreaterThan(3);
    for (const agency of HEALTH.filter((code) => code !== winner.agency)) {
      const stone = await read(agency, ids[agency]);
      expect(stone).toMatchObject({ status: 'cancelled', tombstone: { reason: 'FAN' }, availableActs: [] });
      expect(stone.tombstone!.words).toMatch(/tidak pernah dibuka di sini/);
      expect(JSON.stringify(stone)).not.toMatch(TOLD);
      expect(
        await stage.asRole(`petugas@${agency}`, 'select 1 from simpul.disclosure where referral_id = $1', [
          ids[agency],
        ]),
      ).toEqual([]);
    }
    // Sent = answered + pending + escalated + cancelled, and one party owes.
    expect(await clocks(caseId)).toEqual([[winner.agency, 'running']]);
    const { rows } = await stage.admin.query(
      `select status, count(*)::int as n from simpul.referral where case_id = $1 group by 1 order by 1`,
      [caseId],
    );
    expect(rows).toEqual([
      { status: 'accepted', n: 1 },
      { status: 'cancelled', n: 2 },
    ]);
    const { rows: moves } = await stage.admin.query(
      `select m.party, count(*)::int as n from simpul.referral_move m join ledger.entry e on e.id = m.ledger_entry_id
        where m.case_id = $1 and m.act = 'yield' and e.act = 'referral.takenByAnother' and e.object_id = m.referral_id
        group by 1`,
      [caseId],
    );
    expect(moves).toEqual([{ party: 'fan', n: 2 }]);
    const mine = (await stage.page(stage.sender, ids[loser.agency])) as Question;
    expect(mine).toMatchObject({ status: 'cancelled', fanId: expect.any(String) });
  });

  it('gives whoever is asked the same time at every level, so that no clock tells it', async () => {
    const paces = async (screening?: object): Promise<string[]> => {
      const { ids } = await asked(screening);
      done(await stage.act(officer('puskesmas-timur'), ids['puskesmas-timur'], 'receipt'));
      const rows = await stage.asRole<{ slug: string }>(
        'petugas@puskesmas-timur',
        'select slug from simpul.deadline where referral_id = $1 order by slug',
        [ids['puskesmas-timur']],
      );
      return rows.map(({ slug }) => slug);
    };
    expect(await paces()).toEqual(['referral-ack-high', 'referral-answer-high']);
    expect(await paces({ redFlags: [], risk: 'SEDANG', reason: 'Sebab.' })).toEqual([
      'referral-ack-high',
      'referral-answer-high',
    ]);
  });

  it('leaves the sender in peace until the last has declined', async () => {
    const { caseId, ids } = await asked();
    const decline = async (agency: (typeof HEALTH)[number]) =>
      done(await stage.act(officer(agency), ids[agency], 'rejection', { reason: 'KAPASITAS_PENUH' }));
    await decline('rsud-igd');
    await decline('puskesmas-barat');
    expect(await clocks(caseId)).toEqual([['puskesmas-timur', 'running']]);
    await decline('puskesmas-timur');
    const { rows } = await stage.admin.query<{ slug: string }>(
      `select d.slug from simpul.deadline d join simpul.referral r on r.id = d.referral_id
        where r.case_id = $1 and d.status = 'running'`,
      [caseId],
    );
    expect(rows).toEqual([{ slug: 'referral-reroute-high' }]);
  });

  it('asks nobody without a basis for each, no two for a step of the law, and no one twice', async () => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD');
    const id = await stage.draft(caseId);
    const ask = (codes: string[]) =>
      stage.act(stage.sender, id, 'fan-out', {
        alsoAgencyIds: codes.map((code) => stage.agencies.get(code)),
      });
    expect((await ask(['puskesmas-barat'])).body).toMatchObject({
      code: 'referral.consentMissing',
      toAgencyId: stage.agencies.get('puskesmas-barat'),
    });
    expect((await ask(['rsud-igd'])).body.code).toBe('referral.fan.twice');
    const slow = await stage.draft(caseId, 'rsud-igd', 'KESEHATAN', { urgency: 'BIASA' });
    const unhurried = await stage.act(stage.sender, slow, 'fan-out', {
      alsoAgencyIds: [stage.agencies.get('puskesmas-barat')],
    });
    expect(unhurried.body.code).toBe('referral.fan.dangerIsUrgent');
    const police = await stage.draft(caseId, 'polres-ppa', 'PENEGAKAN_HUKUM', { purposeFields: {} });
    const both = await stage.act(stage.sender, police, 'fan-out', {
      alsoAgencyIds: [stage.agencies.get('polres-spkt')],
    });
    expect(both.body.code).toBe('referral.fan.stepOfTheLaw');
    expect((await stage.page(stage.sender, id)).status).toBe('draft');
  });
});
