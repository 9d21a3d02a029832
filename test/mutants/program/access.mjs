// The one guard, the scope of a request, what every request must be, and the unit of work.
const GUARD = 'libs/access/src/http/access.guard.ts';
const SCOPE = 'libs/access/src/rules/scope.ts';
const HOOKS = 'apps/api/src/http/request-hooks.ts';
const WORK = 'libs/database/src/unit-of-work.ts';
const REPLAY = 'apps/api/src/http/replay.interceptor.ts';
const REQUEST = 'libs/database/src/handled-request.ts';
const BY_ROLE = 'test/access/every-route-by-every-role.e2e-spec.ts';
const ALONE = 'test/access/each-layer-alone.db-spec.ts';
const AGAIN = 'test/access/idempotency.e2e-spec.ts';
const SIGNING_IN = 'test/api/signing-in.e2e-spec.ts';
const SCOPES = 'libs/access/src/rules/scope.spec.ts';
const UNITS = 'libs/database/src/unit-of-work.db-spec.ts';
const ODD = 'test/hostile/odd-requests.e2e-spec.ts';

export const ACCESS = [
  {
    name: 'the guard lets every role through',
    file: GUARD,
    from: `if (!may(actor.role, permission)) return 'forbidden';`,
    to: '',
    spec: BY_ROLE,
  },
  {
    name: 'the guard refuses nobody at all',
    file: GUARD,
    from: 'const code = refusalOf(actor, permission, stepUp);',
    to: 'const code = null;',
    spec: BY_ROLE,
  },
  {
    name: 'the guard asks for no session',
    file: GUARD,
    from: `if (!actor) throw new Refused('session.required', {}, 401);`,
    to: '',
    spec: BY_ROLE,
  },
  {
    name: 'a denial is not written down',
    file: GUARD,
    from: 'await this.denials.denied(actor, permission, code);',
    to: '',
    spec: BY_ROLE,
  },
  {
    name: '@StepUp is ignored',
    file: GUARD,
    from: `return stepUp && !actor.recentlyConfirmed ? 'step-up-needed' : null;`,
    to: 'return null;',
    spec: 'test/api/step-up.e2e-spec.ts',
  },
  {
    name: 'a first password opens everything',
    file: GUARD,
    from: `if (actor.mustChangePassword && !openWithFirstPassword(permission)) return 'password.mustChange';`,
    to: '',
    spec: [SIGNING_IN, 'test/api/every-session-rule.e2e-spec.ts', 'libs/accounts/src/accounts.db-spec.ts'],
  },
  {
    name: 'a second factor that is owed is not waited for',
    file: GUARD,
    from: `if (actor.mustAddFactor && !openWithoutFactor(permission)) return 'factor.mustAdd';`,
    to: '',
    spec: ['test/api/second-factor.e2e-spec.ts', 'test/api/every-session-rule.e2e-spec.ts'],
  },
  {
    name: 'whoever waits to be let back in may work',
    file: GUARD,
    from: `if (actor.waitsForRelease && !openWithoutFactor(permission)) return 'account.waitsForRelease';`,
    to: '',
    spec: ['test/api/recovery.e2e-spec.ts', 'test/api/every-session-rule.e2e-spec.ts'],
  },
  {
    name: 'the guard names no thing that a request is about',
    file: GUARD,
    from: 'actor.scope = scopeFor(request);',
    to: '',
    spec: ALONE,
  },
  {
    name: 'everybody stands well to everything',
    file: SCOPE,
    from: `return scope.relations.length === 1 ? null : 'report.alreadyDecided';
  return 'notFound';`,
    to: `return scope.relations.length === 1 ? null : 'report.alreadyDecided';
  return null;`,
    spec: SCOPES,
  },
  {
    name: 'whichever relation somebody has is enough',
    file: SCOPE,
    from: 'if (standing.some((relation) => scope.relations.includes(relation))) return null;',
    to: 'if (standing.length > 0) return null;',
    spec: SCOPES,
  },
  ...['team', 'unit', 'receiver', 'office', 'own', 'missed', 'guard', 'emergency'].map((relation) => ({
    name: `a line that names "${relation}" is left to its service`,
    file: SCOPE,
    from: `new Set(['team', 'unit', 'receiver', 'office', 'own', 'missed', 'guard', 'emergency'])`,
    to: `new Set(['team', 'unit', 'receiver', 'office', 'own', 'missed', 'guard', 'emergency'].filter((one) => one !== '${relation}'))`,
    spec: SCOPES,
  })),
  ...[
    'cases',
    'reports',
    'referrals',
    'deadlines',
    'consents',
    'screenings',
    'closings',
    'seals',
    'conflicts',
  ].map((noun) => ({
    name: `nothing is known of /${noun}/{id}`,
    file: SCOPE,
    from: `noun === undefined ? undefined : KINDS[noun];`,
    to: `noun === undefined || noun === '${noun}' ? undefined : KINDS[noun];`,
    spec: SCOPES,
  })),
  {
    name: 'an act commits with no entry in the ledger',
    file: WORK,
    from: `if (kind === 'audited' && !audited)`,
    to: 'if (false)',
    spec: UNITS,
  },
  {
    name: 'the unit of work takes an ended session',
    file: WORK,
    from: `if (!row) throw new Refused('session.required', {}, 401);`,
    to: '',
    spec: [UNITS, 'test/api/every-session-rule.e2e-spec.ts'],
  },
  {
    name: 'the unit of work does not ask how somebody stands',
    file: WORK,
    from: `if (no) throw no === 'notFound' ? new NotFound() : new Refused(no);`,
    to: '',
    spec: ALONE,
  },
  {
    name: 'a look may write',
    file: WORK,
    from: `if (kind === 'readonly') await client.query('set transaction read only');`,
    to: '',
    spec: UNITS,
  },
  {
    name: 'a refusal is not written down',
    file: WORK,
    from: `await this.refused(actor, act, 'refused', error.code);`,
    to: '',
    spec: [UNITS, 'libs/audit/src/ledger.db-spec.ts'],
  },
  {
    name: 'a refused act is not undone',
    file: WORK,
    from: 'if (runner.isTransactionActive) await runner.rollbackTransaction();',
    to: 'if (runner.isTransactionActive) await runner.commitTransaction();',
    spec: UNITS,
  },
  {
    name: 'no Idempotency-Key is claimed',
    file: WORK,
    from: 'await claimRequest(work, actor);',
    to: '',
    spec: AGAIN,
  },
  {
    name: 'an Idempotency-Key is good for any request',
    file: REQUEST,
    from: 'earlier?.fingerprint === idempotency.fingerprint',
    to: 'true',
    spec: AGAIN,
  },
  {
    name: 'a kept answer is given to whoever has left the case',
    file: REPLAY,
    from: 'if (!(await isStillVisible(work, url, answer))) throw twin;',
    to: '',
    spec: AGAIN,
  },
  {
    name: 'an opened name is kept as an answer',
    file: REPLAY,
    from: 'if (actor?.request && answersAfresh(context.getHandler())) delete actor.request.idempotency;',
    to: '',
    spec: AGAIN,
  },
  {
    name: 'another site may send forms',
    file: HOOKS,
    from: `if (CHANGES.has(request.method) && isCrossSite(request.headers, publicUrl))
      throw new RequestFault(403, 'request.crossSite');`,
    to: '',
    spec: SIGNING_IN,
  },
  {
    name: 'a neighbouring site may send forms',
    file: HOOKS,
    from: `if (site === 'cross-site' || site === 'same-site') return true;`,
    to: `if (site === 'cross-site') return true;`,
    spec: SIGNING_IN,
  },
  {
    name: 'a browser that says "cross-site" is believed to be ours',
    file: HOOKS,
    from: `if (site === 'cross-site' || site === 'same-site') return true;`,
    to: '',
    spec: SIGNING_IN,
  },
  {
    name: 'any Origin is ours',
    file: HOOKS,
    from: `return typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).host !== host;`,
    to: 'return false;',
    spec: SIGNING_IN,
  },
  {
    name: 'a body need not be JSON',
    file: HOOKS,
    from: `throw new RequestFault(415, 'request.mediaType');`,
    to: '{}',
    spec: [SIGNING_IN, ODD],
  },
  {
    name: 'a body may nest without end',
    file: HOOKS,
    from: `if (isNestedTooDeep(request.body)) throw new RequestFault(400, 'request.malformed');`,
    to: '',
    spec: [ODD, 'test/hostile/broken-bodies.e2e-spec.ts'],
  },
  {
    name: 'an Idempotency-Key may be anything',
    file: HOOKS,
    from: `if (typeof key !== 'string' || !UUID.test(key)) throw new RequestFault(400, 'idempotency.malformed');`,
    to: '',
    spec: [AGAIN, ODD],
  },
  {
    name: 'answers may be stored on the way',
    file: HOOKS,
    from: `reply.header('Cache-Control', 'no-store');`,
    to: '',
    spec: [SIGNING_IN, ODD],
  },
  {
    name: 'the API starts although it is not what the policy says',
    file: 'apps/api/src/create-api.ts',
    from: 'if (differences.length > 0) {',
    to: 'if (false) {',
    spec: BY_ROLE,
  },
];
