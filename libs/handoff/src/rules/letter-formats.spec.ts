import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { letterNumberOf, readLetterFormats, UnreadableLetterNumbers } from './letter-formats.js';

const shipped = readFileSync(join(import.meta.dirname, '../../data/letter-numbers.md'), 'utf8');
const file = (...lines: string[]): string =>
  ['## Formats', '', '| city | from | format | why |', '|---|---|---|---|', ...lines].join('\n');

describe('the number of a letter', () => {
  it('is an official letter’s: security mark, running number, city, Roman month, year', () => {
    const formats = readLetterFormats(shipped);
    expect(letterNumberOf(formats, 'PBM-R-2026-0042', '2026-11-26')).toBe('R/0042/PBM/XI/2026');
    expect(letterNumberOf(formats, 'PBM-R-2027-0001', '2027-01-01')).toBe('R/0001/PBM/I/2027');
    expect(letterNumberOf(formats, 'LLG-R-2026-12345', '2026-04-14')).toBe('R/12345/LLG/IV/2026');
  });

  it('follows the city’s own line from its day on, and a letter printed again keeps its number', () => {
    const formats = readLetterFormats(
      file(
        '| * | 2026-01-01 | R/{urut}/{kota}/{bulan}/{tahun} | - |',
        '| LLG | 2026-07-01 | {tahun}.{urut}-R | - |',
        '| LLG | 2027-01-01 | R-{urut}/{tahun} | - |',
      ),
    );
    expect(
      [
        ['LLG-R-2026-0001', '2026-06-30'],
        ['LLG-R-2026-0002', '2026-07-01'],
        ['LLG-R-2027-0001', '2027-03-01'],
        ['PBM-R-2027-0001', '2027-03-01'],
        ['PBM-R-2025-0001', '2025-12-31'],
      ].map(([number, sentOn]) => letterNumberOf(formats, number!, sentOn!)),
    ).toEqual(['R/0001/LLG/VI/2026', '2026.0002-R', 'R-0001/2027', 'R/0001/PBM/III/2027', 'PBM-R-2025-0001']);
  });

  it.each([
    ['R/{urut}', 'no year'],
    ['R/{tahun}', 'no running number'],
    ['R/{urut}/{urut}/{tahun}', 'twice'],
    ['{urut}/UPTD-PPA/{bulan}/{tahun}', 'names the office'],
    ['{urut}/Perempuan/{tahun}', 'names the matter'],
    ['{urut}/{nama}/{tahun}', 'an unknown part'],
    ['R {urut}/{tahun}', 'a blank'],
  ])('%s is refused: %s', (format) => {
    expect(() => readLetterFormats(file(`| * | 2026-01-01 | ${format} | - |`))).toThrow(
      UnreadableLetterNumbers,
    );
  });

  it('is refused where its city, its day or its line is odd', () => {
    for (const lines of [
      ['| prabumulih | 2026-01-01 | R/{urut}/{tahun} | - |'],
      ['| * | 1 Jan | R/{urut}/{tahun} | - |'],
      ['| * | 2026-01-01 | R/{urut}/{tahun} |'],
      ['| * | 2026-01-01 | R/{urut}/{tahun} | - |', '| * | 2026-01-01 | S/{urut}/{tahun} | - |'],
      [],
    ])
      expect(() => readLetterFormats(file(...lines))).toThrow(UnreadableLetterNumbers);
  });
});
