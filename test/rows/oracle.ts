import { remembered, type Asker, type Row, type Sight, type World } from './asked.js';
import { linesOf, type Command, type RowLine } from './page.js';
import { WORDS } from './words.js';

/** What a time limit may be about besides a case, a referral or a report. */
const ABOUT = ['review_day', 'emergency_access'];

/**
 * Whether the page lets the command through for this asker, said in words and computed in JavaScript from the rows: no
 * function of the database is asked, or it would be its own witness.
 */
export class Oracle implements Sight {
  constructor(readonly world: World) {}

  private readonly seen = new WeakMap<Row, Map<Asker, boolean>>();

  select(table: string, row: Row, asker: Asker): boolean {
    return remembered(this.seen, row, asker, () => this.old('SELECT', table, row, asker));
  }

  /** Whether the row as it stands is reached at all. */
  old(command: Command, table: string, row: Row, asker: Asker): boolean {
    const { may, must } = linesOf(table, asker.as, command);
    return (
      may.some((line) => this.holdsFor(line, row, asker)) &&
      must.every((line) => this.holdsFor(line, row, asker))
    );
  }

  insert(table: string, row: Row, asker: Asker): boolean {
    const { may, must } = linesOf(table, asker.as, 'INSERT');
    return (
      may.some((line) => this.holdsFor(line, row, asker) && this.says(line, row, asker)) &&
      must.every((line) => this.holdsFor(line, row, asker))
    );
  }

  /** Whether an UPDATE finds the row at all. `opened`: reading is open to everybody, but for what holds besides. */
  reaches(table: string, row: Row, asker: Asker, opened = false): boolean {
    return this.old('UPDATE', table, row, asker) && this.sees(table, row, asker, opened);
  }
  private sees(table: string, row: Row, asker: Asker, opened: boolean): boolean {
    return opened
      ? linesOf(table, asker.as, 'SELECT').must.every((line) => this.holdsFor(line, row, asker))
      : this.select(table, row, asker);
  }

  update(table: string, row: Row, changed: Row, asker: Asker, opened = false): boolean {
    const { may, must } = linesOf(table, asker.as, 'UPDATE');
    // PostgreSQL asks each policy twice, one may reach the row and another let the new one pass.
    return (
      may.some((line) => this.passes(line, row, changed, asker)) &&
      must.every((line) => this.passes(line, row, changed, asker) && this.holdsFor(line, changed, asker)) &&
      this.sees(table, row, asker, opened) &&
      this.sees(table, changed, asker, opened)
    );
  }

  private passes(line: RowLine, row: Row, changed: Row, asker: Asker): boolean {
    return this.holdsFor(line, row, asker) && this.says(line, changed, asker);
  }
  private holdsFor(line: RowLine, row: Row, asker: Asker): boolean {
    const all = (word: string): boolean =>
      word.split('+').every((part) => this.holds(part, line.table, row, asker));
    return line.who.some(all) && line.while.every(all);
  }
  private says(line: RowLine, row: Row, asker: Asker): boolean {
    return line.says.every((word) => this.holds(word, line.table, row, asker));
  }

  private readonly said = new WeakMap<Row, Map<Asker, Map<string, boolean>>>();

  holds(word: string, table: string, row: Row, asker: Asker): boolean {
    let said = this.said.get(row);
    if (!said) this.said.set(row, (said = new Map()));
    let words = said.get(asker);
    if (!words) said.set(asker, (words = new Map()));
    let known = words.get(word);
    if (known === undefined) words.set(word, (known = this.means(word, table, row, asker)));
    return known;
  }

  private means(word: string, table: string, row: Row, asker: Asker): boolean {
    const [, column, sign, value] = /^(\w+)(!=|=|~)(.+)$/.exec(word) ?? [];
    if (column) return this.compares(row, column, sign!, value!, asker);
    if (/^[A-Z]{2}$/.test(word)) return asker.code === word;
    if (word.startsWith('with:')) return this.withParent(word.slice(5), row, asker);
    const known = WORDS[word];
    if (!known) throw new Error(`rows.md: nobody knows "${word}"`);
    return known({ world: this.world, row, asker, table, oracle: this });
  }

  private withParent(parent: string, row: Row, asker: Asker): boolean {
    const id = row[`${parent}_id`] ?? (ABOUT.includes(parent) ? row.about_id : undefined);
    const found = this.world.one(`simpul.${parent}`, id);
    return found !== undefined && this.select(`simpul.${parent}`, found, asker);
  }

  private compares(row: Row, column: string, sign: string, value: string, asker: Asker): boolean {
    const is = row[column];
    if (sign === '~') return typeof is === 'string' && is.startsWith(value);
    if (sign === '!=') return is != null && !value.split(',').includes(String(is));
    const account = this.world.one('simpul.account', is);
    switch (value) {
      case 'me':
        return is != null && is === asker.account;
      case 'agency':
        return is != null && is === asker.agency;
      case 'person':
        return is != null && is === asker.human;
      case 'waiting-account':
        return is != null && is === asker.waits?.account;
      case 'waiting-role':
        return is != null && is === asker.waits?.role;
      case 'waiting-agency':
        return is != null && is === asker.waits?.agency;
      case 'another-person':
        return asker.human !== null && is !== asker.human;
      case 'role':
        return is != null && is === asker.role;
      case 'null':
        return is == null;
      case '!null':
        return is != null;
      case 'now':
        return Date.parse(String(is)) === this.world.now;
      case 'colleague?':
      case 'colleague':
        if (is == null) return value.endsWith('?');
        return account !== undefined && account.agency_id === asker.agency;
      case 'same-human':
        return account !== undefined && asker.human !== null && account.person_id === asker.human;
      case 'other-human':
        return account?.person_id !== (asker.human ?? undefined);
      case 'its-agency':
        return is === this.world.one('simpul.agency', row.agency_id)?.[column.replace('agency_', '')];
      case 'of-the-case': {
        const its = this.world.one('simpul.case_file', row.case_id);
        return is === its?.[{ from_agency_id: 'agency_id', case_number: 'number' }[column] ?? column];
      }
      case 'own-case?': {
        const its = this.world.one('simpul.case_file', is);
        return is == null || (its !== undefined && this.select('simpul.case_file', its, asker));
      }
      default:
        return is != null && value.split(',').includes(String(is));
    }
  }
}
