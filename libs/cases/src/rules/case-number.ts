/**
 * Case numbers say which city and which year, and nothing else: no kind of case, no initials, no unit. Anybody who
 * overhears one learns only that a number exists.
 */
export interface CaseNumber {
  /** City prefix, 2 to 5 capital letters. */
  prefix: string;
  /** Calendar year in the city's zone in which the case was opened. */
  year: number;
  /** Runs from 1 in each year; not the count of anybody's visible cases. */
  running: number;
}

const FORM = /^([A-Z]{2,5})-(\d{4})-(\d{4,7})$/;

/** `PBM-2026-0042`. At least four digits, more when a year needs them. */
export function formatCaseNumber({ prefix, year, running }: CaseNumber): string {
  if (!/^[A-Z]{2,5}$/.test(prefix)) throw new Error('case-number: prefix must be 2 to 5 capital letters');
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    throw new Error('case-number: year has four digits');
  if (!Number.isInteger(running) || running < 1) throw new Error('case-number: running number starts at 1');
  return `${prefix}-${year}-${String(running).padStart(4, '0')}`;
}

/** The parts of a typed number, forgiving case and outer blanks; null when it is no case number. */
export function parseCaseNumber(text: string): CaseNumber | null {
  const match = FORM.exec(text.trim().toUpperCase());
  if (!match) return null;
  const running = Number(match[3]);
  return running < 1 ? null : { prefix: match[1]!, year: Number(match[2]), running };
}

const YEARS_BACK = 10;

/**
 * The numbers that somebody may mean: a whole number, `2026-0042`, or only the running number of this or an earlier
 * year. A list and no pattern, so that the index of numbers answers it however many cases there are.
 */
export function numbersMeant(text: string, city: { prefix: string; year: number }): string[] {
  const whole = parseCaseNumber(text);
  if (whole) return [formatCaseNumber(whole)];
  const typed = /^(?:(\d{4})-)?(\d{1,7})$/.exec(text.trim());
  const running = Number(typed?.[2] ?? 0);
  if (!typed || running < 1) return [];
  const years = typed[1]
    ? [Number(typed[1])]
    : Array.from({ length: YEARS_BACK }, (_, back) => city.year - back);
  return years
    .filter((year) => year >= 1000)
    .map((year) => formatCaseNumber({ prefix: city.prefix, year, running }));
}
