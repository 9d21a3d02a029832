import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#harness';
import { SigninDatabase } from './signin-database.js';

describe('the connection for signing in, when PostgreSQL dies under it', () => {
  let database: FreshDatabase;
  let signin: SigninDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
    signin = new SigninDatabase(database.urls.signin);
  });
  afterAll(async () => {
    await signin?.onModuleDestroy();
    await database?.drop();
  });

  const pid = 'select pg_backend_pid() as pid';
  const cut = 'select pg_terminate_backend($1, 2000) as gone';

  it('refuses the sign-in that was under way, between two statements of it, and serves the next', async () => {
    const broken = signin.transaction(async (one) => {
      const line = await one<{ pid: number }>(pid);
      expect(await signin.one(cut, [line?.pid])).toEqual({ gone: true });
      // The socket's end is heard in a turn of its own.
      await new Promise((resolve) => setImmediate(resolve));
      return one('select 1 as one');
    });
    await expect(broken).rejects.toThrow();
    expect(await signin.one('select 1 as one')).toEqual({ one: 1 });
  });

  it('refuses the sign-in whose statement was under way', async () => {
    const broken = signin.transaction(async (one) => {
      const line = await one<{ pid: number }>(pid);
      const slow = one('select pg_sleep(20)');
      await signin.one(cut, [line?.pid]);
      return slow;
    });
    await expect(broken).rejects.toThrow();
    expect(await signin.one('select 1 as one')).toEqual({ one: 1 });
  });
});
