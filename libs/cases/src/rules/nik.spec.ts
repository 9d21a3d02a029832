import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkNik, cleanNik } from './nik.js';

const TODAY = '2026-06-08';

describe('NIK', () => {
  it('tells sex and birth date; women have 40 added to the day', () => {
    expect(checkNik('1674015207109951', { today: TODAY }).parts).toEqual({
      region: '167401',
      sex: 'P',
      birthDate: '2010-07-12',
    });
    expect(checkNik('1674011207869951', { today: TODAY }).parts).toMatchObject({
      sex: 'L',
      birthDate: '1986-07-12',
    });
  });

  it('reads past dots, blanks and the apostrophe of a spreadsheet', () => {
    expect(cleanNik("'16.74.01 520710-9951")).toBe('1674015207109951');
    expect(checkNik("'16.74.01 520710-9951", { today: TODAY }).status).toBe('VALID');
  });

  it.each([
    [undefined, 'MISSING'],
    ['', 'MISSING'],
    ['167401520710995', 'WRONG_LENGTH'],
    ['16740152071099510', 'WRONG_LENGTH'],
    ['1.67402E+15', 'BAD_CHARACTERS'],
    ['167401520710995O', 'BAD_CHARACTERS'],
    ['1674013202109951', 'IMPOSSIBLE_DATE'],
    ['1674010007109951', 'IMPOSSIBLE_DATE'],
    ['1674017207109951', 'IMPOSSIBLE_DATE'],
    ['1674015213109951', 'IMPOSSIBLE_DATE'],
    ['1674015207100000', 'IMPOSSIBLE_DATE'],
  ])('%p is %p', (text, status) => expect(checkNik(text, { today: TODAY }).status).toBe(status));

  it('only warns of another region, another sex and another birth date', () => {
    const verdict = checkNik('3171015207109951', {
      today: TODAY,
      sex: 'L',
      birthDate: '2010-07-13',
      provinces: ['16'],
    });
    expect(verdict.status).toBe('VALID');
    expect(verdict.warnings).toEqual(['REGION_UNKNOWN', 'SEX_MISMATCH', 'BIRTHDATE_MISMATCH']);
  });

  it('never throws and never invents parts, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { status, parts } = checkNik(text, { today: TODAY });
        expect(parts === null).toBe(status !== 'VALID');
      }),
    );
  });

  it('says back the day, month and sex that were written into it', () => {
    const births = fc.date({ min: new Date('1927-01-01'), max: new Date('2026-06-08'), noInvalidDate: true });
    fc.assert(
      fc.property(births, fc.boolean(), (date, female) => {
        const iso = date.toISOString().slice(0, 10);
        const day = String(Number(iso.slice(8)) + (female ? 40 : 0)).padStart(2, '0');
        const nik = `167401${day}${iso.slice(5, 7)}${iso.slice(2, 4)}9951`;
        const { status, parts } = checkNik(nik, { today: TODAY });
        expect(status).toBe('VALID');
        expect(parts!.sex).toBe(female ? 'P' : 'L');
        expect(parts!.birthDate.slice(2)).toBe(iso.slice(2));
        expect(parts!.birthDate <= TODAY).toBe(true);
      }),
    );
  });
});
