import { done, ReferralStage, type RefusalBody } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const GUARD = 'integritas@inspektorat';
const OWNER = 'pendamping@uptd-ppa';
const SECOND = 'pendamping2@uptd-ppa';
const SUPERVISOR = 'kepala@uptd-ppa';

describe('who has an interest in a case', () => {
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
  const status = async (who: string, path: string): Promise<number> =>
    (await stage.api.as(who).get(path)).status;
  const RIGHTS = {
    TOLD_OF_CLOSING: 'DONE',
    KNOWS_HOW_TO_RETURN: 'DONE',
    SAFETY_PLAN: 'DONE',
    RESTITUTION_TOLD: 'NOT_APPLICABLE',
    DOCUMENTS_RETURNED: 'DONE',
  };
  const proposeClosing = async (caseId: string): Promise<string> => {
    done(
      await stage.sender.post(`/cases/${caseId}/closings`, {
        reason: 'TUJUAN_TERCAPAI',
        rights: RIGHTS,
        summary: 'Klien pulih.',
      }),
    );
    const page = done(await stage.sender.get<{ closing: { latest: { id: string } } }>(`/cases/${caseId}`));
    return page.closing.latest.id;
  };

  it('says so, and the case is gone for that human being; the supervisor is no exception', async () => {
    const caseId = await stage.openCase();
    const own = await stage.sender.post<RefusalBody>(`/cases/${caseId}/conflicts`, {});
    expect(own.body.code).toBe('conflict.handOverFirst');
    expect(await status(SUPERVISOR, `/cases/${caseId}`)).toBe(200);
    const closing = await proposeClosing(caseId);
    done(await stage.api.as(SUPERVISOR).post(`/cases/${caseId}/conflicts`, {}));
    expect(await status(SUPERVISOR, `/cases/${caseId}`)).toBe(404);
    // An approval after that is no approval.
    expect((await stage.api.as(SUPERVISOR).post(`/closings/${closing}/approval`)).status).toBe(404);
    // Every account of the same person.
    await stage.admin.query(
      `update simpul.account set person_id = (select person_id from simpul.account where email = $1) where email = $2`,
      [`${SUPERVISOR}.simpul.example`, `${SECOND}.simpul.example`],
    );
    done(
      await stage.sender.post(`/cases/${caseId}/members`, {
        accountId: await accountOf('psikolog@uptd-ppa'),
      }),
    );
    const brought = await stage.sender.post<RefusalBody>(`/cases/${caseId}/members`, {
      accountId: await accountOf(SECOND),
    });
    expect(brought.body.code).toBe('member.hasConflict');
    await stage.admin.query(`update simpul.account set person_id = gen_random_uuid() where email = $1`, [
      `${SECOND}.simpul.example`,
    ]);
  });

  it('what somebody with an interest proposed is agreed to by nobody, in the application and in the database', async () => {
    const caseId = await stage.openCase();
    const closing = await proposeClosing(caseId);
    const { deadlines } = done(
      await stage.sender.get<{ deadlines: { id: string; availableActs: string[] }[] }>(`/cases/${caseId}`),
    );
    const clock = deadlines.find(({ availableActs }) => availableActs.includes('waive'))!;
    done(await stage.sender.post(`/deadlines/${clock.id}/waiver`, { reason: 'Sudah dilakukan.' }));
    done(
      await stage.api.as(SUPERVISOR).patch(`/cases/${caseId}`, { ownerAccountId: await accountOf(SECOND) }),
    );
    done(
      await stage.api
        .as(SUPERVISOR)
        .post(`/cases/${caseId}/conflicts`, { accountId: await accountOf(OWNER) }),
    );
    const refused = await stage.api.as(SUPERVISOR).post<RefusalBody>(`/closings/${closing}/approval`);
    expect(refused.body.code).toBe('fourEyes.conflict');
    const waived = await stage.api.as(SUPERVISOR).post<RefusalBody>(`/deadlines/${clock.id}/waiver-approval`);
    expect(waived.body.code).toBe('fourEyes.conflict');
    await expect(
      stage.asRole(
        SUPERVISOR,
        `update simpul.case_closing set status = 'CLOSED', decided_by = ctx.account_id(), decided_at = simpul.now() where id = $1`,
        [closing],
      ),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await status(OWNER, `/cases/${caseId}`)).toBe(404);
  });

  it('is taken back by a guard who is not meant and did not note it', async () => {
    const caseId = await stage.openCase();
    const note = async () =>
      stage.sender.post<RefusalBody>(`/cases/${caseId}/conflicts`, {
        accountId: await accountOf(SUPERVISOR),
      });
    done(await note());
    expect((await note()).body.code).toBe('conflict.alreadyNoted');
    const nobody = await stage.sender.post<RefusalBody>(`/cases/${caseId}/conflicts`, { accountId: caseId });
    expect(nobody.body.errors).toMatchObject([{ code: 'conflict.unknownPerson' }]);
    const { rows } = await stage.admin.query<{ id: string }>(
      'select id from simpul.case_conflict where case_id = $1',
      [caseId],
    );
    done(await stage.api.as(GUARD).post(`/conflicts/${rows[0]!.id}/lifting`));
    expect(await status(SUPERVISOR, `/cases/${caseId}`)).toBe(200);
    expect((await stage.api.as(GUARD).post(`/conflicts/${rows[0]!.id}/lifting`)).status).toBe(404);
  });

  it('is said of themselves by a guard, too: from then on the case is another guard’s', async () => {
    const caseId = await stage.openCase();
    done(await stage.sender.post(`/cases/${caseId}/conflicts`, { accountId: await accountOf(SUPERVISOR) }));
    const guarded = async (who: string) =>
      done(await stage.api.as(who).get<{ items: { caseId: string }[] }>('/integrity/cases')).items.some(
        (item) => item.caseId === caseId,
      );
    const other = 'integritas@bagian-hukum';
    expect([await guarded(GUARD), await guarded(other)]).toEqual([true, true]);
    done(await stage.api.as(GUARD).post(`/cases/${caseId}/conflicts`, {}));
    expect([await guarded(GUARD), await guarded(other)]).toEqual([false, true]);
  });

  it('works where a reported person works: out, unless named on the team', async () => {
    const uptd = stage.agencies.get('uptd-ppa');
    const caseId = await stage.openCase({
      reportedPersons: [{ name: 'Wirasena Umpama', sex: 'L', relation: 'SUAMI_ISTRI', agencyId: uptd }],
    });
    expect(await status(SUPERVISOR, `/cases/${caseId}`)).toBe(404);
    expect(await status(OWNER, `/cases/${caseId}`)).toBe(200);
    done(await stage.sender.post(`/cases/${caseId}/members`, { accountId: await accountOf(SECOND) }));
    expect(await status(SECOND, `/cases/${caseId}`)).toBe(200);
  });

  it('takes the packet away from an agency whose own man is reported, and from nobody beside', async () => {
    const { caseId, id } = await stage.sent();
    expect(await status('petugas@rsud-igd', `/referrals/${id}`)).toBe(200);
    done(
      await stage.sender.post(`/cases/${caseId}/persons`, {
        kind: 'REPORTED',
        name: 'Orang Rumah Sakit',
        sex: 'L',
        employerAgencyId: stage.agencies.get('rsud-igd'),
      }),
    );
    expect(await status('petugas@rsud-igd', `/referrals/${id}`)).toBe(404);
    expect(await status(OWNER, `/referrals/${id}`)).toBe(200);
    expect(await status(SUPERVISOR, `/cases/${caseId}`)).toBe(200);
  });
});

describe('four eyes are counted by human being', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    // The owner has a second account, as a supervisor.
    await stage.admin.query(
      `update simpul.account set person_id = (select person_id from simpul.account where email = $1) where email = $2`,
      [`${OWNER}.simpul.example`, `${SUPERVISOR}.simpul.example`],
    );
  });
  afterAll(() => stage?.close());

  it('for a lower level, an end, a waiver and a seal', async () => {
    const caseId = await stage.openCase();
    const other = stage.api.as(SUPERVISOR);
    const { id: screening } = done(
      await stage.sender.post<{ id: string }>(`/cases/${caseId}/screenings`, {
        redFlags: [],
        risk: 'SEDANG',
        reason: 'Terlapor pindah.',
      }),
    );
    expect((await other.post<RefusalBody>(`/screenings/${screening}/approval`)).body.code).toBe(
      'fourEyes.samePerson',
    );
    const { rows } = await stage.admin.query<{ id: string }>(
      `select d.id from simpul.deadline d join simpul.deadline_rule r on r.id = d.rule_id
        where d.case_id = $1 and r.basis <> 'LAW' and d.status = 'running' and d.slug <> 'lowering-approval' limit 1`,
      [caseId],
    );
    const deadline = rows[0]!.id;
    done(await stage.sender.post(`/deadlines/${deadline}/waiver`, { reason: 'Klien pindah kota.' }));
    expect((await other.post<RefusalBody>(`/deadlines/${deadline}/waiver-approval`)).body.code).toBe(
      'fourEyes.samePerson',
    );
    // Nor by the database's role alone, from either account; nor in somebody else's name.
    for (const who of [OWNER, SUPERVISOR])
      await expect(
        stage.asRole(
          who,
          `update simpul.deadline set status = 'waived', ended_at = simpul.now() where id = $1`,
          [deadline],
        ),
      ).rejects.toMatchObject({ code: '23514' });
    await expect(
      stage.asRole(
        SUPERVISOR,
        'update simpul.deadline set waiver_proposed_by = gen_random_uuid() where id = $1',
        [deadline],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('two who approve at once have one effect', async () => {
    const caseId = await stage.openCase();
    await stage.admin.query(`update simpul.account set person_id = gen_random_uuid() where email = $1`, [
      `${SUPERVISOR}.simpul.example`,
    ]);
    done(
      await stage.sender.post(`/cases/${caseId}/members`, {
        accountId: (
          await stage.admin.query<{ id: string }>('select id from simpul.account where email = $1', [
            `${SECOND}.simpul.example`,
          ])
        ).rows[0]!.id,
      }),
    );
    const { id: screening } = done(
      await stage.sender.post<{ id: string }>(`/cases/${caseId}/screenings`, {
        redFlags: [],
        risk: 'SEDANG',
        reason: 'Terlapor pindah.',
      }),
    );
    const race = await Promise.all(
      [SUPERVISOR, SECOND, SUPERVISOR, SECOND].map((who) =>
        stage.api.as(who).post(`/screenings/${screening}/approval`),
      ),
    );
    expect(race.filter(({ status }) => status < 300)).toHaveLength(1);
    const { rows } = await stage.admin.query(
      `select count(*)::int as n from ledger.entry where act = 'screening.approved' and decision = 'allowed' and object_id = $1`,
      [screening],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});
