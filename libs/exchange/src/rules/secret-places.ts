import { POINTS_AT, type HsdsPackage, type HsdsRow } from './hsds-package.js';

/** Tables whose rows lead to a place: where it is, whom to ask for there, how to get in, which number rings there. */
const PLACE_TABLES = [
  'location',
  'address',
  'service_at_location',
  'phone',
  'contact',
  'accessibility',
  'schedule',
];
/** What may be said of an organization whose place is secret. */
const SECRET_ORGANIZATION = [
  'id',
  'name',
  'alternate_name',
  'description',
  'parent_organization_id',
  'legal_status',
];
/** Of other tables what must not be said: a polygon around a place is the place. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  service: ['url', 'email', 'assurer_email'],
  service_area: ['extent', 'extent_type', 'uri'],
};
const SOUNDS_LIKE_A_SHELTER = /rumah aman|safe ?house|shelter|penampungan/iu;
const SHELTER_TERM = 'RUMAH_AMAN';

export interface PlaceFault {
  readonly resource: string;
  readonly id: string;
  readonly field: string;
  readonly code: 'hsds.secretPlace' | 'hsds.tellsAPlace';
}

/**
 * Which organizations' places are secret: by what we know, by the kind that the package gives, and, where it gives none, by
 * the name. A package that does not say it is a shelter still must not carry where it is.
 */
export function secretOrganizations(pack: HsdsPackage, known: ReadonlySet<string>): Set<string> {
  const shelterTerms = new Set(
    (pack.taxonomy_term ?? []).filter(({ code }) => code === SHELTER_TERM).map(({ id }) => id),
  );
  const byKind = (pack.attribute ?? [])
    .filter((row) => shelterTerms.has(row.taxonomy_term_id as string))
    .map((row) => row.link_id as string);
  const byName = [...(pack.organization ?? [])].filter(soundsSecret).map(({ id }) => id);
  const byService = (pack.service ?? [])
    .filter((service) => soundsSecret(service) && typeof service.organization_id === 'string')
    .map((service) => service.organization_id as string);
  const kinds = new Set(
    (pack.attribute ?? []).filter((row) => row.link_entity === 'organization').map(({ link_id }) => link_id),
  );
  // Where the package says another kind, an office that runs a shelter is no shelter; it is what its kind says.
  const guessed = [...byName, ...byService].filter((id) => !kinds.has(id));
  return new Set([...known, ...byKind, ...guessed]);
}

const soundsSecret = (row: HsdsRow): boolean =>
  [row.name, row.alternate_name].some((text) => typeof text === 'string' && SOUNDS_LIKE_A_SHELTER.test(text));

/** Everything in a package that could lead to a secret place. `tells`: whether a text does. */
export function placeFaults(
  pack: HsdsPackage,
  secret: ReadonlySet<string>,
  tells: (text: string) => boolean,
): PlaceFault[] {
  const owners = ownersIn(pack);
  return Object.entries(pack).flatMap(([resource, rows]) =>
    rows.flatMap((row) => {
      if (![...owners(resource, row)].some((id) => secret.has(id))) return [];
      return faultsOf(resource, row, tells);
    }),
  );
}

/** The same package without them: the last door, whatever came in by whichever way. */
export function withoutPlaces(
  pack: HsdsPackage,
  secret: ReadonlySet<string>,
  tells: (text: string) => boolean,
): HsdsPackage {
  const faults = placeFaults(pack, secret, tells);
  const bad = new Map<string, Set<string>>();
  for (const { resource, id, field } of faults) {
    const key = `${resource} ${id}`;
    bad.set(key, (bad.get(key) ?? new Set()).add(field));
  }
  return Object.fromEntries(
    Object.entries(pack).map(([resource, rows]) => [
      resource,
      rows.flatMap((row) => {
        const fields = bad.get(`${resource} ${row.id}`);
        if (!fields) return [row];
        if (!['organization', 'service'].includes(resource)) return [];
        const left = Object.fromEntries(Object.entries(row).filter(([field]) => !fields.has(field)));
        // Both tables need these; what told a place is said by its kind instead.
        return [
          {
            ...left,
            name: left.name ?? 'Rumah aman',
            description: left.description ?? 'Rumah aman',
          } as unknown as HsdsRow,
        ];
      }),
    ]),
  );
}

function faultsOf(resource: string, row: HsdsRow, tells: (text: string) => boolean): PlaceFault[] {
  const fault = (field: string, code: PlaceFault['code']): PlaceFault => ({
    resource,
    id: row.id,
    field,
    code,
  });
  if (PLACE_TABLES.includes(resource) && !isHoursAlone(resource, row))
    return [fault('id', 'hsds.secretPlace')];
  const hidden = Object.keys(row).filter((field) =>
    resource === 'organization' ? !SECRET_ORGANIZATION.includes(field) : HIDDEN[resource]?.includes(field),
  );
  const telling = Object.entries(row).filter(
    ([field, value]) => !hidden.includes(field) && tellsIn(value, tells),
  );
  return [
    ...hidden.map((field) => fault(field, 'hsds.secretPlace')),
    ...telling.map(([field]) => fault(field, 'hsds.tellsAPlace')),
  ];
}

/** When somebody answers may be known; where may not. */
const isHoursAlone = (resource: string, row: HsdsRow): boolean =>
  resource === 'schedule' && row.location_id === undefined && row.service_at_location_id === undefined;

function tellsIn(value: unknown, tells: (text: string) => boolean): boolean {
  if (typeof value === 'string') return tells(value);
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((each) => tellsIn(each, tells))
  );
}

/** The organizations that a row hangs on, along every pointer; rounds of pointers end. */
function ownersIn(pack: HsdsPackage): (resource: string, row: HsdsRow) => Set<string> {
  const index = new Map(
    Object.entries(pack).map(([resource, rows]) => [resource, new Map(rows.map((row) => [row.id, row]))]),
  );
  // A location belongs to whoever gives a service there, too.
  const givenAt = new Map<string, HsdsRow[]>();
  for (const row of pack.service_at_location ?? [])
    givenAt.set(String(row.location_id), [...(givenAt.get(String(row.location_id)) ?? []), row]);
  const owners = (resource: string, row: HsdsRow, seen: ReadonlySet<string>): Set<string> => {
    if (resource === 'organization') return new Set([row.id]);
    const key = `${resource} ${row.id}`;
    if (seen.has(key)) return new Set();
    const found = new Set<string>();
    const follow = (table: string, id: unknown): void => {
      if (typeof id !== 'string') return;
      if (table === 'organization') found.add(id);
      const next = index.get(table)?.get(id);
      if (next) for (const owner of owners(table, next, new Set([...seen, key]))) found.add(owner);
    };
    for (const [field, table] of Object.entries(POINTS_AT)) follow(table, row[field]);
    if (resource === 'attribute') follow(String(row.link_entity), row.link_id);
    if (resource === 'metadata') follow(String(row.resource_type), row.resource_id);
    if (resource === 'location') for (const at of givenAt.get(row.id) ?? []) follow('service', at.service_id);
    return found;
  };
  return (resource, row) => owners(resource, row, new Set());
}
