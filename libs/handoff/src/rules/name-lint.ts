/**
 * Words that stand beside names, or in their place when the name is not known ("mantan pacar", "tetangga"): alone they
 * point at nobody.
 */
const NOT_A_NAME = new Set(
  `ibu bapak bpk ayah bunda mama papa anak adik kakak nenek kakek paman bibi saudara saudari sdr sdri bin binti haji hajjah
  alm almh klien korban terlapor pelapor saksi wali samaran nama yang dan dari suami istri mantan pacar teman tetangga
  guru ustaz majikan pemilik atasan rekan kerja tiri kandung angkat pertama kedua ketiga`.split(/\s+/),
);

/** Shorter parts (initials, "Al") occur in every text. */
const SHORTEST_NAME_LETTERS = 3;

/**
 * The words of a text that are part of one of the names, as they are written there, each once, in order. Compares
 * whole words without case and accents: "nuri" is found in "Nuri menangis", not in "menuri". Pure.
 */
export function namesIn(text: string, names: readonly (string | null | undefined)[]): string[] {
  const wanted = new Set(
    names.flatMap((name) =>
      wordsOf(name ?? '')
        .map((word) => fold(word))
        .filter(isName),
    ),
  );
  if (wanted.size === 0) return [];
  const found = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const folded = fold(word);
    if (wanted.has(folded) && !found.has(folded)) found.set(folded, word);
  }
  return [...found.values()];
}

function isName(folded: string): boolean {
  return folded.length >= SHORTEST_NAME_LETTERS && !NOT_A_NAME.has(folded);
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
}

function fold(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
