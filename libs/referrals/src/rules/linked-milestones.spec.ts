import { describe, expect, it } from '@jest/globals';
import { milestonesOf } from './linked-milestones.js';

describe('milestones that a referral is', () => {
  it.each([
    ['send', 'DINSOS', 'REHABILITASI_SOSIAL', ['KTP', 'TPPO'], ['tppo.rehab_applied']],
    ['send', 'DINSOS', 'REHABILITASI_SOSIAL', ['KTP'], []],
    ['send', 'LPSK', 'PERLINDUNGAN_LPSK', ['KTA'], ['lpsk.requested']],
    ['send', 'LPSK', 'RESTITUSI', ['KTA'], []],
    ['send', 'POLRES', 'PENEGAKAN_HUKUM', ['KTA'], []],
    ['acknowledge', 'POLRES', 'PENEGAKAN_HUKUM', ['KTA'], ['report.received_by_police']],
    ['acknowledge', 'RSUD', 'KESEHATAN', ['KTA'], []],
  ] as const)('%s to %s for %s in %p is %p', (act, kind, service, tracks, milestones) => {
    expect(milestonesOf(act, kind, service, tracks)).toEqual(milestones);
  });
});
