import type { PageLocale } from '../page/page-words.js';

type Words = Readonly<Record<PageLocale, string>>;

/** What a refused act means to somebody who sees one page of Simpul and no other. */
const REFUSALS: Readonly<Record<string, Words>> = {
  'referral.consentWithdrawn': {
    id: 'Dasar berbagi data sudah berakhir. Hentikan pemrosesan dan musnahkan salinan.',
    en: 'The lawful basis for sharing has ended. Stop using the data and destroy copies.',
  },
  'referral.reasonNeedsWords': {
    id: 'Alasan ini perlu keterangan. Tuliskan keterangannya.',
    en: 'This reason needs a remark. Please write it.',
  },
  'time.beforeSending': {
    id: 'Janji temu tidak boleh sebelum surat dikirim.',
    en: 'An appointment cannot be before the letter was sent.',
  },
};
const OTHERWISE: Words = {
  id: 'Belum tersimpan: keadaan rujukan sudah berubah atau isiannya belum lengkap. Periksa lagi di bawah ini.',
  en: 'Not saved: the referral has changed or something is missing. Please check again below.',
};

export function refusalWords(code: string, locale: PageLocale): string {
  return (REFUSALS[code] ?? OTHERWISE)[locale];
}

export const DONE_WORDS: Readonly<Record<string, Words>> = {
  receipt: {
    id: 'Terima kasih. Penerimaan surat sudah dicatat dan diberitahukan kepada pengirim.',
    en: 'Thank you. The receipt is kept and the sender is told.',
  },
  acceptance: {
    id: 'Rujukan diterima. Pengirim sudah diberi tahu.',
    en: 'The referral is accepted. The sender is told.',
  },
  rejection: {
    id: 'Penolakan sudah dicatat. Pengirim akan mencari penerima lain.',
    en: 'The refusal is kept. The sender will look for another receiver.',
  },
  question: {
    id: 'Pertanyaan sudah dikirim. Pengirim menjawab lewat tautan baru atau telepon.',
    en: 'The question is sent. The sender answers by a new link or by telephone.',
  },
  'service-start': { id: 'Dimulainya layanan sudah dicatat.', en: 'The beginning of the service is kept.' },
  progress: { id: 'Perkembangan sudah dikirim.', en: 'The progress is sent.' },
  completion: { id: 'Hasil sudah dikirim. Terima kasih.', en: 'The outcome is sent. Thank you.' },
  failure: {
    id: 'Laporan sudah dikirim. Pengirim akan mencari jalan lain.',
    en: 'The report is sent. The sender will look for another way.',
  },
};
