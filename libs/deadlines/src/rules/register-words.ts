import { MILESTONES, type ActEvent } from './events.js';

type Pair = readonly [id: string, en: string];

/** Acts of the system as the register's pages say them; milestones bring their own words. */
const ACT_WORDS: Readonly<Record<ActEvent, Pair>> = {
  'report.received': ['Laporan diterima', 'Report received'],
  'report.received_by_uptd': ['Laporan diterima UPTD PPA', 'Report received by UPTD PPA'],
  'report.kept': ['Laporan disimpan tanpa kasus', 'Report kept without a case'],
  'report.opened': ['Laporan dibuka sebagai kasus', 'Report opened as a case'],
  'report.joined': ['Laporan digabung ke kasus', 'Report joined to a case'],
  'report.outside_mandate': ['Laporan di luar kewenangan', 'Report outside the mandate'],
  'incident.occurred': ['Kejadian terjadi', 'The event happened'],
  'incident.known': ['Kejadian diketahui', 'The event became known'],
  'case.last_event': ['Catatan atau laporan terakhir pada kasus', 'Latest note or report on the case'],
  'case.noted': ['Catatan pemantauan ditulis', 'Monitoring note written'],
  'case.closed': ['Kasus ditutup', 'Case closed'],
  'case.ended': ['Kasus ditutup tanpa pemantauan lanjutan', 'Case closed without after-care'],
  'closing.proposed': ['Penutupan kasus diusulkan', 'Closing of the case proposed'],
  'closing.decided': ['Usulan penutupan diputuskan', 'Proposal to close decided'],
  'aftercare.checked': ['Pemantauan pasca-terminasi dilakukan', 'After-care check done'],
  'aftercare.declined': ['Klien tidak ingin dipantau lagi', 'The client wants no more checks'],
  'screening.lowering_proposed': ['Penurunan tingkat risiko diusulkan', 'Lower level of risk proposed'],
  'screening.lowering_decided': ['Usulan tingkat risiko diputuskan', 'Proposal of a lower level decided'],
  'case.reopened': ['Kasus dibuka kembali', 'Case reopened'],
  'event.taken_back': ['Catatan peristiwa ditarik', 'Record of an event taken back'],
  'handover.spoken': ['Serah terima lisan lewat telepon', 'Handed over by word, by telephone'],
  'handover.written': ['Rujukan tertulis dikirim', 'Referral in writing sent'],
  'transfer.offered': ['Pelimpahan kasus ditawarkan', 'Case offered to another office'],
  'transfer.decided': ['Pelimpahan dijawab', 'Offer of the case answered'],
  'transfer.withdrawn': ['Tawaran pelimpahan ditarik', 'Offer of the case taken back'],
  'transfer.accepted': ['Kasus diambil alih', 'Case taken over'],
  'conference.held': ['Notula konferensi kasus ditulis', 'Minutes of a case conference written'],
  'conference.signed': ['Notula ditandatangani orang kedua', 'Minutes signed by a second person'],
  'conference.owner_until': [
    'Hari akhir keputusan untuk tim kasus',
    'Last day of a decision for the case team',
  ],
  'conference.agency_until': ['Hari akhir keputusan untuk instansi', 'Last day of a decision for an agency'],
  'conference.decision_done': ['Keputusan konferensi dilaksanakan', 'Decision of a conference carried out'],
  'appointment.set': ['Waktu janji temu', 'Time of an appointment'],
  'appointment.escorted': [
    'Waktu janji temu yang didampingi tim kasus',
    'Time of an appointment the team comes along to',
  ],
  'appointment.result': ['Hasil janji temu dicatat', 'Result of an appointment recorded'],
  'appointment.off': ['Janji temu dipindah atau dibatalkan', 'Appointment moved or called off'],
  'appointment.missed': [
    'Klien belum dapat hadir pada janji temu',
    'The client could not come to an appointment',
  ],
  'appointment.followed': [
    'Klien dihubungi sesudah janji temu',
    'The client was reached after an appointment',
  ],
  'consent.until': ['Akhir masa persetujuan', 'End of a consent'],
  'consent.renewed': ['Persetujuan diperbarui', 'Consent renewed'],
  'consent.ended': ['Persetujuan berakhir', 'Consent ended'],
  'consent.withdrawn': ['Persetujuan ditarik', 'Consent withdrawn'],
  'consent.override_proposed': ['Berbagi walau klien menolak diusulkan', 'Sharing against a no proposed'],
  'consent.override_decided': [
    'Usulan berbagi walau ditolak diputuskan',
    'Proposal to share against a no decided',
  ],
  'break_glass.used': ['Akses darurat dipakai', 'Emergency access used'],
  'break_glass.reviewed': ['Akses darurat ditinjau', 'Emergency access reviewed'],
  'trail.picked': ['Akses yang harus ditinjau dipilih', 'Acts to be reviewed were picked'],
  'trail.reviewed': ['Akses yang dipilih selesai ditinjau', 'The picked acts were reviewed'],
  'referral.sent': ['Rujukan dikirim', 'Referral sent'],
  'referral.acknowledged': ['Rujukan dikonfirmasi diterima', 'Receipt of the referral confirmed'],
  'referral.accepted': ['Rujukan diterima untuk dilayani', 'Referral accepted'],
  'referral.rejected': ['Rujukan ditolak', 'Referral rejected'],
  'referral.rerouted': ['Rujukan pengganti dikirim', 'Replacing referral sent'],
  'referral.asked': ['Penerima bertanya', 'Receiver asked a question'],
  'referral.answered': ['Pertanyaan dijawab', 'Question answered'],
  'referral.started': ['Layanan pertama diberikan penerima', 'Receiver gave the first service'],
  'referral.last_feedback': ['Rujukan balik terakhir', 'Latest feedback'],
  'referral.reported': ['Rujukan balik dikirim', 'Feedback sent'],
  'referral.completed': ['Layanan selesai', 'Service completed'],
  'referral.failed': ['Layanan tidak berhasil', 'Service did not succeed'],
  'referral.cancelled': ['Rujukan dibatalkan', 'Referral cancelled'],
  'referral.remainder': ['Sisa kebutuhan akan dilanjutkan', 'What remains of a need goes on'],
  'referral.confirmed': ['Hasil rujukan dikonfirmasi', 'Outcome of the referral confirmed'],
};

/** Whom a ladder calls. A code that is not here cannot stand in `escalate_to` (a test says so). */
const HEAD_WORDS: Readonly<Record<string, Pair>> = {
  ATASAN_INSTANSI_PENERIMA: ['Atasan lembaga penerima', 'Head of the receiving agency'],
  DIREKTUR_RSUD: ['Direktur RSUD', 'Director of the hospital'],
  KAJARI: ['Kepala Kejaksaan Negeri', 'Chief prosecutor'],
  KAPOLRES: ['Kapolres', 'Chief of police'],
  KASAT_RESKRIM: ['Kasat Reskrim', 'Head of criminal investigation'],
  KEPALA_BAPAS: ['Kepala Bapas', 'Head of the correctional office'],
  KEPALA_DINKES: ['Kepala Dinas Kesehatan', 'Head of the health office'],
  KEPALA_DINSOS: ['Kepala Dinas Sosial', 'Head of the social office'],
  KEPALA_DPPKBPPPA: ['Kepala DPPKBPPPA', 'Head of the lead office'],
  KEPALA_UPTD_PPA: ['Kepala UPTD PPA', 'Head of UPTD PPA'],
  KETUA_PN: ['Ketua Pengadilan Negeri', 'President of the district court'],
  PEJABAT_PDP: ['Pejabat pelindungan data pribadi', 'Data protection officer'],
  PETUGAS_PIKET_BERIKUT: ['Petugas piket berikutnya', 'Next officer on duty'],
  PIMPINAN_LPSK: ['Pimpinan LPSK', 'Head of LPSK'],
  SEKDA: ['Sekretaris Daerah', 'Regional secretary'],
};

const at = (locale: 'id' | 'en'): 0 | 1 => (locale === 'id' ? 0 : 1);

/** An event of the register in words; an event that nobody knows stays as it is written. */
export function eventWords(event: string, locale: 'id' | 'en'): string {
  const milestone = MILESTONES.find((one) => one.event === event);
  return milestone?.[locale] ?? (ACT_WORDS as Record<string, Pair>)[event]?.[at(locale)] ?? event;
}

/** `A|B>C` as people say it: A and B first, then C. */
export function ladderWords(escalateTo: string, locale: 'id' | 'en'): string {
  const one = (code: string): string => HEAD_WORDS[code]?.[at(locale)] ?? code;
  const rung = (codes: string): string =>
    codes
      .split('|')
      .map(one)
      .join(locale === 'id' ? ' dan ' : ' and ');
  return escalateTo.split('>').map(rung).join(' → ');
}
