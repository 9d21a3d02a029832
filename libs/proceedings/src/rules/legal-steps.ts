/**
 * What happens to a case outside the house, at the police, the prosecutor and the court: the steps that the unit watches
 * over (Perpres 55/2024 Ps.5: monitoring that the rights of the victim are fulfilled by law enforcement).
 *
 * `after`: it usually follows one of these. `endedBy`: one of these in between closes the way again, until there is a
 * new reason. Both only say what is usual. Courts do as they like, so that a deviation is recorded with its reason and
 * never refused for good (`order.ts`).
 * `next`: what is waited for next. `events`: what the deadline register is told; a clock of the register names the same
 * duty and its time, where the law has one. `by`: whose act it is, a code of JENIS_INSTANSI.
 */
export interface LegalStepRow {
  readonly id: string;
  readonly en: string;
  readonly by: string;
  readonly after?: readonly string[];
  readonly endedBy?: readonly string[];
  readonly next?: readonly string[];
  readonly events?: readonly string[];
  /** May come more than once without being out of order: hearings, a file that comes back. */
  readonly repeats?: boolean;
  /** It names the day of the next one: a hearing is adjourned to a date. */
  readonly namesNext?: boolean;
  /** The register counts from when it was known here, not from when it happened. */
  readonly countsFromKnown?: boolean;
}

const STOPPED = ['SP3'] as const;

export const LEGAL_STEPS = {
  LP: {
    id: 'Laporan polisi (LP)',
    en: 'Police report (LP)',
    by: 'POLRES',
    next: ['PENYIDIKAN'],
    // A report with a number is one that the police have received.
    events: ['report.received_by_police', 'police_report.filed'],
  },
  SP2HP: {
    id: 'Pemberitahuan perkembangan (SP2HP)',
    en: 'Notice of progress from the police (SP2HP)',
    by: 'POLRES',
    after: ['LP'],
    events: ['police_report.answered'],
    repeats: true,
  },
  VISUM_DIMINTA: {
    id: 'Visum diminta penyidik',
    en: 'Forensic examination requested',
    by: 'POLRES',
    after: ['LP'],
    next: ['VISUM_TERBIT'],
    repeats: true,
  },
  VISUM_TERBIT: {
    id: 'Hasil visum diserahkan ke penyidik',
    en: 'Forensic report handed to the police',
    by: 'RSUD',
    after: ['VISUM_DIMINTA'],
    endedBy: ['VISUM_TERBIT'],
    repeats: true,
  },
  PENYIDIKAN: {
    id: 'Penyidikan dimulai',
    en: 'Investigation started',
    by: 'POLRES',
    after: ['LP'],
    next: ['SPDP'],
    events: ['investigation.started'],
  },
  SPDP: {
    id: 'SPDP dikirim ke kejaksaan',
    en: 'Notice of investigation (SPDP) sent',
    by: 'POLRES',
    after: ['PENYIDIKAN'],
    endedBy: STOPPED,
    next: ['P21'],
    events: ['spdp.sent'],
  },
  P19: {
    id: 'Berkas dikembalikan (P-19)',
    en: 'File returned (P-19)',
    by: 'KEJAKSAAN',
    after: ['SPDP'],
    endedBy: STOPPED,
    next: ['P21'],
    repeats: true,
  },
  P21: {
    id: 'Berkas lengkap (P-21)',
    en: 'File complete (P-21)',
    by: 'KEJAKSAAN',
    after: ['SPDP', 'P19'],
    endedBy: STOPPED,
    next: ['TAHAP_II'],
  },
  TAHAP_II: {
    id: 'Tersangka dan bukti diserahkan (tahap II)',
    en: 'Suspect and evidence handed over',
    by: 'POLRES',
    after: ['P21'],
    endedBy: STOPPED,
    next: ['SIDANG'],
  },
  SP3: {
    id: 'Penyidikan dihentikan (SP3)',
    en: 'Investigation stopped (SP3)',
    by: 'POLRES',
    after: ['PENYIDIKAN'],
    endedBy: STOPPED,
    repeats: true,
  },
  SIDANG: {
    id: 'Sidang',
    en: 'Hearing',
    by: 'PENGADILAN_NEGERI',
    after: ['TAHAP_II', 'P21'],
    next: ['PUTUSAN'],
    repeats: true,
    namesNext: true,
  },
  PUTUSAN: {
    id: 'Putusan dibacakan',
    en: 'Judgment read',
    by: 'PENGADILAN_NEGERI',
    after: ['SIDANG', 'UPAYA_HUKUM'],
    endedBy: ['PUTUSAN'],
    next: ['INKRAH'],
    repeats: true,
  },
  UPAYA_HUKUM: {
    id: 'Banding atau kasasi',
    en: 'Appeal',
    by: 'PENGADILAN_NEGERI',
    after: ['PUTUSAN'],
    endedBy: ['INKRAH'],
    next: ['PUTUSAN'],
    repeats: true,
  },
  INKRAH: {
    id: 'Putusan berkekuatan hukum tetap',
    en: 'Judgment final',
    by: 'PENGADILAN_NEGERI',
    after: ['PUTUSAN'],
    endedBy: ['UPAYA_HUKUM'],
    events: ['judgment.final_known'],
    countsFromKnown: true,
  },
  INKRAH_DIBERITAHUKAN: {
    id: 'Putusan tetap diberitahukan',
    en: 'Final judgment notified',
    by: 'KEJAKSAAN',
    after: ['INKRAH'],
    events: ['judgment.final_notified'],
  },
  RESTITUSI_LPSK: {
    id: 'Restitusi diajukan lewat LPSK',
    en: 'Restitution filed with LPSK',
    by: 'UPTD_PPA',
    after: ['LP'],
    next: ['RESTITUSI_DIPERIKSA'],
    events: ['restitution.filed_with_lpsk'],
  },
  RESTITUSI_PN: {
    id: 'Restitusi diajukan ke pengadilan',
    en: 'Restitution filed with the court',
    by: 'UPTD_PPA',
    after: ['LP'],
    next: ['RESTITUSI_DITETAPKAN'],
    events: ['restitution.filed_with_court'],
  },
  RESTITUSI_DIPERIKSA: {
    id: 'Berkas restitusi selesai diperiksa',
    en: 'Restitution file checked',
    by: 'LPSK',
    after: ['RESTITUSI_LPSK'],
    next: ['RESTITUSI_DITETAPKAN'],
    events: ['restitution.file_checked'],
  },
  RESTITUSI_DITETAPKAN: {
    id: 'Restitusi ditetapkan',
    en: 'Restitution ruled',
    by: 'PENGADILAN_NEGERI',
    after: ['RESTITUSI_PN', 'RESTITUSI_DIPERIKSA', 'RESTITUSI_LPSK'],
    next: ['RESTITUSI_SALINAN', 'RESTITUSI_DIBAYAR'],
    events: ['restitution.ruling_read'],
  },
  RESTITUSI_SALINAN: {
    id: 'Salinan penetapan restitusi dikirim ke LPSK',
    en: 'Copy of the ruling sent to LPSK',
    by: 'PENGADILAN_NEGERI',
    after: ['RESTITUSI_DITETAPKAN'],
    events: ['restitution.copy_sent'],
  },
  RESTITUSI_DIBAYAR: {
    id: 'Restitusi dibayar',
    en: 'Restitution paid',
    by: 'KEJAKSAAN',
    after: ['RESTITUSI_DITETAPKAN', 'INKRAH'],
    events: ['restitution.paid'],
  },
  PERLINDUNGAN_DIBERIKAN: {
    id: 'Perlindungan sementara diberikan',
    en: 'Temporary protection given',
    by: 'POLRES',
    after: ['LP'],
    next: ['PERLINDUNGAN_SELESAI'],
    events: ['protection.given'],
    repeats: true,
  },
  PERLINDUNGAN_SELESAI: {
    id: 'Perlindungan sementara selesai',
    en: 'Temporary protection ended',
    by: 'POLRES',
    after: ['PERLINDUNGAN_DIBERIKAN'],
    endedBy: ['PERLINDUNGAN_SELESAI'],
    events: ['protection.ended'],
    repeats: true,
  },
  PERINTAH_DIMOHON: {
    id: 'Perintah perlindungan dimohonkan',
    en: 'Protection order applied for',
    by: 'POLRES',
    next: ['PERINTAH_TERBIT'],
    events: ['protection_order.applied'],
    repeats: true,
  },
  PERINTAH_TERBIT: {
    id: 'Perintah perlindungan terbit',
    en: 'Protection order issued',
    by: 'PENGADILAN_NEGERI',
    after: ['PERINTAH_DIMOHON', 'PERINTAH_DIPERPANJANG'],
    endedBy: ['PERINTAH_DITOLAK', 'PERINTAH_TERBIT'],
    next: ['PERINTAH_SELESAI'],
    events: ['protection_order.issued'],
    repeats: true,
  },
  PERINTAH_DITOLAK: {
    id: 'Perintah perlindungan ditolak',
    en: 'Protection order refused',
    by: 'PENGADILAN_NEGERI',
    after: ['PERINTAH_DIMOHON', 'PERINTAH_DIPERPANJANG'],
    endedBy: ['PERINTAH_TERBIT', 'PERINTAH_DITOLAK'],
    events: ['protection_order.refused'],
    repeats: true,
  },
  PERINTAH_DIPERPANJANG: {
    id: 'Perpanjangan perintah perlindungan dimohonkan',
    en: 'Extension of the protection order applied for',
    by: 'UPTD_PPA',
    after: ['PERINTAH_TERBIT'],
    endedBy: ['PERINTAH_SELESAI'],
    next: ['PERINTAH_TERBIT'],
    events: ['protection_order.extension_applied'],
    repeats: true,
  },
  PERINTAH_SELESAI: {
    id: 'Perintah perlindungan berakhir',
    en: 'Protection order ended',
    by: 'PENGADILAN_NEGERI',
    after: ['PERINTAH_TERBIT'],
    endedBy: ['PERINTAH_SELESAI'],
    events: ['protection_order.ended'],
    repeats: true,
  },
  LPSK_DIMOHON: {
    id: 'Perlindungan dimohonkan ke LPSK',
    en: 'Protection requested from LPSK',
    by: 'POLRES',
    next: ['LPSK_MEMUTUSKAN'],
    events: ['lpsk.requested'],
    repeats: true,
  },
  LPSK_MEMUTUSKAN: {
    id: 'LPSK memutuskan',
    en: 'LPSK decided',
    by: 'LPSK',
    after: ['LPSK_DIMOHON'],
    endedBy: ['LPSK_MEMUTUSKAN'],
    events: ['lpsk.decided'],
    repeats: true,
  },
  LITMAS_DIMINTA: {
    id: 'Litmas diminta (anak berkonflik dengan hukum)',
    en: 'Social inquiry requested (child offender)',
    by: 'POLRES',
    after: ['LP'],
    next: ['LITMAS_TERBIT'],
    events: ['litmas.requested'],
  },
  LITMAS_TERBIT: {
    id: 'Hasil litmas diterima',
    en: 'Social inquiry received',
    by: 'BAPAS',
    after: ['LITMAS_DIMINTA'],
    events: ['litmas.received'],
  },
  DIVERSI_DIMULAI: {
    id: 'Upaya diversi dimulai',
    en: 'Diversion started',
    by: 'POLRES',
    after: ['PENYIDIKAN'],
    next: ['DIVERSI_SELESAI'],
    events: ['diversion.started'],
  },
  DIVERSI_SELESAI: {
    id: 'Proses diversi selesai',
    en: 'Diversion finished',
    by: 'POLRES',
    after: ['DIVERSI_DIMULAI'],
    events: ['diversion.finished'],
  },
} as const satisfies Readonly<Record<string, LegalStepRow>>;
