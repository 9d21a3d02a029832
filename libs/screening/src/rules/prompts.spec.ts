import { describe, expect, it } from '@jest/globals';
import { promptsFor, type PromptFacts } from './prompts.js';

const low: PromptFacts = {
  mandate: 'VIOLENCE',
  contexts: ['KDRT'],
  violenceTypes: ['PSIKIS'],
  redFlags: [],
  risk: 'RENDAH',
  online: false,
  victims: [{ sex: 'P', age: 41 }],
  reported: [{ relation: 'SUAMI_ISTRI', age: null }],
  traffickingIndicated: false,
  traffickingConcluded: false,
};

const codes = (change: Partial<PromptFacts> = {}): string[] =>
  promptsFor({ ...low, ...change }).map((one) => one.code);

describe('prompts', () => {
  it('ask later what a calm first talk left open', () =>
    expect(codes()).toEqual(['ASK_FORCED_SEX', 'ASK_WEAPON', 'ASK_SELF_HARM']));

  it('put an unsafe client before everything, even before the screening', () => {
    const prompts = promptsFor({ ...low, risk: null, clientSafeNow: 'NO' });
    expect(prompts[0]).toMatchObject({ code: 'EMERGENCY', kind: 'NOW' });
    expect(prompts.map((one) => one.code)).toContain('SCREEN_NOW');
  });

  it('say that a reported parent cannot consent for the child', () => {
    const child = { victims: [{ sex: 'L', age: 9 }], reported: [{ relation: 'ORANG_TUA', age: 40 }] };
    expect(codes(child)).toContain('GUARDIAN_IS_REPORTED');
    expect(codes({ ...child, victims: low.victims })).not.toContain('GUARDIAN_IS_REPORTED');
  });

  it('count the medical window from the incident and not for what happened on a screen', () => {
    const sexual = { violenceTypes: ['SEKSUAL'], eventAgeHours: 100 };
    expect(codes(sexual)).toContain('CLINICAL_WINDOW');
    expect(codes({ ...sexual, eventAgeHours: 120 })).not.toContain('CLINICAL_WINDOW');
    expect(codes({ ...sexual, eventAgeHours: null })).not.toContain('CLINICAL_WINDOW');
    expect(codes({ ...sexual, online: true })).not.toContain('CLINICAL_WINDOW');
  });

  it('ask for an unknown age, because the track hangs on it', () =>
    expect(codes({ victims: [{ sex: 'P', age: null }] })).toContain('AGE_UNKNOWN'));

  it('leave the conclusion on trafficking to the counsellor', () => {
    expect(codes({ traffickingIndicated: true })).toEqual(
      expect.arrayContaining(['TRAFFICKING_INDICATED', 'TRAFFICKING_CONCLUDE']),
    );
    expect(codes({ traffickingIndicated: true, traffickingConcluded: true })).not.toContain(
      'TRAFFICKING_CONCLUDE',
    );
  });

  it('say that a family with red flags is no family without violence', () => {
    const family = { mandate: 'FAMILY', contexts: ['KELUARGA_TANPA_KEKERASAN'], violenceTypes: [] };
    expect(codes({ ...family, redFlags: ['SENJATA'] })).toContain('FAMILY_WITH_RED_FLAGS');
    expect(codes(family)).toEqual(['RESCREEN_FAMILY']);
  });
});
