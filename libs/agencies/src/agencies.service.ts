import type { Work } from '#database';
import { CITY, type City } from '#deadlines';
import { NotFound } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { AGENCY_COLUMNS, SERVICE_COLUMNS, type Agency, type AgencyService } from './agency.js';
import { inConflict } from './rules/conflict-of-interest.js';

/** Reads of the service directory inside a unit of work. It is reference data: nothing here is about a case. */
@Injectable()
export class AgenciesService {
  constructor(@Inject(CITY) private readonly city: City) {}

  /** The agency, or NotFound. */
  async byId(work: Work, id: string): Promise<Agency> {
    const [agency] = await this.select(work, 'where a.id = $1', [id]);
    if (!agency) throw new NotFound();
    return agency;
  }

  /** Those of the ids that exist, in no order. */
  async byIds(work: Work, ids: readonly string[]): Promise<Agency[]> {
    return ids.length === 0 ? [] : this.select(work, 'where a.id = any($1)', [ids]);
  }

  /** All agencies, or those of one kind (code of JENIS_INSTANSI), by code. */
  async byKind(work: Work, kind?: string): Promise<Agency[]> {
    return kind
      ? this.select(work, 'where a.kind = $1 order by a.code', [kind])
      : this.select(work, 'order by a.code', []);
  }

  /** The offices that look on or administer, by code: where people work, never a receiver. */
  async overseeing(work: Work): Promise<Agency[]> {
    return work.query<Agency>(
      `select ${AGENCY_COLUMNS} from simpul.agency a where a.overseeing order by a.code`,
    );
  }

  /** Those of several kinds in one trip, by code. */
  async byKinds(work: Work, kinds: readonly string[]): Promise<Agency[]> {
    return kinds.length === 0 ? [] : this.select(work, 'where a.kind = any($1) order by a.code', [kinds]);
  }

  /** The services that one agency gives, several, or all, by code; none that ended. */
  async services(work: Work, agencyIds?: readonly string[]): Promise<AgencyService[]> {
    const where = `where s.ended_at is null${agencyIds ? ' and s.agency_id = any($1)' : ''}`;
    return work.query<AgencyService>(
      `select ${SERVICE_COLUMNS} from simpul.service s ${where} order by s.code`,
      agencyIds ? [agencyIds] : [],
    );
  }

  /**
   * Which of `candidates` are in a conflict of interest with any employer of a reported person: the same agency or
   * one of the same conflict group. Returns their ids.
   */
  async conflicts(
    work: Work,
    candidates: readonly Agency[],
    employerIds: readonly string[],
  ): Promise<Set<string>> {
    const employers = await this.byIds(work, employerIds);
    const blocked = candidates.filter((agency) => employers.some((employer) => inConflict(agency, employer)));
    return new Set(blocked.map((agency) => agency.id));
  }

  /** Whether a city office is open at this moment: its weekday, its season, no holiday of any kind. */
  async officeOpen(work: Work): Promise<boolean> {
    const [row] = await work.query<{ open: boolean }>(OFFICE_OPEN, [this.city.zone, this.city.regionCode]);
    return row?.open ?? false;
  }

  /**
   * When a city office opens next; null while it is open. Looks sixty days ahead: no run of closed days comes near
   * that, and without office hours nothing may wait, so that counts as open.
   */
  async officeOpensAt(work: Work): Promise<Date | null> {
    if (await this.officeOpen(work)) return null;
    const [row] = await work.query<{ at: Date | null }>(OFFICE_OPENS, [this.city.zone, this.city.regionCode]);
    return row?.at ?? null;
  }

  private async select(work: Work, rest: string, params: unknown[]): Promise<Agency[]> {
    return work.query<Agency>(`select ${AGENCY_COLUMNS} from ${HELPING} a ${rest}`, params);
  }
}

// An overseeing office is in the table for the people who work there; as a receiver it does not exist.
const HELPING = '(select * from simpul.agency where not overseeing)';

// A special season (Ramadan) goes before the ordinary one.
const OFFICE_OPEN = `
  select to_char(t.local, 'HH24:MI') >= h.opens_at and to_char(t.local, 'HH24:MI') < h.closes_at
         and not exists (
               select 1 from simpul.holiday d
                where d.date = t.local::date and d.removed_at is null
                  and (d.region_code is null or starts_with($2 || '.', d.region_code || '.'))) as open
    from (select simpul.now() at time zone $1 as local) t
    join simpul.office_hours h on h.weekday = extract(isodow from t.local)
     and h.valid_from <= t.local::date and (h.valid_to is null or t.local::date <= h.valid_to)
     and (h.region_code is null or starts_with($2 || '.', h.region_code || '.')) and h.removed_at is null
   order by (h.season = 'NORMAL'), length(h.region_code) desc nulls last, h.valid_from desc limit 1`;

// The same hours as above, for each of the coming days.
const OFFICE_OPENS = `
  select min(opening.at) as at
    from generate_series(0, 60) as ahead
    cross join lateral (select (simpul.now() at time zone $1)::date + ahead as date) day
    cross join lateral (
      select (day.date + h.opens_at::time) at time zone $1 as at
        from simpul.office_hours h
       where h.weekday = extract(isodow from day.date)
         and h.valid_from <= day.date and (h.valid_to is null or day.date <= h.valid_to)
         and (h.region_code is null or starts_with($2 || '.', h.region_code || '.')) and h.removed_at is null
       order by (h.season = 'NORMAL'), length(h.region_code) desc nulls last, h.valid_from desc limit 1) opening
   where opening.at > simpul.now()
     and not exists (
           select 1 from simpul.holiday d
            where d.date = day.date and d.removed_at is null
              and (d.region_code is null or starts_with($2 || '.', d.region_code || '.')))`;
