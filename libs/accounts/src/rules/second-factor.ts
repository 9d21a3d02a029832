import type { Role } from '#access';

/** What an installation demands: `offered` nobody must, `cases` whoever could do harm, `everyone`. */
export const SECOND_FACTOR_POLICIES = ['offered', 'cases', 'everyone'] as const;
export type SecondFactorPolicy = (typeof SECOND_FACTOR_POLICIES)[number];

/** Roles that see figures, rules or reference data alone. */
const HARMLESS: readonly Role[] = ['planner', 'data_officer', 'legal_officer', 'machine_client'];

/** Whether somebody of this role may work without a second factor. */
export function factorDemanded(role: Role, policy: SecondFactorPolicy): boolean {
  return policy === 'everyone' || (policy === 'cases' && !HARMLESS.includes(role));
}
