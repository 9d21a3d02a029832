import { done, ReferralStage, type RefusalBody } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Page {
  status: string;
  items: {
    kind: string;
    objectId: string;
    label: string | null;
    closed: boolean;
    proposals: number;
    toAccountId: string | null;
    possible: string[];
  }[];
  colleagues: { accountId: string; displayName: string }[];
}

describe('a colleague leaves', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const rows = async <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
    (await stage.admin.query<T>(sql, params)).rows;
  const idOf = async (mailbox: string): Promise<string> =>
    (
      await rows<{ id: string }>('select id from simpul.account where email = $1', [
        `${mailbox}.simpul.example`,
      ])
    )[0]!.id;
  const propose = async (mailbox: string) =>
    stage.api
      .as('admin@diskominfo')
      .post<{ id: string } & RefusalBody>(`/accounts/${await idOf(mailbox)}/departure`);
  const page = (id: string, who = 'kepala@uptd-ppa') => stage.api.as(who).get<Page>(`/departures/${id}`);
  const openCaseOf = async (mailbox: string): Promise<string> => {
    const { caseId } = done(
      await stage.api.as(mailbox).post<{ caseId: string }>('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Rekaan.',
        violenceTypes: ['FISIK'],
        contexts: ['KDRT'],
        victims: [{ name: 'Sekar Rekaan', sex: 'P', ageYears: 30 }],
        reportedPersons: [],
      }),
    );
    return caseId;
  };
  /** A referral to the hospital, sent. */
  const sentBy = async (mailbox: string, caseId: string): Promise<string> => {
    const person = stage.api.as(mailbox);
    done(
      await person.post(`/cases/${caseId}/consents`, {
        basis: 'PERSETUJUAN',
        answer: 'GIVEN',
        receiverKind: 'RSUD',
        scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
        givenBy: 'SELF',
        howRecorded: 'LISAN',
        ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
      }),
    );
    const { id } = done(
      await person.post<{ id: string }>(`/cases/${caseId}/referrals`, {
        toAgencyId: stage.agencies.get('rsud-igd'),
        serviceCode: 'KESEHATAN',
        urgency: 'SEGERA',
        request: 'Pemeriksaan.',
        purposeFields: { complaint: 'Sakit.', spvPresent: false },
      }),
    );
    done(await person.post(`/referrals/${id}/sending`));
    return id;
  };
  const complete = (id: string, who: string, body: object) =>
    stage.api
      .as(who)
      .post<RefusalBody & Record<string, number>>(`/departures/${id}/completion`, { others: [], ...body });
  const ownerOf = async (caseId: string): Promise<string> =>
    (
      await rows<{ email: string }>(
        'select split_part(a.email, $2, 1) as email from simpul.case_file f join simpul.account a on a.id = f.owner_account_id where f.id = $1',
        [caseId, '@'],
      )
    )[0]!.email;

  it('hands everything over in one act, and the account ends with it', async () => {
    const { caseId, id: referralId } = await stage.sent();
    const other = await stage.openCase();
    const sealed = await stage.openCase();
    const pendamping = await idOf('pendamping@uptd-ppa');
    const [second, counsellor] = [await idOf('pendamping2@uptd-ppa'), await idOf('konselor@uptd-ppa')];
    // Sealed for two, none of them the supervisor: to her the case is not there.
    await rows(
      `insert into simpul.case_seal (case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role)
         values ($1, 'SEAL', 'CLIENT_ASKED', array[$2, $3]::uuid[], $2, gen_random_uuid(), 'case_worker')`,
      [sealed, pendamping, counsellor],
    );
    for (const one of [pendamping, counsellor])
      await rows(
        'insert into simpul.seal_member (case_id, account_id, seal_id) select $1, $2, id from simpul.case_seal where case_id = $1',
        [sealed, one],
      );
    await rows('update simpul.case_file set sealed = true where id = $1', [sealed]);
    const onDuty = async (account: string) =>
      rows(
        `insert into simpul.duty_shift (agency_id, account_id, starts_at, ends_at, created_by)
         select agency_id, id, simpul.now() - interval '1 hour', simpul.now() + interval '7 hours', id from simpul.account where id = $1`,
        [account],
      );
    await onDuty(pendamping);
    const worker = stage.sender;
    done(await worker.get('/cases'));

    // Her end alone is refused, and says what is to be done; so is that of whoever holds anything else.
    const end = async (account: string) =>
      (await stage.api.as('admin@diskominfo').post<RefusalBody>(`/accounts/${account}/deactivation`)).body
        .code;
    expect(await end(pendamping)).toBe('account.ownsOpenCases');
    const psychologist = await idOf('psikolog@uptd-ppa');
    await onDuty(psychologist);
    expect(await end(psychologist)).toBe('account.holdsWork');
    await rows('delete from simpul.duty_shift where account_id = $1', [psychologist]);
    expect((await propose('admin@diskominfo')).body.code).toBe('account.self');
    const { id } = done(await propose('pendamping@uptd-ppa'));
    expect((await propose('pendamping@uptd-ppa')).body.code).toBe('departure.notPossible');

    const before = done(await page(id));
    expect(before.items.map(({ kind }) => kind)).toEqual(['CASE', 'CASE', 'SHIFT']);
    expect(before.items[0]!.label).toMatch(/^PBM-2026-/);
    expect(JSON.stringify(before)).not.toContain(sealed);
    expect(before.items[0]!.possible).toContain(second);
    expect(before.items[0]!.possible).not.toContain(await idOf('psikolog@uptd-ppa'));

    const nobody = await complete(id, 'kepala@uptd-ppa', {});
    expect(nobody.body.errors).toMatchObject([{ code: 'departure.nobodyNamed' }]);
    const stranger = await complete(id, 'kepala@uptd-ppa', {
      successorAccountId: second,
      others: [{ id: other, accountId: await idOf('petugas@rsud-igd') }],
    });
    expect(stranger.body.errors).toMatchObject([
      { pointer: '/others/0/accountId', code: 'departure.mayNotTake' },
    ]);
    // Nothing of a refused act stays.
    expect(await ownerOf(caseId)).toBe('pendamping');
    done(await worker.get('/cases'));

    const all = { successorAccountId: second, others: [{ id: other, accountId: counsellor }] };
    // One would be left of the seal's team; it gets a third, as two people would decide it.
    expect((await complete(id, 'kepala@uptd-ppa', all)).body.code).toBe('departure.askIntegrity');
    await rows(
      'insert into simpul.seal_member (case_id, account_id, seal_id) select case_id, $2, id from simpul.case_seal where case_id = $1',
      [sealed, psychologist],
    );
    const counts = done(await complete(id, 'kepala@uptd-ppa', all));
    // Of the sealed one she reads nothing.
    expect(counts).toEqual({ cases: 2, seats: 0, referrals: 0, roster: 1 });
    // Whoever is named for a seal holds that.
    expect(await end(psychologist)).toBe('account.holdsWork');
    expect(await ownerOf(caseId)).toBe('pendamping2');
    expect(await ownerOf(other)).toBe('konselor');
    expect(await ownerOf(sealed)).toBe('konselor');

    // Every clock went with its case, and its history says so.
    expect(
      await rows('select 1 from simpul.deadline where owing_account_id = $1 and ended_at is null', [
        pendamping,
      ]),
    ).toEqual([]);
    const [moved] = await rows<{ n: string }>(
      `select count(*) as n from simpul.deadline_change c join simpul.deadline d on d.id = c.deadline_id
        where c.change = 'handOver' and d.case_id = $1 and d.owing_account_id = $2`,
      [caseId, second],
    );
    expect(Number(moved!.n)).toBeGreaterThan(0);

    expect((await worker.send('GET', '/cases').catch((failed: Error) => failed.message)) as string).toMatch(
      /cannot sign in/,
    );
    expect(done(await stage.api.as('pendamping2@uptd-ppa').get<object>(`/cases/${caseId}`))).toMatchObject({
      owner: { name: 'Lestari Contoh' },
    });
    const history = done(
      await stage.api
        .as('pendamping2@uptd-ppa')
        .get<{ items: { act: string }[] }>(`/cases/${caseId}/history`),
    ).items;
    expect(history.map(({ act }) => act)).toContain('case.handedOver');
    expect(
      await rows(`select facts from ledger.entry where act = 'account.departed' and object_id = $1`, [
        pendamping,
      ]),
    ).toMatchObject([{ facts: counts }]);
    // The one who takes over may act on what runs.
    done(
      await stage.act(stage.api.as('pendamping2@uptd-ppa'), referralId, 'cancellation', { reason: 'Uji.' }),
    );
    expect(
      await rows(
        `select a.display_name as name, s.removed_at from simpul.duty_shift s join simpul.account a on a.id = s.account_id
          where s.ends_at > simpul.now()`,
      ),
    ).toEqual([{ name: 'Lestari Contoh', removed_at: null }]);
    const said = await rows<{ topic: string; n: string }>(
      `select topic, count(*) as n from simpul.outbox
        where topic in ('account.workHandedOver', 'referral.senderChanged', 'case.handedOver') group by 1 order by 1`,
    );
    expect(said).toEqual([
      { topic: 'account.workHandedOver', n: '2' },
      { topic: 'case.handedOver', n: '3' },
      { topic: 'referral.senderChanged', n: '1' },
    ]);
    const after = done(await page(id));
    expect(after.status).toBe('DONE');
    expect(new Set(after.items.map(({ toAccountId }) => toAccountId))).toEqual(new Set([second, counsellor]));
  });

  it('at a partner agency: what the officer answered goes to a colleague, decided by their head', async () => {
    const caseId = await openCaseOf('pendamping2@uptd-ppa');
    const referralId = await sentBy('pendamping2@uptd-ppa', caseId);
    done(await stage.act(stage.hospital, referralId, 'acceptance'));
    const { id } = done(await propose('petugas@rsud-igd'));
    for (const who of ['kepala@uptd-ppa', 'kepala@dinkes', 'kepala@dppkbpppa']) {
      expect((await page(id, who)).status).toBe(404);
      expect((await complete(id, who, {})).status).toBe(404);
    }
    expect((await complete(id, 'admin@diskominfo', {})).status).toBe(404);
    const head = await idOf('kepala@rsud-igd');
    expect(done(await page(id, 'kepala@rsud-igd')).items).toMatchObject([
      { kind: 'REFERRAL', objectId: referralId, possible: [head] },
    ]);
    done(await complete(id, 'kepala@rsud-igd', { successorAccountId: head }));
    const shown = done(
      await stage.api.as('pendamping2@uptd-ppa').get<{ responsible: object }>(`/referrals/${referralId}`),
    );
    expect(shown.responsible).toMatchObject({ name: 'Ilham Reka' });
    // Whoever heads the office alone leaves when somebody else heads it.
    const last = done(await propose('kepala@rsud-igd'));
    expect((await complete(last.id, 'kepala@dppkbpppa', {})).body.code).toBe('departure.lastHead');
  });

  it('leaves no way to give work to somebody who is gone, nor to end somebody who holds work', async () => {
    const gone = await idOf('pendamping@uptd-ppa');
    const caseId = await openCaseOf('pendamping2@uptd-ppa');
    await expect(
      stage.admin.query('update simpul.case_file set owner_account_id = $1 where id = $2', [gone, caseId]),
    ).rejects.toThrow('a case has an owner who is there');
    await expect(
      stage.admin.query('update simpul.account set active = false where id = $1', [
        await idOf('pendamping2@uptd-ppa'),
      ]),
    ).rejects.toThrow('an account ends when nothing hangs on it');
  });

  it('a clock that starts as its owner leaves is owed by whoever has the case now', async () => {
    const gone = await idOf('pendamping@uptd-ppa');
    const caseId = await openCaseOf('pendamping2@uptd-ppa');
    const { rows: made } = await stage.admin.query<{ owes: string }>(
      `insert into simpul.deadline (rule_id, slug, case_id, trigger_event, trigger_at, why_id, why_en, owing_account_id)
         select rule_id, slug || '-x', case_id, trigger_event, trigger_at, why_id, why_en, $2
           from simpul.deadline where case_id = $1 limit 1 returning owing_account_id as owes`,
      [caseId, gone],
    );
    expect(made[0]!.owes).toBe(await idOf('pendamping2@uptd-ppa'));
  });

  it('cannot be had by SQL in the API’s connection', async () => {
    const { id } = done(await propose('psikolog@uptd-ppa'));
    expect(await stage.asRole('konselor@uptd-ppa', 'select * from simpul.departures()')).toEqual([]);
    expect(await stage.asRole('konselor@uptd-ppa', 'select * from simpul.departure_page($1)', [id])).toEqual(
      [],
    );
    expect(
      await stage.asRole('konselor@uptd-ppa', `select code from simpul.hand_over($1, null, '{}')`, [id]),
    ).toEqual([{ code: 'notFound' }]);
    expect(
      await stage.asRole('admin@diskominfo', `select code from simpul.hand_over($1, null, '{}')`, [id]),
    ).toEqual([{ code: 'notFound' }]);
    done(await stage.api.as('kepala@uptd-ppa').post(`/departures/${id}/rejection`));
    expect((await stage.api.as('kepala@uptd-ppa').post(`/departures/${id}/rejection`)).status).toBe(404);
    done(await stage.api.as('psikolog@uptd-ppa').get('/cases'));
  });
});
