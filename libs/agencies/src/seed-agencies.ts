import { readFileSync } from 'node:fs';
import { dataFile } from '#config';
import { parse } from 'csv-parse/sync';
import { stableId } from './rules/stable-id.js';

type Row = Record<string, string>;
type Query = (sql: string, params?: unknown[]) => Promise<unknown>;

export interface SeededAgency {
  id: string;
  code: string;
  kind: string;
  name: string;
}

/**
 * Puts the city's agencies and services in, as the owner role. Safe to repeat: rows that are there stay as they are,
 * so that what a city changed is not undone. Returns all of them, the overseeing offices too.
 */
export async function seedAgencies(query: Query): Promise<SeededAgency[]> {
  const agencies = readRows('agencies-prabumulih.csv');
  const offices = readRows('overseeing-offices.csv');
  // Parents before children: the file is in the order of importance, not of descent.
  const ordered = [...agencies].sort((a, b) => depth(a, agencies) - depth(b, agencies));
  for (const row of ordered) await insertAgency(query, row);
  for (const row of offices) await insertAgency(query, { ...row, hours: 'OFFICE' }, true);
  for (const row of readRows('services.csv')) await insertService(query, row);
  return [...agencies, ...offices].map((row) => ({
    id: stableId('agency', row.agency_id!),
    code: row.agency_id!,
    kind: row.kind!,
    name: row.name!,
  }));
}

async function insertAgency(query: Query, row: Row, overseeing = false): Promise<void> {
  const values = {
    id: stableId('agency', row.agency_id!),
    code: row.agency_id,
    kind: row.kind,
    parent_id: row.parent_agency_id ? stableId('agency', row.parent_agency_id) : null,
    name: row.name,
    unit: text(row.unit),
    region_code: text(row.region_code),
    takes_tracks: list(row.takes_tracks),
    needs_to_accept: list(row.needs_to_accept),
    feedback_document: text(row.feedback_document),
    hours: row.hours,
    duty_phone: text(row.duty_phone),
    duty_phone_fallback: text(row.duty_phone_fallback),
    email: text(row.email),
    address: text(row.address),
    location_secret: row.location_secret === 'YES',
    cost_source: text(row.cost_source),
    conflict_group: text(row.conflict_group),
    notes: text(row.notes),
    overseeing,
  };
  await insert(query, 'simpul.agency', values);
}

async function insertService(query: Query, row: Row): Promise<void> {
  const values = {
    id: stableId('service', row.service_id!),
    code: row.service_id,
    agency_id: stableId('agency', row.agency_id!),
    service_code: row.service_code,
    name_id: row.name_id,
    name_en: row.name_en,
    for_tracks: list(row.for_tracks),
    for_sex: list(row.for_sex),
    age_min: number(row.age_min),
    age_max: number(row.age_max),
    risk_levels: list(row.risk_levels),
    requires: list(row.requires),
    cost_source: text(row.cost_source),
    hours: row.hours,
    emergency: row.emergency === 'YES',
    accessibility: list(row.accessibility),
    location_secret: row.location_secret === 'YES',
    notes: text(row.notes),
  };
  await insert(query, 'simpul.service', values);
}

async function insert(query: Query, table: string, values: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(values);
  const places = columns.map((_, index) => `$${index + 1}`);
  await query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) on conflict do nothing`,
    Object.values(values),
  );
}

function depth(row: Row, all: Row[]): number {
  const parent = all.find((other) => other.agency_id === row.parent_agency_id);
  return parent ? depth(parent, all) + 1 : 0;
}

function readRows(file: string): Row[] {
  return parse(readFileSync(dataFile('agencies', file), 'utf8'), { columns: true, skip_empty_lines: true });
}

const text = (cell: string | undefined): string | null => cell || null;
const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);
const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null);
