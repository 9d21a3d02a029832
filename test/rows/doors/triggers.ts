import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { like } from './made.js';
import {
  CLOSED,
  DRAFT,
  LEAD,
  MEMBER,
  ONE_REFERRAL,
  OPEN,
  SEALED,
  SEALED_NOW,
  completed,
  referral,
  sets,
} from './things.js';

const BOTH = ['pendamping@uptd-ppa', 'ao-receiver@rsud-igd'];

const COURSE_THINGS = {
  sent: referral('0001'),
  draft: DRAFT,
  sealed: SEALED,
  member: MEMBER,
  puspaga: agency('puspaga'),
  police: agency('polres-ppa'),
  officer: who('ah-receiver@rsud-igd'),
};

/** What the receiver says of it, column by column. */
const ANSWERS = [
  ...['opened_at', 'acknowledged_at', 'accepted_at', 'appointment_at', 'started_at', 'last_feedback_at'].map(
    (column) => `${column} = timestamptz '2026-04-14 12:00+07'`,
  ),
  ...['responsible_name', 'rejection_reason', 'failure_reason', 'outcome', 'shortfall'].map(
    (column) => `${column} = 'X'`,
  ),
  'opened_by = $officer',
  `appointment_place_sealed = '\\x00'`,
  `cancelled_by = 'SENDER'`,
];

const WAIVED = sets('deadline', 'clock', [
  `status = 'waived', ended_at = simpul.now()`,
  'waiver_proposed_by = $me',
  'waiver_proposed_by = $other',
  `status = 'met', ended_at = simpul.now()`,
]);

export const triggers: Scene[] = [
  {
    name: 'the course of a referral that was sent',
    so: [ONE_REFERRAL],
    things: COURSE_THINGS,
    doors: [
      ...sets('referral', 'sent', [
        'case_id = $sealed',
        `case_number = 'X'`,
        'created_by = $member',
        'from_agency_id = $puspaga',
        'to_agency_id = $police',
        `service_code = 'X'`,
        `number = 'X'`,
        `sent_at = sent_at + interval '1 day'`,
        `client_ids = '{}'`,
        'fan_id = gen_random_uuid()',
        'fan_id = gen_random_uuid(), bare = true, case_number = null, risk = null',
        `asked_age_bands = '{X}'`,
        `asked_region_code = '1'`,
        `urgency = 'SEGERA'`,
        `slip_code = 'ABCDEFGHJK'`,
        'follows_referral_id = id',
        'sent_by = $member',
        `risk = 'RENDAH'`,
        `packet_version = packet_version + 1, risk = 'RENDAH'`,
        ...ANSWERS,
        `status = 'received'`,
        `status = 'accepted'`,
        `status = 'cancelled', cancelled_by = 'SENDER', ended_at = simpul.now()`,
        'packet_version = packet_version + 1',
        'packet_version = packet_version + 2',
        'packet_version = packet_version + 1, tells_risk = not tells_risk',
        'tells_risk = not tells_risk',
        `basis_ids = '{}'`,
        'responsible_account_id = $member',
        'responsible_account_id = $officer',
      ]),
      // Where somebody leaves, the owner's function hands it on.
      'set local role simpul_owner; update simpul.referral set responsible_account_id = $officer where id = $sent',
      ...sets('referral', 'draft', [
        `urgency = case urgency when 'SEGERA' then 'BIASA' else 'SEGERA' end`,
        `responsible_name = 'X'`,
        'to_agency_id = $police',
        `service_code = 'X'`,
        'packet_version = packet_version + 1',
        'tells_risk = not tells_risk',
        'fan_id = gen_random_uuid()',
      ]),
    ],
    bare: true,
    after: `select string_agg(concat_ws(' ', number, version > 1, bare), ', ' order by number) from simpul.referral where number in ('PBM-R-2026-0001')`,
    by: BOTH,
  },
  {
    name: 'the course of a referral that was completed',
    so: [completed('0001')],
    things: COURSE_THINGS,
    doors: sets('referral', 'sent', [
      'confirmed_at = simpul.now()',
      `urgency = 'SEGERA'`,
      'packet_version = packet_version + 1',
      'responsible_account_id = $officer',
      `outcome = 'Y'`,
      `ended_at = ended_at + interval '1 day'`,
      `ending_words_sealed = '\\x00'`,
    ]),
    bare: true,
    by: BOTH,
  },
  {
    name: 'the course of a referral that was confirmed',
    so: [
      completed('0001'),
      `update simpul.referral set confirmed_at = simpul.now() - interval '1 day' where id = ${referral('0001')}`,
    ],
    things: COURSE_THINGS,
    doors: sets('referral', 'sent', [
      'confirmed_at = simpul.now()',
      'confirmed_at = null',
      `urgency = 'SEGERA'`,
    ]),
    bare: true,
    by: BOTH,
  },
  {
    name: 'the course of a referral that only asked',
    so: [
      `update simpul.referral set bare = true, fan_id = gen_random_uuid(), case_number = null, risk = null, status = 'received' where id = ${referral('0001')}`,
    ],
    things: COURSE_THINGS,
    doors: sets('referral', 'sent', [
      `status = 'accepted'`,
      `status = 'accepted', bare = false`,
      `bare = false`,
    ]),
    bare: true,
    after: `select concat_ws(' ', bare, case_number, risk) from simpul.referral where id = ${referral('0001')}`,
    by: BOTH,
  },
  {
    name: 'what is asked of several is drafted, and sent',
    so: [`update simpul.referral set risk = 'TINGGI' where id = ${DRAFT}`],
    things: { draft: DRAFT },
    doors: sets('referral', 'draft', [
      'fan_id = gen_random_uuid(), bare = true',
      `fan_id = gen_random_uuid(), bare = true, status = 'requested', number = 'X', sent_at = simpul.now()`,
      'tells_risk = tells_risk',
    ]),
    bare: true,
    after: `select concat_ws(' ', bare, case_number, risk) from simpul.referral where id = ${DRAFT}`,
    by: ['pendamping@uptd-ppa'],
  },
  ...[
    { name: 'nobody proposed it', so: 'waiver_proposed_by = null' },
    {
      name: 'the lead proposed it',
      so: `waiver_proposed_by = (select person_id from simpul.account where id = ${LEAD})`,
    },
    {
      name: 'somebody proposed it who has an interest',
      so: `waiver_proposed_by = (select person_id from simpul.account where id = ${who('ps-team@uptd-ppa')})`,
    },
    {
      name: 'it was waived, and the lead had proposed it',
      so: `waiver_proposed_by = (select person_id from simpul.account where id = ${LEAD}), status = 'waived', ended_at = simpul.now()`,
    },
    {
      name: 'it was waived',
      so: `waiver_proposed_by = (select person_id from simpul.account where id = ${who('sv-office@uptd-ppa')}), status = 'waived', ended_at = simpul.now()`,
    },
  ].map(({ name, so }) => ({
    name: `a clock would be waived: ${name}`,
    so: [
      `update simpul.deadline set case_id = ${OPEN}, referral_id = null, ${so} where id = (select id from simpul.deadline where case_id = ${OPEN} order by slug limit 1)`,
    ],
    things: {
      clock: `select id from simpul.deadline where case_id = ${OPEN} order by slug limit 1`,
      me: `select person_id from simpul.account where id = ${LEAD}`,
      other: `select person_id from simpul.account where id = ${MEMBER}`,
    },
    doors: WAIVED,
    bare: true as const,
    by: ['pendamping@uptd-ppa', 'cw-team@uptd-ppa', 'an ended session of the lead'],
  })),
  ...[
    { name: 'nobody screened anew', so: [] },
    {
      name: 'two agreed on a lower one',
      so: [
        like('screening', 'lower', {
          case_id: OPEN,
          risk: `'SEDANG'`,
          lowered: 'true',
          reason_sealed: `'\\x00'`,
          status: `'APPROVED'`,
          approved_by: MEMBER,
          approved_at: 'simpul.now()',
        }),
      ],
    },
  ].map(({ name, so }) => ({
    name: `the level of a case: ${name}`,
    so: [
      `update simpul.case_file set risk = case id when ${OPEN} then 'TINGGI' when ${CLOSED} then 'RENDAH' end`,
      ...so,
    ],
    things: { high: OPEN, low: CLOSED, unknown: SEALED },
    doors: ['high', 'low', 'unknown'].flatMap((which) =>
      sets(
        'case_file',
        which,
        ['TINGGI', 'SEDANG', 'RENDAH'].map((risk) => `risk = '${risk}'`),
      ),
    ),
    bare: true as const,
    by: ['pendamping@uptd-ppa'],
  })),
  {
    name: 'a case has somebody',
    so: [],
    things: {
      open: OPEN,
      closed: CLOSED,
      member: MEMBER,
      left: who('pindah'),
      other: who('cw-outside@puspaga'),
      puspaga: agency('puspaga'),
    },
    doors: [
      ...['open', 'closed'].flatMap((which) =>
        sets('case_file', which, [
          'owner_account_id = $member',
          'owner_account_id = $left',
          'owner_account_id = $other',
          'owner_account_id = $other, agency_id = $puspaga',
          'agency_id = $puspaga',
          `risk = 'RENDAH'`,
          'sealed = true',
        ]),
      ),
      ...sets('case_file', 'closed', ['closed_at = null']),
      ...sets('case_file', 'open', ['closed_at = simpul.now()']),
    ],
    bare: true,
    after: SEALED_NOW,
    by: ['pendamping@uptd-ppa', 'io-outside@inspektorat'],
  },
  {
    name: 'a closed case whose owner has left',
    so: [
      `update simpul.case_file set owner_account_id = ${who('pindah')} where id in (${CLOSED}, ${OPEN})`,
      `update simpul.case_closing set status = 'REOPENED', reopened_at = simpul.now(), reopened_by = ${LEAD}, reopening_sealed = '\\x00' where case_id = ${CLOSED} and status = 'CLOSED'`,
    ],
    things: { open: OPEN, closed: CLOSED },
    doors: [
      ...sets('case_file', 'closed', [
        'closed_at = null',
        'closed_at = closed_at',
        `chronology_sealed = '\\x00'`,
      ]),
      ...sets('case_file', 'open', ['agency_id = agency_id', `chronology_sealed = '\\x00'`]),
    ],
    bare: true,
    after: SEALED_NOW,
    by: ['pendamping@uptd-ppa', 'io-outside@inspektorat'],
  },
  {
    name: 'an account ends when nothing hangs on it',
    so: [
      `update simpul.referral set responsible_account_id = ${who('ao-receiver@rsud-igd')} where id = ${referral('0001')}`,
      `update simpul.referral set responsible_account_id = ${who('ao-drafted@dinsos-rehab')} where id = ${DRAFT}`,
      `update simpul.referral set responsible_account_id = ${who('ah-receiver@rsud-igd')} where number = 'PBM-R-2026-0001-b'`,
      `update simpul.case_file set owner_account_id = ${MEMBER} where id = ${CLOSED}`,
      `update simpul.case_file set owner_account_id = ${who('ps-office@uptd-ppa')} where id = ${SEALED}`,
      `update simpul.deadline set owing_account_id = ${who('cw-office@uptd-ppa')} where id = (select id from simpul.deadline where case_id = ${OPEN} and status = 'running' order by slug limit 1)`,
      `update simpul.deadline set owing_account_id = ${who('ic-office@uptd-ppa')}, status = 'met', ended_at = simpul.now() where id = (select id from simpul.deadline where case_id = ${SEALED} order by slug limit 1)`,
    ],
    things: {
      lead: LEAD,
      ofAnOpenCase: who('ps-office@uptd-ppa'),
      ofAClosedCase: MEMBER,
      ofAReferral: who('ao-receiver@rsud-igd'),
      ofADraft: who('ao-drafted@dinsos-rehab'),
      ofAnEndedOne: who('ah-receiver@rsud-igd'),
      ofAClock: who('cw-office@uptd-ppa'),
      ofAMetClock: who('ic-office@uptd-ppa'),
      nobody: who('cw-former@uptd-ppa'),
    },
    doors: [
      'lead',
      'ofAnOpenCase',
      'ofAClosedCase',
      'ofAReferral',
      'ofADraft',
      'ofAnEndedOne',
      'ofAClock',
      'ofAMetClock',
      'nobody',
    ].map((whom) => `update simpul.account set active = false where id = $${whom}`),
    bare: true,
    by: ['ad-outside@diskominfo'],
  },
  {
    name: 'a closing goes forward',
    so: [],
    things: {
      proposed: `select id from simpul.case_closing where case_id = ${OPEN} and status = 'PROPOSED' limit 1`,
      closed: `select id from simpul.case_closing where case_id = ${CLOSED} and status = 'CLOSED' order by turn limit 1`,
      me: who('sv-office@uptd-ppa'),
    },
    doors: [
      ...['CLOSED', 'REJECTED', 'WITHDRAWN', 'REOPENED'].map(
        (status) =>
          `update simpul.case_closing set status = '${status}', decided_by = $me, decided_at = simpul.now() where id = $proposed`,
      ),
      ...sets('case_closing', 'closed', [
        `status = 'REOPENED', reopened_at = simpul.now(), reopened_by = $me, reopening_sealed = '\\x00'`,
        `status = 'PROPOSED', decided_by = null, decided_at = null`,
        "decided_at = simpul.now() + interval '1 s'",
        `status = 'REOPENED', decided_by = $me`,
        `summary_sealed = '\\x00'`,
      ]),
    ],
    bare: true,
    by: ['sv-office@uptd-ppa', 'pendamping@uptd-ppa'],
  },
  {
    name: 'whoever works on a referral is there',
    so: [`update simpul.account set active = false where id = ${who('sv-receiver@rsud-igd')}`],
    things: {
      sent: referral('0001'),
      left: who('sv-receiver@rsud-igd'),
      stranger: MEMBER,
      link: `select id from simpul.account where role = 'link_holder' limit 1`,
      officer: who('ao-receiver@rsud-igd'),
    },
    doors: sets('referral', 'sent', [
      'responsible_account_id = $left',
      'responsible_account_id = $stranger',
      'responsible_account_id = $link',
      'responsible_account_id = $officer',
    ]),
    after: `select coalesce(a.email, 'nobody') from simpul.referral r left join simpul.account a on a.id = r.responsible_account_id where r.id = ${referral('0001')}`,
    bare: true,
    by: ['ao-receiver@rsud-igd'],
  },
];
