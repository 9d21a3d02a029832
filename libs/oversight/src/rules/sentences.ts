import { APPOINTMENT_PERMISSIONS } from './appointment-permissions.js';
import { CONFERENCE_PERMISSIONS } from './conference-permissions.js';
import { REFERRAL_PERMISSIONS } from './referral-permissions.js';
import { DIRECTORY_ACTS, DIRECTORY_PERMISSIONS } from './directory-sentences.js';
import { ARRIVALS, DEPARTURES, HAND_OVER_PERMISSIONS } from './departure-sentences.js';
import { DISCLOSURE_PERMISSIONS } from './disclosure-acts.js';

/** What an entry says to a person, without the subject: name and agency stand before it on the screen. */
export interface Words {
  id: string;
  en: string;
}

const words = (id: string, en: string): Words => ({ id, en });

/** Acts that belong to no case's history. Those of a case have their words in the library of cases. */
export const ACTS_OUTSIDE_CASES: Readonly<Record<string, Words>> = {
  ...ARRIVALS,
  ...DEPARTURES,
  'session.opened': words('masuk ke Simpul', 'signed in'),
  'session.confirmed': words(
    'membuktikan lagi bahwa ia sendiri yang memakai Simpul',
    'proved again to be the one who uses Simpul',
  ),
  'session.closed': words('keluar dari Simpul', 'signed out'),
  'session.read': words('membuka sesinya', 'looked at the own session'),
  'reference.read': words('membaca data acuan', 'read reference data'),
  'report.listed': words('membuka daftar laporan', 'looked at the list of reports'),
  'report.revealed': words('membuka identitas pada laporan', 'opened the identities of a report'),
  'report.matched': words('mencari kasus yang cocok untuk laporan', 'looked for cases that match a report'),
  'case.listed': words('membuka daftar kasus', 'looked at the list of cases'),
  'case.matched': words('mencari kasus yang cocok', 'looked for matching cases'),
  'inbox.read': words('membuka kotak rujukan', 'looked at the inbox of referrals'),
  'worklist.read': words('membuka daftar kerja', 'looked at the worklist'),
  'board.read': words('membuka papan tenggat', 'looked at the board of deadlines'),
  'deadline.listed': words('membuka daftar tenggat', 'looked at the deadlines'),
  'deadline.waiverApproved': words('menyetujui pengesampingan tenggat', 'approved the waiver of a deadline'),
  'deadline.stepTaken': words(
    'menjalankan pengingat atau eskalasi tenggat',
    'took a step of a deadline’s reminders or escalation',
  ),
  'roster.shiftAdded': words('menulis jadwal piket', 'wrote a shift into the duty roster'),
  'roster.shiftRemoved': words('menghapus jadwal piket', 'took a shift out of the duty roster'),
  'roster.absenceAdded': words('mencatat cuti atau ketidakhadiran', 'noted that somebody is away'),
  'roster.absenceRemoved': words('menghapus catatan ketidakhadiran', 'took an absence back'),
  'roster.fallbackNamed': words(
    'menunjuk orang cadangan piket',
    'named who is called when nobody is on duty',
  ),
  ...DIRECTORY_ACTS,
  'calendar.holidayAdded': words('menambah hari libur', 'added a holiday'),
  'calendar.deadlinesRecounted': words(
    'menghitung ulang tenggat hari kerja',
    'recounted working-day deadlines',
  ),
  'worker.clockWrong': words(
    'mengistirahatkan pekerja yang jamnya salah',
    'let a worker with a wrong clock rest',
  ),
  'calendar.holidayRemoved': words('menghapus hari libur', 'took a holiday back'),
  'calendar.listTried': words('memeriksa daftar hari libur', 'tried a list of holidays'),
  'calendar.listImported': words('memasukkan daftar hari libur', 'imported a list of holidays'),
  'calendar.hoursTried': words('memeriksa daftar jam kerja', 'tried a list of office hours'),
  'calendar.hoursImported': words('memasukkan daftar jam kerja', 'imported a list of office hours'),
  'calendar.hoursRemoved': words('membatalkan jam kerja', 'took office hours back'),
  'calendar.effectRead': words(
    'memeriksa akibat perubahan kalender pada tenggat',
    'looked at what a change of the calendar would do to deadlines',
  ),
  'directory.checkRanOut': words(
    'mengingatkan bahwa masa periksa direktori sudah lewat',
    'warned that a check of the directory has run out',
  ),
  'calendar.yearMissing': words(
    'mengingatkan bahwa hari libur atau jam Ramadan belum dimuat',
    'warned that holidays or Ramadan hours are missing',
  ),
  'rule.effectRead': words(
    'memeriksa akibat perubahan aturan tenggat',
    'looked at what a change of a deadline rule would do',
  ),
  'rule.proposed': words(
    'mengusulkan versi baru aturan tenggat',
    'proposed a new version of a deadline rule',
  ),
  'rule.retirementProposed': words(
    'mengusulkan pencabutan aturan tenggat',
    'proposed to retire a deadline rule',
  ),
  'rule.approved': words('menyetujui perubahan aturan tenggat', 'approved a change of a deadline rule'),
  'rule.withdrawn': words(
    'menarik usulan perubahan aturan tenggat',
    'withdrew a proposed change of a deadline rule',
  ),
  'rule.retired': words('mencabut aturan tenggat', 'retired a deadline rule'),
  'rule.appliedToOpen': words(
    'menerapkan versi baru aturan pada tenggat yang berjalan',
    'applied a new version of a rule to open deadlines',
  ),
  'emergencyAccess.listed': words('membuka daftar akses darurat', 'looked at the emergency accesses'),
  'integrity.read': words('membuka daftar kasus yang dijaga', 'looked at the guarded cases'),
  'bait.listed': words('membuka daftar berkas umpan', 'looked at the list of bait'),
  'bait.laid': words('memasang sebuah berkas umpan', 'laid a bait'),
  'bait.ended': words('mengangkat sebuah berkas umpan', 'took a bait away'),
  'bait.found': words('menemukan bahwa sebuah berkas umpan dibaca', 'found that a bait was read'),
  'invariants.checked': words('memeriksa jaminan sistem', 'checked the guarantees of the system'),
  'account.listed': words('membuka daftar akun', 'looked at the accounts'),
  'account.created': words('membuat akun', 'made an account'),
  'account.deactivated': words('menonaktifkan akun', 'deactivated an account'),
  'account.passwordReset': words('memberi kata sandi awal baru', 'gave a new first password'),
  'account.recoveryProposed': words(
    'mengusulkan pemulihan sebuah akun',
    'proposed to let somebody back into an account',
  ),
  'account.recoveryConfirmed': words(
    'menyetujui pemulihan akun: cara masuk yang lama berakhir',
    'confirmed that somebody is let back in: the former ways in ended',
  ),
  'account.recoveryRejected': words('menolak pemulihan akun', 'said no to letting somebody back in'),
  'account.recoveryReleased': words(
    'menyatakan orangnya benar: kasus terbuka lagi baginya',
    'said that it is really they: cases open to them again',
  ),
  'account.recoveriesListed': words('membuka daftar pemulihan akun', 'looked at who is to be let back in'),
  'account.identityProposed': words(
    'mengusulkan akun kota sebagai cara masuk',
    'proposed the city’s own sign-in for the account',
  ),
  'account.identityApproved': words(
    'menyetujui akun kota sebagai cara masuk',
    'approved the city’s own sign-in for an account',
  ),
  'account.identityEnded': words(
    'mengakhiri akun kota sebagai cara masuk',
    'ended the city’s own sign-in for an account',
  ),
  'account.identitiesListed': words(
    'membuka daftar akun kota',
    'looked at the links to the city’s own sign-in',
  ),
  'account.factorAdded': words('menambah cara masuk kedua', 'added a second factor'),
  'account.factorRemoved': words('menghapus cara masuk kedua', 'removed a second factor'),
  'account.recoveryCodesMade': words('membuat kode pemulihan baru', 'made new recovery codes'),
  'account.passwordChanged': words('mengganti kata sandi sendiri', 'changed the own password'),
  'notification.told': words('memberi tahu petugas yang berkepentingan', 'told the people whom it concerns'),
  'notification.delivered': words(
    'mengirim pemberitahuan lewat surel, gerbang pesan, atau peramban',
    'sent a notification by e-mail, gateway or browser',
  ),
  'notification.undelivered': words(
    'gagal mengirim pemberitahuan lewat surel, gerbang pesan, atau peramban',
    'could not send a notification by e-mail, gateway or browser',
  ),
  'notification.channelsChosen': words(
    'memilih cara dihubungi di luar Simpul',
    'chose how to be reached outside Simpul',
  ),
  'notification.deviceAdded': words(
    'menyalakan pesan di sebuah perangkat sendiri',
    'switched messages on for an own device',
  ),
  'notification.deviceRemoved': words('menghapus sebuah perangkat sendiri', 'took an own device away'),
  'notification.deviceLost': words(
    'mencatat bahwa sebuah perangkat tidak lagi terjangkau',
    'noted that a device is no longer reached',
  ),
  'notification.read': words('membaca pemberitahuan', 'read notifications'),
  'alarm.raised': words('membuka peringatan sistem', 'raised an alarm about the system'),
  'alarm.climbed': words(
    'menaikkan peringatan sistem yang belum selesai',
    'let an alarm climb that was not mended',
  ),
  'alarm.read': words('membuka daftar peringatan sistem', 'looked at the alarms'),
  'alarm.acknowledged': words('menangani sebuah peringatan sistem', 'took on an alarm about the system'),
  'alarm.resolved': words('menyelesaikan sebuah peringatan sistem', 'ended an alarm about the system'),
  'events.listened': words('mengikuti perubahan', 'listened for changes'),
  'audit.trailRead': words('membaca jejak audit', 'read the audit trail'),
  'audit.checkpointRead': words('membaca segel terbaru', 'read the newest seal'),
  'audit.verified': words('memeriksa keutuhan jejak audit', 'verified the audit trail'),
  'audit.checkpointPrinted': words('mencetak segel harian', 'printed the daily seal'),
  'audit.exported': words('mengunduh jejak audit', 'exported the audit trail'),
  'audit.caseExported': words('mengunduh jejak audit satu kasus', 'exported the trail of one case'),
  'ledger.keyAnnounced': words('mengumumkan kunci baru buku catatan', 'announced the next key of the ledger'),
  'witness.troubled': words(
    'melaporkan bahwa saksi buku catatan diam atau menolak',
    'raised the alarm that a witness of the ledger is silent or refuses',
  ),
  'witness.recovered': words(
    'mencatat bahwa saksi buku catatan menandatangani lagi',
    'noted that a witness of the ledger signs again',
  ),
  'review.picked': words('memilih akses yang harus ditinjau', 'picked acts to be reviewed'),
  'review.listed': words('membuka daftar tinjauan', 'looked at the list of reviews'),
  'review.read': words('membaca satu tinjauan', 'read a review'),
  'review.asked': words(
    'ingin bertanya kepada orangnya dalam tinjauan',
    'wants to ask the person, in a review',
  ),
  'review.decided': words('menyelesaikan tinjauan', 'finished a review'),
  'reading.found': words(
    'menemukan cara membaca yang tidak biasa',
    'found reading that is out of the ordinary',
  ),
  'act.unnamed': words('melakukan tindakan tanpa nama', 'did something without a name'),
};

/**
 * A refused attempt carries the name of the permission that was asked for; this is the act that it would have become.
 */
export const ACT_OF_PERMISSION: Readonly<Record<string, string>> = {
  ...REFERRAL_PERMISSIONS,
  ...APPOINTMENT_PERMISSIONS,
  ...CONFERENCE_PERMISSIONS,
  ...HAND_OVER_PERMISSIONS,
  'roster.edit': 'roster.shiftAdded',
  ...DIRECTORY_PERMISSIONS,
  ...DISCLOSURE_PERMISSIONS,
  'calendar.edit': 'calendar.holidayAdded',
  'rule.propose': 'rule.proposed',
  'rule.effect': 'rule.effectRead',
  'rule.proposeRetirement': 'rule.retirementProposed',
  'rule.withdraw': 'rule.withdrawn',
  'rule.approve': 'rule.approved',
  'notification.choose': 'notification.channelsChosen',
  'notification.addDevice': 'notification.deviceAdded',
  'notification.removeDevice': 'notification.deviceRemoved',
  'alarm.acknowledge': 'alarm.acknowledged',
  'alarm.resolve': 'alarm.resolved',
  'deadline.remind': 'deadline.reminded',
  'session.open': 'session.opened',
  'session.close': 'session.closed',
  'session.confirm': 'session.confirmed',
  'report.receive': 'report.received',
  'report.list': 'report.listed',
  'report.reveal': 'report.revealed',
  'report.match': 'report.matched',
  'report.open': 'report.opened',
  'report.join': 'report.joined',
  'case.list': 'case.listed',
  'case.match': 'case.matched',
  'case.edit': 'case.edited',
  'case.addPerson': 'case.personAdded',
  'case.correctPerson': 'case.personCorrected',
  'case.note': 'case.noted',
  'case.close': 'closing.proposed',
  'case.decideClosing': 'closing.approved',
  'case.reopen': 'case.reopened',
  'emergency.open': 'emergencyAccess.opened',
  'emergency.read': 'emergencyAccess.listed',
  'emergency.end': 'emergencyAccess.ended',
  'emergency.review': 'emergencyAccess.reviewed',
  'bait.read': 'bait.listed',
  'bait.lay': 'bait.laid',
  'bait.end': 'bait.ended',
  'seal.propose': 'seal.proposed',
  'seal.decide': 'seal.approved',
  'conflict.note': 'conflict.noted',
  'conflict.lift': 'conflict.lifted',
  'sight.ask': 'case.sightRead',
  'sight.askByRef': 'case.sightRead',
  'case.aftercare': 'aftercare.recorded',
  'case.milestone': 'case.milestoneRecorded',
  'note.share': 'note.shared',
  'note.unshare': 'note.unshared',
  'proceeding.record': 'legalStep.recorded',
  'proceeding.withdraw': 'legalStep.withdrawn',
  'proceeding.export': 'legalTimeline.exported',
  'case.reveal': 'case.revealed',
  'case.history': 'case.historyRead',
  'screening.record': 'screening.recorded',
  'screening.approve': 'screening.approved',
  'consent.record': 'consent.recorded',
  'consent.withdraw': 'consent.withdrawn',
  'consent.countersign': 'consent.countersigned',
  'receivers.suggest': 'receivers.suggested',
  'deadline.read': 'deadline.listed',
  'deadline.acknowledge': 'deadline.acknowledged',
  'deadline.pause': 'deadline.paused',
  'deadline.resume': 'deadline.resumed',
  'deadline.waive': 'deadline.waived',
  'deadline.approveWaiver': 'deadline.waiverApproved',
  'events.listen': 'events.listened',
  'review.decide': 'review.decided',
  'audit.read': 'audit.trailRead',
  'audit.verify': 'audit.verified',
  'audit.export': 'audit.exported',
  'audit.printCheckpoint': 'audit.checkpointPrinted',
};

/** The sentence of an act outside cases; undefined when the words stand elsewhere. */
export function sentenceOutsideCases(act: string, decision: string): Words | undefined {
  const said = Object.hasOwn(ACTS_OUTSIDE_CASES, act) ? ACTS_OUTSIDE_CASES[act] : undefined;
  if (!said || decision === 'allowed') return said;
  return words(`mencoba, dan ditolak: ${said.id}`, `tried, and was refused: ${said.en}`);
}

/** The act behind a name that may be a permission. */
export function actBehind(name: string): string {
  return Object.hasOwn(ACT_OF_PERMISSION, name) ? ACT_OF_PERMISSION[name]! : name;
}
