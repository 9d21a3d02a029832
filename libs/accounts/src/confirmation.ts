import { randomBytes } from 'node:crypto';
import type { Actor } from '#access';
import { Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { Factors, type Proof } from './factors.js';
import { passwordMatches } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInSteps } from './sign-in-steps.js';
import { SigninDatabase } from './signin-database.js';

/** Requests that were under way when the token changed still arrive; nothing that needs a fresh proof takes it. */
const FORMER_TOKEN_SECONDS = 30;

/** The step-up: whoever is signed in proves again that it is they who sit there. */
@Injectable()
export class Confirmation {
  constructor(
    private readonly signin: SigninDatabase,
    private readonly attempts: SignInAttempts,
    private readonly steps: SignInSteps,
    private readonly factors: Factors,
  ) {}

  /** What the own passkeys are asked. */
  async askPasskey(actor: Actor): Promise<{ step: string; options: unknown }> {
    const { accountId, sessionId } = actor;
    const { challenge, options } = await this.factors.askPasskey(accountId);
    return { step: await this.steps.begin('session', { accountId, sessionId, challenge }), options };
  }

  /**
   * Confirms the session by a second factor; returns its new token. A wrong one is a failed attempt to sign in: a
   * stolen session is no way to guess faster. Refusals: `session.confirmationWrong`, `session.stepOver` (401),
   * `session.tooManyAttempts`.
   */
  async byFactor(actor: Actor, proof: Proof, token?: string): Promise<string> {
    const trial = await this.attempts.ofSession(actor.sessionId);
    await this.attempts.refuseIfTooFast(trial);
    const step = token ? await this.steps.try(token, 'session', actor.sessionId) : undefined;
    const proved = await this.factors.proved(actor.accountId, proof, step?.challenge ?? null);
    if (!proved) {
      await this.attempts.failed(trial, actor.accountId, 'wrongFactor', actor.request?.id);
      throw new Refused('session.confirmationWrong');
    }
    if (step) await this.steps.use(step);
    return this.confirmed(actor, proved.factor);
  }

  /** As `byFactor`, while the account has no factor; `session.factorNeeded` once it has one. */
  async byPassword(actor: Actor, password: string): Promise<string> {
    // The password alone would let whoever watched it being typed do what the factor is there to prevent.
    if ((await this.factors.of(actor.accountId)).length > 0) throw new Refused('session.factorNeeded');
    const account = await this.signin.one<{ password_hash: string }>(
      'select password_hash from simpul.account where id = $1',
      [actor.accountId],
    );
    const trial = await this.attempts.ofSession(actor.sessionId);
    await this.attempts.refuseIfTooFast(trial);
    if (!(await passwordMatches(account!.password_hash, password))) {
      await this.attempts.failed(trial, actor.accountId, 'wrongPassword', actor.request?.id);
      throw new Refused('session.confirmationWrong');
    }
    return this.confirmed(actor, 'password');
  }

  /** A new token, and with it the minutes in which `@StepUp()` is content. */
  private async confirmed(
    actor: Actor,
    factor: 'password' | 'totp' | 'passkey' | 'recoveryCode',
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.signin.transaction(async (one) => {
      const confirmed = await one(
        `update simpul.session set confirmed_at = simpul.now(), former_token_hash = token_hash,
                former_until = simpul.now() + make_interval(secs => $3),
                token_hash = sha256(convert_to($2, 'UTF8'))
          where id = $1 and ended_at is null and token_hash = sha256(convert_to($4, 'UTF8')) returning id`,
        [actor.sessionId, token, FORMER_TOKEN_SECONDS, actor.sessionToken],
      );
      // Another tab was quicker, or the session was ended meanwhile.
      if (!confirmed) throw new Refused('session.required', {}, 401);
      await one('select ledger.session_confirmed($1, $2, $3)', [
        actor.sessionId,
        factor,
        actor.request?.id ?? null,
      ]);
    });
    return token;
  }
}
