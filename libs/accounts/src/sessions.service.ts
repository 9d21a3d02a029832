import { randomBytes } from 'node:crypto';
import { ROLES, type Actor } from '#access';
import { Refused } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { deviceWords } from './rules/device-words.js';
import { factorDemanded, type SecondFactorPolicy } from './rules/second-factor.js';
import { SignInAttempts, type Origin, type Trial } from './sign-in-attempts.js';
import { SIGN_IN_TERMS, type SignInTerms } from './sign-in-terms.js';
import { SigninDatabase } from './signin-database.js';

/** How long a session may rest and live, in seconds. */
export interface SessionLife {
  idleSeconds: number;
  absoluteSeconds: number;
}

/** Injection token for `SessionLife`. */
export const SESSION_LIFE = Symbol('session life');

export interface OpenedSession {
  token: string;
  /** Goes into a long-lived cookie: by it this browser is known the next time. */
  deviceToken: string;
  expiresAt: Date;
  actor: Actor;
}

/** How often a busy session's last-seen time is written, at most; shorter would write on every read. */
const SEEN_EVERY_SECONDS = 60;
/** How long a proof of being there is good for acts that ask for one. */
const CONFIRMED_MINUTES = 5;

/**
 * Opaque sessions: 256 random bits in a cookie, only their hash in the database. Account, role and agency are read
 * on every request, so a suspension counts at the next one.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly signin: SigninDatabase,
    private readonly attempts: SignInAttempts,
    @Inject(SESSION_LIFE) private readonly life: SessionLife,
    @Inject(SIGN_IN_TERMS) private readonly terms: SignInTerms,
  ) {}

  /** Session, attempt and ledger entry commit together: a sign-in that the ledger cannot record is no sign-in. */
  async admit(
    accountId: string,
    openedBy: 'password' | 'totp' | 'passkey' | 'recoveryCode' | 'oidc',
    trial: Trial,
    origin: Origin,
  ): Promise<OpenedSession> {
    const token = newToken();
    const deviceToken = origin.deviceToken ?? newToken();
    const session = await this.signin.transaction(async (one) => {
      await this.attempts.succeeded(one, trial, accountId);
      const { browser, system } = deviceWords(origin.userAgent);
      const device = await one<{ id: string; unknown: boolean }>(
        `insert into simpul.device (account_id, token_hash, browser, system)
         values ($1, sha256(convert_to($2, 'UTF8')), $3, $4)
         on conflict (account_id, token_hash)
           do update set browser = excluded.browser, system = excluded.system, used_at = simpul.now()
         returning id, xmax = 0 as unknown`,
        [accountId, deviceToken, browser, system],
      );
      const opened = await one<{ id: string; expires_at: Date }>(
        `insert into simpul.session (account_id, device_id, opened_by, token_hash, idle_seconds, expires_at,
                                     factor_demanded)
         values ($1, $2, $3, sha256(convert_to($4, 'UTF8')), $5, simpul.now() + make_interval(secs => $6),
                 (select role = any($7) from simpul.account where id = $1))
         returning id, expires_at`,
        [
          accountId,
          device!.id,
          openedBy,
          token,
          this.life.idleSeconds,
          this.life.absoluteSeconds,
          ROLES.filter((role) => factorDemanded(role, this.terms.secondFactor)),
        ],
      );
      await one('select ledger.session_written($1, $2)', [opened!.id, origin.requestId ?? null]);
      if (device!.unknown) await one('select simpul.announce_new_device($1)', [opened!.id]);
      return opened!;
    });
    const actor = await this.actorOf(token);
    // Ended between two statements: by an administrator, or by a clock that tests move.
    if (!actor) throw new Refused('session.required', {}, 401);
    return { token, deviceToken, expiresAt: session.expires_at, actor };
  }

  /** Ends the session now; its cookie and every stream that hangs on it die at the next request. */
  async close(actor: Actor): Promise<void> {
    await this.signin.transaction(async (one) => {
      const ended = await one(
        'update simpul.session set ended_at = simpul.now() where id = $1 and ended_at is null returning id',
        [actor.sessionId],
      );
      // A second click on "sign out" that was overtaken by the first.
      if (ended)
        await one('select ledger.session_written($1, $2)', [actor.sessionId, actor.request?.id ?? null]);
    });
  }

  /** The person behind a token, read afresh; null when the session is unknown, ended, idle or expired. */
  async actorOf(token: string): Promise<Actor | null> {
    const row = await this.rowOf(token);
    if (row?.seen_long_ago)
      await this.signin.one(
        'update simpul.session set last_seen_at = simpul.now() where id = $1 returning id',
        [row.session_id],
      );
    return row ? toActor(row, token, this.terms.secondFactor) : null;
  }

  /** As `actorOf`; looking alone does not count as activity. */
  async look(token: string): Promise<Actor | null> {
    const row = await this.rowOf(token);
    return row ? toActor(row, token, this.terms.secondFactor) : null;
  }

  private async rowOf(token: string): Promise<(AccountRow & SessionRow) | undefined> {
    const row = await this.signin.one<AccountRow & SessionRow>(
      `select ${ACCOUNT_COLUMNS}, o.session_id, s.factor_demanded,
              s.last_seen_at < simpul.now() - make_interval(secs => least($3, s.idle_seconds / 4)) as seen_long_ago,
              exists (select from simpul.factor f where f.account_id = a.id and f.confirmed_at is not null
                         and f.removed_at is null) as has_factor,
              o.newest and s.confirmed_at > simpul.now() - make_interval(mins => $2) as recently_confirmed
         from simpul.session_of($1) o join simpul.session s on s.id = o.session_id
         join simpul.account a on a.id = o.account_id`,
      [token, CONFIRMED_MINUTES, SEEN_EVERY_SECONDS],
    );
    const demanded = row && factorDemanded(row.role, this.terms.secondFactor);
    // The role or the city's rule has changed since: PostgreSQL is told before it is asked for anything.
    if (row && row.factor_demanded !== demanded)
      await this.signin.one('update simpul.session set factor_demanded = $2 where id = $1 returning id', [
        row.session_id,
        demanded,
      ]);
    return row;
  }
}

const newToken = (): string => randomBytes(32).toString('base64url');

const ACCOUNT_COLUMNS =
  'a.id, a.person_id, a.role, a.agency_id, a.agency_kind, a.agency_code, a.agency_name, a.display_name, a.locale, a.must_change_password, a.waits_for_release';

interface AccountRow {
  id: string;
  person_id: string;
  role: Actor['role'];
  agency_id: string;
  agency_kind: string;
  agency_code: string;
  agency_name: string;
  display_name: string;
  locale: 'id' | 'en';
  must_change_password: boolean;
  waits_for_release: boolean;
}

interface SessionRow {
  session_id: string;
  recently_confirmed: boolean;
  has_factor: boolean;
  factor_demanded: boolean;
  seen_long_ago: boolean;
}

function toActor(row: AccountRow & SessionRow, token: string, policy: SecondFactorPolicy): Actor {
  return {
    accountId: row.id,
    personId: row.person_id,
    role: row.role,
    agencyId: row.agency_id,
    agencyKind: row.agency_kind,
    agencyCode: row.agency_code,
    agencyName: row.agency_name,
    displayName: row.display_name,
    locale: row.locale,
    mustChangePassword: row.must_change_password,
    mustAddFactor: !row.has_factor && factorDemanded(row.role, policy),
    waitsForRelease: row.waits_for_release,
    recentlyConfirmed: row.recently_confirmed,
    sessionId: row.session_id,
    sessionToken: token,
  };
}
