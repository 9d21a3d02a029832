import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mediationVerdict } from './mediation.js';
import type { PathwayFacts } from './pathway.js';
import { suggestPathway } from './pathways.js';
import { promptsFor } from './prompts.js';
import { suggestedRisk } from './risk.js';
import { traffickingVerdict } from './trafficking.js';

/** The six stories as written; what a case is after intake is told here in the same order. */
const TEXT = readFileSync(new URL('../../../../test/vignettes/vignettes-shared.md', import.meta.url), 'utf8');

interface Vignette {
  id: string;
  tracks: string[];
  contexts: string[];
  violence_types: string[];
  risk: string;
  red_flags: string[];
  mediation: string;
  htcds?: { method_of_recruitment: string[]; methods_of_control: string[] };
}

const told: Record<string, Pick<PathwayFacts, 'victims' | 'online' | 'eventAgeHours'>> = {
  V01: { victims: [{ sex: 'P', age: 13 }], online: false, eventAgeHours: 4 },
  V02: {
    victims: [
      { sex: 'P', age: 34 },
      { sex: 'L', age: 7 },
      { sex: 'P', age: 3 },
    ],
    online: false,
    eventAgeHours: 1,
  },
  V03: { victims: [{ sex: 'P', age: 41 }], online: false, eventAgeHours: null },
  V04: { victims: [{ sex: 'P', age: 21 }], online: false, eventAgeHours: null },
  V05: { victims: [{ sex: 'P', age: 17 }], online: true, eventAgeHours: 3 },
  V06: { victims: [{ sex: 'L', age: 14 }], online: false, eventAgeHours: null },
};

const vignettes = TEXT.split(/^## /m)
  .slice(1)
  .map((text) => ({
    expected: JSON.parse(/```json\n(.*?)```/s.exec(text)![1]!) as Vignette,
    routes: ['Jam pertama', 'Dalam 24 jam', 'Dalam 7 hari'].map((window) => routesOf(text, window)),
  }));

function routesOf(text: string, window: string): string[] {
  const line = new RegExp(`^- ${window}: (.*)$`, 'm').exec(text)![1]!;
  if (line === 'tidak ada') return [];
  return line.split('; ').map((part) => /^[A-Z_]+/.exec(part)?.[0] ?? 'PENGHAPUSAN_KONTEN');
}

describe.each(vignettes)('$expected.id', ({ expected, routes }) => {
  const mandate = expected.contexts.includes('KELUARGA_TANPA_KEKERASAN') ? 'FAMILY' : 'VIOLENCE';
  const facts = {
    mandate,
    tracks: expected.tracks,
    contexts: expected.contexts,
    violenceTypes: expected.violence_types,
    redFlags: expected.red_flags,
    risk: expected.risk,
    ...told[expected.id]!,
  };
  const trafficking = traffickingVerdict({
    violenceTypes: expected.violence_types,
    recruitment: expected.htcds?.method_of_recruitment ?? [],
    control: expected.htcds?.methods_of_control ?? [],
    anyChild: expected.tracks.includes('KTA'),
  });

  it('has the level of risk that its red flags suggest', () =>
    expect(suggestedRisk(expected.red_flags)).toBe(expected.risk));

  it('has exactly the suggested receivers of its text', () =>
    expect(
      suggestPathway(facts).map((one) => one.receivers.map((to) => to.agencyKind ?? to.services.join())),
    ).toEqual(routes));

  it('answers on mediation as its text', () =>
    expect(mediationVerdict({ ...facts, lowScreeningsInARow: 1 }).code).toBe(expected.mediation));

  it('indicates trafficking exactly when it is on the trafficking track', () =>
    expect(trafficking.indicated).toBe(expected.tracks.includes('TPPO')));

  it('announces the 3x24-hour report exactly when the violence is sexual', () => {
    const codes = promptsFor({
      ...facts,
      reported: [],
      traffickingIndicated: trafficking.indicated,
      traffickingConcluded: trafficking.concluded,
    }).map((prompt) => prompt.code);
    expect(codes.includes('POLICE_REPORT_72_HOURS')).toBe(expected.violence_types.includes('SEKSUAL'));
    expect(codes.includes('EMERGENCY')).toBe(expected.risk === 'TINGGI');
    expect(codes.includes('TRAFFICKING_INDICATED')).toBe(expected.tracks.includes('TPPO'));
    if (mandate === 'FAMILY') expect(codes).toEqual(['RESCREEN_FAMILY']);
  });
});
