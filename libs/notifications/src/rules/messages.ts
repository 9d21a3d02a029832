import { CASE_MESSAGES } from './case-messages.js';
import { GUARD_MESSAGES } from './guard-messages.js';
import { ACCOUNT_MESSAGES } from './account-messages.js';
import { HAND_OVER_MESSAGES } from './hand-over-messages.js';
import { COORDINATION_MESSAGES } from './coordination-messages.js';
import { timeWords } from './time-words.js';

/** `act`: somebody must do something. `know`: good to know. `alarm`: the usual way to tell people has failed. */
export type Urgency = 'act' | 'know' | 'alarm';

export interface Message {
  readonly urgency: Urgency;
  readonly id: string;
  readonly en: string;
}

/**
 * Everything the house ever says in a notification. Closed: a message outside this list cannot be stored. No message
 * has a place for a name, a kind of case, a service or an address, because a notification is read over shoulders and on
 * locked screens; `{due}` is the only thing that is ever filled in.
 */
export const MESSAGES = {
  'referral.sent': {
    urgency: 'act',
    id: 'Rujukan baru menunggu konfirmasi dari instansi Anda.',
    en: 'A new referral waits for your agency to confirm it.',
  },
  'referral.acknowledged': {
    urgency: 'know',
    id: 'Instansi tujuan mengonfirmasi telah menerima rujukan.',
    en: 'The receiving agency confirmed that it has the referral.',
  },
  'referral.updated': {
    urgency: 'act',
    id: 'Data sebuah rujukan kepada instansi Anda diperbarui pengirim. Baca sebelum melanjutkan.',
    en: 'The sender updated the data of a referral to your agency. Read it before you go on.',
  },
  ...COORDINATION_MESSAGES,
  'referral.linkMailFailed': {
    urgency: 'act',
    id: 'Surel berisi tautan tidak sampai kepada penerima rujukan. Telepon mereka.',
    en: 'The e-mail with a one-time link did not reach a referral’s receiver. Call them.',
  },
  'referral.accepted': {
    urgency: 'know',
    id: 'Rujukan diterima oleh instansi tujuan.',
    en: 'The receiving agency accepted the referral.',
  },
  'referral.rejected': {
    urgency: 'act',
    id: 'Rujukan ditolak. Pilih instansi lain.',
    en: 'The referral was rejected. Choose another agency.',
  },
  'referral.started': {
    urgency: 'know',
    id: 'Instansi tujuan memberikan layanan pertama.',
    en: 'The receiving agency gave the first service.',
  },
  'referral.reported': {
    urgency: 'know',
    id: 'Ada rujukan balik dari instansi tujuan.',
    en: 'The receiving agency sent feedback.',
  },
  'referral.completed': {
    urgency: 'act',
    id: 'Layanan selesai. Konfirmasi hasilnya untuk menutup rujukan.',
    en: 'The service is completed. Confirm the outcome to close the referral.',
  },
  'referral.failed': {
    urgency: 'act',
    id: 'Layanan tidak berhasil. Baca alasannya dan tentukan langkah berikut.',
    en: 'The service did not succeed. Read why and decide what comes next.',
  },
  'referral.cancelled': {
    urgency: 'know',
    id: 'Sebuah rujukan kepada instansi Anda dibatalkan. Hentikan layanan.',
    en: 'A referral to your agency was cancelled. Stop the service.',
  },
  'referral.takenByAnother': {
    urgency: 'know',
    id: 'Permintaan layanan kepada beberapa instansi sudah diterima pihak lain. Tidak perlu dijawab lagi.',
    en: 'A request to several agencies was accepted by another one. It needs no answer any more.',
  },
  'referral.basisEnded': {
    urgency: 'act',
    id: 'Dasar berbagi sebuah rujukan kepada Anda berakhir. Isinya ditutup; musnahkan salinan dalam 3x24 jam.',
    en: 'The basis of a referral to you has ended. It is closed; destroy copies within 3x24 hours.',
  },
  'referral.stopped': {
    urgency: 'act',
    id: 'Sebuah rujukan dihentikan karena dasar berbagi datanya berakhir. Tentukan langkah berikut.',
    en: 'A referral was stopped because its basis for sharing ended. Decide what comes next.',
  },
  'referral.confirmed': {
    urgency: 'know',
    id: 'Perujuk mengonfirmasi hasil layanan. Rujukan ditutup.',
    en: 'The sender confirmed the outcome. The referral is closed.',
  },
  ...CASE_MESSAGES,
  ...GUARD_MESSAGES,
  'deadline.soon': {
    urgency: 'act',
    id: 'Pengingat: sebuah tugas Anda jatuh tempo {due}.',
    en: 'Reminder: a task of yours is due {due}.',
  },
  'deadline.due': {
    urgency: 'act',
    id: 'Sebuah tugas Anda jatuh tempo sekarang ({due}).',
    en: 'A task of yours is due now ({due}).',
  },
  'deadline.overdue': {
    urgency: 'act',
    id: 'Sebuah tugas Anda lewat batas waktu ({due}).',
    en: 'A task of yours is overdue ({due}).',
  },
  'deadline.watch': {
    urgency: 'know',
    id: 'Pihak lain harus bertindak paling lambat {due} pada kasus Anda.',
    en: 'Somebody else must act by {due} in a case of yours.',
  },
  'deadline.watchOverdue': {
    urgency: 'know',
    id: 'Pihak lain lewat batas waktu ({due}) pada kasus Anda.',
    en: 'Somebody else is past a time limit ({due}) in a case of yours.',
  },
  'deadline.escalated': {
    urgency: 'act',
    id: 'Dinaikkan kepada Anda: sebuah tugas lewat batas waktu ({due}) dan belum ditangani.',
    en: 'Raised to you: a task is past its time limit ({due}) and not yet handled.',
  },
  'deadline.monitor': {
    urgency: 'act',
    id: 'Batas waktu pihak di luar sistem jatuh {due} pada kasus Anda. Pantau dan catat hasilnya.',
    en: 'A body outside the system has until {due} in a case of yours. Watch, and write down what happens.',
  },
  'deadline.monitorDue': {
    urgency: 'act',
    id: 'Batas waktu pihak di luar sistem tiba ({due}). Tanyakan dan catat hasilnya.',
    en: 'The time limit of a body outside the system has come ({due}). Ask, and write down what happened.',
  },
  'deadline.monitorOverdue': {
    urgency: 'act',
    id: 'Menurut catatan, pihak di luar sistem lewat batas waktunya ({due}). Tanyakan dan catat hasilnya.',
    en: 'A body outside the system is past its time limit ({due}), by what is written down. Ask, and note it.',
  },
  'deadline.monitorHead': {
    urgency: 'act',
    id: 'Belum ada hasil dari pihak di luar sistem sejak {due}. Hubungi pimpinannya dan catat jawabannya.',
    en: 'Nothing has come from a body outside the system since {due}. Call its head and write down the answer.',
  },
  'deadline.monitorEscalated': {
    urgency: 'act',
    id: 'Dinaikkan kepada Anda: batas waktu pihak di luar sistem lewat ({due}) dan hasilnya belum dicatat.',
    en: 'Raised to you: a time limit of a body outside the system has passed ({due}) and nothing is written down.',
  },
  'duty.act': {
    urgency: 'act',
    id: 'Anda sedang piket: sebuah tugas di unit Anda menunggu tindakan ({due}).',
    en: 'You are on duty: a task of your unit waits for somebody to act ({due}).',
  },
  'deadline.pauseReview': {
    urgency: 'act',
    id: 'Sebuah batas waktu masih dijeda. Tinjau apakah jeda masih beralasan.',
    en: 'A time limit is still paused. Check whether the pause still has its reason.',
  },
  'rule.proposed': {
    urgency: 'act',
    id: 'Perubahan aturan tenggat diusulkan dan menunggu persetujuan orang kedua.',
    en: 'A change of a deadline rule is proposed and waits for a second person.',
  },
  'rule.decided': {
    urgency: 'know',
    id: 'Usulan perubahan aturan tenggat sudah diputuskan.',
    en: 'A proposed change of a deadline rule has been decided.',
  },
  'directory.checkRanOut': {
    urgency: 'act',
    id: 'Ada isi direktori yang masa periksanya sudah lewat. Periksa nomor dan jam layanannya.',
    en: 'Something in the directory has to be looked at again. Check its numbers and hours.',
  },
  'calendar.yearMissing': {
    urgency: 'act',
    id: 'Daftar hari libur atau jam kerja Ramadan tahun depan belum dimuat. Batas waktu hari kerja sesudahnya hanya perkiraan.',
    en: 'Next year’s holidays or Ramadan hours are not loaded. Working-day limits beyond are estimates only.',
  },
  'review.picked': {
    urgency: 'know',
    id: 'Ada akses yang terpilih untuk Anda tinjau.',
    en: 'There are acts that were picked for you to review.',
  },
  'review.asked': {
    urgency: 'act',
    id: 'Seorang peninjau ingin bertanya kepada Anda tentang sebuah akses. Temui orangnya.',
    en: 'A reviewer wants to ask you about something you did. Go and see them.',
  },
  'review.concern': {
    urgency: 'act',
    id: 'Sebuah tinjauan berakhir dengan kekhawatiran. Baca dan tentukan langkah berikut.',
    en: 'A review ended with a concern. Read it and decide what comes next.',
  },
  'reading.unusual': {
    urgency: 'act',
    id: 'Cara membaca yang tidak biasa terlihat. Lihat dan tanyakan.',
    en: 'Somebody reads in an unusual way. Look, and ask.',
  },
  'alarm.nobodyToTell': {
    urgency: 'alarm',
    id: 'Tidak ada orang yang dapat diberi tahu untuk sebuah tugas. Hubungi instansi itu sendiri.',
    en: 'There is nobody to tell about a task. Contact the agency yourself.',
  },
  ...ACCOUNT_MESSAGES,
  ...HAND_OVER_MESSAGES,
  'alarm.messageStuck': {
    urgency: 'alarm',
    id: 'Sebuah pemberitahuan sistem berulang kali gagal diteruskan. Periksa pekerja sistem.',
    en: 'A system message keeps failing to be passed on. Check the worker.',
  },
  'alarm.channelFailed': {
    urgency: 'alarm',
    id: 'Pesan keluar tidak sampai kepada seorang petugas. Periksa surel, gerbang pesan, dan layanan push.',
    en: 'Messages do not reach an officer. Check the mail server, the gateway and the push services.',
  },
  'alarm.noWorkingChannel': {
    urgency: 'alarm',
    id: 'Seorang petugas tidak terjangkau lewat saluran mana pun. Lihat jejak audit dan hubungi langsung.',
    en: 'An officer cannot be reached by any channel. See the audit trail and call in person.',
  },
  'alarm.workerClock': {
    urgency: 'alarm',
    id: 'Jam sebuah pekerja sistem salah, maka ia berhenti bekerja. Betulkan jam server itu.',
    en: 'The clock of a worker is wrong, so it rests. Set the clock of that server right.',
  },
  'alarm.witnessTrouble': {
    urgency: 'alarm',
    id: 'Saksi buku catatan diam atau menolak segel terbaru. Periksa jejak audit dan hubungi saksi itu.',
    en: 'A witness of the ledger is silent or refuses its newest seal. Verify the trail and call the witness.',
  },
  'alarm.invariantBroken': {
    urgency: 'alarm',
    id: 'Pemeriksaan jaminan sistem menemukan penyimpangan. Jalankan pemeriksaan lengkap.',
    en: 'The check of the system’s guarantees found a breach. Run the full check.',
  },
  'alarm.raised': {
    urgency: 'alarm',
    id: 'Sebuah peringatan menunggu tanggapan Anda. Buka dan betulkan sebabnya.',
    en: 'An alarm waits for you to answer. Open it and mend its cause.',
  },
  'alarm.unanswered': {
    urgency: 'alarm',
    id: 'Sebuah peringatan terbuka sejak {due} dan belum selesai. Buka dan tangani.',
    en: 'An alarm has been open since {due} and is not mended. Open it and see to it.',
  },
} as const satisfies Record<string, Message>;

export type MessageKey = keyof typeof MESSAGES;

export const MESSAGE_KEYS = Object.keys(MESSAGES) as MessageKey[];

/**
 * The words of a message in the reader's language. `dueAt` fills `{due}`, written in the city's zone; a message that
 * needs it and lacks it (the law names no time) says so.
 */
export function messageWords(
  key: MessageKey,
  locale: 'id' | 'en',
  zone: string,
  dueAt?: Date | null,
): string {
  const noTime = { id: 'secepatnya', en: 'as soon as possible' }[locale];
  return MESSAGES[key][locale].replace('{due}', dueAt ? timeWords(dueAt, locale, zone) : noTime);
}
