import type { Locale } from '../api/contract';

/** A sentence of the server in either form. */
export function said(words: unknown, locale: Locale): string {
  if (typeof words === 'string') return words;
  return (words as Record<Locale, string> | null | undefined)?.[locale] ?? '';
}
