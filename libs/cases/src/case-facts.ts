import type { Work } from '#database';
import { NotFound } from '#refusals';
import type { CaseState } from './rules/case-acts.js';
import type { Mandate, Track } from './rules/tracks.js';

export interface VictimFact {
  id: string;
  sex: string | null;
  age: number | null;
  ageBand: string | null;
}

export interface ReportedFact {
  id: string;
  age: number | null;
  employerAgencyId: string | null;
  /** HUBUNGAN_PELAKU code by victim id. */
  relations: Record<string, string>;
}

/** What rules and other libraries may know of a case without opening anything: codes, ages, times and ids. */
export interface CaseFacts {
  id: string;
  number: string;
  agencyId: string;
  ownerAccountId: string;
  mandate: Mandate;
  tracks: Track[];
  contexts: string[];
  violenceTypes: string[];
  traffickingConcluded: boolean;
  risk: string | null;
  clientSafeNow: string;
  place: string | null;
  online: boolean;
  /** A named team's alone (`seal_member`). */
  sealed: boolean;
  occurredAt: Date | null;
  knownAt: Date | null;
  reportedAt: Date;
  openedAt: Date;
  closedAt: Date | null;
  state: CaseState;
  victims: VictimFact[];
  reported: ReportedFact[];
}

type Row = Omit<CaseFacts, 'state' | 'victims' | 'reported'> & {
  people: {
    id: string;
    kind: string;
    sex: string | null;
    age: number | null;
    band: string | null;
    employer: string | null;
  }[];
  links: { victim: string; reported: string; relation: string }[];
};

/**
 * The facts of a case that the actor may see; NotFound otherwise. `lock` takes the row for this transaction, so that
 * two acts on one case come one after the other.
 */
export async function readCaseFacts(
  work: Work,
  caseId: string,
  options: { lock?: boolean } = {},
): Promise<CaseFacts> {
  if (options.lock) await work.query('select 1 from simpul.case_file where id = $1 for update', [caseId]);
  const [row] = await work.query<Row>(FACTS, [caseId]);
  if (!row) throw new NotFound();
  const { people, links, ...file } = row;
  return {
    ...file,
    state: file.closedAt ? 'CLOSED' : 'OPEN',
    victims: people
      .filter((person) => person.kind === 'VICTIM')
      .map(({ id, sex, age, band }) => ({ id, sex, age, ageBand: band })),
    reported: people
      .filter((person) => person.kind === 'REPORTED')
      .map(({ id, age, employer }) => ({
        id,
        age,
        employerAgencyId: employer,
        relations: Object.fromEntries(
          links.filter((link) => link.reported === id).map((link) => [link.victim, link.relation]),
        ),
      })),
  };
}

const FACTS = `
  select f.id, f.number, f.agency_id as "agencyId", f.owner_account_id as "ownerAccountId", f.mandate, f.tracks,
         f.contexts, f.violence_types as "violenceTypes", f.trafficking_concluded as "traffickingConcluded", f.risk,
         f.client_safe_now as "clientSafeNow", f.place, f.online, f.sealed, f.occurred_at as "occurredAt",
         f.known_at as "knownAt", f.reported_at as "reportedAt", f.created_at as "openedAt", f.closed_at as "closedAt",
         coalesce((select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'sex', p.sex, 'age', p.age_years,
                                                     'band', p.age_band, 'employer', p.employer_agency_id)
                                   order by p.kind, p.position)
                     from simpul.person p where p.case_id = f.id and p.kind in ('VICTIM', 'REPORTED')), '[]') as people,
         coalesce((select json_agg(json_build_object('victim', l.victim_id, 'reported', l.reported_id,
                                                     'relation', l.relation))
                     from simpul.person_link l where l.case_id = f.id), '[]') as links
    from simpul.case_file f where f.id = $1`;
