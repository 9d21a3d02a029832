import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadConfig, projectRoot } from '#config';
import { derivedPasswords, EmbeddedPostgres, roleUrls } from '#database';
import pg from 'pg';
import { readFileSync } from 'node:fs';

jest.setTimeout(300_000);

/** As docs/run-it-for-a-city.md says it: a PostgreSQL of the city's own, `migrate`, `administrator`, sign in. */
describe('a server that nobody has signed in to', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let env: NodeJS.ProcessEnv;
  let admin: pg.Client;
  const PASSWORD = 'hujan di kebun karet';

  beforeAll(async () => {
    folder = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'simpul-city-'));
    await chmod(folder, 0o711);
    postgres = new EmbeddedPostgres({ home: join(folder, 'pg'), superuserPassword: 'town', durable: false });
    await postgres.start();
    admin = new pg.Client(postgres.adminUrl());
    await admin.connect();
    await admin.query('create database simpul');
    await admin.end();
    env = {
      ...process.env,
      DATABASE_URL: postgres.adminUrl('simpul'),
      SIMPUL_MASTER_KEY_FILE: join(folder, 'keys', 'master.key'),
      SIMPUL_LEDGER_KEY_FILE: join(folder, 'keys', 'ledger.key'),
    };
    admin = new pg.Client(postgres.adminUrl('simpul'));
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (args: string[], input = '') => {
    const ended = spawnSync(process.execPath, [join(projectRoot(), 'apps/launch/start.mjs'), ...args], {
      env,
      input,
      encoding: 'utf8',
      timeout: 200_000,
    });
    return { ...ended, said: ended.stdout + ended.stderr };
  };
  const rows = async (sql: string) => (await admin.query(sql)).rows as Record<string, unknown>[];
  const REZA = ['administrator', '--email', 'reza@kota.example', '--name', 'Reza Hikayat'];

  it('says what is missing before anything is prepared', () => {
    expect(run(REZA).said).toContain('`migrate`');
  });

  it('is prepared by `migrate` with the offices that oversee, and with nobody', async () => {
    expect(run(['migrate']).status).toBe(0);
    expect(await rows('select count(*)::int as n from simpul.account')).toEqual([{ n: 0 }]);
    expect(await rows('select code from simpul.agency where overseeing order by code')).toEqual([
      { code: 'bagian-hukum' },
      { code: 'bappeda' },
      { code: 'diskominfo' },
      { code: 'inspektorat' },
    ]);
  });

  it.each([
    [[...REZA, '--password', PASSWORD], PASSWORD, 'npm run administrator'],
    [REZA, 'terlalusbtr', '15 karakter'],
    [REZA, 'reza-di-kebun-karet', 'e-mail'],
    [REZA, 'Bismillah 12345678', 'ditebak'],
    [[...REZA.slice(0, 2), 'reza', ...REZA.slice(3)], PASSWORD, 'tidak benar'],
    [[...REZA, '--agency', 'nowhere'], PASSWORD, 'diskominfo inspektorat'],
  ])('refuses %j', async (args, input, words) => {
    const { status, said } = run(args, `${input}\n`);
    expect(said).toContain(words);
    expect(said).not.toContain(PASSWORD);
    expect(status).toBe(1);
    expect(await rows('select 1 from simpul.account')).toEqual([]);
  });

  it('gets its first administrator, whose account is in the ledger and who signs in', async () => {
    expect(run(REZA, `${PASSWORD}\n`)).toMatchObject({ status: 0 });
    expect(await rows('select email, role, agency_code, agency_kind, active from simpul.account')).toEqual([
      {
        email: 'reza@kota.example',
        role: 'administrator',
        agency_code: 'diskominfo',
        agency_kind: 'DISKOMINFO',
        active: true,
      },
    ]);
    const [entry] = await rows(`select *, convert_from(leaf, 'UTF8')::jsonb as said from ledger.entry`);
    expect(entry).toMatchObject({
      act: 'account.created',
      decision: 'allowed',
      actor_id: null,
      facts: { otherAdministrators: 0, role: 'administrator', way: 'console' },
      said: { act: 'account.created', objectKind: 'account' },
    });
    expect(String(entry!.leaf)).not.toContain('reza');

    const urls = roleUrls(env.DATABASE_URL!, derivedPasswords(readFileSync(env.SIMPUL_MASTER_KEY_FILE!)));
    const { createApi } = await import('../../api/src/create-api.js');
    const api = await createApi(
      loadConfig({
        SIMPUL_API_DATABASE_URL: urls.api,
        SIMPUL_SIGNIN_DATABASE_URL: urls.signin,
        SIMPUL_WORKER_DATABASE_URL: urls.worker,
        SIMPUL_LEDGER_DATABASE_URL: urls.ledger,
        SIMPUL_QUEUE_DATABASE_URL: urls.queue,
        SIMPUL_MASTER_KEY_FILE: env.SIMPUL_MASTER_KEY_FILE!,
        SIMPUL_LEDGER_KEY_FILE: env.SIMPUL_LEDGER_KEY_FILE!,
        PORT: '0',
      }),
    );
    try {
      const answer = await api.inject({
        method: 'POST',
        url: '/api/sessions',
        payload: { email: 'Reza@kota.example', password: PASSWORD },
      });
      expect(answer.statusCode).toBe(201);
      expect(answer.json()).toMatchObject({
        account: { role: 'administrator' },
        agency: { code: 'diskominfo' },
      });
      const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
      const agencies = await api.inject({ url: '/api/agencies', headers: { cookie } });
      expect((agencies.json() as { items: { code: string }[] }).items.map(({ code }) => code)).not.toContain(
        'diskominfo',
      );
    } finally {
      await api.close();
    }
  });

  it('refuses a second one, unless it is asked for by name', async () => {
    const SARI = ['administrator', '--email', 'sari@kota.example', '--name', 'Sari Umpama'];
    expect(run(SARI, `${PASSWORD}\n`).said).toContain('--another');
    expect(run([...REZA, '--another'], `${PASSWORD}\n`).said).toContain('sudah dipakai');
    expect(run([...SARI, '--another'], `${PASSWORD}\n`).status).toBe(0);
    expect(
      await rows(`select facts from ledger.entry where act = 'account.created' order by seq`),
    ).toMatchObject([{ facts: { otherAdministrators: 0 } }, { facts: { otherAdministrators: 1 } }]);
  });

  it('cannot have an entry made for a row of another transaction, nor by another role', async () => {
    const [{ id }] = (await rows('select id from simpul.account limit 1')) as [{ id: string }];
    await expect(admin.query('select ledger.administrator_made($1)', [id])).rejects.toMatchObject({
      code: '42501',
    });
    await admin.query('set role simpul_api');
    await expect(admin.query('select ledger.administrator_made($1)', [id])).rejects.toMatchObject({
      code: '42501',
    });
    await admin.query('reset role');
  });
});
