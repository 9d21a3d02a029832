/** Age bands of Simfoni's public summary (list KELOMPOK_UMUR); the upper age of each, in years. */
const BANDS = [
  { band: '0_5', upTo: 5 },
  { band: '6_12', upTo: 12 },
  { band: '13_17', upTo: 17 },
  { band: '18_24', upTo: 24 },
  { band: '25_44', upTo: 44 },
  { band: '45_59', upTo: 59 },
  { band: '60_PLUS', upTo: Number.POSITIVE_INFINITY },
] as const;

export type AgeBand = (typeof BANDS)[number]['band'];

/** UU 35/2014 Ps. 1: a child is a person who is not yet 18 years old. */
export const ADULT_FROM_YEARS = 18;

/** The band of an age in whole years; null when the age is unknown. */
export function ageBand(years: number | null | undefined): AgeBand | null {
  if (years === null || years === undefined || !Number.isInteger(years) || years < 0) return null;
  return BANDS.find((entry) => years <= entry.upTo)!.band;
}

/** The calendar date (`YYYY-MM-DD`) on which an instant falls in the city's zone. */
export function localDate(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** Whether the text is a date that exists (`2026-02-30` does not). */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Whole years lived on a date; both dates are `YYYY-MM-DD` in the city's zone. Somebody born on 29 February is a
 * year older on 1 March of a common year. Null when the birth date lies after the date.
 */
export function ageOn(birthDate: string, onDate: string): number | null {
  if (birthDate > onDate) return null;
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export interface AgeFacts {
  birthDate?: string | null;
  /** Age as told at the time of the report. */
  ageYears?: number | null;
  occurredOn?: string | null;
  reportedOn: string;
}

/**
 * The age that decides track and band: at the incident when both days are known, otherwise at the report, otherwise
 * as told. A person who turned 18 between the incident and the report was a child when it happened.
 */
export function ageForCase(facts: AgeFacts): number | null {
  if (facts.birthDate) return ageOn(facts.birthDate, facts.occurredOn ?? facts.reportedOn);
  return facts.ageYears ?? null;
}

/** Under 18; false also when the age is unknown, which is a question to ask and no answer. */
export function isChild(years: number | null | undefined): boolean {
  return years !== null && years !== undefined && years < ADULT_FROM_YEARS;
}
