/** What must never be in a notification, however it gets there: names, numbers, places, stories, kinds of case. */
export const CANARIES = [
  'Siti Rahmawati',
  '1674015201990001',
  '0812-0000-9951',
  'Jalan Mawar 7',
  'Muntang Tapus',
  'dipukul suaminya',
];
export const KINDS_OF_CASE =
  /kekerasan|seksual|perkosa|pelecehan|KDRT|TPPO|perdagangan|anak|perempuan|istri|violence|sexual|rape|abuse|traffick|child|woman|victim|korban|pelaku|suspect/i;
