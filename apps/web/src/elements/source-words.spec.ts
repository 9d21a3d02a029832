import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sourceWords } from './source-words';

const MARK = /\[[^\]]*\b(?:S\d+[a-z]?|K|D)\b[^\]]*\]/;
const data = join(import.meta.dirname, '../../../../libs/deadlines/data');
const screens = join(import.meta.dirname, '../screens');

describe('a citation on a screen', () => {
  it('names its source instead of the mark of the register', () => {
    expect(sourceWords('sumber sekunder [S56b]', 'id')).toBe('sumber sekunder (andzaribrahim.com)');
    expect(sourceWords('Dasar hukum [K]; angka dari sumber sekunder [S49].', 'en')).toBe(
      'Dasar hukum (not yet compared with the text); angka dari sumber sekunder (katahukum.id).',
    );
    expect(sourceWords('[K] Diversi bukan mediasi.', 'id')).toBe(
      '(belum dicocokkan dengan naskahnya) Diversi bukan mediasi.',
    );
    expect(sourceWords('UU 12/2022 Ps.41', 'id')).toBe('UU 12/2022 Ps.41');
    expect(sourceWords('Perwali 3/2026 [lampiran II]', 'id')).toBe('Perwali 3/2026 [lampiran II]');
  });

  it('leaves no mark of any register that is seeded, and knows each by name', () => {
    for (const file of readdirSync(data).filter((name) => name.endsWith('.csv')))
      for (const line of readFileSync(join(data, file), 'utf8').split('\n')) {
        expect(sourceWords(line, 'id')).not.toMatch(MARK);
        for (const [mark] of line.matchAll(/\[(?:S\d+[a-z]?)\]/g))
          expect([mark, sourceWords(mark, 'id')]).toEqual([mark, expect.stringMatching(/\.\w+/)]);
      }
  });

  it('is how every screen that shows one writes it', () => {
    const files = readdirSync(screens, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    );
    const raw = files.flatMap((name) =>
      [
        ...readFileSync(join(screens, name), 'utf8').matchAll(
          /^.*(?<![\w'])(?:rule|deadline|one|holiday|period|now)\.(?:citation|notes|wording|basis)\b.*$/gm,
        ),
      ]
        .map(([line]) => `${name}: ${line.trim()}`)
        .filter(
          (line) =>
            /citation|notes|wording|(?:holiday|period)\.basis/.test(line) && !line.includes('sourceWords('),
        ),
    );
    expect(raw).toEqual([]);
  });
});
