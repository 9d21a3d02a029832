import { Refused } from '#refusals';
import * as client from 'openid-client';

/** The city's own sign-in: who offers it, and what we are there. */
export interface OidcTerms {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says; the city's own name for it. */
  name: string;
}

/** What has to be the same when the browser comes back; sealed between the two halves. */
export interface OidcContext {
  verifier: string;
  nonce: string;
  state: string;
}

const PATIENCE_SECONDS = 5;

/**
 * OpenID Connect: code flow with PKCE, state and nonce, `openid` and nothing more. The issuer, the audience, the
 * signature and the time of the answer are checked by openid-client; what comes out is a subject, never an e-mail.
 */
export class Oidc {
  private configuration: Promise<client.Configuration> | undefined;

  constructor(
    readonly terms: OidcTerms,
    private readonly redirectUri: string,
  ) {}

  /** Where the browser goes, and what to remember until it comes back. Refuses `oidc.unavailable` (503). */
  async ask(): Promise<{ url: string; context: OidcContext }> {
    const configuration = await this.configured();
    const context = {
      verifier: client.randomPKCECodeVerifier(),
      nonce: client.randomNonce(),
      state: client.randomState(),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(context.verifier),
      code_challenge_method: 'S256',
      nonce: context.nonce,
      state: context.state,
    });
    return { url: url.href, context };
  }

  /** The subject behind what the browser came back with; null for anything that was not asked for like this. */
  async subjectIn(query: string, context: OidcContext): Promise<string | null> {
    const configuration = await this.configured();
    try {
      const answer = await client.authorizationCodeGrant(
        configuration,
        new URL(`${this.redirectUri}${query}`),
        {
          pkceCodeVerifier: context.verifier,
          expectedNonce: context.nonce,
          expectedState: context.state,
          idTokenExpected: true,
        },
      );
      return answer.claims()?.sub ?? null;
    } catch (error) {
      // Wrong code, state, nonce, issuer, audience, signature: a wrong answer. No answer at all: come back.
      if (error instanceof TypeError || (error as Error).name === 'TimeoutError') throw unavailable();
      return null;
    }
  }

  /** Read once; again after a failure, so that a provider that was away at the start is found later. */
  private configured(): Promise<client.Configuration> {
    this.configuration ??= client
      .discovery(new URL(this.terms.issuer), this.terms.clientId, this.terms.clientSecret, undefined, {
        timeout: PATIENCE_SECONDS,
        // Only `loadConfig` lets an http issuer through, and only within this machine.
        execute: this.terms.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
      })
      .catch(() => {
        this.configuration = undefined;
        throw unavailable();
      });
    return this.configuration;
  }
}

const unavailable = (): Refused => new Refused('oidc.unavailable', { retryAfterSeconds: 10 }, 503);
