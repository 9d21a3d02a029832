import type { Letter } from './letters.js';
import { timeWords } from './time-words.js';

const SUBJECT = 'Simpul: surat untuk instansi Anda / a letter for your office';

/**
 * The mail that brings a one-time link to an agency's mailbox, which many people read: it says that a letter waits and
 * how it is opened. Who sends it, about whom and about what stand behind the link; the code comes by telephone and has
 * no place here. `zone`: the city's, for the time at which the link ends. Pure.
 */
export function linkLetter(address: string, expiresAt: Date, zone: string): Letter {
  return {
    subject: SUBJECT,
    text: [
      'Ada surat rahasia untuk instansi Anda.',
      `Buka di sini: ${address}`,
      'Anda akan diminta kode enam angka. Pengirim menyampaikannya lewat telepon, tidak pernah lewat surel.',
      `Tautan hanya dapat dibuka satu kali, sampai ${timeWords(expiresAt, 'id', zone)}. Jangan diteruskan.`,
      'Bila tidak ada yang menelepon Anda, abaikan pesan ini.',
      '',
      'A confidential letter waits for your office; open it at the address above. You will be asked for a six-digit ' +
        'code, which the sender tells you by telephone and never by e-mail.',
      `The address works once, until ${timeWords(expiresAt, 'en', zone)}. Please do not forward it.`,
      '',
      'Pesan otomatis, jangan dibalas. / Automatic message, please do not reply.',
    ].join('\n'),
  };
}
