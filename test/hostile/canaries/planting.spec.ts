import { describe, expect, it } from '@jest/globals';
import { foundIn, Planting } from './planting.js';

describe('planted words', () => {
  const planting = new Planting();
  const body = planting.into('POST /x', {
    text: 'Cerita.',
    reason: 'TUJUAN_TERCAPAI',
    at: '2026-04-14T19:00:00+07:00',
    persons: [{ name: 'Sekar', nik: '1674014107929951', phone: '0812-0000-4201' }],
    flags: ['CEKIKAN'],
  });
  const [text, name, nik, phone] = planting.all;

  it('stand in every free field, and in no code', () => {
    expect(body).toMatchObject({
      reason: 'TUJUAN_TERCAPAI',
      at: '2026-04-14T19:00:00+07:00',
      flags: ['CEKIKAN'],
    });
    expect(planting.all.map(({ at }) => at)).toEqual([
      'POST /x /text',
      'POST /x /persons/0/name',
      'POST /x /persons/0/nik',
      'POST /x /persons/0/phone',
    ]);
  });

  it.each(['utf8', 'hex', 'base64', 'base64url'] as const)(
    'are found in %s, wherever they begin',
    (encoding) => {
      for (const planted of [text!, name!, nik!, phone!])
        for (const before of ['', 'a', 'ab', 'abc', '{"x":"'])
          expect(
            foundIn(Buffer.from(`${before}${planted.word}, lalu`).toString(encoding), planting.all),
          ).toContain(planted);
    },
  );

  it('are found shouted, in a path, in JSON and as a number is kept', () => {
    expect(foundIn(text!.word.toUpperCase(), planting.all)).toEqual([text]);
    expect(foundIn(`/x?q=${encodeURIComponent(name!.word)}`, planting.all)).toEqual([name]);
    expect(foundIn(JSON.stringify({ a: `"${nik!.word}"` }), planting.all)).toEqual([nik]);
    expect(foundIn(`+62${phone!.word.slice(1).replaceAll('-', '')}`, planting.all)).toEqual([phone]);
    expect(foundIn('Kanari, 0812-0000-4201', planting.all)).toEqual([]);
  });
});
