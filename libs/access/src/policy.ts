import { readFileSync } from 'node:fs';
import { dataFile } from '#config';
import { ROLES, type Role } from './actor.js';
import { actsOf, type Permission } from './rules/permissions.js';
import { readPolicy, type Policy, type RouteLine } from './rules/read-policy.js';

/** The reviewed policy (`data/policy.md`), read once when the program starts; unreadable, nothing starts. */
export const POLICY: Policy = readPolicy(readFileSync(dataFile('access', 'policy.md'), 'utf8'));

const ACTS = actsOf(POLICY, ROLES);

/** Every act that there is. */
export const PERMISSIONS = [...ACTS.keys()] as readonly Permission[];

/** Whether the role allows the act at all; an unknown act is denied. Scope, consent and state come after it. */
export function may(role: Role, act: Permission): boolean {
  return ACTS.get(act)?.has(role) ?? false;
}

const LINES = new Map(POLICY.routes.map((line) => [line.route, line]));

/** The policy's line of a route as the server writes it: `GET`, `/api/cases/:id`. */
export function lineOf(method: string, url: string): RouteLine | undefined {
  const path = url.replace(/^\/api/, '').replaceAll(/:(\w+)/g, '{$1}');
  return LINES.get(`${method === 'HEAD' ? 'GET' : method} ${path}`);
}

/** Every act that the role allows, for the browser to know which pages to offer. */
export function permissionsOf(role: Role): Permission[] {
  return PERMISSIONS.filter((act) => may(role, act));
}
