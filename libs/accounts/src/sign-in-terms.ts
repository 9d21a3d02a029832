import type { OidcTerms } from './oidc.js';
import type { SecondFactorPolicy } from './rules/second-factor.js';

/** What signing in takes at this installation. */
export interface SignInTerms {
  /** Origin that browsers use; a passkey belongs to it. */
  publicUrl: string;
  secondFactor: SecondFactorPolicy;
  /** The city's own sign-in, if there is one. */
  oidc?: OidcTerms;
}

/** Injection token for `SignInTerms`. */
export const SIGN_IN_TERMS = Symbol('sign-in terms');
