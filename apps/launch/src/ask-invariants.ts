import { brokenOf, checkInvariants, type Verdict } from '#oversight';
import pg from 'pg';
import { withRoleUrls } from './role-access.js';
import { line, table } from './words.js';

/** Asks every invariant once and prints what it found; ids and codes only. Returns the exit code. */
export async function askInvariants(): Promise<number> {
  const verdict = await withWorkerUrl(async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('begin read only');
      return await checkInvariants(async <T>(sql: string) => (await client.query(sql)).rows as T[]);
    } finally {
      await client.end();
    }
  });
  tell(verdict);
  return brokenOf(verdict).length === 0 ? 0 : 1;
}

function tell({ findings, figures: f }: Verdict): void {
  for (const text of table(
    findings.map(({ name, promise, count }) => [count === 0 ? 'holds' : `BROKEN ${count}`, name, promise]),
  ))
    line(text);
  for (const { name, breaches } of findings)
    for (const { kind, id, code } of breaches) line(`  ${name}: ${code} ${kind}${id ? ` ${id}` : ''}`);
  line(
    `reports ${f.reports} = undecided ${f.undecided} + open ${f.opened} + closed ${f.closed} + joined ${f.joined} + outside ${f.outside}`,
  );
  line(
    `sent ${f.sent} = answered ${f.answered} + pending ${f.pending} + escalated ${f.escalated} + cancelled ${f.cancelled}`,
  );
}

/** The worker's own access, and no more. */
async function withWorkerUrl<T>(ask: (url: string) => Promise<T>): Promise<T> {
  const given = process.env.SIMPUL_WORKER_DATABASE_URL;
  return given ? ask(given) : withRoleUrls((urls) => ask(urls.worker));
}
