import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { its, like, MADE } from './made.js';
import {
  ADMIN,
  CLOSED,
  LASTS,
  LEAD,
  MEMBER,
  OPEN,
  SEALED,
  ago,
  changed,
  LATER,
  emergency,
  newest,
} from './things.js';

const NEWCOMER = who('baru');

const recovery = (whom: string, status: string): string =>
  `insert into simpul.account_recovery (account_id, proposed_by, half, status, decided_by, decided_at)
     select ${whom}, ${who('ad-team@diskominfo')}, ${status === 'PROPOSED' ? `'\\x01'` : 'null'}, '${status}',
            ${status === 'PROPOSED' ? 'null, null' : `${who('sv-office@uptd-ppa')}, simpul.now()`}`;

const RESET = { reset_by: ADMIN, reset_at: `simpul.now() - interval '1 hour'` };
const listed = (after: string): string =>
  `select string_agg(concat_ws(' ', display_name, case when not active then 'left' end, case when waits_to_be_let_in then 'waits' end), ', ' order by sort)
     from simpul.accounts_by_name(${after}, 1000) where id::text ${MADE}`;

/** Somebody of the unit whom only a scene knows. */
const somebody = (name: string, changes: Record<string, string> = {}): string =>
  like(
    'account',
    name,
    { email: `'${name}'`, display_name: `'${name}'`, person_id: 'gen_random_uuid()', ...changes },
    `id = ${who('cw-office@uptd-ppa')}`,
  );
const WAITING = [
  ...['given', 'changed', 'onTheWayBack', 'toANewcomer', 'known', 'madeByTheHead', 'givenByTheHead'],
  ...['toANewcomerByTheHeadAndKnown', 'backAndKnown'],
];
/** How an account that was touched stands now. */
const STANDS = `concat_ws('; ', ${changed(
  'account',
  `concat_ws(' ', t.display_name, case when not t.active then 'gone' end, case when t.waits_for_release then 'waits' end, case when t.must_change_password then 'first password' end, case when t.reset_by is not null then 'reset' end, case when t.reset_known_by is not null then 'known' end, case when t.let_in_by is not null then 'let in' end)`,
)}, ${changed('account_recovery', 't.status')})`;

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
    name: 'somebody goes who holds nothing that runs',
    so: [
      ...[CLOSED, OPEN].map(
        (of) =>
          `insert into simpul.case_member (case_id, account_id, agency_id, since, until) select ${of}, id, agency_id, ${ago('2 days')}, ${of === OPEN ? ago('1 day') : 'null'} from simpul.account where id = ${NEWCOMER}`,
      ),
      `insert into simpul.seal_member (case_id, account_id, seal_id, until) select ${SEALED}, ${NEWCOMER}, id, ${ago('1 day')} from simpul.case_seal limit 1`,
      ...[`interval '1 minute'`, `interval '2 hours'`].map((opened) => emergency(NEWCOMER, opened, LASTS)),
      emergency(NEWCOMER, `interval '2 minutes'`, `${ago('1 minute')}, id, null, null, null, null`),
      // What ended before stays as it ended.
      `update simpul.push_device set account_id = ${NEWCOMER} where account_id in (${LEAD}, ${MEMBER})`,
      `update simpul.push_device set removed_at = ${ago('1 day')}, subscription_sealed = null, endpoint_mark = null where id = (select id from simpul.push_device where account_id = ${NEWCOMER} limit 1)`,
      `update simpul.session set account_id = ${NEWCOMER}, ended_at = ${ago('1 minute')} where id = (select id from simpul.session where account_id = ${LEAD} limit 1)`,
    ],
    things: { newcomer: NEWCOMER },
    doors: ['simpul.end_account($newcomer)', 'simpul.holds_work($newcomer)'],
    after: `select concat_ws('; ', ${changed('case_member', `f.number`, 'join simpul.case_file f on f.id = t.case_id')}, ${changed('emergency_access', `concat_ws(' ', a.email, t.ended_by is not null)`, 'join simpul.account a on a.id = t.account_id')}, ${changed('push_device', `concat_ws(' ', a.email, t.subscription_sealed is null)`, 'join simpul.account a on a.id = t.account_id')})`,
    by: ['ad-outside@diskominfo'],
  },
  ...Object.entries({
    'an open case': `insert into simpul.case_member (case_id, account_id, agency_id, since) select ${OPEN}, id, agency_id, ${ago('2 days')} from simpul.account where id = ${NEWCOMER}`,
    'a seal': `insert into simpul.seal_member (case_id, account_id, seal_id) select ${SEALED}, ${NEWCOMER}, id from simpul.case_seal limit 1`,
    'a clock': `update simpul.deadline set owing_account_id = ${NEWCOMER} where id = (select id from simpul.deadline where status = 'running' order by slug, id limit 1)`,
  }).map(([what, so]) => ({
    name: `somebody goes on whom hangs ${what}`,
    so: [so],
    things: { newcomer: NEWCOMER },
    doors: ['simpul.end_account($newcomer)', 'simpul.holds_work($newcomer)'],
    by: ['ad-outside@diskominfo'],
  })),
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
    name: 'a password was given anew: by itself, on the way back, changed already, and to a newcomer',
    so: [
      'delete from simpul.account_recovery',
      ...Object.entries<Record<string, string>>({
        given: { must_change_password: 'true' },
        changed: {},
        onTheWayBack: {},
        toANewcomer: { made_by: who('ad-outside@diskominfo') },
        known: { reset_known_by: LEAD, waits_for_release: 'false' },
        backAndKnown: { made_by: ADMIN, let_in_by: LEAD, let_in_at: 'simpul.now()', reset_known_by: LEAD },
        givenByTheHead: { reset_by: who('sv-office@uptd-ppa') },
        toANewcomerByTheHeadAndKnown: {
          ...{ made_by: who('ad-outside@diskominfo'), reset_by: who('sv-office@uptd-ppa') },
          reset_known_by: LEAD,
        },
        madeByTheHead: {
          ...{ made_by: who('sv-office@uptd-ppa'), let_in_by: who('sv-team@uptd-ppa') },
          let_in_at: 'simpul.now()',
        },
      }).map(([name, changes]) => somebody(name, { ...RESET, waits_for_release: 'true', ...changes })),
      somebody('letInAndNeverReset', {
        ...{ made_by: ADMIN, let_in_by: LEAD, let_in_at: 'simpul.now()' },
      }),
      ...['CONFIRMED', 'REJECTED'].map(
        (status) =>
          `insert into simpul.account_recovery (account_id, proposed_by, status, decided_by, decided_at)
             select ${its('onTheWayBack')}, ${who('ad-outside@diskominfo')}, '${status}', ${LEAD}, simpul.now()`,
      ),
      `insert into simpul.account_recovery (id, account_id, proposed_by, status, decided_by, decided_at)
         select ${its('a way back')}, ${its('backAndKnown')}, ${who('ad-outside@diskominfo')}, 'CONFIRMED', ${LEAD}, simpul.now()`,
      ...['null', 'simpul.now()'].map(
        (ended) =>
          `insert into simpul.session (account_id, token_hash, idle_seconds, expires_at, ended_at) select ${its('changed')}, sha256(gen_random_uuid()::text::bytea), 900, ${LATER}, ${ended}`,
      ),
      `update simpul.account set display_name = split_part(email, '@', 1) where email like 'ad-%' or email like 'sv-office@%'`,
    ],
    things: {
      ...Object.fromEntries(WAITING.map((name) => [name, its(name)])),
      back: newest('account_recovery', `status = 'CONFIRMED' and account_id = ${its('onTheWayBack')}`),
      backToo: its('a way back'),
    },
    doors: [
      `select string_agg(concat_ws(' ', display_name, reason, 'by', made_by_name, case when made_at < simpul.now() - interval '30 minutes' then 'an hour ago' end, case when arrived then 'arrived' end, case when may_decide then 'may decide' end), ', ' order by display_name) from simpul.newcomers() where id::text ${MADE}`,
      ...WAITING.flatMap((name) => [`simpul.let_in($${name})`, `simpul.turn_away($${name})`]),
      'simpul.release_recovery($back) is not null',
      'simpul.release_recovery($backToo) is not null',
    ],
    after: `select ${STANDS}`,
    by: [
      'ad-outside@diskominfo',
      'ad-team@diskominfo',
      'sv-office@uptd-ppa',
      'sv-outside@puspaga',
      'cw-office@uptd-ppa',
    ],
  },
  {
    name: 'a password is given anew: with a second factor, without one, and after one was taken away',
    so: [
      ...['plain', 'withFactor', 'withAFactorRemoved', 'withAFactorNotConfirmed'].map((name) =>
        somebody(name),
      ),
      ...[
        ['withFactor', 'simpul.now()', 'null'],
        ['withAFactorRemoved', 'simpul.now()', 'simpul.now()'],
        ['withAFactorNotConfirmed', 'null', 'null'],
      ].map(
        ([whose, confirmed, removed]) =>
          `insert into simpul.factor (account_id, kind, secret, confirmed_at, removed_at) select ${its(whose!)}, 'totp', '\\x00', ${confirmed}, ${removed}`,
      ),
    ],
    things: Object.fromEntries(
      ['plain', 'withFactor', 'withAFactorRemoved', 'withAFactorNotConfirmed'].map((name) => [
        name,
        its(name),
      ]),
    ),
    doors: ['plain', 'withFactor', 'withAFactorRemoved', 'withAFactorNotConfirmed'].map(
      (name) => `simpul.reset_account($${name}, 'hash')`,
    ),
    after: `select ${STANDS}`,
    by: ['ad-outside@diskominfo', 'sv-office@uptd-ppa'],
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
    name: 'somebody new holds work, and somebody whose work is done',
    so: [
      ...['busy', 'done'].map((name) => somebody(name, { made_by: ADMIN, waits_for_release: 'true' })),
      `insert into simpul.duty_fallback (account_id, agency_id, changed_by) select ${its('busy')}, ${agency('puspaga')}, ${ADMIN} on conflict do nothing`,
      `update simpul.case_file set owner_account_id = ${its('done')} where id = ${CLOSED}`,
    ],
    things: { busy: its('busy'), done: its('done') },
    doors: ['simpul.turn_away($busy)', 'simpul.turn_away($done)'],
    by: ['sv-office@uptd-ppa'],
  },
];
