import { useSyncExternalStore } from 'react';
import type { Locale } from '../api/contract';
import id from './id.json';

/**
 * The words of the screens. Indonesian is the source; English is a translation and is fetched only when wanted.
 * `{name}` is replaced; `{n:case|cases}` chooses by the plural rule of the language (Indonesian needs no choice).
 */
export type WordKey = keyof typeof id;
type Dictionary = Record<WordKey, string>;
export type Words = (key: WordKey, values?: Record<string, string | number>) => string;

const dictionaries: Partial<Record<Locale, Dictionary>> = { id };
const REMEMBER = 'simpul.locale';
let locale: Locale = 'id';
const listeners = new Set<() => void>();

export function fill(
  text: string,
  values: Record<string, string | number> = {},
  language: Locale = 'id',
): string {
  return text.replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined || other === undefined) return String(value);
      return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other;
    },
  );
}

const translators: Record<Locale, Words> = {
  id: (key, values) => fill(id[key] ?? key, values, 'id'),
  en: (key, values) => fill(dictionaries.en?.[key] ?? id[key] ?? key, values, 'en'),
};

export async function speak(next: Locale): Promise<void> {
  if (next === 'en' && !dictionaries.en) {
    const { default: en } = await import('./en.json');
    // A key missing in English stops the compiler here.
    const complete: Dictionary = en;
    dictionaries.en = complete;
  }
  locale = next;
  document.documentElement.lang = next;
  localStorage.setItem(REMEMBER, next);
  for (const listener of listeners) listener();
}

/** The language chosen on this device, if any: it outranks the account's. */
export function rememberedLocale(): Locale | undefined {
  const kept = localStorage.getItem(REMEMBER);
  return kept === 'id' || kept === 'en' ? kept : undefined;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const snapshot = () => locale;

export const useLocale = (): Locale => useSyncExternalStore(subscribe, snapshot);

export function useWords(): Words {
  return translators[useLocale()];
}
