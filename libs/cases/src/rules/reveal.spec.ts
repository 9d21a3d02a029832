import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { contactOnly, needsWords, REVEAL_REASONS } from './reveal.js';

describe('opening names', () => {
  it.each(REVEAL_REASONS)('%s: words are needed where the code says nothing', (reason) => {
    for (const purpose of [undefined, '', '  '])
      expect(needsWords({ reason, purpose })).toBe(reason === 'OTHER');
    expect(needsWords({ reason, purpose: 'Sidang.' })).toBe(false);
  });

  it('opens the safe contact alone where that is enough, whatever else is known of a person', () => {
    const person = fc.record(
      {
        name: fc.string(),
        nik: fc.string(),
        phone: fc.string(),
        address: fc.string(),
        somethingNew: fc.string(),
        safeContact: fc.record({ channel: fc.string() }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(person, (known) => {
        expect(contactOnly(known)).toStrictEqual(known.safeContact ? { safeContact: known.safeContact } : {});
      }),
    );
  });
});
