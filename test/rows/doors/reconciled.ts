import type { Scene } from '../doors.js';
import { entry, its, like, made, MADE } from './made.js';
import { LEAD, MEMBER } from './things.js';

/** A move of a referral, and the entry that is said to prove it. */
const move = (name: string, proof?: Record<string, string>): string[] => [
  like(
    'referral_move',
    name,
    {
      referral_id: its(`referral of ${name}`),
      ledger_entry_id: its(`entry of ${name}`),
      account_id: MEMBER,
      party: `'case-team'`,
      from_status: `'draft'`,
      to_status: `'requested'`,
    },
    'account_id is not null',
  ),
  ...(proof
    ? [
        entry(
          'referral.sent',
          {
            by: MEMBER,
            object_id: its(`referral of ${name}`),
            facts: `'{"from": "draft", "to": "requested"}'`,
            ...proof,
          },
          `entry of ${name}`,
        ),
      ]
    : []),
];

const about = (act: string, thing: string, more: Record<string, string> = {}): string =>
  entry(act, { object_id: its(thing), ...more });

const CASE = 'gen_random_uuid()';
const DENIED = { decision: `'denied'` };

const report = (name: string, status: string): string =>
  like(
    'report',
    name,
    { status: `'${status}'`, case_id: status === 'OUTSIDE_MANDATE' ? 'null' : CASE },
    'case_id is not null',
  );

const received = (name: string): string => like('report', name, {}, `status = 'RECEIVED'`);

const screening = (name: string, approved: boolean): string =>
  like('screening', name, {
    case_id: CASE,
    lowered: 'true',
    reason_sealed: `'\\x00'`,
    status: approved ? `'APPROVED'` : `'OVERTAKEN'`,
    approved_by: approved ? 'gen_random_uuid()' : 'null',
    approved_at: approved ? 'simpul.now()' : 'null',
  });

const basis = (name: string, withdrawn: boolean): string =>
  like(
    'lawful_basis',
    name,
    {
      withdrawn_at: withdrawn ? 'simpul.now()' : 'null',
      withdrawn_by: withdrawn ? LEAD : 'null',
    },
    'void_reason is null',
  );

const closing = (name: string, status: string, by: string): string =>
  like('case_closing', name, {
    case_id: CASE,
    status: `'${status}'`,
    proposed_by: LEAD,
    decided_by: by,
    decided_at: by === 'null' ? 'null' : 'simpul.now()',
    decision_sealed: `'\\x00'`,
    reopened_at: 'null',
    reopened_by: 'null',
    reopening_sealed: 'null',
  });

const TOLD = `string_agg(concat_ws(' ', kind, id, code), ', ' order by id)`;
const UNRECONCILED = `select ${TOLD} from simpul.unreconciled() where id::text ${MADE}`;
const PLACES = `select string_agg(concat_ws(' ', kind, code), ', ') from simpul.unreconciled() where kind = 'leaf'`;
const GONE = `select ${TOLD} from simpul.unaccounted() where (id::text ${MADE} or kind = 'letter')`;
const LETTERS = (more: string): string =>
  `update simpul.letter_counter set last_number = ${more} + (select count(*) from simpul.referral where number is not null)`;

const checkpoint = (to: string): string => `update ledger.checkpoint set xid_to = '${to}'`;

export const reconciled: Scene[] = [
  {
    name: 'moves of a referral and their entries',
    so: [
      ...move('proved', {}),
      ...move('unproved'),
      ...move('provedByADenial', DENIED),
      ...move('provedForAnotherReferral', { object_id: 'gen_random_uuid()' }),
      ...move('provedFromElsewhere', { facts: `'{"from": "received", "to": "requested"}'` }),
      ...move('provedToElsewhere', { facts: `'{"from": "draft", "to": "received"}'` }),
      ...move('provedOfSomebodyElse', { by: LEAD }),
      entry('referral.sent', { object_id: its('sentWithoutAMove') }, 'sentWithoutAMove'),
      entry('referral.sent', { ...DENIED }, 'deniedWithoutAMove'),
      entry('referral.read', {}, 'readWithoutAMove'),
    ],
    things: {
      ...made('proved', 'unproved', 'provedByADenial', 'provedForAnotherReferral', 'provedFromElsewhere'),
      ...made('provedToElsewhere', 'provedOfSomebodyElse', 'sentWithoutAMove', 'deniedWithoutAMove'),
      ...made('readWithoutAMove'),
    },
    doors: [UNRECONCILED, `${GONE} and kind <> 'referral'`],
    reads: true,
    as: 'worker',
  },
  {
    name: 'reports and their entries',
    so: [
      ...['received', 'receivedUnproved', 'receivedByADenial', 'receivedByAnotherAct'].map(received),
      about('report.received', 'received'),
      about('report.received', 'receivedByADenial', DENIED),
      about('report.opened', 'receivedByAnotherAct'),
      ...['openedAtOnce', 'openedUnproved', 'openedByAnotherAct', 'openedByADenial'].map((name) =>
        report(name, 'OPENED'),
      ),
      about('report.received', 'openedAtOnce', { case_ref: CASE }),
      ...['openedUnproved', 'openedByAnotherAct', 'openedByADenial'].map((name) =>
        about('report.received', name),
      ),
      about('report.joined', 'openedByAnotherAct', { case_ref: CASE }),
      about('report.received', 'openedByADenial', { ...DENIED, case_ref: CASE }),
      report('joinedUnproved', 'JOINED'),
      about('report.received', 'joinedUnproved', { case_ref: CASE }),
      like('report', 'outsideUnproved', { status: `'OUTSIDE_MANDATE'` }, `status = 'RECEIVED'`),
      about('report.received', 'outsideUnproved'),
    ],
    things: {
      ...made('received', 'receivedUnproved', 'receivedByADenial', 'receivedByAnotherAct'),
      ...made('openedAtOnce', 'openedUnproved', 'openedByAnotherAct'),
      ...made('openedByADenial', 'joinedUnproved', 'outsideUnproved'),
    },
    doors: [UNRECONCILED],
    reads: true,
    as: 'worker',
  },
  {
    name: 'what is decided in a case, and its entries',
    so: [
      screening('screened', false),
      screening('approvedUnproved', true),
      screening('screenedUnproved', false),
      ...['screened', 'approvedUnproved'].map((name) => about('screening.recorded', name)),
      ...['agreed', 'agreedUnproved'].map((name) => basis(name, false)),
      basis('withdrawnUnproved', true),
      ...['agreed', 'withdrawnUnproved'].map((name) => about('consent.recorded', name)),
      closing('proposed', 'PROPOSED', 'null'),
      closing('closedAtOnce', 'CLOSED', LEAD),
      closing('closedUnproved', 'CLOSED', MEMBER),
      closing('withdrawnByOneselfUnproved', 'WITHDRAWN', LEAD),
      closing('rejectedUnproved', 'REJECTED', MEMBER),
      ...[
        ...['proposed', 'closedAtOnce', 'closedUnproved', 'withdrawnByOneselfUnproved'],
        'rejectedUnproved',
      ].map((name) => about('closing.proposed', name)),
    ],
    things: {
      ...made('screened', 'screenedUnproved', 'approvedUnproved', 'agreed', 'agreedUnproved'),
      ...made('withdrawnUnproved', 'proposed', 'closedAtOnce', 'closedUnproved'),
      ...made('withdrawnByOneselfUnproved', 'rejectedUnproved'),
    },
    doors: [UNRECONCILED],
    reads: true,
    as: 'worker',
  },
  {
    name: 'entries whose rows are gone, and those that need none',
    so: [
      ...['report.received', 'screening.recorded', 'consent.recorded', 'closing.proposed'].flatMap((act) => [
        entry(act, { object_kind: `'thing'`, object_id: its('gone') }, act.replace('.', '_')),
        entry(
          act,
          { ...DENIED, object_kind: `'thing'`, object_id: its('neverThere') },
          `${act.replace('.', '_')}_denied`,
        ),
      ]),
      entry('referral.sent', { object_kind: `'referral'`, object_id: its('sentAndGone') }),
      entry('referral.sent', { ...DENIED, object_kind: `'referral'`, object_id: its('neverThere') }),
      // What is there has its entry, and nothing is told of it.
      received('there'),
      screening('there', false),
      basis('there', false),
      closing('there', 'PROPOSED', 'null'),
      like('referral', 'there', { number: 'null', sent_at: 'null' }, `status = 'draft'`),
      ...[
        ...['report.received', 'screening.recorded', 'consent.recorded', 'closing.proposed'],
        'referral.sent',
      ].map((act) =>
        entry(act, { object_kind: `'thing'`, object_id: its('there') }, `${act} of what is there`),
      ),
      `insert into ledger.leaf (index, entry_id, hash)
         select n, id, sha256('') from (values (1, ${its('leafAlone')}::uuid), (2, ${its('referral.sent of what is there')})) l (n, id)`,
      LETTERS('0'),
    ],
    things: {
      ...made('gone', 'neverThere', 'sentAndGone', 'leafAlone', 'there'),
      sentWithoutAMove: its('referral.sent of what is there'),
      ...made(
        ...['report.received', 'screening.recorded', 'consent.recorded', 'closing.proposed'].flatMap(
          (act) => [act.replace('.', '_'), `${act.replace('.', '_')}_denied`],
        ),
      ),
    },
    doors: [UNRECONCILED, PLACES, GONE],
    reads: true,
    as: 'worker',
  },
  {
    name: 'a place of the ledger is empty, and a letter has no number',
    so: [
      `insert into ledger.leaf (index, entry_id, hash) select 7, gen_random_uuid(), sha256('')`,
      LETTERS('1'),
    ],
    things: {},
    doors: [PLACES, GONE],
    reads: true,
    as: 'worker',
  },
  ...[
    { name: 'up to the last checkpoint', so: checkpoint('10') },
    {
      name: 'whose checkpoint is of a time to come, as after a backup came back',
      so: checkpoint('9000000000000'),
    },
    { name: 'without a checkpoint', so: 'delete from ledger.checkpoint' },
  ].map(({ name, so }): Scene => ({
    name: `how far the ledger is sealed: ${name}`,
    so: [
      ...['checkpoint', 'leaf', 'entry'].map(
        (table) => `alter table ledger.${table} disable trigger append_only`,
      ),
      ...['leaf', 'entry'].map((table) => `delete from ledger.${table}`),
      so,
      ...['5', '6', '7', '10', '11', '12'].map((xid) =>
        entry('case.read', { xid: `'${xid}'::xid8` }, `of ${xid}`),
      ),
      `insert into ledger.leaf (index, entry_id, hash) select 0, ${its('of 5')}, sha256('')`,
    ],
    things: { theFirstMissed: its('of 6'), another: its('of 5') },
    doors: [
      `select concat_ws(' ', entries, leaves, 'pending', pending, 'missed', missed, first_missed) from ledger.standing()`,
    ],
    by: ['sv-office@uptd-ppa'],
  })),
];
