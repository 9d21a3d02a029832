import { AgenciesService } from '#agencies';
import { CaseContents, City, type CaseFacts } from '#cases';
import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import { LawfulBases } from './lawful-bases.queries.js';
import { standingNo, type Reach } from './rules/against-a-no.js';
import { ADULT_AGE_YEARS, type BasisFacts } from './rules/may-record.js';

/** What the rules must know of a case before a basis is recorded, or once its people have changed. */
@Injectable()
export class BasisFactsReader {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly bases: LawfulBases,
    private readonly contents: CaseContents,
    private readonly city: City,
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

  /** Whether a client has a disability that is known; "not assessed yet" is none. */
  async someClientIsDisabled(work: Work, caseId: string): Promise<boolean> {
    const [row] = await work.query<{ is: boolean }>(
      `select exists (select 1 from simpul.person p
                       where p.case_id = $1 and p.kind = 'VICTIM'
                         and cardinality(array_remove(p.disabilities, 'BELUM_DIASESMEN')) > 0) as is`,
      [caseId],
    );
    return row!.is;
  }

  /** When a guardian can no longer speak for the first of the children; null where all are of age or no age is known. */
  async firstComesOfAge(work: Work, theCase: CaseFacts): Promise<Date | null> {
    const children = new Set(
      theCase.victims.filter(({ age }) => age !== null && age < ADULT_AGE_YEARS).map(({ id }) => id),
    );
    if (children.size === 0) return null;
    const people = (await this.contents.people(work, theCase.id)).filter(({ id }) => children.has(id));
    const known = people.map(({ birthDate, age }) => ({ born: birthDate ?? null, age }));
    const [row] = await work.query<{ at: Date | null }>(COMES_OF_AGE, [
      JSON.stringify(known),
      this.city.zone,
      theCase.reportedAt,
    ]);
    return row!.at;
  }
}

/** The day's begin, in the city, on which the first of the children is of age; by age at the report where no birthday is known. */
const COMES_OF_AGE = `
  select min((day + interval '18 years') at time zone $2) as at
    from (select coalesce(p.born::date, ($3::timestamptz at time zone $2)::date - make_interval(years => p.age)::interval) as day
            from json_to_recordset($1::json) as p (born text, age int)) as children
   where day is not null`;

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
