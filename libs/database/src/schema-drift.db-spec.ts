import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/index.js';
import { refuseDrift } from './schema-drift.js';

describe('a database that is not what this version makes', () => {
  let database: FreshDatabase;
  let admin: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('is refused by name of what differs, and accepted again when it is as it was', async () => {
    await refuseDrift(database.urls.owner);
    for (const [change, undo, named] of [
      [
        'alter policy owner_maintains on simpul.case_file using (false)',
        'alter policy owner_maintains on simpul.case_file using (true)',
        '+ policy simpul.case_file.owner_maintains',
      ],
      [
        'grant delete on simpul.case_file to simpul_api',
        'revoke delete on simpul.case_file from simpul_api',
        'grant',
      ],
      [
        'alter table simpul.person disable row level security',
        'alter table simpul.person enable row level security',
        '- security simpul.person enabled=t forced=t',
      ],
      [
        `create function simpul.back_door() returns int language sql as 'select 1'`,
        'drop function simpul.back_door()',
        '+ function simpul.back_door() security_definer=f',
      ],
    ] as const) {
      await admin.query(change);
      await expect(refuseDrift(database.urls.owner)).rejects.toThrow(named);
      await admin.query(undo);
    }
    // A city may speed up its own reads.
    await admin.query('create index for_the_city on simpul.case_file (created_at)');
    await refuseDrift(database.urls.owner);
  });
});
