import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataFile } from '#config';

/** What is read out while consent is asked. A text that was once shown is never changed: a new one gets a new version. */
export interface ConsentText {
  readonly version: string;
  /** Code of list BAHASA. */
  readonly language: string;
  /** `EASY`: short sentences, for children and for whoever reads or hears with difficulty (UU 27/2022 Ps.26). */
  readonly register: 'STANDARD' | 'EASY';
  readonly title: string;
  /** `{receiver}`, `{service}`, `{data}` and `{until}` are filled in where it is shown. */
  readonly paragraphs: readonly string[];
}

export const CONSENT_TEXTS: readonly ConsentText[] = JSON.parse(
  readFileSync(dataFile('consent', 'consent-texts.json'), 'utf8'),
) as ConsentText[];

/** The text of this version in this language; where there is none, the Indonesian one that somebody interpreted. */
export function consentText(version: string, language: string): ConsentText | null {
  const ofVersion = CONSENT_TEXTS.filter((text) => text.version === version);
  const inWords = (code: string) => ofVersion.find((text) => text.language === code);
  return inWords(language) ?? inWords('INDONESIA') ?? null;
}

/** Kept with the answer: it proves years later which words were shown, whatever the file says by then. */
export function hashOf(text: ConsentText): string {
  return createHash('sha256')
    .update(JSON.stringify([text.version, text.language, text.title, ...text.paragraphs]))
    .digest('hex');
}
