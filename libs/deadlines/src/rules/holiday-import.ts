import { dateFault, isoDate, textFault, type CellFault, type ListLine } from './list-cells.js';
import type { CalendarDate, HolidayKind } from './work-calendar.js';

/** A day on which offices are shut, and the decree that says so. */
export interface HolidayEntry {
  readonly date: CalendarDate;
  readonly kind: HolidayKind;
  /** Null: the whole country. */
  readonly regionCode: string | null;
  readonly name: string;
  readonly basis: string;
}

export const HOLIDAY_COLUMNS = ['date', 'kind', 'name', 'basis', 'region'] as const;
type Column = (typeof HOLIDAY_COLUMNS)[number];

/** Headings as an office writes them. */
const HEADINGS: Readonly<Record<string, Column>> = {
  date: 'date',
  tanggal: 'date',
  kind: 'kind',
  jenis: 'kind',
  name: 'name',
  nama: 'name',
  basis: 'basis',
  dasar: 'basis',
  region: 'region',
  wilayah: 'region',
};

const KINDS: Readonly<Record<string, HolidayKind>> = {
  NATIONAL: 'NATIONAL',
  NASIONAL: 'NATIONAL',
  COLLECTIVE_LEAVE: 'COLLECTIVE_LEAVE',
  CUTI_BERSAMA: 'COLLECTIVE_LEAVE',
  LOCAL: 'LOCAL',
  LOKAL: 'LOCAL',
};

const REQUIRED: readonly Column[] = ['date', 'kind', 'name', 'basis'];
export const NAME_MAX = 120;
export const BASIS_MAX = 300;

export interface ImportedLine {
  readonly line: number;
  readonly entry: HolidayEntry;
}

/**
 * Reads the lines of a list of holidays. Columns in any order; dates as `2027-03-10` or `10/03/2027`; kinds in English
 * or Indonesian. Every wrong cell is named; a line with one is not taken.
 */
export function readHolidayLines(
  lines: readonly ListLine[],
  today: CalendarDate,
  regions: ReadonlySet<string>,
): { readonly entries: readonly ImportedLine[]; readonly faults: readonly CellFault[] } {
  const [heading, ...rows] = lines;
  const columns = (heading?.cells ?? []).map((cell) => HEADINGS[cell.trim().toLowerCase()]);
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    return {
      entries: [],
      faults: missing.map((column) => ({ line: heading?.line ?? 1, column, code: 'column.missing' })),
    };
  const entries: ImportedLine[] = [];
  const faults: CellFault[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const cell = (column: Column): string => (cells[columns.indexOf(column)] ?? '').trim();
    const entry: HolidayEntry = {
      date: isoDate(cell('date')),
      kind: KINDS[cell('kind').toUpperCase().replace(/[ -]/g, '_')] ?? ('' as HolidayKind),
      regionCode: cell('region') || null,
      name: cell('name'),
      basis: cell('basis'),
    };
    const wrong = [...entryFaults(entry, today, regions)];
    if (cells.length > columns.length) wrong.push({ column: 'basis', code: 'line.tooManyCells' });
    const key = holidayKey(entry);
    if (wrong.length === 0 && seen.has(key)) wrong.push({ column: 'date', code: 'holiday.twiceInTheList' });
    seen.add(key);
    faults.push(...wrong.map((fault) => ({ line, ...fault })));
    if (wrong.length === 0) entries.push({ line, entry });
  }
  if (rows.length === 0) faults.push({ line: 1, column: 'date', code: 'list.empty' });
  return { entries, faults };
}

/** What makes two holidays the same one. */
export function holidayKey({ date, kind, regionCode }: HolidayEntry): string {
  return `${date} ${kind} ${regionCode ?? ''}`;
}

/** What is wrong with one holiday, by column. `regions` holds the provinces and cities that exist here. */
export function entryFaults(
  entry: HolidayEntry,
  today: CalendarDate,
  regions: ReadonlySet<string>,
): { column: Column; code: string }[] {
  const faults: { column: Column; code: string }[] = [];
  const add = (column: Column, code: string | undefined): void =>
    void (code && faults.push({ column, code }));
  add('date', dateFault(entry.date, today));
  add('kind', entry.kind ? undefined : 'code.unknown');
  add('region', regionFault(entry, regions));
  add('name', textFault(entry.name, NAME_MAX));
  add('basis', textFault(entry.basis, BASIS_MAX));
  return faults;
}

function regionFault({ kind, regionCode }: HolidayEntry, regions: ReadonlySet<string>): string | undefined {
  if (kind === 'NATIONAL' && regionCode !== null) return 'holiday.nationalHasNoRegion';
  if (kind === 'LOCAL' && regionCode === null) return 'holiday.localNeedsRegion';
  return regionCode !== null && !regions.has(regionCode) ? 'region.unknown' : undefined;
}
