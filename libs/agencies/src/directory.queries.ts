import { may, type Actor } from '#access';
import { UnitOfWork, type Work } from '#database';
import { CITY, type City } from '#deadlines';
import { NotFound } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { AGENCY_COLUMNS, SERVICE_COLUMNS, type Agency, type AgencyService } from './agency.js';
import { freshnessOf, type Freshness } from './rules/freshness.js';
import { VERIFICATION_RULES } from './verification-rules.js';

/** One agency in the list of the directory. */
export interface DirectoryRow extends KeptAgency {
  readonly serviceCodes: readonly string[];
}

interface KeptAgency extends Agency {
  readonly regionName: string | null;
  readonly verifiedOn: string | null;
  readonly enteredOn: string;
  readonly freshness: Freshness;
}

export interface DirectoryService extends AgencyService {
  readonly description: string | null;
  readonly capacityTotal: number | null;
  readonly capacityFree: number | null;
  readonly capacityAsOf: Date | null;
  readonly version: number;
}

export interface DirectoryChange {
  readonly id: string;
  readonly at: Date;
  readonly byName: string;
  readonly how: string;
  readonly version: number;
  readonly serviceName: string | null;
  readonly fields: readonly string[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface DirectoryPage extends KeptAgency {
  readonly description: string | null;
  readonly hoursNote: string | null;
  readonly version: number;
  readonly verifiedByName: string | null;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly services: readonly DirectoryService[];
  readonly mayEdit: boolean;
  /** Latest first; empty for whoever does not keep this agency. */
  readonly changes: readonly DirectoryChange[];
}

export interface DirectoryFilter {
  readonly q?: string;
  readonly kind?: string;
  readonly serviceCode?: string;
  readonly staleOnly?: boolean;
}

const CHANGES_MAX = 50;

const KEPT_COLUMNS = `${AGENCY_COLUMNS}, r.name as "regionName", a.verified_on::text as "verifiedOn",
  (a.created_at at time zone $1)::date::text as "enteredOn", (simpul.now() at time zone $1)::date::text as today`;

/** Whether this person keeps this agency's lines: the data and IT offices all of them, a head or supervisor the own. */
export function keeps(actor: Actor, agencyId: string): boolean {
  if (!may(actor.role, 'directory.edit')) return false;
  return actor.role === 'administrator' || actor.role === 'data_officer' || actor.agencyId === agencyId;
}

/** What the directory says, to everybody signed in; who wrote it, to those who keep it. Nothing of any case. */
@Injectable()
export class DirectoryQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CITY) private readonly city: City,
  ) {}

  /**
   * Those that fit, by name, and how many of all have to be looked at again, and how many of those are this
   * person's to check: one trip for all.
   */
  async list(
    actor: Actor,
    filter: DirectoryFilter,
  ): Promise<{ rows: DirectoryRow[]; stale: number; toCheck: number }> {
    return this.unitOfWork.look(actor, async (work) => {
      const rows = await work.query<DirectoryRow & { today: string; fits: boolean }>(
        `select ${KEPT_COLUMNS}, array(select distinct s.service_code from simpul.service s
                  where s.agency_id = a.id and s.ended_at is null order by 1) as "serviceCodes",
                (($2::text is null or a.kind = $2)
            and ($3::text is null or exists (select 1 from simpul.service s
                  where s.agency_id = a.id and s.ended_at is null and s.service_code = $3))
            and ($4::text is null or strpos(lower(concat_ws(' ', a.name, a.unit, a.description,
                  (select string_agg(s.name_id || ' ' || s.name_en, ' ') from simpul.service s
                    where s.agency_id = a.id and s.ended_at is null))), lower($4)) > 0)) as fits
           from simpul.agency a left join simpul.region r on r.code = a.region_code
          where not a.overseeing
          order by a.name, a.code limit 1000`,
        [this.city.zone, filter.kind ?? null, filter.serviceCode ?? null, filter.q ?? null],
      );
      const all = rows.map(withFreshness);
      return {
        rows: all.filter(({ fits, freshness }) => fits && (!filter.staleOnly || freshness.stale)),
        stale: all.filter(({ freshness }) => freshness.stale).length,
        toCheck: all.filter(({ id, freshness }) => freshness.stale && keeps(actor, id)).length,
      };
    });
  }

  async page(actor: Actor, id: string): Promise<DirectoryPage> {
    return this.unitOfWork.look(actor, (work) => this.pageIn(work, actor, id));
  }

  /** Ids of the agencies whose lines have to be looked at again. */
  async stale(work: Work): Promise<{ id: string; dueOn: string; ruleId: string }[]> {
    const rows = await work.query<KeptAgency & { today: string }>(
      `select ${KEPT_COLUMNS} from simpul.agency a left join simpul.region r on r.code = a.region_code
        where not a.overseeing`,
      [this.city.zone],
    );
    return rows
      .map(withFreshness)
      .filter(({ freshness }) => freshness.stale)
      .map(({ id, freshness }) => ({ id, dueOn: freshness.dueOn, ruleId: freshness.rule.ruleId }));
  }

  private async pageIn(work: Work, actor: Actor, id: string): Promise<DirectoryPage> {
    const [row] = await work.query<Omit<DirectoryPage, 'freshness'> & { today: string }>(
      `select ${KEPT_COLUMNS}, a.description, a.hours_note as "hoursNote", a.version,
              v.display_name as "verifiedByName",
              case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as parent,
              coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name)
                 from simpul.agency u where u.parent_id = a.id and not u.overseeing), '[]') as units
         from simpul.agency a left join simpul.region r on r.code = a.region_code
         left join simpul.account v on v.id = a.verified_by left join simpul.agency p on p.id = a.parent_id
        where a.id = $2 and not a.overseeing`,
      [this.city.zone, id],
    );
    if (!row) throw new NotFound();
    const mayEdit = keeps(actor, id);
    return {
      ...withFreshness(row),
      services: await work.query<DirectoryService>(
        `select ${SERVICE_COLUMNS}, s.description, s.capacity_total as "capacityTotal",
                s.capacity_free as "capacityFree", s.capacity_as_of as "capacityAsOf", s.version
           from simpul.service s where s.agency_id = $1 and s.ended_at is null order by s.name_id, s.code`,
        [id],
      ),
      mayEdit,
      changes: mayEdit ? await this.changes(work, id) : [],
    };
  }

  private changes(work: Work, agencyId: string): Promise<DirectoryChange[]> {
    return work.query<DirectoryChange>(
      `select c.id, c.created_at as at, a.display_name as "byName", c.how, c.version, s.name_id as "serviceName",
              c.fields, c.before, c.after
         from simpul.directory_change c join simpul.account a on a.id = c.changed_by
         left join simpul.service s on s.id = c.service_id
        where c.agency_id = $1 order by c.created_at desc, c.id limit ${CHANGES_MAX}`,
      [agencyId],
    );
  }
}

function withFreshness<
  T extends { kind: string; verifiedOn: string | null; enteredOn: string; today: string },
>(row: T): T & { freshness: Freshness } {
  return { ...row, freshness: freshnessOf(row, VERIFICATION_RULES, row.today) };
}
