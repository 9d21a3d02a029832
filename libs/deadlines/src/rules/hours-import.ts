import { dateFault, isoDate, textFault, type CellFault, type ListLine } from './list-cells.js';
import {
  daysBetween,
  ORDINARY_SEASON,
  type CalendarDate,
  type HoursDay,
  type HoursPeriod,
  type Season,
} from './work-calendar.js';

export const HOURS_COLUMNS = [
  'season',
  'weekday',
  'open',
  'break_start',
  'break_end',
  'close',
  'valid_from',
  'valid_to',
  'basis',
  'region',
] as const;
type Column = (typeof HOURS_COLUMNS)[number];

/** Headings as an office writes them. */
const HEADINGS: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(HOURS_COLUMNS.map((column) => [column, column])),
  musim: 'season',
  hari: 'weekday',
  buka: 'open',
  istirahat_mulai: 'break_start',
  istirahat_selesai: 'break_end',
  tutup: 'close',
  berlaku_dari: 'valid_from',
  berlaku_sampai: 'valid_to',
  dasar: 'basis',
  wilayah: 'region',
};
const REQUIRED: readonly Column[] = ['season', 'weekday', 'open', 'close', 'valid_from', 'basis'];

const SEASONS: Readonly<Record<string, Season>> = { NORMAL: 'NORMAL', BIASA: 'NORMAL', RAMADAN: 'RAMADAN' };

const WEEKDAYS = [
  ['MON', 'SENIN'],
  ['TUE', 'SELASA'],
  ['WED', 'RABU'],
  ['THU', 'KAMIS'],
  ['FRI', 'JUMAT', "JUM'AT"],
  ['SAT', 'SABTU'],
  ['SUN', 'MINGGU', 'AHAD'],
];
/** A week that leaves one of these out is a slip; Saturday and Sunday left out are shut. */
const MUST_BE_NAMED = [1, 2, 3, 4, 5];

const BASIS_MAX = 300;
/** A month of the moon has 29 or 30 days; more is a wrong year or month. */
const RAMADAN_DAYS_MAX = 31;

/** One line of the list, read: the hours of some weekdays in one period. */
interface Line extends Omit<HoursPeriod, 'days'> {
  readonly line: number;
  readonly weekdays: readonly number[];
  readonly day: Omit<HoursDay, 'weekday'>;
}

export interface ReadHours {
  readonly periods: readonly HoursPeriod[];
  readonly alreadyKnown: readonly HoursPeriod[];
  readonly faults: readonly CellFault[];
}

/**
 * Reads a list of office hours: one line per weekday or run of weekdays (`SENIN-KAMIS`), the lines of one season, region
 * and first day together a period. Hours hold from tomorrow at the earliest, so that nobody is late at once by them.
 * Every wrong cell is named; a period with one is not taken. `known`: the periods that hold now.
 */
export function readHoursLines(
  lines: readonly ListLine[],
  today: CalendarDate,
  regions: ReadonlySet<string>,
  known: readonly HoursPeriod[],
): ReadHours {
  const [heading, ...rows] = lines;
  const columns = (heading?.cells ?? []).map((cell) => HEADINGS[cell.trim().toLowerCase()]);
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  const faults: CellFault[] = missing.map((column) => ({
    line: heading?.line ?? 1,
    column,
    code: 'column.missing',
  }));
  if (faults.length > 0) return { periods: [], alreadyKnown: [], faults };
  if (rows.length === 0) faults.push({ line: 1, column: 'weekday', code: 'list.empty' });
  const read: Line[] = [];
  for (const { line, cells } of rows) {
    const entry = lineOf(line, (column) => (cells[columns.indexOf(column)] ?? '').trim());
    const wrong = lineFaults(entry, today, regions);
    if (cells.length > columns.length) wrong.push({ column: 'basis', code: 'line.tooManyCells' });
    faults.push(...wrong.map((fault) => ({ line, ...fault })));
    if (wrong.length === 0) read.push(entry);
  }
  const periods: HoursPeriod[] = [];
  const alreadyKnown: HoursPeriod[] = [];
  for (const key of new Set(read.map(periodKey))) {
    const group = read.filter((line) => periodKey(line) === key);
    const period = periodOf(group);
    if (known.some((one) => sameHours(one, period))) {
      alreadyKnown.push(period);
      continue;
    }
    const wrong = periodFaults(group, period, today, [...known, ...periods]);
    faults.push(...wrong);
    if (wrong.length === 0) periods.push(period);
  }
  faults.sort((a, b) => a.line - b.line);
  return { periods, alreadyKnown, faults };
}

function lineOf(line: number, cell: (column: Column) => string): Line {
  return {
    line,
    season: SEASONS[cell('season').toUpperCase()] ?? ('' as Season),
    regionCode: cell('region') || null,
    weekdays: weekdaysOf(cell('weekday')),
    day: {
      opensAt: minuteOf(cell('open')),
      breakStart: minuteOf(cell('break_start')),
      breakEnd: minuteOf(cell('break_end')),
      closesAt: minuteOf(cell('close')),
    },
    validFrom: isoDate(cell('valid_from')),
    validTo: isoDate(cell('valid_to')) || null,
    basis: cell('basis'),
  };
}

/** `FRI`, `Jumat`, `SENIN-KAMIS`; empty when it is none. */
function weekdaysOf(text: string): number[] {
  const numberOf = (name: string): number =>
    WEEKDAYS.findIndex((names) => names.includes(name.trim().toUpperCase())) + 1;
  const [from = 0, to = from] = text.split('-').map(numberOf);
  if (from === 0 || to < from || text.split('-').length > 2) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** `8.00` and `08:00` as `08:00`; what is no time stays as it is, nothing is null. */
function minuteOf(text: string): string | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text) ?? [];
  return hour ? `${hour.padStart(2, '0')}:${minute}` : text || null;
}

type Fault = { column: Column; code: string };

function lineFaults(entry: Line, today: CalendarDate, regions: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const add = (column: Column, code: string | undefined | false): void =>
    void (code && faults.push({ column, code }));
  add('season', !entry.season && 'code.unknown');
  add('region', entry.regionCode !== null && !regions.has(entry.regionCode) && 'region.unknown');
  add('weekday', entry.weekdays.length === 0 && 'hours.weekdayUnknown');
  add('valid_from', dateFault(entry.validFrom, today));
  add('valid_to', entry.validTo !== null && dateFault(entry.validTo, today));
  add('basis', textFault(entry.basis, BASIS_MAX));
  faults.push(...dayFaults(entry.day));
  return faults;
}

function dayFaults({ opensAt, breakStart, breakEnd, closesAt }: Line['day']): Fault[] {
  const cells = [
    ['open', opensAt],
    ['break_start', breakStart],
    ['break_end', breakEnd],
    ['close', closesAt],
  ] as const;
  const malformed = cells.filter(([, time]) => time !== null && !/^\d\d:\d\d$/.test(time));
  if (malformed.length > 0) return malformed.map(([column]) => ({ column, code: 'hours.timeMalformed' }));
  if (opensAt === null && closesAt === null && breakStart === null && breakEnd === null) return [];
  if (opensAt === null) return [{ column: 'open', code: 'hours.needsBothTimes' }];
  if (closesAt === null) return [{ column: 'close', code: 'hours.needsBothTimes' }];
  if (closesAt <= opensAt) return [{ column: 'close', code: 'hours.closesBeforeItOpens' }];
  if (breakStart === null && breakEnd === null) return [];
  const inside =
    breakStart !== null &&
    breakEnd !== null &&
    opensAt < breakStart &&
    breakStart < breakEnd &&
    breakEnd < closesAt;
  return inside ? [] : [{ column: 'break_start', code: 'hours.breakOutside' }];
}

const periodKey = ({ season, regionCode, validFrom }: Omit<HoursPeriod, 'days'>): string =>
  `${season} ${regionCode ?? ''} ${validFrom}`;

const SHUT = { opensAt: null, breakStart: null, breakEnd: null, closesAt: null };

function periodOf(lines: readonly Line[]): HoursPeriod {
  const { season, regionCode, validFrom, validTo, basis } = lines[0]!;
  const days = WEEKDAYS.map((_, index): HoursDay => {
    const named = lines.find(({ weekdays }) => weekdays.includes(index + 1));
    return { weekday: index + 1, ...(named?.day ?? SHUT) };
  });
  return { season, regionCode, validFrom, validTo, basis, days };
}

function periodFaults(
  lines: readonly Line[],
  period: HoursPeriod,
  today: CalendarDate,
  others: readonly HoursPeriod[],
): CellFault[] {
  const { line } = lines[0]!;
  const faults: CellFault[] = [];
  const add = (column: Column, code: string, at = line): void => void faults.push({ line: at, column, code });
  const seen = new Set<number>();
  for (const one of lines) {
    if (one.weekdays.some((weekday) => seen.has(weekday))) add('weekday', 'hours.weekdayTwice', one.line);
    if (one.validTo !== period.validTo) add('valid_to', 'hours.endsDiffer', one.line);
    for (const weekday of one.weekdays) seen.add(weekday);
  }
  if (MUST_BE_NAMED.some((weekday) => !seen.has(weekday))) add('weekday', 'hours.weekdayMissing');
  if (!period.days.some(({ closesAt }) => closesAt !== null)) add('open', 'hours.neverOpen');
  if (period.validFrom <= today) add('valid_from', 'hours.startsTooSoon');
  const { validTo } = period;
  if (validTo !== null && validTo < period.validFrom) add('valid_to', 'hours.endsBeforeItStarts');
  else if (period.season !== ORDINARY_SEASON) {
    if (validTo === null) add('valid_to', 'hours.seasonNeedsAnEnd');
    else if (daysBetween(period.validFrom, validTo) >= RAMADAN_DAYS_MAX)
      add('valid_to', 'hours.seasonTooLong');
  }
  if (others.some((other) => collides(other, period))) add('valid_from', 'hours.overlaps');
  return faults;
}

/** Two of one season and region on one day. Ordinary hours follow each other: the later beginning goes before. */
function collides(a: HoursPeriod, b: HoursPeriod): boolean {
  if (a.season !== b.season || a.regionCode !== b.regionCode) return false;
  if (a.season === ORDINARY_SEASON) return a.validFrom === b.validFrom;
  return a.validFrom <= (b.validTo ?? b.validFrom) && b.validFrom <= (a.validTo ?? a.validFrom);
}

function sameHours(a: HoursPeriod, b: HoursPeriod): boolean {
  const facts = ({ season, regionCode, validFrom, validTo, days }: HoursPeriod): string =>
    JSON.stringify([
      season,
      regionCode,
      validFrom,
      validTo,
      days.map(({ weekday, opensAt, breakStart, breakEnd, closesAt }) => [
        weekday,
        opensAt,
        breakStart,
        breakEnd,
        closesAt,
      ]),
    ]);
  return facts(a) === facts(b);
}

/** Where a period stands on a day, in the city's zone. */
export type PeriodState = 'COMING' | 'IN_FORCE' | 'ENDED';

/** Ordinary hours also end when later ones of the same place begin. */
export function periodState(
  period: HoursPeriod,
  others: readonly HoursPeriod[],
  today: CalendarDate,
): PeriodState {
  if (period.validFrom > today) return 'COMING';
  const followed =
    period.season === ORDINARY_SEASON &&
    others.some(
      (other) =>
        other.season === ORDINARY_SEASON &&
        other.regionCode === period.regionCode &&
        other.validFrom > period.validFrom &&
        other.validFrom <= today,
    );
  return followed || (period.validTo !== null && period.validTo < today) ? 'ENDED' : 'IN_FORCE';
}

/** How a period is taken back: it never began, or it ends this evening; else why not. */
export function takingBack(
  period: HoursPeriod,
  others: readonly HoursPeriod[],
  today: CalendarDate,
): 'whole' | 'fromTomorrow' | { refused: string } {
  const state = periodState(period, others, today);
  if (state === 'COMING') return 'whole';
  if (state === 'ENDED' || period.validTo === today) return { refused: 'hours.hasPassed' };
  // Without ordinary hours of the country no office would ever open: they are followed, not taken away.
  if (period.season === ORDINARY_SEASON && period.regionCode === null)
    return { refused: 'hours.ordinaryStays' };
  return 'fromTomorrow';
}

/** A period as working-day arithmetic takes it: one row per weekday. */
export function hoursOfPeriod({ days, ...period }: HoursPeriod) {
  return days.map(({ weekday, opensAt, closesAt }) => ({ ...period, weekday, opensAt, closesAt }));
}
