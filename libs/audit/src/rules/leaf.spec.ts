import { describe, expect, it } from '@jest/globals';
import { checkedFacts, leafBytes, type LeafContent } from './leaf.js';

const entry: LeafContent = {
  id: '5f0c1b7e-1111-4222-8333-444455556666',
  at: '2026-11-25T03:00:00.123456Z',
  act: 'referral.accepted',
  decision: 'allowed',
  actorId: null,
  actorRole: 'system',
  actorAgency: null,
  objectKind: 'referral',
  objectId: null,
  caseRef: null,
  facts: { zone: 'WIB', count: 2, codes: ['B', 'A'], first: true },
  commitment: null,
  requestId: null,
};

describe('the leaf of an entry', () => {
  it('is canonical JSON: sorted names, no spaces, lists in their order', () => {
    expect(leafBytes(entry).toString()).toBe(
      '{"act":"referral.accepted","actorAgency":null,"actorId":null,"actorRole":"system","at":"2026-11-25T03:00:00.123456Z",' +
        '"caseRef":null,"commitment":null,"decision":"allowed","facts":{"codes":["B","A"],"count":2,"first":true,"zone":"WIB"},' +
        '"id":"5f0c1b7e-1111-4222-8333-444455556666","objectId":null,"objectKind":"referral","requestId":null,"v":1}',
    );
  });

  it('does not depend on the order of facts, and does depend on every value', () => {
    const reordered = { ...entry, facts: { first: true, codes: ['B', 'A'], zone: 'WIB', count: 2 } };
    expect(leafBytes(reordered)).toEqual(leafBytes(entry));
    for (const name of Object.keys(entry) as (keyof LeafContent)[]) {
      const changed = { ...entry, [name]: name === 'facts' ? { ...entry.facts, count: 3 } : 'x' };
      expect([name, leafBytes(changed as LeafContent).equals(leafBytes(entry))]).toEqual([name, false]);
    }
  });
});

describe('facts', () => {
  it('are codes, whole numbers, ids, yes or no, and lists of codes; nothing is dropped', () => {
    const facts = {
      risk: 'TINGGI',
      hours: -0,
      at: '2026-11-25T03:00:00Z',
      ok: false,
      tracks: ['KTA', 'TPPO'],
      none: null,
    };
    expect(checkedFacts(facts)).toEqual({
      risk: 'TINGGI',
      hours: 0,
      at: '2026-11-25T03:00:00Z',
      ok: false,
      tracks: ['KTA', 'TPPO'],
    });
  });

  it.each([
    ['a name', { name: 'Siti Aminah' }],
    ['a list with a sentence', { notes: ['ia takut pulang'] }],
    ['a long text', { code: 'x'.repeat(121) }],
    ['a NUL', { code: 'a\u0000' }],
    ['a lone surrogate', { code: '\ud800' }],
    ['a fraction', { hours: 1.5 }],
    ['not a number', { hours: Number.NaN }],
    ['beyond safe integers', { hours: 2 ** 53 }],
    ['an object', { nested: { a: 1 } as never }],
    ['a date', { at: new Date() as never }],
    ['an odd name', { ['a b']: 1 }],
  ])('refuse %s', (_, facts) => {
    expect(() => checkedFacts(facts as never)).toThrow(/ledger/);
  });
});
