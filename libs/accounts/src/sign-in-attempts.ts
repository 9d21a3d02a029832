import { createHash } from 'node:crypto';
import { Refused } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { FREE_FAILURES, FREE_FAILURES_ANYWHERE, waitSeconds, WINDOW_MINUTES } from './rules/sign-in-delay.js';
import { SigninDatabase } from './signin-database.js';

/** Where a request comes from, as far as it says. */
export interface Origin {
  requestId?: string;
  address?: string;
  /** The long-lived cookie of a browser in which somebody signed in before. */
  deviceToken?: string;
  userAgent?: string;
}

/** One try to be somebody, as it is counted. */
export interface Trial {
  emailHash: Buffer;
  addressHash: Buffer | null;
  /** Set where this account has been signed in to from this browser before. */
  deviceId: string | null;
}

type One = SigninDatabase['one'];

/**
 * Slows guessing down. Failures are counted apart for each known device of an account, and for everybody else per address
 * and all together: whoever types nonsense elsewhere slows only themselves down, never the counsellor at her own desk.
 * E-mails and addresses are kept as keyed hashes: the rows tell nobody who has the database whose they are.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly signin: SigninDatabase,
    private readonly vault: Vault,
  ) {}

  /** How a try with this e-mail is counted. The same one look-up whether there is such an account or not. */
  async of(email: string, origin: Origin): Promise<Trial> {
    const device = await this.signin.one<{ id: string }>(
      `select d.id from simpul.device d join simpul.account a on a.id = d.account_id
        where lower(a.email) = lower($1) and d.token_hash = $2`,
      [
        email,
        createHash('sha256')
          .update(origin.deviceToken ?? '')
          .digest(),
      ],
    );
    const { address } = origin;
    return {
      emailHash: this.vault.signInHash('email', email.toLowerCase()),
      addressHash: address ? this.vault.signInHash('address', address) : null,
      deviceId: device?.id ?? null,
    };
  }

  /** How a proof inside a session is counted: with the device that it was opened on. */
  async ofSession(sessionId: string): Promise<Trial> {
    const row = await this.signin.one<{ email: string; device_id: string | null }>(
      `select a.email, s.device_id from simpul.session s join simpul.account a on a.id = s.account_id where s.id = $1`,
      [sessionId],
    );
    return {
      emailHash: this.vault.signInHash('email', row!.email.toLowerCase()),
      addressHash: null,
      deviceId: row!.device_id,
    };
  }

  /** Refuses `session.tooManyAttempts` (429, `retryAfterSeconds`) while this try has to wait. */
  async refuseIfTooFast(trial: Trial): Promise<void> {
    const row = await this.signin.one<Counted>(
      `select count(*) filter (where here)::int as here, count(*)::int as anywhere,
              coalesce(extract(epoch from simpul.now() - max(created_at) filter (where here)), 1e9)::float as here_waited,
              coalesce(extract(epoch from simpul.now() - max(created_at)), 1e9)::float as waited
         from (select created_at, created_at > coalesce(s.at, '-infinity')
                      and address_hash is not distinct from $3::bytea as here
                 from simpul.sign_in_attempt t
                cross join (select max(created_at) as at from simpul.sign_in_attempt
                             where email_hash = $1 and succeeded
                               and case when $2::uuid is null then address_hash is not distinct from $3::bytea
                                        else device_id = $2::uuid end) s
                where email_hash = $1 and not succeeded and created_at > simpul.now() - make_interval(mins => $4)
                  and device_id is not distinct from $2::uuid) counted`,
      [trial.emailHash, trial.deviceId, trial.deviceId ? null : trial.addressHash, WINDOW_MINUTES],
    );
    const waits = [waitSeconds(row!.here, FREE_FAILURES) - row!.here_waited];
    if (!trial.deviceId) waits.push(waitSeconds(row!.anywhere, FREE_FAILURES_ANYWHERE) - row!.waited);
    const wait = Math.max(...waits);
    if (wait > 0) throw new Refused('session.tooManyAttempts', { retryAfterSeconds: Math.ceil(wait) }, 429);
  }

  /** Writes a failed try down, for the delay and in the ledger. */
  async failed(trial: Trial, accountId: string | null, reason: string, requestId?: string): Promise<void> {
    await this.signin.transaction(async (one) => {
      const attempt = await one<{ id: string }>(
        `insert into simpul.sign_in_attempt (email_hash, address_hash, device_id, succeeded, account_id, reason)
         values ($1, $2, $3, false, $4, $5) returning id`,
        [trial.emailHash, trial.deviceId ? null : trial.addressHash, trial.deviceId, accountId, reason],
      );
      await one('select ledger.sign_in_failed($1, $2)', [attempt!.id, requestId ?? null]);
    });
  }

  /** Notes a success in the transaction that opens the session; what came before no longer slows this place down. */
  async succeeded(one: One, trial: Trial, accountId: string): Promise<void> {
    await one(
      `insert into simpul.sign_in_attempt (email_hash, address_hash, device_id, succeeded, account_id)
       values ($1, $2, $3, true, $4) returning id`,
      [trial.emailHash, trial.deviceId ? null : trial.addressHash, trial.deviceId, accountId],
    );
  }
}

interface Counted {
  here: number;
  anywhere: number;
  here_waited: number;
  waited: number;
}
