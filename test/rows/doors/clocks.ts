import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { DRAFT, HOSPITAL, LEAD, OPEN, SEALED, changed, clock, onlyThese, referral } from './things.js';

const OFFICER = who('ao-receiver@rsud-igd');
const milestone = (of: string, kind: string, ago: string): string =>
  `insert into simpul.milestone (case_id, kind, at, recorded_by) select ${of}, '${kind}', simpul.now() - interval '${ago}', ${OFFICER}`;
/** Who answers, who answers for the office, and who is kept from the case by an interest. */
const OF_THE_HOSPITAL = ['ao-receiver@rsud-igd', 'sv-receiver@rsud-igd', 'cw-receiver@rsud-igd'];

const pausedAt = (ago: string, change: string): string =>
  `insert into simpul.deadline_change (deadline_id, change, from_status, to_status, created_at)
     select id, '${change}', 'running', 'paused', simpul.now() - interval '${ago}' from simpul.deadline
      where case_id = ${OPEN} and status = 'running' order by slug limit 1`;

const ofStatus = (call: string): string =>
  `select string_agg(concat_ws(' ', n, status, pauses), ', ' order by status) from (select status, count(*) as n, sum(jsonb_array_length(pauses)) as pauses from ${call} group by 1) x`;

export const clocks: Scene[] = [
  {
    name: 'who keeps the calendar and the rules',
    so: [
      'delete from simpul.deadline_change',
      pausedAt('3 hours', 'pause'),
      pausedAt('2 hours', 'resume'),
      pausedAt('1 hour', 'pause'),
    ],
    things: {
      slug: `select slug from simpul.deadline where case_id = ${OPEN} and status = 'running' order by slug limit 1`,
    },
    doors: [
      ofStatus('simpul.open_working_day_deadlines()'),
      ofStatus('simpul.open_deadlines_of_rule($slug)'),
    ],
    by: [
      'lo-outside@bagian-hukum',
      'ad-outside@diskominfo',
      'sv-office@uptd-ppa',
      'an ended session of the lead',
    ],
  },
  ...[
    { name: 'as it should', so: [] },
    {
      name: 'not yet received',
      so: [`update simpul.referral set status = 'requested' where id = ${referral('0001')}`],
    },
    {
      name: 'another service',
      so: [`update simpul.referral set service_code = 'KESEHATAN' where id = ${referral('0001')}`],
    },
    { name: 'no police', so: [`update simpul.agency set kind = 'RSUD' where id = ${HOSPITAL}`] },
    {
      name: 'asked among several',
      so: [
        `update simpul.referral set bare = true, fan_id = gen_random_uuid(), case_number = null, risk = null where id = ${referral('0001')}`,
      ],
    },
    {
      name: 'received before',
      so: [
        `insert into simpul.milestone (case_id, kind, at, recorded_by) select ${OPEN}, 'report.received_by_police', simpul.now(), ${LEAD}`,
      ],
    },
    {
      name: 'something else happened before',
      so: [
        `insert into simpul.milestone (case_id, kind, at, recorded_by) select ${OPEN}, 'other', simpul.now(), ${LEAD}`,
        `insert into simpul.milestone (case_id, kind, at, recorded_by) select ${SEALED}, 'report.received_by_police', simpul.now(), ${LEAD}`,
      ],
    },
  ].map(({ name, so }) => ({
    name: `the police received a report: ${name}`,
    so: [
      'delete from simpul.milestone',
      `update simpul.agency set kind = 'POLRES' where id = ${HOSPITAL}`,
      `update simpul.referral set status = 'received', service_code = 'PENEGAKAN_HUKUM' where number in ('PBM-R-2026-0001', 'PBM-R-2026-0003')`,
      ...so,
    ],
    things: { sent: referral('0001') },
    doors: ['select count(*) from simpul.police_received_report($sent, simpul.now())'],
    by: [...OF_THE_HOSPITAL, 'ao-outside@dinkes', 'pendamping@uptd-ppa'],
  })),
  ...[
    { name: 'accepted', so: [] },
    {
      name: 'not accepted yet',
      so: [`update simpul.referral set status = 'received' where id = ${referral('0001')}`],
    },
    {
      name: 'somebody of another role of the office',
      so: [`update simpul.account set role = 'psychologist' where id = ${who('sv-receiver@rsud-igd')}`],
    },
  ].map(({ name, so }) => ({
    name: `a receiver ends clocks of the case: ${name}`,
    so: [
      clock(1, { case_id: OPEN, slug: `'complaint-followup'` }),
      clock(2, { case_id: OPEN, slug: `'uptd-police-report-tpks'` }),
      clock(3, { case_id: OPEN, slug: `'police-spdp'` }),
      clock(4, { case_id: SEALED, slug: `'complaint-followup'` }),
      clock(5, { case_id: OPEN, slug: `'complaint-followup'`, referral_id: referral('0002') }),
      onlyThese,
      `update simpul.referral set status = 'accepted', accepted_at = simpul.now() - interval '1 hour' where id = ${referral('0001')}`,
      milestone(OPEN, 'report.received_by_police', '2 hours'),
      milestone(OPEN, 'other', '1 hour'),
      milestone(SEALED, 'report.received_by_police', '1 hour'),
      ...so,
    ],
    things: {
      sent: referral('0001'),
      draft: DRAFT,
      all: `select array_agg(slug) from simpul.deadline`,
      accepted: `select accepted_at from simpul.referral where id = ${referral('0001')}`,
      known: `select at from simpul.milestone where case_id = ${OPEN} and recorded_by = ${OFFICER} and kind = 'report.received_by_police'`,
    },
    doors: [
      ...["'met', 'referral.accepted', $accepted", "'met', 'report.received_by_police', $known"],
      ...["'cancelled', 'referral.accepted', $accepted", "'met', 'referral.accepted', $known"],
      ...["'met', 'report.received_by_police', $accepted", "'met', 'case.closed', $accepted"],
    ]
      .map((how) => `simpul.end_case_deadlines($sent, $all, ${how})`)
      .concat(
        `simpul.end_case_deadlines($draft, $all, 'met', 'referral.accepted', $accepted)`,
        `simpul.end_case_deadlines($sent, array['complaint-service'], 'met', 'referral.accepted', $accepted)`,
      ),
    after: `select ${changed('deadline', `concat_ws(' ', t.slug, t.status)`)}`,
    by: [...OF_THE_HOSPITAL, 'ao-outside@dinkes', 'pendamping@uptd-ppa'],
  })),
  {
    name: 'a link asks for its own referral and for another',
    so: [],
    things: {
      own: `select referral_id from simpul.referral_link where kind = 'LINK' and spent_at is not null and session_until > simpul.now() limit 1`,
      another: referral('0003'),
    },
    doors: ['own', 'another'].map((which) => `simpul.referral_sender($${which}) is not null`),
    reads: true,
    by: ['the holder of a link'],
  },
];
