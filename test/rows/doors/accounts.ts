import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { its, like, MADE } from './made.js';
import { ADMIN, LEAD, MEMBER, newest } from './things.js';

const recovery = (whom: string, status: string): string =>
  `insert into simpul.account_recovery (account_id, proposed_by, half, status, decided_by, decided_at)
     select ${whom}, ${who('ad-team@diskominfo')}, ${status === 'PROPOSED' ? `'\\x01'` : 'null'}, '${status}',
            ${status === 'PROPOSED' ? 'null, null' : `${who('sv-office@uptd-ppa')}, simpul.now()`}`;

const RESET = { reset_by: ADMIN, reset_at: 'simpul.now()' };
const listed = (after: string): string =>
  `select string_agg(concat_ws(' ', display_name, case when not active then 'left' end, case when waits_to_be_let_in then 'waits' end), ', ' order by sort)
     from simpul.accounts_by_name(${after}, 1000) where id::text ${MADE}`;

export const accounts: Scene[] = [
  {
    name: 'somebody is let back in',
    so: [
      'delete from simpul.account_recovery',
      recovery(MEMBER, 'PROPOSED'),
      recovery(who('cw-office@uptd-ppa'), 'CONFIRMED'),
      recovery(who('cw-outside@puspaga'), 'PROPOSED'),
      recovery(who('dh-outside@dppkbpppa'), 'PROPOSED'),
      recovery(who('pl-outside@bappeda'), 'PROPOSED'),
      recovery(who('dh-team@dppkbpppa'), 'CONFIRMED'),
      `update simpul.account set made_by = ${ADMIN}, let_in_by = ${who('sv-office@uptd-ppa')}, let_in_at = simpul.now() where id = ${who('orang-lain')}`,
      recovery(who('sv-office@uptd-ppa'), 'REJECTED').replace(
        who('sv-office@uptd-ppa') + ', simpul',
        who('sv-team@uptd-ppa') + ', simpul',
      ),
      `insert into simpul.factor (account_id, kind, secret) select ${MEMBER}, 'totp', '\\x00'`,
      `insert into simpul.factor (account_id, kind, secret, removed_at) select ${MEMBER}, 'totp', '\\x00', simpul.now()`,
      `insert into simpul.recovery_code (account_id, code_hash, ended_at) select ${MEMBER}, sha256('y'), simpul.now()`,
      `insert into simpul.session (account_id, token_hash, idle_seconds, expires_at, ended_at) select ${MEMBER}, sha256('y'), 900, simpul.now(), simpul.now()`,
      // Offices with no head that is there: one has gone, one would be its own.
      ...['bappeda', 'lain'].map(
        (code) =>
          `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash, active)
             select 'kepala-${code}.simpul.example', 'Orang Rekaan', 'supervisor', id, kind, code, name, '-', ${code === 'lain'} from simpul.agency where code = '${code}'`,
      ),
      recovery(who('kepala-lain'), 'PROPOSED'),
      `insert into simpul.recovery_code (account_id, code_hash) select ${MEMBER}, sha256('x')`,
    ],
    things: {
      proposed: newest('account_recovery', `account_id = ${MEMBER}`),
      confirmed: newest('account_recovery', `account_id = ${who('cw-office@uptd-ppa')}`),
      confirmedOfAHead: newest('account_recovery', `account_id = ${who('dh-team@dppkbpppa')}`),
      rejected: newest('account_recovery', `status = 'REJECTED'`),
      elsewhere: newest('account_recovery', `account_id = ${who('cw-outside@puspaga')}`),
      ofAHead: newest('account_recovery', `account_id = ${who('dh-outside@dppkbpppa')}`),
      ofTheOnlyHead: newest('account_recovery', `account_id = ${who('kepala-lain')}`),
      self: who('ad-outside@diskominfo'),
      ofNobodys: newest('account_recovery', `account_id = ${who('pl-outside@bappeda')}`),
      member: MEMBER,
      newcomer: who('baru'),
      letIn: who('orang-lain'),
      lead: LEAD,
      left: who('pindah'),
    },
    doors: [
      `select count(*) || ' ' || count(*) filter (where may_decide) from simpul.recoveries()`,
      ...['proposed', 'confirmed', 'rejected', 'elsewhere', 'ofAHead', 'ofTheOnlyHead', 'ofNobodys'].flatMap(
        (which) => [
          `simpul.recovery_half($${which}) is not null`,
          `simpul.decide_recovery($${which}, 'hash') is not null`,
          `simpul.decide_recovery($${which}, null) is not null`,
          `simpul.release_recovery($${which}) is not null`,
        ],
      ),
      'simpul.release_recovery($confirmedOfAHead) is not null',
      ...['member', 'newcomer', 'letIn', 'lead', 'left', 'self'].flatMap((whom) => [
        `simpul.propose_recovery($${whom}, gen_random_uuid(), '\\x00')`,
        `simpul.propose_departure($${whom}, gen_random_uuid())`,
        `simpul.reset_account($${whom}, 'hash')`,
        `simpul.end_account($${whom})`,
        `simpul.open_cases_of($${whom})`,
        `simpul.holds_work($${whom})`,
      ]),
    ],
  },
  {
    name: 'who is let back in must change the password first',
    so: [
      'delete from simpul.account_recovery',
      recovery(MEMBER, 'CONFIRMED'),
      `update simpul.account set must_change_password = true where id = ${MEMBER}`,
    ],
    things: { confirmed: newest('account_recovery', `status = 'CONFIRMED'`) },
    doors: ['simpul.release_recovery($confirmed) is not null'],
    by: ['sv-office@uptd-ppa'],
  },
  {
    name: 'sign-ins of the city are tied to accounts',
    so: [
      'delete from simpul.account_identity',
      ...['PROPOSED', 'APPROVED', 'ENDED'].map(
        (status, at) =>
          `insert into simpul.account_identity (account_id, issuer, subject, status, approved_by) select ${[MEMBER, who('cw-office@uptd-ppa'), who('cw-former@uptd-ppa')][at]}, 'https://kota.example', '${status}', '${status}', ${status === 'PROPOSED' ? 'null' : ADMIN}`,
      ),
      `insert into simpul.account_identity (account_id, issuer, subject, status) select ${ADMIN}, 'https://kota.example', 'own', 'PROPOSED'`,
      `insert into simpul.account_identity (account_id, issuer, subject, status) select ${who('pindah')}, 'https://kota.example', 'left', 'PROPOSED'`,
    ],
    things: Object.fromEntries(
      ['PROPOSED', 'APPROVED', 'ENDED', 'own'].map((subject) => [
        subject,
        newest('account_identity', `subject = '${subject}'`),
      ]),
    ),
    doors: [
      `select string_agg(subject, ' ' order by subject) from simpul.identities()`,
      ...['PROPOSED', 'APPROVED', 'ENDED', 'own'].flatMap((subject) =>
        ['true', 'false'].map((approved) => `simpul.decide_identity($${subject}, ${approved}) is not null`),
      ),
    ],
  },
  {
    name: 'somebody new waits',
    so: ['office', 'made', 'gone', 'in', 'hidden'].map(
      (which) =>
        `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash, waits_for_release, made_by, must_change_password, active, let_in_by, let_in_at)
           select 'baru-${which}.simpul.example', 'Orang Rekaan', 'case_worker', id, kind, code, name, '-', true,
                  ${which === 'made' ? who('sv-office@uptd-ppa') : ADMIN}, ${which === 'hidden'}, ${which !== 'gone'}, ${which === 'in' ? `${who('sv-team@uptd-ppa')}, simpul.now()` : 'null, null'}
             from simpul.agency where code = 'uptd-ppa'`,
    ),
    things: Object.fromEntries(
      ['office', 'made', 'gone', 'in', 'hidden'].map((which) => [which, who(`baru-${which}`)]),
    ),
    doors: [
      `select count(*) || ' ' || count(*) filter (where may_decide) || ' ' || count(*) filter (where arrived) from simpul.newcomers()`,
      ...['office', 'made', 'gone', 'in', 'hidden'].flatMap((which) => [
        `simpul.let_in($${which})`,
        `simpul.turn_away($${which})`,
      ]),
    ],
  },
  {
    name: 'the list of accounts',
    so: Object.entries<Record<string, string>>({
      anybody: {},
      arrived: { made_by: ADMIN, waits_for_release: 'true' },
      letIn: { made_by: ADMIN, let_in_by: LEAD, let_in_at: 'simpul.now()' },
      reset: { ...RESET, waits_for_release: 'true' },
      resetAndKnown: { ...RESET, reset_known_by: LEAD },
      theHolderOfALink: { role: `'link_holder'`, active: 'false' },
      theOneWhoLeft: { active: 'false' },
    }).map(([name, changes]) =>
      like(
        'account',
        name,
        { email: `'${name}'`, display_name: `'${name}'`, person_id: 'gen_random_uuid()', ...changes },
        `email = 'orang-lain.simpul.example'`,
      ),
    ),
    things: { letIn: its('letIn') },
    doors: [listed('null, null'), listed(`'letin', $letIn`)],
    reads: true,
    by: ['ad-outside@diskominfo', 'sv-office@uptd-ppa'],
  },
  {
    name: 'somebody new holds work',
    so: [
      `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash, waits_for_release, made_by)
         select 'baru-kerja.simpul.example', 'Orang Rekaan', 'case_worker', id, kind, code, name, '-', true, ${ADMIN} from simpul.agency where code = 'uptd-ppa'`,
      `insert into simpul.duty_fallback (account_id, agency_id, changed_by) select ${who('baru-kerja')}, ${agency('puspaga')}, ${ADMIN} on conflict do nothing`,
    ],
    things: { busy: who('baru-kerja') },
    doors: ['simpul.turn_away($busy)'],
    by: ['sv-office@uptd-ppa'],
  },
];
