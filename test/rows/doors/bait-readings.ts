import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { entry, its, like, MADE } from './made.js';
import { CLOSED, GUARD, LEAD, MEMBER, OPEN, SEALED } from './things.js';

const AGO = (interval: string): string => `simpul.now() - interval '${interval}'`;

const CASES: Record<string, string> = { fresh: OPEN, stale: SEALED, over: CLOSED };

const bait = (name: string, searched: string, ended = false): string =>
  like('bait', name, {
    case_id: CASES[name]!,
    ledger_ref: its(`ledger of ${name}`),
    searched_to: searched,
    ended_at: ended ? 'simpul.now()' : 'null',
    ended_by: ended ? GUARD : 'null',
  });

const about = (name: string): Record<string, string> => ({ case_ref: its(`ledger of ${name}`) });

/** Who searched came upon these. */
const matched = (act: string, name: string, at: string): string =>
  entry(act, {
    by: LEAD,
    at,
    facts: `jsonb_build_object('cases', jsonb_build_array(${CASES[name]!}), 'note', '${act}')`,
  });

const FOUND = `select string_agg(concat_ws(' ', a.email, r.act, r.decision), ', ' order by a.email, r.act, r.at) from simpul.bait_reading r join simpul.account a on a.id = r.account_id where r.xmin::text::bigint >= current_setting('doors.mark')::bigint`;
const SEARCHED = `select string_agg((simpul.now() - searched_to)::text, ', ' order by searched_to) from simpul.bait where id in (${['fresh', 'stale', 'over'].map(its).join(', ')})`;

export const baitReadings: Scene[] = [
  {
    name: 'who came upon a bait',
    so: [
      `update simpul.bait set case_id = gen_random_uuid()`,
      bait('fresh', AGO('5 minutes')),
      bait('stale', AGO('20 minutes')),
      bait('over', AGO('5 hours'), true),
      `delete from simpul.bait where not id::text ${MADE}`,
      entry('case.read', { by: LEAD, ...about('fresh') }),
      entry('case.read', { by: who('cw-outside@puspaga'), decision: `'denied'`, ...about('stale') }),
      entry('case.read', { by: MEMBER, ...about('over') }),
      entry('report.received', { by: GUARD, ...about('fresh') }),
      entry('closing.proposed', { by: GUARD, ...about('fresh') }),
      entry('case.listed', { by: GUARD, ...about('fresh') }),
      entry('closing.proposed', { by: LEAD, ...about('fresh') }),
      entry('case.known', { by: MEMBER, ...about('fresh') }, 'known'),
      like('bait_reading', 'known', { bait_id: its('fresh'), entry_id: its('known') }),
      entry('case.known', { by: who('sv-office@uptd-ppa'), ...about('fresh') }, 'knownOfAnother'),
      like('bait_reading', 'knownOfAnother', { bait_id: its('stale'), entry_id: its('knownOfAnother') }),
      matched('case.matched', 'fresh', AGO('1 minute')),
      matched('report.matched', 'stale', AGO('29 minutes')),
      matched('case.matched', 'stale', AGO('31 minutes')),
      matched('case.opened', 'stale', AGO('1 minute')),
      matched('case.matched', 'over', AGO('1 minute')),
    ],
    things: {},
    doors: ['select count(*) from simpul.find_bait_readings()'],
    after: `select concat_ws('; not searched for ', (${FOUND}), (${SEARCHED}))`,
    as: 'worker',
  },
];
