import {
  done,
  freshDatabase,
  startApi,
  type FreshDatabase,
  type Person,
  type RunningApi,
  until,
} from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { OutboxRelay } from '#queue';
import pg from 'pg';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { DirectoryWatch } from './jobs/directory-watch.js';

interface Page {
  id: string;
  version: number;
  name: string;
  email?: string;
  dutyPhone?: string;
  address?: string;
  freshness: { verifiedOn?: string; dueOn: string; stale: boolean };
  services: {
    id: string;
    serviceCode: string;
    version: number;
    capacity?: { total: number; free: number };
  }[];
  mayEdit: boolean;
  changes: { how: string; fields: { field: string; before?: string; after?: string }[] }[];
}
interface Refusal {
  code: string;
  current?: { version: number };
  errors?: { pointer: string; code: string; message: string }[];
}

describe('the directory as people keep it', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let owner: pg.Client;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    owner = new pg.Client(database.urls.owner);
    await owner.connect();
    const { rows } = await owner.query<{ id: string; code: string }>('select id, code from simpul.agency');
    for (const { id, code } of rows) ids.set(code, id);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
    await database?.drop();
  });

  const data = (): Person => api.as('data@dppkbpppa');
  const page = async (code: string, who = data()): Promise<Page> =>
    done(await who.get<Page>(`/directory/agencies/${ids.get(code)}`));
  const entry = (now: Page, change: object): object => ({
    version: now.version,
    name: now.name,
    takesTracks: ['KTP', 'KTA', 'TPPO'],
    needsToAccept: ['SPV untuk visum'],
    hours: '24/7',
    address: now.address,
    ...change,
  });
  const edit = async (code: string, change: object, who = data(), now?: Page) =>
    who.send<Page & Refusal>(
      'PATCH',
      `/directory/agencies/${ids.get(code)}`,
      entry(now ?? (await page(code)), change),
    );

  it('is found by name, by what is needed and by kind, and read by everybody signed in', async () => {
    const names = async (query: string): Promise<string[]> =>
      done(
        await api.as('petugas@rsud-igd').get<{ items: { name: string }[] }>(`/directory/agencies?${query}`),
      ).items.map(({ name }) => name);
    expect(await names('serviceCode=VISUM')).toEqual(['RSUD - IGD dan PPT']);
    expect(await names('q=visum')).toEqual(['RSUD - IGD dan PPT']);
    expect(await names('kind=RUMAH_AMAN')).toEqual(['Penampungan sementara (rumah aman)']);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('')).toHaveLength(27);
    const rsud = await page('rsud-igd', api.as('petugas@rsud-igd'));
    expect(rsud).toMatchObject({ mayEdit: false, changes: [], email: 'rsud-igd@instansi.example' });
  });

  it('is changed by the data office with a history that never keeps an address; two who change at once are told', async () => {
    const before = await page('rsud-igd');
    done(await edit('rsud-igd', { address: 'Jl. Baru 9', unit: 'Dokter jaga' }));
    const late = await edit('rsud-igd', { unit: 'Lain' }, api.as('admin@diskominfo'), before);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'directory.changedMeanwhile',
      current: { version: before.version + 1 },
    });
    const after = await page('rsud-igd');
    expect(after.address).toBe('Jl. Baru 9');
    const fields = after.changes[0]!.fields;
    expect(fields).toContainEqual({ field: 'unit', before: 'Dokter jaga, PIC PPT', after: 'Dokter jaga' });
    expect(fields).toContainEqual({ field: 'address' });
  });

  it('is kept by the own head and by no other agency’s, who sees no history either', async () => {
    const head = api.as('kepala@polres-ppa');
    expect((await edit('polres-ppa', { hoursNote: 'Piket siaga.' }, head)).status).toBe(200);
    expect((await page('polres-ppa', head)).changes).toHaveLength(1);
    expect((await edit('kejari', { unit: 'x' }, head)).status).toBe(404);
    expect((await page('kejari', head)).mayEdit).toBe(false);
    expect((await edit('rsud-igd', { unit: 'x' }, api.as('petugas@rsud-igd'))).status).toBe(403);
  });

  it('takes no address of a secret place, in no field, from nobody; not even in the history or the ledger', async () => {
    const told = await edit('rumah-aman', { address: 'Jl. Rahasia 1', hoursNote: 'Belakang Masjid Contoh' });
    expect(told.status).toBe(422);
    expect(told.body.errors!.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/address', 'directory.secretHasNoAddress'],
      ['/hoursNote', 'directory.tellsAPlace'],
    ]);
    const service = (await page('rumah-aman')).services[0]!;
    const tried = await data().send<Refusal>('PATCH', `/directory/services/${service.id}`, {
      version: service.version,
      serviceCode: 'PENAMPUNGAN_SEMENTARA',
      nameId: 'Penampungan',
      nameEn: 'Shelter',
      forTracks: ['KTP'],
      forSex: ['P'],
      riskLevels: ['TINGGI'],
      requires: ['Antar ke Jl. Rahasia 1'],
      hours: '24/7',
      emergency: true,
      accessibility: [],
    });
    expect(tried.body.errors).toMatchObject([{ pointer: '/requires/0', code: 'directory.tellsAPlace' }]);
    const { rows } = await owner.query<{ all: string }>(
      `select (select string_agg(facts::text, '') from ledger.entry) || (select coalesce(string_agg(before::text || after::text, ''), '')
         from simpul.directory_change) || (select string_agg(a::text, '') from simpul.agency a where a.location_secret) as all`,
    );
    expect(rows[0]!.all).not.toMatch(/Rahasia 1|Masjid/);
  });

  it('is checked on a day, once; the alarm runs by the rule of the kind', async () => {
    const { version } = await page('lbh-contoh');
    const verify = (on: number) =>
      data().post<Page & Refusal>(`/directory/agencies/${ids.get('lbh-contoh')}/verification`, {
        version: on,
      });
    const checked = done(await verify(version));
    expect(checked.freshness.stale).toBe(false);
    expect(checked.freshness.verifiedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await verify(checked.version)).body.code).toBe('directory.verifiedToday');
    await owner.query(
      `update simpul.agency set verified_on = verified_on - 200 where code in ('lbh-contoh', 'wcc-contoh')`,
    );
    const list = done(
      await data().get<{ stale: number; items: { name: string }[] }>('/directory/agencies?state=STALE'),
    );
    expect(list).toMatchObject({ stale: 1, items: [{ name: 'Lembaga Bantuan Hukum Contoh (rekaan)' }] });
    const open = done(
      await api.as('pendamping@uptd-ppa').get<{ items: { code: string; stale: boolean }[] }>('/agencies'),
    );
    expect(open.items.filter(({ stale }) => stale).map(({ code }) => code)).toEqual(['lbh-contoh']);
  });

  it('and whoever keeps what has run out is told, once a week, and sees it counted', async () => {
    await owner.query(`update simpul.agency set verified_on = '2020-01-01' where code = 'rsud-igd'`);
    const worker = await createWorker(loadConfig(database.env));
    try {
      // RSUD's head, the city's keepers, and nobody at the agency that has no account.
      expect(await worker.get(DirectoryWatch).pass()).toBe(3);
      expect(await worker.get(DirectoryWatch).pass()).toBe(0);
      await until('the keepers are told', async () => {
        await worker.get(OutboxRelay).pass();
        const { rows } = await owner.query<{ email: string }>(
          `select a.email from simpul.notification n join simpul.account a on a.id = n.account_id
            where n.message = 'directory.checkRanOut' order by 1`,
        );
        return rows.map(({ email }) => email.split('.')[0]).join() === 'data@dppkbpppa,kepala@rsud-igd';
      });
      const { rows } = await owner.query<{ facts: object }>(
        `select facts from ledger.entry where act = 'directory.checkRanOut'`,
      );
      expect(rows).toEqual([{ facts: { agencies: 2 } }]);
    } finally {
      await worker.close();
    }
    const toCheck = async (who: Person): Promise<number> =>
      done(await who.get<{ toCheck: number }>('/directory/agencies')).toCheck;
    expect(await toCheck(data())).toBe(2);
    expect(await toCheck(api.as('kepala@rsud-igd'))).toBe(1);
    expect(await toCheck(api.as('pendamping@uptd-ppa'))).toBe(0);
  });

  it('turns contacts only for whoever proves to be there, and says free places as of when', async () => {
    const { version, services } = await page('dinsos-rehab');
    const contacts = {
      version,
      email: 'baru@instansi.example',
      dutyPhone: '0812-1',
      dutyPhoneFallback: '08121',
    };
    const path = `/directory/agencies/${ids.get('dinsos-rehab')}/contacts`;
    expect((await data().post<Refusal>(path, contacts)).status).toBe(422);
    const twice = await data().post<Refusal>(path, {
      ...contacts,
      dutyPhone: '0812-0000-1',
      dutyPhoneFallback: '081200001',
    });
    expect(twice.body.errors).toMatchObject([{ code: 'directory.sameNumberTwice' }]);
    const set = done(
      await data().post<Page>(path, { version, email: contacts.email, dutyPhone: '0812-0000-7001' }),
    );
    expect(set).toMatchObject({ email: contacts.email, dutyPhone: '0812-0000-7001' });
    const [service] = services;
    const places = (free: number) =>
      data().post<Page & Refusal>(`/directory/services/${service!.id}/capacity`, {
        version: service!.version,
        total: 8,
        free,
      });
    expect((await places(9)).body.errors).toMatchObject([{ pointer: '/free' }]);
    expect(done(await places(3)).services.find(({ id }) => id === service!.id)!.capacity).toMatchObject({
      total: 8,
      free: 3,
    });
    const { rows } = await owner.query<{ act: string }>(
      `select distinct act from ledger.entry where act like 'directory.%' and act <> 'directory.checkRanOut' and decision = 'allowed' order by act`,
    );
    expect(rows.map(({ act }) => act)).toEqual([
      'directory.capacitySet',
      'directory.contactsSet',
      'directory.edited',
      'directory.verified',
    ]);
  });

  it('gains a service, and offers one no longer that ended', async () => {
    const body = {
      serviceCode: 'BANTUAN_HUKUM',
      nameId: 'Pendampingan sidang',
      nameEn: 'Support in court',
      forTracks: ['KTP'],
      forSex: ['P', 'L'],
      riskLevels: ['TINGGI'],
      requires: ['surat kuasa'],
      hours: 'OFFICE',
      emergency: false,
      accessibility: [],
    };
    const path = `/directory/agencies/${ids.get('lbh-contoh')}/services`;
    const added = done(await data().post<Page>(path, body)).services.find(({ version }) => version === 1)!;
    const codes = async (): Promise<number> =>
      done(
        await api
          .as('pendamping@uptd-ppa')
          .get<{ items: unknown[] }>(`/services?agencyId=${ids.get('lbh-contoh')}`),
      ).items.length;
    expect(await codes()).toBe(2);
    done(await data().post(`/directory/services/${added.id}/ending`, { version: added.version }));
    expect(await codes()).toBe(1);
    expect((await data().post(`/directory/services/${added.id}/ending`, { version: 2 })).status).toBe(404);
  });
});
