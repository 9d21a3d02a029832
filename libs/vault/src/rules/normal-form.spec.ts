import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalForm } from './normal-form.js';

describe('the normal form of a name', () => {
  it.each([
    ['Siti Aminah', 'siti aminah'],
    ['  SITI   aminah ', 'siti aminah'],
    ['Hj. Siti Aminah, S.Pd., M.Si', 'siti aminah'],
    ['Ibu dr. Siti Aminah, Sp. OG', 'siti aminah'],
    ['Siti Aminah,S.H.', 'siti aminah'],
    ["Nur'aini", 'nuraini'],
    ['Nur’aini', 'nuraini'],
    ['M.Rizki', 'm rizki'],
    ['Aminah, Siti', 'aminah siti'],
    ['Dra', 'dra'],
    ['An. Bunga', 'bunga'],
    ['Cut Nyak-Dien', 'cut nyak dien'],
    ['', ''],
    ['---', ''],
  ])('%j becomes %j', (written, normal) => {
    expect(normalForm('name', written)).toBe(normal);
  });

  it('is the same for composed and decomposed letters', () => {
    expect(normalForm('name', 'Re\u0301ne')).toBe(normalForm('name', 'R\u00e9ne'));
  });

  it('does not change when it is taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const once = normalForm('name', name);
        // A title that comes to stand in front once another was stripped is stripped in the same pass.
        expect(normalForm('name', once)).toBe(once);
      }),
    );
  });
});

describe('the normal form of numbers', () => {
  it.each(['16.7401.410202.0003', '1674 0141 0202 0003', '1674014102020003'])('NIK %s', (written) => {
    expect(normalForm('nik', written)).toBe('1674014102020003');
  });

  it.each([
    '0812-3456-7890',
    '+62 812 3456 7890',
    '62812 34567890',
    '0062 81234567890',
    '81234567890',
    '+62 0812 3456 7890',
  ])('phone %s', (written) => {
    expect(normalForm('phone', written)).toBe('+6281234567890');
  });

  it('is empty when there is no digit', () => {
    expect(normalForm('phone', 'tidak ada')).toBe('');
    expect(normalForm('nik', '-')).toBe('');
  });
});
