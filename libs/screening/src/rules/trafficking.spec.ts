import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { traffickingVerdict, type TraffickingFacts } from './trafficking.js';

const nothing: TraffickingFacts = { violenceTypes: [], recruitment: [], control: [], anyChild: false };

describe('trafficking indicators', () => {
  it.each<[Partial<TraffickingFacts>, boolean, boolean]>([
    [{}, false, false],
    [{ recruitment: ['JobOffer'] }, false, false],
    [{ recruitment: ['JobOffer'], control: ['DebtBondage'] }, true, false],
    [{ control: ['WithholdsDocuments'], anyChild: true }, true, false],
    [{ violenceTypes: ['TRAFFICKING'] }, true, true],
    [{ conclusion: 'ADA_INDIKASI' }, true, true],
    [{ conclusion: 'TIDAK_ADA_INDIKASI' }, false, false],
  ])('%p: indicated %p, concluded %p', (change, indicated, concluded) =>
    expect(traffickingVerdict({ ...nothing, ...change })).toMatchObject({ indicated, concluded }),
  );

  it('never call anything proven', () => {
    const given = fc.record({
      violenceTypes: fc.subarray(['TRAFFICKING', 'SEKSUAL']),
      recruitment: fc.subarray(['JobOffer', 'Internet']),
      control: fc.subarray(['DebtBondage', 'Threats']),
      conclusion: fc.constantFrom('ADA_INDIKASI', 'TIDAK_ADA_INDIKASI', null),
      anyChild: fc.boolean(),
    });
    fc.assert(
      fc.property(given, (facts) => {
        const { words } = traffickingVerdict(facts);
        expect(`${words.id} ${words.en}`).not.toMatch(/terbukti|proven/i);
      }),
    );
  });
});
