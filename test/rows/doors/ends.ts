import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import {
  LASTS,
  LEAD,
  MET,
  OPEN,
  PAUSED,
  changed,
  clock,
  emergency,
  newest,
  onlyThese,
  referral,
} from './things.js';

const MISSED = { status: `'missed'`, missed_at: 'simpul.now()' };

/** Of each clock one step that is to come and one that was. */
const STEPS = ['pending', 'superseded'].map(
  (status) =>
    `insert into simpul.deadline_step select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'deadline_id', d.id, 'status', '${status}', 'fired_at', null))).* from simpul.deadline d, simpul.deadline_step s where s.id = (select id from simpul.deadline_step order by id limit 1)`,
);

const ENDED = `select concat_ws('; ', ${[
  changed('deadline', `concat_ws(' ', t.slug, t.status)`),
  changed(
    'deadline_change',
    `concat_ws(' ', d.slug, t.from_status, t.to_status)`,
    'join simpul.deadline d on d.id = t.deadline_id',
  ),
].join(', ')})`;

const RULE = {
  rule_id: `(select id from simpul.deadline_rule where clock = 'WORKING' order by slug limit 1)`,
};

const changedAt = (slug: string, change: string, ago: string): string =>
  `insert into simpul.deadline_change (deadline_id, change, from_status, to_status, created_at) select id, '${change}', 'running', 'paused', simpul.now() - interval '${ago}' from simpul.deadline where owing_agency_id = (select id from simpul.agency where code = '${slug}')`;

const pauses = (call: string): string =>
  `select string_agg(concat_ws(' ', "agencyName", status, jsonb_array_length(pauses)), ', ' order by "agencyName", status) from ${call}`;

const by = (code: string): Record<string, string> => ({
  owing_agency_id: `(select id from simpul.agency where code = '${code}')`,
});

export const ends: Scene[] = [
  {
    name: 'a referral ends some clocks of its case',
    so: [
      clock(1, { case_id: OPEN, slug: `'complaint-followup-high'` }),
      clock(2, { case_id: OPEN, slug: `'complaint-followup-high'`, ...PAUSED }),
      clock(3, { case_id: OPEN, slug: `'complaint-followup-high'`, ...MISSED }),
      clock(4, { case_id: OPEN, slug: `'complaint-followup-high'`, ...MET }),
      clock(5, { case_id: OPEN, slug: `'complaint-service'` }),
      onlyThese,
      ...STEPS,
      `update simpul.referral set status = 'accepted', accepted_at = simpul.now() where id = ${referral('0001')}`,
    ],
    things: {
      sent: referral('0001'),
      accepted: `select accepted_at from simpul.referral where id = ${referral('0001')}`,
    },
    doors: [
      `simpul.end_case_deadlines($sent, array['complaint-followup-high'], 'met', 'referral.accepted', $accepted)`,
    ],
    after: ENDED,
    by: ['ao-receiver@rsud-igd'],
  },
  {
    name: 'looking back at an emergency ends its clock',
    so: [
      emergency(
        who('sv-outside@puspaga'),
        `interval '2 hours'`,
        `simpul.now() - interval '1 hour 50 minutes', id, null, null, null, null`,
      ),
      emergency(who('cw-outside@puspaga'), `interval '2 hours'`, LASTS),
      ...[{}, PAUSED, MISSED, MET].map((status, at) =>
        clock(at + 1, {
          case_id: OPEN,
          about_id: `(${newest('emergency_access', `account_id = ${who('sv-outside@puspaga')}`)})`,
          slug: `'break-glass-review'`,
          ...status,
        }),
      ),
      clock(6, {
        case_id: OPEN,
        about_id: `(${newest('emergency_access', `account_id = ${who('sv-outside@puspaga')}`)})`,
        slug: `'dua'`,
      }),
      clock(7, {
        case_id: OPEN,
        about_id: `(${newest('emergency_access', `account_id = ${who('cw-outside@puspaga')}`)})`,
        slug: `'break-glass-review'`,
      }),
      onlyThese,
      ...STEPS,
    ],
    things: { over: newest('emergency_access', `account_id = ${who('sv-outside@puspaga')}`) },
    doors: [`simpul.review_emergency($over, 'JUSTIFIED')`],
    after: ENDED,
    by: ['io-outside@inspektorat'],
  },
  {
    name: 'whoever yields owes nothing more',
    so: [
      `update simpul.referral set fan_id = '00000000-0000-4000-8000-000000000001', status = 'accepted', bare = false where id = ${referral('0001')}`,
      `update simpul.referral set fan_id = '00000000-0000-4000-8000-000000000001', status = 'requested', bare = true, case_number = null, risk = null where id = ${referral('0002')}`,
      ...[{}, PAUSED, MISSED, MET].map((status, at) =>
        clock(at + 1, { referral_id: referral('0002'), slug: `'satu'`, ...status }),
      ),
      clock(6, { referral_id: referral('0003'), slug: `'dua'` }),
      onlyThese,
      ...STEPS,
    ],
    things: { winner: referral('0001'), loser: referral('0002'), alone: referral('0003') },
    doors: [
      `select 'yields' from simpul.yield_to_winner($winner, $loser, gen_random_uuid(), simpul.now())`,
      ...['winner', 'loser', 'alone'].map(
        (which) =>
          `with b as materialized (select id, xmax::text as x from simpul.referral), l as materialized (select (select count(*) > 0 from b) || ' ' || simpul.lock_fan($${which}) as done) select (select max(done) from l) || (select count(*) from simpul.referral r join b using (id) where r.xmax::text <> b.x)`,
      ),
    ],
    after: ENDED,
    bare: true,
    by: ['ao-receiver@rsud-igd'],
  },
  {
    name: 'a clock was paused, and another one went on',
    so: [
      clock(1, { case_id: OPEN, slug: `'satu'`, owing_account_id: LEAD, ...RULE, ...by('rsud-igd') }),
      clock(2, { case_id: OPEN, slug: `'satu'`, ...RULE, ...by('dinkes') }),
      clock(3, { case_id: OPEN, slug: `'satu'`, ...RULE, ...by('puspaga'), ...MET }),
      onlyThese,
      changedAt('rsud-igd', 'pause', '3 hours'),
      changedAt('dinkes', 'pause', '4 hours'),
      changedAt('dinkes', 'resume', '2 hours'),
    ],
    things: {},
    doors: [pauses('simpul.open_working_day_deadlines()'), pauses(`simpul.open_deadlines_of_rule('satu')`)],
    by: ['lo-outside@bagian-hukum'],
  },
];
