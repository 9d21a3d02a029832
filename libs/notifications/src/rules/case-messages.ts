/** What the people of a case are told: no name, no kind of case, as in every message. */
export const CASE_MESSAGES = {
  'case.unsafeNow': {
    urgency: 'act',
    id: 'Sebuah laporan baru memerlukan tindakan segera.',
    en: 'A new report needs action at once.',
  },
  'case.joined': {
    urgency: 'know',
    id: 'Anda ditambahkan ke tim sebuah kasus.',
    en: 'You were brought onto the team of a case.',
  },
  'case.minutesWait': {
    urgency: 'act',
    id: 'Notula konferensi kasus menunggu tanda tangan Anda.',
    en: 'The minutes of a case conference wait for your signature.',
  },
  'case.minutesNeedSomebody': {
    urgency: 'act',
    id: 'Belum ada orang lain yang dapat menandatangani notula Anda. Tambahkan rekan ke tim kasus.',
    en: 'Nobody else can sign your minutes yet. Bring a colleague onto the team of the case.',
  },
  'case.minutesSigned': {
    urgency: 'know',
    id: 'Notula konferensi kasus sudah ditandatangani. Keputusannya mulai berjalan.',
    en: 'The minutes of a case conference are signed. Its decisions now run.',
  },
  'case.loweringProposed': {
    urgency: 'act',
    id: 'Usulan menurunkan tingkat sebuah kasus menunggu persetujuan Anda.',
    en: 'A proposal to lower the level of a case waits for your approval.',
  },
  'case.loweringNeedsSomebody': {
    urgency: 'act',
    id: 'Belum ada orang lain yang dapat menyetujui usulan Anda. Tambahkan rekan ke tim kasus.',
    en: 'Nobody else can approve your proposal yet. Bring a colleague onto the team of the case.',
  },
  'case.loweringOvertaken': {
    urgency: 'know',
    id: 'Usulan Anda menurunkan tingkat sebuah kasus tidak berlaku lagi: ada penapisan yang lebih baru.',
    en: 'Your proposal to lower the level of a case no longer stands: there is a newer screening.',
  },
  'case.levelLowered': {
    urgency: 'know',
    id: 'Usulan Anda disetujui. Tingkat kasus itu sekarang lebih rendah.',
    en: 'Your proposal was approved. The level of that case is lower now.',
  },
  'case.levelLoweredInUnit': {
    urgency: 'know',
    id: 'Tingkat sebuah kasus di unit Anda diturunkan oleh dua orang.',
    en: 'The level of a case in your unit was lowered by two people.',
  },
  'case.overrideProposed': {
    urgency: 'act',
    id: 'Usulan berbagi data walau klien menolak menunggu keputusan Anda.',
    en: 'A proposal to share data although the client said no waits for your decision.',
  },
  'case.overrideNeedsSomebody': {
    urgency: 'act',
    id: 'Belum ada orang lain yang dapat memutuskan usulan Anda. Tambahkan rekan ke tim kasus.',
    en: 'Nobody else can decide on your proposal yet. Bring a colleague onto the team of the case.',
  },
  'case.overrideDecided': {
    urgency: 'know',
    id: 'Usulan Anda berbagi data walau klien menolak sudah diputuskan.',
    en: 'Your proposal to share data although the client said no has been decided.',
  },
  'case.consentVoid': {
    urgency: 'act',
    id: 'Sebuah persetujuan tidak berlaku karena walinya menjadi terlapor. Tanyakan lagi kepada orang yang tepat.',
    en: 'A consent became void because its guardian is now reported. Ask the right person again.',
  },
  'case.closingProposed': {
    urgency: 'act',
    id: 'Usulan menutup sebuah kasus menunggu keputusan Anda.',
    en: 'A proposal to close a case waits for your decision.',
  },
  'case.closingNeedsSomebody': {
    urgency: 'act',
    id: 'Belum ada orang lain yang dapat memutuskan usulan penutupan Anda. Tambahkan rekan ke tim kasus.',
    en: 'Nobody else can decide your proposal to close yet. Bring a colleague onto the team of the case.',
  },
  'case.closingDecided': {
    urgency: 'know',
    id: 'Usulan Anda menutup sebuah kasus sudah diputuskan.',
    en: 'Your proposal to close a case has been decided.',
  },
} as const;
