import type { Field } from './field-catalogue.js';
import type { SharedKind } from './shared-entries.js';

/**
 * Words for the person whom it is about, on paper: who got what, when, why. No codes, no names of people, none of our
 * own terms; nothing that says what happened to her. Read at home it must not tell more than that offices helped.
 */
export const KIND_FOR_CLIENT: Readonly<Record<SharedKind, string>> = {
  ASKED: 'Ditanya tanpa menyebut nama Anda',
  SENT: 'Data Anda dikirim',
  UPDATED: 'Data Anda diperbarui',
  ANSWERED: 'Pertanyaan penerima dijawab',
  NOTE: 'Catatan singkat dibagikan',
  PAPER: 'Surat dicetak untuk penerima',
  LINK: 'Penerima diberi tautan untuk membuka',
  OPENED: 'Penerima membuka data',
  LINK_OPENED: 'Penerima membuka lewat tautan',
  EMERGENCY: 'Dibuka dalam keadaan darurat',
  OUTSIDE: 'Identitas dibuka oleh petugas lembaga lain',
  EXPORTED: 'Catatan pemakaian data dikeluarkan',
  CLOSED: 'Penerima tidak dapat membuka lagi',
};

export const BASIS_FOR_CLIENT: Readonly<Record<string, string>> = {
  PERSETUJUAN: 'Anda, atau wali Anda, menyetujuinya.',
  KEWAJIBAN_HUKUM: 'Undang-undang mewajibkannya.',
  KEPENTINGAN_VITAL: 'Keselamatan jiwa terancam dan tidak dapat menunggu.',
  TUGAS_PUBLIK: 'Negara wajib melindungi anak.',
};

/** What a field is called where the paper may lie open: enough to ask about it, not enough to tell the story. */
export const FIELD_FOR_CLIENT: Readonly<Record<Field, string>> = {
  'identity.name': 'Nama',
  'identity.nik': 'NIK',
  'identity.birthDate': 'Tanggal lahir',
  'identity.age': 'Usia',
  'identity.sex': 'Jenis kelamin',
  'identity.phone': 'Nomor telepon',
  'identity.address': 'Alamat',
  'identity.region': 'Kelurahan/desa',
  children: 'Anak yang ikut',
  guardian: 'Wali',
  'school.name': 'Sekolah',
  safeContact: 'Cara menghubungi dengan aman',
  'risk.level': 'Keterangan keselamatan',
  'risk.flags': 'Keterangan keselamatan',
  'risk.healthFlags': 'Keterangan keselamatan',
  noContactWith: 'Keterangan keselamatan',
  accommodations: 'Kebutuhan khusus',
  'school.safety': 'Keterangan keselamatan',
  complaint: 'Keterangan kesehatan',
  medicalHistoryStrangulation: 'Keterangan kesehatan',
  'incident.time': 'Waktu dan tempat',
  'incident.place': 'Waktu dan tempat',
  summary: 'Ringkasan',
  'chronology.full': 'Cerita Anda',
  evidenceList: 'Daftar berkas',
  'reportedPerson.name': 'Keterangan tentang orang lain',
  'reportedPerson.relation': 'Keterangan tentang orang lain',
  request: 'Layanan yang diminta',
  companion: 'Petugas pendamping',
  spvPresent: 'Keterangan surat-menyurat',
  costSource: 'Sumber biaya',
  legalQuestion: 'Pertanyaan Anda',
  'school.action': 'Permintaan kepada sekolah',
};

export const CLOSED_FOR_CLIENT: Readonly<Record<string, string>> = {
  SENDER: 'Ditarik oleh pengirim.',
  CONSENT: 'Persetujuan atau dasarnya berakhir.',
};

export const PAPER_TITLE = 'Catatan pembagian data Anda';

export const PAPER_LEAD = [
  'Catatan ini menunjukkan kepada siapa data Anda dibagikan, kapan, untuk apa, dan atas dasar apa. Isi datanya sengaja ' +
    'tidak ditulis di sini.',
  'Anda berhak meminta data yang keliru diperbaiki, menarik persetujuan, dan bertanya tentang setiap baris (UU 27/2022 ' +
    'tentang Pelindungan Data Pribadi). Menarik persetujuan tidak mengurangi layanan yang Anda terima.',
];

export const PAPER_EMPTY = 'Sampai hari ini data Anda belum dibagikan kepada lembaga lain.';
