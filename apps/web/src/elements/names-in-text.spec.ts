import { describe, expect, it } from '@jest/globals';
import { wholeWords, withoutNames } from './names-in-text';

describe('names in free text', () => {
  it('become the neutral word, with the honorific before them', () => {
    expect(withoutNames('Mohon jemput Ibu Sri. Ibu Sri menunggu.', ['Sri'], 'Klien')).toBe(
      'Mohon jemput klien. Klien menunggu.',
    );
  });

  it('are replaced as one when several stand together', () => {
    expect(withoutNames('Siti Rekaan perlu kontrol', ['Siti', 'Rekaan'], 'Klien')).toBe(
      'Klien perlu kontrol',
    );
  });

  it('are found as whole words only', () => {
    expect(withoutNames('Nuri menuri nurinya', ['nuri'], 'Klien')).toBe('Klien menuri nurinya');
    expect('Sri, sri-sri; Srikandi'.match(wholeWords(['Sri']))).toHaveLength(3);
  });

  it('may hold signs that mean something in a pattern', () => {
    expect(withoutNames('Kata D. (A) di sini', ['D. (A)'], 'Klien')).toContain('lien');
  });
});
