import type { CalendarDate } from './work-calendar.js';

/** A cell that cannot be taken: its line in the file (the heading is line 1), its column as the file calls it. */
export interface CellFault {
  readonly line: number;
  readonly column: string;
  readonly code: string;
}

/** A line of a file with its number. */
export interface ListLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Decrees are made for next year and corrected for this one; anything else is a slip of the keys. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 3;

/** What is wrong with a date, if anything. `today` in the city's zone. */
export function dateFault(text: string, today: CalendarDate): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'date.malformed';
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) return 'date.impossible';
  const years = date.getUTCFullYear() - Number(today.slice(0, 4));
  if (years < -YEARS_BACK) return 'date.tooEarly';
  return years > YEARS_AHEAD ? 'date.tooLate' : undefined;
}

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u202e\ud800-\udfff]/;

export function textFault(text: string, max: number): string | undefined {
  if (text === '') return 'field.minLength';
  if (text.length > max) return 'field.maxLength';
  return CONTROLS.test(text) ? 'text.controlCharacters' : undefined;
}

/** A spreadsheet set to Indonesian writes 10/03/2027, day first. */
export function isoDate(text: string): string {
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!dayFirst) return text;
  const [, day = '', month = '', year = ''] = dayFirst;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
