/** One line of the policy: who may call a route, on what, for what answer, and what must hold besides. */
export interface RouteLine {
  /** `GET /cases/{id}`, without the /api before it. */
  route: string;
  act: string;
  object: string;
  /** Name of the answer's class under "Fields"; null = the answer has no described body. */
  answer: string | null;
  /** Two-letter codes of "Roles". */
  roles: readonly string[];
  /** One of these must hold; none = the role is enough. */
  relations: readonly string[];
  conditions: readonly string[];
}

export interface Policy {
  /** Two-letter code -> role as the program calls it. */
  roles: ReadonlyMap<string, string>;
  /** Relation -> when it holds; condition -> what it says. */
  relations: ReadonlyMap<string, string>;
  conditions: ReadonlyMap<string, string>;
  /** Route -> why it is open to anybody. */
  open: ReadonlyMap<string, string>;
  /** Address outside /api -> what it serves to anybody. */
  pages: ReadonlyMap<string, string>;
  routes: readonly RouteLine[];
  /** Class of an answer -> field -> class that the field holds, or null. */
  fields: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

export class UnreadablePolicy extends Error {}

const ROUTE = /^(?:GET|POST|PATCH|PUT|DELETE) (?:\/(?:[a-z][a-z.-]*|\{[a-zA-Z]+\}))+$/;
const NOT_HUMAN = 'MC';

/**
 * Reads `policy.md`: its tables, each told by its heading. Strict, because a line that is read otherwise than it is
 * meant opens a door: an unknown column, code or word, a cell too many, or a line said twice is refused by name.
 */
export function readPolicy(text: string): Policy {
  const tables = tablesOf(text);
  const words = (heading: string, key: string, says: string) =>
    unique(one(tables, heading, [key, 'Indonesian', says]).map((row) => [row[0]!, row[2]!]));
  const roles = unique(
    one(tables, 'Roles', ['code', 'role', 'Indonesian', 'what for']).map((row) => [row[0]!, row[1]!]),
  );
  const relations = words('Relations', 'relation', 'holds when');
  const conditions = words('Conditions', 'condition', 'says');
  const open = unique(one(tables, 'Open', ['route', 'reason']).map((row) => [row[0]!, row[1]!]));
  const pages = unique(one(tables, 'Pages', ['address', 'serves']).map((row) => [row[0]!, row[1]!]));
  const fields = unique(
    many(tables, 'Fields', ['answer', 'fields']).map((row) => [row[0]!, fieldsOf(row[0]!, row[1]!)]),
  );
  const known = (of: ReadonlyMap<string, unknown>, where: string, cell: string): string[] =>
    parts(cell).map((word) => (of.has(word) ? word : refuse(`${where}: nobody knows "${word}"`)));
  const rolesOf = (where: string, cell: string): string[] =>
    known(
      roles,
      where,
      cell.replace('everyone', [...roles.keys()].filter((code) => code !== NOT_HUMAN).join(' ')),
    );
  const routes = many(tables, 'Routes', [
    'route',
    'act',
    'object',
    'answer',
    'roles',
    'relation',
    'conditions',
  ]).map(([route, act, object, answer, who, relation, condition]): RouteLine => {
    if (!ROUTE.test(route!)) refuse(`"${route}" is no route`);
    if (!/^[a-z]+\.[a-zA-Z]+$/.test(act!)) refuse(`${route}: "${act}" is no act`);
    const line = {
      route: route!,
      act: act!,
      object: object!,
      answer: answer === '-' ? null : answer!,
      roles: rolesOf(route!, who!),
      relations: known(relations, route!, relation!),
      conditions: known(conditions, route!, condition!),
    };
    return line.roles.length > 0 ? line : refuse(`${route}: no role; take the route away instead`);
  });
  unique([...routes.map(({ route }): [string, true] => [route, true]), ...[...open.keys()].map(toTrue)]);
  oneAnswerForOneAct(routes);
  return { roles, relations, conditions, open, pages, routes, fields };
}

const toTrue = (name: string): [string, true] => [name, true];
const parts = (cell: string): string[] => (cell === '-' ? [] : cell.split(/\s+/));

function refuse(why: string): never {
  throw new UnreadablePolicy(`policy.md: ${why}`);
}

function unique<T>(entries: [string, T][]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [name, value] of entries) {
    if (found.has(name)) refuse(`"${name}" is said twice`);
    found.set(name, value);
  }
  return found;
}

function fieldsOf(answer: string, cell: string): ReadonlyMap<string, string | null> {
  return unique(
    parts(cell).map((word): [string, string | null] => {
      const found = /^(\w+)(?::(\w+))?$/.exec(word) ?? refuse(`${answer}: "${word}" is no field`);
      return [found[1]!, found[2] ?? null];
    }),
  );
}

/** The guard knows acts, not routes: two routes of one act with different roles would open the narrower one. */
function oneAnswerForOneAct(routes: readonly RouteLine[]): void {
  const first = new Map<string, RouteLine>();
  for (const line of routes) {
    const said = first.get(line.act) ?? line;
    first.set(line.act, said);
    if ([...said.roles].sort().join() !== [...line.roles].sort().join())
      refuse(`${said.route} and ${line.route} are one act (${line.act}) with different roles`);
  }
}

interface Table {
  heading: string;
  head: string[];
  rows: string[][];
}

function tablesOf(text: string): Table[] {
  const found: Table[] = [];
  let heading = '';
  let table: Table | null = null;
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3).trim();
    if (!line.startsWith('|')) {
      table = null;
      continue;
    }
    const cells = line
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map((cell) => cell.trim());
    if (cells.every((cell) => /^-{3,}$/.test(cell))) continue;
    if (!table) found.push((table = { heading, head: cells, rows: [] }));
    else if (cells.length !== table.head.length || cells.includes(''))
      refuse(`${cells[0]}: one word in each of the ${table.head.length} columns, "-" for nothing`);
    else table.rows.push(cells);
  }
  return found;
}

function many(tables: Table[], heading: string, head: string[]): string[][] {
  const its = tables.filter((table) => table.heading === heading);
  if (its.length === 0) refuse(`"${heading}" is missing`);
  for (const table of its)
    if (table.head.join() !== head.join()) refuse(`${heading}: the columns are ${head.join(', ')}`);
  return its.flatMap((table) => table.rows);
}

function one(tables: Table[], heading: string, head: string[]): string[][] {
  if (tables.filter((table) => table.heading === heading).length > 1) refuse(`${heading}: one table`);
  return many(tables, heading, head);
}
