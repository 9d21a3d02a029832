/**
 * The rows of the one table under a heading of a reviewed file. Strict: another column, an empty cell or a second chapter of
 * the name is refused by `refuse`, which throws. Pure.
 */
export function tableOf(
  text: string,
  heading: string,
  head: string[],
  refuse: (why: string) => never,
): string[][] {
  const chapters = text.split(/^## /m).filter((chapter) => chapter.split('\n')[0]!.trim() === heading);
  if (chapters.length !== 1) refuse(`"${heading}" stands there ${chapters.length} times`);
  const [first, ...rows] = chapters[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)
    .filter((cells) => !cells.every((cell) => /^:?-{3,}:?$/.test(cell)));
  if (first?.join() !== head.join()) refuse(`${heading}: the columns are ${head.join(', ')}`);
  if (rows.length === 0) refuse(`${heading}: no line`);
  for (const cells of rows)
    if (cells.length !== head.length || cells.includes(''))
      refuse(`${cells[0]}: one word in each of the ${head.length} columns, "-" for nothing`);
  return rows;
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
