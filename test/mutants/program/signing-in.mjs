// Ways in, how fast one may guess, sessions, second factors, proofs of being there, passwords.
const accounts = (name) => `libs/accounts/src/${name}.ts`;
const api = (name) => `test/api/${name}.e2e-spec.ts`;
const DELAY = 'libs/accounts/src/rules/sign-in-delay.spec.ts';
const GUESSING = api('guessing');
const FACTOR = api('second-factor');
const STEP_UP = api('step-up');
const SIGNING_IN = api('signing-in');
const SESSIONS = api('every-session-rule');
const PASSKEYS = api('passkeys');

export const SIGN_IN = [
  {
    name: 'nobody has to wait before the next guess',
    file: accounts('rules/sign-in-delay'),
    from: 'if (failuresInWindow < free) return 0;',
    to: 'return 0;',
    spec: DELAY,
  },
  {
    name: 'the wait does not grow',
    file: accounts('rules/sign-in-delay'),
    from: '2 ** Math.min(failuresInWindow - free, 10)',
    to: '1',
    spec: DELAY,
  },
  {
    name: 'the wait grows for ever',
    file: accounts('rules/sign-in-delay'),
    from: 'const LONGEST_WAIT_SECONDS = 60;',
    to: 'const LONGEST_WAIT_SECONDS = 6000;',
    spec: DELAY,
  },
  {
    name: 'guesses are counted and nobody waits',
    file: accounts('sign-in-attempts'),
    from: `if (wait > 0) throw new Refused('session.tooManyAttempts', { retryAfterSeconds: Math.ceil(wait) }, 429);`,
    to: '',
    spec: GUESSING,
  },
  {
    name: 'guesses from many addresses are not counted together',
    file: accounts('sign-in-attempts'),
    from: 'if (!trial.deviceId) waits.push(waitSeconds(row!.anywhere, FREE_FAILURES_ANYWHERE) - row!.waited);',
    to: '',
    spec: GUESSING,
  },
  {
    name: 'a stranger slows the known device down',
    file: accounts('sign-in-attempts'),
    from: 'and device_id is not distinct from $2::uuid) counted',
    to: ') counted',
    spec: GUESSING,
  },
  {
    name: 'whoever guesses a password does not wait',
    file: accounts('signing-in'),
    from: `const trial = await this.attempts.of(email.trim(), origin);
    await this.attempts.refuseIfTooFast(trial);`,
    to: 'const trial = await this.attempts.of(email.trim(), origin);',
    spec: GUESSING,
  },
  {
    name: 'whoever guesses a second factor does not wait',
    file: accounts('signing-in'),
    from: `const trial = await this.attempts.of(await this.emailOf(accountId), origin);
    await this.attempts.refuseIfTooFast(trial);`,
    to: 'const trial = await this.attempts.of(await this.emailOf(accountId), origin);',
    spec: [FACTOR, GUESSING],
  },
  {
    name: 'a wrong password is not written down',
    file: accounts('signing-in'),
    from: 'await this.attempts.failed(trial, account?.id ?? null, reason, origin.requestId);',
    to: '',
    spec: [GUESSING, SIGNING_IN, 'libs/accounts/src/signing-in-ledger.db-spec.ts'],
  },
  {
    name: 'a wrong second factor is not counted',
    file: accounts('signing-in'),
    from: `await this.attempts.failed(trial, accountId, 'wrongFactor', origin.requestId);`,
    to: '',
    spec: [FACTOR, 'libs/accounts/src/signing-in-ledger.db-spec.ts'],
  },
  {
    name: 'an ended account signs in',
    file: accounts('signing-in'),
    from: 'if (account?.active && matches && !account.expired) {',
    to: 'if (account && matches && !account.expired) {',
    spec: [SIGNING_IN, 'libs/accounts/src/accounts.db-spec.ts'],
  },
  {
    name: 'any password will do',
    file: accounts('signing-in'),
    from: 'if (account?.active && matches && !account.expired) {',
    to: 'if (account?.active && !account.expired) {',
    spec: SIGNING_IN,
  },
  {
    name: 'a first password is good for ever',
    file: accounts('signing-in'),
    from: 'if (account?.active && matches && !account.expired) {',
    to: 'if (account?.active && matches) {',
    spec: [SIGNING_IN, 'libs/accounts/src/accounts.db-spec.ts'],
  },
  {
    name: 'the password alone is enough where there is a second factor',
    file: accounts('signing-in'),
    from: 'if (ways.length === 0) return',
    to: 'return',
    spec: FACTOR,
  },
  {
    name: 'an ended account signs in by passkey',
    file: accounts('signing-in'),
    from: `if (!account?.active) throw new Refused('session.passkeyWrong', {}, 401);`,
    to: `if (!account) throw new Refused('session.passkeyWrong', {}, 401);`,
    spec: PASSKEYS,
  },
  {
    name: 'a second step may be used again',
    file: accounts('signing-in'),
    from: `    await this.steps.use(step);
    return this.sessions.admit(accountId, proved.factor, trial, origin);`,
    to: '    return this.sessions.admit(accountId, proved.factor, trial, origin);',
    spec: FACTOR,
  },
  ...[
    [
      'a step of another kind is taken',
      'and purpose = $2 and used_at is null',
      'and $2 is not null and used_at is null',
    ],
    ['a used step is taken', 'and purpose = $2 and used_at is null', 'and purpose = $2'],
    ['an old step is taken', 'and expires_at > simpul.now() and tries < $3 and', 'and tries < $3 and'],
    ['a step may be tried without end', 'and tries < $3 and session_id', 'and $3 > 0 and session_id'],
    [
      'a step of another session is taken',
      'and session_id is not distinct from $4::uuid',
      'and ($4::uuid is null or true)',
    ],
    [
      'a step outlives an ended account',
      '(not a.active or a.password_set_at > t.created_at)',
      '(a.password_set_at > t.created_at)',
    ],
    [
      'a step outlives a changed password',
      '(not a.active or a.password_set_at > t.created_at)',
      '(not a.active)',
    ],
  ].map(([name, from, to]) => ({
    ...{ name, file: accounts('sign-in-steps'), from, to },
    spec: [FACTOR, PASSKEYS, STEP_UP, api('oidc')],
  })),
  {
    name: 'a code of the telephone is good again and again',
    file: accounts('factors'),
    from: 'const step = await totpStep(secret, code, totp.at, totp.last === null ? null : Number(totp.last));',
    to: 'const step = await totpStep(secret, code, totp.at, null);',
    also: [
      {
        file: accounts('factors'),
        from: 'where id = $1 and (last_step is null or last_step < $2) returning id',
        to: 'where id = $1 returning id',
      },
    ],
    spec: [FACTOR, STEP_UP],
  },
  {
    name: 'a code of the telephone is good for an hour',
    file: accounts('totp'),
    from: 'const TOLERANCE_SECONDS = 30;',
    to: 'const TOLERANCE_SECONDS = 3600;',
    spec: FACTOR,
  },
  {
    name: 'a recovery code is good again and again',
    file: accounts('factors'),
    from: `where account_id = $1 and code_hash = $2 and ended_at is null returning id`,
    to: `where account_id = $1 and code_hash = $2 returning id`,
    spec: [FACTOR, api('recovery')],
  },
  {
    name: 'the recovery code of somebody else will do',
    file: accounts('factors'),
    from: `where account_id = $1 and code_hash = $2 and ended_at is null returning id`,
    to: `where $1::uuid is not null and code_hash = $2 and ended_at is null returning id`,
    spec: [FACTOR, api('recovery')],
  },
  {
    name: 'the passkey of somebody else will do',
    file: accounts('factors'),
    from: 'if (!row || (accountId !== null && row.accountId !== accountId)) return null;',
    to: 'if (!row) return null;',
    spec: PASSKEYS,
  },
  {
    name: 'a passkey counter may fall',
    file: accounts('factors'),
    from: 'where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id',
    to: 'where id = $1 returning id',
    spec: PASSKEYS,
  },
  {
    name: 'a passkey need not verify its user',
    file: accounts('passkeys'),
    from: `requireUserVerification: true,
        credential: {`,
    to: `requireUserVerification: false,
        credential: {`,
    spec: PASSKEYS,
  },
  {
    name: 'a passkey answers any address',
    file: accounts('passkeys'),
    from: `expectedOrigin: this.origin,
        expectedRPID: this.rpId,
        requireUserVerification: true,
        credential: {`,
    to: `expectedOrigin: [this.origin, 'https://palsu.example'],
        expectedRPID: this.rpId,
        requireUserVerification: true,
        credential: {`,
    spec: PASSKEYS,
  },
  {
    name: 'the last second factor may be taken away where one is demanded',
    file: accounts('factors'),
    from: `throw new Refused('factor.last');`,
    to: '{}',
    spec: FACTOR,
  },
  {
    name: 'the second factor of somebody else may be taken away',
    file: accounts('factors'),
    from: 'if (!left!.mine) throw new NotFound();',
    to: '',
    spec: FACTOR,
  },
  {
    name: 'no role owes a second factor',
    file: accounts('rules/second-factor'),
    from: `return policy === 'everyone' || (policy === 'cases' && !HARMLESS.includes(role));`,
    to: 'return false;',
    spec: FACTOR,
  },
  {
    name: 'a proof of being there lasts for hours',
    file: accounts('sessions.service'),
    from: 'const CONFIRMED_MINUTES = 5;',
    to: 'const CONFIRMED_MINUTES = 500;',
    spec: STEP_UP,
  },
  {
    name: 'a former token is a proof of being there',
    file: accounts('sessions.service'),
    from: 'o.newest and s.confirmed_at >',
    to: 's.confirmed_at >',
    spec: STEP_UP,
  },
  {
    name: 'the password proves to be there where there is a second factor',
    file: accounts('confirmation'),
    from: `if ((await this.factors.of(actor.accountId)).length > 0) throw new Refused('session.factorNeeded');`,
    to: '',
    spec: [STEP_UP, FACTOR],
  },
  {
    name: 'any password proves to be there',
    file: accounts('confirmation'),
    from: 'if (!(await passwordMatches(account!.password_hash, password))) {',
    to: 'if (!password) {',
    spec: STEP_UP,
  },
  {
    name: 'a stolen session guesses the password without waiting',
    file: accounts('confirmation'),
    from: `const trial = await this.attempts.ofSession(actor.sessionId);
    await this.attempts.refuseIfTooFast(trial);
    if (!(await passwordMatches`,
    to: `const trial = await this.attempts.ofSession(actor.sessionId);
    if (!(await passwordMatches`,
    spec: STEP_UP,
  },
  {
    name: 'a proof of being there leaves the old token',
    file: accounts('confirmation'),
    from: `former_until = simpul.now() + make_interval(secs => $3),`,
    to: `former_until = simpul.now() + make_interval(secs => $3 * 10000),`,
    spec: STEP_UP,
  },
  {
    name: 'an open page outlives its session',
    file: accounts('sign-in'),
    from: 'const now = sessionToken ? await this.sessions.look(sessionToken) : null;',
    to: 'const now = then;',
    spec: [SESSIONS, 'libs/notifications/src/events.db-spec.ts'],
  },
  {
    name: 'an open page outlives another role',
    file: accounts('sign-in'),
    from: 'return now.accountId === then.accountId && now.role === then.role && now.agencyId === then.agencyId;',
    to: 'return now.accountId === then.accountId;',
    spec: [SESSIONS, 'libs/notifications/src/events.db-spec.ts'],
  },
  {
    name: 'a resting page keeps its session alive',
    file: accounts('sign-in'),
    from: 'await this.sessions.look(sessionToken) : null;',
    to: 'await this.sessions.actorOf(sessionToken) : null;',
    spec: [SESSIONS, 'libs/notifications/src/events.db-spec.ts'],
  },
  {
    name: 'whoever signs out stays in',
    file: accounts('sessions.service'),
    from: `'update simpul.session set ended_at = simpul.now() where id = $1 and ended_at is null returning id',`,
    to: `'select id from simpul.session where id = $1',`,
    spec: [SIGNING_IN, SESSIONS],
  },
  {
    name: 'somebody ends a session of somebody else',
    file: accounts('own-sessions'),
    from: 'where id = $1 and account_id = $2 and ended_at is null returning id',
    to: 'where id = $1 and $2::uuid is not null and ended_at is null returning id',
    spec: api('own-sessions'),
  },
  {
    name: 'the sessions of everybody are listed',
    file: accounts('own-sessions'),
    from: 'where s.account_id = $1 and s.ended_at is null',
    to: 'where $1::uuid is not null and s.ended_at is null',
    spec: api('own-sessions'),
  },
  {
    name: 'a changed password leaves the other sessions',
    file: accounts('own-password'),
    from: 'where account_id = $1 and id <> $2 and ended_at is null returning id',
    to: 'where account_id = $1 and id <> $2 and false returning id',
    spec: [SIGNING_IN, api('own-sessions'), 'libs/accounts/src/accounts.db-spec.ts'],
  },
  {
    name: 'a password is changed without the old one',
    file: accounts('own-password'),
    from: 'if (!(await passwordMatches(account!.password_hash, current))) {',
    to: 'if (!current) {',
    spec: [SIGNING_IN, 'libs/accounts/src/accounts.db-spec.ts', api('own-sessions')],
  },
  ...[
    [
      'a short password is taken',
      `if ([...password].length < PASSWORD_LENGTH_MIN) return 'password.tooShort';`,
    ],
    [
      'a password may hold the own address',
      `if (local.length >= LOCAL_PART_MIN && bare(password).includes(local)) return 'password.containsEmail';`,
    ],
  ].map(([name, from]) => ({
    ...{ name, file: accounts('rules/password'), from, to: '' },
    spec: 'libs/accounts/src/rules/password.spec.ts',
  })),
  ...[
    ['a script reads the cookie', 'HttpOnly; ', ''],
    ['the cookie follows from other sites', 'SameSite=Strict', 'SameSite=None'],
    ['the cookie travels in the clear', `\${https ? '; Secure' : ''}`, ''],
  ].map(([name, from, to]) => ({
    ...{ name, file: accounts('http/session-cookie'), from, to },
    spec: [SIGNING_IN, SESSIONS],
  })),
];
