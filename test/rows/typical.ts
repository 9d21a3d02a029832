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
  if (may.length === 0) return rows.slice(0, 1);
  const told = rows.map((row) => {
    const shown = new Set<string>();
    const answers: string[] = [];
    for (const trial of trials)
      for (const asker of askers) {
        const news = trial.news(row, asker);
        const passes = trial.goesThrough(row, news, asker);
        answers.push(passes ? '1' : '0');
        for (const each of showsOf(oracle, table, { may, must }, { row, news, asker, passes }))
          shown.add(each);
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
  { may, must }: { may: RowLine[]; must: RowLine[] },
  { row, news, asker, passes }: Asked,
): Generator<string> {
  const lacks = (line: RowLine, who: string): string[] => [
    ...[...who.split('+'), ...line.while].filter((word) => !oracle.holds(word, table, row, asker)),
    ...line.says.filter((word) => !oracle.holds(word, table, news, asker)).map((word) => `to say ${word}`),
  ];
  const ways = (lines: RowLine[]): { line: RowLine; who: string; lacking: string[] }[] =>
    lines.flatMap((line) => line.who.map((who) => ({ line, who, lacking: lacks(line, who) })));
  const named = ({ line, who }: { line: RowLine; who: string }): string =>
    `${line.policy} ${line.while.join()} ${line.says.join()} ${who}`;
  const its = ways(may);
  const open = its.filter(({ lacking }) => lacking.length === 0);
  if (passes && open.length === 1) yield `only ${named(open[0]!)}`;
  const stops = must.filter((line) => line.who.every((who) => lacks(line, who).length > 0));
  if (passes)
    for (const line of must) {
      const holding = ways([line]).filter(({ lacking }) => lacking.length === 0);
      if (holding.length === 1) yield `only ${named(holding[0]!)}`;
    }
  if (passes) return;
  const missed = stops.length === 0 ? its : stops.length === 1 && open.length > 0 ? ways(stops) : [];
  for (const way of missed) {
    const [word, another] = way.lacking;
    if (word && !another) yield `${named(way)} lacks ${word} ${shadeOf(word, table, row, asker, oracle)}`;
  }
}
