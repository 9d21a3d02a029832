import { describe, expect, it } from '@jest/globals';
import {
  availableReportActs,
  decideReport,
  REPORT_ACTS,
  REPORT_STATUSES,
  type ReportAct,
} from './report-lifecycle.js';

const ACTS = Object.keys(REPORT_ACTS) as ReportAct[];

describe('a report', () => {
  it('moves only along the table, and every other act is refused with what it has become', () => {
    for (const status of REPORT_STATUSES)
      for (const act of ACTS) {
        const row: { from: readonly string[]; to: string } = REPORT_ACTS[act];
        const verdict = decideReport(act, status);
        if (row.from.includes(status)) expect(verdict).toEqual({ allowed: true, to: row.to });
        else
          expect(verdict).toMatchObject({ allowed: false, code: expect.stringMatching(/^report\.already/) });
      }
  });

  it('never leaves a case again', () => {
    for (const status of ['OPENED', 'JOINED'] as const)
      expect(availableReportActs(status, () => true)).toEqual([]);
    expect(decideReport('report.open', 'OPENED')).toEqual({ allowed: false, code: 'report.alreadyOpened' });
    expect(decideReport('report.open', 'JOINED')).toEqual({ allowed: false, code: 'report.alreadyJoined' });
  });

  it('outside the mandate may still become a case, for the referral that it needs', () =>
    expect(availableReportActs('OUTSIDE_MANDATE', () => true)).toEqual(['report.open', 'report.join']));

  it('offers nothing that the role does not allow', () =>
    expect(availableReportActs('RECEIVED', () => false)).toEqual([]));
});
