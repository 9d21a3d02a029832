import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config';
import { freshDatabase, type FreshDatabase } from '#harness';
import pg from 'pg';

describe('npm run invariants', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
  });
  afterAll(() => database?.drop());

  const ask = (url: string) =>
    spawnSync(process.execPath, [join(projectRoot(), 'apps/launch/tools/invariants.mjs')], {
      env: { ...process.env, SIMPUL_WORKER_DATABASE_URL: url },
      encoding: 'utf8',
      timeout: 50_000,
    });

  it('ends with 0 while all hold, with 1 and the name when one does not, with 2 when it cannot ask', async () => {
    const well = ask(database.urls.worker);
    expect(well.stdout).toContain('sent 0 = answered 0 + pending 0 + escalated 0 + cancelled 0');
    expect(well.status).toBe(0);

    const admin = new pg.Client(database.urls.admin);
    await admin.connect();
    await admin.query('grant select on simpul.report to simpul_queue');
    await admin.end();
    const broken = ask(database.urls.worker);
    expect(broken.stdout).toMatch(/BROKEN 1\s+queue-is-disposable/);
    expect(broken.stdout).toContain('queue-is-disposable: queueRoleMaySelect:report table');
    expect(broken.status).toBe(1);

    expect(ask('postgres://nobody:none@127.0.0.1:1/none').status).toBe(2);
  });
});
