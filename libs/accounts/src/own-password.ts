import type { Actor } from '#access';
import { Invalid, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { newPasswordFault } from './guessable.js';
import { hashPassword, passwordMatches } from './passwords.js';
import type { PasswordOwner } from './rules/password.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SigninDatabase } from './signin-database.js';

/** Changes the password of whoever is signed in, over the connection that can compare the old one. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly signin: SigninDatabase,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * All other sessions of the account end. A wrong old password is a failed attempt to sign in: a stolen session is no
   * way to guess faster. Refusals: `password.currentWrong`, `session.tooManyAttempts`; 422 `password.same` and those of
   * `newPasswordFault`.
   */
  async change(actor: Actor, current: string, fresh: string): Promise<void> {
    const requestId = actor.request?.id;
    const account = await this.signin.one<PasswordOwner & { password_hash: string }>(
      `select email, display_name as "displayName", agency_name as "agencyName", agency_code as "agencyCode", password_hash
         from simpul.account where id = $1`,
      [actor.accountId],
    );
    const fault = fresh === current ? 'password.same' : await newPasswordFault(fresh, account!);
    if (fault) throw new Invalid([{ pointer: '/newPassword', code: fault }]);
    const trial = await this.attempts.ofSession(actor.sessionId);
    await this.attempts.refuseIfTooFast(trial);
    if (!(await passwordMatches(account!.password_hash, current))) {
      await this.attempts.failed(trial, actor.accountId, 'wrongPassword', requestId);
      throw new Refused('password.currentWrong');
    }
    const hash = await hashPassword(fresh);
    await this.signin.transaction(async (one) => {
      // Only over the password that was compared: an administrator may have reset it meanwhile.
      const changed = await one(
        `update simpul.account set password_hash = $3, must_change_password = false, password_set_at = simpul.now()
          where id = $1 and active and password_hash = $2 returning id`,
        [actor.accountId, account!.password_hash, hash],
      );
      if (!changed) throw new Refused('password.currentWrong');
      await one('select ledger.password_changed($1, $2)', [actor.sessionId, requestId ?? null]);
      await one(
        `update simpul.session set ended_at = simpul.now()
          where account_id = $1 and id <> $2 and ended_at is null returning id`,
        [actor.accountId, actor.sessionId],
      );
    });
  }
}
