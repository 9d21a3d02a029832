import { readFileSync } from 'node:fs';
import { dataFile } from '#config';
import { parse } from 'csv-parse/sync';

type Row = Record<'code' | 'parent_code' | 'level' | 'name' | 'village_kind', string>;

/** Puts the regions of the file in, parents first, as the owner role. Safe to repeat. */
export async function seedRegions(
  query: (sql: string, params?: unknown[]) => Promise<unknown>,
): Promise<void> {
  const rows = parse(readFileSync(dataFile('regions', 'regions.csv'), 'utf8'), { columns: true }) as Row[];
  // A code is longer than its parent's, so the order of lengths is the order of descent.
  rows.sort((a, b) => a.code.length - b.code.length || a.code.localeCompare(b.code));
  await query(
    `insert into simpul.region (code, parent_code, level, name, village_kind)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) on conflict do nothing`,
    [
      rows.map((row) => row.code),
      rows.map((row) => row.parent_code || null),
      rows.map((row) => row.level),
      rows.map((row) => row.name),
      rows.map((row) => row.village_kind || null),
    ],
  );
}
