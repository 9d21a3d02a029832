export type HsdsRow = Readonly<Record<string, unknown>> & { readonly id: string };
/** The tabular form of HSDS: the rows of each table under its name. */
export type HsdsPackage = Readonly<Record<string, readonly HsdsRow[]>>;

/** Fields that point at a row of another table. `link_id` names its table in `link_entity`. */
export const POINTS_AT: Readonly<Record<string, string>> = {
  organization_id: 'organization',
  service_id: 'service',
  location_id: 'location',
  contact_id: 'contact',
  phone_id: 'phone',
  service_at_location_id: 'service_at_location',
};

/** A text for every row, in which the order of fields says nothing. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, each]) => `${JSON.stringify(field)}:${canonical(each)}`)
    .join(',')}}`;
}

export const sameRow = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
