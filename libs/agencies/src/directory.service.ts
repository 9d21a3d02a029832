import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { CITY, type City } from '#deadlines';
import { Invalid, NotFound, Refused } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { keeps } from './directory.queries.js';
import { DirectoryHistory, type DirectoryHow } from './directory-history.js';
import {
  agencyFaults,
  capacityFaults,
  changedFields,
  contactFaults,
  serviceFaults,
  type AgencyEntry,
  type ContactEntry,
  type EntryFault,
  type ServiceEntry,
} from './rules/directory-entry.js';

const AGENCY_FIELDS: Readonly<Record<keyof AgencyEntry, string>> = {
  name: 'name',
  unit: 'unit',
  description: 'description',
  takesTracks: 'takes_tracks',
  needsToAccept: 'needs_to_accept',
  feedbackDocument: 'feedback_document',
  hours: 'hours',
  hoursNote: 'hours_note',
  address: 'address',
  costSource: 'cost_source',
};
const CONTACT_FIELDS: Readonly<Record<keyof ContactEntry, string>> = {
  email: 'email',
  dutyPhone: 'duty_phone',
  dutyPhoneFallback: 'duty_phone_fallback',
};
const SERVICE_FIELDS: Readonly<Record<keyof ServiceEntry, string>> = {
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

interface Kept {
  readonly id: string;
  readonly agencyId: string;
  readonly version: number;
  readonly secret: boolean;
}

/**
 * The acts on the directory. Everyone who keeps it works on a version: whoever changed the same line in the meantime wins,
 * the other is told (409 `directory.changedMeanwhile`) and looks again. Not kept by oneself looks like not there.
 */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly history: DirectoryHistory,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** What an agency is and needs. 422 `directory.secretHasNoAddress`, `.tellsAPlace`. */
  async edit(actor: Actor, id: string, version: number, entry: AgencyEntry): Promise<void> {
    await this.changeAgency(actor, { id, version, how: 'EDITED', columns: AGENCY_FIELDS, entry }, (secret) =>
      agencyFaults(entry, { secret }),
    );
  }

  /**
   * Where a referral, a link or a call goes. A route of its own, since whoever can turn an address and a number to
   * themselves gets what was meant for the agency. 422 `directory.fallbackAlone`, `.sameNumberTwice`.
   */
  async setContacts(actor: Actor, id: string, version: number, entry: ContactEntry): Promise<void> {
    const act = { id, version, how: 'CONTACTS' as const, columns: CONTACT_FIELDS, entry };
    await this.changeAgency(actor, act, () => contactFaults(entry));
  }

  /** Somebody looked that all of it is true, on this day in the city. */
  async verify(actor: Actor, id: string, version: number): Promise<void> {
    const act = { name: 'directory.verify', object: { kind: 'agency', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const agency = await this.agencyToKeep(work, actor, id, version);
      const [row] = await work.query<{ today: string; before: string | null }>(
        `update simpul.agency a set verified_on = (simpul.now() at time zone $3)::date, verified_by = $2,
                version = a.version + 1, changed_at = simpul.now(), changed_by = $2
           from simpul.agency b where b.id = a.id and a.id = $1
         returning a.verified_on::text as today, b.verified_on::text as before`,
        [id, actor.accountId, this.city.zone],
      );
      if (row!.before === row!.today) throw new Refused('directory.verifiedToday');
      const change = {
        fields: ['verifiedOn'],
        before: { verifiedOn: row!.before },
        after: { verifiedOn: row!.today },
      };
      await this.history.write(work, actor, agency, 'VERIFIED', change);
      await this.tell(work, 'directory.verified', agency, { on: row!.today });
    });
  }

  /** One more service. Its own code is made, its place is secret where the agency is. */
  async addService(
    actor: Actor,
    agencyId: string,
    entry: ServiceEntry,
    id: string = randomUUID(),
  ): Promise<string> {
    const act = { name: 'directory.edit', object: { kind: 'agency', id: agencyId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const agency = await this.agencyToKeep(work, actor, agencyId);
      refuse(serviceFaults(entry, { secret: agency.secret }));
      const fields = Object.keys(SERVICE_FIELDS) as (keyof ServiceEntry)[];
      await work.query(
        `insert into simpul.service (id, code, agency_id, location_secret, changed_by, changed_at,
                ${fields.map((field) => SERVICE_FIELDS[field]).join(', ')})
         values ($1, $2, $3, $4, $5, simpul.now(), ${fields.map((_, index) => `$${index + 6}`).join(', ')})`,
        [id, `svc-${id}`, agencyId, agency.secret, actor.accountId, ...fields.map((field) => entry[field])],
      );
      const change = { fields, before: {}, after: { ...entry } };
      await this.history.write(work, actor, { ...agency, version: 1 }, 'ADDED', change, id);
      await this.tell(work, 'directory.serviceAdded', agency, { service: id, code: entry.serviceCode });
      return id;
    });
  }

  async editService(actor: Actor, id: string, version: number, entry: ServiceEntry): Promise<string> {
    return this.changeService(actor, id, version, async (work, service, before) => {
      refuse(serviceFaults(entry, { secret: service.secret }));
      const fields = changedFields(pick(before, SERVICE_FIELDS), entry);
      if (fields.length === 0) return;
      await this.save(work, actor, 'service', id, SERVICE_FIELDS, entry);
      await this.history.write(work, actor, next(service), 'EDITED', part(before, entry, fields), id);
      await this.tell(work, 'directory.serviceEdited', service, { service: id, fields });
    });
  }

  /** How many places there are and are free, as of now. 422 `directory.moreFreeThanPlaces`. */
  async setCapacity(
    actor: Actor,
    id: string,
    version: number,
    places: { total: number; free: number },
  ): Promise<string> {
    refuse(capacityFaults(places));
    return this.changeService(actor, id, version, async (work, service, before) => {
      await work.query(
        `update simpul.service set capacity_total = $2, capacity_free = $3, capacity_as_of = simpul.now(),
                version = version + 1, changed_at = simpul.now(), changed_by = $4 where id = $1`,
        [id, places.total, places.free, actor.accountId],
      );
      const change = {
        fields: ['capacityTotal', 'capacityFree'],
        before: { capacityTotal: before.capacityTotal, capacityFree: before.capacityFree },
        after: { capacityTotal: places.total, capacityFree: places.free },
      };
      await this.history.write(work, actor, next(service), 'CAPACITY', change, id);
      await this.tell(work, 'directory.capacitySet', service, { service: id, ...places });
    });
  }

  /** No longer given: no new referral finds it, what was sent keeps its words. */
  async endService(actor: Actor, id: string, version: number): Promise<string> {
    return this.changeService(actor, id, version, async (work, service) => {
      await work.query(
        `update simpul.service set ended_at = simpul.now(), version = version + 1, changed_at = simpul.now(),
                changed_by = $2 where id = $1`,
        [id, actor.accountId],
      );
      await this.history.write(
        work,
        actor,
        next(service),
        'ENDED',
        { fields: [], before: {}, after: {} },
        id,
      );
      await this.tell(work, 'directory.serviceEnded', service, { service: id });
    });
  }

  private async changeAgency<T extends AgencyEntry | ContactEntry>(
    actor: Actor,
    change: {
      id: string;
      version: number;
      how: DirectoryHow;
      columns: Record<keyof T & string, string>;
      entry: T;
    },
    faultsOf: (secret: boolean) => EntryFault[],
  ): Promise<void> {
    const name = change.how === 'CONTACTS' ? 'directory.contacts' : 'directory.edit';
    await this.unitOfWork.run(actor, { name, object: { kind: 'agency', id: change.id } }, async (work) => {
      const agency = await this.agencyToKeep(work, actor, change.id, change.version);
      refuse(faultsOf(agency.secret));
      const before = pick(await this.rowOf(work, 'agency', change.id, change.columns), change.columns) as T;
      const fields = changedFields(before, change.entry);
      if (fields.length === 0) {
        await this.tell(work, 'directory.unchanged', agency);
        return;
      }
      await this.save(work, actor, 'agency', change.id, change.columns, change.entry);
      await this.history.write(work, actor, next(agency), change.how, part(before, change.entry, fields));
      await this.tell(
        work,
        change.how === 'CONTACTS' ? 'directory.contactsSet' : 'directory.edited',
        agency,
        { fields },
      );
    });
  }

  private async changeService(
    actor: Actor,
    id: string,
    version: number,
    change: (work: Work, service: Kept, before: Record<string, unknown>) => Promise<void>,
  ): Promise<string> {
    const act = { name: 'directory.edit', object: { kind: 'service', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const [service] = await work.query<Kept>(
        `select s.id, s.agency_id as "agencyId", s.version, a.location_secret as secret
           from simpul.service s join simpul.agency a on a.id = s.agency_id
          where s.id = $1 and s.ended_at is null and not a.overseeing for update of s`,
        [id],
      );
      if (!service || !keeps(actor, service.agencyId)) throw new NotFound();
      if (service.version !== version) throw changed(service);
      const columns = { ...SERVICE_FIELDS, capacityTotal: 'capacity_total', capacityFree: 'capacity_free' };
      const before = await this.rowOf(work, 'service', id, columns);
      await change(work, service, before);
      return service.agencyId;
    });
  }

  private async agencyToKeep(work: Work, actor: Actor, id: string, version?: number): Promise<Kept> {
    const [agency] = await work.query<Kept>(
      `select id, id as "agencyId", version, location_secret as secret from simpul.agency
        where id = $1 and not overseeing for update`,
      [id],
    );
    if (!agency || !keeps(actor, id)) throw new NotFound();
    if (version !== undefined && agency.version !== version) throw changed(agency);
    return agency;
  }

  private async rowOf(
    work: Work,
    table: 'agency' | 'service',
    id: string,
    columns: Readonly<Record<string, string>>,
  ): Promise<Record<string, unknown>> {
    const list = Object.entries(columns).map(([field, column]) => `${column} as "${field}"`);
    const [row] = await work.query<Record<string, unknown>>(
      `select ${list.join(', ')} from simpul.${table} where id = $1`,
      [id],
    );
    return row!;
  }

  private async save(
    work: Work,
    actor: Actor,
    table: 'agency' | 'service',
    id: string,
    columns: Readonly<Record<string, string>>,
    entry: object,
  ): Promise<void> {
    const fields = Object.keys(columns);
    const sets = fields.map((field, index) => `${columns[field]} = $${index + 3}`);
    await work.query(
      `update simpul.${table} set ${sets.join(', ')}, version = version + 1, changed_at = simpul.now(), changed_by = $2
        where id = $1`,
      [id, actor.accountId, ...fields.map((field) => (entry as Record<string, unknown>)[field])],
    );
  }

  private async tell(work: Work, act: string, { agencyId }: Kept, facts: Facts = {}): Promise<void> {
    await this.ledger.append(work, { act, object: { kind: 'agency', id: agencyId }, facts });
  }
}

type Facts = Record<string, string | number | boolean | string[]>;

const next = (kept: Kept): Kept => ({ ...kept, version: kept.version + 1 });

const changed = ({ version }: Kept): Refused =>
  new Refused('directory.changedMeanwhile', { current: { version } });

function refuse(faults: readonly EntryFault[]): void {
  if (faults.length > 0) throw new Invalid([...faults]);
}

function pick<T extends object>(row: Record<string, unknown>, columns: Record<keyof T & string, string>): T {
  return Object.fromEntries(Object.keys(columns).map((field) => [field, row[field] ?? null])) as T;
}

function part(
  before: object,
  after: object,
  fields: readonly string[],
): { fields: readonly string[]; before: Record<string, unknown>; after: Record<string, unknown> } {
  const only = (row: object): Record<string, unknown> =>
    Object.fromEntries(fields.map((field) => [field, (row as Record<string, unknown>)[field] ?? null]));
  return { fields, before: only(before), after: only(after) };
}
