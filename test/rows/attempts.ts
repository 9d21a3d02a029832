import { COMMANDS, linesOf, type Command, type RowLine } from './page.js';
import { typicalRows } from './typical.js';
import type { Asker, Row, World } from './asked.js';
import type { Oracle } from './oracle.js';

export interface Column {
  name: string;
  type: string;
  /** Database roles that may write it so. */
  insert: string[];
  update: string[];
  select: string[];
}
export interface Shape {
  table: string;
  key: string[];
  columns: Column[];
}

/** One thing to try, the same text for every asker of one database role. */
export interface Attempt {
  table: string;
  command: Command;
  what: string;
  sql: string;
  /** The function that does the same, where one was made (`prepared.ts`). */
  call?: string;
  /** Whether it is worth trying: one thing wrong says nothing about somebody who is refused anyway. */
  isTold?(asker: Asker): boolean;
  /** An UPDATE of one row: those that the page keeps from an asker are tried in one statement, which must reach none. */
  row?: { update: string; where: string; isReached(asker: Asker): boolean };
  /** Several such rows in one. */
  reachesNone?: true;
  /** What the page says: the rows seen, or whether it goes through. */
  expected(asker: Asker): string[] | boolean;
}

/** An account and an agency that are nobody's of the cross. */
export interface Strangers {
  account: string;
  agency: string;
  sealedCase: string;
}

interface Value {
  sql: string;
  as(asker: Asker): unknown;
}

const quoted = (text: unknown): string => (text == null ? 'null' : `'${String(text).replaceAll("'", "''")}'`);
const fixed = (value: unknown): Value => ({ sql: quoted(value), as: () => value });

/** Generates, from the page and the rows that there are, everything that is worth trying as one database role. */
export class Generator {
  constructor(
    private readonly oracle: Oracle,
    private readonly shapes: Shape[],
    private readonly askers: Asker[],
    private readonly strangers: Strangers,
  ) {}

  /** The same objects each time. */
  attempts(as: string): Attempt[] {
    let known = this.ofAll.get(as);
    if (!known) this.ofAll.set(as, (known = this.all(as)));
    return known;
  }
  private readonly ofAll = new Map<string, Attempt[]>();
  private all(as: string): Attempt[] {
    const askers = this.askers.filter((asker) => asker.as === as);
    return this.shapes.flatMap((shape) =>
      COMMANDS.flatMap((command) => this.ofCommand(shape, command, as, askers)),
    );
  }

  /** Every UPDATE of a table whose reading is open to everybody (`opened.ts`): the policies for UPDATE stand alone. */
  opened(as: string, table: string): Attempt[] {
    const key = `${as} ${table}`;
    let known = this.ofOpened.get(key);
    if (!known) this.ofOpened.set(key, (known = this.whenOpened(as, table)));
    return known;
  }
  private readonly ofOpened = new Map<string, Attempt[]>();
  private whenOpened(as: string, table: string): Attempt[] {
    const askers = this.askers.filter((asker) => asker.as === as);
    const shape = this.shapes.find((each) => each.table === table)!;
    if (linesOf(table, as, 'UPDATE').may.length === 0) return [];
    const recipes = this.recipes(shape, 'UPDATE', as);
    const rows = this.typical(shape, 'UPDATE', askers, recipes, true);
    return rows.flatMap((row) => recipes.map((recipe) => this.update(shape, as, row, recipe, true)));
  }

  private get world(): World {
    return this.oracle.world;
  }

  /** A command that is not granted is refused before anybody is looked at: one who is nobody tries it for all. */
  private ofCommand(shape: Shape, command: Command, as: string, askers: Asker[]): Attempt[] {
    const granted = linesOf(shape.table, as, command).may.length > 0;
    const found = this.allOf(shape, command, as, askers);
    return granted ? found : found.map((each) => ({ ...each, isTold: ({ token }) => token === null }));
  }

  private allOf(shape: Shape, command: Command, as: string, askers: Asker[]): Attempt[] {
    const { table } = shape;
    if (command === 'SELECT') return this.reads(shape, as);
    // What is wrong with a changed row is the matter of `opened`: here the policies for reading would refuse it as well.
    const recipes = this.recipes(shape, command, as).filter(({ right }) => command === 'INSERT' || !right);
    const rows = this.typical(shape, command, askers, recipes);
    if (command === 'DELETE')
      return rows.map((row) => ({
        table,
        command,
        what: 'a row',
        sql: `delete from ${table} where ${where(shape, row)}`,
        expected: (asker) => this.oracle.old('DELETE', table, row, asker),
      }));
    return rows.flatMap((row) =>
      recipes.map((recipe) => this[command === 'INSERT' ? 'insert' : 'update'](shape, as, row, recipe)),
    );
  }

  private reads({ table, key, columns }: Shape, as: string): Attempt[] {
    const readable = columns.filter((column) => column.select.includes(as)).map(({ name }) => name);
    const byKey = readable.length === 0 || key.every((name) => readable.includes(name));
    const shown = byKey ? `concat_ws('/', ${key.join(', ')})` : `'a row'::text`;
    return [
      {
        table,
        command: 'SELECT',
        what: 'all rows',
        sql: `select coalesce(jsonb_agg(${shown}), '[]') from ${table}`,
        expected: (asker) =>
          this.world
            .rows(table)
            .filter((row) => this.oracle.select(table, row, asker))
            .map((row) => (byKey ? nameOf(key, row) : 'a row'))
            .sort(),
      },
    ];
  }

  private insert({ table, columns }: Shape, as: string, row: Row, recipe: Recipe): Attempt {
    const mine = columns.filter((column) => column.insert.includes(as));
    // Where the role may insert nothing, the refusal is the grant's, whatever the columns.
    const names = (mine.length > 0 ? mine : columns.filter(({ insert }) => insert.includes('owner'))).map(
      ({ name }) => name,
    );
    const values = names.map((name) => recipe.sets.get(name)?.sql ?? `r.${name}`);
    // What it may not say has its default.
    const said: Row = Object.fromEntries(names.map((name) => [name, row[name]]));
    return {
      table,
      command: 'INSERT',
      what: recipe.what,
      sql: `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
              from jsonb_populate_record(null::${table}, ${quoted(JSON.stringify(row))}) r`,
      isTold: (asker) =>
        !recipe.right || this.oracle.insert(table, changed(said, recipe.right, asker), asker),
      expected: (asker) => this.oracle.insert(table, changed(said, recipe, asker), asker),
    };
  }

  private update(shape: Shape, as: string, row: Row, recipe: Recipe, opened = false): Attempt {
    const { table } = shape;
    const may = (its: Recipe, asker: Asker): boolean =>
      this.oracle.update(table, row, changed(row, its, asker), asker, opened);
    const sets = [...recipe.sets].map(([name, value]) => `${name} = ${value.sql}`);
    const column = anyColumn(shape, as);
    const update = `update ${table} set ${sets.join(', ') || `${column} = ${column}`}`;
    return {
      table,
      command: 'UPDATE',
      what: opened ? `${recipe.what}, reading open` : recipe.what,
      sql: `${update} where ${where(shape, row)}`,
      row: {
        update,
        where: where(shape, row),
        isReached: (asker) => this.oracle.reaches(table, row, asker, opened),
      },
      isTold: (asker) => !recipe.right || may(recipe.right, asker),
      expected: (asker) => may(recipe, asker),
    };
  }

  private typical(
    { table }: Shape,
    command: Command,
    askers: Asker[],
    recipes: Recipe[],
    opened = false,
  ): Row[] {
    const trials = recipes
      .filter((recipe) => !recipe.right)
      .map((recipe) => ({
        news: (row: Row, asker: Asker) => changed(row, recipe, asker),
        goesThrough: (row: Row, news: Row, asker: Asker) =>
          this.goesThrough(table, command, row, news, asker, opened),
      }));
    return typicalRows(this.oracle, table, command, askers, trials, ROWS_AT_LEAST);
  }
  private goesThrough(
    table: string,
    command: Command,
    row: Row,
    news: Row,
    asker: Asker,
    opened: boolean,
  ): boolean {
    if (command === 'DELETE') return this.oracle.old(command, table, row, asker);
    return command === 'INSERT'
      ? this.oracle.insert(table, news, asker)
      : this.oracle.update(table, row, news, asker, opened);
  }

  /** What to write: as the page asks, and with each thing that it asks for wrong. */
  private recipes({ table, columns }: Shape, command: Command, as: string): Recipe[] {
    const writable = (name: string): boolean =>
      columns.some(
        (column) =>
          column.name === name && (command === 'INSERT' ? column.insert : column.update).includes(as),
      );
    const recipes: Recipe[] = [];
    for (const line of linesOf(table, as, command).may) {
      const right = new Map<string, Value>();
      // A new thing has a name of its own: that of a thing which is kept from somebody would be refused as that thing.
      if (command === 'INSERT' && linesOf(table, as, command).must.length > 0 && writable('id'))
        right.set('id', { sql: 'gen_random_uuid()', as: () => NEW });
      for (const word of wordsOf(line, command)) {
        const { column, value } = saying(word);
        const good = value && this.good(value, columns.find(({ name }) => name === column)?.type ?? '');
        if (column && good && writable(column)) right.set(column, good);
      }
      const asItShouldBe: Recipe = { what: 'as it should be', sets: right };
      recipes.push(asItShouldBe);
      for (const word of wordsOf(line, command)) {
        const { column, value } = saying(word);
        if (!column || !value || !writable(column)) continue;
        const type = columns.find(({ name }) => name === column)!.type;
        for (const bad of this.bad(value, type))
          recipes.push({
            what: `${column} wrong`,
            sets: new Map([...right, [column, bad]]),
            right: asItShouldBe,
          });
      }
    }
    return recipes.length > 0 ? distinct(recipes) : [{ what: 'as it is', sets: new Map() }];
  }

  private good(value: string, type: string): Value | undefined {
    const known: Record<string, Value> = {
      me: { sql: 'ctx.account_id()', as: (asker) => asker.account },
      colleague: { sql: 'ctx.account_id()', as: (asker) => asker.account },
      'colleague?': { sql: 'ctx.account_id()', as: (asker) => asker.account },
      agency: { sql: 'ctx.agency_id()', as: (asker) => asker.agency },
      person: { sql: 'ctx.person_id()', as: (asker) => asker.human },
      role: { sql: 'ctx.role()', as: (asker) => asker.role },
      'waiting-account': { sql: '(ctx.waiting())[1]::uuid', as: ({ waits }) => waits?.account ?? null },
      'waiting-role': { sql: '(ctx.waiting())[2]', as: ({ waits }) => waits?.role ?? null },
      'waiting-agency': { sql: '(ctx.waiting())[3]::uuid', as: ({ waits }) => waits?.agency ?? null },
      null: fixed(null),
      '!null': fixed(
        type === 'bytea'
          ? '\\x00'
          : type === 'uuid'
            ? this.strangers.account
            : new Date(this.world.now).toISOString(),
      ),
      'own-case?': fixed(null),
    };
    if (['its-agency', 'of-the-case', 'another-person', 'now', '!'].includes(value)) return undefined;
    return known[value] ?? fixed(value.split(',')[0]);
  }

  private bad(value: string, type: string): Value[] {
    if (value === 'own-case?') return [fixed(this.strangers.sealedCase)];
    if (value === 'agency' || value === 'waiting-agency') return [fixed(this.strangers.agency)];
    if (value === '!null') return [fixed(null)];
    if (value.startsWith('!')) return value === '!' ? [] : [fixed(value.slice(1))];
    if (value === 'now') return [];
    if (type === 'boolean') return [fixed(value === 'true' ? 'false' : 'true')];
    if (type.startsWith('timestamp')) return [fixed(new Date(this.world.now).toISOString())];
    if (type === 'uuid')
      return [
        fixed(/^(?:of-the-case|its-agency)$/.test(value) ? this.strangers.agency : this.strangers.account),
      ];
    return [fixed('lain')];
  }
}

/** So many rows of a table are tried where there are as many that differ, and more where each shows something else. */
const ROWS_AT_LEAST = 8;
const NEW = '00000000-0000-4000-8000-000000000000';

interface Recipe {
  what: string;
  sets: Map<string, Value>;
  /** The same with nothing wrong. */
  right?: Recipe;
}

/** Two lines may ask for the same: it is tried once. */
function distinct(recipes: Recipe[]): Recipe[] {
  const textOf = (recipe: Recipe): string =>
    [recipe.what, ...[...recipe.sets].map(([name, { sql }]) => `${name}=${sql}`).sort()].join();
  const known = new Map<string, Recipe>();
  for (const recipe of recipes) {
    const key = `${recipe.right ? textOf(recipe.right) : ''}/${textOf(recipe)}`;
    if (!known.has(key)) known.set(key, recipe);
  }
  return [...known.values()];
}

/** What a line asks of the columns of a new row: for INSERT also what its other cells ask. */
function wordsOf(line: RowLine, command: Command): string[] {
  return command === 'INSERT' ? [...line.while, ...line.says] : line.says;
}

function saying(word: string): { column?: string; value?: string } {
  const [, column, sign, value] = /^(\w+)(!=|=|~)(.+)$/.exec(word) ?? [];
  return { column, value: sign === '!=' ? `!${value}` : value };
}

function changed(row: Row, recipe: Recipe, asker: Asker): Row {
  if (recipe.sets.size === 0) return row;
  const news = [...recipe.sets].map(([name, value]) => {
    const is = value.as(asker);
    return [name, is === 'true' ? true : is === 'false' ? false : is];
  });
  return { ...row, ...Object.fromEntries(news) };
}

function anyColumn({ columns }: Shape, as: string): string {
  return (columns.find((column) => column.update.includes(as)) ?? columns[0]!).name;
}
function nameOf(key: string[], row: Row): string {
  return key.map((name) => String(row[name])).join('/');
}
function where({ key }: Shape, row: Row): string {
  return key.map((name) => `${name} = ${quoted(row[name])}`).join(' and ');
}
