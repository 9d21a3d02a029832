type Pair = [id: string, en: string];

/** Why a report, a case or a screening was refused: what happened and what to do. */
export const CASE_WORDS: Record<string, Pair> = {
  'case.notOpen': ['Kasus ini sudah ditutup.', 'This case is closed.'],
  'case.familyMatter': [
    'Keluarga tanpa kekerasan tidak punya tenggat hukum. Sebutkan jenis kekerasannya dahulu bila ada.',
    'A family without violence has no legal clock. Name the kind of violence first, if there is any.',
  ],
  'case.unknown': ['Kasus ini tidak dapat dipilih.', 'This case cannot be chosen.'],
  'case.alreadyOnTeam': ['Rekan ini sudah di tim.', 'This colleague is on the team already.'],
  'case.ownerStays': [
    'Penanggung jawab tetap di tim. Alihkan kasusnya dahulu.',
    'The owner stays on the team. Hand the case over first.',
  ],
  'case.isSealed': [
    'Kasus ini disegel. Timnya hanya dapat diubah lewat usulan segel.',
    'This case is sealed. Its team changes only by a proposal about the seal.',
  ],
  'member.hasConflict': [
    'Rekan ini punya kepentingan dalam kasus ini. Pilih orang lain.',
    'This colleague has an interest in this case. Choose somebody else.',
  ],
  'emergency.notNeeded': [
    'Anda sudah dapat membuka kasus ini tanpa akses darurat.',
    'You can open this case already, without emergency access.',
  ],
  'emergency.oneAtATime': [
    'Anda masih memakai akses darurat untuk kasus lain. Akhiri dahulu.',
    'You still use emergency access to another case. End it first.',
  ],
  'emergency.tooMany': [
    'Terlalu banyak percobaan. Hubungi kepala unit atau petugas piket sekarang.',
    'Too many attempts. Call the head of the unit or whoever is on duty now.',
  ],
  'emergency.notReviewed': [
    'Akses darurat Anda sebelumnya belum ditinjau dan sudah lewat tenggat. Hubungi kepala unit.',
    'Your earlier emergency access was not reviewed in time. Call the head of the unit.',
  ],
  'emergency.over': ['Akses darurat ini sudah berakhir.', 'This emergency access is over.'],
  'emergency.stillOpen': [
    'Akses darurat ini masih berjalan. Akhiri dahulu, lalu tinjau.',
    'This emergency access still runs. End it first, then review it.',
  ],
  'emergency.reviewed': ['Akses darurat ini sudah ditinjau.', 'This emergency access was reviewed already.'],
  'bait.ended': ['Berkas umpan ini sudah diangkat.', 'This bait was taken away already.'],
  'bait.ownerNotPossible': [
    'Pilih orang yang sudah tidak bekerja di unit ini.',
    'Choose somebody who no longer works at this unit.',
  ],
  'bait.readersNotPossible': [
    'Pilih orang yang sekarang bekerja pada kasus di unit ini.',
    'Choose people who work on cases of this unit now.',
  ],
  'seal.alreadyProposed': [
    'Sudah ada usulan yang menunggu keputusan untuk kasus ini.',
    'A proposal for this case waits for a decision already.',
  ],
  'seal.notSealed': ['Kasus ini tidak disegel.', 'This case is not sealed.'],
  'seal.alreadyDecided': ['Usulan ini sudah diputuskan.', 'This proposal has been decided.'],
  'seal.notYours': [
    'Hanya pengusul yang dapat menarik usulannya.',
    'Only whoever proposed it can take it back.',
  ],
  'seal.needsGuard': [
    'Usulan dari unit diputuskan oleh petugas integritas.',
    'What the unit proposes is decided by an integrity officer.',
  ],
  'seal.reason': ['Pilih alasan yang sesuai dengan usulan.', 'Choose a reason that fits the proposal.'],
  'seal.teamNotPossible': [
    'Pilih paling sedikit dua orang dari unit ini, salah satunya pendamping atau konselor.',
    'Choose at least two people of this unit, one of them a case worker or counsellor.',
  ],
  'conflict.handOverFirst': [
    'Penanggung jawab kasus harus dialihkan dahulu, supaya klien tidak sendirian.',
    'Hand the case over first, so that the client is not left alone.',
  ],
  'conflict.alreadyNoted': ['Ini sudah dicatat.', 'This is noted already.'],
  'conflict.unknownPerson': ['Orang ini tidak dapat dipilih.', 'This person cannot be chosen.'],
  'fourEyes.conflict': [
    'Pengusulnya ternyata punya kepentingan dalam kasus ini. Usulan baru harus dibuat oleh orang lain.',
    'Whoever proposed it turns out to have an interest in this case. Somebody else proposes it anew.',
  ],
  'owner.notPossible': [
    'Pilih rekan aktif di instansi ini yang menangani kasus.',
    'Choose an active colleague of this agency who handles cases.',
  ],
  'member.notPossible': [
    'Pilih rekan aktif di instansi ini yang menangani kasus.',
    'Choose an active colleague of this agency who handles cases.',
  ],
  'agency.unknown': ['Lembaga ini tidak ada di direktori.', 'This agency is not in the directory.'],
  'milestone.unknown': ['Peristiwa ini tidak dikenal.', 'This event is not known.'],
  'match.nothingToLookFor': ['Isi nama, NIK, atau telepon.', 'Give a name, NIK or telephone.'],
  'cursor.unknown': ['Muat ulang daftar dari awal.', 'Load the list from its beginning again.'],
  'report.alreadyOpened': ['Laporan ini sudah dibuka sebagai kasus.', 'This report is a case already.'],
  'report.alreadyJoined': [
    'Laporan ini sudah digabung ke kasus.',
    'This report was joined to a case already.',
  ],
  'report.alreadyOutsideMandate': [
    'Laporan ini sudah dinyatakan di luar kewenangan.',
    'This report was already found outside the mandate.',
  ],
  'report.alreadyDecided': [
    'Laporan ini sudah diputuskan oleh rekan Anda.',
    'A colleague has decided this report already.',
  ],
  'report.isInACase': [
    'Laporan ini sudah menjadi bagian kasus. Buka identitas di halaman kasusnya.',
    'This report is part of a case by now. Open identities on the page of the case.',
  ],
  'report.mustBeOpened': [
    'Buka sebagai kasus: kekerasan seksual dan klien yang tidak aman tidak boleh sekadar disimpan.',
    'Open it as a case: sexual violence, or a client who is not safe, may not merely be kept.',
  ],
  'report.externalRefMissing': ['Isi nomor pengaduan SAPA 129.', 'Give the SAPA 129 complaint number.'],
  'context.needsSexualViolence': [
    'Konteks ini hanya untuk kekerasan seksual.',
    'This context is for sexual violence only.',
  ],
  'context.familyWithViolence': [
    'Ada kekerasan: ini bukan masalah keluarga tanpa kekerasan.',
    'There is violence: this is no family matter without violence.',
  ],
  'time.inTheFuture': ['Waktu ini belum terjadi.', 'This time has not come yet.'],
  'time.afterTheReport': ['Waktu ini sesudah laporan diterima.', 'This is after the report was received.'],
  'time.beforeTheIncident': ['Waktu ini sebelum kejadian.', 'This is before the incident.'],
  'time.tooEarly': ['Periksa tahunnya.', 'Check the year.'],
  'time.impossible': [
    'Waktu ini tidak ada. Tulis seperti 2026-03-20T23:10:00+07:00.',
    'This time does not exist.',
  ],
  'time.needsOffset': ['Sebutkan zona waktunya, misalnya +07:00.', 'Give the offset, for example +07:00.'],
  'date.impossible': ['Tanggal ini tidak ada.', 'This date does not exist.'],
  'date.inTheFuture': ['Tanggal ini belum terjadi.', 'This date has not come yet.'],
  'date.tooEarly': ['Periksa tahunnya.', 'Check the year.'],
  'nik.wrongLength': [
    'NIK terdiri dari 16 angka. Boleh dikosongkan.',
    'A NIK has 16 digits. It may stay empty.',
  ],
  'nik.notDigits': ['NIK hanya angka. Boleh dikosongkan.', 'A NIK has digits only. It may stay empty.'],
  'nik.impossibleDate': [
    'Tanggal di dalam NIK tidak ada. Periksa, atau kosongkan.',
    'The date inside the NIK does not exist. Check it, or leave it empty.',
  ],
  'phone.notReachable': ['Nomor ini tidak lengkap.', 'This number is not complete.'],
  'region.unknown': ['Kode wilayah tidak dikenal.', 'The region code is not known.'],
  'screening.loweringNeedsReason': [
    'Menurunkan tingkat risiko perlu alasan.',
    'Lowering the level of risk needs a reason.',
  ],
  'screening.nothingToApprove': [
    'Penapisan ini tidak menunggu persetujuan.',
    'This screening waits for no approval.',
  ],
  'screening.alreadyApproved': [
    'Usulan ini sudah disetujui orang lain.',
    'Somebody has already approved this proposal.',
  ],
  'screening.overtaken': [
    'Usulan ini tidak berlaku lagi: sesudahnya ada penapisan baru. Muat ulang halaman kasus.',
    'This proposal no longer stands: a newer screening came after it. Load the case again.',
  ],
  'case.stillOpen': ['Kasus ini masih terbuka.', 'This case is still open.'],
  'aftercare.notOwed': [
    'Kasus ini ditutup dengan alasan yang tidak memerlukan pemantauan lanjutan.',
    'This case was closed for a reason that leaves nobody to check on.',
  ],
  'closing.workLeft': [
    'Masih ada rujukan yang belum tuntas atau draf yang belum dikirim. Selesaikan atau batalkan dahulu.',
    'There are referrals without an end or drafts not sent. Finish or cancel them first.',
  ],
  'closing.rightOpen': [
    'Sebelum kasus ditutup, klien perlu tahu itu dan cara menghubungi lagi; pada risiko tinggi juga rencana amannya.',
    'Before the case is closed the client has to know that, and how to come back; at high risk also the safety plan.',
  ],
  'closing.alreadyProposed': [
    'Penutupan kasus ini sudah diusulkan dan menunggu orang kedua.',
    'Closing this case is proposed already and waits for a second person.',
  ],
  'closing.alreadyDecided': [
    'Usulan ini sudah diputuskan. Muat ulang halaman kasus.',
    'This proposal has been decided. Load the case again.',
  ],
  'review.done': [
    'Tinjauan ini sudah selesai. Muat ulang daftarnya.',
    'This review is finished. Load the list again.',
  ],
  'review.asked': [
    'Pertanyaan sudah disampaikan. Catat jawabannya: wajar, atau mengkhawatirkan.',
    'The question was already put. Write down what came of it: in order, or a concern.',
  ],
  'review.othersToReview': [
    'Tinjauan ini bukan bagian Anda. Anda dapat membacanya saja.',
    'This review is for others. You can only read it.',
  ],
  'closing.notYours': [
    'Hanya pengusul yang dapat menarik usulan ini.',
    'Only whoever proposed it can take it back.',
  ],
};
