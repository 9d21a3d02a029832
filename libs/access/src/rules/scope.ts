import type { Policy, RouteLine } from './read-policy.js';

/** What a request is about, and how one must stand to it: what the application itself refuses before any act begins. */
export interface Scope {
  kind: string;
  id: string;
  relations: readonly string[];
  /** Set by the first transaction of the request: an act may end the relation that it was done in. */
  checked?: true;
}

const KINDS: Record<string, string> = {
  cases: 'case',
  reports: 'report',
  referrals: 'referral',
  deadlines: 'deadline',
  consents: 'consent',
  screenings: 'screening',
  closings: 'closing',
  seals: 'seal',
  conflicts: 'conflict',
};
/** Relations that the rows themselves tell (`simpul.stands_to`). A line with any other one leaves it to its service. */
const TOLD_BY_ROWS = new Set(['team', 'unit', 'receiver', 'office', 'own', 'missed', 'guard', 'emergency']);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The scope of a request on that line; null where the line names no relation to a thing of a case. Pure. */
export function scopeOf(line: RouteLine, id: unknown): Scope | null {
  const noun = /^[A-Z]+ \/([a-z-]+)\/\{id\}/.exec(line.route)?.[1];
  const kind = noun === undefined ? undefined : KINDS[noun];
  // An id that is none is refused by the route's own pipe.
  if (!kind || typeof id !== 'string' || !UUID.test(id)) return null;
  if (line.relations.length === 0 || !line.relations.every((relation) => TOLD_BY_ROWS.has(relation)))
    return null;
  return { kind, id, relations: line.relations };
}

/** The code that somebody who stands like that to the thing is refused with; null if they are within its scope. Pure. */
export function outside(scope: Scope, standing: readonly string[]): string | null {
  if (standing.some((relation) => scope.relations.includes(relation))) return null;
  // Inside a referral that one sees, the other side's acts are refused by its states, with their own words; so is what
  // would take the decision on a kept report away from the office that owes it.
  if (scope.kind === 'referral' && standing.length > 0) return null;
  if (scope.kind === 'deadline' && standing.includes('office')) return null;
  // Whoever could have decided the report learns that somebody was faster, and nothing else of it. An act that only
  // such a person may do says so by itself, with the state that won.
  if (scope.kind === 'report' && scope.relations.includes('office') && standing.includes('decided'))
    return scope.relations.length === 1 ? null : 'report.alreadyDecided';
  return 'notFound';
}

/** The lines of the policy by which somebody of that role reads a case or a thing of it, standing like that. Pure. */
export function readsOf(policy: Policy, role: string, standing: readonly string[]): RouteLine[] {
  const code = [...policy.roles].find(([, name]) => name === role)?.[0];
  if (code === undefined) return [];
  return policy.routes.filter(
    ({ route, answer, roles, relations }) =>
      /^GET \/(cases|reports|referrals)\/\{id\}|\/reveal$/.test(route) &&
      answer !== null &&
      roles.includes(code) &&
      relations.some((relation) => standing.includes(relation)),
  );
}
