import { describe, expect, it } from '@jest/globals';
import { historySentence } from './history-sentences.js';

describe('history', () => {
  it('says what was done in plain words of both languages', () => {
    expect(historySentence('case.revealed', {}, 'allowed')).toEqual({
      id: 'membuka identitas',
      en: 'opened the identities',
    });
    expect(historySentence('case.noted', { audience: 'CLINICAL' }, 'allowed').id).toBe(
      'menulis catatan klinis',
    );
    expect(historySentence('screening.recorded', { lowered: true }, 'allowed').id).toContain('mengusulkan');
    expect(historySentence('screening.approved', {}, 'allowed').id).toContain('menyetujui penurunan');
  });

  it('says that something was refused, and what', () => {
    expect(historySentence('case.edit', {}, 'refused').id).toBe('mencoba, dan ditolak: case.edit');
    expect(historySentence('case.read', {}, 'denied').en).toBe('tried, and was refused: looked at the case');
  });

  it('never fails on an act it does not know', () => {
    expect(historySentence('constructor', {}, 'allowed').en).toBe('did something else');
  });
});
