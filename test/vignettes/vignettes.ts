import { readFileSync } from 'node:fs';

/** The part of a vignette that a machine can check: the JSON block at its end. */
export interface Vignette {
  id: string;
  received_at: string;
  tracks: string[];
  contexts: string[];
  violence_types: string[];
  risk: string;
  red_flags: string[];
  mediation: string;
  htcds?: { method_of_recruitment: string[]; methods_of_control: string[] };
  duties: { rule: string; trigger: string; due: string; basis: string }[];
  refused: string[];
  /** The story as it was told, one sentence after the other. */
  story: string;
  /** Agency kinds per window, read from the "Rute bawaan" lines. */
  routes: { firstHour: string[]; within24Hours: string[]; within7Days: string[] };
}

const TEXT = readFileSync(new URL('./vignettes-shared.md', import.meta.url), 'utf8');

/** All vignettes of the file, in its order. */
export const VIGNETTES: Vignette[] = TEXT.split(/^## (?=V\d\d )/m)
  .slice(1)
  .map((chapter) => {
    const json = /```json\n(.*?)```/s.exec(chapter)?.[1];
    if (!json) throw new Error('A vignette without its JSON block');
    return {
      ...(JSON.parse(json) as Omit<Vignette, 'routes' | 'story'>),
      story: (/### Cerita\n\n(.*?)\n\n###/s.exec(chapter)?.[1] ?? '').replaceAll(/ *\n/g, ' ').trim(),
      routes: {
        firstHour: kinds(chapter, 'Jam pertama'),
        within24Hours: kinds(chapter, 'Dalam 24 jam'),
        within7Days: kinds(chapter, 'Dalam 7 hari'),
      },
    };
  });

/** The agency kinds of one routing line: capital words with underscores, remarks in brackets left out. */
function kinds(chapter: string, heading: string): string[] {
  const line = new RegExp(`^- ${heading}: (.*)$`, 'm').exec(chapter)?.[1] ?? '';
  return [...line.replaceAll(/\([^)]*\)/g, '').matchAll(/\b[A-Z][A-Z_]{2,}\b/g)].map((match) => match[0]);
}

/** One vignette by its number. */
export function vignette(id: string): Vignette {
  const found = VIGNETTES.find((one) => one.id === id);
  if (!found) throw new Error(`No vignette ${id}`);
  return found;
}
