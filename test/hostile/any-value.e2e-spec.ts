import { done, ReferralStage, type Method, type Person } from '#harness';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { validBodies, type KnownIds } from '../access/valid-bodies.js';
import { changed, places } from './wrong-values.js';

interface Problem {
  code?: string;
}
/** Where a body is sent, after what has brought the referral there. */
interface Scene {
  route: string;
  path: string;
  who: Person;
  body: object;
  /** The sent referral that it was made of, while nothing has been done with it. */
  unspent?: Sent;
}
type Sent = Awaited<ReturnType<ReferralStage['sent']>>;

const SEED = 20260414;
/** For a longer look: `SIMPUL_VALUES_PER_ROUTE=200`. */
const RUNS = Number(process.env.SIMPUL_VALUES_PER_ROUTE ?? 30);
/** Acts that can be done again at the same place, and need no new scene after they were. */
const REPEATABLE =
  /sessions|accounts|matches|reveal|persons|notes|milestones|screenings|consents$|reports$|holidays|office-hours|notification-channels|notification-devices|holiday-imports|duty-roster|directory|imports|removal|deadline-rule|referrals$|progress/;
const EXPECTED = new Set([400, 401, 404, 409, 413, 422, 429]);

/** Times that exist, but that no calendar of ours reaches, and texts at the edges of what is a text. */
const EDGES = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999999Z',
  '9999-12-31T23:59:59-23:59',
  '1969-12-31T23:59:60Z',
  '2026-04-14T24:00:00Z',
  '0000-01-01',
  '9999-12-31',
  '2024-02-29',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  Number.MAX_SAFE_INTEGER,
  -0,
  '\u200b',
  '\ufeff',
  '\u0301'.repeat(200),
  '🏠'.repeat(100),
  'ﷺ'.repeat(100),
  "'; drop table simpul.case_file; --",
  '${jndi:ldap://127.0.0.1/a}',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://127.0.0.1")',
  '../../etc/passwd',
  '16.74.01.1001\n16.74.01.1002',
);

/** Right where it stands or wrong, understood or not: no value in any place of any body is a fault of ours. */
describe('any value in any place', () => {
  let stage: ReferralStage;

  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  /** A referral that a route before was refused at all along is as good as another one. */
  let spare: Sent | undefined;
  let isAsSent = true;

  const scene = async (route: string): Promise<Scene> => {
    const sent = spare ?? (await stage.sent());
    [spare, isAsSent] = [undefined, !route.includes('/closings')];
    const { caseId, id, consentId } = sent;
    const one = async (sql: string): Promise<string> =>
      (await stage.admin.query<{ id: string }>(sql, [caseId])).rows[0]!.id;
    const ids: KnownIds = {
      caseId,
      consentId,
      referralId: id,
      personId: await one(`select id from simpul.person where case_id = $1 and kind = 'VICTIM' limit 1`),
      deadlineId: await one(
        'select id from simpul.deadline where case_id = $1 and referral_id is null limit 1',
      ),
      reportId: await one('select id from simpul.report where case_id = $1'),
      screeningId: await one('select id from simpul.screening where case_id = $1'),
      accountId: await one(
        `select id from simpul.account where role = 'case_worker' and id <> (
           select owner_account_id from simpul.case_file where id = $1) limit 1`,
      ),
      closingId: caseId,
      sealId: caseId,
      conflictId: caseId,
      colleagueId: await one(
        `select id from simpul.account where email like 'psikolog@uptd-ppa%' and $1::uuid is not null`,
      ),
      notificationId: caseId,
      agencyId: stage.agencies.get('rsud-igd')!,
    };
    const [noun = ''] = /[^/]+$/.exec(route) ?? [];
    if (route.includes('/closings'))
      ids.closingId = await closable(caseId, id, route.includes('/closings/{id}'));
    const reviewId = route.includes('/reviews') ? await picked() : caseId;
    const alarmId = route.includes('/alarms') ? await alarmed() : caseId;
    const serviceId = await one('select id from simpul.service where $1::uuid is not null limit 1');
    const { who, referralId } = await bring(noun, ids, route);
    const path = route
      .replace(/^\w+ /, '')
      .replace('{ruleId}', 'referral-ack-high')
      .replace('{personId}', ids.personId)
      .replace('/referrals/{id}', `/referrals/${referralId}`)
      .replace('/consents/{id}', `/consents/${consentId}`)
      .replace('/deadlines/{id}', `/deadlines/${ids.deadlineId}`)
      .replace('/reports/{id}', `/reports/${ids.reportId}`)
      .replace('/closings/{id}', `/closings/${ids.closingId}`)
      .replace('/reviews/{id}', `/reviews/${reviewId}`)
      .replace('/alarms/{id}', `/alarms/${alarmId}`)
      .replace('/directory/agencies/{id}', `/directory/agencies/${ids.agencyId}`)
      .replace('/directory/services/{id}', `/directory/services/${serviceId}`)
      .replace('/cases/{id}', `/cases/${caseId}`);
    const body = validBodies({ ...ids, referralId })[route]!;
    return { route, path, who, body, unspent: isAsSent ? sent : undefined };
  };

  /** Nothing is left in the case; `proposed`: somebody else has proposed its end, whose id it gives. */
  const closable = async (caseId: string, referralId: string, proposed: boolean): Promise<string> => {
    done(await stage.act(stage.sender, referralId, 'cancellation', { reason: 'Tidak jadi.' }));
    if (!proposed) return caseId;
    const head = stage.api.as('kepala@uptd-ppa');
    done(
      await head.post(`/cases/${caseId}/closings`, validBodies({} as KnownIds)['POST /cases/{id}/closings']!),
    );
    return done(await head.get<{ closing: { latest: { id: string } } }>(`/cases/${caseId}`)).closing.latest
      .id;
  };

  /** Something that waits for the supervisor's review. */
  const picked = async (): Promise<string> => {
    const { rows } = await stage.admin.query<{ id: string }>(
      `with day as (
         insert into simpul.review_day (day, side, agency_id)
         select '2026-04-13', 'office', agency_id from simpul.account where email like 'kepala@uptd-ppa.%'
         on conflict (day, side, agency_id) do update set side = excluded.side returning id)
       insert into simpul.review_item (review_day_id, reason, subject_account_id, entry_ids, first_at, last_at)
       select day.id, 'reveal', a.id, array[gen_random_uuid()], simpul.now(), simpul.now()
         from day, simpul.account a where a.email like 'psikolog@uptd-ppa.%' returning id`,
    );
    return rows[0]!.id;
  };

  /** An open alarm of the system's own. */
  const alarmed = async (): Promise<string> => {
    const { rows } = await stage.admin.query<{ id: string }>(
      `insert into simpul.alarm (id, kind, code, detail, told, must_act, next_climb_at)
       values (gen_random_uuid(), 'CHANNEL_FAILED', gen_random_uuid()::text, '', '{}', '{}',
               simpul.now() + interval '1 hour') returning id`,
    );
    return rows[0]!.id;
  };

  /** Moves the referral to where the act is possible, and says who acts. */
  const bring = async (noun: string, { caseId, referralId }: KnownIds, route: string) => {
    const { sender, hospital } = stage;
    const act = async (who: Person, name: string, body: object = {}) => {
      isAsSent = false;
      done(await stage.act(who, referralId, name, body));
    };
    if (/^effect|^versions|retirement/.test(noun) || route.includes('deadline-rule'))
      return { who: stage.api.as('hukum@bagian-hukum'), referralId };
    if (route.includes('duty-roster')) return { who: stage.api.as('kepala@uptd-ppa'), referralId };
    if (/^holiday|^office-hours|removal/.test(noun) || /\/alarms|\/directory|\/imports/.test(route))
      return { who: stage.api.as('admin@diskominfo'), referralId };
    if (/\/departures|\/reviews|\/case-exports|\/emergency-accesses\//.test(route))
      return { who: stage.api.as('kepala@uptd-ppa'), referralId };
    if (route.includes('/baits')) return { who: stage.api.as('integritas@inspektorat'), referralId };
    if (/\/closings|\/case-transfers/.test(route)) return { who: sender, referralId };
    if (noun === 'accounts') return { who: stage.api.as('admin@diskominfo'), referralId };
    // Wrong guesses slow the person down: somebody whom no other test needs.
    if (noun === 'password') return { who: stage.api.as('auditor@inspektorat'), referralId };
    if (route.includes('/sessions/current')) return { who: stage.api.as('psikolog@uptd-ppa'), referralId };
    if (noun === 'sessions') return { who: stage.api.nobody, referralId };
    if (noun === '{id}' || noun === 'fan-out') isAsSent = false;
    if (noun === '{id}') return { who: sender, referralId: await stage.draft(caseId) };
    // A draft with a basis for both who are asked, and a need that its first receiver declined: there the values count.
    if (noun === 'fan-out') {
      await stage.consent(caseId, 'PUSKESMAS');
      return { who: sender, referralId: await stage.draft(caseId, 'puskesmas-barat') };
    }
    if (noun === 'rerouting') {
      await act(hospital, 'rejection', { reason: 'KAPASITAS_PENUH' });
      return { who: sender, referralId };
    }
    if (['acceptance', 'rejection', 'question'].includes(noun)) return { who: hospital, referralId };
    if (noun === 'answer') await act(hospital, 'question', { text: 'Kapan?' });
    if (['service-start', 'progress', 'completion', 'failure', 'confirmation'].includes(noun)) {
      await act(hospital, 'acceptance', { responsibleName: 'Nanda Umpama' });
      if (noun !== 'service-start') await act(hospital, 'service-start');
      if (noun === 'confirmation')
        await act(hospital, 'completion', { outcome: 'SELESAI', text: 'Selesai.' });
      return { who: noun === 'confirmation' ? sender : hospital, referralId };
    }
    return { who: sender, referralId };
  };

  it.each(Object.keys(validBodies({} as KnownIds)))('%s', async (route) => {
    let here = await scene(route);
    const spots = places(here.body).map(({ at }) => at.map((step) => `/${step}`).join(''));
    const value = fc.oneof(
      EDGES,
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...spots), value, async (pointer, strange) => {
        // `__proto__` is refused by the parser; what JSON.stringify drops is no body at all.
        const body = JSON.stringify(changed(here.body, { pointer, value: strange })) ?? 'null';
        const [method] = route.split(' ');
        const answer = await here.who.send<Problem>(method as Method, here.path, body, {
          'content-type': 'application/json',
        });
        if (answer.status < 300) {
          here.unspent = undefined;
          if (!REPEATABLE.test(route)) here = await scene(route);
          return;
        }
        const problem = String(answer.headers['content-type']).startsWith('application/problem+json');
        if (!EXPECTED.has(answer.status) || !problem || !answer.body.code)
          throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    spare = here.unspent;
  });
});
