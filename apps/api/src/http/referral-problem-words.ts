type Pair = [id: string, en: string];

/** Why a referral, a basis or a packet was refused: what happened and what to do. */
export const REFERRAL_WORDS: Record<string, Pair> = {
  'referral.consentMissing': [
    'Belum ada dasar berbagi untuk sebagian data. Catat persetujuan atau dasar lain, atau jangan bagikan data itu.',
    'Some of the data has no lawful basis. Record consent or another basis, or do not share that data.',
  ],
  'referral.consentWithdrawn': [
    'Persetujuan untuk rujukan ini sudah ditarik. Hentikan pemrosesan.',
    'The consent for this referral was withdrawn. Stop processing.',
  ],
  'referral.letter.notSent': [
    'Surat dibuat dari data yang dikirim. Kirim dahulu rujukannya.',
    'The letter is made from what was sent. Send the referral first.',
  ],
  'referral.letter.closed': [
    'Rujukan ini ditarik atau dasar berbaginya berakhir, jadi suratnya tidak dapat dibuat lagi.',
    'This referral was withdrawn or its basis ended, so its letter can no longer be made.',
  ],
  'slip.unknown': [
    'Kode ini bukan dari lembar balasan rujukan ini. Periksa lagi kodenya.',
    'This code is not from the slip of this referral. Check it again.',
  ],
  'link.notOpen': [
    'Tautan hanya dibuat selama rujukan menunggu jawaban atau berjalan, dan dasar berbaginya berlaku.',
    'A link is made only while the referral waits or runs and its basis lives.',
  ],
  'link.hasAccounts': [
    'Lembaga ini menjawab di Simpul sendiri, jadi tidak perlu tautan.',
    'This agency answers in Simpul itself and needs no link.',
  ],
  'link.noneOpen': [
    'Rujukan ini tidak punya tautan yang masih terbuka. Buat tautan baru bila perlu.',
    'This referral has no link that is still open. Make a new one if it is needed.',
  ],
  'link.noMailbox': [
    'Surel tautan tidak dapat dikirim: lembaga ini belum punya alamat surel di direktori, atau Simpul belum punya server surel.',
    'The link cannot go by e-mail: the directory has no mailbox of this agency, or Simpul has no mail server.',
  ],
  'link.mailed': [
    'Tautan ini sudah dikirim lewat surel. Buat tautan baru bila tidak sampai.',
    'This link has already gone by e-mail. Make a new one if it did not arrive.',
  ],
  'disclosure.nameInText': [
    'Ada nama klien di teks, padahal penerima ini tidak boleh mengetahuinya. Ganti dengan "klien".',
    'The text holds a client’s name that this receiver must not learn. Write "client" instead.',
  ],
  'disclosure.noPolicy': [
    'Lembaga jenis ini tidak boleh menerima data seseorang.',
    'An agency of this kind may receive nobody’s data.',
  ],
  'disclosure.aboveMax': [
    'Lembaga ini tidak boleh melihat sejauh itu.',
    'This agency may not see that much.',
  ],
  'disclosure.noMiddleLevel': ['Data ini tidak dapat disamarkan.', 'This data cannot be masked.'],
  'disclosure.unknownField': ['Data ini tidak dikenal.', 'This field is not known.'],
  'referral.receiver.isSender': ['Lembaga ini pengirimnya sendiri.', 'This agency is the sender itself.'],
  'referral.receiver.neverReceivesPersons': [
    'Lembaga ini hanya menerima angka, tidak pernah data seseorang.',
    'This agency receives figures only, never a person’s data.',
  ],
  'referral.receiver.conflictOfInterest': [
    'Benturan kepentingan: terlapor bekerja di lembaga ini atau kelompoknya. Pilih lembaga lain.',
    'Conflict of interest: the reported person works there or in its group. Choose another agency.',
  ],
  'referral.receiver.doesNotTakeTrack': [
    'Lembaga ini tidak menangani jenis kasus ini.',
    'This agency does not take this kind of case.',
  ],
  'referral.service.notOffered': [
    'Lembaga ini tidak memberi layanan itu.',
    'This agency does not offer that service.',
  ],
  'referral.service.notForTrack': [
    'Layanan ini bukan untuk jenis kasus ini.',
    'This service is not for this kind of case.',
  ],
  'referral.service.notForRisk': [
    'Layanan ini tidak aman pada tingkat risiko kasus ini.',
    'This service is not safe at the risk level of this case.',
  ],
  'referral.service.notForClient': [
    'Layanan ini tidak untuk usia atau jenis kelamin klien.',
    'This service is not for the client’s age or sex.',
  ],
  'referral.mediation.sexualViolence': [
    'Mediasi ditolak: kekerasan seksual tidak diselesaikan di luar peradilan (UU 12/2022).',
    'Mediation is refused: sexual violence is not settled out of court (Act 12/2022).',
  ],
  'referral.mediation.risk': [
    'Mediasi ditolak: risikonya belum rendah. Mempertemukan para pihak membahayakan klien.',
    'Mediation is refused: the risk is not low. Bringing the parties together endangers the client.',
  ],
  'referral.mediation.notBeforeRescreen': [
    'Mediasi belum dapat: tapis ulang dahulu, dan kedua pihak harus memintanya.',
    'Mediation is not open yet: screen again first, and both parties must ask for it.',
  ],
  'referral.mediation.notApplicable': [
    'Mediasi tidak berlaku untuk perkara ini.',
    'Mediation does not apply here.',
  ],
  'referral.reasonNeedsWords': [
    'Jelaskan alasannya agar pengirim tahu apa yang kurang.',
    'Explain the reason, so that the sender knows what is missing.',
  ],
  'referral.responsibleNotOfAgency': [
    'Penanggung jawab harus petugas lembaga penerima.',
    'The responsible officer must belong to the receiving agency.',
  ],
  'referral.confirm.already-confirmed': ['Rujukan ini sudah ditutup.', 'This referral is already closed.'],
  'consent.missing': ['Belum ada dasar berbagi untuk data ini.', 'There is no basis for this data yet.'],
  'consent.refused': ['Klien menolak membagikan data ini.', 'The client refused to share this data.'],
  'consent.withdrawn': ['Persetujuannya sudah ditarik.', 'The consent was withdrawn.'],
  'consent.void': [
    'Walinya ternyata terlapor, jadi persetujuannya tidak berlaku. Tanyakan kepada orang yang tepat.',
    'The guardian is a reported person, so the consent is void. Ask the right person.',
  ],
  'consent.isVoid': ['Persetujuan ini sudah tidak berlaku.', 'This consent is void already.'],
  'consent.waiting': [
    'Klien menolak. Dasar ini menunggu tanda tangan orang kedua.',
    'The client said no. This basis waits for a second person to countersign it.',
  ],
  'consent.declined': [
    'Klien menolak, dan orang kedua tidak menandatangani dasar ini.',
    'The client said no, and the second person did not countersign this basis.',
  ],
  'consent.textMissing': [
    'Catat teks persetujuan mana yang dibacakan.',
    'Record which text of consent was read out.',
  ],
  'consent.textUnknown': ['Teks persetujuan ini tidak dikenal.', 'This text of consent is not known.'],
  'consent.languageMissing': [
    'Catat bahasa yang dipakai saat menjelaskan.',
    'Record the language it was explained in.',
  ],
  'consent.witnessMissing': [
    'Persetujuan lisan: catat saksinya, atau mengapa tidak ada.',
    'Oral consent: record the witness, or why there was none.',
  ],
  'consent.accommodationsMissing': [
    'Klien penyandang disabilitas: catat bantuan yang dipakai agar ia memahami, atau bahwa itu ditawarkan.',
    'The client has a disability: record what helped them to understand, or that it was offered.',
  ],
  'consent.whyMissing': [
    'Klien menolak. Tulis mengapa data ini tetap harus dibagikan.',
    'The client said no. Write why this data has to be shared all the same.',
  ],
  'consent.toldWordsMissing': [
    'Klien menolak. Tulis apa yang disampaikan kepadanya.',
    'The client said no. Write what she was told.',
  ],
  'consent.nothingToCountersign': [
    'Dasar ini tidak memerlukan tanda tangan orang kedua.',
    'This basis needs no second person.',
  ],
  'consent.alreadyDecided': ['Usulan ini sudah diputuskan.', 'This proposal has been decided already.'],
  'consent.expired': ['Masa persetujuannya sudah berakhir.', 'The consent has expired.'],
  'consent.alreadyWithdrawn': ['Persetujuan ini sudah ditarik.', 'This consent was already withdrawn.'],
  'consent.nothingToWithdraw': ['Yang tercatat adalah penolakan.', 'What is recorded is a refusal.'],
  'consent.onlyConsentCanBeWithdrawn': [
    'Hanya persetujuan yang dapat ditarik; kewajiban hukum tidak.',
    'Only consent can be withdrawn; a duty of law cannot.',
  ],
  'consent.guardianIsReported': [
    'Wali ini terlapor. Persetujuannya tidak berlaku; pilih wali lain atau dasar lain.',
    'This guardian is a reported person. Their consent is void; choose another guardian or another basis.',
  ],
  'consent.guardianNotNamed': [
    'Orang tua menjadi terlapor. Tambahkan wali ini pada kasus, lalu pilih.',
    'A parent is reported. Add this guardian to the case and choose them.',
  ],
  'consent.guardianMissing': ['Sebutkan siapa walinya.', 'Say who the guardian is.'],
  'consent.guardianUnknown': ['Wali ini tidak ada pada kasus.', 'This guardian is not in the case.'],
  'consent.childNeedsGuardian': [
    'Klien belum 18 tahun: persetujuan datang dari wali.',
    'The client is under 18: consent comes from a guardian.',
  ],
  'consent.childAssentMissing': ['Tanyakan juga kesediaan anak.', 'Ask the child as well.'],
  'consent.childDissents': [
    'Anak tidak bersedia. Pakai dasar lain bila hukum mengharuskan.',
    'The child is not willing. Use another basis where the law requires it.',
  ],
  'consent.noLegalDuty': [
    'Tidak ada kewajiban hukum untuk penerima dan kasus ini.',
    'No legal duty covers this receiver and case.',
  ],
  'consent.beyondLegalDuty': [
    'Kewajiban hukum tidak mencakup ini.',
    'The legal duty does not reach this far.',
  ],
  'consent.noVitalInterest': [
    'Kepentingan vital hanya pada risiko tinggi dan penerima darurat.',
    'Vital interest holds only at high risk and for emergency receivers.',
  ],
  'consent.publicTaskOnlyForChild': [
    'Tugas publik hanya untuk klien anak.',
    'Public task is for child clients only.',
  ],
  'consent.toldClientMissing': ['Catat apakah klien diberi tahu.', 'Record whether the client was told.'],
  'consent.notToldReasonMissing': [
    'Jelaskan mengapa klien tidak diberi tahu.',
    'Say why the client was not told.',
  ],
  'consent.answerMissing': ['Catat jawaban: ya atau tidak.', 'Record the answer: yes or no.'],
  'consent.giverMissing': ['Catat siapa yang menyetujui.', 'Record who consents.'],
  'consent.expiresInThePast': ['Tanggal berakhirnya sudah lewat.', 'The end has already passed.'],
  'consent.receiverNeverReceivesPersons': [
    'Lembaga jenis ini tidak pernah menerima data seseorang.',
    'An agency of this kind never receives a person’s data.',
  ],
  'consent.receiverNotOfKind': ['Lembaga ini bukan dari jenis itu.', 'This agency is not of that kind.'],
  'consent.scopeNotShareable': ['Data ini tidak dapat dibagikan.', 'This data cannot be shared.'],
};

/** Where a referral stands, for an act that comes from the wrong status. */
const STANDS: Record<string, Pair> = {
  draft: ['Rujukan ini belum dikirim.', 'This referral has not been sent.'],
  requested: [
    'Rujukan ini sudah dikirim dan menunggu penerima.',
    'This referral was sent and waits for its receiver.',
  ],
  received: ['Penerimaan rujukan ini sudah dikonfirmasi.', 'This referral has been acknowledged.'],
  accepted: ['Rujukan ini sudah diterima.', 'This referral has been accepted.'],
  'in-progress': [
    'Layanan untuk rujukan ini sedang berjalan.',
    'The service for this referral is under way.',
  ],
  'on-hold': ['Rujukan ini menunggu jawaban pengirim.', 'This referral waits for the sender’s answer.'],
  completed: ['Hasil rujukan ini sudah dilaporkan.', 'The outcome of this referral has been reported.'],
  failed: [
    'Rujukan ini sudah dilaporkan tidak berhasil.',
    'This referral has been reported as not successful.',
  ],
  rejected: ['Rujukan ini sudah ditolak.', 'This referral has been declined.'],
  cancelled: ['Rujukan ini baru saja ditarik pengirim.', 'The sender has just withdrawn this referral.'],
};

/** The sentence for `referral.<act>.not-from-<status>` and `.not-by-<party>`, or undefined. */
export function lifecycleWords(code: string): Pair | undefined {
  const [, status] = /^referral\.[a-z]+\.not-from-(.+)$/.exec(code) ?? [];
  if (status) return STANDS[status];
  if (!/^referral\.[a-z]+\.not-by-/.test(code)) return undefined;
  return code.endsWith('receiver')
    ? ['Ini giliran pengirim, bukan penerima.', 'This is for the sender to do, not the receiver.']
    : ['Ini giliran penerima, bukan pengirim.', 'This is for the receiver to do, not the sender.'];
}
