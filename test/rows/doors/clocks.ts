import type { Scene } from '../doors.js';
import { DRAFT, HOSPITAL, LEAD, OPEN, SEALED, referral } from './things.js';

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
    by: ['ao-receiver@rsud-igd', 'ao-outside@dinkes', 'pendamping@uptd-ppa'],
  })),
  {
    name: 'a referral ends the clocks of its case',
    so: [`update simpul.deadline set case_id = ${OPEN} where referral_id = ${referral('0002')}`],
    things: {
      sent: referral('0001'),
      draft: DRAFT,
      slugs: `select array_agg(distinct slug) from simpul.deadline`,
      some: `select array_agg(slug) from (select slug from simpul.deadline where case_id = ${OPEN} and referral_id is null and status in ('running', 'paused', 'missed') order by slug limit 1) x`,
    },
    doors: [
      `simpul.end_case_deadlines($sent, $slugs, 'met', 'report.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $slugs, 'cancelled', 'lpsk.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $some, 'met', 'report.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $some, 'running', 'report.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $some, 'met', 'case.closed', simpul.now())`,
      `simpul.end_case_deadlines($draft, $some, 'met', 'report.received', simpul.now())`,
    ],
    by: ['ao-receiver@rsud-igd', 'ao-outside@dinkes', 'ao-drafted@dinsos-rehab', 'pendamping@uptd-ppa'],
  },
];
