import { MESSAGES, type MessageKey, type Urgency } from './messages.js';
import { timeWords } from './time-words.js';

/** What leaves the house, for a mailbox or a telephone. Plain text: nothing to load, nothing that reports being read. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

interface Words {
  readonly id: string;
  readonly en: string;
}

const SUBJECT: Readonly<Record<Urgency, Words>> = {
  act: { id: 'Simpul: menunggu tindakan Anda', en: 'Simpul: waits for you to act' },
  know: { id: 'Simpul: ada kabar untuk Anda', en: 'Simpul: there is news for you' },
  alarm: { id: 'Simpul: perlu perhatian Anda sekarang', en: 'Simpul: needs your attention now' },
};

const BODY: Readonly<Record<Urgency, Words>> = {
  act: {
    id: 'Ada yang menunggu tindakan Anda di Simpul.',
    en: 'There is something in Simpul that waits for you to act.',
  },
  know: { id: 'Ada kabar untuk Anda di Simpul.', en: 'There is news for you in Simpul.' },
  alarm: {
    id: 'Ada hal di Simpul yang memerlukan perhatian Anda sekarang.',
    en: 'Something in Simpul needs your attention now.',
  },
};

/** Several at once: how many, and nothing about any of them. */
const DIGEST: Readonly<Record<Urgency, Words>> = {
  act: {
    id: 'Ada {count} hal untuk Anda di Simpul, di antaranya menunggu tindakan Anda.',
    en: 'There are {count} things for you in Simpul, some wait for you to act.',
  },
  know: { id: 'Ada {count} kabar untuk Anda di Simpul.', en: 'There are {count} news for you in Simpul.' },
  alarm: {
    id: 'Ada {count} hal di Simpul yang memerlukan perhatian Anda sekarang.',
    en: '{count} things in Simpul need your attention now.',
  },
};

const FIRST_DUE: Words = { id: 'Batas waktu terdekat: {due}.', en: 'First due: {due}.' };
const DUE: Words = { id: 'Batas waktu: {due}.', en: 'Due: {due}.' };
const WHERE: Words = { id: 'Masuk di sini: {page}', en: 'Sign in here: {page}' };
const FOOT: Words = {
  id: 'Pesan otomatis, jangan dibalas. Isinya hanya dapat dibaca setelah masuk.',
  en: 'Automatic message, please do not reply. What it is about can be read only after signing in.',
};

/**
 * The words of a notification outside the house. They say less than inside: a mailbox is read by whoever holds the
 * telephone and by every server on the way. Urgency, due time and the sign-in page, and how many things it stands for;
 * nothing else has a place.
 */
export function letterWords(
  key: MessageKey,
  locale: 'id' | 'en',
  zone: string,
  dueAt: Date | null,
  page: string,
  count = 1,
): Letter {
  const { urgency } = MESSAGES[key];
  const dueWords = count > 1 ? FIRST_DUE : DUE;
  const due = dueAt ? [dueWords[locale].replace('{due}', timeWords(dueAt, locale, zone))] : [];
  const body = count > 1 ? DIGEST[urgency][locale].replace('{count}', String(count)) : BODY[urgency][locale];
  const where = WHERE[locale].replace('{page}', page);
  return {
    subject: SUBJECT[urgency][locale],
    text: [body, ...due, where, '', FOOT[locale]].join('\n'),
  };
}

/** The same for a telephone: one line, no footer. */
export function shortWords(
  key: MessageKey,
  locale: 'id' | 'en',
  zone: string,
  dueAt: Date | null,
  page: string,
  count = 1,
): string {
  return letterWords(key, locale, zone, dueAt, page, count)
    .text.split('\n')
    .slice(0, dueAt ? 3 : 2)
    .join(' ');
}

/**
 * What a push carries: how many things, and in which language the browser shall say so. The words themselves lie in the
 * browser already (`push-worker.js`): a telephone shows them while it is locked, to whoever holds it.
 */
export function pushText(locale: 'id' | 'en', count: number): string {
  return JSON.stringify({ count: Math.min(count, 999), locale });
}
