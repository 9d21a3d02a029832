import type { Work } from '#database';
import { Invalid } from '#refusals';
import { parse } from 'csv-parse/sync';
import type { CellFault, ListLine } from './rules/list-cells.js';

/** A cell's fault as the answer of a refused import names it. */
export const asFieldError = ({ line, column, code }: CellFault) => ({
  pointer: `/csv/${line}/${column}`,
  code,
});

/** Provinces and cities for which a holiday or hours can be declared here. */
export async function regionsOf(work: Work): Promise<ReadonlySet<string>> {
  const rows = await work.query<{ code: string }>(
    `select code from simpul.region where level in ('PROVINCE', 'REGENCY')`,
  );
  return new Set(rows.map(({ code }) => code));
}

/** The cells of each line with its number; a spreadsheet's semicolons and byte-order mark are as good as commas. */
export function linesOf(csv: string): ListLine[] {
  const heading = csv.slice(0, csv.search(/[\r\n]|$/));
  const delimiter = [';', '\t'].find((mark) => heading.includes(mark)) ?? ',';
  try {
    const rows = parse(csv, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return rows.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch {
    throw new Invalid([{ pointer: '/csv', code: 'csv.unreadable' }]);
  }
}
