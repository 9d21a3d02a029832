import { createHash } from 'node:crypto';
import pg from 'pg';
import { seedAccounts, type SeededPerson } from '#accounts';
import { seedAgencies } from '#agencies';
import { seedDeadlines } from '#deadlines';
import { seedRegions } from '#regions';
import { DEMO_PASSWORD, demoAccounts, OVERSEEING_OFFICES } from './demo-accounts.js';

export interface SeedOptions {
  /** Also the demo accounts. Default true. */
  demo?: boolean;
}

type Query = (sql: string, params?: unknown[]) => Promise<unknown>;
interface Agency {
  id: string;
  code: string;
  kind: string;
  name: string;
}

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

async function seedDemoAccounts(query: Query, agencies: Agency[]): Promise<void> {
  const [{ present }] = (await query('select exists (select from simpul.account) as present')) as [
    { present: boolean },
  ];
  if (present) return;
  const people = demoAccounts().map((account): SeededPerson => {
    const agency =
      agencies.find(({ code }) => code === account.agencyCode) ?? overseeingOffice(account.agencyCode);
    return { ...account, agencyId: agency.id, agencyKind: agency.kind, agencyName: agency.name };
  });
  await seedAccounts(query, people, DEMO_PASSWORD);
}

/** The same id at every start and on every machine, although no table of ours lists the office. */
function overseeingOffice(code: string): Agency {
  const office = OVERSEEING_OFFICES[code] ?? { kind: 'DINAS_PPA', name: code };
  const hash = createHash('sha256').update(`simpul office ${code}`).digest('hex');
  const id = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  return { id, code, ...office };
}
