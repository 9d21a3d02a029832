import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { districtOf, personFaults, type PersonAnswers } from './person-faults.js';

const TODAY = '2026-06-08';
const codes = (answers: PersonAnswers): string[] =>
  personFaults(answers, TODAY).map((fault) => `${fault.pointer} ${fault.code}`);

describe('answers about a person', () => {
  it('are never wrong for being absent', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ nik: '', birthDate: null, phone: '', regionCode: undefined })).toEqual([]);
  });

  it.each<[PersonAnswers, string[]]>([
    [{ nik: '123' }, ['/nik nik.wrongLength']],
    [{ nik: '16740152071099AB' }, ['/nik nik.notDigits']],
    [{ nik: '1674013102109951' }, ['/nik nik.impossibleDate']],
    [{ nik: '3171015207109951' }, []],
    [{ birthDate: '2026-02-30' }, ['/birthDate date.impossible']],
    [{ birthDate: '2026-06-09' }, ['/birthDate date.inTheFuture']],
    [{ birthDate: '1899-12-31' }, ['/birthDate date.tooEarly']],
    [{ birthDate: TODAY }, []],
    [{ phone: '129' }, ['/phone phone.notReachable']],
    [{ phone: '0812-0000-4101' }, []],
    [{ regionCode: '16.74.02.1003' }, []],
    [{ regionCode: '16.74.2' }, ['/regionCode region.unknown']],
  ])('%p: %p', (answers, faults) => expect(codes(answers)).toEqual(faults));

  it('always name the field, whatever is typed', () => {
    const typed = fc.record({
      nik: fc.string(),
      birthDate: fc.string(),
      phone: fc.string(),
      regionCode: fc.string(),
    });
    fc.assert(
      fc.property(typed, (answers) => {
        for (const fault of personFaults(answers, TODAY))
          expect(['/nik', '/birthDate', '/phone', '/regionCode']).toContain(fault.pointer);
      }),
    );
  });

  it('leave the district readable and the village not', () => {
    expect(districtOf('16.74.02.1003')).toBe('16.74.02');
    expect(districtOf('16.74')).toBe('16.74');
    expect(districtOf(null)).toBeNull();
  });
});
