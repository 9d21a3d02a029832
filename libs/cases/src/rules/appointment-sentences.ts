/** Of the table in `history-sentences.ts`: what was done about appointments. */
export const APPOINTMENT_SENTENCES: Readonly<Record<string, { id: string; en: string }>> = {
  'appointment.set': { id: 'membuat janji temu pada rujukan', en: 'set an appointment on a referral' },
  'appointment.arranged': {
    id: 'mengatur siapa yang mendampingi dan apa yang disiapkan untuk janji temu',
    en: 'arranged who comes along to an appointment, and what is prepared',
  },
  'appointment.moved': { id: 'memindahkan janji temu', en: 'moved an appointment' },
  'appointment.cancelled': { id: 'membatalkan janji temu', en: 'called off an appointment' },
  'appointment.attended': {
    id: 'mencatat bahwa klien hadir pada janji temu',
    en: 'noted that an appointment took place',
  },
  'appointment.notAttended': {
    id: 'mencatat bahwa klien belum dapat hadir pada janji temu',
    en: 'noted that the client could not come to an appointment',
  },
  'appointment.followedUp': {
    id: 'menghubungi klien sesudah janji temu yang belum dapat dihadiri',
    en: 'got in touch with the client after an appointment that could not be kept',
  },
};
