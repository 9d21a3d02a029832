import { ACCOUNT_WORDS } from './account-problem-words.js';
import { APPOINTMENT_WORDS } from './appointment-problem-words.js';
import { CASE_WORDS } from './case-problem-words.js';
import { COORDINATION_WORDS } from './coordination-problem-words.js';
import { fieldWords } from './field-problem-words.js';
import { lifecycleWords, REFERRAL_WORDS } from './referral-problem-words.js';

/** One sentence per code, Indonesian first: what happened and what to do. The web has fuller words for its screens. */
const WORDS: Record<string, [id: string, en: string]> = {
  notFound: ['Tidak ditemukan, atau Anda tidak punya akses.', 'Not found, or you have no access.'],
  forbidden: [
    'Peran Anda tidak mengizinkan tindakan ini. Percobaan ini dicatat.',
    'Your role does not allow this. The attempt was recorded.',
  ],
  invalid: ['Ada isian yang perlu diperbaiki.', 'Some fields need correcting.'],
  busy: ['Data ini sedang diubah orang lain. Coba lagi.', 'Somebody else is changing this. Try again.'],
  unavailable: [
    'Sistem belum siap. Tulisan Anda belum tersimpan. Coba lagi sebentar.',
    'The system is not ready. Nothing was saved. Try again shortly.',
  ],
  tooSlow: [
    'Sistem sedang lambat. Tulisan Anda belum tersimpan. Coba lagi sebentar.',
    'The system is slow just now. Nothing was saved. Try again shortly.',
  ],
  fault: [
    'Ada kesalahan pada sistem. Sebutkan nomor permintaan ini kepada admin.',
    'A fault of the system. Give this request number to the administrator.',
  ],
  'session.required': ['Sesi berakhir. Masuk lagi.', 'The session has ended. Sign in again.'],
  'session.wrongCredentials': ['Surel atau kata sandi tidak cocok.', 'E-mail or password does not match.'],
  'session.tooManyAttempts': [
    'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    'Too many attempts. Wait a moment, then try again.',
  ],
  'request.malformed': ['Permintaan tidak dapat dibaca.', 'The request cannot be read.'],
  'request.tooLarge': ['Isian terlalu panjang.', 'The request is too large.'],
  'request.mediaType': ['Kirim sebagai JSON.', 'Send JSON.'],
  'request.tooMany': ['Terlalu banyak permintaan. Tunggu sebentar.', 'Too many requests. Wait a moment.'],
  'request.crossSite': ['Permintaan dari situs lain ditolak.', 'A request from another site was refused.'],
  'idempotency.alreadyHandled': ['Permintaan ini sudah diproses.', 'This request was already handled.'],
  'idempotency.otherRequest': [
    'Kunci permintaan ini sudah dipakai untuk isi lain.',
    'This key was used for another request.',
  ],
  'idempotency.malformed': ['Kunci permintaan harus berupa UUID.', 'The key must be a UUID.'],
  'deadline.hasEnded': ['Tenggat ini sudah berakhir.', 'This deadline has ended.'],
  'deadline.isMissed': [
    'Tenggat ini sudah lewat dan tidak dapat dijeda.',
    'This deadline has passed and cannot be paused.',
  ],
  'deadline.isPaused': ['Tenggat ini sedang dijeda.', 'This deadline is paused.'],
  'deadline.isNotPaused': ['Tenggat ini tidak sedang dijeda.', 'This deadline is not paused.'],
  'deadline.lawDoesNotWait': [
    'Tenggat undang-undang tidak dapat dijeda atau dikecualikan.',
    'A deadline of the law can be neither paused nor waived.',
  ],
  'deadline.onlyADecisionEnds': [
    'Laporan ini menunggu keputusan: buka kasus, gabungkan, atau nyatakan di luar kewenangan.',
    'This report waits for a decision: open a case, join it, or say that it is outside the mandate.',
  ],
  'deadline.doesNotPause': [
    'Tenggat jenis ini tidak dapat dijeda.',
    'A deadline of this kind does not pause.',
  ],
  'deadline.waitsForAnAnswer': [
    'Tenggat ini berjalan lagi setelah pertanyaan penerima dijawab.',
    'This deadline goes on once the receiver’s question is answered.',
  ],
  'deadline.noWaiverProposed': [
    'Belum ada yang mengusulkan pengecualian.',
    'Nobody has proposed a waiver yet.',
  ],
  'deadline.waiverAlreadyProposed': [
    'Pengecualian sudah diusulkan dan menunggu orang kedua.',
    'A waiver has been proposed and waits for a second person.',
  ],
  'deadline.remindedJustNow': [
    'Pengingat baru saja dikirim. Coba lagi satu jam lagi.',
    'A reminder has just been sent. Try again in an hour.',
  ],
  'fourEyes.samePerson': [
    'Orang kedua harus orang yang berbeda.',
    'The second person must be somebody else.',
  ],
  'alarm.takenAlready': [
    'Peringatan ini sudah ditangani seseorang. Ia punya waktu sehari untuk menyelesaikannya.',
    'Somebody sees to this alarm already, and has a day to end it.',
  ],
  'alarm.resolvedAlready': ['Peringatan ini sudah diselesaikan.', 'This alarm has been ended already.'],
  'notification.lastChannel': [
    'Paling sedikit satu cara dihubungi harus tetap menyala.',
    'At least one way to reach you must stay on.',
  ],
  'notification.telephoneMissing': [
    'Isi nomor telepon Anda untuk pesan ke telepon.',
    'Give your telephone number for messages to your telephone.',
  ],
  'push.notSetUp': [
    'Pesan ke peramban belum disiapkan di kota ini.',
    'Messages to browsers are not set up in this city.',
  ],
  'push.tooManyDevices': [
    'Sudah ada sepuluh perangkat. Hapus yang tidak Anda pakai lagi.',
    'There are ten devices already. Take away those you no longer use.',
  ],
  'push.endpointRefused': [
    'Peramban ini memakai layanan push yang tidak dikenal oleh kota ini.',
    'This browser uses a push service that this city does not know.',
  ],
  'push.keyMalformed': [
    'Kunci dari peramban tidak dapat dipakai. Coba nyalakan lagi.',
    'The key from the browser cannot be used. Try switching it on again.',
  ],
  'telephone.malformed': [
    'Nomor telepon tidak dikenali. Contoh: 0812 3456 7890.',
    'That is not a telephone number. Example: 0812 3456 7890.',
  ],
  'directory.changedMeanwhile': [
    'Data ini baru saja diubah orang lain. Muat ulang, lihat perubahannya, lalu simpan lagi.',
    'Somebody else has just changed this. Load it again, look at what changed, then save again.',
  ],
  'directory.verifiedToday': [
    'Data lembaga ini sudah diperiksa hari ini.',
    'This agency was already checked today.',
  ],
  'holiday.alreadyKnown': [
    'Hari libur itu sudah ada di kalender.',
    'That holiday is already in the calendar.',
  ],
  'rule.proposalWaits': [
    'Untuk aturan ini sudah ada usulan yang menunggu persetujuan. Putuskan dahulu usulan itu.',
    'A proposal for this rule waits for approval already. Decide that one first.',
  ],
  'rule.proposalDecided': ['Usulan ini sudah diputuskan.', 'This proposal has been decided.'],
  'rule.beforeTheLatest': [
    'Versi terakhir baru berlaku pada tanggal itu atau sesudahnya. Pilih tanggal yang lebih akhir.',
    'The latest version comes into force on that date or later. Choose a later date.',
  ],
  'rule.isRetired': ['Aturan ini sudah dicabut.', 'This rule is retired already.'],
  'hours.hasPassed': [
    'Jam kerja ini sudah berakhir. Tenggat yang sudah dihitung tidak diubah sesudahnya.',
    'These hours are over. What was counted by them is not changed afterwards.',
  ],
  'hours.ordinaryStays': [
    'Jam kerja biasa yang sedang berlaku tidak dibatalkan. Muat jam kerja baru yang menggantikannya.',
    'The ordinary hours in force are not taken away. Import the hours that follow them.',
  ],
  'holiday.hasPassed': [
    'Hari itu sudah berlalu atau hari ini. Kantor sudah tutup pada hari itu; batas waktu tidak dimajukan sesudahnya.',
    'That day is today or has passed. Offices were shut on it; no time limit is brought forward afterwards.',
  ],
};

const FALLBACK: [string, string] = [
  'Tindakan ini tidak dapat dilakukan sekarang.',
  'This cannot be done now.',
];

/** A sentence for a person; codes without words of their own get the general one. */
export function problemWords(code: string, _status: number, english: boolean): string {
  return (WORDS[code] ??
    ACCOUNT_WORDS[code] ??
    CASE_WORDS[code] ??
    APPOINTMENT_WORDS[code] ??
    REFERRAL_WORDS[code] ??
    COORDINATION_WORDS[code] ??
    lifecycleWords(code) ??
    fieldWords(code) ??
    FALLBACK)[english ? 1 : 0];
}
