const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const LETTER = '[\\p{L}\\p{M}]';
const HONORIFIC = '(?:(?:ibu|bapak|bpk|sdri|sdr|ny|tn|adik|kakak|anak)\\.?\\s+)?';

/** Finds any of the words as whole words, without case; the one capturing group is the word. */
export const wholeWords = (words: string[]): RegExp =>
  new RegExp(`(?<!${LETTER})(${words.map(escape).join('|')})(?!${LETTER})`, 'giu');

/**
 * The text without the names that the server found in it: each run of names, with an honorific before it, becomes the
 * neutral word, with a capital where a sentence begins.
 */
export function withoutNames(text: string, names: string[], word: string): string {
  if (names.length === 0) return text;
  const one = names.map(escape).join('|');
  const run = new RegExp(`(?<!${LETTER})${HONORIFIC}(?:${one})(?:\\s+(?:${one}))*(?!${LETTER})`, 'giu');
  return text.replace(run, (_found, offset: number) =>
    /(?:^|[.!?]\s*)$/.test(text.slice(0, offset)) ? word : word.toLowerCase(),
  );
}
