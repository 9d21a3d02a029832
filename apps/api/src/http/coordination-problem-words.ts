type Pair = [id: string, en: string];

/** Why something between offices was refused: conferences, shared notes, legal steps, calls, and a need asked elsewhere. */
export const COORDINATION_WORDS: Record<string, Pair> = {
  'conference.familyMatter': [
    'Konferensi kasus hanya untuk kasus kekerasan. Keluarga tanpa kekerasan diajak bicara langsung.',
    'Case conferences are for cases of violence. A family without violence is talked with directly.',
  ],
  'conference.past': ['Waktu ini sudah lewat.', 'This time is past.'],
  'conference.notYet': [
    'Konferensi ini belum berlangsung. Notula ditulis sesudahnya.',
    'This conference has not taken place yet. Minutes are written afterwards.',
  ],
  'conference.nobodyHears': [
    'Tak satu pun instansi yang diundang punya dasar untuk mendengar ini.',
    'None of the invited agencies has a basis to hear this.',
  ],
  'conference.mayNotHear': [
    'Instansi ini tidak punya dasar untuk mengetahui mata acara ini.',
    'This agency has no basis to know of this item.',
  ],
  'conference.unknownItem': ['Mata acara ini tidak ada.', 'There is no such item.'],
  'conference.isPlanned': ['Notulanya belum ditulis.', 'Its minutes are not written yet.'],
  'conference.isHeld': ['Notulanya sudah ditulis.', 'Its minutes are written already.'],
  'conference.isSigned': [
    'Notula ini sudah ditandatangani dan tidak dapat diubah.',
    'These minutes are signed and cannot be changed.',
  ],
  'conference.isCancelled': ['Konferensi ini dibatalkan.', 'This conference has been called off.'],
  'conference.decisionDone': [
    'Keputusan ini sudah dilaporkan selesai.',
    'This decision is reported as done already.',
  ],
  'conference.notSigned': ['Notulanya belum ditandatangani.', 'Its minutes are not signed yet.'],
  'note.noReferral': [
    'Instansi ini tidak punya rujukan yang berjalan.',
    'This agency has no referral under way.',
  ],
  'note.nameFound': [
    'Ada nama orang dari kasus ini. Ganti dengan “klien”.',
    'There is a name of somebody in this case. Say “client” instead.',
  ],
  'note.notForThisReceiver': [
    'Instansi seperti ini tidak menerima isi catatan ini.',
    'An agency of this kind does not get what this note holds.',
  ],
  'note.clinical': ['Catatan klinis tidak dibagikan.', 'A clinical note is not shared.'],
  'note.basisMissing': [
    'Belum ada dasar yang berlaku untuk isi catatan ini bagi instansi itu.',
    'There is no living basis for what this note holds, for that agency.',
  ],
  'note.alreadyShared': ['Instansi ini sudah membacanya.', 'This agency reads it already.'],
  'note.shareEnded': ['Pembagian ini sudah dihentikan.', 'This sharing has been stopped.'],
  'legalStep.outOfOrder': [
    'Langkah ini di luar urutan yang biasa. Tuliskan alasannya, lalu simpan lagi.',
    'This step is out of its usual order. Write down why, then save again.',
  ],
  'legalStep.unknown': ['Langkah ini tidak dikenal.', 'This step is not known.'],
  'legalStep.knownBeforeItHappened': ['Ini sebelum kejadiannya.', 'This is before it happened.'],
  'legalStep.noSuchNext': [
    'Tanggal berikutnya harus sesudah langkah ini.',
    'The next date has to be after this step.',
  ],
  'legalStep.withdrawn': ['Catatan ini sudah ditarik.', 'This record has been taken back.'],
  'urgentCall.oneThing': [
    'Catat satu hal: butir yang ditanyakan, atau satu telepon.',
    'Write down one thing: a point, or a call.',
  ],
  'urgentCall.whichService': ['Layanan apa yang diserahterimakan?', 'Which service was handed over?'],
  'urgentCall.nobody': [
    'Tidak ada yang mengangkat, jadi tidak ada nama.',
    'Nobody answered, so there is no name.',
  ],
  'referral.takenByAnother': [
    'Sudah diterima pihak lain. Tidak ada yang perlu Anda lakukan.',
    'Another agency has accepted it. There is nothing for you to do.',
  ],
  'referral.fan.twice': ['Lembaga yang sama tidak ditanyai dua kali.', 'The same agency is not asked twice.'],
  'referral.fan.tooFew': ['Pilih paling sedikit dua lembaga.', 'Choose at least two agencies.'],
  'referral.fan.tooMany': ['Paling banyak lima lembaga sekaligus.', 'Five agencies at most.'],
  'referral.fan.stepOfTheLaw': [
    'Langkah menurut undang-undang tidak ditanyakan ke beberapa pihak: kirim rujukan biasa.',
    'A step of the law is not asked of several: send an ordinary referral.',
  ],
  'referral.fan.answersOnPaper': [
    'Lembaga yang menjawab dengan surat atau tautan tidak dapat ditanyai bersama.',
    'An agency that answers by letter or link cannot be asked together.',
  ],
  'referral.fan.dangerIsUrgent': [
    'Risiko tinggi ditanyakan sebagai segera. Ubah sifat rujukan ini dahulu.',
    'A high risk is asked as urgent. Change the urgency of this referral first.',
  ],
  'referral.letter.askedOfSeveral': [
    'Surat baru dapat dicetak setelah salah satu lembaga menerima.',
    'The letter can be printed once one of the agencies has accepted.',
  ],
  'referral.reroute.notYet': [
    'Penerima masih punya waktu untuk menjawab.',
    'Its receiver still has time to answer.',
  ],
  'referral.reroute.underWay': [
    'Kebutuhan ini sudah dialihkan. Lihat riwayatnya.',
    'This need has already been asked elsewhere. See how.',
  ],
  'referral.reroute.answeredMeanwhile': [
    'Lembaga sebelumnya baru saja menjawab. Lihat riwayat kebutuhan ini sebelum mengirim.',
    'The agency before has just answered. See how this need was asked before you send.',
  ],
  'referral.update.nothingNew': [
    'Belum ada yang berubah bagi penerima.',
    'Nothing has changed for the receiver yet.',
  ],
  'referral.update.otherNow': [
    'Data kasus baru saja berubah lagi. Periksa pratinjau ini, lalu kirim.',
    'The case’s data has just changed again. Check this preview, then send.',
  ],
  'referral.update.notOpen': [
    'Rujukan ini sudah berakhir. Buat rujukan baru bila masih diperlukan.',
    'This referral has ended. Make a new one if it is still needed.',
  ],
  'audit.trailTooLong': [
    'Jejak kasus ini terlalu panjang untuk satu berkas. Hubungi admin.',
    'The trail of this case is too long for one file. Call the administrator.',
  ],
};
