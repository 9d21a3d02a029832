import { dataFile } from '#config';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { CODE_LISTS, type CodeList } from './rules/code-lists.js';

/** One code of one list. `mapsTo` and `definition` are null where the file says nothing. */
export interface Code {
  readonly code: string;
  readonly labelId: string;
  readonly labelEn: string;
  readonly mapsTo: string | null;
  readonly definition: string | null;
}

type CodeRow = Record<
  'list' | 'code' | 'sort' | 'label_id' | 'label_en' | 'maps_to' | 'definition' | 'source',
  string
>;

const LISTS = readLists();

/**
 * The coded lists, read once when the program starts. They are files and not a table: a code's meaning changes
 * with a release and a review, never at run time.
 */
export const codes = {
  /** The codes of a list in the order screens show them. */
  of(list: CodeList): readonly Code[] {
    return LISTS.get(list)?.inOrder ?? [];
  },

  /** Whether `code` is a code of `list`; exact spelling, upper case. */
  isIn(list: CodeList, code: unknown): code is string {
    return typeof code === 'string' && find(list, code) !== undefined;
  },

  /** The words for a code; the code itself when the list does not have it, so that a screen never shows nothing. */
  label(list: CodeList, code: string, locale: 'id' | 'en' = 'id'): string {
    const found = find(list, code);
    if (!found) return code;
    return locale === 'en' ? found.labelEn : found.labelId;
  },

  /** What a code maps to in the outer list named in the file (FHIR Task status, SIMFONI service), or null. */
  mapsTo(list: CodeList, code: string): string | null {
    return find(list, code)?.mapsTo ?? null;
  },
} as const;

function find(list: CodeList, code: string): Code | undefined {
  return LISTS.get(list)?.byCode.get(code);
}

interface LoadedList {
  readonly inOrder: readonly Code[];
  readonly byCode: ReadonlyMap<string, Code>;
}

function readLists(): ReadonlyMap<CodeList, LoadedList> {
  const text = readFileSync(dataFile('codes', 'codes.csv'), 'utf8');
  const rows: CodeRow[] = parse(text, { columns: true, skip_empty_lines: true });
  return new Map(CODE_LISTS.map((list) => [list, loadList(rows.filter((row) => row.list === list))]));
}

function loadList(rows: readonly CodeRow[]): LoadedList {
  const inOrder = [...rows].sort((a, b) => Number(a.sort) - Number(b.sort)).map(toCode);
  return { inOrder, byCode: new Map(inOrder.map((code) => [code.code, code])) };
}

function toCode(row: CodeRow): Code {
  return {
    code: row.code,
    labelId: row.label_id,
    labelEn: row.label_en,
    mapsTo: row.maps_to || null,
    definition: row.definition || null,
  };
}
