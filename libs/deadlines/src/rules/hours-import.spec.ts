import { describe, expect, it } from '@jest/globals';
import { periodState, readHoursLines, takingBack } from './hours-import.js';
import { closingMinute, isWorkingDay, workCalendar, type HoursPeriod } from './work-calendar.js';
import { hoursOfPeriod } from './hours-import.js';

const TODAY = '2026-11-25';
const REGIONS = new Set(['16', '16.74', '73']);
const HEADING = 'season;weekday;open;break_start;break_end;close;valid_from;valid_to;basis;region';
const RAMADAN = [
  'RAMADAN;SENIN-KAMIS;08.00;12.00;12.30;15.00;08/02/2027;09/03/2027;SE contoh;',
  'RAMADAN;Jumat;8:00;11:30;12:30;15:30;2027-02-08;2027-03-09;SE contoh;',
];

const read = (rows: readonly string[], known: readonly HoursPeriod[] = [], heading = HEADING) =>
  readHoursLines(
    [heading, ...rows].map((text, index) => ({ line: index + 1, cells: text.split(';') })),
    TODAY,
    REGIONS,
    known,
  );
const codes = (rows: readonly string[], known: readonly HoursPeriod[] = []): string[] =>
  read(rows, known).faults.map(({ line, column, code }) => `${line} ${column} ${code}`);
const ramadan = read(RAMADAN).periods[0]!;

describe('a list of office hours', () => {
  it('is read as a spreadsheet writes it: runs of weekdays, dots and dates day first, the weekend shut', () => {
    const { periods, faults } = read(RAMADAN);
    expect(faults).toEqual([]);
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({
      season: 'RAMADAN',
      regionCode: null,
      validFrom: '2027-02-08',
      validTo: '2027-03-09',
    });
    expect(periods[0]!.days.map(({ opensAt, closesAt }) => `${opensAt} ${closesAt}`)).toEqual([
      ...Array.from({ length: 4 }, () => '08:00 15:00'),
      '08:00 15:30',
      'null null',
      'null null',
    ]);
  });

  it('may have Indonesian headings in any order', () => {
    const heading = 'hari;musim;buka;tutup;berlaku_dari;berlaku_sampai;dasar;wilayah';
    const rows = ['SENIN-JUMAT;Ramadan;08.00;15.00;08/02/2027;09/03/2027;SE contoh;16.74'];
    expect(read(rows, [], heading).periods[0]).toMatchObject({ regionCode: '16.74', season: 'RAMADAN' });
  });

  it.each<[string, string[], string[]]>([
    ['a column that is not there', [], ['1 weekday list.empty']],
    [
      'cells that are none',
      ['PUASA;SENIN-MINGGUAN;25.00;;;15;31/02/2027;besok;;99'],
      [
        '2 season code.unknown',
        '2 region region.unknown',
        '2 weekday hours.weekdayUnknown',
        '2 valid_from date.impossible',
        '2 valid_to date.malformed',
        '2 basis field.minLength',
        '2 open hours.timeMalformed',
        '2 close hours.timeMalformed',
      ],
    ],
    [
      'an office that closes before it opens',
      ['NORMAL;SENIN-JUMAT;16.00;;;07.30;2027-01-04;;SE;'],
      ['2 close hours.closesBeforeItOpens'],
    ],
    [
      'only one of two times',
      ['NORMAL;SENIN-JUMAT;07.30;;;;2027-01-04;;SE;'],
      ['2 close hours.needsBothTimes'],
    ],
    [
      'a break outside the hours',
      ['NORMAL;SENIN-JUMAT;07.30;12.00;17.00;16.00;2027-01-04;;SE;'],
      ['2 break_start hours.breakOutside'],
    ],
    [
      'a weekday that is left out',
      ['NORMAL;SENIN-KAMIS;07.30;;;16.00;2027-01-04;;SE;'],
      ['2 weekday hours.weekdayMissing'],
    ],
    [
      'a weekday twice',
      ['NORMAL;SENIN-JUMAT;07.30;;;16.00;2027-01-04;;SE;', 'NORMAL;JUMAT;07.30;;;16.30;2027-01-04;;SE;'],
      ['3 weekday hours.weekdayTwice'],
    ],
    ['a week without an open day', ['NORMAL;SENIN-MINGGU;;;;;2027-01-04;;SE;'], ['2 open hours.neverOpen']],
    [
      'hours that hold today already',
      ['NORMAL;SENIN-JUMAT;07.30;;;16.00;2026-11-25;;SE;'],
      ['2 valid_from hours.startsTooSoon'],
    ],
    [
      'an end before the beginning',
      ['NORMAL;SENIN-JUMAT;07.30;;;16.00;2027-01-04;2027-01-03;SE;'],
      ['2 valid_to hours.endsBeforeItStarts'],
    ],
    [
      'a Ramadan without an end',
      ['RAMADAN;SENIN-JUMAT;08.00;;;15.00;2027-02-08;;SE;'],
      ['2 valid_to hours.seasonNeedsAnEnd'],
    ],
    [
      'a Ramadan of two months',
      ['RAMADAN;SENIN-JUMAT;08.00;;;15.00;2027-02-08;2027-04-09;SE;'],
      ['2 valid_to hours.seasonTooLong'],
    ],
    [
      'two ends in one period',
      [RAMADAN[0]!, 'RAMADAN;JUMAT;08.00;;;15.30;2027-02-08;2027-03-10;SE;'],
      ['3 valid_to hours.endsDiffer'],
    ],
  ])('names %s', (_what, rows, faults) => expect(codes(rows)).toEqual(faults));

  it('names a heading that lacks a column', () => {
    expect(read(RAMADAN, [], 'season;weekday').faults.map(({ column }) => column)).toEqual([
      'open',
      'close',
      'valid_from',
      'basis',
    ]);
  });

  it('knows what is there already, also what has begun; other hours at the same time are a fault', () => {
    const again = read(RAMADAN, [ramadan]);
    expect([again.periods.length, again.alreadyKnown.length, again.faults]).toEqual([0, 1, []]);
    const begun = { ...ramadan, validFrom: '2026-11-20', validTo: '2026-12-19' };
    const rows = RAMADAN.map((row) =>
      row
        .replace('08/02/2027', '2026-11-20')
        .replace('2027-02-08', '2026-11-20')
        .replace('09/03/2027', '2026-12-19')
        .replace('2027-03-09', '2026-12-19'),
    );
    expect(codes(rows, [begun])).toEqual([]);
    const other = ['RAMADAN;SENIN-JUMAT;08.00;;;14.00;2027-03-09;2027-04-07;SE;'];
    expect(codes(other, [ramadan])).toEqual(['2 valid_from hours.overlaps']);
    expect(codes([other[0]!.replace('SE;', 'SE;73')], [ramadan])).toEqual([]);
    const later = ['NORMAL;SENIN-JUMAT;07.30;;;16.00;2027-01-04;;SE;'];
    const present: HoursPeriod = { ...ramadan, season: 'NORMAL', validFrom: '2026-01-01', validTo: null };
    expect(codes(later, [present])).toEqual([]);
  });
});

describe('periods in time', () => {
  const normal: HoursPeriod = { ...ramadan, season: 'NORMAL', validFrom: '2026-01-01', validTo: null };
  const next: HoursPeriod = { ...normal, validFrom: '2026-12-01' };

  it('ordinary hours end when later ones of the same place begin', () => {
    expect(periodState(normal, [normal, next], '2026-11-30')).toBe('IN_FORCE');
    expect(periodState(normal, [normal, next], '2026-12-01')).toBe('ENDED');
    expect(periodState(normal, [normal, { ...next, regionCode: '73' }], '2026-12-01')).toBe('IN_FORCE');
    expect(periodState(next, [normal, next], '2026-11-30')).toBe('COMING');
    expect(periodState(ramadan, [normal, ramadan], '2027-03-09')).toBe('IN_FORCE');
    expect(periodState(ramadan, [normal, ramadan], '2027-03-10')).toBe('ENDED');
  });

  it('a period is taken back whole before it begins, from tomorrow while it holds, and not after', () => {
    expect(takingBack(ramadan, [normal, ramadan], '2027-02-07')).toBe('whole');
    expect(takingBack(ramadan, [normal, ramadan], '2027-02-08')).toBe('fromTomorrow');
    expect(takingBack(ramadan, [normal, ramadan], '2027-03-09')).toEqual({ refused: 'hours.hasPassed' });
    expect(takingBack(ramadan, [normal, ramadan], '2027-05-01')).toEqual({ refused: 'hours.hasPassed' });
    expect(takingBack(normal, [normal], TODAY)).toEqual({ refused: 'hours.ordinaryStays' });
    expect(takingBack({ ...normal, regionCode: '73' }, [normal], TODAY)).toBe('fromTomorrow');
  });

  it('of two ordinary versions the later counts from its first day on, and the city’s own before both', () => {
    const shorter = {
      ...next,
      days: normal.days.map((day) =>
        day.closesAt ? { ...day, closesAt: '14:00' } : { ...day, opensAt: '08:00', closesAt: '12:00' },
      ),
    };
    const calendar = workCalendar({ holidays: [], hours: [normal, shorter].flatMap(hoursOfPeriod) });
    expect(closingMinute(calendar, '2026-11-30')).toEqual(new Date('2026-11-30T15:00:00+07:00'));
    expect(closingMinute(calendar, '2026-12-01')).toEqual(new Date('2026-12-01T14:00:00+07:00'));
    expect(isWorkingDay(calendar, '2026-11-28')).toBe(false);
    expect(isWorkingDay(calendar, '2026-12-05')).toBe(true);
    const own = { ...normal, regionCode: '16.74', validFrom: '2026-06-01', days: shorter.days };
    const city = workCalendar({
      holidays: [],
      hours: [normal, next, own].flatMap(hoursOfPeriod),
      regionCode: '16.74',
    });
    expect(closingMinute(city, '2026-12-01')).toEqual(new Date('2026-12-01T14:00:00+07:00'));
  });
});
