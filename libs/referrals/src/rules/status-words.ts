import type { ReferralStatus } from './referral-lifecycle.js';

/** What a status is called on screens. `cancelled` says "withdrawn": the receiver did nothing wrong. */
export const STATUS_WORDS = {
  draft: { id: 'Draf', en: 'Draft' },
  requested: { id: 'Menunggu penerima', en: 'Waiting for receiver' },
  received: { id: 'Dikonfirmasi penerima', en: 'Acknowledged' },
  accepted: { id: 'Diterima', en: 'Accepted' },
  'in-progress': { id: 'Dalam layanan', en: 'In service' },
  'on-hold': { id: 'Menunggu jawaban pengirim', en: 'Waiting for the sender’s answer' },
  completed: { id: 'Hasil dilaporkan', en: 'Outcome reported' },
  failed: { id: 'Tidak berhasil', en: 'Not successful' },
  rejected: { id: 'Ditolak dengan alasan', en: 'Declined with reason' },
  cancelled: { id: 'Ditarik', en: 'Withdrawn' },
} as const satisfies Record<ReferralStatus, { id: string; en: string }>;

/** The words for a status; a completed or failed referral whose loop is closed says so. */
export function statusWords(status: ReferralStatus, confirmed: boolean, locale: 'id' | 'en'): string {
  if (confirmed) return locale === 'en' ? 'Loop closed' : 'Selesai, dikonfirmasi pengirim';
  return STATUS_WORDS[status][locale];
}
