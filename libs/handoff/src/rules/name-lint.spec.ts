import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { namesIn } from './name-lint.js';

describe('names in free text', () => {
  it('are found as written, each once, without case and accents', () => {
    expect(namesIn('Mohon periksa NURI; Nuri takut. Kata Réka, nuri pusing.', ['Nuri Reka'])).toEqual([
      'NURI',
      'Réka',
    ]);
  });

  it('are whole words only', () => {
    expect(namesIn('Ia menurinya, burnuri.', ['Nuri'])).toEqual([]);
    expect(namesIn('Untuk Nuri, 13 tahun', ['Nuri'])).toEqual(['Nuri']);
  });

  it('are not the words that stand beside names', () => {
    expect(namesIn('Ibu klien datang bersama anak', ['Ny. Ibu Siti binti Klien'])).toEqual([]);
    expect(namesIn('An. Al ada', ['Al'])).toEqual([]);
    expect(namesIn('Ancaman oleh mantan pacar', ['Mantan Baskara'])).toEqual([]);
  });

  it('are none when nothing is known', () => {
    expect(namesIn('Nuri', [null, undefined, ''])).toEqual([]);
  });

  it('are found wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.lorem(),
        fc.constantFrom('Kinanti', 'Puri', 'Sekar'),
        fc.lorem(),
        (before, name, after) => {
          expect(namesIn(`${before} ${name}. ${after}`, [`${name} Rekaan`])).toContain(name);
        },
      ),
    );
  });
});
