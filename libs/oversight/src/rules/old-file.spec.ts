import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { lastYear, oldFile } from './old-file.js';

const ZONE = 'Asia/Jakarta';

describe('an old file', () => {
  it('is of the year before, as the city counts years', () => {
    expect(lastYear(new Date('2026-04-14T10:00:00+07:00'), ZONE)).toBe(2025);
    expect(lastYear(new Date('2026-01-01T00:30:00+07:00'), ZONE)).toBe(2025);
  });

  it('stands behind the last real one, is closed later, and lies in its year', () => {
    const times = fc.date({
      min: new Date('2025-01-01T00:00:00+07:00'),
      max: new Date('2025-12-31T23:00:00+07:00'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.option(times, { nil: null }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (last, chance) => {
          const { openedAt, closedAt } = oldFile(2025, last, chance, ZONE);
          if (last) expect(openedAt.getTime()).toBeGreaterThan(last.getTime());
          expect(closedAt.getTime()).toBeGreaterThan(openedAt.getTime());
          expect(DateTime.fromJSDate(openedAt, { zone: ZONE }).year).toBe(2025);
        },
      ),
    );
  });

  it('was opened on a working day within office hours, where the year has one left', () => {
    for (const chance of [0, 0.3, 0.99]) {
      const { openedAt } = oldFile(2025, new Date('2025-11-03T10:00:00+07:00'), chance, ZONE);
      const local = DateTime.fromJSDate(openedAt, { zone: ZONE });
      expect(local.weekday).toBeLessThan(6);
      expect(local.hour).toBeGreaterThanOrEqual(9);
      expect(local.hour).toBeLessThan(15);
    }
  });
});
