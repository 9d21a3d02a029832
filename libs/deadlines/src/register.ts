import { dataFile } from '#config';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DeadlineRule } from './rules/deadline-rule.js';
import { readRule, type RuleRow } from './rules/rule-row.js';
import type { Holiday, HolidayKind, OfficeHours } from './rules/work-calendar.js';

/** A holiday with the decree it rests on. */
export type ReferencedHoliday = Holiday & { readonly basis: string };

/** Office hours with break and source, as the file has them. */
export type ReferencedHours = OfficeHours & {
  readonly breakStart: string | null;
  readonly breakEnd: string | null;
  readonly basis: string;
};

/** The law and standards of `deadline-rules.csv`, then Simpul's own proposals for the sender's side. */
export function readRegister(): readonly DeadlineRule[] {
  return ['deadline-rules.csv', 'deadline-rules-simpul.csv'].flatMap((file) => readRows(file).map(readRule));
}

/** The holidays of every year whose decree is here, `holidays-<year>.csv`. */
export function readHolidays(): readonly ReferencedHoliday[] {
  const files = readdirSync(dirname(dataFile('deadlines', 'deadline-rules.csv'))).filter((file) =>
    /^holidays-\d{4}\.csv$/.test(file),
  );
  return files
    .sort()
    .flatMap(readRows)
    .map((row) => ({
      date: row.date ?? '',
      kind: row.kind as HolidayKind,
      name: row.name ?? '',
      basis: row.basis ?? '',
    }));
}

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** Office hours by season, as the file has them. */
export function readOfficeHours(): readonly ReferencedHours[] {
  return readRows('working-hours.csv').map((row) => ({
    season: row.season ?? '',
    weekday: WEEKDAYS.indexOf(row.weekday ?? '') + 1,
    opensAt: row.open || null,
    breakStart: row.break_start || null,
    breakEnd: row.break_end || null,
    closesAt: row.close || null,
    validFrom: row.valid_from ?? '',
    validTo: row.valid_to || null,
    basis: row.basis ?? '',
  }));
}

function readRows(file: string): RuleRow[] {
  return parse(readFileSync(dataFile('deadlines', file), 'utf8'), { columns: true, skip_empty_lines: true });
}
