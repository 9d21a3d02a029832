import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contextsFor } from './contexts.js';
import { gbvimsType } from './gbvims-type.js';
import { mandateFor, tracksFor } from './tracks.js';

const TYPES = ['FISIK', 'PSIKIS', 'SEKSUAL', 'EKSPLOITASI', 'TRAFFICKING', 'PENELANTARAN', 'LAINNYA'];
const CONTEXTS = [
  'KDRT',
  'TPKS',
  'KBGO',
  'PERUNDUNGAN',
  'ABH',
  'PERKAWINAN_ANAK',
  'KELUARGA_TANPA_KEKERASAN',
  'HAK_ASUH',
];

const reports = fc.record({
  victims: fc.array(
    fc.record({
      sex: fc.constantFrom('P', 'L', null),
      age: fc.option(fc.integer({ min: 0, max: 99 })),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  violenceTypes: fc.subarray(TYPES),
  contexts: fc.subarray(CONTEXTS),
});

describe('tracks', () => {
  it.each([
    ['a girl', [{ sex: 'P', age: 13 }], ['SEKSUAL'], ['KTA']],
    ['a boy', [{ sex: 'L', age: 17 }], ['FISIK'], ['KTA']],
    [
      'a woman and her children',
      [
        { sex: 'P', age: 34 },
        { sex: 'L', age: 7 },
      ],
      ['FISIK'],
      ['KTP', 'KTA'],
    ],
    ['a trafficked woman', [{ sex: 'P', age: 21 }], ['TRAFFICKING'], ['KTP', 'TPPO']],
    ['a trafficked man', [{ sex: 'L', age: 30 }], ['TRAFFICKING'], ['TPPO']],
    ['a woman of unknown age', [{ sex: 'P', age: null }], ['FISIK'], []],
  ])('of %s', (_, victims, violenceTypes, expected) =>
    expect(tracksFor({ mandate: 'VIOLENCE', victims, violenceTypes })).toEqual(expected),
  );

  it('follow a concluded indication of trafficking', () => {
    const facts = {
      mandate: 'VIOLENCE' as const,
      victims: [{ sex: 'P', age: 21 }],
      violenceTypes: ['PSIKIS'],
    };
    expect(tracksFor({ ...facts, traffickingConcluded: true })).toEqual(['KTP', 'TPPO']);
  });

  it('hold exactly what their definitions say, for every report', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const mandate = mandateFor(report);
        const tracks = tracksFor({ ...report, mandate });
        if (mandate === 'FAMILY') return expect(tracks).toEqual([]);
        expect(tracks.includes('KTA')).toBe(report.victims.some((v) => v.age !== null && v.age < 18));
        expect(tracks.includes('KTP')).toBe(report.victims.some((v) => v.sex === 'P' && (v.age ?? 0) >= 18));
        expect(tracks.includes('TPPO')).toBe(report.violenceTypes.includes('TRAFFICKING'));
      }),
    );
  });

  it('are never given to a family without violence, and any violence ends that mandate', () => {
    fc.assert(
      fc.property(reports, (report) => {
        if (report.violenceTypes.length > 0) expect(mandateFor(report)).toBe('VIOLENCE');
      }),
    );
    expect(mandateFor({ violenceTypes: [], contexts: ['KELUARGA_TANPA_KEKERASAN'] })).toBe('FAMILY');
    expect(mandateFor({ violenceTypes: [], contexts: [] })).toBe('VIOLENCE');
  });
});

describe('contexts', () => {
  it('hold TPKS exactly when the violence is sexual', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const contexts = contextsFor(report);
        expect(contexts.includes('TPKS')).toBe(report.violenceTypes.includes('SEKSUAL'));
        expect(new Set(contexts).size).toBe(contexts.length);
        expect(contextsFor({ ...report, contexts })).toEqual(contexts);
      }),
    );
  });

  it('hold ABH when a reported person is a child', () => {
    expect(contextsFor({ contexts: [], violenceTypes: ['FISIK'], reportedAges: [null, 16] })).toEqual([
      'ABH',
    ]);
    expect(contextsFor({ contexts: [], violenceTypes: ['FISIK'], reportedAges: [null, 19] })).toEqual([]);
  });
});

describe('GBVIMS type', () => {
  it.each([
    [['SEKSUAL'], [], false, 'SEXUAL_ASSAULT', true],
    [['SEKSUAL', 'PSIKIS'], ['KBGO'], true, 'PSYCHOLOGICAL_ABUSE', false],
    [['SEKSUAL', 'FISIK'], [], false, 'SEXUAL_ASSAULT', true],
    [['FISIK', 'PSIKIS'], ['KDRT'], false, 'PHYSICAL_ASSAULT', false],
    [['PSIKIS'], ['PERKAWINAN_ANAK'], false, 'FORCED_MARRIAGE', true],
    [['TRAFFICKING', 'EKSPLOITASI', 'PSIKIS'], [], false, 'DENIAL_OF_RESOURCES', true],
    [['PENELANTARAN'], [], false, 'DENIAL_OF_RESOURCES', false],
    [['PSIKIS'], [], false, 'PSYCHOLOGICAL_ABUSE', false],
    [['LAINNYA'], [], false, null, false],
    [[], [], false, null, false],
  ])('of %p in %p, online %p', (violenceTypes, contexts, online, type, provisional) =>
    expect(gbvimsType({ violenceTypes, contexts, online })).toEqual({ type, provisional }),
  );

  it('is rape only when a finding says so, and contact flagged at screening counts over the screen', () => {
    const facts = { violenceTypes: ['SEKSUAL'], contexts: ['KBGO'], online: true };
    expect(gbvimsType({ ...facts, redFlags: ['KONTAK_SEKSUAL'] }).type).toBe('SEXUAL_ASSAULT');
    expect(gbvimsType({ ...facts, rapeFound: true })).toEqual({ type: 'RAPE', provisional: false });
  });
});
