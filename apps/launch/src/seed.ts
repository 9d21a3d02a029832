import pg from 'pg';
import { seedAccounts } from '#accounts';
import { DEMO_PASSWORD, demoPeople } from './demo-people.js';

export interface SeedOptions {
  /** Also the demo accounts. Default true. */
  demo?: boolean;
}

type Query = (sql: string, params?: unknown[]) => Promise<unknown>;

/**
 * Fills an empty database with the city's reference data and, for a demonstration, accounts, as the owner role and in
 * one transaction. Safe to repeat: what is there stays as it is.
 */
export async function seed(ownerUrl: string, { demo = true }: SeedOptions = {}): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const query: Query = async (sql, params) => (await owner.query(sql, params)).rows;
  try {
    await owner.query('begin');
    if (demo && !(await isPeopled(query))) await seedAccounts(query, demoPeople([]), DEMO_PASSWORD);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

async function isPeopled(query: Query): Promise<boolean> {
  const [row] = (await query('select exists (select from simpul.account) as peopled')) as [
    { peopled: boolean },
  ];
  return row.peopled;
}
