import type { SecondFactorPolicy } from './rules/second-factor.js';

/** What signing in takes at this installation. */
export interface SignInTerms {
  /** Origin that browsers use; a passkey belongs to it. */
  publicUrl: string;
  secondFactor: SecondFactorPolicy;
}

/** Injection token for `SignInTerms`. */
export const SIGN_IN_TERMS = Symbol('sign-in terms');
