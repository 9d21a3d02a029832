import { randomBytes } from 'node:crypto';
import { Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { SigninDatabase } from './signin-database.js';

const STEP_MINUTES = 5;
/** Six digits are a million: five tries at one step, and every failure also slows the next sign-in down. */
const TRIES_MAX = 5;

interface Bound {
  accountId?: string;
  sessionId?: string;
  challenge?: string;
}

type Purpose = 'second' | 'passkey' | 'oidc' | 'session' | 'link';

export interface Step {
  id: string;
  accountId: string | null;
  challenge: string | null;
}

/** What lies between the parts of a sign-in. A step opens nothing: only the route of the next part takes its token. */
@Injectable()
export class SignInSteps {
  constructor(private readonly signin: SigninDatabase) {}

  /** A new step; its token is given to the browser, which keeps it in memory. */
  async begin(purpose: Purpose, bound: Bound): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.signin.one(
      `insert into simpul.sign_in_step (token_hash, purpose, account_id, session_id, challenge, expires_at)
       values (sha256(convert_to($1, 'UTF8')), $2, $3, $4, $5, simpul.now() + make_interval(mins => $6)) returning id`,
      [
        token,
        purpose,
        bound.accountId ?? null,
        bound.sessionId ?? null,
        bound.challenge ?? null,
        STEP_MINUTES,
      ],
    );
    return token;
  }

  /** Whose second step this is, while it is under way. Refuses `session.stepOver` (401). */
  async peek(token: string): Promise<{ accountId: string }> {
    const step = await this.signin.one<{ accountId: string }>(
      `select account_id as "accountId" from simpul.sign_in_step
        where token_hash = sha256(convert_to($1, 'UTF8')) and purpose = 'second' and used_at is null
          and expires_at > simpul.now() and tries < $2`,
      [token, TRIES_MAX],
    );
    if (!step) throw new Refused('session.stepOver', {}, 401);
    return step;
  }

  /** What a passkey is asked within a second step. */
  async challenge(token: string, challenge: string): Promise<void> {
    await this.signin.one(
      `update simpul.sign_in_step set challenge = $2
        where token_hash = sha256(convert_to($1, 'UTF8')) and purpose = 'second' and used_at is null returning id`,
      [token, challenge],
    );
  }

  /**
   * One try at a step. Over when it was used, is too old, was tried too often, belongs to another session, or the
   * account's password is another by now. Refuses `session.stepOver` (401).
   */
  async try(token: string, purpose: Purpose, sessionId?: string): Promise<Step> {
    const step = await this.signin.one<Step>(
      `update simpul.sign_in_step t set tries = tries + 1
        where token_hash = sha256(convert_to($1, 'UTF8')) and purpose = $2 and used_at is null
          and expires_at > simpul.now() and tries < $3 and session_id is not distinct from $4::uuid
          and not exists (select from simpul.account a where a.id = t.account_id
                             and (not a.active or a.password_set_at > t.created_at))
      returning id, account_id as "accountId", challenge`,
      [token, purpose, TRIES_MAX, sessionId ?? null],
    );
    if (!step) throw new Refused('session.stepOver', {}, 401);
    return step;
  }

  /** A step is good once. Refuses `session.stepOver` (401) when another request was quicker. */
  async use(step: Step): Promise<void> {
    const used = await this.signin.one(
      'update simpul.sign_in_step set used_at = simpul.now() where id = $1 and used_at is null returning id',
      [step.id],
    );
    if (!used) throw new Refused('session.stepOver', {}, 401);
  }
}
