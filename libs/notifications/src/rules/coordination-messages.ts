/** Of the catalogue (`messages.ts`): questions and answers, notes that a receiver may read, case conferences. */
export const COORDINATION_MESSAGES = {
  'referral.asked': {
    urgency: 'act',
    id: 'Instansi tujuan mengajukan pertanyaan dan menunggu jawaban Anda.',
    en: 'The receiving agency asks a question and waits for your answer.',
  },
  'referral.answered': {
    urgency: 'act',
    id: 'Pertanyaan Anda sudah dijawab. Rujukan menunggu keputusan.',
    en: 'Your question has been answered. The referral waits for a decision.',
  },
  'referral.conferenceCalled': {
    urgency: 'act',
    id: 'Ada kabar undangan konferensi kasus pada sebuah rujukan.',
    en: 'There is news of an invitation to a case conference, on a referral.',
  },
  'referral.conferenceAnswered': {
    urgency: 'know',
    id: 'Instansi yang diundang ke konferensi kasus memberi jawaban.',
    en: 'An agency that was invited to a case conference has answered.',
  },
  'referral.conferenceSigned': {
    urgency: 'act',
    id: 'Notula konferensi kasus sudah ditandatangani. Lihat keputusan untuk instansi Anda.',
    en: 'The minutes of a case conference are signed. See what was decided for your agency.',
  },
  'referral.appointmentByReceiver': {
    urgency: 'know',
    id: 'Instansi tujuan mencatat atau mengubah janji temu pada sebuah rujukan.',
    en: 'The receiving agency set or changed an appointment, on a referral.',
  },
  'referral.appointmentBySender': {
    urgency: 'know',
    id: 'Pengirim mencatat atau mengubah janji temu pada sebuah rujukan.',
    en: 'The sender set or changed an appointment, on a referral.',
  },
  'referral.appointmentMissed': {
    urgency: 'act',
    id: 'Sebuah janji temu belum dapat dihadiri. Buka rujukannya, lalu hubungi lewat kontak aman.',
    en: 'An appointment could not be kept. Open the referral, then get in touch by the safe contact.',
  },
  'referral.noteShared': {
    urgency: 'know',
    id: 'Pengirim rujukan membagikan catatan untuk Anda.',
    en: 'The sender of a referral shared a note with you.',
  },
} as const;
