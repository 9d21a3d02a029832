import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage } from '#harness';

interface Lane {
  urgent: boolean;
  checks: { code: string; doneAt: string | null; doneByName: string | null }[];
  order: { id: string; name: string; openNow: boolean; phones: string[] }[];
  calls: {
    agencyId: string;
    outcome: string;
    who: string | null;
    referralId: string | null;
    writeBy: string | null;
  }[];
}

describe('the first hour by telephone', () => {
  let stage: ReferralStage;
  let caseId: string;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    caseId = await stage.openCase();
  });
  afterAll(() => stage?.close());
  const path = (): string => `/cases/${caseId}/urgent-calls`;
  const record = (body: object) =>
    stage.sender.post<Lane & { code: string; errors: { code: string }[] }>(path(), body);

  it('says whom to call in which order, and keeps each point and call with its time, sealed and in the ledger', async () => {
    const lane = done(await stage.sender.get<Lane>(path()));
    expect(lane.urgent).toBe(true);
    expect(lane.order.map(({ id }) => id)).toContain(stage.agencies.get('rsud-igd'));
    expect(lane.order.every(({ phones }) => phones.length > 0)).toBe(true);
    done(await record({ check: 'SAFE_TO_TALK' }));
    await stage.database.setClock('2026-04-14T19:31:00+07:00');
    const agencyId = stage.agencies.get('rsud-igd');
    done(await record({ agencyId, outcome: 'NOT_REACHED' }));
    await stage.database.setClock('2026-04-14T19:32:00+07:00');
    const after = done(
      await record({ agencyId, outcome: 'HANDED_OVER', serviceCode: 'KESEHATAN', who: 'Nanda RAHASIA' }),
    );
    expect(after.checks.find(({ code }) => code === 'SAFE_TO_TALK')!.doneByName).toBe('Dewi Hikayat');
    expect(after.calls.map(({ outcome, who, referralId }) => [outcome, who, referralId])).toEqual([
      ['NOT_REACHED', null, null],
      ['HANDED_OVER', 'Nanda RAHASIA', null],
    ]);
    const { rows } = await stage.admin.query<{ kept: string }>(
      `select row_to_json(c)::text || (select string_agg(e.facts::text, '') from ledger.entry e where e.object_id = c.id) as kept
         from simpul.urgent_call c where c.case_id = $1`,
      [caseId],
    );
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/RAHASIA/);
    await expect(
      stage.asRole('pendamping@uptd-ppa', `update simpul.urgent_call set outcome = 'REACHED'`),
    ).rejects.toThrow(/permission denied/);
    expect(await stage.asRole('petugas@rsud-igd', 'select 1 from simpul.urgent_call')).toEqual([]);
  });

  const clocks = async () =>
    (
      await stage.admin.query<{ status: string; dueAt: string; owner: boolean }>(
        `select d.status, d.due_at as "dueAt", d.owing_account_id = f.owner_account_id as owner
           from simpul.deadline d join simpul.case_file f on f.id = d.case_id
          where d.case_id = $1 and d.slug = 'handover-writing' order by d.armed_at, d.id`,
        [caseId],
      )
    ).rows;

  it('what was handed over in words is owed in writing within six hours, by the owner of the case', async () => {
    const dueAt = new Date('2026-04-15T01:32:00+07:00');
    expect(await clocks()).toEqual([{ status: 'running', dueAt, owner: true }]);
    expect(done(await stage.sender.get<Lane>(path())).calls.at(-1)!.writeBy).toBe(dueAt.toISOString());
    interface Listed {
      groups: { items: { verb: string; caseId: string; title: string }[] }[];
    }
    const listed = done(await stage.sender.get<Listed>('/worklist')).groups.flatMap(({ items }) => items);
    expect(listed).toContainEqual(expect.objectContaining({ verb: 'write', caseId }));
  });

  it('is confirmed by the referral that follows for the same service', async () => {
    await stage.consent(caseId, 'RSUD');
    const id = await stage.draft(caseId);
    expect(done(await stage.sender.get<Lane>(path())).calls.at(-1)!.referralId).toBeNull();
    done(await stage.act(stage.sender, id, 'sending'));
    expect(done(await stage.sender.get<Lane>(path())).calls.at(-1)).toMatchObject({
      referralId: id,
      writeBy: null,
    });
    expect((await clocks()).map(({ status }) => status)).toEqual(['met']);
  });

  it('owes nothing more in writing where the referral is already there', async () => {
    const agencyId = stage.agencies.get('rsud-igd');
    await stage.database.setClock('2026-04-14T19:50:00+07:00');
    const lane = done(await record({ agencyId, outcome: 'HANDED_OVER', serviceCode: 'KESEHATAN' }));
    expect(lane.calls.at(-1)!.referralId).not.toBeNull();
    expect(await clocks()).toHaveLength(1);
  });

  it.each<[object, string]>([
    [{}, 'urgentCall.oneThing'],
    [{ check: 'SAFE_TO_TALK', agencyId: true, outcome: 'REACHED' }, 'urgentCall.oneThing'],
    [{ agencyId: true, outcome: 'HANDED_OVER' }, 'urgentCall.whichService'],
    [{ agencyId: true, outcome: 'NOT_REACHED', who: 'Nanda' }, 'urgentCall.nobody'],
    [{ agencyId: true, outcome: 'REACHED', at: '2026-04-15T19:30:00+07:00' }, 'time.inTheFuture'],
  ])('refuses %j: %s', async (body, code) => {
    const agencyId = 'agencyId' in body ? { agencyId: stage.agencies.get('rsud-igd') } : {};
    const answer = await record({ ...body, ...agencyId });
    expect([answer.status, answer.body.errors[0]!.code]).toEqual([422, code]);
  });

  it('neither lists nor lets call where the reported person works', async () => {
    const agencyId = stage.agencies.get('polres-ppa');
    caseId = await stage.openCase({
      reportedPersons: [
        { name: 'Wirasena Umpama', sex: 'L', ageYears: 38, relation: 'SUAMI_ISTRI', agencyId },
      ],
    });
    const lane = done(await stage.sender.get<Lane>(path()));
    expect(lane.order.map(({ id }) => id)).not.toContain(agencyId);
    expect((await record({ agencyId, outcome: 'REACHED' })).body.code).toBe(
      'referral.receiver.conflictOfInterest',
    );
  });

  it('and the suggestions say who is on duty, what is needed first, whether there is room and how old it is', async () => {
    interface Suggested {
      windows: {
        receivers: {
          agencies: {
            id: string;
            requires: string[];
            onDuty: string[];
            stale: boolean;
            capacity: object | null;
          }[];
        }[];
      }[];
    }
    await stage.admin.query(
      `update simpul.service set capacity_total = 6, capacity_free = 0, capacity_as_of = simpul.now() where service_code = 'PENAMPUNGAN_SEMENTARA'`,
    );
    await stage.admin.query(`update simpul.agency set verified_on = '2020-01-01' where code = 'rsud-igd'`);
    const found = done(await stage.sender.get<Suggested>(`/cases/${caseId}/suggested-receivers`));
    const agencies = found.windows.flatMap(({ receivers }) => receivers.flatMap((one) => one.agencies));
    const of = (code: string) => agencies.find(({ id }) => id === stage.agencies.get(code))!;
    expect(of('rsud-igd')).toMatchObject({
      stale: true,
      onDuty: [],
      requires: expect.arrayContaining([expect.any(String)]),
    });
    expect(of('rumah-aman').capacity).toMatchObject({ free: 0 });
  });
});
