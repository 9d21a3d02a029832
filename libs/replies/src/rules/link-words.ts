/** What a refused act means to somebody who sees one page of Simpul and no other. */
const REFUSALS: Readonly<Record<string, string>> = {
  'referral.consentWithdrawn':
    'Dasar berbagi data sudah berakhir. Hentikan pemrosesan dan musnahkan salinan.',
  'referral.reasonNeedsWords': 'Alasan ini perlu keterangan. Tuliskan keterangannya.',
  'time.beforeSending': 'Janji temu tidak boleh sebelum surat dikirim.',
};

export function refusalWords(code: string): string {
  return (
    REFUSALS[code] ??
    'Belum tersimpan: keadaan rujukan sudah berubah atau isiannya belum lengkap. Periksa lagi di bawah ini.'
  );
}

export const DONE_WORDS: Readonly<Record<string, string>> = {
  receipt: 'Terima kasih. Penerimaan surat sudah dicatat dan diberitahukan kepada pengirim.',
  acceptance: 'Rujukan diterima. Pengirim sudah diberi tahu.',
  rejection: 'Penolakan sudah dicatat. Pengirim akan mencari penerima lain.',
  question: 'Pertanyaan sudah dikirim. Pengirim menjawab lewat tautan baru atau telepon.',
  'service-start': 'Dimulainya layanan sudah dicatat.',
  progress: 'Perkembangan sudah dikirim.',
  completion: 'Hasil sudah dikirim. Terima kasih.',
  failure: 'Laporan sudah dikirim. Pengirim akan mencari jalan lain.',
};
