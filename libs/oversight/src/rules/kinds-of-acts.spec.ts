import { describe, expect, it } from '@jest/globals';
import { actsOfKind, kindOf, KINDS } from './kinds-of-acts.js';

const KNOWN = [
  'case.read',
  'case.historyRead',
  'case.revealed',
  'case.edited',
  'referral.sent',
  'audit.exported',
  'session.opened',
];

describe('the kind of an act', () => {
  it.each([
    ['case.read', 'read'],
    ['case.historyRead', 'read'],
    ['worklist.read', 'read'],
    ['referral.opened', 'read'],
    ['referral.updated', 'sent'],
    ['report.opened', 'change'],
    ['case.revealed', 'revealed'],
    ['referral.sent', 'sent'],
    ['audit.exported', 'exported'],
    ['session.closed', 'session'],
    ['case.somethingNew', 'change'],
    ['constructor', 'change'],
  ])('%s is %s', (act, kind) => expect(kindOf(act)).toBe(kind));

  it('puts every act under exactly one kind, so that no search misses one', () => {
    const found = KINDS.filter((kind) => kind !== 'failed').flatMap((kind) => {
      const { acts, actsExcept } = actsOfKind(kind, KNOWN);
      return acts ?? KNOWN.filter((act) => !actsExcept!.includes(act));
    });
    expect(found.sort()).toEqual([...KNOWN].sort());
  });
});
