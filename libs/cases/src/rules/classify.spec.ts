import { describe, expect, it } from '@jest/globals';
import { classify, type ClassificationFacts } from './classify.js';

const family: ClassificationFacts = {
  violenceTypes: [],
  contexts: ['KELUARGA_TANPA_KEKERASAN'],
  victims: [{ sex: 'L', age: 14 }],
  reportedAges: [],
  traffickingConcluded: false,
};

describe('classification', () => {
  it('keeps a family without violence off every track', () =>
    expect(classify(family)).toEqual({
      mandate: 'FAMILY',
      tracks: [],
      contexts: ['KELUARGA_TANPA_KEKERASAN'],
      violenceTypes: [],
    }));

  it('makes it a case of violence when violence is named, or trafficking concluded', () => {
    expect(classify({ ...family, violenceTypes: ['SEKSUAL', 'SEKSUAL'] })).toEqual({
      mandate: 'VIOLENCE',
      tracks: ['KTA'],
      contexts: ['TPKS'],
      violenceTypes: ['SEKSUAL'],
    });
    expect(classify({ ...family, traffickingConcluded: true })).toMatchObject({
      mandate: 'VIOLENCE',
      tracks: ['KTA', 'TPPO'],
    });
  });
});
