import pg from 'pg';
import { seedAccounts, type SeededPerson } from '#accounts';
import { seedAgencies, type SeededAgency } from '#agencies';
import { seedDeadlines } from '#deadlines';
import { seedRegions } from '#regions';
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.js';

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
  const query: Query = async (sql, params) => (await owner.query(sql, params as unknown[])).rows;
  try {
    await owner.query('begin');
    await seedRegions(query);
    await seedDeadlines(query);
    const agencies = await seedAgencies(query);
    if (demo) await seedDemoAccounts(query, agencies);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

async function seedDemoAccounts(query: Query, agencies: SeededAgency[]): Promise<void> {
  const [{ present }] = (await query('select exists (select from simpul.account) as present')) as [
    { present: boolean },
  ];
  if (present) return;
  const people = demoAccounts().map((account): SeededPerson => {
    const agency = agencies.find(({ code }) => code === account.agencyCode)!;
    return { ...account, agencyId: agency.id, agencyKind: agency.kind, agencyName: agency.name };
  });
  await seedAccounts(query, people, DEMO_PASSWORD);
}
