import { randomUUID } from 'node:crypto';
import { ActorSource, type Actor, type RequestContext, spokenLocale } from '#access';
import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import { type OpenedSession, SessionsService } from './sessions.service.js';
import { SigningIn } from './signing-in.js';
import type { Origin } from './sign-in-attempts.js';

/** What the API's first hook puts on a request: the cookie's token and the Idempotency-Key, both only parsed. */
export interface SimpulRequest {
  id?: unknown;
  ip?: string;
  sessionToken?: string;
  deviceToken?: string;
  headers?: { 'accept-language'?: string; 'user-agent'?: string };
  idempotency?: RequestContext['idempotency'];
}

/**
 * Passport as a strategy runner only: it keeps no session of its own (its session support expects Express and has
 * had fixation faults), and the result comes back as a value. Other ways in are further strategies here.
 */
@Injectable()
export class SignIn extends ActorSource {
  private readonly passport = new passport.Passport();

  constructor(
    private readonly sessions: SessionsService,
    ways: SigningIn,
  ) {
    super();
    this.passport.use(
      'password',
      new LocalStrategy(
        { usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true },
        (request, email, password, done) => {
          const { origin } = request as unknown as { origin: Origin };
          ways.withPassword(email, password, origin).then((opened) => done(null, opened), done);
        },
      ),
    );
    this.passport.use(
      'session',
      new CustomStrategy((request, done) => {
        const { sessionToken } = request as unknown as SimpulRequest;
        if (!sessionToken) return done(null, false);
        sessions.actorOf(sessionToken).then((actor) => done(null, actor ?? false), done);
      }),
    );
  }

  /** Opens a session; refusals as in `SigningIn.withPassword`. */
  async withPassword(email: string, password: string, request: SimpulRequest): Promise<OpenedSession> {
    const opened = await this.authenticate<OpenedSession>('password', {
      origin: originOf(request),
      body: { email, password },
    });
    if (!opened) throw new Error('The password strategy answered neither yes nor an error');
    return opened;
  }

  async actorFor(request: unknown): Promise<Actor | null> {
    const actor = await this.authenticate<Actor>('session', request as object);
    if (!actor) return null;
    const { id, idempotency, headers } = request as SimpulRequest;
    // The screen's language outranks the account's: a colleague may read over the shoulder in another one.
    const locale = spokenLocale(headers?.['accept-language']) ?? actor.locale;
    return { ...actor, locale, request: { id: typeof id === 'string' ? id : randomUUID(), idempotency } };
  }

  async isStill(request: unknown, then: Actor): Promise<boolean> {
    const { sessionToken } = request as SimpulRequest;
    const now = sessionToken ? await this.sessions.look(sessionToken) : null;
    if (!now || now.mustChangePassword || now.mustAddFactor || now.waitsForRelease) return false;
    return now.accountId === then.accountId && now.role === then.role && now.agencyId === then.agencyId;
  }

  private authenticate<T>(strategy: string, request: object): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, user?: T | false | null): void => {
        if (error) reject(error as Error);
        else resolve(user || null);
      };
      const run = this.passport.authenticate(strategy, { session: false }, answer) as (
        request: object,
        response: object,
        next: (error?: unknown) => void,
      ) => void;
      // A copy, so that passport's own methods (login, logout) are not hung onto the framework's request.
      run(Object.assign(Object.create(null) as object, request), {}, (error) => reject(error as Error));
    });
  }
}

/** Where a request comes from, for counting and for the list of devices. */
export function originOf({ id, ip, deviceToken, headers }: SimpulRequest): Origin {
  return {
    requestId: typeof id === 'string' ? id : undefined,
    address: ip,
    deviceToken,
    userAgent: headers?.['user-agent'],
  };
}
