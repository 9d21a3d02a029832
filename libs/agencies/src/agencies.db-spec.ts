import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/index.js';
import { seedAgencies } from './seed-agencies.js';

describe('the service directory', () => {
  let database: FreshDatabase;
  let owner: pg.Client;
  const rows = async <T>(sql: string, params?: unknown[]): Promise<T[]> =>
    (await owner.query(sql, params as never[])).rows as T[];

  beforeAll(async () => {
    database = await freshDatabase();
    owner = new pg.Client(database.urls.owner);
    await owner.connect();
    await seedAgencies(rows);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('is seeded once, however often the seed runs, and keeps what a city changed', async () => {
    await owner.query(`update simpul.agency set duty_phone = '0812-0000-9999' where code = 'puspaga'`);
    const agencies = await seedAgencies(rows);
    expect(agencies).toHaveLength(31);
    expect(await rows('select count(*)::int as agencies from simpul.agency')).toEqual([{ agencies: 31 }]);
    expect(await rows('select count(*)::int as services from simpul.service')).toEqual([{ services: 38 }]);
    expect(await rows(`select duty_phone from simpul.agency where code = 'puspaga'`)).toEqual([
      { duty_phone: '0812-0000-9999' },
    ]);
  });

  it('never holds the address of a secret place, whoever writes it', async () => {
    expect(await rows('select code from simpul.agency where location_secret')).toEqual([
      { code: 'rumah-aman' },
    ]);
    await expect(
      owner.query(`update simpul.agency set address = 'Jl. Rahasia 1' where code = 'rumah-aman'`),
    ).rejects.toMatchObject({ constraint: 'a_secret_place_has_no_address' });
    await expect(
      owner.query(`update simpul.agency set location_secret = false where code = 'rumah-aman'`),
    ).rejects.toMatchObject({ constraint: 'a_shelter_is_secret' });
  });

  it('is closed to the API without a signed-in person, and no form changes a kind or a secret', async () => {
    const api = new pg.Client(database.urls.api);
    await api.connect();
    expect((await api.query('select * from simpul.agency')).rows).toEqual([]);
    expect((await api.query('select * from simpul.service')).rows).toEqual([]);
    expect((await api.query(`update simpul.agency set name = 'x'`)).rowCount).toBe(0);
    for (const column of ['kind', 'location_secret', 'code', 'conflict_group', 'overseeing'])
      await expect(api.query(`update simpul.agency set ${column} = ${column}`)).rejects.toMatchObject({
        code: '42501',
      });
    await api.end();
  });
});
