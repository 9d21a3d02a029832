// What the launcher prints. Indonesian first, the English of it in brackets.

export function line(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** Prints what begins, and when it is over the seconds it took. */
export async function step<T>(what: string, act: () => Promise<T>): Promise<T> {
  const started = Date.now();
  process.stdout.write(`- ${what} … `);
  try {
    return await act();
  } finally {
    line(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** A plain table with the columns as wide as their widest cell. */
export function table(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd(),
  );
}
