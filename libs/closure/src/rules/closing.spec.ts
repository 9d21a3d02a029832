import { codes } from '#codes';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AFTERCARE_OUTCOMES, eventOf } from './aftercare.js';
import {
  isWorkLeft,
  owesAfterCare,
  RIGHT_ANSWERS,
  RIGHTS,
  rightsOpen,
  whyNotDecide,
  type ClosingStatus,
  type Rights,
} from './closing.js';

const reasons = fc.constantFrom(
  'TUJUAN_TERCAPAI',
  'PENERIMA_MUNDUR',
  'PINDAH_DILIMPAHKAN',
  'TIDAK_DAPAT_DIHUBUNGI',
  'MENINGGAL',
  'INKRAH_PULIH',
  'BUKAN_KEWENANGAN_DUPLIKAT',
);
const rights = fc.record(
  Object.fromEntries(RIGHTS.map((right) => [right, fc.constantFrom(...RIGHT_ANSWERS)])),
) as fc.Arbitrary<Rights>;
const statuses = fc.constantFrom<ClosingStatus>('PROPOSED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'REOPENED');

describe('the end of a case', () => {
  it('knows every reason of the list', () =>
    fc.assert(fc.property(reasons, (reason) => expect(codes.isIn('ALASAN_TERMINASI', reason)).toBe(true))));

  it('comes for nobody who can be told and was not, or who does not know the way back', () =>
    fc.assert(
      fc.property(reasons, rights, fc.constantFrom('TINGGI', 'RENDAH', null), (reason, given, risk) => {
        const reachable = !/MENINGGAL|TIDAK_DAPAT|BUKAN/.test(reason);
        const told = given.TOLD_OF_CLOSING === 'DONE' && given.KNOWS_HOW_TO_RETURN === 'DONE';
        const safe = risk !== 'TINGGI' || given.SAFETY_PLAN === 'DONE';
        expect(rightsOpen(reason, given, risk).length === 0).toBe(!reachable || (told && safe));
      }),
    ));

  it('owes after-care to everybody who lives and was ours', () =>
    fc.assert(
      fc.property(reasons, (reason) =>
        expect(owesAfterCare(reason)).toBe(!/MENINGGAL|BUKAN_KEWENANGAN/.test(reason)),
      ),
    ));

  it('waits for every referral', () =>
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), fc.nat(5), (openReferrals, unconfirmedReferrals, drafts) =>
        expect(isWorkLeft({ openReferrals, unconfirmedReferrals, drafts })).toBe(
          openReferrals > 0 || unconfirmedReferrals > 0 || drafts > 0,
        ),
      ),
    ));

  it('is decided once, by another human being; its proposer can only take it back', () =>
    fc.assert(
      fc.property(statuses, fc.boolean(), fc.boolean(), (status, isTheirs, mayDecide) => {
        const viewer = { personId: isTheirs ? 'a' : 'b', mayDecide };
        const can = (decision: 'approve' | 'reject' | 'withdraw') =>
          whyNotDecide(decision, { status, proposerPersonId: 'a', viewer }) === null;
        const open = status === 'PROPOSED' && mayDecide;
        expect([can('approve'), can('reject'), can('withdraw')]).toEqual([
          open && !isTheirs,
          open && !isTheirs,
          open && isTheirs,
        ]);
      }),
    ));

  it('a try that reached nobody answers no check', () => {
    expect(AFTERCARE_OUTCOMES.map(eventOf)).toEqual([
      'aftercare.checked',
      'aftercare.checked',
      null,
      'aftercare.declined',
    ]);
  });
});
