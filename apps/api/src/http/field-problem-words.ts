type Pair = [id: string, en: string];

/** Why a field was refused. The browser's forms check the same before they send; these are for whoever gets past them. */
const FIELD_WORDS: Record<string, Pair> = {
  'field.whitelistValidation': ['Isian ini tidak dikenal.', 'This field is not known.'],
  'field.minLength': ['Isi bagian ini.', 'Fill this in.'],
  'field.isNotEmpty': ['Isi bagian ini.', 'Fill this in.'],
  'field.maxLength': ['Terlalu panjang.', 'Too long.'],
  'field.arrayMinSize': ['Isi sedikitnya satu.', 'Give at least one.'],
  'field.arrayMaxSize': ['Terlalu banyak.', 'Too many.'],
  'appointment.past': ['Waktu ini sudah lewat.', 'This time has passed.'],
  'appointment.tooFar': [
    'Lebih dari setahun lagi: periksa tahunnya.',
    'More than a year ahead: check the year.',
  ],
  'appointment.escortNotOfSide': [
    'Pilih orang dari pihak Anda sendiri.',
    'Choose somebody of your own side.',
  ],
  'appointment.noBasis': [
    'Belum ada dasar untuk memberi tahu instansi ini tentang keselamatan dan kebutuhan klien. Catat dasarnya, atau kosongkan.',
    'Nothing yet allows telling this agency about the client’s safety and needs. Record a basis, or leave this empty.',
  ],
  'completion.partlyNeedsBoth': [
    'Diberikan sebagian: sebutkan mengapa, dan apa yang masih diperlukan.',
    'Given in part: say why, and what is still needed.',
  ],
  'confirmation.remainderOpen': [
    'Layanan ini diberikan sebagian. Putuskan sisanya: dilanjutkan, atau cukup.',
    'This service was given in part. Decide about the rest: it goes on, or it is enough.',
  ],
  'confirmation.enoughNeedsReason': ['Sebutkan mengapa ini cukup.', 'Say why it is enough.'],
  'confirmation.nothingRemains': [
    'Layanan ini diberikan seluruhnya: tidak ada sisa yang diputuskan.',
    'This service was given in full: there is no rest to decide about.',
  ],
  'account.email': ['Ini bukan alamat surel.', 'This is no e-mail address.'],
  'account.unknownAgency': ['Instansi ini tidak dikenal.', 'This agency is not known.'],
  'account.roleElsewhere': [
    'Peran ini tidak bekerja di instansi itu.',
    'This role does not work at that agency.',
  ],
  'password.tooShort': [
    'Sedikitnya 15 karakter; beberapa kata yang mudah diingat juga boleh.',
    'At least 15 characters; a few words are fine.',
  ],
  'password.tooLong': ['Paling panjang 256 karakter.', 'At most 256 characters.'],
  'password.containsEmail': [
    'Jangan memuat bagian depan alamat surel Anda.',
    'Leave the first part of your e-mail address out.',
  ],
  'password.common': [
    'Kata sandi ini mudah ditebak. Pilih beberapa kata yang tidak berhubungan dengan Anda, kantor, atau kota.',
    'This password is easy to guess. Take a few words that have nothing to do with you, the office or the city.',
  ],
  'step.malformed': [
    'Langkah ini tidak dikenal. Mulai lagi dari awal.',
    'This step is not known. Begin again.',
  ],
  'factor.codeWrong': [
    'Kode ini tidak cocok. Tunggu kode berikutnya, dan periksa jam ponsel Anda.',
    'This code does not match. Wait for the next one, and check the clock of your telephone.',
  ],
  'factor.passkeyWrong': [
    'Perangkat ini tidak memberi kunci sandi yang dapat dipakai. Coba lagi.',
    'This device gave no passkey that can be used. Try again.',
  ],
  'password.same': [
    'Pilih kata sandi yang lain dari sekarang.',
    'Choose another password than the present one.',
  ],
  'code.unknown': ['Pilih dari daftar.', 'Choose from the list.'],
  'text.controlCharacters': [
    'Ada huruf yang tidak dapat disimpan. Ketik ulang bagian ini.',
    'There are characters that cannot be kept. Type this again.',
  ],
  'date.malformed': ['Tulis tanggal seperti 2026-03-20.', 'Write the date like 2026-03-20.'],
  'hsds.notJson': ['Berkas ini bukan JSON.', 'This file is not JSON.'],
  'hsds.notTables': ['Isi berkas ini bukan tabel HSDS.', 'This file does not hold the tables of HSDS.'],
  'hsds.tooManyRows': ['Baris terlalu banyak.', 'Too many rows.'],
  'hsds.noId': ['Baris ini tidak punya id.', 'This row has no id.'],
  'hsds.idTwice': ['Id ini dipakai dua kali.', 'This id stands here twice.'],
  'hsds.required': ['Kolom wajib ini kosong.', 'This field is required.'],
  'hsds.type': ['Jenis isinya salah.', 'This is of the wrong type.'],
  'hsds.format': ['Bentuk isinya salah.', 'This is not of the right form.'],
  'hsds.enum': ['Isi ini tidak ada pada daftar HSDS.', 'HSDS does not know this value.'],
  'hsds.secretPlace': [
    'Ini dapat menunjukkan letak tempat yang dirahasiakan. Hapus dari berkas.',
    'This could lead somebody to a secret place. Take it out of the file.',
  ],
  'hsds.tellsAPlace': [
    'Tulisan ini dapat menunjukkan letak tempat yang dirahasiakan. Tulis tanpa alamat atau patokan.',
    'This text could lead somebody to a secret place. Write it without an address or landmark.',
  ],
  'hsds.previewMalformed': ['Periksa berkasnya lagi.', 'Check the file again.'],
  'directory.secretHasNoAddress': [
    'Tempat ini rahasia: alamatnya tidak ditulis di Simpul.',
    'This place is secret: its address is not written in Simpul.',
  ],
  'directory.tellsAPlace': [
    'Tulisan ini dapat menunjukkan letak tempat yang dirahasiakan. Tulis tanpa alamat, nomor, atau patokan.',
    'This could lead somebody to a secret place. Write it without an address, a number or a landmark.',
  ],
  'directory.agesOutOfOrder': [
    'Umur tertinggi tidak boleh di bawah umur terendah.',
    'The highest age may not be below the lowest.',
  ],
  'directory.fallbackAlone': ['Isi dulu nomor piket yang pertama.', 'Give the first duty number first.'],
  'directory.sameNumberTwice': [
    'Nomor cadangan harus berbeda dari nomor piket.',
    'The second number must differ from the first.',
  ],
  'directory.moreFreeThanPlaces': [
    'Yang kosong tidak boleh lebih banyak dari seluruh tempat.',
    'There cannot be more free places than places.',
  ],
  'phone.malformed': ['Tulis nomor telepon dengan angka.', 'Write the telephone number in digits.'],
  'list.twice': ['Ada yang tertulis dua kali.', 'Something stands here twice.'],
  'roster.notAColleague': [
    'Pilih orang yang bekerja di instansi Anda.',
    'Choose somebody who works at your agency.',
  ],
  'roster.standsInForThemselves': ['Pengganti harus orang lain.', 'Somebody else must stand in.'],
  'roster.endsBeforeItStarts': ['Selesai harus sesudah mulai.', 'The end must come after the start.'],
  'roster.tooLong': [
    'Terlalu panjang: piket paling lama 7 hari, cuti paling lama setahun.',
    'Too long: a shift lasts at most 7 days, an absence a year.',
  ],
  'roster.isOver': ['Waktu ini sudah lewat.', 'This time is over.'],
  'roster.tooFarAhead': ['Terlalu jauh ke depan.', 'Too far ahead.'],
  'holiday.localNeedsRegion': [
    'Libur lokal perlu kode provinsi atau kota.',
    'A local holiday needs the code of a province or city.',
  ],
  'holiday.nationalHasNoRegion': [
    'Libur nasional berlaku di seluruh negeri: kosongkan wilayahnya.',
    'A national holiday holds everywhere: leave the region empty.',
  ],
  'holiday.twiceInTheList': ['Hari ini sudah ada di baris lain.', 'This day stands in another line already.'],
  'hours.weekdayUnknown': [
    'Tulis hari seperti SENIN atau SENIN-KAMIS.',
    'Write weekdays like MON or MON-THU.',
  ],
  'hours.timeMalformed': ['Tulis jam seperti 08.00 atau 08:00.', 'Write times like 08:00.'],
  'hours.needsBothTimes': [
    'Isi jam buka dan jam tutup, atau kosongkan keduanya bila kantor tutup.',
    'Give opening and closing time, or neither when the office is shut.',
  ],
  'hours.closesBeforeItOpens': ['Jam tutup harus sesudah jam buka.', 'It must close after it opens.'],
  'hours.breakOutside': [
    'Istirahat harus di antara jam buka dan jam tutup.',
    'The break must lie within the hours.',
  ],
  'hours.weekdayTwice': ['Hari ini sudah ada di baris lain.', 'This weekday stands in another line already.'],
  'hours.weekdayMissing': ['Senin sampai Jumat harus disebut semua.', 'Monday to Friday must all be named.'],
  'hours.neverOpen': ['Sedikitnya satu hari harus buka.', 'At least one day must be open.'],
  'hours.endsDiffer': [
    'Semua baris satu masa harus berakhir pada tanggal yang sama.',
    'All lines of one period must end on the same day.',
  ],
  'hours.startsTooSoon': [
    'Jam kerja baru berlaku paling cepat besok, supaya tidak ada yang mendadak terlambat.',
    'New hours hold from tomorrow at the earliest, so that nobody is late at once.',
  ],
  'hours.endsBeforeItStarts': ['Akhirnya harus sesudah mulai.', 'The end must come after the beginning.'],
  'hours.seasonNeedsAnEnd': ['Sebutkan hari terakhir Ramadan.', 'Name the last day of Ramadan.'],
  'hours.seasonTooLong': [
    'Ramadan paling lama 30 hari. Periksa tanggalnya.',
    'Ramadan has 30 days at most. Check the dates.',
  ],
  'hours.overlaps': [
    'Pada masa itu sudah ada jam kerja lain. Batalkan yang lama dahulu.',
    'Other hours hold at that time already. Take those back first.',
  ],
  'region.unknown': ['Kode wilayah tidak dikenal.', 'The region code is not known.'],
  'column.missing': ['Kolom ini tidak ada di baris judul.', 'The heading has no such column.'],
  'line.tooManyCells': [
    'Baris ini punya lebih banyak kolom daripada judulnya. Beri tanda kutip pada teks yang memuat koma.',
    'This line has more cells than the heading. Put quotation marks around texts with commas.',
  ],
  'date.hasPassed': ['Tanggal ini sudah berlalu.', 'This date has passed.'],
  'rule.unitOfAnotherClock': [
    'Satuan ini tidak cocok dengan jenis jamnya.',
    'This unit belongs to another clock.',
  ],
  'rule.endStays': [
    'Aturan ini dihitung sampai suatu akhir, dan tetap begitu. Aturan lain tidak bisa.',
    'This rule counts to an end and stays one; another rule cannot become one.',
  ],
  'rule.atLeastOneDay': ['Sedikitnya satu hari.', 'At least one day.'],
  'rule.limitIncomplete': [
    'Isi jumlah, satuan dan jenis jam, atau kosongkan ketiganya.',
    'Give amount, unit and clock, or leave all three empty.',
  ],
  'rule.conditionUnreadable': [
    'Syarat ini tidak terbaca. Contoh: ALWAYS, atau track HAS KTA AND risk = TINGGI.',
    'This condition cannot be read. Write ALWAYS, or track HAS KTA AND risk = TINGGI.',
  ],
  'rule.levelStays': [
    'Tingkat risiko aturan ini tidak dapat diganti: tingkat lain punya aturannya sendiri.',
    'The level of risk stays: another level has a rule of its own.',
  ],
  'rule.offsetUnreadable': [
    'Pengingat ditulis seperti -24h, -15m, -3d, -1wd, 0h.',
    'Reminders are written like -24h, -15m, -3d, -1wd, 0h.',
  ],
  'rule.offsetFromDue': [
    'Aturan dengan batas waktu mengingatkan dari batas itu: -24h, 0h.',
    'A rule with a limit reminds from the limit: -24h, 0h.',
  ],
  'rule.offsetFromTrigger': [
    'Aturan tanpa angka mengingatkan dari kejadian: T+2h.',
    'A rule without a number reminds from the event: T+2h.',
  ],
  'rule.uncertainNeedsCheck': [
    'Sumber dengan kepastian rendah selalu perlu diperiksa.',
    'A source of low certainty always needs a check.',
  ],
  'list.empty': ['Daftar ini kosong.', 'The list is empty.'],
  'csv.unreadable': ['Berkas ini tidak terbaca sebagai CSV.', 'This cannot be read as CSV.'],
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
