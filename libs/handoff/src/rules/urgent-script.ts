import type { Words } from './urgent-words.js';
import { words } from './urgent-words.js';

/** What to make sure of with the client first, in this order. Codes are facts of the ledger. */
export const CHECKS = {
  SAFE_TO_TALK: words(
    'Aman bicara sekarang? Siapa yang ada di dekat klien?',
    'Is it safe to talk now? Who is near the client?',
  ),
  CODE_WORD: words(
    'Sepakati kata sandi bila sambungan harus diputus.',
    'Agree on a word for when the call has to end.',
  ),
  HURT: words(
    'Luka, sulit bernapas atau menelan, hamil? Bila ya: 119 atau IGD dahulu.',
    'Hurt, hard to breathe or swallow, pregnant? If so: 119 or the emergency ward first.',
  ),
  OTHERS: words('Anak atau orang lain yang juga terancam?', 'Children or others in danger too?'),
  WAY_OUT: words(
    'Tempat aman malam ini dan cara ke sana disepakati.',
    'A safe place for tonight, and how to get there, is agreed.',
  ),
  CALL_BACK: words('Kapan dan lewat apa boleh dihubungi lagi?', 'When and how may we be in touch again?'),
} as const satisfies Record<string, Words>;
export type Check = keyof typeof CHECKS;
export const CHECK_CODES = Object.keys(CHECKS) as Check[];

/** What to say to the agency that is called. */
export const SAY: readonly Words[] = [
  words(
    'Nama dan unit Anda, lalu: “kasus risiko tinggi, perlu tindakan sekarang”.',
    'Your name and unit, then: "a high-risk case that needs action now".',
  ),
  words(
    'Layanan yang diperlukan, di kelurahan mana, dan sebelum jam berapa.',
    'The service, where, and by when.',
  ),
  words(
    'Minta nama petugas yang menerima; ulangi jamnya.',
    'Ask for the name of whoever takes it; repeat the time.',
  ),
  words('“Rujukan tertulis menyusul lewat Simpul.”', '"The written referral follows in Simpul."'),
];

export const DO_NOT_SAY: readonly Words[] = [
  words(
    'Nama, NIK, atau alamat lengkap kepada operator: hanya kepada petugas yang menangani.',
    'Name, identity number or full address to an operator: only to the officer who takes it.',
  ),
  words('Kronologi. Cukup bahaya dan kebutuhan.', 'The story. The danger and the need are enough.'),
  words('Apa pun dalam pesan suara, SMS, atau WhatsApp.', 'Anything in a voice message, a text or WhatsApp.'),
  words(
    'Apa pun bila yang mengangkat mengenal terlapor: tutup, pakai nomor lain.',
    'Anything if whoever answers knows the reported person: hang up, use another number.',
  ),
];

/** Numbers of the whole country that always answer. */
export const ALWAYS: readonly { readonly number: string; readonly words: Words }[] = [
  { number: '110', words: words('Polisi', 'Police') },
  { number: '119', words: words('Ambulans', 'Ambulance') },
  { number: '129', words: words('SAPA 129 (Kemen PPPA)', 'SAPA 129 (ministry)') },
];

/** Danger that does not wait for a form: a high level, or a client who is not safe at this moment. Not screened is not low. */
export function isUrgent(facts: {
  readonly risk: string | null;
  readonly clientSafeNow: string;
  readonly state: string;
}): boolean {
  return facts.state === 'OPEN' && (facts.risk === 'TINGGI' || facts.clientSafeNow === 'NO');
}

export interface Callable {
  readonly id: string;
  readonly openNow: boolean;
  readonly conflict: boolean;
  readonly phones: readonly string[];
}

/**
 * In which order to call: the order of the pathway, those who answer now first. Whoever is in a conflict of interest is not
 * on the list at all: a number on a screen is dialled. Nor is one without a number, nor the unit itself. Pure.
 */
export function callOrder<Agency extends Callable>(
  suggested: readonly Agency[],
  ownAgencyId: string,
): Agency[] {
  const once = suggested.filter((one, at) => suggested.findIndex((other) => other.id === one.id) === at);
  const callable = once.filter((one) => !one.conflict && one.id !== ownAgencyId && one.phones.length > 0);
  return [...callable.filter((one) => one.openNow), ...callable.filter((one) => !one.openNow)];
}
