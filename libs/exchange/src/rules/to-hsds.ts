import type { HsdsPackage, HsdsRow } from './hsds-package.js';

/** An agency with its services, as the directory holds them. */
export interface DirectoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly description: string | null;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly provinceName: string | null;
  readonly takesTracks: readonly string[];
  readonly needsToAccept: readonly string[];
  readonly feedbackDocument: string | null;
  readonly hours: string;
  readonly hoursNote: string | null;
  readonly dutyPhone: string | null;
  readonly dutyPhoneFallback: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly locationSecret: boolean;
  readonly costSource: string | null;
  readonly verifiedOn: string | null;
  readonly services: readonly DirectoryServiceEntry[];
}

export interface DirectoryServiceEntry {
  readonly id: string;
  readonly serviceCode: string;
  readonly nameId: string;
  readonly nameEn: string;
  readonly description: string | null;
  readonly forTracks: readonly string[];
  readonly forSex: readonly string[];
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly riskLevels: readonly string[];
  readonly requires: readonly string[];
  readonly costSource: string | null;
  readonly hours: string;
  readonly emergency: boolean;
  readonly accessibility: readonly string[];
  readonly capacity: string | null;
}

/** What a code list is called in the package, and the words of its codes. */
export interface Vocabulary {
  /** An id that is the same on every machine for the same thing. */
  readonly id: (of: string) => string;
  readonly words: (list: string, code: string) => { name: string; description: string };
}

/** Lists that travel as taxonomies. Ours beside the coded ones: HSDS 3.0 has no field for them. */
export const LISTS = {
  kind: 'JENIS_INSTANSI',
  service: 'LAYANAN',
  track: 'SIMPUL_TRACK',
  sex: 'JENIS_KELAMIN',
  risk: 'TINGKAT_RISIKO',
  hours: 'SIMPUL_HOURS',
  emergency: 'SIMPUL_EMERGENCY',
  needs: 'SIMPUL_NEEDS_TO_ACCEPT',
  feedback: 'SIMPUL_FEEDBACK_DOCUMENT',
  capacity: 'SIMPUL_CAPACITY',
} as const;

export const DUTY = 'duty';
export const FALLBACK = 'fallback';

/** Indonesia's western zone: the city's. HSDS wants hours from UTC. */
const TIMEZONE_HOURS = 7;
const COUNTRY = 'ID';

/** The directory as HSDS 3.0 tables (mapping: `docs/hsds.md`). Of a secret place nothing that leads to it is even made. */
export function toHsds(entries: readonly DirectoryEntry[], vocabulary: Vocabulary): HsdsPackage {
  const made = new Tables();
  const terms = new Terms(made, vocabulary);
  for (const entry of entries) {
    organization(made, terms, vocabulary, entry);
    for (const service of entry.services) ofService(made, terms, vocabulary, entry, service);
  }
  return made.tables;
}

class Tables {
  readonly tables: Record<string, HsdsRow[]> = {};
  add(table: string, row: Record<string, unknown> & { id: string }): void {
    const said = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
    (this.tables[table] ??= []).push(Object.fromEntries(said) as HsdsRow);
  }
}

/** Each list becomes a taxonomy and each code that is used a term, once. */
class Terms {
  private readonly known = new Set<string>();
  constructor(
    private readonly made: Tables,
    private readonly vocabulary: Vocabulary,
  ) {}

  tag(entity: 'organization' | 'service', id: string, list: string, code: string, value?: string): void {
    const taxonomyId = this.vocabulary.id(`taxonomy:${list}`);
    const termId = this.vocabulary.id(`term:${list}:${code}`);
    if (!this.known.has(list))
      this.made.add('taxonomy', { id: taxonomyId, name: list, description: `Simpul: ${list}`, version: '1' });
    if (!this.known.has(termId)) {
      const { name, description } = this.vocabulary.words(list, code);
      const term = {
        id: termId,
        code,
        name,
        description,
        taxonomy: list,
        language: 'id',
        taxonomy_id: taxonomyId,
      };
      this.made.add('taxonomy_term', term);
    }
    this.known.add(list).add(termId);
    this.made.add('attribute', {
      id: this.vocabulary.id(`attribute:${id}:${list}:${code}:${value ?? ''}`),
      link_id: id,
      taxonomy_term_id: termId,
      link_type: list,
      link_entity: entity,
      value,
    });
  }
}

function organization(made: Tables, terms: Terms, { id }: Vocabulary, entry: DirectoryEntry): void {
  const open = !entry.locationSecret;
  made.add('organization', {
    id: entry.id,
    name: entry.name,
    description: entry.description ?? entry.name,
    email: open ? entry.email : null,
    parent_organization_id: entry.parentId,
  });
  terms.tag('organization', entry.id, LISTS.kind, entry.kind);
  terms.tag('organization', entry.id, LISTS.hours, entry.hours);
  for (const track of entry.takesTracks) terms.tag('organization', entry.id, LISTS.track, track);
  for (const need of entry.needsToAccept) terms.tag('organization', entry.id, LISTS.needs, 'NEED', need);
  if (entry.feedbackDocument)
    terms.tag('organization', entry.id, LISTS.feedback, 'DOCUMENT', entry.feedbackDocument);
  if (entry.costSource)
    made.add('funding', {
      id: id(`funding:${entry.id}`),
      organization_id: entry.id,
      source: entry.costSource,
    });
  if (open) place(made, id, entry);
}

function place(made: Tables, id: Vocabulary['id'], entry: DirectoryEntry): void {
  const of = { organization_id: entry.id };
  if (entry.unit) made.add('contact', { id: id(`contact:${entry.id}`), ...of, department: entry.unit });
  for (const [which, number, description] of [
    [DUTY, entry.dutyPhone, 'Telepon piket'],
    [FALLBACK, entry.dutyPhoneFallback, 'Bila nomor piket tidak menjawab'],
  ] as const)
    if (number)
      made.add('phone', { id: phoneId(id, entry.id, which), ...of, number, type: 'voice', description });
  if (!entry.address) return;
  const locationId = placeId(id, entry.id);
  made.add('location', { id: locationId, location_type: 'physical', ...of, name: entry.name });
  made.add('address', {
    id: addressId(id, entry.id),
    location_id: locationId,
    address_1: entry.address,
    city: entry.regionName ?? '-',
    state_province: entry.provinceName ?? '-',
    postal_code: '-',
    country: COUNTRY,
    address_type: 'physical',
  });
  for (const description of new Set(entry.services.flatMap(({ accessibility }) => accessibility)))
    made.add('accessibility', {
      id: id(`accessibility:${entry.id}:${description}`),
      location_id: locationId,
      description,
    });
}

function ofService(
  made: Tables,
  terms: Terms,
  { id }: Vocabulary,
  agency: DirectoryEntry,
  service: DirectoryServiceEntry,
): void {
  const of = { service_id: service.id };
  made.add('service', {
    id: service.id,
    organization_id: agency.id,
    name: service.nameId,
    alternate_name: service.nameEn,
    description: service.description,
    status: 'active',
    minimum_age: service.ageMin,
    maximum_age: service.ageMax,
    assured_date: agency.verifiedOn,
  });
  made.add('schedule', {
    id: id(`schedule:${service.id}`),
    ...of,
    ...scheduleOf(service.hours),
    notes: agency.hoursNote,
  });
  if (agency.regionName)
    made.add('service_area', {
      id: id(`area:${service.id}`),
      ...of,
      name: agency.regionName,
      description: `Kemendagri ${agency.regionCode}`,
    });
  if (service.costSource)
    made.add('funding', { id: fundingId(id, service.id), ...of, source: service.costSource });
  for (const document of service.requires)
    made.add('required_document', { id: id(`document:${service.id}:${document}`), ...of, document });
  if (!agency.locationSecret && agency.address)
    made.add('service_at_location', {
      id: id(`at:${service.id}`),
      ...of,
      location_id: placeId(id, agency.id),
    });
  terms.tag('service', service.id, LISTS.service, service.serviceCode);
  for (const track of service.forTracks) terms.tag('service', service.id, LISTS.track, track);
  for (const sex of service.forSex) terms.tag('service', service.id, LISTS.sex, sex);
  for (const risk of service.riskLevels) terms.tag('service', service.id, LISTS.risk, risk);
  terms.tag('service', service.id, LISTS.hours, service.hours);
  if (service.emergency) terms.tag('service', service.id, LISTS.emergency, 'EMERGENCY');
  if (service.capacity) terms.tag('service', service.id, LISTS.capacity, 'PLACES', service.capacity);
}

export const phoneId = (id: Vocabulary['id'], agency: string, which: string): string =>
  id(`phone:${agency}:${which}`);
export const placeId = (id: Vocabulary['id'], agency: string): string => id(`location:${agency}`);
export const addressId = (id: Vocabulary['id'], agency: string): string => id(`address:${agency}`);
export const fundingId = (id: Vocabulary['id'], of: string): string => id(`funding:${of}`);

function scheduleOf(hours: string): Record<string, unknown> {
  const timezone = TIMEZONE_HOURS;
  if (hours === '24/7')
    return {
      freq: 'WEEKLY',
      byday: 'MO,TU,WE,TH,FR,SA,SU',
      opens_at: '00:00',
      closes_at: '23:59',
      timezone,
      description: 'Siang malam, setiap hari',
    };
  return {
    timezone,
    description: hours === 'OFFICE' ? 'Jam kantor' : 'Jam kantor; di luar itu lewat telepon piket',
  };
}
