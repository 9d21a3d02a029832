import { done, ReferralStage, tellingWorker, type Person, type RefusalBody } from '#harness';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OutboxRelay } from '#queue';

const STRANGER = 'pendamping2@uptd-ppa';
const ELSEWHERE = 'konselor@puspaga';
const SUPERVISOR = 'kepala@uptd-ppa';
const GUARD = 'integritas@inspektorat';
const OWNER = 'pendamping@uptd-ppa';

interface Access {
  id: string;
  caseId: string | null;
  caseNumber: string | null;
  words: string | null;
  until: string;
  looks: number | null;
  reveals: number | null;
  notes: number | null;
  outcome: string | null;
  own: boolean;
  availableActs: string[];
}
interface Page {
  emergency: { accessId: string; until: string } | null;
  availableActs: string[];
  referrals: { availableActs: string[] }[];
  deadlines: { ruleId: string; availableActs: string[] }[];
}

describe('a case opened in an emergency', () => {
  let stage: ReferralStage;
  let caseId: string;
  let number: string;

  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    await stage.database.setClock('2026-04-14T19:30:00+07:00');
    await stage.admin.query('delete from simpul.emergency_access');
    ({ caseId } = await stage.sent());
    number = done(await stage.sender.get<{ number: string }>(`/cases/${caseId}`)).number;
  });

  const open = (who = STRANGER, change: object = {}) =>
    stage.api.as(who).post<Access & RefusalBody>('/emergency-accesses', {
      ...{ caseNumber: number, reason: 'CLIENT_CALLS', words: 'KATA-RAHASIA klien menelepon.' },
      ...change,
    });
  const listed = async (who: string): Promise<Access[]> =>
    done(await stage.api.as(who).get<{ items: Access[] }>('/emergency-accesses')).items;
  const read = (who = STRANGER) => stage.api.as(who).get<Page & RefusalBody>(`/cases/${caseId}`);
  const one = async (who: string, id: string) => (await listed(who)).find((access) => access.id === id);
  const clock = async () =>
    (
      await stage.admin.query<{ status: string; due: string; owes: string }>(
        `select d.status, to_char(d.due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as due, a.email as owes
           from simpul.deadline d left join simpul.account a on a.id = d.owing_account_id
          where d.case_id = $1 and d.slug = 'break-glass-review'`,
        [caseId],
      )
    ).rows;
  const rowsSeen = async (who: string, table: string) =>
    (await stage.asRole(who, `select 1 from simpul.${table} where case_id = $1`, [caseId])).length;

  it('lets somebody read, open names and write a note for an hour, and nothing else, by the row alone', async () => {
    expect((await read()).status).toBe(404);
    const access = done(await open());
    expect(access.caseId).toBe(caseId);
    const page = done(await read());
    expect(page.emergency).toEqual({ accessId: access.id, until: access.until });
    expect(page.availableActs.sort()).toEqual(['case.note', 'case.reveal']);
    expect(page.referrals.flatMap((referral) => referral.availableActs)).toEqual([]);
    expect(page.deadlines.map(({ ruleId }) => ruleId).filter((id) => !id.startsWith('break-glass'))).toEqual(
      [],
    );
    done(
      await stage.api
        .as(STRANGER)
        .post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon.' }),
    );
    done(
      await stage.api
        .as(STRANGER)
        .post(`/cases/${caseId}/notes`, { text: 'Polisi datang.', audience: 'TEAM' }),
    );
    for (const [path, body] of [
      ['milestones', { kind: 'service.first_given' }],
      ['screenings', { redFlags: [], risk: 'SEDANG' }],
      ['conflicts', {}],
    ] as const)
      expect([path, (await stage.api.as(STRANGER).post(`/cases/${caseId}/${path}`, body)).status]).toEqual([
        path,
        404,
      ]);
    for (const path of ['history', 'viewers'])
      expect((await stage.api.as(STRANGER).get(`/cases/${caseId}/${path}`)).status).toBe(404);
    // Not in their lists, and their worklist holds no duty of the case's team.
    expect(JSON.stringify((await stage.api.as(STRANGER).get('/cases')).body)).not.toContain(number);
    expect(JSON.stringify((await stage.api.as(STRANGER).get('/worklist')).body)).not.toContain(number);
    // The database says so by itself.
    expect(await rowsSeen(STRANGER, 'person')).toBeGreaterThan(0);
    const write = (sql: string) => stage.asRole(STRANGER, sql, [caseId]);
    await expect(
      write(
        `insert into simpul.milestone (case_id, kind, at, recorded_by) values ($1, 'x', now(), ctx.account_id())`,
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await write(`update simpul.person set initials = 'X' where case_id = $1 returning 1`)).toEqual([]);
    expect(await write(`update simpul.case_file set place = 'x' where id = $1 returning 1`)).toEqual([]);
    await expect(
      write(`insert into simpul.emergency_access (case_id, account_id, person_id, reason, until)
             values ($1, ctx.account_id(), ctx.person_id(), 'RESCUE', simpul.now() + interval '1 hour')`),
    ).rejects.toThrow(/permission denied/);

    await stage.database.setClock('2026-04-14T20:29:59+07:00');
    done(await read());
    await stage.database.setClock('2026-04-14T20:30:00+07:00');
    expect((await read()).status).toBe(404);
    for (const table of ['person', 'case_note', 'referral', 'case_key'])
      expect([table, await rowsSeen(STRANGER, table)]).toEqual([table, 0]);
    expect(await one(STRANGER, access.id)).toMatchObject({ caseId: null, words: null, availableActs: [] });
  });

  it('is written down as what it was, act by act, codes only', async () => {
    done(await open());
    done(await read());
    done(await stage.api.as(STRANGER).get(`/cases/${caseId}/notes`));
    done(
      await stage.api
        .as(STRANGER)
        .post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon.' }),
    );
    const { rows } = await stage.admin.query<{ act: string; facts: object }>(
      `select act, facts from ledger.entry where case_ref = (select ledger_ref from simpul.case_key where case_id = $1)
          and actor_id = (select id from simpul.account where email like $2 || '.%') order by seq`,
      [caseId, STRANGER],
    );
    expect(rows.map(({ act }) => act)).toEqual([
      'emergencyAccess.opened',
      'emergencyAccess.read',
      'emergencyAccess.notesRead',
      'emergencyAccess.revealed',
    ]);
    expect(rows[0]!.facts).toMatchObject({ reason: 'CLIENT_CALLS' });
    const everything = await stage.admin.query(
      `select to_jsonb(e)::text as said from simpul.emergency_access e union all select facts::text from ledger.entry`,
    );
    expect(JSON.stringify(everything.rows)).not.toContain('KATA-RAHASIA');
  });

  it('is told at once to those who answer for the case, and reviewed by another person', async () => {
    const access = done(await open());
    const worker = await tellingWorker(stage.database, {});
    try {
      await worker.get(OutboxRelay).pass();
    } finally {
      await worker.close();
    }
    const { rows } = await stage.admin.query<{ email: string }>(
      `select a.email from simpul.notification n join simpul.account a on a.id = n.account_id
        where n.message = 'emergency.opened' and n.case_id = $1`,
      [caseId],
    );
    const told = rows.map(({ email }) => email.replace('.simpul.example', ''));
    expect(told).toEqual(expect.arrayContaining([OWNER, SUPERVISOR, GUARD, 'integritas@bagian-hukum']));
    expect(told).not.toContain(STRANGER);
    expect(await clock()).toMatchObject([{ status: 'running', owes: `${SUPERVISOR}.simpul.example` }]);

    const review = (who: string, outcome = 'JUSTIFIED') =>
      stage.api.as(who).post<RefusalBody>(`/emergency-accesses/${access.id}/review`, { outcome });
    expect((await review(SUPERVISOR)).body.code).toBe('emergency.stillOpen');
    expect((await one(SUPERVISOR, access.id))!.availableActs).toEqual(['emergency.end']);
    expect((await one(SUPERVISOR, access.id))!.words).toContain('KATA-RAHASIA');
    // Who watches over the offices sees that it happened, and no case.
    expect(await one(GUARD, access.id)).toMatchObject({ caseId: null, caseNumber: null, words: null });
    expect(await one(ELSEWHERE, access.id)).toBeUndefined();
    expect((await stage.api.as(ELSEWHERE).post(`/emergency-accesses/${access.id}/ending`)).status).toBe(404);
    done(await stage.api.as(SUPERVISOR).post(`/emergency-accesses/${access.id}/ending`));
    expect((await read()).status).toBe(404);
    const again = await stage.api.as(SUPERVISOR).post<RefusalBody>(`/emergency-accesses/${access.id}/ending`);
    expect(again.body.code).toBe('emergency.over');
    done(await review(GUARD, 'TO_TALK'));
    expect((await review(SUPERVISOR)).body.code).toBe('emergency.reviewed');
    expect((await clock()).map(({ status }) => status)).toEqual(['met']);
    expect(await one(STRANGER, access.id)).toMatchObject({ outcome: 'TO_TALK' });
  });

  it('is never signed off by the same human being under another account', async () => {
    const access = done(await open());
    await stage.admin.query(
      `update simpul.emergency_access set until = simpul.now(), opened_at = simpul.now() - interval '1 hour',
      person_id = (select person_id from simpul.account where email like 'kepala@uptd-ppa.%') where id = $1`,
      [access.id],
    );
    const review = await stage.api
      .as(SUPERVISOR)
      .post<RefusalBody>(`/emergency-accesses/${access.id}/review`, { outcome: 'JUSTIFIED' });
    expect(review.body.code).toBe('fourEyes.samePerson');
  });

  it('says of a number that is none, of one kept from the person and of a mistyped one the same', async () => {
    const strip = ({ body, status }: { body: RefusalBody; status: number }) => ({
      ...{ ...body, instance: '', requestId: '' },
      status,
    });
    const missing = strip(await open(STRANGER, { caseNumber: 'PBM-2026-9999' }));
    expect(missing.status).toBe(404);
    await stage.admin.query('update simpul.case_file set sealed = true where id = $1', [caseId]);
    expect(strip(await open())).toEqual(missing);
    await stage.admin.query('update simpul.case_file set sealed = false where id = $1', [caseId]);
    await stage.admin.query(
      `insert into simpul.case_conflict (case_id, person_id, source)
       select $1, person_id, 'MATCH' from simpul.account where email like $2 || '.%'`,
      [caseId, STRANGER],
    );
    expect(strip(await open())).toEqual(missing);
    // Five wrong ones in an hour, and nobody tries on.
    for (let tries = 3; tries < 5; tries++) await open(STRANGER, { caseNumber: `PBM-2026-99${tries}` });
    expect((await open(STRANGER, { caseNumber: 'PBM-2026-9999' })).body.code).toBe('emergency.tooMany');
    await stage.database.setClock('2026-04-14T20:45:00+07:00');
    expect((await open(STRANGER, { caseNumber: 'PBM-2026-9999' })).status).toBe(404);
  });

  it('closes in the moment in which the case is kept from the person', async () => {
    done(await open(ELSEWHERE));
    done(await read(ELSEWHERE));
    await stage.admin.query('update simpul.case_file set sealed = true where id = $1', [caseId]);
    expect((await read(ELSEWHERE)).status).toBe(404);
    expect(await rowsSeen(ELSEWHERE, 'person')).toBe(0);
  });

  it('is one at a time, three in a day, needed, and not while an earlier one is overdue for review', async () => {
    await stage.database.setClock('2026-04-16T19:30:00+07:00');
    expect((await open(OWNER)).body.code).toBe('emergency.notNeeded');
    expect((await open(SUPERVISOR)).body.code).toBe('emergency.notNeeded');
    expect((await open(ELSEWHERE, { words: ' ' })).status).toBe(400);
    expect((await open(ELSEWHERE, { reason: 'CURIOUS' })).status).toBe(400);
    expect((await open('petugas@rsud-igd')).status).toBe(403);
    for (let turn = 0; turn < 3; turn++) {
      const access = done(await open(ELSEWHERE));
      expect((await open(ELSEWHERE)).body.code).toBe('emergency.oneAtATime');
      done(await stage.api.as(ELSEWHERE).post(`/emergency-accesses/${access.id}/ending`));
    }
    expect((await open(ELSEWHERE)).body.code).toBe('emergency.tooMany');
    await stage.database.setClock('2026-04-17T19:31:00+07:00');
    await stage.admin.query(
      `update simpul.deadline set status = 'missed', missed_at = simpul.now() where slug = 'break-glass-review' and case_id = $1`,
      [caseId],
    );
    expect((await open(ELSEWHERE)).body.code).toBe('emergency.notReviewed');
  });

  it('has no row without its words and its alarm, whatever SQL asks for', async () => {
    await expect(
      stage.within(ELSEWHERE, async (client) => {
        await client.query('select * from simpul.open_emergency($1, $2)', [number, 'RESCUE']);
        await client.query('set constraints all immediate');
      }),
    ).rejects.toThrow(/says why and is told/);
    expect(await rowsSeen(ELSEWHERE, 'person')).toBe(0);
  });

  it('takes from a receiver neither its referral nor the answer to it, and gives it no other side', async () => {
    const family = stage.api.as(ELSEWHERE);
    const report = {
      ...{ channel: 'TELEPON', reporter: { kind: 'KORBAN' }, clientSafeNow: 'YES', narrative: 'Rekaan.' },
      ...{ violenceTypes: ['PSIKIS'], contexts: ['KDRT'], reportedPersons: [] },
      victims: [{ name: 'Melati Rekaan', sex: 'P', ageYears: 28 }],
    };
    const of = done(await family.post<{ caseId: string }>('/reports', report)).caseId;
    done(await family.post(`/cases/${of}/screenings`, { redFlags: [], risk: 'SEDANG' }));
    done(
      await family.post(`/cases/${of}/consents`, {
        ...{ basis: 'PERSETUJUAN', answer: 'GIVEN', receiverKind: 'UPTD_PPA', givenBy: 'SELF' },
        ...{ scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'], howRecorded: 'LISAN' },
        ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
      }),
    );
    const wanted = {
      toAgencyId: stage.agencies.get('uptd-ppa'),
      serviceCode: 'PENDAMPINGAN',
      urgency: 'BIASA',
    };
    const { id } = done(
      await family.post<{ id: string }>(`/cases/${of}/referrals`, { ...wanted, request: 'Pendampingan.' }),
    );
    done(await stage.act(family, id, 'sending'));
    number = done(await family.get<{ number: string }>(`/cases/${of}`)).number;
    const RECEIVER = 'konselor@uptd-ppa';
    done(await open(RECEIVER));
    const receiver = stage.api.as(RECEIVER);
    done(await receiver.get(`/cases/${of}`));
    // Still on the receiving side alone.
    expect((await stage.act(receiver, id, 'cancellation', { reason: 'KLIEN_PINDAH' })).status).not.toBe(200);
    const before = (await stage.page(receiver, id)).deadlines.length;
    done(await stage.act(receiver, id, 'question', { text: 'Kapan?' }));
    done(await stage.act(family, id, 'answer', { text: 'Besok.' }));
    done(await stage.act(receiver, id, 'acceptance', { responsibleName: 'Lestari' }));
    done(await stage.act(receiver, id, 'service-start'));
    done(await stage.act(receiver, id, 'progress', { text: 'Sudah bertemu.' }));
    expect(before).toBeGreaterThan(0);
    await sitsAndSetsTimes(family, RECEIVER, of, id);
    expect((await receiver.post(`/cases/${of}/milestones`, { kind: 'service.first_given' })).status).toBe(
      404,
    );
  });

  /** Its appointments and its seat at a conference stay the receiver's; of the conference nothing else comes with the emergency. */
  const sitsAndSetsTimes = async (team: Person, who: string, of: string, id: string): Promise<void> => {
    const receiver = stage.api.as(who);
    const times = { place: 'INSTANSI_PENERIMA', escort: 'TIDAK_ADA', accommodations: [] };
    done(await receiver.post(`/referrals/${id}/appointments`, { at: '2026-04-20T09:00:00+07:00', ...times }));
    const { rows: appointments } = await stage.admin.query<{ id: string }>(
      'select id from simpul.appointment where referral_id = $1',
      [id],
    );
    const away = `/referrals/${id}/appointments/${appointments[0]!.id}/cancellation`;
    done(await receiver.post(away, { reason: 'KEAMANAN' }));
    const called = async (): Promise<string> =>
      done(
        await team.post<{ id: string }>(`/cases/${of}/conferences`, {
          ...{ at: '2026-04-21T09:00:00+07:00', place: 'Ruang rapat.', referralIds: [id] },
          items: [{ question: 'Siapa mengantar?', classes: ['RISK_SAFETY'] }],
        }),
      ).id;
    const conferenceId = await called();
    // One at which nobody of theirs sits, and an item of a class that is not theirs.
    const other = await called();
    await stage.admin.query('delete from simpul.conference_seat where conference_id = $1', [other]);
    await stage.admin.query(
      `insert into simpul.conference_item (conference_id, case_id, position, scopes, question_sealed)
         select conference_id, case_id, 9, '{OTHER}', question_sealed from simpul.conference_item where conference_id = $1`,
      [conferenceId],
    );
    const seen = async (table: string) =>
      (await stage.asRole(who, `select 1 from simpul.${table} where case_id = $1`, [of])).length;
    for (const table of ['conference', 'conference_seat', 'conference_item'])
      expect([table, await seen(table)]).toEqual([table, 1]);
    const there = 'update simpul.conference_seat set attended = true where case_id = $1';
    await expect(stage.asRole(who, there, [of])).rejects.toThrow('row-level security');
    done(await receiver.post(`/referrals/${id}/conferences/${conferenceId}/reply`, { answer: 'ACCEPTED' }));
    done(await receiver.post(`/referrals/${id}/conferences/${conferenceId}/dissent`, { text: 'Lain.' }));
    expect(
      (await receiver.post(`/cases/${of}/conferences/${conferenceId}/cancellation`, { reason: 'x y' }))
        .status,
    ).toBe(404);
    const invites = `insert into simpul.conference_seat (conference_id, case_id, referral_id, scopes, basis_ids)
                       select $1, $2, $3, '{RISK_SAFETY}', basis_ids from simpul.referral where id = $3`;
    await expect(stage.asRole(who, invites, [other, of, id])).rejects.toThrow('row-level security');
  };

  it('lets nothing that hangs on a case be written by it', async () => {
    const { rows } = await stage.admin.query<{ table: string }>(
      `select distinct c.relname as table
         from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'simpul'
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
        where c.relkind = 'r' and has_any_column_privilege('simpul_api', c.oid, 'INSERT')
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive and (p.polname = 'not_written_in_an_emergency'
                           -- Not even read in one; of the time limits the review's own clock is.
                           or p.polname = 'not_a_matter_of_the_emergency' and c.relname <> 'deadline'))
        order by 1`,
    );
    // What an emergency is for, its clock, and what asks the case's key and report by policies of their own.
    expect(rows.map(({ table }) => table)).toEqual([
      'case_key',
      'case_note',
      'deadline',
      'identity_reveal',
      'report',
    ]);
  });
});
