type Pair = [id: string, en: string];

/** Why a field was refused. The browser's forms check the same before they send; these are for whoever gets past them. */
const FIELD_WORDS: Record<string, Pair> = {
  'field.whitelistValidation': ['Isian ini tidak dikenal.', 'This field is not known.'],
  'field.minLength': ['Isi bagian ini.', 'Fill this in.'],
  'field.isNotEmpty': ['Isi bagian ini.', 'Fill this in.'],
  'field.maxLength': ['Terlalu panjang.', 'Too long.'],
  'field.arrayMinSize': ['Isi sedikitnya satu.', 'Give at least one.'],
  'field.arrayMaxSize': ['Terlalu banyak.', 'Too many.'],
  'code.unknown': ['Pilih dari daftar.', 'Choose from the list.'],
  'text.controlCharacters': [
    'Ada huruf yang tidak dapat disimpan. Ketik ulang bagian ini.',
    'There are characters that cannot be kept. Type this again.',
  ],
  'date.malformed': ['Tulis tanggal seperti 2026-03-20.', 'Write the date like 2026-03-20.'],
  'date.tooLate': ['Periksa tahunnya.', 'Check the year.'],
  'time.yearImpossible': ['Periksa tahunnya.', 'Check the year.'],
  'time.beforeSending': ['Waktu ini sebelum rujukan dikirim.', 'This is before the referral was sent.'],
  'cursor.malformed': ['Muat ulang daftar dari awal.', 'Load the list from its beginning again.'],
  'cursor.unreadable': ['Muat ulang daftar dari awal.', 'Load the list from its beginning again.'],
  'region.malformed': ['Kode wilayah tidak dikenal.', 'The region code is not known.'],
  'client.unknown': ['Klien ini tidak ada pada kasus.', 'This client is not in the case.'],
  'referral.unknown': ['Rujukan ini tidak ada pada kasus.', 'This referral is not in the case.'],
  'consent.answerOnlyForConsent': [
    'Jawaban klien hanya untuk persetujuan.',
    'A client’s answer belongs to consent only.',
  ],
  'consent.giverOnlyForConsent': [
    'Pemberi persetujuan hanya untuk persetujuan.',
    'Who consents belongs to consent only.',
  ],
};
const ANY_FIELD: Pair = ['Periksa isian ini.', 'Check this field.'];

/** The sentence for a wrong field, or undefined when the code is about something else. */
export function fieldWords(code: string): Pair | undefined {
  return FIELD_WORDS[code] ?? (code.startsWith('field.') ? ANY_FIELD : undefined);
}
