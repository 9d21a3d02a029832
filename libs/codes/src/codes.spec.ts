import { dataFile } from '#config';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { validate } from 'class-validator';
import { codes } from './codes.js';
import { IsCode } from './is-code.js';
import { CODE_LISTS } from './rules/code-lists.js';

const rows: { list: string; code: string }[] = parse(readFileSync(dataFile('codes', 'codes.csv'), 'utf8'), {
  columns: true,
});

class Sample {
  @IsCode('TINGKAT_RISIKO')
  risk: unknown;

  @IsCode('JENIS_KEKERASAN', { each: true })
  violenceTypes: unknown;
}

describe('coded lists', () => {
  it('know every list of the file and no other', () => {
    expect([...new Set(rows.map((row) => row.list))].sort()).toEqual([...CODE_LISTS].sort());
  });

  it('lose no code and hold none twice', () => {
    const held = CODE_LISTS.flatMap((list) => codes.of(list).map((code) => `${list} ${code.code}`));
    expect(held.length).toBe(rows.length);
    expect(new Set(held).size).toBe(rows.length);
  });

  it('give the words in both languages, and the code itself when it is unknown', () => {
    expect(codes.label('TINGKAT_RISIKO', 'TINGGI', 'id')).toBe('Tinggi');
    expect(codes.label('TINGKAT_RISIKO', 'TINGGI', 'en')).toBe('High');
    expect(codes.label('TINGKAT_RISIKO', 'SANGAT', 'id')).toBe('SANGAT');
    expect(codes.mapsTo('STATUS_RUJUKAN', 'DITERIMA')).toBe('accepted');
  });

  it.each([
    ['TINGGI', true],
    ['tinggi', false],
    ['KTP', false],
    ['', false],
    [null, false],
    [7, false],
    ['constructor', false],
  ])('accept only exact codes of the list: %p is %p', (code, expected) =>
    expect(codes.isIn('TINGKAT_RISIKO', code)).toBe(expected),
  );

  it('refuse a DTO field that is no code, naming the field', async () => {
    const sample = Object.assign(new Sample(), { risk: 'HIGH', violenceTypes: ['FISIK', 'X'] });
    const faults = await validate(sample);
    expect(faults.map((fault) => fault.property).sort()).toEqual(['risk', 'violenceTypes']);
    expect(faults.map((fault) => fault.constraints?.isCode)).toEqual(['code.unknown', 'code.unknown']);
    Object.assign(sample, { risk: 'TINGGI', violenceTypes: ['FISIK', 'SEKSUAL'] });
    expect(await validate(sample)).toEqual([]);
  });
});
