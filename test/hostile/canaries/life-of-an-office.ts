import { done, type ReferralStage } from '#harness';
import type { KnownIds } from '../../access/valid-bodies.js';
import { acting, type Heard } from './acting.js';
import type { Planting } from './planting.js';

const LEGAL = 'hukum@bagian-hukum';
const DATA = 'data@dppkbpppa';
const IT = 'admin@diskominfo';
const INTEGRITY = 'integritas@inspektorat';
export const RULE = 'complaint-followup';

/** What the staff write that is of no case: rules, calendars, the directory, accounts, devices, alarms, reviews. */
export async function liveAnOffice(
  stage: ReferralStage,
  planting: Planting,
  heard: Heard[],
  known: KnownIds,
): Promise<{ listedId: string; reviewId: string }> {
  const act = acting(stage, planting, heard, known);
  const one = async (sql: string): Promise<string> =>
    (await stage.admin.query<{ id: string }>(sql)).rows[0]!.id;
  const account = (mailbox: string): string =>
    `(select id from simpul.account where email = '${mailbox}.simpul.example')`;

  await act(LEGAL, 'POST /holidays', '');
  await act(
    LEGAL,
    'POST /holidays/{id}/removal',
    await one(`select id from simpul.holiday where date = '2026-12-24' and region_code = '16.74'`),
  );
  const basis = planting.word('POST /office-hours-imports /basis');
  const lines = ['MON', 'TUE', 'WED', 'THU', 'FRI'].map(
    (day) => `NORMAL,${day},07:30,16:00,2027-01-01,${basis}`,
  );
  const csv = ['season,weekday,open,close,valid_from,basis', ...lines].join('\n');
  await act(LEGAL, 'POST /office-hours-imports', '', () => ({ csv, commit: true }));
  const { items: hours } = done(
    await stage.api.as(LEGAL).get<{ items: { id: string; basis: string }[] }>('/office-hours'),
  );
  await act(LEGAL, 'POST /office-hours/{id}/removal', hours.find((period) => period.basis === basis)!.id);
  const wording = (body: object): object => ({
    ...body,
    ...{ appliesWhen: 'ALWAYS', escalateTo: 'KEPALA_UPTD_PPA' },
  });
  await act(LEGAL, 'POST /deadline-rules/{ruleId}/versions', RULE, wording);
  await act(
    LEGAL,
    'POST /deadline-rule-versions/{id}/withdrawal',
    await one(`select id from simpul.rule_proposal where slug = '${RULE}'`),
  );

  const listedId = stage.agencies.get('kemenag')!;
  const versionOf = async (table: string, id: string): Promise<number> =>
    (await stage.admin.query<{ version: number }>(`select version from simpul.${table} where id = $1`, [id]))
      .rows[0]!.version;
  const kept = (version: number) => (body: object) => ({
    ...body,
    ...{ version, hours: 'OFFICE', costSource: 'Dana contoh', feedbackDocument: 'Surat contoh' },
  });
  await act(DATA, 'PATCH /directory/agencies/{id}', listedId, kept(await versionOf('agency', listedId)));
  const version = await versionOf('agency', listedId);
  await act(DATA, 'POST /directory/agencies/{id}/contacts', listedId, (body) => ({ ...body, version }));
  await act(DATA, 'POST /directory/agencies/{id}/services', listedId, (body) => ({
    ...body,
    ...{ hours: 'OFFICE', costSource: 'Dana contoh' },
  }));

  await act(IT, 'POST /accounts', '');
  // A device's name, without the device: who signs in already is asked for nothing.
  const owner = 'petugas@dinsos-rehab';
  done(await stage.api.as(owner).get('/accounts/current/factors'));
  await stage.admin.query(
    `insert into simpul.factor (account_id, kind, name, confirmed_at, credential_id, public_key, counter)
       select id, 'passkey', $1, simpul.now(), 'x', '\\x00', 0 from ${account(owner)} id`,
    [planting.word('POST /accounts/current/passkeys /name')],
  );

  const alarm = await one(
    `insert into simpul.alarm (kind, told, next_climb_at)
       select 'WORKER_CLOCK', array[${account(IT)}], simpul.now() + interval '1 day' returning id`,
  );
  await act(IT, 'POST /alarms/{id}/resolution', alarm);
  const reviewId = await one(
    `with day as (insert into simpul.review_day (agency_id, day, side)
                  select agency_id, '2026-04-12', 'integrity' from simpul.account where id = ${account(INTEGRITY)} returning id)
     insert into simpul.review_item (review_day_id, entry_ids, first_at, last_at, reason, subject_account_id)
       select id, array[gen_random_uuid()], simpul.now(), simpul.now(), 'chance', ${account('kepala@uptd-ppa')} from day
       returning id`,
  );
  await act(INTEGRITY, 'POST /reviews/{id}/decision', reviewId);
  return { listedId, reviewId };
}
