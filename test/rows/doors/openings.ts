import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { ADMIN, LASTS, LEAD, emergency } from './things.js';

const CONFIRMED = `update simpul.session set confirmed_at = simpul.now()`;

const emergencyOf = (whose: string, opened: string): string =>
  emergency(whose, opened, `simpul.now() - ${opened} + interval '1 minute', id, null, null, null, null`);

export const openings: Scene[] = [
  ...[
    { name: 'everybody has just proven who they are', so: [CONFIRMED] },
    {
      name: 'nobody has just proven who they are',
      so: [
        `update simpul.session set confirmed_at = simpul.now() - case when account_id = ${LEAD} then interval '0' else interval '5 minutes' end`,
      ],
    },
    {
      name: 'one was opened and lasts',
      so: [
        CONFIRMED,
        ...['cw-outside@puspaga', 'sv-outside@puspaga'].map((whose) =>
          emergency(who(whose), `interval '1 minute'`, LASTS),
        ),
      ],
    },
    {
      name: 'one was opened and is over',
      so: [
        CONFIRMED,
        emergency(who('cw-outside@puspaga'), `interval '60 minutes'`, LASTS),
        emergencyOf(who('sv-outside@puspaga'), `interval '3 minutes'`),
      ],
    },
    {
      name: 'three were opened in a day',
      so: [
        CONFIRMED,
        ...['2 hours', '3 hours', '23 hours'].map((ago) =>
          emergencyOf(who('cw-outside@puspaga'), `interval '${ago}'`),
        ),
        ...['2 hours', '3 hours', '24 hours'].map((ago) =>
          emergencyOf(who('sv-outside@puspaga'), `interval '${ago}'`),
        ),
      ],
    },
    {
      name: 'the look back is overdue',
      so: [
        CONFIRMED,
        ...['cw-outside@puspaga', 'cw-former@uptd-ppa', 'ic-receiver@rsud-igd', 'sv-outside@puspaga'].map(
          (whose) => emergencyOf(who(whose), `interval '2 days'`),
        ),
        // The last one was looked at all the same.
        `update simpul.emergency_access set reviewed_at = simpul.now(), outcome = 'JUSTIFIED', reviewed_by = ${ADMIN}, reviewed_by_person = gen_random_uuid() where account_id = ${who('sv-outside@puspaga')}`,
        ...[
          ['cw-outside@puspaga', 'break-glass-review', 'missed'],
          ['cw-former@uptd-ppa', 'break-glass-review', 'running'],
          ['ic-receiver@rsud-igd', 'another', 'missed'],
          ['sv-outside@puspaga', 'break-glass-review', 'missed'],
        ].map(
          ([whose, slug, status], at) =>
            `update simpul.deadline set about_id = (select id from simpul.emergency_access where account_id = ${who(whose!)}), slug = '${slug}', status = '${status}'${status === 'missed' ? ', missed_at = simpul.now()' : ''} where id = (select id from simpul.deadline where about_id is null and case_id is not null and status = 'running' order by slug, id offset ${at} limit 1)`,
        ),
      ],
    },
    {
      name: 'five wrong numbers were tried',
      so: [
        CONFIRMED,
        ...[
          ['cw-outside@puspaga', '0 minutes', 5, 'denied', 'notFound'],
          ['sv-outside@puspaga', '1 hour', 5, 'denied', 'notFound'],
          ['cw-receiver@rsud-igd', '0 minutes', 4, 'denied', 'notFound'],
          ['cw-former@uptd-ppa', '0 minutes', 5, 'refused', 'notFound'],
          ['ic-receiver@rsud-igd', '0 minutes', 5, 'denied', 'another'],
          ['ps-outside@puspaga', '0 minutes', 5, 'denied', 'notFound', 'case.read'],
        ].map(
          ([whose, ago, n, decision, code, act = 'emergency.open']) =>
            `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf) select gen_random_uuid(), simpul.now() - interval '${ago}', ${who(String(whose))}, 'case_worker', null, '${act}', 'other', gen_random_uuid(), '${decision}', '{"code": "${code}"}', sha256(gen_random_uuid()::text::bytea) from generate_series(1, ${n})`,
        ),
      ],
    },
  ].map(({ name, so }) => ({
    name: `opening in an emergency: ${name}`,
    so: ['delete from simpul.emergency_access', ...so],
    things: {},
    doors: ['0001', '0002', '0003', '9999']
      .slice(0, name.startsWith('everybody') ? 4 : 1)
      .map(
        (n) =>
          `select string_agg(concat_ws(' ', code, id is not null, case_id is not null), ', ') from simpul.open_emergency('PBM-2026-${n}', 'DANGER_NOW') as x (code, id, case_id)`,
      ),
    ...(name.startsWith('everybody')
      ? {}
      : {
          by: [
            'cw-outside@puspaga',
            'sv-outside@puspaga',
            'cw-receiver@rsud-igd',
            'cw-former@uptd-ppa',
            'ic-receiver@rsud-igd',
            'ps-outside@puspaga',
          ],
        }),
  })),
];
