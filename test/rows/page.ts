import { readFileSync } from 'node:fs';

/** What a database role is granted on a table: `*`, no columns, or these columns. */
export interface GrantLine {
  table: string;
  role: string;
  cells: Record<Command, string>;
}
export type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
export const COMMANDS: Command[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** One way through a policy, in words. */
export interface RowLine {
  table: string;
  role: string;
  command: Command | 'ALL';
  /** Holds besides, whatever another line allows. */
  must: boolean;
  policy: string;
  who: string[];
  while: string[];
  says: string[];
}

export interface FrozenLine {
  table: string;
  trigger: string;
}

const text = readFileSync(new URL('../../libs/database/data/rows.md', import.meta.url), 'utf8');

/** The tables under one heading, without their head; a cell too few or too many is refused. */
function under(heading: string, columns: number): string[][] {
  const part = text.split('\n## ').find((each) => each.startsWith(`${heading}\n`));
  if (!part) throw new Error(`rows.md: "${heading}" is missing`);
  return part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const cells = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      if (cells.length !== columns || cells.includes('')) throw new Error(`rows.md: ${line}`);
      return cells;
    });
}

const words = (cell: string): string[] => (cell === '-' ? [] : cell.split(/\s+/));

export const GRANTS: GrantLine[] = under('Grants', 6).map(([table, role, ...cells]) => ({
  table: table!,
  role: role!,
  cells: Object.fromEntries(COMMANDS.map((command, at) => [command, cells[at]!])) as GrantLine['cells'],
}));

export const ROWS: RowLine[] = under('Rows', 7).map(([table, role, command, policy, who, when, says]) => ({
  table: table!,
  role: role!,
  must: command!.startsWith('must '),
  command: command!.replace('must ', '') as RowLine['command'],
  policy: policy!,
  who: words(who!),
  while: words(when!),
  says: words(says!),
}));

export const FROZEN: FrozenLine[] = under('Frozen', 3).map(([table, trigger]) => ({
  table: table!,
  trigger: trigger!,
}));

export const CONSTRAINTS: { table: string; constraint: string }[] = under('Constraints', 3).map(
  ([table, constraint]) => ({ table: table!, constraint: constraint! }),
);

/** Who may call a function at all; `everybody` is PostgreSQL's PUBLIC. */
export interface FunctionLine {
  signature: string;
  roles: string[];
}
export const FUNCTIONS: FunctionLine[] = under('Functions', 2).map(([signature, roles]) => ({
  signature: signature!,
  roles: words(roles!),
}));

export interface SchemaLine {
  schema: string;
  cells: Record<'USAGE' | 'CREATE', string[]>;
}
export const SCHEMAS: SchemaLine[] = under('Schemas', 3).map(([schema, usage, create]) => ({
  schema: schema!,
  cells: { USAGE: words(usage!), CREATE: words(create!) },
}));

interface Lines {
  may: RowLine[];
  must: RowLine[];
}
const NONE: Lines = { may: [], must: [] };
const found = new Map<string, Lines>();

/** The lines that say something about this command of this role; none where no grant opens the table to it. */
export function linesOf(table: string, role: string, command: Command): Lines {
  const key = `${table} ${role} ${command}`;
  let lines = found.get(key);
  if (!lines) {
    const cell = GRANTS.find((line) => line.table === table && line.role === role)?.cells[command] ?? '-';
    const its = ROWS.filter(
      (line) =>
        line.table === table && line.role === role && (line.command === command || line.command === 'ALL'),
    );
    lines =
      cell === '-' ? NONE : { may: its.filter((line) => !line.must), must: its.filter((line) => line.must) };
    found.set(key, lines);
  }
  return lines;
}
