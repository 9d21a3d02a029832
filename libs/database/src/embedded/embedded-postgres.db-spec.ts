import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  const opened = () =>
    new EmbeddedPostgres({ home: join(folder, 'postgres'), superuserPassword: 'mawar-merah' });

  async function query<T extends object>(sql: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: server.adminUrl() });
    client.on('error', () => undefined); // the connection dies with a server that is killed
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const postmasterPid = async () =>
    Number((await readFile(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);

  /** Root's copy belongs to root; `cp -a` keeps the owner. */
  async function chownLike(like: string, path: string): Promise<void> {
    const { uid, gid } = await stat(like);
    if (process.getuid?.() === 0) spawnSync('chown', ['-R', `${uid}:${gid}`, path]);
  }

  /** A killed process is there for a moment longer. */
  async function eventually(act: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + 20_000;
    while (Date.now() < end) {
      if (await act()) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'simpul-embedded-'));
    await chmod(folder, 0o711);
    server = opened();
    await server.start();
    await query('create table remembered (word text)');
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('asks for a password and listens on this machine only', async () => {
    const wrong = server.adminUrl().replace('mawar-merah', 'melati');
    await expect(new pg.Client({ connectionString: wrong }).connect()).rejects.toMatchObject({
      code: '28P01',
    });
    expect(await query('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('comes back with its data after a stop, and a second stop is no error', async () => {
    await query("insert into remembered values ('stopped')");
    await server.stop();
    await server.stop();
    server = opened();
    await server.start();
    expect(await query("select word from remembered where word = 'stopped'")).toHaveLength(1);
  });

  it('comes back with everything committed after kill -9', async () => {
    await query("insert into remembered values ('killed')");
    process.kill(await postmasterPid(), 'SIGKILL');
    server = opened();
    await server.start();
    expect(await query("select word from remembered where word = 'killed'")).toHaveLength(1);
  });

  it('revives on its old port when it died, and leaves a living server alone', async () => {
    const { port } = server;
    process.kill(await postmasterPid(), 'SIGKILL');
    await expect(eventually(() => server.revive())).resolves.toBe(true);
    expect(server.port).toBe(port);
    expect(await server.revive()).toBe(false);
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('takes over from a server that its former owner left running', async () => {
    const left = await postmasterPid();
    server = opened();
    await server.start();
    expect(await postmasterPid()).not.toBe(left);
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts although the number in a stale lock file now belongs to another program', async () => {
    await server.stop();
    await writeFile(join(folder, 'postgres', 'data', 'postmaster.pid'), `${process.pid}\n`);
    server = opened();
    await server.start();
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('leaves the server of a folder alone that it was copied from while it ran', async () => {
    const original = await postmasterPid();
    const copy = join(folder, 'copy');
    await cp(join(folder, 'postgres'), copy, { recursive: true });
    await chownLike(join(folder, 'postgres', 'data'), copy);
    const second = new EmbeddedPostgres({ home: copy, superuserPassword: 'mawar-merah' });
    try {
      await second.start();
      expect(second.id).toBe(server.id);
      expect(await postmasterPid()).toBe(original);
      expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await second.stop();
    }
  });

  it('finds its server again after the folder was moved while it ran', async () => {
    const left = await postmasterPid();
    const moved = join(folder, 'moved');
    await rename(join(folder, 'postgres'), moved);
    const there = new EmbeddedPostgres({ home: moved, superuserPassword: 'mawar-merah' });
    await there.start();
    await there.stop();
    await rename(moved, join(folder, 'postgres'));
    server = opened();
    await server.start();
    expect(await postmasterPid()).not.toBe(left);
    expect(await query('select word from remembered')).not.toHaveLength(0);
  });

  it('keeps what people write out of its log', async () => {
    await query('create table whoever (name text primary key)');
    await query("insert into whoever values ('Ani Rahasia')");
    await expect(query("insert into whoever values ('Ani Rahasia')")).rejects.toMatchObject({
      code: '23505',
    });
    await expect(query("select 'Ani Rahasia'::int")).rejects.toMatchObject({ code: '22P02' });
    const log = await readFile(join(folder, 'postgres', 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('Rahasia');
  });
});
