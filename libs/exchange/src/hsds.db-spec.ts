import { readFileSync } from 'node:fs';
import { dataFile } from '#config';
import { done, freshDatabase, startApi, type FreshDatabase, type Person, type RunningApi } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readPackage, schemaFaults } from './read-package.js';
import { sameRow, type HsdsPackage, type HsdsRow } from './rules/hsds-package.js';

interface Result {
  committed: boolean;
  preview: string;
  counts: Record<'added' | 'changed' | 'gone' | 'same' | 'faults' | 'notices', number>;
  changed: { resource: string; name: string; fields: string[] }[];
  faults: { resource: string; row: number; field: string; code: string }[];
  notices: { code: string }[];
}
interface Refusal {
  code: string;
  errors?: { pointer: string; code: string; message: string }[];
}

const EXAMPLE = readFileSync(dataFile('exchange', 'hsds-3.0/example-tabular.json'), 'utf8');
const IDS = {
  office: '7a0c2f9e-3f6b-4b53-9d3f-6f2f5b5f0001',
  branch: '7a0c2f9e-3f6b-4b53-9d3f-6f2f5b5f0002',
  service: '7a0c2f9e-3f6b-4b53-9d3f-6f2f5b5f0003',
};

describe('the directory as HSDS 3.0', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    owner = new pg.Client(database.urls.owner);
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
    await database?.drop();
  });

  const data = (): Person => api.as('data@dppkbpppa');
  const out = async (): Promise<HsdsPackage> => done(await data().get<HsdsPackage>('/exports/hsds'));
  const send = (content: string, commit = false, preview?: string) =>
    data().post<Result & Refusal>('/imports', {
      profile: 'hsds-3.0',
      content,
      commit,
      ...(preview && { preview }),
    });
  const bring = async (pack: HsdsPackage | string): Promise<Result> => {
    const content = typeof pack === 'string' ? pack : JSON.stringify(pack);
    const { preview } = done(await send(content));
    return done(await send(content, true, preview));
  };
  const rowOf = (pack: HsdsPackage, table: string, id: string): HsdsRow | undefined =>
    (pack[table] ?? []).find((row) => row.id === id);
  const idOf = async (code: string): Promise<string> =>
    (await owner.query<{ id: string }>('select id from simpul.agency where code = $1', [code])).rows[0]!.id;

  it('leaves for the data office alone, right by the schema, and comes back without changing anything', async () => {
    expect((await api.as('kepala@uptd-ppa').get('/exports/hsds')).status).toBe(403);
    const pack = await out();
    expect(schemaFaults(pack)).toEqual([]);
    expect(pack.organization).toHaveLength(27);
    expect(pack.service).toHaveLength(38);
    const rows = Object.values(pack).flat().length;
    expect(await bring(pack)).toMatchObject({
      committed: true,
      counts: { added: 0, changed: 0, gone: 0, same: rows, faults: 0, notices: 0 },
    });
    expect(await out()).toEqual(pack);
    expect((await owner.query('select count(*)::int as kept from simpul.hsds_row')).rows).toEqual([
      { kept: 0 },
    ]);
  });

  it('takes the public example package and gives every row of it back, and the second time nothing is new', async () => {
    const before = await out();
    expect(await bring(EXAMPLE)).toMatchObject({ counts: { added: 21, changed: 0, faults: 0 } });
    const { pack: example } = readPackage(EXAMPLE);
    const after = await out();
    expect(schemaFaults(after)).toEqual([]);
    for (const [table, rows] of Object.entries(example))
      for (const row of rows) expect(rowOf(after, table, row.id)).toEqual(row);
    for (const [table, rows] of Object.entries(before))
      for (const row of rows) expect(rowOf(after, table, row.id)).toEqual(row);
    expect(await bring(EXAMPLE)).toMatchObject({ counts: { added: 0, changed: 0, same: 21 } });
    const { rows } = await owner.query(`select kind, email, takes_tracks from simpul.agency where id = $1`, [
      example.organization![0]!.id,
    ]);
    // Nobody said what it is: it is there to be looked at, and no referral finds it.
    expect(rows).toEqual([{ kind: 'INSTANSI_LAIN', email: 'email@example.com', takes_tracks: [] }]);
  });

  it('shows what a package would change, changes it once, and lets what is changed here since stand', async () => {
    const pack = await out();
    const rsud = await idOf('rsud-igd');
    const edited = structuredClone(pack) as unknown as Record<string, Record<string, unknown>[]>;
    const organization = edited.organization!.find(({ id }) => id === rsud)!;
    Object.assign(organization, {
      name: 'RSUD Contoh',
      email: 'baru@instansi.example',
      website: 'http://rsud.example',
    });
    const visum = edited.service!.find(({ name }) => name === 'Visum et repertum / surat keterangan medis')!;
    Object.assign(visum, { minimum_age: 1, wait_time: 'Tidak menunggu' });
    const content = JSON.stringify(edited);
    const trial = done(await send(content));
    expect(trial).toMatchObject({ committed: false, counts: { added: 0, changed: 2, gone: 0 } });
    expect(trial.changed.map(({ resource, name, fields }) => [resource, name, fields])).toEqual([
      ['organization', 'RSUD Contoh', ['name', 'email', 'website']],
      ['service', 'Visum et repertum / surat keterangan medis', ['wait_time', 'minimum_age']].map((each) =>
        Array.isArray(each) ? expect.arrayContaining(each) : each,
      ),
    ]);
    expect(await out()).toEqual(pack);
    expect((await send(content, true)).body.code).toBe('directory.changedMeanwhile');
    done(await send(content, true, trial.preview));
    const { rows } = await owner.query(
      `select a.name, a.email, s.age_min from simpul.agency a join simpul.service s on s.agency_id = a.id
        where a.id = $1 and s.service_code = 'VISUM'`,
      [rsud],
    );
    expect(rows).toEqual([{ name: 'RSUD Contoh', email: 'baru@instansi.example', age_min: 1 }]);
    await owner.query(`update simpul.agency set email = 'kemudian@instansi.example' where id = $1`, [rsud]);
    expect(rowOf(await out(), 'organization', rsud)).toMatchObject({
      name: 'RSUD Contoh',
      email: 'kemudian@instansi.example',
      website: 'http://rsud.example',
    });
    expect((await send(content, true, trial.preview)).body.code).toBe('directory.changedMeanwhile');
  });

  it('takes in a new agency with its branch and its service, by the codes of our lists', async () => {
    const pack = await out();
    const term = (list: string, code: string): string =>
      pack.taxonomy_term!.find((row) => row.taxonomy === list && row.code === code)!.id;
    const tag = (n: number, entity: string, link: string, list: string, code: string): object => ({
      id: `7a0c2f9e-3f6b-4b53-9d3f-6f2f5b5f01${n}`,
      link_id: link,
      link_entity: entity,
      taxonomy_term_id: term(list, code),
    });
    const content = JSON.stringify({
      taxonomy: pack.taxonomy,
      taxonomy_term: pack.taxonomy_term,
      organization: [
        { id: IDS.branch, name: 'Cabang Contoh', description: 'Cabang.', parent_organization_id: IDS.office },
        { id: IDS.office, name: 'LBH Baru (rekaan)', description: 'Bantuan hukum gratis.' },
      ],
      service: [
        { id: IDS.service, organization_id: IDS.office, name: 'Pendampingan sidang', status: 'active' },
      ],
      attribute: [
        tag(10, 'organization', IDS.office, 'JENIS_INSTANSI', 'LBH'),
        tag(11, 'organization', IDS.office, 'SIMPUL_TRACK', 'KTP'),
        tag(12, 'service', IDS.service, 'LAYANAN', 'BANTUAN_HUKUM'),
      ],
      phone: [
        { id: '7a0c2f9e-3f6b-4b53-9d3f-6f2f5b5f0200', organization_id: IDS.office, number: '0812-0000-9200' },
      ],
    });
    await bring(content);
    const page = done(await data().get<Record<string, unknown>>(`/directory/agencies/${IDS.office}`));
    expect(page).toMatchObject({
      kind: 'LBH',
      name: 'LBH Baru (rekaan)',
      description: 'Bantuan hukum gratis.',
      takesTracks: ['KTP'],
      dutyPhone: '0812-0000-9200',
      units: [{ id: IDS.branch, name: 'Cabang Contoh' }],
      services: [{ serviceCode: 'BANTUAN_HUKUM', nameId: 'Pendampingan sidang' }],
      changes: expect.arrayContaining([expect.objectContaining({ how: 'IMPORTED' })]),
    });
    const again = await out();
    for (const [table, rows] of Object.entries(JSON.parse(content) as HsdsPackage))
      for (const row of rows) expect(sameRow(rowOf(again, table, row.id), row)).toBe(true);
    expect(schemaFaults(again)).toEqual([]);
  });

  it('never carries a secret place, in or out, not even one that got into the kept rows', async () => {
    const shelter = await idOf('rumah-aman');
    const place = {
      id: '7a0c2f9e-3f6b-4b53-9d3f-6f2f5b5f0900',
      location_type: 'physical',
      organization_id: shelter,
    };
    const address = {
      id: '7a0c2f9e-3f6b-4b53-9d3f-6f2f5b5f0901',
      location_id: place.id,
      address_1: 'Jl. Rahasia 1',
      city: 'x',
      state_province: 'x',
      postal_code: 'x',
      country: 'ID',
      address_type: 'physical',
    };
    const told = {
      organization: [{ id: shelter, name: 'Rumah aman', description: 'Belakang Masjid Contoh' }],
      location: [place],
      address: [address],
    };
    const trial = done(await send(JSON.stringify(told)));
    expect(trial.faults.map(({ resource, row, field, code }) => [resource, row, field, code])).toEqual([
      ['organization', 1, 'description', 'hsds.tellsAPlace'],
      ['location', 1, 'id', 'hsds.secretPlace'],
      ['address', 1, 'id', 'hsds.secretPlace'],
    ]);
    const refused = await send(JSON.stringify(told), true, trial.preview);
    expect(refused.status).toBe(422);
    expect(refused.body.errors!.map(({ pointer }) => pointer)).toContain('/content/address/0/id');
    // Past every door: written by the owner of the database, as a wrong hand or an older version might have.
    for (const [resource, row] of [
      ['location', place],
      ['address', address],
    ] as const)
      await owner.query(
        `insert into simpul.hsds_row (resource, row_id, body, imported_by)
         select $1, $2, $3, id from simpul.account limit 1`,
        [resource, row.id, JSON.stringify(row)],
      );
    expect(JSON.stringify(await out())).not.toMatch(/Rahasia|5f0900/);
    const { rows } = await owner.query<{ told: string }>(
      `select string_agg(facts::text || coalesce(commitment, ''), '') as told from ledger.entry`,
    );
    expect(rows[0]!.told).not.toMatch(/Rahasia|Masjid/);
  });
});
