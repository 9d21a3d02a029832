/**
 * Every field that can cross to a receiver. A packet is built from this list and from nothing else: what has no
 * entry here has no way out. `dataClass` is the class of LINGKUP_DATA for which a lawful basis is needed; `masked`
 * says whether a middle level exists.
 */
export const DATA_CLASSES = [
  ...(['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY', 'OWN_REFERRAL'] as const),
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export interface FieldEntry {
  readonly dataClass: DataClass;
  readonly id: string;
  readonly en: string;
  readonly masked: boolean;
}

export const FIELDS = {
  'identity.name': { dataClass: 'IDENTITY', id: 'Nama klien', en: 'Client’s name', masked: true },
  'identity.nik': { dataClass: 'IDENTITY', id: 'NIK', en: 'National id number', masked: true },
  'identity.birthDate': { dataClass: 'IDENTITY', id: 'Tanggal lahir', en: 'Birth date', masked: true },
  'identity.age': { dataClass: 'IDENTITY', id: 'Usia', en: 'Age', masked: true },
  'identity.sex': { dataClass: 'IDENTITY', id: 'Jenis kelamin', en: 'Sex', masked: false },
  'identity.phone': { dataClass: 'IDENTITY', id: 'Nomor telepon', en: 'Telephone', masked: true },
  'identity.address': { dataClass: 'IDENTITY', id: 'Alamat', en: 'Address', masked: false },
  'identity.region': { dataClass: 'IDENTITY', id: 'Kelurahan/desa', en: 'Village', masked: false },
  children: { dataClass: 'IDENTITY', id: 'Anak yang ikut', en: 'Children along', masked: true },
  guardian: { dataClass: 'IDENTITY', id: 'Wali', en: 'Guardian', masked: true },
  'school.name': { dataClass: 'IDENTITY', id: 'Sekolah', en: 'School', masked: false },

  safeContact: { dataClass: 'RISK_SAFETY', id: 'Kontak aman', en: 'Safe contact', masked: false },
  'risk.level': { dataClass: 'RISK_SAFETY', id: 'Tingkat risiko', en: 'Risk level', masked: false },
  'risk.flags': { dataClass: 'RISK_SAFETY', id: 'Tanda bahaya', en: 'Red flags', masked: true },
  'risk.healthFlags': {
    dataClass: 'RISK_SAFETY',
    id: 'Tanda bahaya yang penting secara medis',
    en: 'Red flags that matter for treatment',
    masked: false,
  },
  noContactWith: { dataClass: 'RISK_SAFETY', id: 'Larangan kontak', en: 'No contact with', masked: false },
  accommodations: { dataClass: 'RISK_SAFETY', id: 'Kebutuhan khusus', en: 'Accommodations', masked: false },
  'school.safety': {
    dataClass: 'RISK_SAFETY',
    id: 'Petunjuk keselamatan di sekolah',
    en: 'Safety instruction for the school',
    masked: false,
  },

  complaint: { dataClass: 'HEALTH_PSYCH', id: 'Keluhan', en: 'Complaint', masked: false },
  medicalHistoryStrangulation: {
    dataClass: 'HEALTH_PSYCH',
    id: 'Riwayat dicekik',
    en: 'History of strangulation',
    masked: false,
  },

  'incident.time': {
    dataClass: 'CHRONOLOGY',
    id: 'Waktu kejadian',
    en: 'Time of the incident',
    masked: true,
  },
  'incident.place': {
    dataClass: 'CHRONOLOGY',
    id: 'Tempat kejadian',
    en: 'Place of the incident',
    masked: false,
  },
  summary: { dataClass: 'CHRONOLOGY', id: 'Ringkasan perlu-tahu', en: 'Need-to-know summary', masked: false },
  'chronology.full': {
    dataClass: 'CHRONOLOGY',
    id: 'Kronologi menurut klien',
    en: 'Chronology as the client told it',
    masked: false,
  },
  evidenceList: { dataClass: 'CHRONOLOGY', id: 'Daftar bukti', en: 'List of evidence', masked: false },
  'reportedPerson.name': {
    dataClass: 'CHRONOLOGY',
    id: 'Nama terlapor',
    en: 'Reported person’s name',
    masked: true,
  },
  'reportedPerson.relation': {
    dataClass: 'CHRONOLOGY',
    id: 'Hubungan terlapor',
    en: 'Relation of the reported person',
    masked: false,
  },

  request: { dataClass: 'OWN_REFERRAL', id: 'Yang diminta', en: 'What is asked', masked: false },
  companion: { dataClass: 'OWN_REFERRAL', id: 'Pendamping', en: 'Companion', masked: false },
  spvPresent: {
    dataClass: 'OWN_REFERRAL',
    id: 'Surat permintaan visum',
    en: 'Police request for a report',
    masked: false,
  },
  costSource: { dataClass: 'OWN_REFERRAL', id: 'Sumber biaya', en: 'Source of cover', masked: false },
  legalQuestion: { dataClass: 'OWN_REFERRAL', id: 'Pertanyaan hukum', en: 'Legal question', masked: false },
  'school.action': {
    dataClass: 'OWN_REFERRAL',
    id: 'Tindakan sekolah',
    en: 'Action by the school',
    masked: false,
  },
} as const satisfies Record<string, FieldEntry>;

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];

export function isField(name: string): name is Field {
  return Object.hasOwn(FIELDS, name);
}

export function fieldLabel(field: Field, locale: 'id' | 'en'): string {
  return FIELDS[field][locale];
}

/**
 * What goes to nobody through a referral, at any level, with any consent. None of these is a field of the catalogue;
 * the list exists to be shown ("never shared") and to be checked by a test.
 */
export const NEVER_SHARED = {
  counsellingNotes: { id: 'Catatan konseling', en: 'Counselling notes' },
  shelterAddress: { id: 'Alamat rumah aman', en: 'Shelter address' },
  reporterIdentity: { id: 'Identitas pelapor', en: 'Reporter’s identity' },
  imagesAndChats: { id: 'Gambar dan percakapan', en: 'Images and conversations' },
  medicalResults: { id: 'Hasil pemeriksaan medis', en: 'Medical results' },
  policeFile: { id: 'Berkas polisi', en: 'Police file' },
  familyCardNumber: { id: 'Nomor kartu keluarga', en: 'Family card number' },
  otherReferrals: { id: 'Rujukan ke lembaga lain', en: 'Referrals to other agencies' },
} as const;
