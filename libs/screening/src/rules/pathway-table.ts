import {
  adultWoman,
  all,
  any,
  anyAdult,
  anyChild,
  bodilySexual,
  context,
  flag,
  highRisk,
  not,
  notLowRisk,
  track,
  violence,
  withinClinicalWindow,
  type Condition,
} from './pathway-conditions.js';
import type { PathRow } from './pathway.js';
import {
  firstHour,
  LEGAL_AID,
  POLICE_REPORT,
  PSYCHOLOGIST,
  SCHOOL,
  within24h,
  within7d,
  WITNESS_PROTECTION,
  words,
} from './pathway-rows.js';

/** One kind of case with its rows; a case may be of several kinds, and then the rows of each count once. */
export interface Path {
  when: Condition;
  rows: readonly PathRow[];
}

/** Families without violence stay with PUSPAGA. */
export const FAMILY_PATH: readonly PathRow[] = [
  firstHour('PUSPAGA', ['KONSULTASI_KELUARGA'], 'Keluarga tanpa kekerasan.', 'Family without violence.'),
  within24h('PUSPAGA', ['KONSULTASI_KELUARGA'], 'Jadwalkan sesi berikutnya.', 'Make the next appointment.'),
];

const TRAFFICKING: Path = {
  when: track('TPPO'),
  rows: [
    firstHour(
      'UPTD_PPA',
      ['PENDAMPINGAN', 'ASESMEN'],
      'Keselamatan: pisahkan dari pengantar.',
      'Safety: apart from the escort.',
    ),
    firstHour(
      'PUSKESMAS',
      ['KESEHATAN'],
      'Pertolongan pertama, hari yang sama.',
      'First help, the same day.',
    ),
    firstHour(
      'POLRES',
      ['PENEGAKAN_HUKUM'],
      'Perlindungan dari pengantar dan perekrut.',
      'Protection from escort and recruiter.',
    ),
    within24h(
      'POLRES',
      ['PENEGAKAN_HUKUM'],
      'Identifikasi lanjut dan laporan polisi.',
      'Further identification, police report.',
    ),
    within24h(
      'DINSOS',
      ['REHABILITASI_SOSIAL', 'PEMULANGAN'],
      'Rehabilitasi paling lambat 7 hari (UU 21/2007 Ps.52).',
      'Rehabilitation within 7 days (Act 21/2007 Art. 52).',
    ),
    within24h(
      'GUGUS_TUGAS_TPPO',
      [],
      'Angka untuk gugus tugas, bukan nama.',
      'Figures for the task force, no names.',
      { figuresOnly: true },
    ),
    WITNESS_PROTECTION,
    within7d(
      'DUKCAPIL',
      ['ADMINDUK'],
      'Dokumen pengganti, tanpa cerita kasus.',
      'Replacement papers, without the story.',
    ),
    within7d('UPTD_PPA_LAIN', ['PENGADUAN'], 'Kota tempat kejadian.', 'The city where it happened.'),
  ],
};

const SEXUAL_BODILY: Path = {
  when: bodilySexual,
  rows: [
    firstHour(
      'RSUD',
      ['KESEHATAN', 'VISUM'],
      'PEP, pengobatan, sampel: dihitung dari waktu kejadian, tidak menunggu SPV.',
      'PEP, treatment, samples: counted from the incident, not waiting for a police request.',
      { when: withinClinicalWindow },
    ),
    firstHour(
      'UPTD_PPA',
      ['PENDAMPINGAN', 'ASESMEN'],
      'Keselamatan dan pendampingan.',
      'Safety and accompaniment.',
    ),
    firstHour(
      'POLRES',
      ['PERLINDUNGAN_SEMENTARA', 'PENEGAKAN_HUKUM'],
      'Perlindungan dan permintaan visum.',
      'Protection and request for the forensic report.',
      { when: notLowRisk },
    ),
    POLICE_REPORT,
    PSYCHOLOGIST,
    within24h('RSUD', ['KESEHATAN'], 'Pemeriksaan kesehatan.', 'Medical examination.', {
      when: not(withinClinicalWindow),
    }),
    WITNESS_PROTECTION,
    SCHOOL,
  ],
};

const ON_SCREEN: Path = {
  when: any(context('KBGO'), all(violence('SEKSUAL'), not(bodilySexual))),
  rows: [
    firstHour(
      'UPTD_PPA',
      ['ASESMEN', 'KONSELING'],
      'Keselamatan, amankan bukti.',
      'Safety, keep the evidence.',
    ),
    firstHour(
      'RSUD',
      ['PSIKOLOG_KLINIS', 'KESEHATAN'],
      'Ucapan bunuh diri tidak menunggu.',
      'Suicide talk does not wait.',
      { when: flag('BUNUH_DIRI') },
    ),
    POLICE_REPORT,
    within24h(
      'POLRES',
      ['PENEGAKAN_HUKUM'],
      'Laporan polisi, atas kehendak klien.',
      'Police report, at the wish of the client.',
      { when: not(violence('SEKSUAL')) },
    ),
    PSYCHOLOGIST,
    within7d(
      null,
      ['PENGHAPUSAN_KONTEN'],
      'Permohonan hapus konten (UU 12/2022).',
      'Request to take the content down (Act 12/2022).',
    ),
    SCHOOL,
  ],
};

const HOME_HIGH_RISK: Path = {
  when: all(context('KDRT'), anyAdult, highRisk),
  rows: [
    firstHour(
      'POLRES',
      ['PERLINDUNGAN_SEMENTARA', 'PENEGAKAN_HUKUM'],
      'Perlindungan sementara wajib 1x24 jam (UU 23/2004 Ps.16).',
      'Temporary protection is due within 24 hours (Act 23/2004 Art. 16).',
    ),
    firstHour(
      'RSUD',
      ['KESEHATAN', 'VISUM'],
      'Pengobatan sekarang; SPV menyusul.',
      'Treatment now; the police request may follow.',
    ),
    firstHour(
      'RUMAH_AMAN',
      ['PENAMPUNGAN_SEMENTARA'],
      'Tempat aman malam ini. Alamat rahasia.',
      'A safe place tonight. The address is secret.',
      { when: any(adultWoman, anyChild) },
    ),
    within24h(
      'RSUD',
      ['KESEHATAN', 'VISUM'],
      'Pemeriksaan ulang; bekas luka memudar.',
      'Examination again; marks fade.',
    ),
    within24h('RUMAH_AMAN', ['PENAMPUNGAN_SEMENTARA'], 'Penampungan sementara.', 'Temporary shelter.', {
      when: any(adultWoman, anyChild),
    }),
    within24h(
      'PENGADILAN_NEGERI',
      ['PERLINDUNGAN_SEMENTARA'],
      'Perintah perlindungan, lewat Polres.',
      'Protection order, through the police.',
    ),
    LEGAL_AID,
    within7d(
      'PENGADILAN_NEGERI',
      ['PERLINDUNGAN_SEMENTARA'],
      'Perintah perlindungan dan dukungan sidang.',
      'Protection order and support at court.',
    ),
    SCHOOL,
  ],
};

const HOME_OTHERWISE: Path = {
  when: all(context('KDRT'), anyAdult, not(highRisk)),
  rows: [
    firstHour(
      'UPTD_PPA',
      ['ASESMEN', 'INFORMASI_HAK'],
      'Rencana keselamatan, informasi hak.',
      'Safety plan, information on rights.',
    ),
    within24h('UPTD_PPA', ['KONSELING'], 'Konseling.', 'Counselling.'),
    within24h('PUSKESMAS', ['KESEHATAN'], 'Pemeriksaan luka.', 'Examination of injuries.', {
      when: violence('FISIK'),
    }),
    LEGAL_AID,
    within7d(
      'PUSPAGA',
      ['KONSULTASI_KELUARGA'],
      'Konseling keluarga setelah fase aman.',
      'Family counselling after the safety phase.',
      {
        condition: words(
          'Hanya setelah tapis ulang dan atas permintaan klien.',
          'Only after screening again and at the wish of the client.',
        ),
      },
    ),
  ],
};

// Children hit or neglected, the reported person often at home: a safe place first, then the social worker.
const CHILD_HARMED: Path = {
  when: all(
    anyChild,
    not(violence('SEKSUAL')),
    not(track('TPPO')),
    not(context('KBGO')),
    not(all(context('KDRT'), anyAdult)),
  ),
  rows: [
    firstHour(
      'UPTD_PPA',
      ['PENJANGKAUAN', 'ASESMEN'],
      'Keselamatan anak dan wali pengganti.',
      'Safety of the child, substitute guardian.',
    ),
    firstHour('POLRES', ['PENEGAKAN_HUKUM'], 'Anak dalam bahaya.', 'The child is in danger.', {
      when: highRisk,
    }),
    firstHour(
      'RUMAH_AMAN',
      ['PENAMPUNGAN_SEMENTARA'],
      'Tempat aman bila terlapor serumah.',
      'A safe place if the reported person lives there.',
      { when: highRisk },
    ),
    within24h('DINSOS', ['REHABILITASI_SOSIAL'], 'Peksos: laporan sosial.', 'Social worker: social report.'),
    within24h(
      'PUSKESMAS',
      ['KESEHATAN'],
      'Pemeriksaan kesehatan anak.',
      'Medical examination of the child.',
      { when: violence('FISIK', 'PENELANTARAN') },
    ),
    SCHOOL,
  ],
};

export const PATHS: readonly Path[] = [
  TRAFFICKING,
  SEXUAL_BODILY,
  ON_SCREEN,
  HOME_HIGH_RISK,
  HOME_OTHERWISE,
  CHILD_HARMED,
];

/** For violence that no path names: somebody is always suggested. */
export const OTHERWISE: readonly PathRow[] = [
  firstHour(
    'UPTD_PPA',
    ['ASESMEN', 'INFORMASI_HAK'],
    'Keselamatan, hak, dan asesmen.',
    'Safety, rights and assessment.',
  ),
  firstHour('POLRES', ['PENEGAKAN_HUKUM'], 'Bahaya saat ini.', 'Present danger.', { when: highRisk }),
  within24h('PUSKESMAS', ['KESEHATAN'], 'Pemeriksaan luka.', 'Examination of injuries.', {
    when: violence('FISIK'),
  }),
  LEGAL_AID,
];
