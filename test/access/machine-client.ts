import pg from 'pg';
import type { FreshDatabase } from '../harness/index.js';

/**
 * A partner agency's program. Nothing in the product can make one yet (its door comes with the exchange), so that it
 * stands beside the demo people with one's password: what its role may must be known before it has a door.
 */
export async function addMachineClient(database: FreshDatabase): Promise<void> {
  const admin = new pg.Client({ connectionString: database.urls.admin });
  await admin.connect();
  try {
    await admin.query(
      `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
       select replace(email, 'petugas@', 'mesin@'), 'Sistem RSUD', 'machine_client', agency_id, agency_kind, agency_code,
              agency_name, password_hash
         from simpul.account where email = 'petugas@rsud-igd.simpul.example'`,
    );
  } finally {
    await admin.end();
  }
}
