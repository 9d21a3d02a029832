import type { Actor } from '#access';
import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import { DirectoryHistory } from './directory-history.js';
import { AGENCY_COLUMNS, SERVICE_COLUMNS, type Agency, type AgencyService } from './agency.js';
import { changedFields } from './rules/directory-entry.js';

/** An agency with its services and the names of its region, for whoever takes the directory out. */
export interface DirectorySnapshot extends Agency {
  readonly description: string | null;
  readonly hoursNote: string | null;
  readonly regionName: string | null;
  readonly provinceName: string | null;
  readonly verifiedOn: string | null;
  readonly services: readonly (AgencyService & {
    readonly description: string | null;
    readonly capacity: string | null;
  })[];
}

type Values = Readonly<Record<string, unknown>>;

const AGENCY_FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  parentId: 'parent_id',
  email: 'email',
  dutyPhone: 'duty_phone',
  dutyPhoneFallback: 'duty_phone_fallback',
  address: 'address',
  costSource: 'cost_source',
  takesTracks: 'takes_tracks',
  needsToAccept: 'needs_to_accept',
  feedbackDocument: 'feedback_document',
  hours: 'hours',
};
const SERVICE_FIELDS: Readonly<Record<string, string>> = {
  serviceCode: 'service_code',
  nameId: 'name_id',
  nameEn: 'name_en',
  description: 'description',
  forTracks: 'for_tracks',
  forSex: 'for_sex',
  ageMin: 'age_min',
  ageMax: 'age_max',
  riskLevels: 'risk_levels',
  requires: 'requires',
  costSource: 'cost_source',
  hours: 'hours',
  emergency: 'emergency',
  accessibility: 'accessibility',
};

/**
 * The directory's door for packages: inside the importer's unit of work, which checked the package and writes the ledger.
 * Every change has its line in the history. Fields that are not given stay.
 */
@Injectable()
export class DirectoryImports {
  constructor(private readonly history: DirectoryHistory) {}

  async snapshot(work: Work): Promise<DirectorySnapshot[]> {
    const agencies = await work.query<DirectorySnapshot>(
      `select ${AGENCY_COLUMNS}, a.description, a.hours_note as "hoursNote", a.verified_on::text as "verifiedOn",
              r.name as "regionName", p.name as "provinceName"
         from simpul.agency a left join simpul.region r on r.code = a.region_code
         left join simpul.region p on p.code = left(a.region_code, 2)
        where not a.overseeing order by a.code`,
    );
    const services = await work.query<DirectorySnapshot['services'][number]>(
      `select ${SERVICE_COLUMNS}, s.description,
              s.capacity_free || '/' || s.capacity_total || ' ' || (s.capacity_as_of at time zone 'UTC')::date as capacity
         from simpul.service s where s.ended_at is null order by s.code`,
    );
    return agencies.map((agency) => ({
      ...agency,
      services: services.filter(({ agencyId }) => agencyId === agency.id),
    }));
  }

  /** Takes in an agency that nobody knew. Whether its place is secret is said here, once. */
  async addAgency(
    work: Work,
    actor: Actor,
    agency: { id: string; kind: string; secret: boolean; values: Values },
  ): Promise<void> {
    const fields = Object.keys(AGENCY_FIELDS);
    await work.query(
      `insert into simpul.agency (id, code, kind, location_secret, changed_by, changed_at,
              ${fields.map((field) => AGENCY_FIELDS[field]).join(', ')})
       values ($1, $2, $3, $4, $5, simpul.now(), ${fields.map((_, index) => `$${index + 6}`).join(', ')})`,
      [
        agency.id,
        `impor-${agency.id}`,
        agency.kind,
        agency.secret,
        actor.accountId,
        ...fields.map((field) => agency.values[field]),
      ],
    );
    const change = { fields: ['name'], before: {}, after: { name: agency.values.name } };
    await this.history.write(work, actor, { agencyId: agency.id, version: 1 }, 'IMPORTED', change);
  }

  async addService(
    work: Work,
    actor: Actor,
    service: { id: string; agencyId: string; secret: boolean; values: Values },
  ): Promise<void> {
    const fields = Object.keys(SERVICE_FIELDS);
    await work.query(
      `insert into simpul.service (id, code, agency_id, location_secret, changed_by, changed_at,
              ${fields.map((field) => SERVICE_FIELDS[field]).join(', ')})
       values ($1, $2, $3, $4, $5, simpul.now(), ${fields.map((_, index) => `$${index + 6}`).join(', ')})`,
      [
        service.id,
        `svc-${service.id}`,
        service.agencyId,
        service.secret,
        actor.accountId,
        ...fields.map((field) => service.values[field]),
      ],
    );
    const kept = { agencyId: service.agencyId, version: 1 };
    const change = { fields: ['nameId'], before: {}, after: { nameId: service.values.nameId } };
    await this.history.write(work, actor, kept, 'IMPORTED', change, service.id);
  }

  /** Writes what differs. Says whether anything did. */
  async change(
    work: Work,
    actor: Actor,
    table: 'agency' | 'service',
    id: string,
    now: object,
    values: Values,
  ): Promise<boolean> {
    const before = now as Values;
    const columns = table === 'agency' ? AGENCY_FIELDS : SERVICE_FIELDS;
    const fields = changedFields(pick(before, values), values).filter((field) => field in columns);
    if (fields.length === 0) return false;
    const agencyColumn = table === 'agency' ? 'id' : 'agency_id';
    const [row] = await work.query<{ version: number; agencyId: string }>(
      `update simpul.${table} set ${fields.map((field, index) => `${columns[field]} = $${index + 3}`).join(', ')},
              version = version + 1, changed_at = simpul.now(), changed_by = $2
        where id = $1 returning version, ${agencyColumn} as "agencyId"`,
      [id, actor.accountId, ...fields.map((field) => values[field])],
    );
    const only = (of: Values): Values =>
      Object.fromEntries(fields.map((field) => [field, of[field] ?? null]));
    const change = { fields, before: only(before), after: only(values) };
    await this.history.write(work, actor, row!, 'IMPORTED', change, table === 'service' ? id : null);
    return true;
  }
}

const pick = (row: Values, like: Values): Values =>
  Object.fromEntries(Object.keys(like).map((field) => [field, row[field] ?? null]));
