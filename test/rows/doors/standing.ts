import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { its, like, made } from './made.js';
import { CLOSED, LEAD, MEMBER, OPEN, SEALED, UNIT } from './things.js';

const ANOTHER = its('another');
const OFFICE = who('cw-office@uptd-ppa');
const THEM = { case_id: ANOTHER };

const report = (name: string, changes: Record<string, string>): string =>
  like(
    'report',
    name,
    { received_by: 'gen_random_uuid()', decided_by: 'null', decided_at: 'null', agency_id: UNIT, ...changes },
    `status = '${changes.case_id ? 'OPENED' : 'RECEIVED'}'`,
  );

const deadline = (name: string, status: string, changes: Record<string, string>): string =>
  like('deadline', name, {
    trigger_at: `simpul.now() - interval '${status === 'missed' ? 3 : 4} days'`,
    ...{
      case_id: 'null',
      referral_id: 'null',
      report_id: 'null',
      about_id: 'null',
      ended_at: 'null',
      paused_at: 'null',
    },
    status: `'${status}'`,
    missed_at: status === 'missed' ? 'simpul.now()' : 'null',
    ...changes,
  });

const seal = (name: string, of: string, by: string): string =>
  like('case_seal', name, {
    case_id: of,
    proposed_by: by,
    proposed_by_person: `(select person_id from simpul.account where id = ${by})`,
    status: `'WITHDRAWN'`,
    decided_at: 'simpul.now()',
    decided_by: by,
  });

const sent = (name: string, of: string): string =>
  like(
    'referral',
    name,
    { case_id: of, to_agency_id: agency('rsud-igd'), number: `'${name}'`, slip_code: 'null', fan_id: 'null' },
    `number = 'PBM-R-2026-0001'`,
  );

const HANGS = ['consent', 'screening', 'closing', 'conflict'];

const standing = (kind: string, thing: string): string => `simpul.stands_to('${kind}', $${thing})`;

export const standings: Scene[] = [
  {
    name: 'who stands to a thing',
    so: [
      // A case of another office, of which nobody who asks knows anything.
      like('case_file', 'another', {
        number: `'another'`,
        owner_account_id: 'gen_random_uuid()',
        agency_id: agency('puspaga'),
        sealed: 'false',
        closed_at: 'null',
      }),
      like('lawful_basis', 'consentOfAnother', THEM),
      like('screening', 'screeningOfAnother', THEM, `status <> 'PENDING_APPROVAL'`),
      like('case_closing', 'closingOfAnother', THEM),
      like('case_conflict', 'conflictOfAnother', { ...THEM, person_id: 'gen_random_uuid()' }),
      seal('sealOfTheLead', OPEN, LEAD),
      seal('sealOfAnotherByTheMember', ANOTHER, MEMBER),
      sent('toTheHospital', OPEN),
      sent('toTheHospitalOfTheSealed', SEALED),
      deadline('missed', 'missed', THEM),
      deadline('running', 'running', THEM),
      report('undecided', {}),
      report('undecidedElsewhere', { agency_id: agency('puspaga') }),
      report('outside', { status: `'OUTSIDE_MANDATE'`, decided_by: OFFICE, decided_at: 'simpul.now()' }),
      report('opened', { ...THEM, decided_by: OFFICE, decided_at: 'simpul.now()' }),
      report('receivedByTheColleague', { ...THEM, received_by: OFFICE, agency_id: agency('puspaga') }),
      report('receivedByTheColleagueOfTheSealed', {
        case_id: SEALED,
        received_by: OFFICE,
        agency_id: agency('puspaga'),
      }),
    ],
    things: {
      ...made('another', 'consentOfAnother', 'screeningOfAnother', 'closingOfAnother', 'conflictOfAnother'),
      ...made('sealOfTheLead', 'sealOfAnotherByTheMember', 'toTheHospital', 'toTheHospitalOfTheSealed'),
      ...made('missed', 'running', 'undecided', 'undecidedElsewhere', 'outside', 'opened'),
      ...made('receivedByTheColleague', 'receivedByTheColleagueOfTheSealed'),
      open: OPEN,
      sealed: SEALED,
      closed: CLOSED,
    },
    doors: [
      ...['open', 'sealed', 'closed', 'another'].map((of) => standing('case', of)),
      ...HANGS.map((kind) => standing(kind, `${kind}OfAnother`)),
      ...['sealOfTheLead', 'sealOfAnotherByTheMember'].map((of) => standing('seal', of)),
      ...['toTheHospital', 'toTheHospitalOfTheSealed'].map((of) => standing('referral', of)),
      ...['missed', 'running'].map((of) => standing('deadline', of)),
      ...['undecided', 'undecidedElsewhere', 'outside', 'opened', 'receivedByTheColleague'].map((of) =>
        standing('report', of),
      ),
      standing('report', 'receivedByTheColleagueOfTheSealed'),
      standing('wish', 'open'),
    ],
    reads: true,
  },
  {
    name: 'whom an auditor asks about by the name in the ledger',
    so: [],
    things: {
      ofTheOpen: `select ledger_ref from simpul.case_key where case_id = ${OPEN}`,
      ofTheSealed: `select ledger_ref from simpul.case_key where case_id = ${SEALED}`,
      lead: LEAD,
    },
    doors: ['ofTheOpen', 'ofTheSealed'].map(
      (ref) => `select count(*) from simpul.sight_of_ref($${ref}, $lead)`,
    ),
    by: ['au-outside@inspektorat', 'sv-office@uptd-ppa'],
  },
];
