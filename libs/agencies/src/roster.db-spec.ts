import { done, ReferralStage, type RefusalBody } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface RosterBody {
  shifts: { id: string; displayName: string; standInName?: string; startsAt: string }[];
  absences: { id: string; displayName: string }[];
  fallback?: { displayName: string };
  colleagues: { accountId: string; displayName: string }[];
  mayEdit: boolean;
}
interface DutyBody {
  items: { agencyCode: string; onDuty: { displayName: string; reason: string }[] }[];
}

const NIGHT = { startsAt: '2026-04-14T16:00:00+07:00', endsAt: '2026-04-15T08:00:00+07:00' };

describe('the duty roster', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const head = () => stage.api.as('kepala@uptd-ppa');
  const account = async (mailbox: string): Promise<string> =>
    (
      await stage.admin.query<{ id: string }>('select id from simpul.account where email = $1', [
        `${mailbox}.simpul.example`,
      ])
    ).rows[0]!.id;
  const onDuty = async (code = 'uptd-ppa') =>
    done(await head().get<DutyBody>('/duty-roster')).items.find(({ agencyCode }) => agencyCode === code)!
      .onDuty;
  const roster = async (path = '/duty-roster/shifts') => done(await head().get<RosterBody>(path));
  const line = async (mailbox: string, standIn?: string, times: object = NIGHT): Promise<object> => ({
    accountId: await account(mailbox),
    ...(standIn && { standInAccountId: await account(standIn) }),
    ...times,
  });

  it('is written by the head for some weeks, and says who answers now', async () => {
    await stage.database.setClock('2026-04-14T10:00:00+07:00');
    const body = { ...(await line('pendamping@uptd-ppa', 'pendamping2@uptd-ppa')), repeatWeeks: 2 };
    expect(done(await head().post<{ ids: string[] }>('/duty-roster/shifts', body)).ids).toHaveLength(3);
    done(await head().post('/duty-roster/fallback', { accountId: await account('kepala@uptd-ppa') }));
    expect(await onDuty()).toEqual([
      expect.objectContaining({ displayName: 'Herlina Fiksi', reason: 'FALLBACK' }),
    ]);
    await stage.database.setClock('2026-04-21T23:10:00+07:00');
    expect(await onDuty()).toEqual([
      expect.objectContaining({ displayName: 'Dewi Hikayat', reason: 'SHIFT' }),
    ]);
    expect(await onDuty('rsud-igd')).toEqual([]);
    const { shifts, fallback, mayEdit } = await roster();
    expect(shifts.map(({ displayName, standInName }) => [displayName, standInName])).toEqual([
      ['Dewi Hikayat', 'Lestari Contoh'],
      ['Dewi Hikayat', 'Lestari Contoh'],
    ]);
    expect({ fallback: fallback?.displayName, mayEdit }).toEqual({
      fallback: 'Herlina Fiksi',
      mayEdit: true,
    });
  });

  it('somebody on leave: the stand-in answers; the leave taken back: they do again', async () => {
    await stage.database.setClock('2026-04-21T20:00:00+07:00');
    const leave = { startsAt: '2026-04-20T00:00:00+07:00', endsAt: '2026-04-27T00:00:00+07:00' };
    const away = await line('pendamping@uptd-ppa', undefined, leave);
    const [id] = done(await head().post<{ ids: string[] }>('/duty-roster/absences', away)).ids;
    expect(await onDuty()).toEqual([
      expect.objectContaining({ displayName: 'Lestari Contoh', reason: 'STAND_IN' }),
    ]);
    expect((await head().post(`/duty-roster/absences/${id}/removal`, {})).status).toBe(204);
    expect(await onDuty()).toEqual([expect.objectContaining({ reason: 'SHIFT' })]);
    expect((await head().post(`/duty-roster/absences/${id}/removal`, {})).status).toBe(404);
  });

  it('names colleagues only, and refuses a line that cannot be', async () => {
    await stage.database.setClock('2026-04-14T10:00:00+07:00');
    const refused = async (body: object): Promise<unknown> => {
      const { status, body: problem } = await head().post<RefusalBody>('/duty-roster/shifts', body);
      return [status, ...(problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)];
    };
    expect(await refused(await line('petugas@rsud-igd'))).toEqual([422, '/accountId roster.notAColleague']);
    expect(await refused(await line('pendamping@uptd-ppa', 'pendamping@uptd-ppa'))).toEqual([
      422,
      '/standInAccountId roster.standsInForThemselves',
    ]);
    const backwards = { startsAt: NIGHT.endsAt, endsAt: NIGHT.startsAt };
    expect(await refused(await line('pendamping@uptd-ppa', undefined, backwards))).toEqual([
      422,
      '/endsAt roster.endsBeforeItStarts',
    ]);
    const long = { ...NIGHT, endsAt: '2026-05-15T08:00:00+07:00' };
    expect(await refused(await line('pendamping@uptd-ppa', undefined, long))).toEqual([
      422,
      '/endsAt roster.tooLong',
    ]);
  });

  it('another agency reads it without the pen, and its head cannot take a line out', async () => {
    await stage.database.setClock('2026-04-14T10:00:00+07:00');
    const uptd = stage.agencies.get('uptd-ppa');
    const other = stage.api.as('kepala@rsud-igd');
    const seen = done(await other.get<RosterBody>(`/duty-roster/shifts?agencyId=${uptd}`));
    expect({ mayEdit: seen.mayEdit, colleagues: seen.colleagues }).toEqual({
      mayEdit: false,
      colleagues: [],
    });
    expect(seen.shifts.length).toBeGreaterThan(0);
    const removal = `/duty-roster/shifts/${seen.shifts[0]!.id}/removal`;
    expect((await other.post(removal, {})).status).toBe(404);
    expect((await stage.sender.post(removal, {})).status).toBe(403);
  });

  it('row-level security alone keeps a head out of another roster, and strangers’ names out of the own', async () => {
    const uptd = stage.agencies.get('uptd-ppa');
    const [own, stranger] = [await account('kepala@rsud-igd'), await account('pendamping@uptd-ppa')];
    const insert = (agency: unknown, who: string) =>
      stage.asRole(
        'kepala@rsud-igd',
        `insert into simpul.duty_shift (agency_id, account_id, starts_at, ends_at, created_by)
         values ($1, $2, simpul.now(), simpul.now() + interval '1 hour', $3)`,
        [agency, who, own],
      );
    await expect(insert(uptd, stranger)).rejects.toThrow('row-level security');
    await expect(insert(stage.agencies.get('rsud-igd'), stranger)).rejects.toThrow('row-level security');
    expect(
      await stage.asRole(
        'kepala@rsud-igd',
        'update simpul.duty_shift set removed_at = simpul.now(), removed_by = $1 returning id',
        [own],
      ),
    ).toEqual([]);
  });

  it('each line that is written or taken back is in the ledger', async () => {
    const { rows } = await stage.admin.query<{ act: string }>(
      `select distinct act from ledger.entry where act like 'roster.%' order by act`,
    );
    expect(rows.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'roster.absenceAdded',
        'roster.absenceRemoved',
        'roster.fallbackNamed',
        'roster.shiftAdded',
      ]),
    );
  });
});
