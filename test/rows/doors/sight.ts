import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { its, like, made, MADE } from './made.js';
import { LASTS, LEAD, LATER, OPEN, SEALED, UNIT, emergency } from './things.js';

const NOW = 'simpul.now()';
const AGO = `simpul.now() - interval '1 hour'`;

/** A case that nothing hangs on yet. */
const aCase = (name: string, owner: string, sealed = false): string =>
  like('case_file', name, {
    number: `'${name}'`,
    owner_account_id: owner,
    agency_id: UNIT,
    sealed: `${sealed}`,
    closed_at: 'null',
  });

/** Somebody whom only this scene knows. */
const somebody = (name: string, role: string, office: string, more: Record<string, string> = {}): string =>
  like(
    'account',
    name,
    {
      email: `'${name}'`,
      display_name: `'${name}'`,
      person_id: its(`person of ${name}`),
      role: `'${role}'`,
      agency_id: office,
      active: 'true',
      ...more,
    },
    `id = ${LEAD}`,
  );

const interest = (name: string, whose: string, of: string, source = 'COLLEAGUE', lifted = false): string =>
  like('case_conflict', name, {
    case_id: its(of),
    person_id: its(`person of ${whose}`),
    source: `'${source}'`,
    added_by: source === 'MATCH' ? 'null' : LEAD,
    lifted_at: lifted ? NOW : 'null',
    lifted_by: lifted ? LEAD : 'null',
  });

const onTeam = (
  table: 'case_member' | 'seal_member',
  whose: string,
  of: string,
  since: string,
  until = 'null',
): string =>
  like(table, `${whose} in ${table}`, {
    case_id: its(of),
    account_id: its(whose),
    since,
    until,
    ...(table === 'case_member' && { agency_id: UNIT }),
    ...(table === 'seal_member' && { seal_id: 'gen_random_uuid()' }),
  });

const breaking = (whose: string, of: string, opened: string): string =>
  like('emergency_access', `emergency of ${whose}`, {
    case_id: its(of),
    account_id: its(whose),
    person_id: its(`person of ${whose}`),
    opened_at: opened,
    until: `${opened} + interval '30 minutes'`,
    ...{
      ended_at: 'null',
      ended_by: 'null',
      outcome: 'null',
      reviewed_at: 'null',
      reviewed_by: 'null',
      reviewed_by_person: 'null',
    },
  });

const sent = (name: string, to: string, of: string, changes: Record<string, string> = {}): string =>
  like(
    'referral',
    name,
    {
      case_id: its(of),
      to_agency_id: agency(to),
      number: `'${name}'`,
      slip_code: 'null',
      fan_id: 'null',
      basis_ids: `'{}'::uuid[]`,
      ...changes,
    },
    `number = 'PBM-R-2026-0001'`,
  );

const DEAD = { basis_ids: 'array[gen_random_uuid()]' };
const BARE = { bare: 'true', fan_id: 'gen_random_uuid()', case_number: 'null', risk: 'null' };
const DRAFTED = { number: 'null', sent_at: 'null', status: `'draft'` };
const CANCELLED = { status: `'cancelled'`, cancelled_by: `'SENDER'`, ended_at: NOW };

/** Each is on the open case in one way, or misses it by one thing. */
const TEAM: Record<string, string[]> = {
  owner: [],
  memberNow: [onTeam('case_member', 'memberNow', 'open', AGO)],
  memberForAWhile: [onTeam('case_member', 'memberForAWhile', 'open', AGO, LATER)],
  memberLater: [onTeam('case_member', 'memberLater', 'open', LATER)],
  memberUntilNow: [onTeam('case_member', 'memberUntilNow', 'open', AGO, NOW)],
  namedNow: [onTeam('seal_member', 'namedNow', 'open', AGO)],
  namedLater: [onTeam('seal_member', 'namedLater', 'open', LATER)],
  namedOnce: [onTeam('seal_member', 'namedOnce', 'open', AGO, NOW)],
  namedForAnother: [onTeam('seal_member', 'namedForAnother', 'sealed', AGO)],
  emergency: [breaking('emergency', 'open', NOW)],
  emergencyLater: [breaking('emergencyLater', 'open', LATER)],
  emergencyElsewhere: [breaking('emergencyElsewhere', 'sealed', NOW)],
  emergencyOfOneWithAnInterest: [
    breaking('emergencyOfOneWithAnInterest', 'open', NOW),
    interest('interest of emergency', 'emergencyOfOneWithAnInterest', 'open'),
  ],
  memberWithAnInterest: [
    onTeam('case_member', 'memberWithAnInterest', 'open', AGO),
    interest('interest of member', 'memberWithAnInterest', 'open'),
    interest('match of another', 'memberWhoMatched', 'sealed', 'MATCH'),
  ],
  memberWhoMatched: [
    onTeam('case_member', 'memberWhoMatched', 'open', AGO),
    interest('match of member', 'memberWhoMatched', 'open', 'MATCH'),
    interest('lifted of member', 'memberWhoMatched', 'open', 'COLLEAGUE', true),
    `delete from simpul.case_conflict where id = ${its('match of another')}`,
    interest('interest of matched elsewhere', 'memberWhoMatched', 'sealed'),
  ],
  memberWhoLeft: [onTeam('case_member', 'memberWhoLeft', 'open', AGO)],
};
const TEAMS = Object.keys(TEAM);
const IN_THE_UNIT = [...TEAMS, 'supervisor', 'supervisorWhoLeft', 'colleague'];

/** Each office was sent something else. */
const OFFICES: Record<string, string> = {
  receiver: 'pa',
  receiverWithAnInterest: 'pa',
  receiverWhoLeft: 'pa',
  auditorThere: 'pa',
  receiverOfACancelled: 'pn',
  receiverOfABare: 'kejari',
  receiverWithoutBasis: 'bapas',
  receiverOfADraft: 'lpsk',
  receiverInAnotherCase: 'kemenag',
};

const SENT = [
  sent('whole', 'pa', 'open'),
  sent('ofTheSealed', 'pa', 'sealed'),
  sent('cancelled', 'pn', 'open', CANCELLED),
  sent('bare', 'kejari', 'open', { ...BARE, ...DEAD }),
  sent('withoutBasis', 'bapas', 'open', DEAD),
  sent('draft', 'lpsk', 'open', DRAFTED),
  sent('draftOfTheSealed', 'lpsk', 'sealed', DRAFTED),
  sent('elsewhere', 'kemenag', 'sealed'),
];

const reported = (by: string, of: string): string =>
  like('report', `report of ${by}`, { received_by: its(by), case_id: its(of) }, 'case_id is not null');

const missed = (name: string, of: string, status: string): string =>
  like('deadline', name, {
    case_id: its(of),
    trigger_at: `simpul.now() - interval '3 days'`,
    ...{ referral_id: 'null', report_id: 'null', about_id: 'null' },
    status: `'${status}'`,
    missed_at: status === 'missed' ? NOW : 'null',
    ...{ ended_at: 'null', paused_at: 'null' },
  });

const OTHERS: string[] = [
  ...[
    'reporter',
    'reporterWhoLeft',
    'reporterWithAnInterest',
    'guard',
    'guardWhoLeft',
    'guardWithAnInterest',
  ],
  ...['ofTheDinas', 'ofTheDinasWhoLeft', 'ofTheDinasWithAnInterest', 'stranger'],
];
const EVERYBODY = [...IN_THE_UNIT, 'supervisorElsewhere', ...Object.keys(OFFICES), ...OTHERS];

const roleOf = (name: string): string => {
  if (name.startsWith('supervisor')) return 'supervisor';
  if (name.startsWith('guard')) return 'integrity_officer';
  if (name.startsWith('ofTheDinas')) return 'dinas_head';
  if (name.startsWith('receiver')) return 'agency_officer';
  return name.startsWith('auditor') ? 'auditor' : 'case_worker';
};

const WORLD = [
  aCase('open', its('owner')),
  aCase('sealed', 'gen_random_uuid()', true),
  aCase('plain', 'gen_random_uuid()'),
  ...EVERYBODY.map((name) =>
    somebody(
      name,
      roleOf(name),
      IN_THE_UNIT.includes(name) ? UNIT : agency(OFFICES[name] ?? 'puspaga'),
      name.endsWith('WhoLeft') ? { active: 'false' } : {},
    ),
  ),
  ...Object.values(TEAM).flat(),
  ...SENT,
  ...['receiver', 'reporter', 'ofTheDinas', 'guard'].map((name) =>
    interest(`interest of ${name}`, `${name}WithAnInterest`, 'open'),
  ),
  ...['reporter', 'reporterWhoLeft', 'reporterWithAnInterest'].map((name) => reported(name, 'open')),
  missed('missed', 'open', 'missed'),
  missed('running', 'sealed', 'running'),
];

const things = made(
  ...EVERYBODY,
  'open',
  'sealed',
  'plain',
  'whole',
  'draft',
  'ofTheSealed',
  'draftOfTheSealed',
);

const WAYS = `coalesce((select string_agg(concat_ws(' ', w ->> 'relation', w ->> 'how', case when w ->> 'holds' = 'false' then 'not' end), '+') from jsonb_array_elements(ways) w), 'none')`;
const SEEN = `string_agg(concat_ws(' ', name || ':', ${WAYS}, nullif(array_to_string(barred, ' '), '')), ', ' order by name)`;
const KNOWN = `array(select id from simpul.account where id::text ${MADE})`;
const TOLD = (call: string): string =>
  `select string_agg(a.display_name, ', ' order by a.display_name) from unnest(${call}) k join simpul.account a on a.id = k`;

export const sight: Scene[] = [
  {
    name: 'why somebody sees a case',
    so: WORLD,
    things,
    doors: [
      `select ${SEEN} from simpul.sight_of($open, null, true) where "accountId"::text ${MADE}`,
      `select ${SEEN} from simpul.sight_of($sealed, null, true) where "accountId"::text ${MADE}`,
      ...[
        'memberWhoLeft',
        'supervisorWhoLeft',
        'receiverWhoLeft',
        'reporterWhoLeft',
        'ofTheDinasWhoLeft',
        'guardWhoLeft',
        'stranger',
      ].map((name) => `select ${SEEN} from simpul.sight_of($open, $${name}, true)`),
      `select ${SEEN} from simpul.sight_of($plain, $guard, true)`,
      `select count(*) from simpul.sight_of($open, $owner, false)`,
      ...['receiver', 'auditorThere', 'receiverOfADraft', 'receiverInAnotherCase'].map(
        (name) => `simpul.receives($whole, $${name})`,
      ),
      'simpul.receives($draft, $receiverOfADraft)',
      'simpul.receives($draft, $receiver)',
    ],
    reads: true,
    as: 'owner',
  },
  {
    name: 'why somebody sees a case, as a guard is told',
    so: WORLD,
    things,
    doors: [
      `select ${SEEN} from simpul.sight_of($open, $memberWhoMatched, true)`,
      `select ${SEEN} from simpul.sight_of($open, $memberWithAnInterest, true)`,
    ],
    reads: true,
    bare: true,
    by: ['io-outside@inspektorat', 'au-outside@inspektorat'],
  },
  {
    name: 'who may ask who sees a case, or who has an interest in it',
    so: [
      'delete from simpul.emergency_access',
      emergency(who('cw-outside@puspaga'), `interval '1 minute'`, LASTS),
      ...[
        ['kept', OPEN, 'null'],
        ['lifted', OPEN, NOW],
        ['keptFromAnother', SEALED, 'null'],
      ].map(([name, of, lifted]) =>
        like('case_conflict', name!, {
          case_id: of!,
          person_id: its(`person of ${name}`),
          lifted_at: lifted!,
          lifted_by: lifted === 'null' ? 'null' : LEAD,
        }),
      ),
      ...['kept', 'lifted', 'keptFromAnother'].map((name) => somebody(name, 'case_worker', UNIT)),
    ],
    things: {
      open: OPEN,
      sealed: SEALED,
      ...made('kept', 'lifted', 'keptFromAnother'),
      person: its('person of kept'),
      mine: `select id from simpul.emergency_access`,
    },
    doors: [
      ...['open', 'sealed'].map((of) => `select count(*) > 0 from simpul.sight_of_case($${of}, null)`),
      'simpul.has_conflict($open, $person)',
      'simpul.has_conflict($sealed, $person)',
      'simpul.has_conflict(null, $person)',
      ...['kept', 'lifted', 'keptFromAnother'].map((name) => `simpul.account_has_conflict($open, $${name})`),
      ...['$mine', 'gen_random_uuid()'].map((which) => `simpul.reviewer_of_emergency(${which}) is not null`),
    ],
    reads: true,
  },
  {
    name: 'whom a message about a case may reach',
    so: WORLD,
    things,
    doors: [
      `$sealed, null`,
      `$open, null`,
      `null, $ofTheSealed`,
      `null, $draftOfTheSealed`,
      `null, $whole`,
    ].map((what) => TOLD(`simpul.who_may_know(${what}, ${KNOWN})`)),
    reads: true,
    as: 'worker',
  },
];
