type Pair = [id: string, en: string];

/** Why an act on an appointment was refused: what happened and what to do. */
export const APPOINTMENT_WORDS: Record<string, Pair> = {
  'appointment.notRunning': [
    'Janji temu dibuat selama rujukan diterima atau berjalan. Sekarang tidak.',
    'Appointments are made while a referral is accepted or running. This one is not now.',
  ],
  'appointment.notYourCalendar': [
    'Waktunya ditentukan instansi tujuan. Batalkan dengan alasan, atau tulis pesan kepadanya.',
    'The receiving agency sets the time. Call it off with a reason, or write to them.',
  ],
  'appointment.alreadyPlanned': [
    'Sudah ada janji temu yang akan datang. Pindahkan atau batalkan yang itu.',
    'An appointment is planned already. Move it or call it off.',
  ],
  'appointment.notYours': [
    'Ini dilakukan orang lain pada rujukan ini.',
    'This is for somebody else on this referral to do.',
  ],
  'appointment.notYet': ['Waktu janji temu belum tiba.', 'The time of the appointment has not come.'],
  'appointment.isAttended': ['Klien sudah tercatat hadir.', 'It was noted that this appointment took place.'],
  'appointment.isNotAttended': [
    'Sudah tercatat bahwa klien belum dapat hadir. Buat janji baru.',
    'It was noted that the client could not come. Set a new appointment.',
  ],
  'appointment.isMoved': ['Janji ini sudah dipindah.', 'This appointment was moved.'],
  'appointment.isCancelled': ['Janji ini sudah dibatalkan.', 'This appointment was called off.'],
  'appointment.isPlanned': ['Catat dahulu apakah klien hadir.', 'First note whether the client came.'],
  'appointment.alreadyFollowedUp': [
    'Klien sudah dihubungi sesudah janji ini.',
    'The client was reached after this appointment.',
  ],
};
