import { readFileSync } from 'node:fs';
import { dataFile } from '#config';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { HsdsPackage, HsdsRow } from './rules/hsds-package.js';

/** Something about one field of one row: `row` counts from 1, as people do. */
export interface RowNote {
  readonly resource: string;
  readonly row: number;
  readonly field: string;
  readonly code: string;
}

export interface ReadPackage {
  readonly pack: HsdsPackage;
  /** What keeps the package out. */
  readonly faults: readonly RowNote[];
  /** What was done to it, and what is only kept. */
  readonly notices: readonly RowNote[];
}

interface TableSchema {
  readonly properties: Readonly<Record<string, { type: string }>>;
  readonly required: readonly string[];
  readonly tabular_required?: readonly string[];
}

const SCHEMA = JSON.parse(readFileSync(dataFile('exchange', 'hsds-3.0/schema.json'), 'utf8')) as Record<
  string,
  TableSchema
>;
/** The tables of HSDS 3.0, in the order of its own package. */
export const HSDS_TABLES: readonly string[] = Object.keys(SCHEMA);
const FAULTS_MAX = 200;
const ROWS_MAX = 20_000;
// PostgreSQL keeps no NUL in JSON, and a lone surrogate is no character.
const UNKEEPABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

let compiled: ReadonlyMap<string, ValidateFunction> | undefined;

/** Compiled when a package first comes or goes: it takes a second, and most starts of the API never need it. */
function validators(): ReadonlyMap<string, ValidateFunction> {
  if (compiled) return compiled;
  // Words such as `datapackage_type` are for tables and say nothing to a validator.
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  for (const schema of Object.values(SCHEMA)) ajv.addSchema(schema);
  return (compiled = new Map(
    Object.entries(SCHEMA).map(([name, schema]) => [
      name,
      ajv.compile({
        ...schema,
        $id: `tabular-${name}.json`,
        required: [...schema.required, ...(schema.tabular_required ?? [])],
      }),
    ]),
  ));
}

/** What the published schema says of a package that leaves the house; empty when it is right. */
export function schemaFaults(pack: HsdsPackage): RowNote[] {
  return Object.entries(pack).flatMap(([resource, rows]) =>
    rows.flatMap((row, index) => rowFaults(resource, row, index)),
  );
}

/**
 * A package as text: JSON of tables. Tables and fields that HSDS 3.0 does not know are kept, with a notice; a number where
 * the schema has a text becomes one. Codes: `hsds.notJson`, `.notTables`, `.tooManyRows`, `.noId`, `.idTwice`, `.required`,
 * `.type`, `.format`, `.enum`, `text.controlCharacters`.
 */
export function readPackage(content: string): ReadPackage {
  const whole = (code: string): ReadPackage => ({
    pack: {},
    faults: [{ resource: '', row: 0, field: '', code }],
    notices: [],
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return whole('hsds.notJson');
  }
  if (!isTables(parsed)) return whole('hsds.notTables');
  const tables = Object.entries(parsed);
  if (tables.reduce((sum, [, rows]) => sum + rows.length, 0) > ROWS_MAX) return whole('hsds.tooManyRows');
  const faults: RowNote[] = [];
  const notices: RowNote[] = [];
  const pack: Record<string, HsdsRow[]> = {};
  for (const [resource, rows] of tables) {
    if (!SCHEMA[resource]) notices.push({ resource, row: 0, field: '', code: 'hsds.unknownTable' });
    const ids = new Set<string>();
    pack[resource] = rows.flatMap((raw, index) => {
      const note = (field: string, code: string): RowNote => ({ resource, row: index + 1, field, code });
      const row = withTexts(resource, raw, (field) => notices.push(note(field, 'hsds.numberAsText')));
      if (typeof row.id !== 'string' || row.id === '' || row.id.length > 200) {
        faults.push(note('id', 'hsds.noId'));
        return [];
      }
      if (ids.has(row.id)) faults.push(note('id', 'hsds.idTwice'));
      ids.add(row.id);
      for (const [field, value] of Object.entries(row))
        if (unkeepable(field) || unkeepable(value)) faults.push(note(field, 'text.controlCharacters'));
      faults.push(...rowFaults(resource, row as HsdsRow, index));
      const known = SCHEMA[resource]?.properties;
      if (known)
        for (const field of Object.keys(row))
          if (!(field in known)) notices.push(note(field, 'hsds.unknownField'));
      return [row as HsdsRow];
    });
  }
  return { pack, faults: faults.slice(0, FAULTS_MAX), notices: notices.slice(0, FAULTS_MAX) };
}

function unkeepable(value: unknown): boolean {
  if (typeof value === 'string') return UNKEEPABLE.test(value);
  return (
    typeof value === 'object' && value !== null && Object.entries(value).some((pair) => pair.some(unkeepable))
  );
}

function rowFaults(resource: string, row: HsdsRow, index: number): RowNote[] {
  const validate = validators().get(resource);
  if (!validate || validate(row)) return [];
  return (validate.errors ?? []).map((error) => ({
    resource,
    row: index + 1,
    field: fieldOf(error),
    code: CODES[error.keyword] ?? 'hsds.type',
  }));
}

const CODES: Readonly<Record<string, string>> = {
  required: 'hsds.required',
  type: 'hsds.type',
  format: 'hsds.format',
  enum: 'hsds.enum',
};

const fieldOf = (error: ErrorObject): string =>
  error.keyword === 'required'
    ? String((error.params as { missingProperty: string }).missingProperty)
    : error.instancePath.slice(1);

function withTexts(
  resource: string,
  row: Readonly<Record<string, unknown>>,
  changed: (field: string) => void,
): Record<string, unknown> {
  const schema = SCHEMA[resource];
  if (!schema) return { ...row };
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (typeof value !== 'number' || schema.properties[field]?.type !== 'string') return [field, value];
      changed(field);
      return [field, String(value)];
    }),
  );
}

function isTables(value: unknown): value is Record<string, Record<string, unknown>[]> {
  return isObject(value) && Object.values(value).every((rows) => Array.isArray(rows) && rows.every(isObject));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
