/** Of the table in `sentences.ts`: permissions of appointments, and the acts that they would have become. */
export const APPOINTMENT_PERMISSIONS: Readonly<Record<string, string>> = {
  'appointment.set': 'appointment.set',
  'appointment.arrange': 'appointment.arranged',
  'appointment.move': 'appointment.moved',
  'appointment.cancel': 'appointment.cancelled',
  'appointment.attend': 'appointment.attended',
  'appointment.miss': 'appointment.notAttended',
  'appointment.followUp': 'appointment.followedUp',
};
