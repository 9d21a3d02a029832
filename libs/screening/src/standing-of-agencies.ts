import { freshnessOf, VERIFICATION_RULES, type Agency } from '#agencies';
import type { Work } from '#database';

/** What the directory says today of some agencies and their services, beside what never changes. */
export interface Standing {
  readonly agencies: ReadonlyMap<string, { verifiedOn: string | null; enteredOn: string; today: string }>;
  readonly services: readonly {
    agencyId: string;
    serviceCode: string;
    requires: string[];
    total: number | null;
    free: number | null;
    asOf: Date | null;
  }[];
}

export async function standingOf(work: Work, agencyIds: readonly string[]): Promise<Standing> {
  const agencies = await work.query<{
    id: string;
    verifiedOn: string | null;
    enteredOn: string;
    today: string;
  }>(
    `select id, verified_on::text as "verifiedOn", created_at::date::text as "enteredOn", simpul.now()::date::text as today
       from simpul.agency where id = any ($1)`,
    [agencyIds],
  );
  const services = await work.query<Standing['services'][number]>(
    `select agency_id as "agencyId", service_code as "serviceCode", requires, capacity_total as total, capacity_free as free,
            capacity_as_of as "asOf"
       from simpul.service where agency_id = any ($1) and ended_at is null`,
    [agencyIds],
  );
  return { agencies: new Map(agencies.map((one) => [one.id, one])), services };
}

/** When its lines were last looked at, and whether that is too long ago. */
export function freshnessIn(
  standing: Standing,
  agency: Agency,
): { checkedOn: string | null; stale: boolean } {
  const known = standing.agencies.get(agency.id);
  if (!known) return { checkedOn: null, stale: true };
  const { stale } = freshnessOf({ kind: agency.kind, ...known }, VERIFICATION_RULES, known.today);
  return { checkedOn: known.verifiedOn, stale };
}

/** What the wanted services of one agency need first, and how many places they have where that is counted. */
export function forServices(
  { services }: Standing,
  agencyId: string,
  wanted: readonly string[],
): { requires: string[]; capacity: { free: number; total: number; asOf: Date } | null } {
  const offered = services.filter((one) => one.agencyId === agencyId && wanted.includes(one.serviceCode));
  const counted = offered.filter((one) => one.total !== null && one.free !== null && one.asOf !== null);
  const sum = (of: (one: (typeof counted)[number]) => number): number =>
    counted.reduce((total, one) => total + of(one), 0);
  const oldest = counted.map((one) => one.asOf!).sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    requires: [...new Set(offered.flatMap(({ requires }) => requires))],
    capacity: oldest
      ? { free: sum((one) => one.free!), total: sum((one) => one.total!), asOf: oldest }
      : null,
  };
}
