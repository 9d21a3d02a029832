import { describe, expect, it } from '@jest/globals';
import type { RecordedBasis } from './lawful-basis.js';
import { renewedBy } from './renewal.js';

const NOW = new Date('2026-03-02T08:00:00Z');
const JUNE = new Date('2026-06-01T00:00:00Z');
const basis = (change: Partial<RecordedBasis> = {}): RecordedBasis => ({
  id: 'a',
  basis: 'PERSETUJUAN',
  answer: 'GIVEN',
  receiverKind: 'RSUD',
  receiverAgencyId: 'rsud-igd',
  scopes: ['IDENTITY', 'HEALTH_PSYCH'],
  purpose: 'MEDIS',
  recordedAt: new Date('2026-03-01T08:00:00Z'),
  expiresAt: JUNE,
  withdrawnAt: null,
  voidReason: null,
  againstRefusal: false,
  decision: null,
  decidedAt: null,
  ...change,
});
const next = { receiverKind: 'RSUD', scopes: ['IDENTITY', 'HEALTH_PSYCH'], expiresAt: null };

describe('a consent that is asked for again', () => {
  it('takes the place of an older one when it covers all of it for longer', () => {
    expect(renewedBy([basis()], next, NOW)).toHaveLength(1);
    expect(
      renewedBy([basis()], { ...next, purpose: 'MEDIS', receiverAgencyId: 'rsud-igd' }, NOW),
    ).toHaveLength(1);
  });

  it.each([
    ['another kind of receiver', { receiverKind: 'POLRES' }],
    ['another agency', { receiverAgencyId: 'rsud-ppt' }],
    ['another purpose', { purpose: 'HUKUM' }],
    ['less data', { scopes: ['IDENTITY'] }],
    ['no longer time', { expiresAt: JUNE }],
  ])('not for %s', (_, change) => {
    expect(renewedBy([basis()], { ...next, ...change }, NOW)).toEqual([]);
  });

  it('not of one that is withdrawn, expired, or without an end', () => {
    for (const change of [{ withdrawnAt: NOW }, { expiresAt: NOW }, { expiresAt: null }])
      expect(renewedBy([basis(change)], next, NOW)).toEqual([]);
  });
});
