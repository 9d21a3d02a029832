import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALWAYS, callOrder, CHECKS, DO_NOT_SAY, isUrgent, SAY } from './urgent-script.js';

const agency = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'own'),
  openNow: fc.boolean(),
  conflict: fc.boolean(),
  phones: fc.array(fc.constantFrom('0713', '0811'), { maxLength: 2 }),
});

describe('the first hour by telephone', () => {
  it('calls each once, who answers now first, never a conflict of interest, the own unit, or nobody', () => {
    fc.assert(
      fc.property(fc.array(agency), (suggested) => {
        const order = callOrder(suggested, 'own');
        expect(new Set(order.map(({ id }) => id)).size).toBe(order.length);
        for (const one of order) {
          expect(one.conflict || one.id === 'own').toBe(false);
          expect(one.phones.length).toBeGreaterThan(0);
        }
        const open = order.map(({ openNow }) => openNow);
        expect(open.lastIndexOf(true) < open.indexOf(false) || !open.includes(false)).toBe(true);
      }),
    );
  });

  it('is for a high level or somebody who is not safe now, in an open case', () => {
    const facts = { risk: 'RENDAH', clientSafeNow: 'YES', state: 'OPEN' };
    expect(isUrgent(facts)).toBe(false);
    expect(isUrgent({ ...facts, risk: 'TINGGI' })).toBe(true);
    expect(isUrgent({ ...facts, clientSafeNow: 'NO' })).toBe(true);
    expect(isUrgent({ ...facts, risk: 'TINGGI', state: 'CLOSED' })).toBe(false);
  });

  it('speaks both languages', () => {
    for (const one of [...Object.values(CHECKS), ...SAY, ...DO_NOT_SAY, ...ALWAYS.map((line) => line.words)])
      expect(one.id && one.en).toBeTruthy();
  });
});
