import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { its, like, made, MADE } from './made.js';
import { ago, DRAFT, HOSPITAL, LATER, LEAD, MEMBER, OPEN, referral, SEALED, UNIT } from './things.js';

/** Who has nothing to do with any case but those of a scene. */
const WORKER = who('cw-outside@puspaga');
const HEAD = who('sv-outside@puspaga');
const PUSPAGA = agency('puspaga');
const AN_HOUR_AGO = ago('1 hour');
const NOW = 'simpul.now()';

const aCase = (name: string, changes: Record<string, string> = {}): string =>
  like('case_file', name, {
    number: `'${name}'`,
    owner_account_id: 'gen_random_uuid()',
    agency_id: UNIT,
    sealed: 'false',
    closed_at: 'null',
    ...changes,
  });

const span = (table: 'case_member' | 'seal_member', of: string, since: string, until: string): string =>
  like(table, `${table} in ${of}`, {
    case_id: its(of),
    account_id: WORKER,
    since,
    until,
    ...(table === 'case_member' ? { agency_id: PUSPAGA } : { seal_id: 'gen_random_uuid()' }),
  });

/** On the team of each in another way, or not any more, or not yet. */
const SPANS: Record<string, [table: 'case_member' | 'seal_member', since: string, until: string]> = {
  member: ['case_member', AN_HOUR_AGO, 'null'],
  memberForAWhile: ['case_member', AN_HOUR_AGO, LATER],
  memberLater: ['case_member', LATER, 'null'],
  memberUntilNow: ['case_member', AN_HOUR_AGO, NOW],
  named: ['seal_member', AN_HOUR_AGO, 'null'],
  namedLater: ['seal_member', LATER, 'null'],
  namedOnce: ['seal_member', AN_HOUR_AGO, NOW],
  namedForAWhile: ['seal_member', AN_HOUR_AGO, LATER],
};

const breaking = (whose: string, of: string, changes: Record<string, string> = {}): string =>
  like('emergency_access', `${whose} ${of}`, {
    case_id: its(of),
    account_id: whose,
    person_id: `(select person_id from simpul.account where id = ${whose})`,
    opened_at: NOW,
    until: `${changes.opened_at ?? NOW} + interval '30 minutes'`,
    ...{
      ended_at: 'null',
      ended_by: 'null',
      outcome: 'null',
      reviewed_at: 'null',
      reviewed_by: 'null',
      reviewed_by_person: 'null',
    },
    ...changes,
  });

/** A case is opened in an emergency by somebody who has it in another way too; and what is over, ended, or to come. */
const EMERGENCIES = [WORKER, HEAD].flatMap((whose) => [
  ...['strange', 'owned', 'member', 'ofPuspaga'].map((of) => breaking(whose, of)),
  breaking(whose, 'over', { opened_at: AN_HOUR_AGO }),
  breaking(whose, 'ended', { ended_at: NOW, ended_by: LEAD }),
  breaking(whose, 'toCome', { opened_at: LATER }),
]);

/** Those of an array that a scene made. */
const ofThese = (call: string): string =>
  `select string_agg(k::text, ', ' order by k::text) from unnest(${call}) k where k::text ${MADE}`;

const basis = (name: string, changes: Record<string, string>): string =>
  like(
    'lawful_basis',
    name,
    {
      case_id: OPEN,
      withdrawn_at: 'null',
      withdrawn_by: 'null',
      void_reason: 'null',
      expires_at: 'null',
      ends_for: 'null',
      ...changes,
    },
    `answer = 'GIVEN' and not against_refusal`,
  );
const AGAINST_A_NO = {
  basis: `'KEPENTINGAN_VITAL'`,
  against_refusal: 'true',
  why_sealed: `'\\x00'`,
  told_client: 'false',
  answer: 'null',
  given_by: `'NONE'`,
};
const BASES = {
  lives: {},
  endsLater: { expires_at: LATER },
  ended: { expires_at: NOW },
  refused: { answer: `'REFUSED'` },
  takenBack: { withdrawn_at: NOW, withdrawn_by: LEAD },
  againstANo: AGAINST_A_NO,
  againstANoByTwo: { ...AGAINST_A_NO, decision: `'COUNTERSIGNED'`, decided_by: LEAD, decided_at: NOW },
  againstANoDeclined: { ...AGAINST_A_NO, decision: `'DECLINED'`, decided_by: LEAD, decided_at: NOW },
};

/** Somebody in a case who works at an office: reported, if nothing else is said. */
const working = (of: string, at: string, kind = 'REPORTED'): string =>
  like(
    'person',
    `person in ${of}`,
    { case_id: its(of), kind: `'${kind}'`, employer_agency_id: at },
    `kind = 'REPORTED'`,
  );

const INSPECTORS = agency('inspektorat');
const GUARD = who('io-outside@inspektorat');
const SEALS = ['named', 'namedLater', 'namedOnce', 'namedForAWhile'];
const MEMBERS = ['member', 'memberForAWhile', 'memberLater', 'memberUntilNow'];
/** Cases that are kept from somebody of PUSPAGA, or miss it by one thing. */
const KEPT = [
  ...SEALS.map((name) => aCase(name, { sealed: 'true' })),
  ...MEMBERS.flatMap((name) => [aCase(name), working(name, PUSPAGA)]),
  ...[...SEALS, ...MEMBERS].map((name) => span(SPANS[name]![0], name, SPANS[name]![1], SPANS[name]![2])),
  aCase('employerHere'),
  working('employerHere', PUSPAGA),
  aCase('employerHereOwned', { owner_account_id: WORKER }),
  working('employerHereOwned', PUSPAGA),
  aCase('employerHereOfPuspaga', { agency_id: PUSPAGA }),
  working('employerHereOfPuspaga', PUSPAGA),
  aCase('victimHere'),
  working('victimHere', PUSPAGA, 'VICTIM'),
  aCase('inspectorReported'),
  working('inspectorReported', INSPECTORS),
  aCase('officeOfTheInspectors'),
  working('officeOfTheInspectors', agency('bappeda')),
  // An office of its own is in no group; the inspectors' has another one.
  `update simpul.agency set conflict_group = null where id = ${PUSPAGA}`,
  `update simpul.agency set conflict_group = 'balai kota' where code in ('inspektorat', 'bappeda')`,
];

export const askedByPolicies: Scene[] = [
  {
    name: 'what is kept from somebody',
    so: KEPT,
    things: {
      ...made(
        ...SEALS,
        ...MEMBERS,
        'employerHere',
        'employerHereOwned',
        'employerHereOfPuspaga',
        'victimHere',
      ),
      ...made('inspectorReported', 'officeOfTheInspectors'),
      worker: WORKER,
      planner: who('pl-outside@bappeda'),
      guard: GUARD,
    },
    doors: ['worker', 'planner', 'guard'].map(
      (whom) =>
        `select string_agg(k.case_id || ' ' || k.why || case when k.excluded then ', excluded' else '' end, '; ' order by k.case_id, k.why)
           from simpul.cases_kept_from($${whom}) k where k.case_id::text ${MADE}`,
    ),
    reads: true,
    as: 'owner',
  },
  {
    name: 'what is shut to somebody by an interest',
    so: [
      ...KEPT,
      ...['employerHere', 'named'].map((of) =>
        like('case_key', `key of ${of}`, { case_id: its(of), ledger_ref: its(`${of}InTheLedger`) }),
      ),
    ],
    things: {
      ...made(...SEALS, ...MEMBERS, 'employerHere', 'employerHereOwned', 'employerHereOfPuspaga'),
      ...made('employerHereInTheLedger', 'namedInTheLedger'),
    },
    doors: ['ctx.excluded_case_ids()', 'ctx.excluded_case_refs()'].map(ofThese),
    reads: true,
    by: ['cw-outside@puspaga', 'sv-outside@puspaga', 'ao-outside@dinkes'],
  },
  {
    name: 'what somebody’s office was sent',
    so: [],
    things: { sent: referral('0001'), ofTheSealed: referral('0003'), draft: DRAFT },
    doors: ['sent', 'ofTheSealed', 'draft'].map((which) => `simpul.is_received($${which})`),
    reads: true,
  },
  {
    name: 'the team of a case, by when',
    so: Object.entries(SPANS).flatMap(([of, [table, since, until]]) => [
      aCase(of),
      span(table, of, since, until),
    ]),
    things: made(...Object.keys(SPANS)),
    doors: [ofThese('ctx.team_case_ids()')],
    reads: true,
    by: ['cw-outside@puspaga', 'sv-outside@puspaga'],
  },
  {
    name: 'what is open in an emergency, and in no other way',
    so: [
      ...['strange', 'member', 'over', 'ended', 'toCome'].map((name) => aCase(name)),
      aCase('owned', { owner_account_id: WORKER }),
      aCase('ofPuspaga', { agency_id: PUSPAGA }),
      span('case_member', 'member', AN_HOUR_AGO, 'null'),
      ...EMERGENCIES,
    ],
    things: made('strange', 'owned', 'member', 'ofPuspaga', 'over', 'ended', 'toCome'),
    doors: ['ctx.emergency_case_ids()', 'ctx.emergency_only_case_ids()'].map(ofThese),
    reads: true,
    by: ['cw-outside@puspaga', 'sv-outside@puspaga'],
  },
  {
    name: 'what is hidden with a case',
    so: [
      aCase('sealedNow', { sealed: 'true' }),
      aCase('open'),
      like('case_key', 'key', { case_id: its('sealedNow'), ledger_ref: its('inTheLedger') }),
      like('case_key', 'keyOfTheOpen', { case_id: its('open'), ledger_ref: its('openInTheLedger') }),
      ...(['drafted', 'received'] as const).map((name) =>
        like(
          'referral',
          name,
          {
            case_id: its('sealedNow'),
            to_agency_id: HOSPITAL,
            slip_code: 'null',
            fan_id: 'null',
            ...(name === 'drafted'
              ? { number: 'null', sent_at: 'null', status: `'draft'` }
              : { number: `'${name}'` }),
          },
          `number = 'PBM-R-2026-0001'`,
        ),
      ),
    ],
    things: made('sealedNow', 'inTheLedger', 'openInTheLedger', 'drafted', 'received'),
    doors: [ofThese('ctx.hidden_ids()'), ofThese('ctx.sealed_case_refs()')],
    reads: true,
  },
  {
    name: 'whether something is of this case',
    so: [
      like('conference', 'planned', { case_id: OPEN }, `status = 'PLANNED'`),
      like('case_note', 'note', { case_id: OPEN }, `audience = 'TEAM'`),
      like('case_note', 'clinical', { case_id: OPEN }, `audience = 'CLINICAL'`),
    ],
    things: { ...made('planned', 'note', 'clinical'), open: OPEN, sealed: SEALED, member: MEMBER },
    doors: [
      ...['open', 'sealed'].flatMap((of) => [
        `simpul.conference_is($planned, $${of}, '{PLANNED}')`,
        `simpul.is_team_note($note, $${of})`,
      ]),
      `simpul.conference_is($planned, $open, '{SIGNED}')`,
      'simpul.is_team_note($clinical, $open)',
      'ctx.is_colleague($member)',
      'ctx.is_colleague(null)',
    ],
    reads: true,
    by: ['pendamping@uptd-ppa', 'ao-outside@dinkes'],
  },
  {
    name: 'on what a referral rests',
    so: Object.entries(BASES).map(([name, changes]) => basis(name, changes)),
    things: made(...Object.keys(BASES)),
    doors: [
      ...Object.keys(BASES).map((name) => `simpul.bases_live(array[$${name}]::uuid[])`),
      'simpul.bases_live(array[$lives, $ended]::uuid[])',
      ...['lives', 'ended'].map((name) => `simpul.note_bases_live(array[$${name}]::uuid[])`),
      'simpul.bases_live(array[$lives, $endsLater]::uuid[])',
    ],
    reads: true,
    by: ['pendamping@uptd-ppa'],
  },
];
