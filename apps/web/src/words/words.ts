import { useSyncExternalStore } from 'react';
import type { Locale } from '../api/contract';
import { fill } from './fill';
import id from './id.json';
import type caseId from './case.id.json';
import type registerId from './register.id.json';
import type reviewId from './review.id.json';
import type ownId from './own.id.json';
import type coordId from './coord.id.json';

/**
 * The words of the screens. Indonesian is the source; English is a translation and is fetched only when wanted. They
 * come in parts: the ones that everybody needs, those of case work, those of the register, the calendar and the
 * roster, those of whoever reviews, those of the own account, and those of working together on a case; an agency's officer at the inbox loads none of the latter.
 * `{name}` is replaced; `{n:case|cases}` chooses by the plural rule of the language (Indonesian needs no choice).
 */
export type WordKey =
  | keyof typeof id
  | keyof typeof caseId
  | keyof typeof registerId
  | keyof typeof reviewId
  | keyof typeof ownId
  | keyof typeof coordId;
export type Words = (key: WordKey, values?: Record<string, string | number>) => string;

type Core = Record<keyof typeof id, string>;
type Case = Record<keyof typeof caseId, string>;
type Register = Record<keyof typeof registerId, string>;
type Review = Record<keyof typeof reviewId, string>;
type Own = Record<keyof typeof ownId, string>;
type Coord = Record<keyof typeof coordId, string>;

// A key missing in English stops the compiler in one of these lines.
const FILES = {
  core: {
    id: async (): Promise<Core> => id,
    en: async (): Promise<Core> => (await import('./en.json')).default,
  },
  case: {
    id: async (): Promise<Case> => (await import('./case.id.json')).default,
    en: async (): Promise<Case> => (await import('./case.en.json')).default,
  },
  register: {
    id: async (): Promise<Register> => (await import('./register.id.json')).default,
    en: async (): Promise<Register> => (await import('./register.en.json')).default,
  },
  own: {
    id: async (): Promise<Own> => (await import('./own.id.json')).default,
    en: async (): Promise<Own> => (await import('./own.en.json')).default,
  },
  coord: {
    id: async (): Promise<Coord> => (await import('./coord.id.json')).default,
    en: async (): Promise<Coord> => (await import('./coord.en.json')).default,
  },
  review: {
    id: async (): Promise<Review> => (await import('./review.id.json')).default,
    en: async (): Promise<Review> => (await import('./review.en.json')).default,
  },
};
type Part = keyof typeof FILES;

const REMEMBER = 'simpul.locale';
const known: Record<Locale, Record<string, string>> = { id: { ...id }, en: {} };
const parts = new Set<Part>(['core']);
let locale: Locale = 'id';
const listeners = new Set<() => void>();

const translators: Record<Locale, Words> = {
  id: (key, values) => fill(known.id[key] ?? key, values, 'id'),
  en: (key, values) => fill(known.en[key] ?? known.id[key] ?? key, values, 'en'),
};

/** Whether words are loaded for a key that was put together from a code. */
export const hasWords = (key: string): key is WordKey => key in known.id;

async function load(part: Part, language: Locale): Promise<void> {
  Object.assign(known[language], await FILES[part][language]());
}

/** Fetches a part in the language that is spoken; a screen waits for it before it is drawn. */
export async function learn(part: Part): Promise<void> {
  parts.add(part);
  await Promise.all([...new Set<Locale>(['id', locale])].map((language) => load(part, language)));
}

export async function speak(next: Locale): Promise<void> {
  await Promise.all([...parts].map((part) => load(part, next)));
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
