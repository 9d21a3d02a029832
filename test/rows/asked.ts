export type Row = Record<string, unknown>;

/** Somebody who asks the database: a person in a context, or a program in none. */
export interface Asker {
  name: string;
  /** The role of the database. */
  as: string;
  token: string | null;
  code: string;
  role: string;
  account: string | null;
  agency: string | null;
  human: string | null;
  /** Somebody whose session opens nothing yet; the ledger alone takes a denial in their name. */
  waits?: { account: string; role: string; agency: string };
}

/** Every row of every table, read past all policies. */
export class World {
  private readonly indexes = new Map<string, Map<unknown, Row>>();
  constructor(
    readonly tables: ReadonlyMap<string, Row[]>,
    readonly now: number,
  ) {}
  rows(name: string): Row[] {
    return this.tables.get(name) ?? [];
  }
  one(name: string, id: unknown, column = 'id'): Row | undefined {
    if (id == null) return undefined;
    const key = `${name}.${column}`;
    let index = this.indexes.get(key);
    if (!index) {
      index = new Map(this.rows(name).map((row) => [row[column], row]));
      this.indexes.set(key, index);
    }
    return index.get(id);
  }
}

/** Whether a row of another table is seen: what a word may ask back of the page. */
export interface Sight {
  readonly world: World;
  select(table: string, row: Row, asker: Asker): boolean;
}

export interface Asked {
  world: World;
  row: Row;
  asker: Asker;
  table: string;
  oracle: Sight;
}

/** Rows and askers do not change while they are asked about. */
export function remembered<T>(
  where: WeakMap<Row, Map<Asker, T>>,
  row: Row,
  asker: Asker,
  answer: () => T,
): T {
  let answers = where.get(row);
  if (!answers) where.set(row, (answers = new Map()));
  let known = answers.get(asker);
  if (known === undefined) answers.set(asker, (known = answer()));
  return known;
}
