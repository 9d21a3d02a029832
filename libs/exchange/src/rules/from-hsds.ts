import type { HsdsPackage, HsdsRow } from './hsds-package.js';
import {
  addressId,
  DUTY,
  FALLBACK,
  fundingId,
  LISTS,
  phoneId,
  type DirectoryEntry,
  type DirectoryServiceEntry,
  type Vocabulary,
} from './to-hsds.js';

/** What an import may write of an agency; an address, numbers and an e-mail only where the place is no secret. */
export type AgencyState = Pick<
  DirectoryEntry,
  | 'name'
  | 'description'
  | 'parentId'
  | 'email'
  | 'dutyPhone'
  | 'dutyPhoneFallback'
  | 'address'
  | 'costSource'
  | 'takesTracks'
  | 'needsToAccept'
  | 'feedbackDocument'
  | 'hours'
>;
export type ServiceState = Omit<DirectoryServiceEntry, 'id' | 'capacity'>;

export interface ReadAgency {
  readonly id: string;
  readonly kind: string;
  readonly state: AgencyState;
}

const HOURS = ['24/7', 'OFFICE', 'OFFICE_ONCALL'];
const TRACKS = ['KTP', 'KTA', 'TPPO', 'KELUARGA_TANPA_KEKERASAN'];
const PHONE = /^\+?[\d][\d \-()]{4,24}$/;
const TEXT_MAX = 200;
const DESCRIPTION_MAX = 2000;
const LINES_MAX = 20;

/** A package that is looked up often. */
export class PackageIndex {
  private readonly terms = new Map<string, { list: string; code: string }>();
  private readonly tags = new Map<string, HsdsRow[]>();
  private readonly hanging = new Map<string, HsdsRow[]>();
  constructor(readonly pack: HsdsPackage) {
    const lists = new Map((pack.taxonomy ?? []).map(({ id, name }) => [id, String(name)]));
    for (const term of pack.taxonomy_term ?? [])
      this.terms.set(term.id, {
        list: lists.get(term.taxonomy_id as string) ?? text(term.taxonomy) ?? '',
        code: text(term.code) ?? '',
      });
    for (const row of pack.attribute ?? []) push(this.tags, String(row.link_id), row);
    for (const [table, rows] of Object.entries(pack))
      for (const row of rows)
        for (const pointer of ['organization_id', 'service_id', 'location_id'])
          if (typeof row[pointer] === 'string')
            push(this.hanging, `${table} ${pointer} ${row[pointer]}`, row);
  }
  /** Codes of one list that a row is tagged with; null where the package tags it with none. */
  codes(id: string, list: string): string[] | null {
    const found = (this.tags.get(id) ?? [])
      .map((row) => this.terms.get(row.taxonomy_term_id as string))
      .filter((term) => term?.list === list)
      .map((term) => term!.code);
    return found.length === 0 ? null : found;
  }
  values(id: string, list: string): string[] | null {
    const found = (this.tags.get(id) ?? [])
      .filter((row) => this.terms.get(row.taxonomy_term_id as string)?.list === list)
      .map((row) => text(row.value))
      .filter((value) => value !== null);
    return found.length === 0 ? null : found;
  }
  of(table: string, pointer: string, id: string): readonly HsdsRow[] {
    return this.hanging.get(`${table} ${pointer} ${id}`) ?? [];
  }
  row(table: string, id: string): HsdsRow | undefined {
    return (this.pack[table] ?? []).find((row) => row.id === id);
  }
}

/**
 * An organization of a package as an agency of ours. What the package does not say stays as it is; of one that we do not
 * know, it stands as any other agency's would. `isKind` says whether a code is one of JENIS_INSTANSI.
 */
export function readAgency(
  index: PackageIndex,
  row: HsdsRow,
  known: DirectoryEntry | undefined,
  about: {
    secret: boolean;
    knownIds: ReadonlySet<string>;
    isKind: (code: string) => boolean;
    id: Vocabulary['id'];
  },
): ReadAgency {
  const kind =
    known?.kind ??
    index.codes(row.id, LISTS.kind)?.find(about.isKind) ??
    (about.secret ? 'RUMAH_AMAN' : 'INSTANSI_LAIN');
  const name = fit(row.name, TEXT_MAX) ?? known?.name ?? row.id;
  const description = fit(row.description, DESCRIPTION_MAX);
  const parent = text(row.parent_organization_id);
  const hours = index.codes(row.id, LISTS.hours)?.find((code) => HOURS.includes(code));
  const tracks = index.codes(row.id, LISTS.track)?.filter((code) => TRACKS.includes(code));
  return {
    id: row.id,
    kind,
    state: {
      name,
      // Where we have no description the name goes out in its place: that is no description when it comes back.
      description: description === name ? (known?.description ?? null) : description,
      parentId:
        parent !== null && about.knownIds.has(parent) && parent !== row.id
          ? parent
          : (known?.parentId ?? null),
      ...(about.secret
        ? {
            email: known?.email ?? null,
            address: null,
            dutyPhone: known?.dutyPhone ?? null,
            dutyPhoneFallback: known?.dutyPhoneFallback ?? null,
          }
        : contactsOf(index, row, known, about.id)),
      costSource:
        fit(index.row('funding', fundingId(about.id, row.id))?.source, TEXT_MAX) ?? known?.costSource ?? null,
      takesTracks: tracks ?? known?.takesTracks ?? [],
      needsToAccept: lines(index.values(row.id, LISTS.needs)) ?? known?.needsToAccept ?? [],
      feedbackDocument:
        fit(index.values(row.id, LISTS.feedback)?.[0], TEXT_MAX) ?? known?.feedbackDocument ?? null,
      hours: hours ?? known?.hours ?? 'OFFICE',
    },
  };
}

function contactsOf(
  index: PackageIndex,
  row: HsdsRow,
  known: DirectoryEntry | undefined,
  id: Vocabulary['id'],
): Pick<AgencyState, 'email' | 'address' | 'dutyPhone' | 'dutyPhoneFallback'> {
  const email = text(row.email);
  if (known) {
    const number = (which: string): string | null =>
      phone(index.row('phone', phoneId(id, row.id, which))?.number);
    return {
      email: email ?? known.email,
      dutyPhone: number(DUTY) ?? known.dutyPhone,
      dutyPhoneFallback: number(FALLBACK) ?? known.dutyPhoneFallback,
      address: fit(index.row('address', addressId(id, row.id))?.address_1, 500) ?? known.address,
    };
  }
  const numbers = index
    .of('phone', 'organization_id', row.id)
    .map((each) => phone(each.number))
    .filter(isSaid);
  const places = index
    .of('location', 'organization_id', row.id)
    .flatMap((location) => index.of('address', 'location_id', location.id));
  const [place] = places;
  const address = place && [place.address_1, place.address_2, place.city].map(text).filter(isSaid).join(', ');
  return {
    email,
    dutyPhone: numbers[0] ?? null,
    dutyPhoneFallback: numbers.find((number) => number !== numbers[0]) ?? null,
    address: fit(address, 500),
  };
}

/** A service of a package as one of ours; null where nothing says which of LAYANAN it is: it is kept, not offered. */
export function readService(
  index: PackageIndex,
  row: HsdsRow,
  known: DirectoryServiceEntry | undefined,
  about: {
    isService: (code: string) => boolean;
    isCode: (list: 'JENIS_KELAMIN' | 'TINGKAT_RISIKO', code: string) => boolean;
    id: Vocabulary['id'];
  },
): ServiceState | null {
  const serviceCode = index.codes(row.id, LISTS.service)?.find(about.isService) ?? known?.serviceCode;
  if (!serviceCode) return null;
  const codes = (list: string, is: (code: string) => boolean): string[] | undefined =>
    index.codes(row.id, list)?.filter(is);
  const hours = index.codes(row.id, LISTS.hours)?.find((code) => HOURS.includes(code));
  const documents = index
    .of('required_document', 'service_id', row.id)
    .map((each) => text(each.document))
    .filter(isSaid);
  const nameId = fit(row.name, TEXT_MAX) ?? known?.nameId ?? serviceCode;
  const ages = [whole(row.minimum_age), whole(row.maximum_age)] as const;
  const inOrder = ages[0] === null || ages[1] === null || ages[0] <= ages[1];
  return {
    serviceCode,
    nameId,
    nameEn: fit(row.alternate_name, TEXT_MAX) ?? known?.nameEn ?? nameId,
    description: fit(row.description, DESCRIPTION_MAX) ?? known?.description ?? null,
    forTracks: codes(LISTS.track, (code) => TRACKS.includes(code)) ?? known?.forTracks ?? [],
    forSex: codes(LISTS.sex, (code) => about.isCode('JENIS_KELAMIN', code)) ?? known?.forSex ?? ['P', 'L'],
    ageMin: inOrder ? (ages[0] ?? known?.ageMin ?? null) : (known?.ageMin ?? null),
    ageMax: inOrder ? (ages[1] ?? known?.ageMax ?? null) : (known?.ageMax ?? null),
    riskLevels: codes(LISTS.risk, (code) => about.isCode('TINGKAT_RISIKO', code)) ?? known?.riskLevels ?? [],
    requires: lines(documents) ?? known?.requires ?? [],
    costSource:
      fit(index.row('funding', fundingId(about.id, row.id))?.source, TEXT_MAX) ?? known?.costSource ?? null,
    hours: hours ?? known?.hours ?? 'OFFICE',
    emergency: codes(LISTS.emergency, () => true) !== undefined || (known?.emergency ?? false),
    accessibility: known?.accessibility ?? [],
  };
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
const isSaid = (value: string | null): value is string => value !== null;
/** A text that our column can hold; a longer one stays in the package's own row. */
const fit = (value: unknown, max: number): string | null => {
  const said = text(value);
  return said !== null && said.length <= max ? said : null;
};
const phone = (value: unknown): string | null => {
  const said = text(value)?.replaceAll('"', '').trim() ?? null;
  return said !== null && PHONE.test(said) ? said : null;
};
const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 120 ? value : null;
function lines(values: readonly string[] | null): string[] | null {
  if (!values || values.length === 0) return null;
  const fitting = [...new Set(values)].filter((each) => each.length <= TEXT_MAX);
  return fitting.length > 0 && fitting.length <= LINES_MAX ? fitting : null;
}
function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
