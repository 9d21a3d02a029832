import { Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { Factors, type Proof } from './factors.js';
import { IdentitiesService } from './identities.service.js';
import { passwordMatches } from './passwords.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';
import { SignInAttempts, type Origin, type Trial } from './sign-in-attempts.js';
import { SignInSteps } from './sign-in-steps.js';
import { SigninDatabase } from './signin-database.js';

/** How long a first password opens the door to its own change. */
const FIRST_PASSWORD_HOURS = 72;

/** The ways in: password, and the second step where the account has one; or a passkey alone. */
@Injectable()
export class SigningIn {
  constructor(
    private readonly signin: SigninDatabase,
    private readonly sessions: SessionsService,
    private readonly attempts: SignInAttempts,
    private readonly steps: SignInSteps,
    private readonly factors: Factors,
    private readonly identities: IdentitiesService,
  ) {}

  /**
   * Opens a session for an e-mail and password. Refusals: `session.wrongCredentials` (401, the same for an unknown
   * e-mail), `session.firstPasswordExpired` (401), `session.tooManyAttempts` (429 with `retryAfterSeconds`),
   * `session.secondFactorNeeded` (401 with `step` and `ways`). An attempt that has to wait is not looked at: no password
   * is compared, so the ledger has nothing to tell.
   */
  async withPassword(email: string, password: string, origin: Origin): Promise<OpenedSession> {
    const trial = await this.attempts.of(email.trim(), origin);
    await this.attempts.refuseIfTooFast(trial);
    const account = await this.signin.one<KnownAccount>(
      `select id, active, password_hash,
              must_change_password and password_set_at + make_interval(hours => $2) < simpul.now() as expired
         from simpul.account where lower(email) = lower($1)`,
      [email.trim(), FIRST_PASSWORD_HOURS],
    );
    const matches = await passwordMatches(account?.password_hash, password);
    if (account?.active && matches && !account.expired) {
      return this.afterTheFirst(account.id, 'password', trial, origin);
    }
    // Every failure takes the same steps: whether the e-mail is known shows neither in the answer nor in its time.
    const reason = failureOf(account, matches);
    await this.attempts.failed(trial, account?.id ?? null, reason, origin.requestId);
    // Only whoever knows the password learns that it is too old.
    throw new Refused(
      reason === 'firstPasswordExpired' ? 'session.firstPasswordExpired' : 'session.wrongCredentials',
      {},
      401,
    );
  }

  /**
   * The city's own sign-in stands in for the password, and for nothing else. Refusals (401): `session.stepOver`,
   * `session.oidcWrong`, `session.notLinked`, `session.secondFactorNeeded` as above.
   */
  async withOidc(token: string, query: string, origin: Origin): Promise<OpenedSession> {
    const accountId = await this.identities.accountBehind(token, query);
    const trial = await this.attempts.of(await this.emailOf(accountId), origin);
    return this.afterTheFirst(accountId, 'oidc', trial, origin);
  }

  /** In, or on to the second step where the account has one. */
  private async afterTheFirst(
    accountId: string,
    openedBy: 'password' | 'oidc',
    trial: Trial,
    origin: Origin,
  ): Promise<OpenedSession> {
    const ways = await this.factors.kindsOf(accountId);
    if (ways.length === 0) return this.sessions.admit(accountId, openedBy, trial, origin);
    const step = await this.steps.begin('second', { accountId });
    throw new Refused('session.secondFactorNeeded', { step, ways: [...ways, 'recoveryCode'] }, 401);
  }

  /** The second step. Refusals: `session.secondFactorWrong` (401), `session.stepOver` (401), `session.tooManyAttempts`. */
  async withSecondFactor(token: string, proof: Proof, origin: Origin): Promise<OpenedSession> {
    const step = await this.steps.try(token, 'second');
    const accountId = step.accountId!;
    const trial = await this.attempts.of(await this.emailOf(accountId), origin);
    await this.attempts.refuseIfTooFast(trial);
    const proved = await this.factors.proved(accountId, proof, step.challenge);
    if (!proved) {
      await this.attempts.failed(trial, accountId, 'wrongFactor', origin.requestId);
      throw new Refused('session.secondFactorWrong', {}, 401);
    }
    await this.steps.use(step);
    return this.sessions.admit(accountId, proved.factor, trial, origin);
  }

  /** A passkey's options: within a second step, or for whoever sits there. Refuses `session.stepOver` (401). */
  async askPasskey(token?: string): Promise<{ step: string; options: unknown }> {
    const accountId = token !== undefined ? (await this.steps.peek(token)).accountId : undefined;
    const { challenge, options } = await this.factors.askPasskey(accountId);
    if (token === undefined) return { step: await this.steps.begin('passkey', { challenge }), options };
    await this.steps.challenge(token, challenge);
    return { step: token, options };
  }

  /** A passkey alone: possession and finger, face or PIN. No password is guessed here, so nothing slows it down. */
  async withPasskey(token: string, passkey: string, origin: Origin): Promise<OpenedSession> {
    const step = await this.steps.try(token, 'passkey');
    const proved = await this.factors.proved(null, { passkey }, step.challenge);
    const account =
      proved &&
      (await this.signin.one<{ email: string; active: boolean }>(
        'select email, active from simpul.account where id = $1',
        [proved.accountId],
      ));
    if (!account?.active) throw new Refused('session.passkeyWrong', {}, 401);
    await this.steps.use(step);
    const trial = await this.attempts.of(account.email, origin);
    return this.sessions.admit(proved!.accountId, 'passkey', trial, origin);
  }

  private async emailOf(accountId: string): Promise<string> {
    const row = await this.signin.one<{ email: string }>('select email from simpul.account where id = $1', [
      accountId,
    ]);
    return row!.email;
  }
}

interface KnownAccount {
  id: string;
  active: boolean;
  password_hash: string;
  expired: boolean;
}

function failureOf(account: KnownAccount | undefined, matches: boolean): string {
  if (!account) return 'unknownAccount';
  if (!matches) return 'wrongPassword';
  return account.active ? 'firstPasswordExpired' : 'inactive';
}
