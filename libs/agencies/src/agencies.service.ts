import type { Work } from '#database';
import { NotFound } from '#refusals';
import { Injectable } from '@nestjs/common';
import { AGENCY_COLUMNS, SERVICE_COLUMNS, type Agency, type AgencyService } from './agency.js';
import { inConflict } from './rules/conflict-of-interest.js';

/** Reads of the service directory inside a unit of work. It is reference data: nothing here is about a case. */
@Injectable()
export class AgenciesService {
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

  /** Those of several kinds in one trip, by code. */
  async byKinds(work: Work, kinds: readonly string[]): Promise<Agency[]> {
    return kinds.length === 0 ? [] : this.select(work, 'where a.kind = any($1) order by a.code', [kinds]);
  }

  /** The services of one agency, of several, or of all, by code. */
  async services(work: Work, agencyIds?: readonly string[]): Promise<AgencyService[]> {
    const where = agencyIds ? 'where s.agency_id = any($1)' : '';
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

  private async select(work: Work, rest: string, params: unknown[]): Promise<Agency[]> {
    return work.query<Agency>(`select ${AGENCY_COLUMNS} from simpul.agency a ${rest}`, params);
  }
}
