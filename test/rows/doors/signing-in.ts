import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { before, its, like, made } from './made.js';
import { ADMIN, LATER, LEAD, MEMBER } from './things.js';

const HASH = 'sha256(gen_random_uuid()::text::bytea)';

const session = (name: string, changes: Record<string, string> = {}): string =>
  like('session', name, {
    account_id: LEAD,
    token_hash: HASH,
    former_token_hash: 'null',
    former_until: 'null',
    opened_by: `'password'`,
    ended_at: 'null',
    device_id: 'null',
    confirmed_at: `simpul.now() - interval '1 hour'`,
    factor_demanded: 'false',
    expires_at: LATER,
    last_seen_at: 'simpul.now()',
    ...changes,
  });

/** What the ledger got by the call. */
const WRITTEN = `select string_agg(concat_ws(' ', 'wrote', e.act, e.decision, (select email from simpul.account where id = e.actor_id), e.object_kind, coalesce((select email from simpul.account where id = e.object_id), (select case when s.id is not null then 'of ' || a.email end from simpul.session s join simpul.account a on a.id = s.account_id where s.id = e.object_id)), e.facts, e.request_id), ', ') from ledger.entry e where e.xmin::text::bigint >= current_setting('doors.mark')::bigint`;

const attempt = (name: string, changes: Record<string, string>): string =>
  like('sign_in_attempt', name, {
    succeeded: 'false',
    account_id: 'null',
    reason: `'unknownAccount'`,
    entered: 'false',
    created_at: 'simpul.now()',
    ...changes,
  });
const STRANGERS = (since: string): string[] => [
  'delete from simpul.sign_in_attempt where id not in (select id from simpul.sign_in_attempt limit 1)',
  `update simpul.sign_in_attempt set entered = true, account_id = null, succeeded = false, reason = 'unknownAccount', created_at = simpul.now() - interval '${since}'`,
];
const ENTERED = `select concat_ws(', ', (${WRITTEN}), (select count(*) from simpul.sign_in_attempt where entered) || ' entered')`;

const account = (name: string, changes: Record<string, string> = {}): string =>
  like(
    'account',
    name,
    { email: `'${name}.simpul.example'`, person_id: 'gen_random_uuid()', ...changes },
    `id = ${ADMIN}`,
  );

const factor = (name: string, changes: Record<string, string> = {}): string =>
  like('factor', name, {
    account_id: MEMBER,
    kind: `'passkey'`,
    secret: 'null',
    credential_id: HASH,
    public_key: `'\\x00'`,
    counter: '0',
    confirmed_at: 'simpul.now()',
    removed_at: 'null',
    ...changes,
  });

const identity = (name: string, changes: Record<string, string>): string =>
  like('account_identity', name, {
    account_id: 'gen_random_uuid()',
    subject: `'${name}'`,
    approved_by: 'null',
    approved_at: 'null',
    ...changes,
  });

const TOKEN = `sha256('a token')`;
const device = (name: string): string => like('device', name, { account_id: LEAD, token_hash: HASH });

export const signingIn: Scene[] = [
  {
    name: 'the ledger of signing in: sessions',
    so: [
      ...before(
        session('openedBefore', { account_id: MEMBER }),
        session('endedBefore', { ended_at: 'simpul.now()' }),
        session('confirmedBefore', { confirmed_at: 'simpul.now()' }),
      ),
      session('opened'),
      session('ended', { account_id: MEMBER, ended_at: 'simpul.now()' }),
      session('confirmed', { confirmed_at: 'simpul.now()' }),
      session('confirmedAndEnded', { confirmed_at: 'simpul.now()', ended_at: 'simpul.now()' }),
      session('confirmedLongAgo', { confirmed_at: `simpul.now() - interval '1 second'` }),
    ],
    things: made(
      'openedBefore',
      'endedBefore',
      'opened',
      'ended',
      'confirmed',
      'confirmedAndEnded',
      'confirmedLongAgo',
      'confirmedBefore',
    ),
    doors: [
      ...['opened', 'ended', 'openedBefore', 'endedBefore'].map(
        (which) => `ledger.session_written($${which}, 'a-request')`,
      ),
      `ledger.session_written(gen_random_uuid(), 'a-request')`,
      `ledger.session_written($opened, 'not "one"')`,
      ...['confirmed', 'confirmedAndEnded', 'confirmedLongAgo', 'confirmedBefore', 'opened'].map(
        (which) => `ledger.session_confirmed($${which}, 'totp', 'a-request')`,
      ),
      `ledger.session_confirmed($confirmed, 'wish', 'a-request')`,
    ],
    after: WRITTEN,
    as: 'signin',
  },
  {
    name: 'the ledger of signing in: what somebody proves themself with',
    so: [
      ...before(
        factor('factorBefore'),
        `update simpul.account set password_set_at = simpul.now() where id = ${MEMBER}`,
      ),
      factor('added'),
      factor('removed', { removed_at: 'simpul.now()' }),
      factor('unconfirmed', { confirmed_at: 'null' }),
      ...before(identity('identityBefore', { status: `'PROPOSED'` })),
      identity('proposed', { account_id: MEMBER, status: `'PROPOSED'` }),
      identity('identityEnded', {
        account_id: who('cw-office@uptd-ppa'),
        status: `'ENDED'`,
        ended_at: 'simpul.now()',
      }),
      identity('approved', { status: `'APPROVED'`, approved_by: ADMIN, approved_at: 'simpul.now()' }),
      session('changed', { account_id: who('cw-office@uptd-ppa') }),
      session('changedAndEnded', { account_id: who('cw-office@uptd-ppa'), ended_at: 'simpul.now()' }),
      session('changedBefore', { account_id: MEMBER }),
      `update simpul.account set password_set_at = simpul.now() where id = ${who('cw-office@uptd-ppa')}`,
      'delete from simpul.recovery_code',
      ...[
        { name: 'codes', of: MEMBER, ended: 'null' },
        { name: 'codesEnded', of: LEAD, ended: 'simpul.now()' },
      ].map(
        ({ of, ended }) =>
          `insert into simpul.recovery_code (account_id, code_hash, ended_at) select ${of}, ${HASH}, ${ended}`,
      ),
      ...before(`insert into simpul.recovery_code (account_id, code_hash) select ${ADMIN}, ${HASH}`),
    ],
    things: {
      ...made(
        'factorBefore',
        'added',
        'removed',
        'unconfirmed',
        'identityBefore',
        'proposed',
        'identityEnded',
      ),
      ...made('approved', 'changed', 'changedAndEnded', 'changedBefore'),
      withCodes: MEMBER,
      withCodesEnded: LEAD,
      withCodesBefore: ADMIN,
    },
    doors: [
      ...['added', 'removed', 'unconfirmed', 'factorBefore'].map(
        (which) => `ledger.factor_written($${which}, 'a-request')`,
      ),
      ...['proposed', 'identityEnded', 'approved', 'identityBefore'].map(
        (which) => `ledger.identity_written($${which}, 'a-request')`,
      ),
      ...['changed', 'changedAndEnded', 'changedBefore'].map(
        (which) => `ledger.password_changed($${which}, 'a-request')`,
      ),
      ...['withCodes', 'withCodesEnded', 'withCodesBefore'].map(
        (which) => `ledger.recovery_codes_made($${which}, 'a-request')`,
      ),
    ],
    after: WRITTEN,
    as: 'signin',
  },
  ...[
    { name: 'an hour after the last was entered', since: '1 hour' },
    { name: 'within a minute after one was entered', since: '59 seconds' },
  ].map(({ name, since }): Scene => ({
    name: `the ledger of signing in: attempts, ${name}`,
    so: [
      ...STRANGERS(since),
      ...before(attempt('before', { account_id: LEAD, reason: `'wrongPassword'` })),
      attempt('wrongPassword', { account_id: LEAD, reason: `'wrongPassword'` }),
      attempt('stranger', {}),
      attempt('strangerEarlier', { created_at: `simpul.now() - interval '50 seconds'` }),
      attempt('strangerLongAgo', { created_at: `simpul.now() - interval '2 hours'` }),
      attempt('succeeded', { account_id: LEAD, succeeded: 'true', reason: 'null' }),
    ],
    things: made('before', 'wrongPassword', 'stranger', 'succeeded'),
    doors: [
      ...['wrongPassword', 'stranger', 'succeeded', 'before'].map(
        (which) => `ledger.sign_in_failed($${which}, 'a-request')`,
      ),
      `ledger.sign_in_failed(gen_random_uuid(), 'a-request')`,
    ],
    after: ENTERED,
    as: 'signin',
  })),
  {
    name: 'the ledger of signing in: an administrator made at the console',
    so: [
      ...before(account('administratorBefore')),
      account('administrator'),
      account('administratorEnded', { active: 'false' }),
      account('caseWorker', { role: `'case_worker'` }),
    ],
    things: made('administratorBefore', 'administrator', 'caseWorker'),
    doors: ['administrator', 'administratorBefore', 'caseWorker'].map(
      (which) => `ledger.administrator_made($${which})`,
    ),
    after: WRITTEN,
    as: 'owner',
  },
  {
    name: 'whose session it is',
    so: [
      session('lives', { token_hash: TOKEN }),
      session('changed', { former_token_hash: `sha256('a former token')`, former_until: LATER }),
      session('changedLongAgo', {
        former_token_hash: `sha256('an old token')`,
        former_until: 'simpul.now()',
      }),
      session('ended', { token_hash: `sha256('of an end')`, ended_at: 'simpul.now()' }),
      session('expired', { token_hash: `sha256('expired')`, expires_at: 'simpul.now()' }),
      session('idle', {
        token_hash: `sha256('idle')`,
        last_seen_at: `simpul.now() - interval '15 minutes'`,
        idle_seconds: '900',
      }),
      session('left', { token_hash: `sha256('left')`, account_id: who('pindah') }),
    ],
    things: made('lives', 'changed', 'changedLongAgo', 'ended', 'expired', 'idle', 'left'),
    doors: ['a token', 'a former token', 'an old token', 'of an end', 'expired', 'idle', 'left', 'none'].map(
      (token) =>
        `select string_agg(concat_ws(' ', session_id, case when not newest then 'by a former token' end), ', ') from simpul.session_of('${token}')`,
    ),
    as: 'signin',
  },
  {
    name: 'who waits: for a second factor, with a first password, for a release',
    so: [
      `update simpul.session set factor_demanded = false`,
      ...['nobody', 'unconfirmed', 'removed', 'confirmed', 'undemanded'].flatMap((name) => [
        account(name),
        session(name, {
          account_id: its(name),
          token_hash: `sha256('${name}')`,
          factor_demanded: name === 'undemanded' ? 'false' : 'true',
        }),
      ]),
      ...Object.entries({ firstPassword: 'must_change_password', toBeReleased: 'waits_for_release' }).flatMap(
        ([name, because]) => [
          account(name, { [because]: 'true' }),
          session(name, { account_id: its(name), token_hash: `sha256('${name}')` }),
        ],
      ),
      factor('unconfirmed', { account_id: its('unconfirmed'), confirmed_at: 'null' }),
      factor('removed', { account_id: its('removed'), removed_at: 'simpul.now()' }),
      factor('confirmed', { account_id: its('confirmed') }),
    ],
    things: {},
    doors: [
      ...['nobody', 'unconfirmed', 'removed', 'confirmed', 'undemanded'],
      ...['firstPassword', 'toBeReleased'],
    ].map(
      (token) =>
        `select case when count(*) = 0 then 'nobody' when current_setting('simpul.context') like 'waits|%' then 'waits' else 'enters' end from ctx.enter('${token}')`,
    ),
    as: 'api',
  },
  {
    name: 'somebody signs in on a new device',
    so: [
      ...before(device('deviceBefore'), session('openedBefore', { device_id: its('device') })),
      device('device'),
      session('onIt', { device_id: its('device') }),
      session('onOneBefore', { device_id: its('deviceBefore') }),
      session('ended', { device_id: its('device'), ended_at: 'simpul.now()' }),
      session('onNone'),
      account('newcomer'),
      session('ofANewcomer', { account_id: its('newcomer'), device_id: its('device') }),
    ],
    things: made('onIt', 'onOneBefore', 'ended', 'onNone', 'openedBefore', 'ofANewcomer'),
    doors: ['onIt', 'onOneBefore', 'ended', 'onNone', 'openedBefore', 'ofANewcomer'].map(
      (which) => `simpul.announce_new_device($${which})`,
    ),
    after: `select string_agg(concat_ws(' ', 'announced', topic, (select email from simpul.account where id = (ids ->> 'accountId')::uuid)), ', ') from simpul.outbox where xmin::text::bigint >= current_setting('doors.mark')::bigint`,
    as: 'signin',
  },
];
