/** One thing that somebody did, so many hours before now. */
export interface DemoStep {
  hoursAgo: number;
  /** `mailbox@agency` of a demo account. */
  who: string;
  act:
    | { kind: 'consent'; body: object }
    | { kind: 'refer'; name: string; toAgency: string; body: object }
    | { kind: 'referral'; name: string; act: string; body?: object }
    | { kind: 'milestone'; milestone: string }
    | { kind: 'note'; text: string };
}

export interface DemoStory {
  hoursAgo: number;
  who: string;
  report: object;
  screening?: object;
  steps: DemoStep[];
}

const PENDAMPING = 'pendamping@uptd-ppa';

const consent = (
  hoursAgo: number,
  who: string,
  receiverKind: string,
  scopes: string[],
  more: object = {},
): DemoStep => ({
  hoursAgo,
  who,
  act: {
    kind: 'consent',
    body: {
      basis: 'PERSETUJUAN',
      answer: 'GIVEN',
      receiverKind,
      scopes,
      givenBy: 'SELF',
      howRecorded: 'LISAN',
      ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
      ...more,
    },
  },
});
const referral = (hoursAgo: number, who: string, name: string, act: string, body?: object): DemoStep => ({
  hoursAgo,
  who,
  act: { kind: 'referral', name, act, body },
});
const ALL = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'];

/** Invented cases of two offices, so that every screen has something to show: late, due, waiting, asked, refused, done, new. */
export const DEMO_STORIES: DemoStory[] = [
  {
    hoursAgo: 74,
    who: PENDAMPING,
    report: {
      channel: 'TELEPON',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'NO',
      narrative:
        'Klien menelepon dari rumah tetangga. Suami marah ketika klien bilang ingin pulang ke rumah orang tua.',
      violenceTypes: ['FISIK', 'PSIKIS'],
      contexts: ['KDRT'],
      place: 'RUMAH_TANGGA',
      victims: [
        {
          name: 'Sari Umpama',
          nik: '1674015206959971',
          sex: 'P',
          birthDate: '1995-06-12',
          phone: '0812-0000-3101',
          address: 'Jalan Contoh 12',
          regionCode: '16.74.01.1001',
          safeContact: {
            channel: 'TELEPON',
            value: '0812-0000-3109',
            window: '10.00-12.00',
            note: 'Jangan WhatsApp. Telepon tetangga.',
          },
        },
      ],
      reportedPersons: [{ name: 'Danu Umpama', sex: 'L', ageYears: 36, relation: 'SUAMI_ISTRI' }],
    },
    screening: { redFlags: ['ANCAMAN_BUNUH', 'ESKALASI'], risk: 'TINGGI' },
    steps: [
      consent(73.5, PENDAMPING, 'RSUD', ALL),
      consent(73.5, PENDAMPING, 'POLRES', ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY']),
      {
        hoursAgo: 73,
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'rsud',
          toAgency: 'rsud-igd',
          body: {
            serviceCode: 'KESEHATAN',
            urgency: 'SEGERA',
            request: 'Pemeriksaan dan surat keterangan medis.',
            purposeFields: { complaint: 'Nyeri lengan, pusing.', spvPresent: false, costSource: 'Jamkesda' },
          },
        },
      },
      referral(73, PENDAMPING, 'rsud', 'sending'),
      {
        hoursAgo: 52,
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'polres',
          toAgency: 'polres-ppa',
          body: {
            serviceCode: 'PENEGAKAN_HUKUM',
            urgency: 'SEGERA',
            request: 'Penerimaan laporan dan perlindungan sementara.',
            summary: 'Kekerasan dalam rumah tangga, ancaman, risiko tinggi.',
          },
        },
      },
      referral(52, PENDAMPING, 'polres', 'sending'),
      referral(72, 'petugas@rsud-igd', 'rsud', 'receipt'),
      referral(70, 'petugas@rsud-igd', 'rsud', 'acceptance', { responsibleName: 'Nanda Umpama' }),
      referral(48, 'petugas@rsud-igd', 'rsud', 'service-start', {}),
      {
        hoursAgo: 46,
        who: PENDAMPING,
        act: { kind: 'note', text: 'Klien sudah diperiksa dan bermalam di rumah saudara.' },
      },
    ],
  },
  {
    hoursAgo: 26,
    who: PENDAMPING,
    report: {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'ORANG_TUA', name: 'Ibu Melati Contoh', phone: '0812-0000-3201' },
      clientSafeNow: 'YES',
      narrative: 'Ibu melapor atas nama anaknya. Cerita anak belum digali lebih jauh; menunggu psikolog.',
      violenceTypes: ['SEKSUAL'],
      contexts: [],
      place: 'LAINNYA',
      victims: [
        { name: 'Melati Contoh', sex: 'P', ageYears: 12, school: 'SD Contoh 5', regionCode: '16.74.02.1003' },
      ],
      reportedPersons: [{ name: 'Kenalan Umpama', sex: 'L', ageYears: 41, relation: 'TETANGGA' }],
    },
    screening: { redFlags: ['KONTAK_SEKSUAL'], risk: 'TINGGI' },
    steps: [
      consent(25.5, PENDAMPING, 'RSUD', ALL, {
        givenBy: 'GUARDIAN',
        guardianRelation: 'IBU',
        childAssent: 'GIVEN',
      }),
      {
        hoursAgo: 25,
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'rsud',
          toAgency: 'rsud-igd',
          body: {
            serviceCode: 'KESEHATAN',
            urgency: 'SEGERA',
            request: 'Pemeriksaan segera oleh petugas perempuan. Tidak menunggu SPV.',
            purposeFields: { complaint: 'Pusing, sulit tidur.', spvPresent: false },
          },
        },
      },
      referral(25, PENDAMPING, 'rsud', 'sending'),
      referral(24.5, 'petugas@rsud-igd', 'rsud', 'receipt'),
      referral(23, 'petugas@rsud-igd', 'rsud', 'acceptance', { responsibleName: 'Nanda Umpama' }),
    ],
  },
  {
    hoursAgo: 210,
    who: PENDAMPING,
    report: {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative: 'Klien ingin tahu haknya dan cara bicara dengan suami. Tidak takut pulang.',
      violenceTypes: ['PSIKIS'],
      contexts: ['KDRT'],
      place: 'RUMAH_TANGGA',
      victims: [
        {
          name: 'Wulan Reka',
          sex: 'P',
          ageYears: 41,
          phone: '0812-0000-3301',
          safeContact: {
            channel: 'TELEPON',
            value: '0812-0000-3301',
            window: '12.00-13.00',
            note: 'Jangan ke tempat kerja.',
          },
        },
      ],
      reportedPersons: [{ name: 'Hadi Reka', sex: 'L', relation: 'SUAMI_ISTRI' }],
    },
    screening: { redFlags: [], risk: 'RENDAH' },
    steps: [
      consent(209, PENDAMPING, 'LBH', ['IDENTITY', 'RISK_SAFETY']),
      consent(3, PENDAMPING, 'DINKES', ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY']),
      {
        hoursAgo: 208,
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'lbh',
          toAgency: 'lbh-contoh',
          body: {
            serviceCode: 'BANTUAN_HUKUM',
            urgency: 'BIASA',
            request: 'Informasi hak dalam perkawinan.',
            purposeFields: { legalQuestion: 'Apa hak saya bila ingin berpisah baik-baik?' },
          },
        },
      },
      referral(208, PENDAMPING, 'lbh', 'sending'),
      referral(190, 'petugas@lbh-contoh', 'lbh', 'acceptance', { responsibleName: 'Arif Umpama' }),
      referral(120, 'petugas@lbh-contoh', 'lbh', 'service-start', {}),
      referral(44, 'petugas@lbh-contoh', 'lbh', 'completion', {
        outcome: 'SELESAI',
        text: 'Konsultasi selesai; klien menerima lembar hak.',
      }),
      {
        hoursAgo: 2.5,
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'dinkes',
          toAgency: 'dinkes',
          body: {
            serviceCode: 'KESEHATAN',
            urgency: 'BIASA',
            request: 'Pemeriksaan kesehatan dan keluhan sulit tidur.',
            purposeFields: { complaint: 'Sulit tidur, mudah lelah.', costSource: 'JKN' },
          },
        },
      },
      referral(2.5, PENDAMPING, 'dinkes', 'sending'),
    ],
  },
  {
    hoursAgo: 122,
    who: PENDAMPING,
    report: {
      channel: 'SAPA129',
      reporter: { kind: 'INSTANSI' },
      externalRef: 'SAPA-CONTOH-0001',
      clientSafeNow: 'YES',
      narrative: 'Diteruskan dari SAPA. Klien pulang dari tempat kerja yang menahan kartu identitasnya.',
      violenceTypes: ['TRAFFICKING', 'EKSPLOITASI'],
      contexts: [],
      place: 'TEMPAT_KERJA',
      victims: [{ name: 'Intan Hikayat', sex: 'P', ageYears: 22, phone: '0812-0000-3401' }],
      reportedPersons: [{ sex: 'L', relation: 'MAJIKAN' }],
    },
    screening: {
      redFlags: ['BAHAYA_SAAT_INI'],
      risk: 'TINGGI',
      recruitment: ['JobOffer'],
      control: ['WithholdsDocuments', 'DebtBondage'],
    },
    steps: [
      consent(121, PENDAMPING, 'DINSOS', ALL),
      {
        hoursAgo: 120,
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'dinsos',
          toAgency: 'dinsos-rehab',
          body: {
            serviceCode: 'REHABILITASI_SOSIAL',
            urgency: 'SEGERA',
            request: 'Rehabilitasi sosial dan tempat sementara.',
            summary: 'Indikasi perdagangan orang, perlu identifikasi lanjut.',
          },
        },
      },
      referral(120, PENDAMPING, 'dinsos', 'sending'),
      referral(119, 'petugas@dinsos-rehab', 'dinsos', 'receipt'),
      referral(20, 'petugas@dinsos-rehab', 'dinsos', 'question', {
        text: 'Apakah klien membawa pakaian dan obat? Perlu penjemputan?',
      }),
    ],
  },
  {
    hoursAgo: 100,
    who: 'pendamping2@uptd-ppa',
    report: {
      channel: 'RUJUKAN_MASUK',
      reporter: { kind: 'GURU' },
      clientSafeNow: 'YES',
      narrative: 'Guru melihat memar dan bertanya. Anak bercerita tentang hukuman di rumah.',
      violenceTypes: ['FISIK'],
      contexts: [],
      place: 'RUMAH_TANGGA',
      victims: [
        { name: 'Bima Fiksi', sex: 'L', ageYears: 9, school: 'SD Contoh 2', regionCode: '16.74.05.1003' },
      ],
      reportedPersons: [{ name: 'Paman Fiksi', sex: 'L', relation: 'KELUARGA_SAUDARA' }],
    },
    screening: { redFlags: ['LAPORAN_SEBELUMNYA'], risk: 'SEDANG' },
    steps: [
      consent(98, 'pendamping2@uptd-ppa', 'PUSKESMAS', ALL, {
        givenBy: 'GUARDIAN',
        guardianRelation: 'IBU',
        childAssent: 'GIVEN',
      }),
      {
        hoursAgo: 97,
        who: 'pendamping2@uptd-ppa',
        act: {
          kind: 'refer',
          name: 'puskesmas',
          toAgency: 'puskesmas-barat',
          body: {
            serviceCode: 'KESEHATAN',
            urgency: 'BIASA',
            request: 'Pemeriksaan memar.',
            purposeFields: { complaint: 'Memar di lengan.' },
          },
        },
      },
      referral(97, 'pendamping2@uptd-ppa', 'puskesmas', 'sending'),
      referral(28, 'petugas@puskesmas-barat', 'puskesmas', 'rejection', {
        reason: 'KAPASITAS_PENUH',
        note: 'Dokter sedang dinas luar sampai pekan depan.',
      }),
    ],
  },
  {
    hoursAgo: 150,
    who: 'konselor@puspaga',
    report: {
      channel: 'PUSPAGA',
      reporter: { kind: 'ORANG_TUA' },
      clientSafeNow: 'YES',
      narrative: 'Orang tua beda cara soal gawai. Ditanya terpisah: di rumah dan sekolah aman.',
      violenceTypes: [],
      contexts: ['KELUARGA_TANPA_KEKERASAN'],
      victims: [{ name: 'Rangga Contoh', sex: 'L', ageYears: 14 }],
    },
    screening: { redFlags: [], risk: 'RENDAH' },
    steps: [],
  },
  {
    hoursAgo: 1.5,
    who: 'konselor@uptd-ppa',
    report: {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative:
        'Klien datang bersama kakaknya. Mantan atasan terus mengirim pesan yang membuatnya takut ke kantor.',
      violenceTypes: ['PSIKIS'],
      contexts: [],
      place: 'TEMPAT_KERJA',
      victims: [
        {
          name: 'Kinanti Reka',
          sex: 'P',
          ageYears: 26,
          phone: '0812-0000-3601',
          safeContact: {
            channel: 'TELEPON',
            value: '0812-0000-3601',
            window: '17.00-19.00',
            note: 'Jangan telepon kantor.',
          },
        },
      ],
      reportedPersons: [{ sex: 'L', relation: 'MAJIKAN' }],
    },
    steps: [],
  },
];
