import { AgenciesService } from '#agencies';
import type { CaseFacts } from '#cases';
import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import { LawfulBases } from './lawful-bases.queries.js';
import { standingNo, type Reach } from './rules/against-a-no.js';
import type { BasisFacts } from './rules/may-record.js';

/** What the rules must know of a case before a basis is recorded, or once its people have changed. */
@Injectable()
export class BasisFactsReader {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly bases: LawfulBases,
  ) {}

  async of(work: Work, theCase: CaseFacts, reach?: Reach): Promise<BasisFacts> {
    const agency = await this.agencies.byId(work, theCase.agencyId);
    const bases = reach ? await this.bases.ofCase(work, theCase.id) : [];
    return {
      agencyKind: agency.kind,
      tracks: theCase.tracks,
      violenceTypes: theCase.violenceTypes,
      risk: theCase.risk,
      now: work.at,
      clientAges: theCase.victims.map((victim) => victim.age),
      reportedPersonIds: [
        ...theCase.reported.map((person) => person.id),
        ...(await guardiansWhoAreReported(work, theCase.id)),
      ],
      reportedRelations: theCase.reported.flatMap((person) => Object.values(person.relations)),
      againstNo: reach !== undefined && standingNo(bases, reach, work.at) !== null,
    };
  }
}

/**
 * One human being can stand in a case twice, as guardian and, once somebody has spoken, as reported person. Told by the
 * blind indexes of number and name: nothing is opened. A telephone is shared in a family and says nothing.
 */
async function guardiansWhoAreReported(work: Work, caseId: string): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `select g.id from simpul.person g
      where g.case_id = $1 and g.kind = 'GUARDIAN'
        and exists (select 1 from simpul.person r
                     where r.case_id = g.case_id and r.kind = 'REPORTED'
                       and (r.nik_index = g.nik_index or r.name_index = g.name_index))`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}
