import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type Person, type RefusalBody } from '#harness';

interface Meeting {
  id: string;
  status: string;
  seats: { referralId: string; answer: string; attended: boolean | null; dissent: string | null }[];
  items: {
    id: string;
    question: string;
    discussion: string | null;
    decisions: { id: string; text: string; mayFinish: boolean; doneAt: string | null }[];
  }[];
  availableActs: string[];
}

const AT = '2026-04-16T09:00:00+07:00';
const UNTIL = '2026-04-24T09:00:00+07:00';

describe('a case conference', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const head = (): Person => stage.api.as('kepala@uptd-ppa');
  const police = (): Person => stage.api.as('petugas@polres-ppa');
  const clock = (day: string) => stage.database.setClock(`2026-04-${day}:00+07:00`);
  const ofCase = async (caseId: string, person = stage.sender): Promise<Meeting[]> =>
    done(await person.get<{ items: Meeting[] }>(`/cases/${caseId}/conferences`)).items;
  const ofReferral = async (id: string, person: Person): Promise<Meeting[]> =>
    done(await person.get<{ items: Meeting[] }>(`/referrals/${id}/conferences`)).items;

  /** The hospital may hear of health, the police of risk; both were sent a referral. */
  async function prepared(): Promise<{ caseId: string; hospital: string; police: string }> {
    const { caseId, id } = await stage.sent();
    await stage.consent(caseId, 'POLRES', { scopes: ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY'] });
    const toPolice = await stage.draft(caseId, 'polres-ppa', 'PENEGAKAN_HUKUM', { purposeFields: {} });
    done(await stage.sender.post(`/referrals/${toPolice}/sending`));
    return { caseId, hospital: id, police: toPolice };
  }
  const agenda = (ids: string[], body: object = {}) => ({
    at: AT,
    place: 'Ruang rapat UPTD PPA',
    items: [
      { question: 'Kapan klien dapat pulang?', classes: ['HEALTH_PSYCH'] },
      { question: 'Siapa mendampingi klien ke sidang?', classes: [] },
    ],
    referralIds: ids,
    ...body,
  });
  const call = (caseId: string, ids: string[], body: object = {}) =>
    stage.sender.post<{ id: string } & RefusalBody>(`/cases/${caseId}/conferences`, agenda(ids, body));

  it('has an agenda without a name, in the future, that somebody invited may hear', async () => {
    const { caseId, hospital, police: toPolice } = await prepared();
    const codes = async (body: object, ids = [hospital]) =>
      (await call(caseId, ids, body)).body.errors?.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await codes({ items: [{ question: 'Apakah Kinanti aman?' }] })).toEqual([
      '/items/0/question note.nameFound',
    ]);
    expect(await codes({ at: '2026-04-13T09:00:00+07:00' })).toEqual(['/at conference.past']);
    expect(await codes({}, [toPolice])).toEqual(['/items/0/classes conference.nobodyHears']);
    const draft = await stage.draft(caseId, 'dinsos-rehab', 'REHABILITASI_SOSIAL', { purposeFields: {} });
    expect(await codes({}, [draft])).toEqual(['/referralIds/0 note.noReferral']);
    expect(await ofCase(caseId)).toEqual([]);
  });

  it('shows each agency what a basis covers for it, and its own seat; the database says the same', async () => {
    const ids = await prepared();
    done(await call(ids.caseId, [ids.hospital, ids.police]));
    const [seen] = await ofReferral(ids.hospital, stage.hospital);
    expect(seen!.items.map(({ question }) => question)).toHaveLength(2);
    const [bare] = await ofReferral(ids.police, police());
    expect(bare!.items.map(({ question }) => question)).toEqual(['Siapa mendampingi klien ke sidang?']);
    expect(bare!.seats.map(({ referralId }) => referralId)).toEqual([ids.police]);
    expect((await police().get(`/referrals/${ids.hospital}/conferences`)).status).toBe(404);
    expect((await stage.sender.get(`/referrals/${ids.hospital}/conferences`)).status).toBe(404);
    const rows = await stage.asRole(
      'petugas@polres-ppa',
      'select id from simpul.conference_item where case_id = $1',
      [ids.caseId],
    );
    expect(rows).toHaveLength(1);
    // Whoever owes it has to be able to read it.
    await clock('16T12:00');
    const [{ id, items }] = (await ofCase(ids.caseId)) as [Meeting];
    const unread = await stage.sender.post<RefusalBody>(`/cases/${ids.caseId}/conferences/${id}/minutes`, {
      attendedReferralIds: [],
      items: [
        {
          itemId: items[0]!.id,
          discussion: 'Klien stabil.',
          decisions: [{ text: 'Jemput klien.', dueAt: UNTIL, referralId: ids.police }],
        },
      ],
    });
    expect(unread.body.errors?.map(({ code }) => code)).toEqual(['conference.mayNotHear']);
    await clock('14T19:30');
  });

  it('is answered by the invited, minuted, signed by another person, and is followed up until it is done', async () => {
    const { caseId, hospital, police: uninvited } = await prepared();
    const { id } = done(await call(caseId, [hospital]));
    const path = `/cases/${caseId}/conferences/${id}`;
    const finish = async (decisionId: string) =>
      (await stage.sender.post<RefusalBody>(`/cases/${caseId}/conference-decisions/${decisionId}/completion`))
        .body.code;
    const reply = (noun: string, body: object) =>
      stage.hospital.post<RefusalBody>(`/referrals/${hospital}/conferences/${id}/${noun}`, body);
    // Neither for somebody else, nor without a seat.
    for (const [person, referral] of [
      [stage.sender, hospital],
      [police(), uninvited],
    ] as const)
      expect(
        (await person.post(`/referrals/${referral}/conferences/${id}/reply`, { answer: 'ACCEPTED' })).status,
      ).toBe(404);
    done(await reply('reply', { answer: 'ACCEPTED' }));
    expect((await ofCase(caseId))[0]!.seats).toMatchObject([{ answer: 'ACCEPTED' }]);
    const [{ items }] = (await ofCase(caseId)) as [Meeting];
    const minutes = (change: object = {}) => ({
      attendedReferralIds: [hospital],
      items: [
        {
          itemId: items[0]!.id,
          discussion: 'Klien stabil.',
          decisions: [{ text: 'Siapkan surat pulang.', dueAt: UNTIL, referralId: hospital, ...change }],
        },
        { itemId: items[1]!.id, discussion: 'Tim kasus.', decisions: [] },
      ],
    });
    const early = await stage.sender.post<RefusalBody>(`${path}/minutes`, minutes());
    expect(early.body.code).toBe('conference.notYet');
    await clock('16T12:00');
    expect(
      (await stage.sender.post(`${path}/minutes`, minutes({ text: 'Antar Kinanti pulang.' }))).status,
    ).toBe(422);
    const faults = async (change: object) =>
      (await stage.sender.post<RefusalBody>(`${path}/minutes`, minutes(change))).body.errors?.map(
        ({ code }) => code,
      );
    const { rows: outsiders } = await stage.admin.query<{ id: string }>(
      `select id from simpul.account where email = 'konselor@puspaga.simpul.example'`,
    );
    const outsider = outsiders[0]!.id;
    expect(await faults({ referralId: undefined })).toEqual(['required']);
    expect(await faults({ accountId: outsider })).toEqual(['required']);
    expect(await faults({ referralId: uninvited })).toEqual(['note.noReferral']);
    expect(await faults({ referralId: undefined, accountId: outsider })).toEqual(['member.notPossible']);
    expect(await faults({ dueAt: AT })).toEqual(['conference.past']);
    const strange = { ...minutes(), items: [{ ...minutes().items[1], itemId: caseId }] };
    expect((await stage.sender.post<RefusalBody>(`${path}/minutes`, strange)).body.errors).toMatchObject([
      { pointer: '/items/0/itemId', code: 'conference.unknownItem' },
    ]);
    done(await stage.sender.post(`${path}/minutes`, minutes()));
    const [{ items: first }] = (await ofCase(caseId)) as [Meeting];
    done(await stage.sender.post(`${path}/minutes`, minutes()));
    const [{ items: second }] = (await ofCase(caseId)) as [Meeting];
    // Written anew, the first is taken back; and before the signature nothing is owed.
    expect(await finish(first[0]!.decisions[0]!.id)).toBe('notFound');
    expect(await finish(second[0]!.decisions[0]!.id)).toBe('conference.notSigned');
    // Not yet signed: nothing binds, and nobody invited sees it.
    expect((await ofReferral(hospital, stage.hospital))[0]!.items[0]).toMatchObject({
      discussion: null,
      decisions: [],
    });
    done(await reply('dissent', { text: 'Kami menyarankan tiga hari lagi.' }));
    const alone = await stage.sender.post<RefusalBody>(`${path}/signature`);
    expect([alone.status, alone.body.code]).toEqual([409, 'fourEyes.samePerson']);
    done(await head().post(`${path}/signature`));
    expect((await reply('dissent', { text: 'Terlambat.' })).body.code).toBe('conference.isSigned');
    expect((await stage.sender.post<RefusalBody>(`${path}/minutes`, minutes())).body.code).toBe(
      'conference.isSigned',
    );
    const [signed] = await ofReferral(hospital, stage.hospital);
    expect(signed).toMatchObject({
      status: 'SIGNED',
      seats: [{ attended: true, dissent: expect.any(String) }],
    });
    const [decision] = signed!.items[0]!.decisions;
    expect(decision).toMatchObject({ text: 'Siapkan surat pulang.', mayFinish: true });
    const clocks = async () =>
      (
        await stage.admin.query<{ slug: string; status: string; due: string }>(
          `select slug, status, due_at::text as due from simpul.deadline where case_id = $1 and slug like 'conference-%' order by slug`,
          [caseId],
        )
      ).rows.map(({ slug, status }) => `${slug} ${status}`);
    expect(await clocks()).toEqual(['conference-decision-agency running', 'conference-signature met']);
    const page = await stage.page(stage.hospital, hospital);
    expect(page.deadlines.find(({ ruleId }) => ruleId === 'conference-decision-agency')).toMatchObject({
      owes: { agencyName: expect.stringContaining('RSUD') },
    });
    const fulfil = () =>
      stage.hospital.post<RefusalBody>(
        `/referrals/${hospital}/conference-decisions/${decision!.id}/completion`,
      );
    done(await fulfil());
    expect(await clocks()).toEqual(['conference-decision-agency met', 'conference-signature met']);
    expect((await fulfil()).body.code).toBe('conference.decisionDone');
    await clock('14T19:30');
  });

  it('is called off with a reason that stays the team’s', async () => {
    const { caseId, hospital } = await prepared();
    const { id } = done(await call(caseId, [hospital]));
    const path = `/cases/${caseId}/conferences/${id}/cancellation`;
    expect((await stage.sender.post(path, {})).status).toBe(400);
    done(await stage.sender.post(path, { reason: 'Klien meminta waktu.' }));
    expect((await ofCase(caseId))[0]).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'Klien meminta waktu.',
    });
    expect((await ofReferral(hospital, stage.hospital))[0]).toMatchObject({
      status: 'CANCELLED',
      cancelReason: null,
    });
    await stage.endCase(caseId);
    expect((await call(caseId, [hospital])).body.code).toBe('case.notOpen');
  });

  it('is not for a family without violence, and says so in words of its own', async () => {
    const { hospital } = await prepared();
    const family = { violenceTypes: [], contexts: ['KELUARGA_TANPA_KEKERASAN'], reportedPersons: [] };
    const caseId = await stage.openCase(family, null);
    const answer = await call(caseId, [hospital]);
    expect([answer.status, answer.body.code]).toEqual([409, 'conference.familyMatter']);
    // Nor does any clock of the law start there.
    const step = { kind: 'report.received_by_police' };
    expect((await stage.sender.post<RefusalBody>(`/cases/${caseId}/milestones`, step)).body.code).toBe(
      'case.familyMatter',
    );
  });
});
