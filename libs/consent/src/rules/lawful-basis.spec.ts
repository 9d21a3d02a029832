import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverFor, covers, type Need } from './cover.js';
import { BASES, SHAREABLE_SCOPES, isLive, stateOf, type RecordedBasis } from './lawful-basis.js';
import { standingNo } from './against-a-no.js';
import { whyNoCountersign } from './may-countersign.js';
import { endedByRefusal, endedByWithdrawal } from './refusal.js';
import { voidedBy } from './void-guardian.js';

const now = new Date('2026-12-28T02:00:00Z');
const earlier = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const school: Need = {
  receiverKind: 'DISDIKBUD',
  receiverAgencyId: 'disdikbud',
  serviceCode: 'LAYANAN_SEKOLAH',
  scope: 'IDENTITY',
};
const yes: RecordedBasis = {
  id: 'yes',
  basis: 'PERSETUJUAN',
  answer: 'GIVEN',
  receiverKind: 'DISDIKBUD',
  receiverAgencyId: null,
  scopes: ['IDENTITY'],
  purpose: null,
  recordedAt: earlier(24),
  expiresAt: null,
  withdrawnAt: null,
  voidReason: null,
  againstRefusal: false,
  decision: null,
  decidedAt: null,
};

describe('a lawful basis', () => {
  it('is given, refused, withdrawn or expired', () => {
    expect(stateOf(yes, now)).toBe('given');
    expect(stateOf({ ...yes, answer: 'REFUSED' }, now)).toBe('refused');
    expect(stateOf({ ...yes, withdrawnAt: now }, now)).toBe('withdrawn');
    expect(stateOf({ ...yes, expiresAt: later(1) }, now)).toBe('given');
    expect(stateOf({ ...yes, expiresAt: now }, now)).toBe('expired');
    expect(stateOf({ ...yes, basis: 'KEWAJIBAN_HUKUM', answer: null }, now)).toBe('stands');
  });

  it('covers what was agreed, for that receiver, class and purpose only', () => {
    expect(coverFor([yes], school, now)).toMatchObject({ covered: true });
    expect(coverFor([yes], { ...school, receiverKind: 'DINSOS' }, now)).toEqual({
      covered: false,
      code: 'consent.missing',
    });
    expect(coverFor([yes], { ...school, scope: 'RISK_SAFETY' }, now)).toEqual({
      covered: false,
      code: 'consent.missing',
    });
    const otherPurpose = { ...yes, purpose: 'KESEHATAN' };
    expect(coverFor([otherPurpose], school, now)).toEqual({ covered: false, code: 'consent.missing' });
    const otherAgency = { ...yes, receiverAgencyId: 'kemenag' };
    expect(coverFor([otherAgency], school, now)).toEqual({ covered: false, code: 'consent.missing' });
  });

  it('ends with a later no', () => {
    const no: RecordedBasis = { ...yes, id: 'no', answer: 'REFUSED', recordedAt: earlier(1) };
    expect(coverFor([yes, no], school, now)).toEqual({ covered: false, code: 'consent.refused' });
    expect(coverFor([{ ...no, recordedAt: earlier(48) }, yes], school, now)).toMatchObject({ covered: true });
  });

  it('ends the moment it is withdrawn, and an older yes does not come back to life', () => {
    const older = { ...yes, id: 'older', recordedAt: earlier(72) };
    expect(coverFor([older, { ...yes, withdrawnAt: now }], school, now)).toEqual({
      covered: false,
      code: 'consent.withdrawn',
    });
  });

  it('is ended by a later no for the same receiver, purpose and class, and by no other', () => {
    const no = { receiverKind: 'DISDIKBUD', scopes: ['IDENTITY'] };
    expect(endedByRefusal([yes], no, now)).toEqual([yes]);
    expect(endedByRefusal([yes], { ...no, purpose: 'LAYANAN_SEKOLAH' }, now)).toEqual([yes]);
    const health = { ...yes, purpose: 'KESEHATAN' };
    expect(endedByRefusal([health], no, now)).toEqual([health]);
    expect(endedByRefusal([health], { ...no, purpose: 'KESEHATAN' }, now)).toEqual([health]);
    expect(endedByRefusal([health], { ...no, purpose: 'LAYANAN_SEKOLAH' }, now)).toEqual([]);
    expect(endedByRefusal([yes], { ...no, scopes: ['CHRONOLOGY'] }, now)).toEqual([]);
    expect(endedByRefusal([yes], { ...no, receiverKind: 'RSUD' }, now)).toEqual([]);
    expect(
      endedByRefusal([{ ...yes, receiverAgencyId: 'a' }], { ...no, receiverAgencyId: 'b' }, now),
    ).toEqual([]);
    expect(endedByRefusal([{ ...yes, basis: 'KEWAJIBAN_HUKUM', answer: null }], no, now)).toEqual([]);
  });

  it('is ended together with another yes to the same when either is taken back', () => {
    const again = { ...yes, id: 'again', purpose: 'LAYANAN_SEKOLAH' };
    const others: RecordedBasis[] = [
      { ...yes, id: 'duty', basis: 'KEWAJIBAN_HUKUM', answer: null },
      { ...yes, id: 'other class', scopes: ['CHRONOLOGY'] },
      { ...yes, id: 'other service', purpose: 'KESEHATAN' },
      { ...yes, id: 'over', expiresAt: earlier(1) },
    ];
    expect(endedByWithdrawal([yes, again, ...others], again, now)).toEqual([yes, again]);
    const over = others[3]!;
    expect(endedByWithdrawal([yes, over], over, now)).toEqual([yes, over]);
  });

  describe('against the client’s own no', () => {
    const no: RecordedBasis = { ...yes, id: 'no', receiverKind: 'POLRES', answer: 'REFUSED' };
    const duty: RecordedBasis = {
      ...no,
      id: 'duty',
      basis: 'KEWAJIBAN_HUKUM',
      answer: null,
      recordedAt: earlier(2),
      againstRefusal: true,
    };
    const police = {
      ...school,
      receiverKind: 'POLRES',
      receiverAgencyId: 'polres',
      serviceCode: 'PENEGAKAN_HUKUM',
    };
    const signed: RecordedBasis = { ...duty, decision: 'COUNTERSIGNED', decidedAt: earlier(1) };

    it('covers nothing until a second person has countersigned it', () => {
      expect(stateOf(duty, now)).toBe('waiting');
      expect(coverFor([duty, no], police, now)).toEqual({ covered: false, code: 'consent.waiting' });
      expect(coverFor([signed, no], police, now)).toMatchObject({ covered: true, basis: { id: 'duty' } });
      const declined: RecordedBasis = { ...signed, decision: 'DECLINED' };
      expect(stateOf(declined, now)).toBe('declined');
      expect(coverFor([declined, no], police, now)).toEqual({ covered: false, code: 'consent.refused' });
    });

    it('is weighed anew when she says no, or no again, after it was decided', () => {
      const later = { ...no, id: 'later', recordedAt: now };
      expect(coverFor([signed, no, later], police, now)).toEqual({ covered: false, code: 'consent.refused' });
      const unasked = { ...duty, againstRefusal: false };
      expect(coverFor([unasked, later], police, now)).toEqual({ covered: false, code: 'consent.refused' });
      expect(coverFor([unasked], police, now)).toMatchObject({ covered: true });
      // To another part of it: nobody was asked about this one.
      const wide = { ...unasked, scopes: ['IDENTITY', 'CHRONOLOGY'] };
      expect(coverFor([wide, { ...later, scopes: ['CHRONOLOGY'] }], police, now)).toEqual({
        covered: false,
        code: 'consent.missing',
      });
    });

    it('a no is answered by a later living yes to the same, and by nothing less', () => {
      const agreed = { ...no, id: 'agreed', answer: 'GIVEN' as const, recordedAt: earlier(1) };
      expect(standingNo([no], duty, now)).toBe(no);
      expect(standingNo([no, agreed], duty, now)).toBeNull();
      expect(standingNo([no, { ...agreed, withdrawnAt: now }], duty, now)).not.toBeNull();
      expect(standingNo([no, { ...agreed, recordedAt: earlier(30) }], duty, now)).toBe(no);
      expect(standingNo([no, { ...agreed, expiresAt: now }], duty, now)).toBe(no);
      expect(standingNo([no, { ...agreed, receiverKind: 'RSUD' }], duty, now)).toBe(no);
      expect(standingNo([no, { ...signed, id: 'other', recordedAt: earlier(1) }], duty, now)).toBe(no);
      const both = { ...no, scopes: ['IDENTITY', 'CHRONOLOGY'] };
      expect(standingNo([both, agreed], { ...duty, scopes: both.scopes }, now)).toBe(both);
      expect(standingNo([{ ...no, receiverKind: 'RSUD' }], duty, now)).toBeNull();
      expect(standingNo([{ ...no, scopes: ['HEALTH_PSYCH'] }], duty, now)).toBeNull();
    });

    it('a void yes is nobody’s no', () => {
      const empty = { ...yes, receiverKind: 'POLRES', withdrawnAt: earlier(1) };
      expect(standingNo([empty], duty, now)).toBe(empty);
      // Nor is the end of another basis: nobody asked her.
      expect(standingNo([{ ...empty, basis: 'KEWAJIBAN_HUKUM', answer: null }], duty, now)).toBeNull();
      expect(standingNo([{ ...empty, voidReason: 'GUARDIAN_REPORTED' }], duty, now)).toBeNull();
    });

    it('is countersigned by another human being, once', () => {
      const sight = { recorderPersonId: 'dewi', viewer: { personId: 'herlina', mayCountersign: true } };
      expect(whyNoCountersign(duty, sight, now)).toBeNull();
      const herself = { ...sight, viewer: { personId: 'dewi', mayCountersign: true } };
      expect(whyNoCountersign(duty, herself, now)).toBe('fourEyes.samePerson');
      const other = { ...sight, viewer: { personId: 'rini', mayCountersign: false } };
      expect(whyNoCountersign(duty, other, now)).toBe('forbidden');
      expect(whyNoCountersign(signed, sight, now)).toBe('consent.alreadyDecided');
      expect(whyNoCountersign(yes, sight, now)).toBe('consent.nothingToCountersign');
    });
  });

  it('is void when the guardian turns out to be reported, or nobody wrote down who said yes', () => {
    const given = { ...yes, givenBy: 'GUARDIAN', guardianPersonId: 'father' as string | null };
    const facts = { clientAges: [13], reportedPersonIds: ['uncle'], reportedRelations: ['PAMAN'], now };
    const father = { ...facts, reportedPersonIds: ['father'], reportedRelations: ['ORANG_TUA'] };
    expect(voidedBy([given], facts)).toEqual([]);
    expect(voidedBy([given], father)).toEqual([given]);
    expect(voidedBy([{ ...given, guardianPersonId: 'mother' }], father)).toEqual([]);
    const unnamed = { ...given, guardianPersonId: null };
    expect(voidedBy([unnamed], facts)).toEqual([]);
    expect(voidedBy([unnamed], father)).toEqual([unnamed]);
    expect(voidedBy([{ ...unnamed, basis: 'KEWAJIBAN_HUKUM', answer: null }], father)).toEqual([]);
    expect(
      voidedBy(
        [
          { ...unnamed, givenBy: 'SELF' },
          { ...unnamed, withdrawnAt: now },
        ],
        father,
      ),
    ).toEqual([]);
    expect(stateOf({ ...yes, withdrawnAt: now, voidReason: 'GUARDIAN_REPORTED' }, now)).toBe('void');
  });

  it('covers the receiver’s own referral as soon as any basis for it lives', () => {
    expect(coverFor([yes], { ...school, scope: 'OWN_REFERRAL' }, now)).toMatchObject({ covered: true });
    expect(coverFor([], { ...school, scope: 'OWN_REFERRAL' }, now)).toEqual({
      covered: false,
      code: 'consent.missing',
    });
  });

  it('names every class that is missing', () => {
    const { covered, missing } = covers([yes], school, ['IDENTITY', 'RISK_SAFETY', 'CHRONOLOGY'], now);
    expect(covered.map((one) => one.scope)).toEqual(['IDENTITY']);
    expect(missing).toEqual([
      { scope: 'RISK_SAFETY', code: 'consent.missing' },
      { scope: 'CHRONOLOGY', code: 'consent.missing' },
    ]);
  });

  it('never covers anything by a basis that is not live, in any mix', () => {
    const anyBasis = fc.record({
      id: fc.uuid(),
      basis: fc.constantFrom(...BASES),
      receiverKind: fc.constantFrom('DISDIKBUD', 'RSUD'),
      receiverAgencyId: fc.constantFrom(null, 'disdikbud', 'rsud'),
      scopes: fc.subarray([...SHAREABLE_SCOPES]),
      purpose: fc.constantFrom(null, 'LAYANAN_SEKOLAH', 'KESEHATAN'),
      recordedAt: fc.integer({ min: 0, max: 99 }).map(earlier),
      expiresAt: fc.option(fc.integer({ min: -9, max: 9 }).map(later)),
      withdrawnAt: fc.option(fc.constant(earlier(0))),
      yes: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyBasis, { maxLength: 6 }),
        fc.constantFrom(...SHAREABLE_SCOPES),
        (records, scope) => {
          const bases = records.map(({ yes: agreed, ...one }): RecordedBasis => ({
            ...yes,
            ...one,
            answer: one.basis === 'PERSETUJUAN' ? (agreed ? 'GIVEN' : 'REFUSED') : null,
          }));
          const cover = coverFor(bases, { ...school, scope }, now);
          if (!cover.covered) return;
          expect(isLive(cover.basis, now)).toBe(true);
          expect(cover.basis.receiverKind).toBe('DISDIKBUD');
          expect([null, 'disdikbud']).toContain(cover.basis.receiverAgencyId);
        },
      ),
    );
  });
});
