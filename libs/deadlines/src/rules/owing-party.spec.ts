import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isOwedOutside, owingParty } from './owing-party.js';

const none = { owingAgencyId: null, owingAccountId: null };

describe('who owes an act', () => {
  it.each([
    [['PENANGGUNG_JAWAB_KASUS'], { owingAgencyId: null, owingAccountId: 'dewi' }],
    [['INSTANSI_PENERIMA'], { owingAgencyId: 'uptd', owingAccountId: null }],
    [['UPTD_PPA', 'PUSPAGA'], { owingAgencyId: 'uptd', owingAccountId: 'dewi' }],
    [['POLRES'], none],
  ])('%s', (kinds, expected) => {
    expect(owingParty(kinds, { agencyId: 'uptd', accountId: 'dewi' })).toEqual(expected);
  });

  it('the police owe what the law asks of them where they hold the referral; a court does not', () => {
    const holder = { agencyId: 'polres', kind: 'POLRES' };
    expect(owingParty(['POLRES'], { agencyId: 'uptd', holder })).toEqual({
      owingAgencyId: 'polres',
      owingAccountId: null,
    });
    expect(owingParty(['PENGADILAN_NEGERI'], { agencyId: 'uptd', holder })).toEqual(none);
  });
});

describe('a body outside', () => {
  it('owes what no agency and nobody of the house owes', () => {
    expect(isOwedOutside({ owingKinds: ['POLRES'], ...none })).toBe(true);
    expect(isOwedOutside({ owingKinds: ['RSUD', 'PUSKESMAS'], ...none })).toBe(true);
    expect(isOwedOutside({ owingKinds: ['POLRES'], owingAgencyId: 'polres', owingAccountId: null })).toBe(
      false,
    );
    expect(isOwedOutside({ owingKinds: ['PENGENDALI_DATA_KOTA'], ...none })).toBe(false);
    expect(isOwedOutside({ owingKinds: ['PENANGGUNG_JAWAB_KASUS'], ...none })).toBe(false);
  });

  // A new party in the register must be thought about: is it one of ours, or one that can only be watched?
  it('is, of the parties of the register, exactly these', () => {
    const kinds = ['deadline-rules.csv', 'deadline-rules-simpul.csv'].flatMap((name) =>
      owingKindsOf(new URL(`../../data/${name}`, import.meta.url)),
    );
    const outside = [...new Set(kinds)].filter((kind) => isOwedOutside({ owingKinds: [kind], ...none }));
    expect(outside.sort()).toEqual([
      'BAPAS',
      'DINKES',
      'DINSOS',
      'KEJAKSAAN',
      'LPSK',
      'PENGADILAN_NEGERI',
      'POLRES',
      'PUSKESMAS',
      'RSUD',
      'RUMAH_AMAN',
    ]);
  });
});

/** The fourth field of each row; the third may be quoted. */
function owingKindsOf(file: URL): string[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return rows.flatMap((row) => /^[^,]*,[^,]*,(?:"[^"]*"|[^,]*),([^,]*)/.exec(row)?.[1]!.split('|') ?? []);
}
