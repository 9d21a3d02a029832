/** What happened to a referral, in a few words; who did it stands beside it. */
const MOVES: Readonly<Record<string, { id: string; en: string }>> = {
  draft: { id: 'Draf dibuat', en: 'Draft begun' },
  edit: { id: 'Draf diubah', en: 'Draft changed' },
  send: { id: 'Rujukan dikirim', en: 'Referral sent' },
  acknowledge: { id: 'Penerimaan dikonfirmasi', en: 'Receipt acknowledged' },
  ask: { id: 'Penerima bertanya', en: 'The receiver asked' },
  answer: { id: 'Pertanyaan dijawab', en: 'The question was answered' },
  accept: { id: 'Rujukan diterima', en: 'Referral accepted' },
  reject: { id: 'Rujukan ditolak', en: 'Referral declined' },
  start: { id: 'Layanan dimulai', en: 'Service started' },
  report: { id: 'Perkembangan dilaporkan', en: 'Progress reported' },
  complete: { id: 'Hasil dilaporkan', en: 'Outcome reported' },
  fail: { id: 'Dilaporkan tidak berhasil', en: 'Reported as not successful' },
  cancel: { id: 'Rujukan ditarik', en: 'Referral withdrawn' },
  yield: { id: 'Diterima pihak lain lebih dahulu', en: 'Another agency accepted first' },
  confirm: { id: 'Hasil dikonfirmasi pengirim', en: 'Outcome confirmed by the sender' },
};

export function moveWords(act: string, locale: 'id' | 'en'): string {
  return MOVES[act]?.[locale] ?? act;
}

/** What the receiver reads when its view has closed. It says what to do, and nothing about whom. */
export const TOMBSTONE_WORDS = {
  SENDER: {
    id: 'Rujukan ini ditarik oleh pengirim. Isinya tidak dapat dibuka lagi.',
    en: 'The sender withdrew this referral. Its content can no longer be opened.',
  },
  FAN: {
    id: 'Tidak ada yang perlu Anda lakukan, dan isinya tidak pernah dibuka di sini.',
    en: 'Another agency has accepted it. There is nothing for you to do, and its content was never opened here.',
  },
  CONSENT: {
    id: 'Dasar berbagi data sudah berakhir. Isinya ditutup: berhenti memakainya dan musnahkan salinan dalam 3x24 jam. Orangnya tetap boleh dilayani bila ia sendiri memintanya.',
    en: 'The lawful basis for sharing has ended. The content is closed: stop using it and destroy copies within 3x24 hours. The person may still be served if they ask for it themselves.',
  },
} as const;
