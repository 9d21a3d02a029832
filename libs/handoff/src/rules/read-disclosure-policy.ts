import type { DisclosurePolicy, FieldPolicies, FieldPolicy } from './disclosure-policy.js';
import { tableOf } from './reviewed-table.js';
import { FIELDS, isField, type Field } from './field-catalogue.js';

export class UnreadableDisclosurePolicy extends Error {}

const GIVE: FieldPolicy = { max: 'FULL', usual: 'FULL' };
const HOLD: FieldPolicy = { max: 'FULL', usual: 'NONE' };
const MASK: FieldPolicy = { max: 'MASKED', usual: 'NONE' };
const NONE: FieldPolicy = { max: 'NONE', usual: 'NONE' };

/**
 * Reads `disclosure-policy.md`: its tables, each told by its heading. Strict, because a field that is read otherwise
 * than it is meant gives somebody away: an unknown column or field, a cell too many, a line said twice is refused by
 * name. Pure.
 */
export function readDisclosurePolicy(text: string): DisclosurePolicy {
  const words = new Map(
    tableOf(text, 'Words', ['word', 'fields'], refuse).map(([word, cell]) => [
      word!,
      fieldsOf(word!, cell!, new Map()),
    ]),
  );
  const fields = (where: string, cell: string): Field[] => fieldsOf(where, cell, words);
  return {
    kinds: unique(
      tableOf(text, 'Receivers', ['kinds', 'crosses', 'on request', 'masked at most', 'why'], refuse).flatMap(
        ([kinds, crosses, onRequest, masked]) => {
          const policies = levelsOf(kinds!, [
            [GIVE, fields(kinds!, crosses!)],
            [HOLD, fields(kinds!, onRequest!)],
            [MASK, fields(kinds!, masked!)],
          ]);
          return parts(kinds!).map((kind): [string, FieldPolicies] => [kind, policies]);
        },
      ),
    ),
    services: unique(
      tableOf(text, 'Services', ['kind', 'service', 'crosses', 'on request', 'withheld', 'why'], refuse).map(
        ([kind, service, crosses, onRequest, withheld]): [string, FieldPolicies] => {
          const name = `${kind}:${service}`;
          return [
            name,
            levelsOf(name, [
              [GIVE, fields(name, crosses!)],
              [HOLD, fields(name, onRequest!)],
              [NONE, fields(name, withheld!)],
            ]),
          ];
        },
      ),
    ),
    withheld: unique(
      tableOf(text, 'Bases', ['basis', 'withheld', 'why'], refuse).map(
        ([basis, cell]): [string, Set<Field>] => [basis!, new Set(fields(basis!, cell!))],
      ),
    ),
  };
}

const parts = (cell: string): string[] => (cell === '-' ? [] : cell.split(/\s+/));

function refuse(why: string): never {
  throw new UnreadableDisclosurePolicy(`disclosure-policy.md: ${why}`);
}

function fieldsOf(where: string, cell: string, words: ReadonlyMap<string, Field[]>): Field[] {
  return parts(cell).flatMap(
    (word) => words.get(word) ?? (isField(word) ? [word] : refuse(`${where}: nobody knows "${word}"`)),
  );
}

function levelsOf(where: string, columns: [FieldPolicy, Field[]][]): FieldPolicies {
  const entries = columns.flatMap(([policy, fields]) =>
    fields.map((field): [string, FieldPolicy] => {
      if (policy === MASK && !FIELDS[field].masked) refuse(`${where}: ${field} has no middle level`);
      return [field, policy];
    }),
  );
  return Object.fromEntries(unique(entries, where)) as FieldPolicies;
}

function unique<T>(entries: [string, T][], where = ''): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [name, value] of entries) {
    if (found.has(name)) refuse(`${where} "${name}" is said twice`.trim());
    found.set(name, value);
  }
  return found;
}

/** The rows of the one table under a heading; its columns are what we know, each cell holds something. */
