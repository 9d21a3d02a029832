import type { Scope } from './rules/scope.js';

/** What a person is in this system; what for, and what each may, stands in `data/policy.md`. */
export const ROLES = [
  'intake_counselor',
  'case_worker',
  'psychologist',
  'supervisor',
  'agency_officer',
  'agency_head',
  'dinas_head',
  'planner',
  'legal_officer',
  'integrity_officer',
  'data_officer',
  'auditor',
  'administrator',
  'machine_client',
] as const;

/**
 * Who acts through a one-time link or is written down from a returned slip. Not among the roles: no route of the policy
 * is open to it, and the database shows it one referral.
 */
const LINK_HOLDER = 'link_holder';
export type Role = (typeof ROLES)[number] | typeof LINK_HOLDER;

/** What one request carries besides who asks: for the ledger and for Idempotency-Key. */
export interface RequestContext {
  id: string;
  /** `fingerprint` = hash of method, path and body: the same key with another body is refused. */
  idempotency?: { key: string; fingerprint: string; claimed: boolean };
}

/** Who acts. Read afresh from the session on every request, so that a suspension counts at once. */
export interface Actor {
  accountId: string;
  /** The human being: four eyes are counted by person, not by account. */
  personId: string;
  role: Role;
  agencyId: string;
  agencyKind: string;
  agencyCode: string;
  agencyName: string;
  displayName: string;
  locale: 'id' | 'en';
  /** Signed in with a first password: nothing but changing it is open (see `AccessGuard`). */
  mustChangePassword?: boolean;
  /** This installation demands a second factor of the role and the account has none: only adding one is open. */
  mustAddFactor?: boolean;
  /** Two people let this person back in; no case opens until the second has said that it is they. */
  waitsForRelease?: boolean;
  /** Proved within the last minutes to be there, by signing in or by a step-up: what `@StepUp()` asks for. */
  recentlyConfirmed?: boolean;
  sessionId: string;
  /** Opens the row-level-security context; never logged, never sent anywhere but to `ctx.enter`. */
  sessionToken: string;
  request?: RequestContext;
  /** What the request is about: the first transaction of it asks how the actor stands to it (`outside`). */
  scope?: Scope;
}
