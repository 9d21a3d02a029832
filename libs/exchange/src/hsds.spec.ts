import { readFileSync } from 'node:fs';
import { codes } from '#codes';
import { dataFile } from '#config';
import { stableId } from '#agencies';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HSDS_TABLES, readPackage, schemaFaults } from './read-package.js';
import { sameRow, type HsdsPackage, type HsdsRow } from './rules/hsds-package.js';
import { compare, withKept } from './rules/merge-rows.js';
import { placeFaults, secretOrganizations, withoutPlaces } from './rules/secret-places.js';
import { toHsds, type DirectoryEntry } from './rules/to-hsds.js';

const EXAMPLE = readFileSync(dataFile('exchange', 'hsds-3.0/example-tabular.json'), 'utf8');
const vocabulary = {
  id: (of: string) => stableId('hsds', of),
  words: (list: string, code: string) => ({ name: `${list} ${code}`, description: code }),
};
const tells = (text: string): boolean => text.includes('Jl.');

const SERVICE = {
  id: stableId('service', 'x'),
  serviceCode: 'VISUM',
  nameId: 'Visum',
  nameEn: 'Forensic report',
  description: null,
  forTracks: ['KTP'],
  forSex: ['P', 'L'],
  ageMin: null,
  ageMax: 17,
  riskLevels: ['TINGGI'],
  requires: ['SPV', 'surat rujukan'],
  costSource: 'APBD',
  hours: '24/7',
  emergency: true,
  accessibility: ['kursi roda'],
  capacity: null,
};
const AGENCY: DirectoryEntry = {
  id: stableId('agency', 'x'),
  kind: 'RSUD',
  parentId: null,
  name: 'RSUD Contoh',
  unit: 'Dokter jaga',
  description: null,
  regionCode: '16.74',
  regionName: 'Kota Prabumulih',
  provinceName: 'Sumatera Selatan',
  takesTracks: ['KTP'],
  needsToAccept: ['SPV untuk visum'],
  feedbackDocument: 'Surat keterangan',
  hours: '24/7',
  hoursNote: null,
  dutyPhone: '0812-0000-9008',
  dutyPhoneFallback: '0812-0000-9009',
  email: 'igd@instansi.example',
  address: 'Jl. Contoh 1',
  locationSecret: false,
  costSource: 'APBD',
  verifiedOn: '2026-04-01',
  services: [SERVICE],
};
const SHELTER: DirectoryEntry = {
  ...AGENCY,
  id: stableId('agency', 'shelter'),
  kind: 'RUMAH_AMAN',
  name: 'Rumah aman',
  locationSecret: true,
  address: null,
  services: [{ ...SERVICE, id: stableId('service', 'y'), requires: ['asesmen risiko'] }],
};

describe('the public example package of HSDS 3.0', () => {
  const read = readPackage(EXAMPLE);

  it('is read whole: every table, every row, every field; one number becomes the text that the schema asks for', () => {
    expect(read.faults).toEqual([]);
    expect(read.notices).toEqual([
      { resource: 'organization_identifier', row: 1, field: 'identifier', code: 'hsds.numberAsText' },
    ]);
    const raw = JSON.parse(EXAMPLE) as HsdsPackage;
    const asText = { ...raw.organization_identifier![0]!, identifier: '1234567' };
    expect(read.pack).toEqual({ ...raw, organization_identifier: [asText] });
    expect(Object.keys(read.pack).sort()).toEqual([...HSDS_TABLES].sort());
  });

  it('comes out as it went in, by the schema and row by row, beside a directory of our own', () => {
    const own = toHsds([AGENCY, SHELTER], vocabulary);
    const kept = Object.entries(read.pack).flatMap(([resource, rows]) =>
      rows.map((body) => ({ resource, body, base: null })),
    );
    const out = withKept(own, kept, HSDS_TABLES);
    expect(schemaFaults(out)).toEqual([]);
    for (const [resource, rows] of Object.entries(read.pack))
      for (const row of rows) expect(out[resource]!.find(({ id }) => id === row.id)).toEqual(row);
    expect(compare(out, read.pack)).toMatchObject({ added: [], changed: [] });
  });
});

describe('our directory as HSDS 3.0', () => {
  const own = toHsds([AGENCY, SHELTER], vocabulary);

  it('is right by the published schema, and every pointer of it points at something', () => {
    expect(schemaFaults(own)).toEqual([]);
    expect(readPackage(JSON.stringify(own))).toEqual({ pack: own, faults: [], notices: [] });
    const all = new Set(Object.values(own).flatMap((rows) => rows.map(({ id }) => id)));
    const pointers = Object.values(own).flatMap((rows) =>
      rows.flatMap((row) => Object.entries(row).filter(([field]) => field.endsWith('_id'))),
    );
    expect(pointers.filter(([, id]) => !all.has(id as string))).toEqual([]);
    for (const { kind } of [AGENCY, SHELTER]) expect(codes.isIn('JENIS_INSTANSI', kind)).toBe(true);
  });

  it('leads to no secret place: no location, address, number, contact, nor the way in', () => {
    const secret = secretOrganizations(own, new Set([SHELTER.id]));
    expect(placeFaults(own, secret, tells)).toEqual([]);
    const ofShelter = JSON.stringify(
      Object.values(own).flatMap((rows) => rows.filter((row) => JSON.stringify(row).includes(SHELTER.id))),
    );
    expect(ofShelter).not.toMatch(/0812|instansi\.example|Jl\.|Dokter/);
  });
});

describe('a secret place in somebody else’s package', () => {
  const at = {
    id: 'l',
    location_type: 'physical',
    organization_id: 'o',
    name: 'Rumah',
  } as unknown as HsdsRow;
  const pack = (name: string): HsdsPackage => ({
    organization: [
      { id: 'o', name, description: 'x', website: 'http://x.example/Jl.Mawar' } as unknown as HsdsRow,
    ],
    service: [
      {
        id: 's',
        organization_id: 'o',
        name: 'x',
        status: 'active',
        description: 'Jl. Mawar',
      } as unknown as HsdsRow,
    ],
    location: [at],
    address: [{ id: 'a', location_id: 'l', address_1: 'x' } as unknown as HsdsRow],
    service_at_location: [{ id: 'sl', service_id: 's', location_id: 'l' } as unknown as HsdsRow],
    phone: [{ id: 'p', service_at_location_id: 'sl', number: '1' } as unknown as HsdsRow],
  });

  it.each(['Rumah Aman Contoh', 'City Safehouse', 'Women’s shelter'])('is known by its name: %s', (name) => {
    const secret = secretOrganizations(pack(name), new Set());
    expect(
      placeFaults(pack(name), secret, tells).map(({ resource, field }) => `${resource}.${field}`),
    ).toEqual([
      'organization.website',
      'service.description',
      'location.id',
      'address.id',
      'service_at_location.id',
      'phone.id',
    ]);
    const left = withoutPlaces(pack(name), secret, tells);
    expect(placeFaults(left, secret, tells)).toEqual([]);
    expect(JSON.stringify(left)).not.toMatch(/Mawar|address_1|x\.example/);
  });

  it('goes by whole rows, but for what both tables need; what belongs to others stays', () => {
    const other = { id: 'd', name: 'Dinas', description: 'x', website: 'http://d.example' };
    const area = { id: 'sa', service_id: 's', extent: 'POLYGON' };
    const { organization, ...whole } = pack('Rumah aman');
    const mixed = {
      ...whole,
      ...{ organization: [...organization!, other as HsdsRow], service_area: [area as HsdsRow] },
    };
    const left = withoutPlaces(mixed, new Set(['o']), tells);
    expect(left.organization).toEqual([{ id: 'o', name: 'Rumah aman', description: 'x' }, other]);
    expect([left.service_area, left.location, left.phone]).toEqual([[], [], []]);
  });

  it('is known by whichever way a row hangs on it, also where the package does not hold the organization itself', () => {
    const { organization: _, ...rest } = pack('x');
    const says = { replacement_value: 'Jl. Mawar' };
    const hanging = {
      ...rest,
      attribute: [{ id: 'at', link_entity: 'service', link_id: 's', value: 'Jl. Mawar' }],
      metadata: [{ id: 'm', resource_type: 'service', resource_id: 's', ...says }],
      location: [at, { id: 'l2' }],
      service_at_location: [...rest.service_at_location!, { id: 'sl2', service_id: 's', location_id: 'l2' }],
      schedule: [
        { id: 'h', service_id: 's', location_id: 'l' },
        { id: 'h2', service_id: 's', service_at_location_id: 'sl' },
        { id: 'h3', service_id: 's' },
      ],
      // A round of pointers ends.
      contact: [{ id: 'c', contact_id: 'c', service_id: 's' }],
    } as unknown as HsdsPackage;
    const faults = placeFaults(hanging, new Set(['o']), tells);
    expect(faults.map(({ resource, id, field }) => `${resource}.${id} ${field}`)).toEqual([
      ...['service.s description', 'location.l id', 'location.l2 id', 'address.a id'],
      ...['service_at_location.sl id', 'service_at_location.sl2 id', 'phone.p id'],
      ...['attribute.at value', 'metadata.m replacement_value'],
      ...['schedule.h id', 'schedule.h2 id', 'contact.c id'],
    ]);
  });

  it('and an office that is none keeps its place', () => {
    expect(placeFaults(pack('Dinas'), secretOrganizations(pack('Dinas'), new Set()), tells)).toEqual([]);
  });
});

describe('what is kept of an import', () => {
  const row = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
  );
  const kept = (fields: object): HsdsRow => ({ ...fields, id: 'r' }) as HsdsRow;

  it('goes out as it came in until somebody changes it here, field by field', () => {
    fc.assert(
      fc.property(row, row, row, (body, base, now) => {
        const out = (of: object): HsdsRow =>
          withKept({ t: [kept(of)] }, [{ resource: 't', body: kept(body), base: kept(base) }], ['t']).t![0]!;
        expect(sameRow(out(base), kept(body))).toBe(true);
        const after = out(now);
        for (const field of ['a', 'b', 'c', 'd'] as const)
          expect(after[field]).toEqual(sameRow(now[field], base[field]) ? body[field] : now[field]);
      }),
    );
  });

  it('does not bring back what was ended here', () => {
    const one = { resource: 't', body: kept({ a: 1 }), base: kept({}) };
    expect(withKept({}, [one], ['t'])).toEqual({});
    expect(withKept({}, [{ ...one, base: null }], ['t'])).toEqual({ t: [kept({ a: 1 })] });
  });
});

describe('a package with faults', () => {
  it('names table, row and field', () => {
    const { faults, notices } = readPackage(
      JSON.stringify({
        organization: [
          { id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610', name: 'A', description: 'x' },
          { id: 'nope', name: 7, email: 'x', colour: 'red' },
          { name: 'B', description: '' },
        ],
        service: [
          { id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c611', name: 'S', status: 'open', minimum_age: '12' },
        ],
        unit: [{ id: 'x', name: 'hour\u0000' }],
      }),
    );
    expect(faults.map(({ resource, row, field, code }) => `${resource} ${row} ${field} ${code}`)).toEqual([
      'organization 2 description hsds.required',
      'organization 2 id hsds.format',
      'organization 2 email hsds.format',
      'organization 3 id hsds.noId',
      'service 1 organization_id hsds.required',
      'service 1 status hsds.enum',
      'service 1 minimum_age hsds.type',
      'unit 1 name text.controlCharacters',
    ]);
    expect(notices.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'name hsds.numberAsText',
      'colour hsds.unknownField',
      ' hsds.unknownTable',
    ]);
  });

  it.each([
    ['no JSON', 'hsds.notJson'],
    ['[]', 'hsds.notTables'],
    ['{"organization":{"id":"x"}}', 'hsds.notTables'],
    ['{"organization":[null]}', 'hsds.notTables'],
  ])('is refused whole: %s', (content, code) =>
    expect(readPackage(content).faults).toMatchObject([{ code }]),
  );
});
