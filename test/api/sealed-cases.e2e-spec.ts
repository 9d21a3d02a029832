import { done, ReferralStage, type RefusalBody } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOfACase, visible } from '../access/rows-of-a-case.js';

const GUARD = 'integritas@inspektorat';
const OTHER_GUARD = 'integritas@bagian-hukum';
const OWNER = 'pendamping@uptd-ppa';
const SECOND = 'pendamping2@uptd-ppa';
const SUPERVISOR = 'kepala@uptd-ppa';
const ELSEWHERE = ['kepala@dppkbpppa', 'admin@diskominfo', 'auditor@inspektorat', 'konselor@uptd-ppa', GUARD];

interface Sight {
  name: string;
  sees: boolean;
  ways: { how: string; holds: boolean }[];
  barred: string[];
  opens: object[];
}

const COUNTING = [
  '/worklist',
  '/worklist/overdue-board',
  '/deadlines?state=overdue',
  '/notifications',
  '/cases',
  '/reports',
  '/inbox',
  '/reviews?state=open',
];

/** Every number and the length of every list in an answer. */
function countsOf(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(countsOf);
  if (typeof body === 'number' || typeof body !== 'object' || body === null)
    return typeof body === 'number' ? body : null;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, countsOf(value)]));
}

interface Guarded {
  caseId: string;
  number: string;
  sealed: boolean;
  team: { name: string }[];
  proposal: { id: string; availableActs: string[] } | null;
  conflicts: { id: string; source: string; names: string[] }[];
}

describe('a sealed case', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const accountOf = async (mailbox: string): Promise<string> =>
    (
      await stage.admin.query<{ id: string }>('select id from simpul.account where email = $1', [
        `${mailbox}.simpul.example`,
      ])
    ).rows[0]!.id;
  const team = () => Promise.all([accountOf(OWNER), accountOf('psikolog@uptd-ppa')]);
  const propose = async (caseId: string, who = OWNER, change: object = {}) =>
    stage.api.as(who).post<RefusalBody>(`/cases/${caseId}/seals`, {
      ...{ kind: 'SEAL', reason: 'REPORTED_HAS_POWER', teamAccountIds: await team() },
      ...change,
    });
  const guarded = async (caseId: string, who = GUARD): Promise<Guarded | undefined> =>
    done(await stage.api.as(who).get<{ items: Guarded[] }>('/integrity/cases')).items.find(
      (item) => item.caseId === caseId,
    );
  const decide = (id: string, noun: string, who: string) =>
    stage.api.as(who).post<RefusalBody>(`/seals/${id}/${noun}`);
  const seal = async (caseId: string): Promise<void> => {
    done(await propose(caseId));
    done(await decide((await guarded(caseId))!.proposal!.id, 'approval', GUARD));
  };

  it('is sealed by two, one of whom guards; then it is not there for anybody else, in any table', async () => {
    const { caseId, id: referralId } = await stage.sent();
    done(await stage.api.as(SUPERVISOR).get(`/cases/${caseId}`));
    // What was missed is known to the lead office, and what was told is kept by whom it was told to: until the seal.
    await stage.admin.query(
      `update simpul.deadline set status = 'missed', missed_at = simpul.now() where case_id = $1 and status = 'running'`,
      [caseId],
    );
    await stage.admin.query(
      `insert into simpul.notification (account_id, message, topic, case_id) values ($1, 'case.unsafeNow', 'x', $2)`,
      [await accountOf(SUPERVISOR), caseId],
    );
    const lead = () =>
      stage.asRole(
        'kepala@dppkbpppa',
        'select 1 from simpul.deadline where case_id = $1 or referral_id = $2',
        [caseId, referralId],
      );
    const entries = (who: string) =>
      stage.asRole(
        who,
        `select 1 from ledger.entry e where e.actor_id <> ctx.account_id() and (e.object_id in ($1, $2)
            or e.case_ref = simpul.ledger_ref($1))`,
        [caseId, referralId],
      );
    expect((await lead()).length).toBeGreaterThan(1);
    for (const who of [SUPERVISOR, 'auditor@inspektorat'])
      expect((await entries(who)).length).toBeGreaterThan(1);
    const number = done(await stage.sender.get<{ number: string }>(`/cases/${caseId}`)).number;
    expect(
      (await propose(caseId, OWNER, { teamAccountIds: [await accountOf(OWNER)] })).body.errors,
    ).toMatchObject([{ code: 'seal.teamNotPossible' }]);
    const unseal = { kind: 'UNSEAL', reason: 'REASON_ENDED', teamAccountIds: undefined };
    expect((await propose(caseId, OWNER, unseal)).body.code).toBe('seal.notSealed');
    expect((await propose(caseId, OWNER, { reason: unseal.reason })).body.errors).toMatchObject([
      { code: 'seal.reason' },
    ]);
    done(await propose(caseId));
    expect((await propose(caseId)).body.code).toBe('seal.alreadyProposed');
    const { proposal } = (await guarded(caseId))!;
    expect(proposal!.availableActs).toEqual(['approve', 'reject']);
    expect((await decide(proposal!.id, 'approval', OWNER)).body.code).toBe('fourEyes.samePerson');
    expect((await decide(proposal!.id, 'approval', SUPERVISOR)).body.code).toBe('seal.needsGuard');
    done(await decide(proposal!.id, 'approval', GUARD));
    expect((await decide(proposal!.id, 'approval', OTHER_GUARD)).body.code).toBe('seal.alreadyDecided');

    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const who of [SUPERVISOR, SECOND]) {
      const missing = await stage.api.as(who).get<RefusalBody>(`/cases/${nowhere}`);
      const hidden = await stage.api.as(who).get<RefusalBody>(`/cases/${caseId}`);
      const same = { instance: '', requestId: '' };
      expect({ ...hidden.body, ...same }).toEqual({ ...missing.body, ...same });
    }
    const listed = done(await stage.api.as(SUPERVISOR).get<{ items: { id: string }[] }>('/cases')).items;
    expect(listed.map((row) => row.id)).not.toContain(caseId);
    const found = done(
      await stage.api
        .as(SUPERVISOR)
        .post<{ items: { caseId: string }[] }>('/cases/matches', { nik: '1674014107929951' }),
    );
    expect(found.items.map((match) => match.caseId)).not.toContain(caseId);
    for (const path of [
      '/worklist',
      '/worklist/overdue-board',
      '/deadlines',
      '/notifications',
      '/audit/entries',
    ])
      expect([
        path,
        JSON.stringify((await stage.api.as(SUPERVISOR).get(path)).body).includes(number),
      ]).toEqual([path, false]);
    expect(await lead()).toEqual([]);
    for (const who of [SUPERVISOR, 'auditor@inspektorat'])
      expect([who, await entries(who)]).toEqual([who, []]);
    const holds = await rowsOfACase(stage.admin, caseId);
    for (const who of [SUPERVISOR, SECOND, ...ELSEWHERE])
      expect([who, await stage.within(who, (client) => visible(client, holds))]).toEqual([
        who,
        who === GUARD ? { 'case_seal.case_id': 1 } : {},
      ]);

    // The team works on, and so does the receiver with the packet that it was sent.
    done(await stage.sender.get(`/cases/${caseId}`));
    done(await stage.api.as('psikolog@uptd-ppa').get(`/cases/${caseId}`));
    expect((await stage.page(stage.hospital, referralId)).disclosure!.fields.length).toBeGreaterThan(0);
    expect((await stage.api.as(SUPERVISOR).get(`/referrals/${referralId}`)).status).toBe(404);

    // Nobody is brought past the seal.
    const brought = await stage.sender.post<RefusalBody>(`/cases/${caseId}/members`, {
      accountId: await accountOf(SUPERVISOR),
    });
    expect(brought.body.code).toBe('case.isSealed');
    // The next case has a number of its own and says nothing of this one.
    const { caseId: next } = done(
      await stage.api.as(SECOND).post<{ caseId: string }>('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Lain.',
        violenceTypes: ['FISIK'],
        contexts: [],
        victims: [{ sex: 'P', ageYears: 30 }],
        reportedPersons: [],
      }),
    );
    done(await stage.api.as(SUPERVISOR).get(`/cases/${next}`));
    const all = done(
      await stage.api
        .as(SUPERVISOR)
        .get<{ items: { act: string; caseId: string | null }[] }>('/audit/entries'),
    );
    expect(all.items.filter((entry) => entry.caseId === caseId)).toEqual([]);
    // The account's owner of a sealed case can still be counted nowhere.
    expect(
      await stage.asRole('admin@diskominfo', 'select simpul.open_cases_of($1)::int as n', [
        await accountOf(OWNER),
      ]),
    ).toEqual([{ n: 0 }]);
  });

  it('is in no count, notice or list of a supervisor or of the head of the lead office', async () => {
    const said = (who: string) =>
      Promise.all(
        COUNTING.map(async (path) => {
          const { status, body } = await stage.api.as(who).get<Record<string, unknown>>(path);
          // What a list holds by its length: of the others, that they are the same as without the case.
          return [path, status, countsOf(body)];
        }),
      );
    const before = { unit: await said(SUPERVISOR), lead: await said('kepala@dppkbpppa') };
    const { caseId } = await stage.sent();
    await stage.admin.query(
      `update simpul.deadline set status = 'missed', missed_at = simpul.now()
        where status = 'running' and (case_id = $1 or referral_id in (select id from simpul.referral where case_id = $1))`,
      [caseId],
    );
    await stage.admin.query(
      `insert into simpul.notification (account_id, message, topic, case_id) values ($1, 'case.unsafeNow', 'x', $2)`,
      [await accountOf(SUPERVISOR), caseId],
    );
    // Without the seal each of them would count it: the question can find something.
    expect(await said(SUPERVISOR)).not.toEqual(before.unit);
    expect(await said('kepala@dppkbpppa')).not.toEqual(before.lead);
    await seal(caseId);
    expect(await said(SUPERVISOR)).toEqual(before.unit);
    expect(await said('kepala@dppkbpppa')).toEqual(before.lead);
  });

  it('opens again by two, and is decided once by whoever comes first', async () => {
    const caseId = await stage.openCase();
    await seal(caseId);
    expect((await propose(caseId, SUPERVISOR)).status).toBe(404);
    done(await propose(caseId, OWNER, { kind: 'UNSEAL', reason: 'REASON_ENDED', teamAccountIds: undefined }));
    const { proposal } = (await guarded(caseId))!;
    const race = await Promise.all([
      decide(proposal!.id, 'approval', GUARD),
      decide(proposal!.id, 'rejection', OTHER_GUARD),
      decide(proposal!.id, 'approval', OTHER_GUARD),
    ]);
    const [first, ...late] = race.map(({ status }) => status).sort((one, other) => one - other);
    expect(first).toBe(204);
    // Decided already; or, to whoever comes when the case is open again, no longer theirs to guard.
    for (const status of late) expect([404, 409]).toContain(status);
    const { rows } = await stage.admin.query(
      `select count(*)::int as n from ledger.entry where decision = 'allowed' and act in ('seal.approved', 'seal.rejected')
          and object_id = $1`,
      [proposal!.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('says why somebody sees it, or why not, to whoever stands to it and to nobody else', async () => {
    const { caseId } = await stage.sent();
    const why = async (who: string, whom: string) => {
      const path = `/cases/${caseId}/sight/${await accountOf(whom)}`;
      const { sees, ways, barred, opens } = done(await stage.api.as(who).get<Sight>(path));
      return { sees, ways: ways.map(({ how, holds }) => `${how} ${holds}`), barred, opens: opens.length > 0 };
    };
    expect(await why(OWNER, SUPERVISOR)).toEqual({
      sees: true,
      ways: ['unit true'],
      barred: [],
      opens: true,
    });
    expect(await why(SUPERVISOR, 'petugas@rsud-igd')).toMatchObject({ sees: true, ways: ['receiver true'] });
    expect(await why(OWNER, 'perencana@bappeda')).toEqual({
      sees: false,
      ways: [],
      barred: [],
      opens: false,
    });
    const second = await accountOf(SECOND);
    done(await stage.sender.post(`/cases/${caseId}/members`, { accountId: second }));
    done(await stage.sender.post(`/cases/${caseId}/members/${second}/ending`));
    expect(await why(OWNER, SECOND)).toMatchObject({ sees: false, ways: ['member false'] });
    expect((await stage.api.as(SECOND).get(`/cases/${caseId}/sight`)).status).toBe(404);
    // A number that matches is the guard's to know.
    await stage.admin.query(
      `insert into simpul.case_conflict (case_id, person_id, source) select $1, person_id, 'MATCH' from simpul.account where id = $2`,
      [caseId, second],
    );
    expect((await why(OWNER, SECOND)).barred).toEqual(['guarded']);
    expect((await why(GUARD, SECOND)).barred).toEqual(['interest']);
    await seal(caseId);
    expect(await why(GUARD, SUPERVISOR)).toEqual({
      sees: false,
      ways: ['unit false'],
      barred: ['sealed'],
      opens: false,
    });
    expect(await why(OWNER, OWNER)).toMatchObject({ sees: true });
    const list = done(await stage.sender.get<{ items: Sight[] }>(`/cases/${caseId}/sight`)).items;
    const seeing = list.filter(({ sees }) => sees).map(({ name }) => name);
    expect(seeing).toEqual(expect.arrayContaining(['Dewi Hikayat', 'Maya Reka']));
    expect(seeing).not.toContain('Herlina Fiksi');
    expect((await stage.api.as(SUPERVISOR).get(`/cases/${caseId}/sight`)).status).toBe(404);
    const { rows } = await stage.admin.query(
      `select count(*)::int as n from ledger.entry where act = 'case.sightRead' and case_ref = (select ledger_ref from simpul.case_key where case_id = $1)`,
      [caseId],
    );
    expect(rows[0]!.n).toBeGreaterThan(7);
  });

  it('a guard proposes as well, and then the unit or another guard agrees', async () => {
    const caseId = await stage.openCase();
    // Not guarded yet: an integrity officer finds no case by its id.
    expect((await propose(caseId, GUARD)).status).toBe(404);
    done(await stage.sender.post(`/cases/${caseId}/conflicts`, { accountId: await accountOf(SECOND) }));
    done(await propose(caseId, GUARD));
    const id = (await guarded(caseId))!.proposal!.id;
    expect((await decide(id, 'approval', SECOND)).status).toBe(404);
    done(await decide(id, 'approval', SUPERVISOR));
    expect((await stage.api.as(SUPERVISOR).get(`/cases/${caseId}`)).status).toBe(404);
    done(await stage.sender.get(`/cases/${caseId}`));
  });

  it('a report of it is gone as well for whoever took it', async () => {
    const caseId = await stage.openCase();
    const { rows } = await stage.admin.query<{ id: string }>(
      'select id from simpul.report where case_id = $1',
      [caseId],
    );
    done(await stage.sender.get(`/reports/${rows[0]!.id}`));
    done(
      await propose(caseId, SUPERVISOR, {
        teamAccountIds: await Promise.all([accountOf(SECOND), accountOf(SUPERVISOR)]),
      }),
    );
    done(await decide((await guarded(caseId))!.proposal!.id, 'approval', GUARD));
    expect((await stage.sender.get(`/reports/${rows[0]!.id}`)).status).toBe(404);
    expect((await stage.sender.get(`/cases/${caseId}`)).status).toBe(404);
    const page = done(await stage.api.as(SECOND).get<{ owner: { name: string } }>(`/cases/${caseId}`));
    expect(page.owner.name).toBe('Lestari Contoh');
  });
});
