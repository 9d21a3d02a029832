import { linesOf, type Command, type RowLine } from './page.js';
import type { Asker, Row } from './asked.js';
import type { Oracle } from './oracle.js';
import { shadeOf } from './words.js';

/** What is tried with a row: how the command changes it for the asker, and whether the page lets that through. */
export interface Trial {
  news(row: Row, asker: Asker): Row;
  goesThrough(row: Row, news: Row, asker: Asker): boolean;
}

/**
 * The rows of a table that are worth trying a command with. First come those that show something of a line of the page
 * which no other shows: that it alone lets somebody through, or that one word of it alone stands in somebody's way. A
 * condition that a policy has lost shows on these. Then rows that answer the askers differently, up to `atMost`.
 */
export function typicalRows(
  oracle: Oracle,
  table: string,
  command: Command,
  askers: Asker[],
  trials: Trial[],
  atMost: number,
): Row[] {
  const as = askers[0]!.as;
  const { may, must } = linesOf(table, as, command);
  const rows = oracle.world.rows(table);
  const ways = { may: waysOf(may), must: waysOf(must) };
  if (may.length === 0) return rows.slice(0, 1);
  const told = rows.map((row) => {
    const shown = new Set<string>();
    const answers: string[] = [];
    for (const trial of trials)
      for (const asker of askers) {
        const news = trial.news(row, asker);
        const passes = trial.goesThrough(row, news, asker);
        answers.push(passes ? '1' : '0');
        for (const each of showsOf(oracle, table, ways, { row, news, asker, passes })) shown.add(each);
      }
    for (const asker of askers) answers.push(oracle.old(command, table, row, asker) ? '1' : '0');
    return { row, shown, answers: answers.join('') };
  });
  const chosen: typeof told = [];
  const covered = new Set<string>();
  const isNew = (each: string): boolean => !covered.has(each);
  for (;;) {
    let best: (typeof told)[number] | undefined;
    let most = 0;
    for (const one of told) {
      const n = [...one.shown].filter(isNew).length;
      if (n > most) [best, most] = [one, n];
    }
    if (!best) break;
    chosen.push(best);
    for (const each of best.shown) covered.add(each);
  }
  const answered = new Set(chosen.map(({ answers }) => answers));
  for (const one of told) {
    if (chosen.length >= atMost) break;
    if (answered.has(one.answers)) continue;
    answered.add(one.answers);
    chosen.push(one);
  }
  return chosen.map(({ row }) => row);
}

/** One way through one line: its words about the row as it stands, and about the new one. */
interface Way {
  name: string;
  line: RowLine;
  old: string[];
  says: string[];
}
const waysOf = (lines: RowLine[]): Way[] =>
  lines.flatMap((line) =>
    line.who.map((who) => ({
      name: `${line.policy} ${line.while.join()} ${line.says.join()} ${who}`,
      line,
      old: [...who.split('+'), ...line.while],
      says: line.says,
    })),
  );

interface Asked {
  row: Row;
  news: Row;
  asker: Asker;
  passes: boolean;
}

/** Every way through that is the only one, and every one that lacks a single word. */
function* showsOf(
  oracle: Oracle,
  table: string,
  { may, must }: { may: Way[]; must: Way[] },
  { row, news, asker, passes }: Asked,
): Generator<string> {
  /** The first two words that fail: more than one is a miss like any other. */
  const lacking = ({ old, says }: Way): string[] => {
    const found: string[] = [];
    for (const word of old) if (!oracle.holds(word, table, row, asker) && found.push(word) > 1) return found;
    for (const word of says)
      if (!oracle.holds(word, table, news, asker) && found.push(`to say ${word}`) > 1) return found;
    return found;
  };
  const ways = may.map((way) => ({ way, words: lacking(way) }));
  const musts = must.map((way) => ({ way, words: lacking(way) }));
  const isOpen = ({ words }: { words: string[] }): boolean => words.length === 0;
  const open = ways.filter(isOpen);
  if (passes) {
    if (open.length === 1) yield `only ${open[0]!.way.name}`;
    for (const one of musts.filter(isOpen))
      if (!musts.some((other) => other !== one && other.way.line === one.way.line && isOpen(other)))
        yield `only ${one.way.name}`;
    return;
  }
  const stops = new Set(musts.map(({ way }) => way.line));
  for (const { way } of musts.filter(isOpen)) stops.delete(way.line);
  const missed =
    stops.size === 0
      ? ways
      : stops.size === 1 && open.length > 0
        ? musts.filter(({ way }) => stops.has(way.line))
        : [];
  for (const { way, words } of missed)
    if (words.length === 1)
      yield `${way.name} lacks ${words[0]} ${shadeOf(words[0]!.replace('to say ', ''), table, row, asker, oracle)}`;
}
