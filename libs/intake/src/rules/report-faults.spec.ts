import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportFaults, type ReportAnswers } from './report-faults.js';

const NOW = new Date('2026-06-08T10:15:00+07:00');
const calm: ReportAnswers = {
  channel: 'TELEPON',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  clientSafeNow: 'YES',
  openCase: true,
};
const codes = (change: Partial<ReportAnswers>): string[] =>
  reportFaults({ ...calm, ...change }, NOW).map((fault) => `${fault.pointer} ${fault.code}`);
const at = (iso: string): Date => new Date(iso);

describe('a report as a whole', () => {
  it.each<[Partial<ReportAnswers>, string[]]>([
    [{}, []],
    [{ receivedAt: NOW, occurredAt: NOW, knownAt: NOW }, []],
    [{ receivedAt: at('2026-06-08T10:15:01+07:00') }, ['/receivedAt time.inTheFuture']],
    [{ occurredAt: at('2026-06-08T10:16:00+07:00') }, ['/occurredAt time.afterTheReport']],
    [
      { receivedAt: at('2026-06-07T10:00:00+07:00'), occurredAt: at('2026-06-08T09:00:00+07:00') },
      ['/occurredAt time.afterTheReport'],
    ],
    [
      { occurredAt: at('2026-06-08T09:00:00+07:00'), knownAt: at('2026-06-08T08:00:00+07:00') },
      ['/knownAt time.beforeTheIncident'],
    ],
    [{ occurredAt: at('1066-10-14T09:00:00Z') }, ['/occurredAt time.tooEarly']],
    [{ contexts: ['KDRT', 'TPKS'] }, ['/contexts/1 context.needsSexualViolence']],
    [{ contexts: ['TPKS'], violenceTypes: ['SEKSUAL'] }, []],
    [{ contexts: ['KELUARGA_TANPA_KEKERASAN'] }, ['/contexts/0 context.familyWithViolence']],
    [{ contexts: ['KELUARGA_TANPA_KEKERASAN', 'HAK_ASUH'], violenceTypes: [] }, []],
    [
      { contexts: ['KDRT', 'KELUARGA_TANPA_KEKERASAN'], violenceTypes: [] },
      ['/contexts/1 context.familyWithViolence'],
    ],
    [{ openCase: false }, []],
    [{ openCase: false, clientSafeNow: 'NO' }, ['/disposition report.mustBeOpened']],
    [{ openCase: false, violenceTypes: ['SEKSUAL'] }, ['/disposition report.mustBeOpened']],
    [{ channel: 'SAPA129' }, ['/externalRef report.externalRefMissing']],
    [{ channel: 'SAPA129', externalRef: 'SAPA/1/2026' }, []],
  ])('%p: %p', (change, faults) => expect(codes(change)).toEqual(faults));

  it('accepts times in their order and refuses every other order, whatever the times', () => {
    const time = fc.date({ min: at('1950-01-01T00:00:00Z'), max: NOW, noInvalidDate: true });
    fc.assert(
      fc.property(time, time, time, (a, b, c) => {
        const [occurredAt, knownAt, receivedAt] = [a, b, c].sort((x, y) => x.getTime() - y.getTime()) as [
          Date,
          Date,
          Date,
        ];
        expect(codes({ occurredAt, knownAt, receivedAt })).toEqual([]);
        if (occurredAt < receivedAt)
          expect(codes({ occurredAt: receivedAt, receivedAt: occurredAt })).toContain(
            '/occurredAt time.afterTheReport',
          );
      }),
    );
  });
});
