import type { Role } from '../actor.js';
import type { Policy } from './read-policy.js';

/** `case.read`: what a route does to what. Which acts there are, and whose they are, stands in `policy.md`. */
export type Permission = `${string}.${string}`;

/** Act -> the roles that it is open to. Throws when the policy and the program do not know the same roles. */
export function actsOf(policy: Policy, known: readonly Role[]): ReadonlyMap<string, ReadonlySet<Role>> {
  const named = [...policy.roles.values()];
  const strange = [
    ...named.filter((role) => !known.includes(role as Role)),
    ...known.filter((role) => !named.includes(role)),
  ];
  if (strange.length > 0) throw new Error(`policy.md and ROLES differ in: ${strange.join(', ')}`);
  return new Map(
    policy.routes.map(({ act, roles }) => [
      act,
      new Set(roles.map((code) => policy.roles.get(code) as Role)),
    ]),
  );
}

/** What is open to somebody whose password another person knows: to change it, and to leave. */
export function openWithFirstPassword(act: Permission): boolean {
  return act === 'account.ownPassword' || act === 'session.close';
}

/** What is open to somebody who owes a second factor or waits to be let back in: the own account, and to leave. */
export function openWithoutFactor(act: Permission): boolean {
  return (
    openWithFirstPassword(act) ||
    act === 'account.ownFactors' ||
    act === 'account.ownSessions' ||
    act === 'session.read' ||
    act === 'session.confirm'
  );
}
