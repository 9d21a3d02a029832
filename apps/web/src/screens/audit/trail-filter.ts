import { startOfDay } from '../../clock/dates';
import { useSearchParams } from 'react-router';

/** What was done, as the server sorts it. */
export const ACT_KINDS = ['read', 'revealed', 'change', 'sent', 'exported', 'failed'] as const;

/** What it was done to: what stands before the point in an act's name. */
export const THINGS = [
  'session',
  'report',
  'case',
  'screening',
  'consent',
  'referral',
  'deadline',
  'notification',
  'audit',
] as const;

/** Ids and codes only: it stands in the address, so that a page of the trail can be kept and shown to a colleague. */
export interface TrailFilter {
  kind: string;
  thing: string;
  person: string;
  agency: string;
  caseId: string;
  /** A case by its pseudonym, for whoever sees no case. */
  caseRef: string;
  /** Days in the city, both included. */
  from: string;
  to: string;
}

const NAMES: Record<keyof TrailFilter, string> = {
  kind: 'jenis',
  thing: 'hal',
  person: 'orang',
  agency: 'instansi',
  caseId: 'kasus',
  caseRef: 'rujukan-kasus',
  from: 'dari',
  to: 'sampai',
};
const FIELDS = Object.keys(NAMES) as (keyof TrailFilter)[];

export function useTrailFilter(): [TrailFilter, (part: Partial<TrailFilter>) => void, () => void] {
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(
    FIELDS.map((field) => [field, params.get(NAMES[field]) ?? '']),
  ) as unknown as TrailFilter;
  const write = (next: Partial<TrailFilter>) =>
    setParams(
      Object.fromEntries(FIELDS.filter((field) => next[field]).map((field) => [NAMES[field], next[field]!])),
      {
        replace: true,
      },
    );
  return [filter, (part) => write({ ...filter, ...part }), () => write({})];
}

/** The address of the trail of one case, one person, or both. */
export function trailHref(part: Partial<TrailFilter>): string {
  const query = new URLSearchParams(
    FIELDS.filter((field) => part[field]).map((field) => [NAMES[field], part[field]!]),
  );
  return `/audit?${query}`;
}

export const isNarrowed = (filter: TrailFilter): boolean => FIELDS.some((field) => filter[field] !== '');

/** How many of the less visible filters are set. */
export const countOf = ({ thing, person, agency, from, to }: TrailFilter): number =>
  [thing, person, agency, from, to].filter(Boolean).length;

const DAY_MS = 86_400_000;
const startOf = (day: string): number => startOfDay(day).getTime();

/** The API's bounds are moments, the later one excluded. */
export function asQuery({ kind, thing, person, agency, caseId, caseRef, from, to }: TrailFilter) {
  return {
    ...(kind && { kind: kind as (typeof ACT_KINDS)[number] }),
    ...(thing && { act: thing }),
    ...(person && { actorId: person }),
    ...(agency && { agencyId: agency }),
    ...(caseId && { caseId }),
    ...(caseRef && { caseRef }),
    ...(from && { from: new Date(startOf(from)).toISOString() }),
    ...(to && { to: new Date(startOf(to) + DAY_MS).toISOString() }),
  };
}
