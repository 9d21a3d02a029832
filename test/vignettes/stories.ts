/**
 * The six vignettes as a counsellor would enter them. Inputs only: what must come out stands in vignettes-shared.md.
 * All persons are invented; canary words in each text let the tests see what crossed to whom.
 */
export interface Step {
  at: string;
  who: string;
  act:
    | { kind: 'consent'; body: Record<string, unknown> }
    | { kind: 'refer'; name: string; body: Record<string, unknown> & { toAgency: string } }
    | { kind: 'send' | 'receipt' | 'acceptance'; name: string; body?: Record<string, unknown> }
    | { kind: 'milestone'; milestone: string }
    | { kind: 'withdraw'; receiverKind: string };
}

export interface Story {
  id: string;
  counselor: string;
  report: Record<string, unknown>;
  screening: Record<string, unknown>;
  steps: Step[];
}

const NARRATIVE_MARK = 'KRONOLOGI-PANJANG';

/** Scopes that a survivor usually agrees to for one receiver. */
const consent = (receiverKind: string, scopes: string[], more: Record<string, unknown> = {}) => ({
  kind: 'consent' as const,
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
});
const duty = (receiverKind: string, scopes: string[], citation: string) => ({
  kind: 'consent' as const,
  body: {
    basis: 'KEWAJIBAN_HUKUM',
    receiverKind,
    scopes,
    givenBy: 'NONE',
    howRecorded: 'LISAN',
    citation,
    toldClient: true,
  },
});

const PENDAMPING = 'pendamping@uptd-ppa';

export const STORIES: Story[] = [
  {
    id: 'V01',
    counselor: PENDAMPING,
    report: {
      channel: 'TELEPON',
      reporter: { kind: 'KELUARGA', name: 'Kakak Nuri Rekaan', phone: '0812-0000-4101' },
      receivedAt: '2026-03-20T23:10:00+07:00',
      occurredAt: '2026-03-20T18:30:00+07:00',
      clientSafeNow: 'NO',
      narrative: `${NARRATIVE_MARK} V01: adik bercerita tentang tetangga sebelah; belum mandi dan belum berganti pakaian.`,
      violenceTypes: ['SEKSUAL'],
      contexts: [],
      place: 'RUMAH_TANGGA',
      online: false,
      victims: [
        {
          name: 'Nuri Rekaan',
          sex: 'P',
          ageYears: 13,
          phone: '0812-0000-4102',
          address: 'Gang Umpama 7',
          regionCode: '16.74.02.1003',
          safeContact: {
            channel: 'TELEPON',
            value: '0812-0000-4101',
            note: 'Hanya ke kakak. Jangan HP ayah.',
          },
        },
      ],
      reportedPersons: [{ name: 'Dirgantoro Umpama', sex: 'L', ageYears: 40, relation: 'TETANGGA' }],
    },
    screening: { redFlags: ['BAHAYA_SAAT_INI', 'AKSES_MALAM_INI', 'KONTAK_SEKSUAL'], risk: 'TINGGI' },
    steps: [
      {
        at: '2026-03-20T23:20:00+07:00',
        who: PENDAMPING,
        act: consent('RSUD', ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'], {
          givenBy: 'GUARDIAN',
          guardianRelation: 'AYAH',
          childAssent: 'GIVEN',
        }),
      },
      {
        at: '2026-03-20T23:21:00+07:00',
        who: PENDAMPING,
        act: duty('POLRES', ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY'], 'UU 12/2022 Ps.41'),
      },
      {
        at: '2026-03-20T23:29:00+07:00',
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'rsud',
          body: {
            toAgency: 'rsud-igd',
            serviceCode: 'KESEHATAN',
            urgency: 'SEGERA',
            request: 'PEP, pengobatan, dan pengambilan sampel. SPV menyusul, mohon tidak menunggu.',
            purposeFields: { complaint: 'Pusing, gemetar.', spvPresent: false, costSource: 'Jamkesda' },
          },
        },
      },
      { at: '2026-03-20T23:30:00+07:00', who: PENDAMPING, act: { kind: 'send', name: 'rsud' } },
      { at: '2026-03-20T23:50:00+07:00', who: 'petugas@rsud-igd', act: { kind: 'receipt', name: 'rsud' } },
      {
        at: '2026-03-21T00:20:00+07:00',
        who: 'petugas@rsud-igd',
        act: { kind: 'acceptance', name: 'rsud', body: { responsibleName: 'Nanda Umpama' } },
      },
      {
        at: '2026-03-21T09:00:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'report.received_by_police' },
      },
      {
        at: '2026-03-21T15:00:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'protection.given' },
      },
    ],
  },
  {
    id: 'V02',
    counselor: PENDAMPING,
    report: {
      channel: 'TELEPON',
      reporter: { kind: 'KORBAN' },
      receivedAt: '2026-04-14T19:25:00+07:00',
      occurredAt: '2026-04-14T17:40:00+07:00',
      clientSafeNow: 'NO',
      narrative: `${NARRATIVE_MARK} V02: suami marah karena ingin pulang ke rumah orang tua; anak-anak melihat semuanya.`,
      violenceTypes: ['FISIK', 'PSIKIS'],
      contexts: ['KDRT'],
      place: 'RUMAH_TANGGA',
      online: false,
      victims: [
        {
          name: 'Kinanti Rekaan',
          sex: 'P',
          ageYears: 34,
          phone: '0812-0000-4201',
          address: 'Jalan Umpama 12',
          regionCode: '16.74.01.1001',
          safeContact: {
            channel: 'TELEPON',
            value: '0812-0000-4209',
            note: 'Telepon tetangga. Jangan WhatsApp.',
          },
        },
        { name: 'Anak Pertama Rekaan', sex: 'P', ageYears: 7, school: 'SD Contoh 3' },
        { name: 'Anak Kedua Rekaan', sex: 'L', ageYears: 3 },
      ],
      reportedPersons: [{ name: 'Wirasena Umpama', sex: 'L', ageYears: 38, relation: 'SUAMI_ISTRI' }],
    },
    screening: {
      redFlags: ['CEKIKAN', 'SENJATA', 'ANCAMAN_BUNUH', 'ESKALASI', 'PERPISAHAN', 'ANAK_DIANCAM'],
      risk: 'TINGGI',
    },
    steps: [
      {
        at: '2026-04-14T19:40:00+07:00',
        who: PENDAMPING,
        act: consent('RSUD', ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY']),
      },
      {
        at: '2026-04-14T19:41:00+07:00',
        who: PENDAMPING,
        act: consent('POLRES', ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY']),
      },
      {
        at: '2026-04-14T19:42:00+07:00',
        who: PENDAMPING,
        act: consent('RUMAH_AMAN', ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY']),
      },
      {
        at: '2026-04-14T20:05:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'report.received_by_police' },
      },
      {
        at: '2026-04-14T20:19:00+07:00',
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'rsud',
          body: {
            toAgency: 'rsud-igd',
            serviceCode: 'KESEHATAN',
            urgency: 'SEGERA',
            request: 'Pemeriksaan leher dan suara serak.',
            purposeFields: { complaint: 'Leher sakit, suara serak, pernah dicekik.', spvPresent: false },
          },
        },
      },
      { at: '2026-04-14T20:20:00+07:00', who: PENDAMPING, act: { kind: 'send', name: 'rsud' } },
      {
        at: '2026-04-14T21:30:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'protection.given' },
      },
      {
        at: '2026-04-14T22:15:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'shelter.entered' },
      },
      {
        at: '2026-04-15T10:00:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'protection_order.applied' },
      },
      {
        at: '2026-04-20T11:00:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'protection_order.issued' },
      },
    ],
  },
  {
    id: 'V03',
    counselor: PENDAMPING,
    report: {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'KORBAN' },
      receivedAt: '2026-06-08T10:15:00+07:00',
      clientSafeNow: 'YES',
      narrative: `${NARRATIVE_MARK} V03: sering dibentak dan didiamkan; tidak pernah memukul, tidak ada ancaman.`,
      violenceTypes: ['PSIKIS'],
      contexts: ['KDRT'],
      place: 'RUMAH_TANGGA',
      online: false,
      victims: [
        {
          name: 'Puri Rekaan',
          sex: 'P',
          ageYears: 41,
          phone: '0812-0000-4301',
          safeContact: {
            channel: 'TELEPON',
            value: '0812-0000-4301',
            window: '12.00-13.00',
            note: 'Jangan ke tempat kerja.',
          },
        },
      ],
      reportedPersons: [{ name: 'Hardana Umpama', sex: 'L', relation: 'SUAMI_ISTRI' }],
    },
    screening: { redFlags: [], risk: 'RENDAH' },
    steps: [
      { at: '2026-06-09T08:50:00+07:00', who: PENDAMPING, act: consent('LBH', ['IDENTITY', 'RISK_SAFETY']) },
      {
        at: '2026-06-09T08:59:00+07:00',
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'lbh',
          body: {
            toAgency: 'lbh-contoh',
            serviceCode: 'BANTUAN_HUKUM',
            urgency: 'BIASA',
            request: 'Informasi hak dalam perkawinan.',
            purposeFields: { legalQuestion: 'Apa hak saya bila ingin berpisah baik-baik?' },
          },
        },
      },
      { at: '2026-06-09T09:00:00+07:00', who: PENDAMPING, act: { kind: 'send', name: 'lbh' } },
      { at: '2026-06-09T14:00:00+07:00', who: 'petugas@lbh-contoh', act: { kind: 'receipt', name: 'lbh' } },
      {
        at: '2026-06-10T09:30:00+07:00',
        who: 'petugas@lbh-contoh',
        act: { kind: 'acceptance', name: 'lbh', body: { responsibleName: 'Arif Umpama' } },
      },
    ],
  },
  {
    id: 'V04',
    counselor: PENDAMPING,
    report: {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'ORANG_TUA' },
      receivedAt: '2026-05-13T14:20:00+07:00',
      clientSafeNow: 'NO',
      narrative: `${NARRATIVE_MARK} V04: diterima kerja lewat lowongan; kartu identitas disimpan pemilik, ongkos menjadi utang.`,
      violenceTypes: ['TRAFFICKING', 'EKSPLOITASI', 'PSIKIS'],
      contexts: [],
      place: 'TEMPAT_KERJA',
      online: false,
      victims: [{ name: 'Tari Rekaan', sex: 'P', ageYears: 21, phone: '0812-0000-4401' }],
      reportedPersons: [{ name: 'Saskara Umpama', sex: 'L', relation: 'MAJIKAN' }],
    },
    screening: {
      redFlags: ['BAHAYA_SAAT_INI'],
      risk: 'TINGGI',
      recruitment: ['JobOffer', 'Internet'],
      control: [
        'DebtBondage',
        'WithholdsDocuments',
        'TakesEarnings',
        'RestrictsMovement',
        'RestrictsMedicalCare',
        'ExcessiveWorkingHours',
        'FalsePromises',
        'Threats',
      ],
    },
    steps: [
      {
        at: '2026-05-13T14:20:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'tppo.first_help_needed' },
      },
      {
        at: '2026-05-13T15:00:00+07:00',
        who: PENDAMPING,
        act: consent('DINSOS', ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY']),
      },
      {
        at: '2026-05-13T15:29:00+07:00',
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'dinsos',
          body: {
            toAgency: 'dinsos-rehab',
            serviceCode: 'REHABILITASI_SOSIAL',
            urgency: 'SEGERA',
            request: 'Rehabilitasi sosial dan tempat sementara.',
            summary:
              'Indikasi perdagangan orang, perlu identifikasi lanjut. Tidak boleh kembali ke tempat kerja.',
          },
        },
      },
      { at: '2026-05-13T15:30:00+07:00', who: PENDAMPING, act: { kind: 'send', name: 'dinsos' } },
      {
        at: '2026-05-13T16:10:00+07:00',
        who: 'petugas@dinsos-rehab',
        act: { kind: 'receipt', name: 'dinsos' },
      },
      {
        at: '2026-05-13T20:00:00+07:00',
        who: 'petugas@dinsos-rehab',
        act: { kind: 'acceptance', name: 'dinsos', body: { responsibleName: 'Bagus Reka' } },
      },
      {
        at: '2026-05-18T10:00:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'lpsk.requested' },
      },
    ],
  },
  {
    id: 'V05',
    counselor: PENDAMPING,
    report: {
      channel: 'WHATSAPP',
      reporter: { kind: 'KORBAN' },
      receivedAt: '2026-12-23T16:10:00+07:00',
      // The last known event (a picture was sent) starts no clinical clock: no physical contact is reported.
      knownAt: '2026-12-23T13:00:00+07:00',
      clientSafeNow: 'UNKNOWN',
      narrative: `${NARRATIVE_MARK} V05: mantan pacar mengancam menyebar foto; sempat menulis ingin menghilang.`,
      violenceTypes: ['SEKSUAL', 'PSIKIS'],
      contexts: ['KBGO'],
      place: 'LAINNYA',
      online: true,
      victims: [
        {
          name: 'Sekar Rekaan',
          sex: 'P',
          ageYears: 17,
          phone: '0812-0000-4501',
          school: 'SMA Contoh 1',
          safeContact: { channel: 'WHATSAPP', value: '0812-0000-4501', window: 'sesudah 16.00' },
        },
      ],
      reportedPersons: [{ name: 'Baskara Umpama', sex: 'L', ageYears: 19, relation: 'PACAR_TEMAN' }],
    },
    screening: { redFlags: ['BUNUH_DIRI', 'GAMBAR_DARING'], risk: 'TINGGI' },
    steps: [
      {
        at: '2026-12-23T16:30:00+07:00',
        who: PENDAMPING,
        act: consent('RSUD', ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'], {
          givenBy: 'GUARDIAN',
          guardianRelation: 'IBU',
          childAssent: 'GIVEN',
        }),
      },
      {
        at: '2026-12-23T16:31:00+07:00',
        who: PENDAMPING,
        act: consent('DISDIKBUD', ['IDENTITY', 'RISK_SAFETY'], {
          givenBy: 'GUARDIAN',
          guardianRelation: 'IBU',
          childAssent: 'GIVEN',
        }),
      },
      {
        at: '2026-12-23T16:39:00+07:00',
        who: PENDAMPING,
        act: {
          kind: 'refer',
          name: 'rsud',
          body: {
            toAgency: 'rsud-igd',
            serviceCode: 'PSIKOLOG_KLINIS',
            urgency: 'SEGERA',
            request: 'Penilaian segera: ada ucapan ingin menghilang.',
            summary: 'Ancaman penyebaran gambar pribadi oleh mantan pacar.',
          },
        },
      },
      { at: '2026-12-23T16:40:00+07:00', who: PENDAMPING, act: { kind: 'send', name: 'rsud' } },
      { at: '2026-12-23T17:05:00+07:00', who: 'petugas@rsud-igd', act: { kind: 'receipt', name: 'rsud' } },
      {
        at: '2026-12-23T18:00:00+07:00',
        who: 'petugas@rsud-igd',
        act: { kind: 'acceptance', name: 'rsud', body: { responsibleName: 'Nanda Umpama' } },
      },
      {
        at: '2026-12-24T09:30:00+07:00',
        who: PENDAMPING,
        act: { kind: 'milestone', milestone: 'report.received_by_police' },
      },
      {
        at: '2026-12-28T09:00:00+07:00',
        who: PENDAMPING,
        act: { kind: 'withdraw', receiverKind: 'DISDIKBUD' },
      },
    ],
  },
  {
    id: 'V06',
    counselor: 'konselor@puspaga',
    report: {
      channel: 'PUSPAGA',
      reporter: { kind: 'ORANG_TUA', name: 'Ibu Raka Rekaan' },
      receivedAt: '2026-06-02T09:05:00+07:00',
      clientSafeNow: 'YES',
      narrative: `${NARRATIVE_MARK} V06: beda cara soal gawai; ditanya terpisah, di rumah dan sekolah aman.`,
      violenceTypes: [],
      contexts: ['KELUARGA_TANPA_KEKERASAN'],
      victims: [{ name: 'Raka Rekaan', sex: 'L', ageYears: 14 }],
      reportedPersons: [],
    },
    screening: { redFlags: [], risk: 'RENDAH' },
    steps: [],
  },
];
