/** What is said about seals and conflicts of interest: to a guard without which case, to others without what. */
export const GUARD_MESSAGES = {
  'case.sealProposed': {
    urgency: 'act',
    id: 'Sebuah usulan menunggu keputusan Anda sebagai orang kedua.',
    en: 'A proposal waits for your decision as second person.',
  },
  'case.sealDecided': {
    urgency: 'know',
    id: 'Sebuah usulan yang menyangkut Anda sudah diputuskan.',
    en: 'A proposal that concerns you has been decided.',
  },
  'case.needsOwner': {
    urgency: 'act',
    id: 'Sebuah kasus di unit Anda memerlukan penanggung jawab lain.',
    en: 'A case of your unit needs somebody else to answer for it.',
  },
  'integrity.proposalWaits': {
    urgency: 'act',
    id: 'Sebuah usulan menunggu keputusan Anda di halaman Integritas.',
    en: 'A proposal waits for your decision on the Integrity page.',
  },
  'integrity.conflictNoted': {
    urgency: 'know',
    id: 'Ada catatan baru di halaman Integritas.',
    en: 'There is a new note on the Integrity page.',
  },
  'integrity.matchFound': {
    urgency: 'act',
    id: 'Ada kecocokan yang perlu Anda periksa di halaman Integritas.',
    en: 'There is a match for you to check on the Integrity page.',
  },
  'integrity.unheard': {
    urgency: 'alarm',
    id: 'Sebuah tugas yang dijaga tidak sampai kepada siapa pun. Buka halaman Integritas.',
    en: 'A guarded task reached nobody. Open the Integrity page.',
  },
  'emergency.opened': {
    urgency: 'alarm',
    id: 'Akses darurat sedang dipakai. Periksa sekarang di halaman Akses darurat.',
    en: 'Emergency access is being used. Look at it now on the page Emergency access.',
  },
  'emergency.ended': {
    urgency: 'know',
    id: 'Akses darurat Anda diakhiri oleh orang lain.',
    en: 'Somebody else has ended your emergency access.',
  },
  'emergency.reviewed': {
    urgency: 'know',
    id: 'Akses darurat Anda sudah ditinjau.',
    en: 'Your emergency access has been reviewed.',
  },
} as const;
