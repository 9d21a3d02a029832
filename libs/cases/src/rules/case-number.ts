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
