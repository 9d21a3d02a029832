import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inAnEmergency } from './emergency-view.js';

const ACTS = ['case.edit', 'case.reveal', 'case.note', 'case.close', 'referral.draft'];
const acts = fc.subarray(ACTS);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.constant(null),
    fc.record({ availableActs: acts, words: fc.string(), inside: tie('tree') }),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}));

const offered = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(offered);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    name === 'availableActs' ? (inside as string[]) : offered(inside),
  );
};

describe('a case page seen by an emergency', () => {
  it('offers nothing but the acts of an emergency, however deep the others lie', () => {
    fc.assert(
      fc.property(acts, tree, (availableActs, parts) => {
        const page = inAnEmergency({ availableActs, parts });
        expect(offered(page).filter((act) => act !== 'case.reveal' && act !== 'case.note')).toEqual([]);
        expect(page.availableActs).toEqual(
          availableActs.filter((act) => act === 'case.reveal' || act === 'case.note'),
        );
      }),
    );
  });

  it('changes nothing else, and keeps dates dates and bytes bytes', () => {
    const [at, bytes] = [new Date(0), Buffer.from('x')];
    const page = { availableActs: ['case.edit'], parts: [{ at, bytes, words: 'x', availableActs: ['y'] }] };
    expect(inAnEmergency(page)).toEqual({
      availableActs: [],
      parts: [{ at, bytes, words: 'x', availableActs: [] }],
    });
  });
});
