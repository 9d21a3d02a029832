import { POLICY } from '#access';

/**
 * The reviewed policy (libs/access/data/policy.md) as the tests use it, and a demo person for each of its roles. A new
 * route is entered there, never here.
 */
export const COLUMNS = {
  IC: 'konselor@uptd-ppa',
  CW: 'pendamping@uptd-ppa',
  PS: 'psikolog@uptd-ppa',
  SV: 'kepala@uptd-ppa',
  AO: 'petugas@rsud-igd',
  AH: 'kepala@rsud-igd',
  DH: 'kepala@dppkbpppa',
  PL: 'perencana@bappeda',
  LO: 'hukum@bagian-hukum',
  IO: 'integritas@inspektorat',
  DO: 'data@dppkbpppa',
  AU: 'auditor@inspektorat',
  AD: 'admin@diskominfo',
  MC: 'mesin@rsud-igd',
} as const;
export type Column = keyof typeof COLUMNS;

/** Open to everybody, each for a reason: signing in, the load balancer, the description of the interface. */
export const OPEN = [...POLICY.open.keys()];

export interface RouteRow {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  allowed: ReadonlySet<Column>;
}

export const ROWS: RouteRow[] = POLICY.routes.map(({ route, roles }) => {
  const [method, path] = route.split(' ');
  return {
    method: method as RouteRow['method'],
    path: path!,
    allowed: new Set(roles as Column[]),
  };
});
