/**
 * Every event the deadline register knows, in two groups. Acts are announced by the libraries that do them.
 * Milestones are facts that happen outside the system (at the police, in court, in a clinic) and that a person
 * records on the case; each has words for the screen.
 */
export const ACT_EVENTS = [
  'report.received',
  'report.received_by_uptd',
  'report.kept',
  'report.opened',
  'report.joined',
  'report.outside_mandate',
  'incident.occurred',
  'incident.known',
  'case.last_event',
  'case.noted',
  'case.closed',
  // Closed with nobody to look after any more: died, or never ours.
  'case.ended',
  'closing.proposed',
  'closing.decided',
  'aftercare.checked',
  'aftercare.declined',
  'screening.lowering_proposed',
  'screening.lowering_decided',
  'case.reopened',
  // Written down in error and taken back: what it started stops.
  'event.taken_back',
  // Handed over by telephone; and the referral that says the same in writing.
  'handover.spoken',
  'handover.written',
  'transfer.offered',
  'transfer.decided',
  'transfer.withdrawn',
  'transfer.accepted',
  // Minutes wait for a second person; what was decided binds with the signature, each until its own day.
  'conference.held',
  'conference.signed',
  'conference.owner_until',
  'conference.agency_until',
  'conference.decision_done',
  // An appointment: agreed for a time that lies ahead, somebody of the team comes along, how it went, called off, missed.
  'appointment.set',
  'appointment.escorted',
  'appointment.result',
  'appointment.off',
  'appointment.missed',
  'appointment.followed',
  'consent.until',
  'consent.renewed',
  'consent.ended',
  'consent.withdrawn',
  'consent.override_proposed',
  'consent.override_decided',
  'break_glass.used',
  'break_glass.reviewed',
  'trail.picked',
  'trail.reviewed',
  'referral.sent',
  'referral.acknowledged',
  'referral.accepted',
  'referral.rejected',
  'referral.rerouted',
  'referral.asked',
  'referral.answered',
  'referral.started',
  'referral.last_feedback',
  'referral.reported',
  'referral.completed',
  'referral.failed',
  'referral.cancelled',
  'referral.confirmed',
  // Given in part, and what remains goes on in a new referral.
  'referral.remainder',
] as const;

export interface Milestone {
  readonly event: string;
  readonly id: string;
  readonly en: string;
}

export const MILESTONES = [
  { event: 'service.first_given', id: 'Layanan pertama diberikan', en: 'First service given' },
  { event: 'followup.done', id: 'Pengaduan ditindaklanjuti', en: 'Complaint followed up' },
  { event: 'outreach.needed', id: 'Penjangkauan diperlukan', en: 'Outreach needed' },
  { event: 'outreach.victim_reached', id: 'Klien dijangkau', en: 'Client reached' },
  { event: 'walkin.crisis', id: 'Datang dalam krisis', en: 'Walk-in in crisis' },
  {
    event: 'walkin.settled',
    id: 'Ditenangkan, dirujuk atau didampingi',
    en: 'Settled, referred or accompanied',
  },
  { event: 'police_report.filed', id: 'Laporan polisi dibuat', en: 'Police report filed' },
  { event: 'report.received_by_police', id: 'Laporan diterima polisi', en: 'Report received by the police' },
  { event: 'police_report.answered', id: 'Polisi menanggapi laporan', en: 'Police answered the report' },
  {
    event: 'police.informed',
    id: 'Polisi diberi informasi oleh faskes',
    en: 'Police informed by the health service',
  },
  { event: 'investigation.started', id: 'Penyidikan dimulai', en: 'Investigation started' },
  { event: 'spdp.sent', id: 'SPDP dikirim', en: 'Notice of investigation sent to the prosecutor' },
  { event: 'protection.given', id: 'Perlindungan sementara diberikan', en: 'Temporary protection given' },
  { event: 'protection.ended', id: 'Perlindungan sementara selesai', en: 'Temporary protection ended' },
  {
    event: 'protection_order.applied',
    id: 'Perintah perlindungan dimohonkan',
    en: 'Protection order applied for',
  },
  { event: 'protection_order.issued', id: 'Perintah perlindungan keluar', en: 'Protection order issued' },
  { event: 'protection_order.refused', id: 'Perintah perlindungan ditolak', en: 'Protection order refused' },
  {
    event: 'protection_order.extension_applied',
    id: 'Perpanjangan perintah perlindungan dimohonkan',
    en: 'Extension of the protection order applied for',
  },
  { event: 'protection_order.ended', id: 'Perintah perlindungan selesai', en: 'Protection order ended' },
  { event: 'lpsk.requested', id: 'Permohonan ke LPSK', en: 'Request to LPSK' },
  { event: 'lpsk.decided', id: 'LPSK memutuskan', en: 'LPSK decided' },
  { event: 'shelter.entered', id: 'Masuk penampungan sementara', en: 'Entered the shelter' },
  { event: 'shelter.extended', id: 'Masa tinggal diperpanjang', en: 'Shelter stay extended' },
  { event: 'shelter.left', id: 'Keluar dari penampungan sementara', en: 'Left the shelter' },
  {
    event: 'tppo.first_help_needed',
    id: 'Pertolongan pertama diperlukan (TPPO)',
    en: 'First help needed (trafficking)',
  },
  {
    event: 'tppo.first_help_given',
    id: 'Pertolongan pertama diberikan (TPPO)',
    en: 'First help given (trafficking)',
  },
  {
    event: 'tppo.rehab_applied',
    id: 'Permohonan rehabilitasi (TPPO)',
    en: 'Rehabilitation applied for (trafficking)',
  },
  {
    event: 'tppo.rehab_given',
    id: 'Rehabilitasi diberikan (TPPO)',
    en: 'Rehabilitation given (trafficking)',
  },
  { event: 'judgment.final_known', id: 'Putusan tetap diketahui', en: 'Final judgment known' },
  { event: 'judgment.final_notified', id: 'Putusan tetap diberitahukan', en: 'Final judgment notified' },
  {
    event: 'restitution.filed_with_lpsk',
    id: 'Restitusi diajukan lewat LPSK',
    en: 'Restitution filed with LPSK',
  },
  {
    event: 'restitution.filed_with_court',
    id: 'Restitusi diajukan ke pengadilan',
    en: 'Restitution filed with the court',
  },
  {
    event: 'restitution.file_checked',
    id: 'Berkas restitusi selesai diperiksa',
    en: 'Restitution file checked',
  },
  { event: 'restitution.ruling_read', id: 'Penetapan restitusi dibacakan', en: 'Restitution ruling read' },
  {
    event: 'restitution.copy_sent',
    id: 'Salinan penetapan dikirim ke LPSK',
    en: 'Copy of the ruling sent to LPSK',
  },
  { event: 'restitution.paid', id: 'Restitusi dibayar', en: 'Restitution paid' },
  { event: 'litmas.requested', id: 'Litmas diminta', en: 'Social inquiry requested' },
  { event: 'litmas.received', id: 'Hasil litmas diterima', en: 'Social inquiry received' },
  { event: 'diversion.started', id: 'Upaya diversi dimulai', en: 'Diversion started' },
  { event: 'diversion.finished', id: 'Proses diversi selesai', en: 'Diversion finished' },
  {
    event: 'health.kta_suspected_parent_refuses',
    id: 'Faskes menduga kekerasan anak, orang tua menolak melapor',
    en: 'Health service suspects child abuse, parent refuses to report',
  },
  {
    event: 'clinical.care_given',
    id: 'Perawatan dalam jendela klinis diberikan',
    en: 'Time-critical medical care given',
  },
  {
    event: 'clinical.not_indicated',
    id: 'Tenaga medis menilai tidak diperlukan',
    en: 'Judged not indicated by a clinician',
  },
  { event: 'processing.stopped', id: 'Pemrosesan data dihentikan', en: 'Data processing stopped' },
  {
    event: 'data_subject.access_requested',
    id: 'Subjek data meminta akses',
    en: 'Data subject asked for access',
  },
  { event: 'data_subject.access_answered', id: 'Permintaan akses dijawab', en: 'Access request answered' },
  {
    event: 'data_subject.correction_requested',
    id: 'Subjek data meminta perbaikan',
    en: 'Data subject asked for correction',
  },
  {
    event: 'data_subject.correction_answered',
    id: 'Permintaan perbaikan dijawab',
    en: 'Correction request answered',
  },
  {
    event: 'data_subject.restriction_requested',
    id: 'Subjek data meminta pembatasan',
    en: 'Data subject asked for restriction',
  },
  {
    event: 'data_subject.restriction_answered',
    id: 'Permintaan pembatasan dijawab',
    en: 'Restriction request answered',
  },
  { event: 'data_breach.known', id: 'Kegagalan pelindungan data diketahui', en: 'Data breach known' },
  {
    event: 'data_breach.notified',
    id: 'Kegagalan pelindungan data diberitahukan',
    en: 'Data breach notified',
  },
] as const satisfies readonly Milestone[];

export type MilestoneEvent = (typeof MILESTONES)[number]['event'];
export type ActEvent = (typeof ACT_EVENTS)[number];

/** An event the register can be told of. */
export type DeadlineEvent = ActEvent | MilestoneEvent;

/**
 * Events that are also something else to the register:
 * - a service start or an interim feedback is the latest feedback, from which the next periodic one is counted;
 * - the report and every monitoring note are the case's last event. Referral traffic is not: a partner being
 *   busy does not mean that the owner has looked after the person.
 */
const ALSO_RAISES: Readonly<Record<string, readonly string[]>> = {
  'referral.started': ['referral.last_feedback'],
  'referral.reported': ['referral.last_feedback'],
  'report.received': ['case.last_event'],
  'case.noted': ['case.last_event'],
  'case.reopened': ['case.last_event'],
};

/** The trigger events that an event raises: itself, and what it also is. */
export function eventsRaisedBy(event: string): readonly string[] {
  return [event, ...(ALSO_RAISES[event] ?? [])];
}

/** Whether a person may record the event on a case as a milestone. */
export function isMilestone(event: string): event is MilestoneEvent {
  return MILESTONES.some((milestone) => milestone.event === event);
}
