import { APPOINTMENT_SENTENCES } from './appointment-sentences.js';

/**
 * What an entry of the ledger says to a person, without the subject: the screen puts name and agency before it.
 * Entries hold codes and ids only, so no sentence here can tell a story.
 */
export interface Words {
  id: string;
  en: string;
}

type Facts = Readonly<Record<string, unknown>>;

const words = (id: string, en: string): Words => ({ id, en });

/** Acts by their names in the ledger, from all libraries of the river. */
const SENTENCES: Record<string, Words | ((facts: Facts) => Words)> = {
  'report.received': words('menerima laporan', 'received a report'),
  'report.opened': words('membuka laporan sebagai kasus', 'opened the report as a case'),
  'report.joined': words('menggabungkan laporan ke kasus ini', 'joined a report to this case'),
  'report.read': words('membaca laporan', 'read the report'),
  'report.outsideMandate': words(
    'menyatakan laporan di luar kewenangan',
    'found the report outside the mandate',
  ),
  'case.opened': words('membuka kasus', 'opened the case'),
  'case.read': words('membuka halaman kasus', 'looked at the case'),
  'case.historyRead': words('membaca riwayat kasus', 'read the history of the case'),
  'case.edited': words('mengubah data kasus', 'changed the case'),
  'case.personAdded': words('menambah orang pada kasus', 'added a person to the case'),
  'case.personCorrected': words('melengkapi data seseorang', 'completed what is known of a person'),
  'case.memberJoined': words('menambah rekan ke tim kasus', 'brought a colleague onto the team'),
  'case.memberLeft': words('mengeluarkan rekan dari tim kasus', 'took a colleague off the team'),
  'transfer.offered': words('menawarkan pelimpahan kasus', 'offered the case to another office'),
  'transfer.refused': words('menolak pelimpahan kasus', 'said no to taking the case over'),
  'transfer.withdrawn': words('menarik tawaran pelimpahan', 'took back the offer of the case'),
  'case.transferred': words('mengambil alih kasus dari unit lain', 'took the case over from another office'),
  'case.handedOver': words(
    'menyerahkan kasus karena pemegangnya pergi',
    'handed the case over because its owner leaves',
  ),
  'case.seatHandedOver': words(
    'menyerahkan tempat di tim karena rekan pergi',
    'handed over a seat on the team because a colleague leaves',
  ),
  'case.noted': (facts) =>
    facts.audience === 'CLINICAL'
      ? words('menulis catatan klinis', 'wrote a clinical note')
      : words('menulis catatan', 'wrote a note'),
  'note.shared': words('membagikan catatan kepada instansi', 'shared a note with an agency'),
  'note.unshared': words(
    'menghentikan pembagian catatan kepada instansi',
    'stopped sharing a note with an agency',
  ),
  ...APPOINTMENT_SENTENCES,
  'conference.called': words('mengundang konferensi kasus', 'called a case conference'),
  'conference.minuted': words('menulis notula konferensi kasus', 'wrote the minutes of a case conference'),
  'conference.signed': words(
    'menandatangani notula konferensi kasus sebagai orang kedua',
    'signed the minutes of a case conference as second person',
  ),
  'conference.cancelled': words('membatalkan konferensi kasus', 'called off a case conference'),
  'conference.replied': words(
    'menjawab undangan konferensi kasus',
    'replied to an invitation to a case conference',
  ),
  'conference.dissented': words(
    'mencatat pendapat berbeda pada konferensi kasus',
    'put a dissent beside the minutes of a case conference',
  ),
  'conference.decisionDone': words(
    'melaporkan keputusan konferensi kasus telah dilaksanakan',
    'reported a decision of a case conference as carried out',
  ),
  'conference.read': words('membaca konferensi kasus', 'read the case conferences'),
  'conference.invitationRead': words(
    'membaca undangan konferensi kasus',
    'read an invitation to a case conference',
  ),
  'case.sightRead': words('menanyakan siapa dapat melihat kasus', 'asked who can see the case'),
  'case.viewersRead': words('melihat siapa saja yang membuka kasus', 'looked at who has looked at the case'),
  'case.notesRead': words('membaca catatan kasus', 'read the notes of the case'),
  'case.milestoneRecorded': words('mencatat peristiwa', 'recorded an event'),
  'legalStep.recorded': (facts) =>
    facts.deviation === undefined || facts.deviation === 'NONE'
      ? words('mencatat langkah hukum', 'recorded a legal step')
      : words(
          'mencatat langkah hukum di luar urutan, dengan alasan',
          'recorded a legal step out of order, with a reason',
        ),
  'legalStep.withdrawn': words('menarik catatan langkah hukum', 'took back the record of a legal step'),
  'proceeding.read': words('membaca proses hukum kasus', 'read the legal course of the case'),
  'legalTimeline.exported': words(
    'mengunduh linimasa proses hukum (PDF)',
    'took out the legal timeline (PDF)',
  ),
  'case.revealed': (facts) => revealed(facts, words('', '')),
  'emergencyAccess.opened': words(
    'membuka akses darurat ke kasus selama paling lama satu jam',
    'opened emergency access to the case, for an hour at most',
  ),
  'emergencyAccess.read': words(
    'membuka halaman kasus lewat akses darurat',
    'looked at the case by emergency access',
  ),
  'emergencyAccess.notesRead': words(
    'membaca catatan kasus lewat akses darurat',
    'read the notes of the case by emergency access',
  ),
  'emergencyAccess.revealed': (facts) =>
    revealed(facts, words(' lewat akses darurat', ' by emergency access')),
  'emergencyAccess.noted': words('menulis catatan lewat akses darurat', 'wrote a note by emergency access'),
  'emergencyAccess.ended': words('mengakhiri akses darurat', 'ended emergency access'),
  'emergencyAccess.reviewed': words('meninjau akses darurat', 'reviewed emergency access'),
  'case.closed': words('menutup kasus', 'closed the case'),
  'seal.proposed': words('mengusulkan penyegelan kasus', 'proposed to seal the case'),
  'seal.openingProposed': words('mengusulkan pembukaan segel kasus', 'proposed to lift the seal of the case'),
  'seal.approved': words('menyetujui usulan segel sebagai orang kedua', 'approved the seal as second person'),
  'seal.rejected': words('menolak usulan segel', 'rejected the proposal about the seal'),
  'seal.withdrawn': words('menarik usulan segel', 'withdrew the proposal about the seal'),
  'conflict.noted': words(
    'mencatat benturan kepentingan; kasus tertutup bagi orang itu',
    'noted a conflict of interest; the case is closed to that person',
  ),
  'conflict.lifted': words(
    'mencabut catatan benturan kepentingan',
    'took back a note of a conflict of interest',
  ),
  'case.reopened': words('membuka kembali kasus', 'reopened the case'),
  'closing.proposed': words('mengusulkan penutupan kasus', 'proposed to close the case'),
  'closing.approved': words(
    'menyetujui penutupan kasus sebagai orang kedua',
    'approved the closing of the case as second person',
  ),
  'closing.rejected': words('menolak usulan penutupan kasus', 'rejected the proposal to close the case'),
  'closing.withdrawn': words('menarik usulan penutupan kasus', 'withdrew the proposal to close the case'),
  'aftercare.recorded': words('mencatat pemantauan pasca-terminasi', 'recorded an after-care check'),
  'screening.recorded': (facts) =>
    facts.lowered === true
      ? words(
          'menapis risiko dan mengusulkan tingkat yang lebih rendah; menunggu persetujuan orang kedua',
          'screened the risk and proposed a lower level; a second person has to approve it',
        )
      : words('menapis risiko', 'screened the risk'),
  'screening.approved': words(
    'menyetujui penurunan tingkat risiko sebagai orang kedua',
    'approved the lower level of risk as second person',
  ),
  'receivers.suggested': words('melihat saran penerima rujukan', 'looked at suggested receivers'),
  'consent.recorded': ({ againstRefusal }) =>
    againstRefusal === true
      ? words(
          'mengusulkan berbagi data walau klien menolak; orang kedua harus menandatangani',
          'proposed to share data although the client said no; a second person has to countersign',
        )
      : words('mencatat dasar berbagi data', 'recorded a basis for sharing'),
  'consent.withdrawn': ({ voidReason }) =>
    voidReason === 'GUARDIAN_REPORTED'
      ? words(
          'menyebut wali sebagai terlapor; persetujuannya tidak berlaku',
          'named the guardian as a reported person; the consent is void',
        )
      : words('mencatat penarikan persetujuan', 'recorded a withdrawal of consent'),
  'consent.withdrawalWeighed': words(
    'melihat apa yang dihentikan oleh penarikan persetujuan',
    'looked at what a withdrawal of consent stops',
  ),
  'consent.countersigned': words(
    'menandatangani sebagai orang kedua berbagi data walau klien menolak',
    'countersigned as second person that data is shared although the client said no',
  ),
  'consent.countersignDeclined': words(
    'menolak sebagai orang kedua berbagi data walau klien menolak',
    'declined as second person that data is shared although the client said no',
  ),
  'referral.drafted': words('menyusun rujukan', 'drafted a referral'),
  'referral.edited': words('mengubah draf rujukan', 'changed a draft referral'),
  'referral.previewed': words('melihat pratinjau data rujukan', 'previewed what a referral shares'),
  'referral.sent': words('mengirim rujukan', 'sent a referral'),
  'case.disclosuresRead': words(
    'melihat catatan siapa menerima data klien',
    'looked at the record of who received the client’s data',
  ),
  'case.disclosuresPrinted': words(
    'mencetak catatan siapa menerima data untuk klien',
    'printed for the client the record of who received the data',
  ),
  'referral.updatePreviewed': words(
    'memeriksa apa yang berubah bagi penerima rujukan',
    'looked at what would change for a referral’s receiver',
  ),
  'referral.updated': words(
    'menyetujui dan mengirim pembaruan data rujukan',
    'approved and sent an update of what a referral shares',
  ),
  'referral.opened': words('membuka rujukan', 'opened a referral'),
  'referral.read': words('membaca rujukan', 'read a referral'),
  'referral.letterPrinted': words('membuat surat rujukan (PDF)', 'made the referral letter (PDF)'),
  'referral.linkIssued': words(
    'membuat tautan sekali pakai untuk penerima',
    'made a one-time link for the receiver',
  ),
  'referral.linkRevoked': words('menarik kembali tautan sekali pakai', 'took back the one-time link'),
  'referral.linkMailAsked': words(
    'mengirim alamat tautan ke surel instansi tujuan',
    'sent the link’s address to the receiver’s mailbox',
  ),
  'referral.linkMailSent': words(
    'surel berisi tautan sampai ke server penerima',
    'the mail with the link was taken by the receiver’s server',
  ),
  'referral.linkMailFailed': words(
    'surel berisi tautan tidak dapat disampaikan',
    'the mail with the link could not be delivered',
  ),
  'referral.slipFound': words(
    'mencari rujukan dari lembar balasan',
    'looked for the referral of a returned slip',
  ),
  'referral.slipEntered': words(
    'mencatat lembar balasan dari penerima',
    'wrote down the receiver’s returned slip',
  ),
  'referral.linkOpened': words('membuka tautan sekali pakai', 'opened the one-time link'),
  'referral.linkClosed': words('menutup halaman tautan sekali pakai', 'closed the page of the one-time link'),
  'referral.acknowledged': words('mengonfirmasi penerimaan rujukan', 'acknowledged a referral'),
  'referral.asked': words('bertanya tentang rujukan', 'asked about a referral'),
  'referral.answered': words('menjawab pertanyaan rujukan', 'answered a question about a referral'),
  'referral.accepted': words('menerima rujukan', 'accepted a referral'),
  'referral.rejected': words('menolak rujukan', 'declined a referral'),
  'referral.started': words('memulai layanan', 'began the service'),
  'referral.reported': words('mengirim rujukan balik', 'sent interim feedback'),
  'referral.completed': words('menyelesaikan rujukan', 'completed a referral'),
  'referral.failed': words('melaporkan rujukan tidak berhasil', 'reported that a referral failed'),
  'referral.cancelled': words('membatalkan rujukan', 'cancelled a referral'),
  'urgentCall.recorded': words(
    'mencatat telepon atau langkah darurat jam pertama',
    'wrote down a call or a step of the first hour',
  ),
  'urgentCall.listed': words('membuka jalur darurat telepon', 'opened the telephone lane'),
  'referral.askedOfSeveral': words(
    'menanyakan satu kebutuhan ke beberapa instansi',
    'asked several agencies for one need',
  ),
  'referral.takenByAnother': words(
    'mengakhiri pertanyaan yang sama kepada instansi lain: sudah diterima',
    'ended the same question to another agency: it was accepted',
  ),
  'referral.confirmed': words('menutup lingkaran rujukan', 'closed the loop of a referral'),
  'referral.handedOver': words(
    'menyerahkan tanggung jawab atas rujukan karena petugasnya pergi',
    'handed a referral over because whoever was responsible leaves',
  ),
  'deadline.started': words('memulai tenggat', 'started a deadline'),
  'deadline.met': words('memenuhi tenggat', 'met a deadline'),
  'deadline.missed': words('mencatat tenggat terlewat', 'noted a missed deadline'),
  'deadline.paused': words('menjeda tenggat', 'paused a deadline'),
  'deadline.resumed': words('melanjutkan tenggat', 'resumed a deadline'),
  'deadline.waived': words('mengesampingkan tenggat', 'waived a deadline'),
  'deadline.reminded': words('mengingatkan pihak yang berkewajiban', 'reminded whoever owes the act'),
  'deadline.waiverRead': words(
    'membaca alasan usulan pengesampingan tenggat',
    'read why somebody proposes to waive a deadline',
  ),
  'deadline.waiverProposed': words('mengusulkan pengesampingan tenggat', 'proposed to waive a deadline'),
  'deadline.stepFired': words('menjalankan pengingat atau eskalasi', 'rang a reminder or an escalation'),
  'deadline.acknowledged': words('menanggapi eskalasi tenggat', 'answered an escalation'),
  'notification.told': words('memberi tahu petugas yang berkepentingan', 'told the people whom it concerns'),
};

const FOR: Readonly<Record<string, Words>> = {
  CONTACT: words(' untuk menghubungi klien', ' to contact the client'),
  LETTER: words(' untuk menyiapkan surat', ' to prepare a letter'),
  EMERGENCY: words(' karena keadaan darurat', ' in an emergency'),
};

function revealed({ part, reason }: Facts, how: Words): Words {
  const what =
    part === 'SAFE_CONTACT'
      ? words('membuka kontak aman', 'opened the safe contact')
      : words('membuka identitas', 'opened the identities');
  const why = FOR[String(reason)] ?? words('', '');
  return words(what.id + how.id + why.id, what.en + how.en + why.en);
}

/** The acts that have a sentence here. */
export const ACTS_OF_CASES: readonly string[] = Object.keys(SENTENCES);

const OTHERWISE = words('melakukan tindakan lain', 'did something else');
const NOT_ALLOWED = words('mencoba, dan ditolak: ', 'tried, and was refused: ');

/** The sentence of an entry. A refused or denied attempt says so, with what was tried. */
export function historySentence(act: string, facts: Facts, decision: string): Words {
  const entry = Object.hasOwn(SENTENCES, act) ? SENTENCES[act]! : OTHERWISE;
  const said = typeof entry === 'function' ? entry(facts) : entry;
  if (decision === 'allowed') return said;
  return words(
    `${NOT_ALLOWED.id}${triedWords(act, said).id}`,
    `${NOT_ALLOWED.en}${triedWords(act, said).en}`,
  );
}

// Refused attempts carry the name of the permission (`case.edit`), which is no past event.
function triedWords(act: string, said: Words): Words {
  return said === OTHERWISE ? words(act, act) : said;
}
