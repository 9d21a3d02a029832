import { describe, expect, it } from '@jest/globals';
import { agencyFaults, changedFields, contactFaults, serviceFaults } from './directory-entry.js';
import { freshnessOf, monthsAfter, type VerificationRule } from './freshness.js';
import { tellsAPlace } from './tells-a-place.js';

describe('what would lead somebody to a secret place', () => {
  it.each([
    'Jl. Sudirman 4',
    'jln Kenanga',
    'Jalan Melati',
    'Gang Mawar',
    'RT 03 RW 02',
    'rumah no. 17',
    'Nomor 17B',
    'Blok C',
    'Kelurahan Gunung Ibul',
    '-3.4328, 104.2356',
    'https://maps.example/abc',
    'belakang Masjid Contoh',
    'dekat Pasar Contoh',
  ])('%s', (text) => expect(tellsAPlace(text)).toBe(true));

  it.each([
    'Penampungan sementara (rumah aman)',
    'Berita acara masuk/keluar',
    'Rawat jalan dan rawat inap',
    'kriteria masuk',
    'anak laki-laki sampai 12 tahun bersama ibu',
    'UU 23/2004 Ps.21',
    'Paling lama 14 hari',
    'Dekat dengan anak selama pemulihan',
    'Kerja sama dengan desa binaan',
  ])('not: %s', (text) => expect(tellsAPlace(text)).toBe(false));
});

const AGENCY = {
  name: 'Penampungan',
  unit: null,
  description: null,
  takesTracks: ['KTP'],
  needsToAccept: ['asesmen risiko'],
  feedbackDocument: null,
  hours: '24/7',
  hoursNote: null,
  address: null,
  costSource: null,
};

describe('an entry of the directory', () => {
  it('of a secret place has no address, neither in its field nor in the words around it', () => {
    expect(agencyFaults(AGENCY, { secret: true })).toEqual([]);
    expect(
      agencyFaults(
        { ...AGENCY, address: 'X', hoursNote: 'Antar ke Jl. Mawar', needsToAccept: ['ok', 'RT 4'] },
        { secret: true },
      ),
    ).toEqual([
      { pointer: '/address', code: 'directory.secretHasNoAddress' },
      { pointer: '/needsToAccept/1', code: 'directory.tellsAPlace' },
      { pointer: '/hoursNote', code: 'directory.tellsAPlace' },
    ]);
    expect(agencyFaults({ ...AGENCY, address: 'Jl. Mawar 4' }, { secret: false })).toEqual([]);
  });

  it('has ages in order, and two numbers that differ', () => {
    const service = {
      serviceCode: 'VISUM',
      nameId: 'Visum',
      nameEn: 'Report',
      description: null,
      forTracks: [],
      forSex: [],
      ageMin: 18,
      ageMax: 3,
      riskLevels: [],
      requires: [],
      costSource: null,
      hours: '24/7',
      emergency: false,
      accessibility: [],
    };
    expect(serviceFaults(service, { secret: false })).toEqual([
      { pointer: '/ageMax', code: 'directory.agesOutOfOrder' },
    ]);
    const phones = (dutyPhone: string | null, dutyPhoneFallback: string | null): string[] =>
      contactFaults({ email: null, dutyPhone, dutyPhoneFallback }).map(({ code }) => code);
    expect(phones('0812-1', '08121')).toEqual(['directory.sameNumberTwice']);
    expect(phones(null, '08121')).toEqual(['directory.fallbackAlone']);
    expect(phones('0812-1', '08122')).toEqual([]);
  });

  it('says which fields changed, lists by what is in them', () => {
    expect(
      changedFields(AGENCY, { ...AGENCY, takesTracks: ['KTP', 'KTA'], needsToAccept: ['asesmen risiko'] }),
    ).toEqual(['takesTracks']);
  });
});

describe('when a line has to be checked again', () => {
  const rules: VerificationRule[] = [
    { ruleId: 'doors', kinds: ['RSUD'], months: 3, basis: 'PROPOSAL', citation: '' },
    { ruleId: 'all', kinds: [], months: 6, basis: 'PROPOSAL', citation: '' },
  ];
  const at = (kind: string, verifiedOn: string | null, today: string) =>
    freshnessOf({ kind, verifiedOn, enteredOn: '2026-01-31' }, rules, today);

  it('counts months to the day, and to the last day of a shorter month', () => {
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28');
    expect(monthsAfter('2026-11-26', 3)).toBe('2027-02-26');
    expect(monthsAfter('2026-12-15', 12)).toBe('2027-12-15');
  });

  it('by the rule of its kind, the last day still counts', () => {
    expect(at('RSUD', '2026-05-10', '2026-08-10')).toMatchObject({ dueOn: '2026-08-10', stale: false });
    expect(at('RSUD', '2026-05-10', '2026-08-11').stale).toBe(true);
    expect(at('LBH', '2026-05-10', '2026-08-11')).toMatchObject({ dueOn: '2026-11-10', stale: false });
  });

  it('counts from the day it came in where nobody ever looked', () => {
    expect(at('LBH', null, '2026-07-31')).toMatchObject({ dueOn: '2026-07-31', stale: false });
    expect(at('LBH', null, '2026-08-01').stale).toBe(true);
  });
});
