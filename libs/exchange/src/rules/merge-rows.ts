import { canonical, sameRow, type HsdsPackage, type HsdsRow } from './hsds-package.js';

/** A row as it was imported, and what our own columns gave for it right after. */
export interface KeptRow {
  readonly resource: string;
  readonly body: HsdsRow;
  readonly base: HsdsRow | null;
}

/**
 * What leaves the house: every row that our own columns give, with what an import said beyond them. A field stands as it
 * was imported until somebody changes it here; a row that was ended here since does not come back.
 */
export function withKept(own: HsdsPackage, kept: readonly KeptRow[], order: readonly string[]): HsdsPackage {
  const tables = new Map(
    Object.entries(own).map(([name, rows]) => [name, new Map(rows.map((row) => [row.id, row]))]),
  );
  for (const { resource, body, base } of kept) {
    const table = tables.get(resource) ?? new Map<string, HsdsRow>();
    const now = table.get(body.id);
    if (base !== null && now === undefined) continue;
    table.set(body.id, now === undefined ? body : merged(base ?? {}, body, now));
    tables.set(resource, table);
  }
  const names = [...order, ...[...tables.keys()].filter((name) => !order.includes(name)).sort()];
  return Object.fromEntries(
    names.filter((name) => tables.has(name)).map((name) => [name, [...tables.get(name)!.values()]]),
  );
}

function merged(base: Readonly<Record<string, unknown>>, body: HsdsRow, now: HsdsRow): HsdsRow {
  const changedHere = [...new Set([...Object.keys(now), ...Object.keys(base)])].filter(
    (field) => canonical(now[field]) !== canonical(base[field]),
  );
  const row: Record<string, unknown> = { ...body };
  for (const field of changedHere) {
    if (now[field] === undefined) delete row[field];
    else row[field] = now[field];
  }
  return row as HsdsRow;
}

export interface RowChange {
  readonly resource: string;
  readonly id: string;
  /** A name to recognise it by, where the row has one. */
  readonly name: string;
  readonly fields: readonly string[];
}

export interface Comparison {
  readonly added: readonly RowChange[];
  readonly changed: readonly RowChange[];
  /** In the directory and not in the package: stays as it is. */
  readonly gone: readonly RowChange[];
  readonly same: number;
}

export function compare(current: HsdsPackage, incoming: HsdsPackage): Comparison {
  const added: RowChange[] = [];
  const changed: RowChange[] = [];
  let same = 0;
  for (const [resource, rows] of Object.entries(incoming)) {
    const before = new Map((current[resource] ?? []).map((row) => [row.id, row]));
    for (const row of rows) {
      const was = before.get(row.id);
      if (!was) added.push(named(resource, row, []));
      else if (sameRow(was, row)) same += 1;
      else changed.push(named(resource, row, differing(was, row)));
    }
  }
  const gone = Object.entries(current).flatMap(([resource, rows]) => {
    const there = new Set((incoming[resource] ?? []).map(({ id }) => id));
    return rows.filter(({ id }) => !there.has(id)).map((row) => named(resource, row, []));
  });
  return { added, changed, gone, same };
}

const differing = (a: HsdsRow, b: HsdsRow): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => !sameRow(a[field], b[field]));

function named(resource: string, row: HsdsRow, fields: readonly string[]): RowChange {
  const name = [row.name, row.number, row.document, row.description, row.source].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return { resource, id: row.id, name: (name ?? '').slice(0, 120), fields };
}
