import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DISCLOSURE_POLICY } from '../reviewed-policy.js';
import { packetOf, type FieldValues } from './disclose.js';
import { carries, policyFor } from './disclosure-policy.js';
import { FIELD_NAMES, FIELDS, type DataClass, type Field } from './field-catalogue.js';
import { packetUnderBases, type Cover } from './packet-under-bases.js';

/** Goes with every referral that tells of a person: what is asked, who answers for it, how to reach her without harm. */
const STANDING: Field[] = ['request', 'companion', 'safeContact', 'risk.level', 'accommodations'];
const WHO: Field[] = ['identity.name', 'identity.age', 'identity.sex'];
const CHRONOLOGY: Field[] = FIELD_NAMES.filter((field) => FIELDS[field].dataClass === 'CHRONOLOGY');
const MEDICAL: Field[] = FIELD_NAMES.filter((field) => FIELDS[field].dataClass === 'HEALTH_PSYCH');
const STORY: Field[] = ['chronology.full', 'incident.place', 'reportedPerson.name', 'evidenceList'];
const HOUSEHOLD: Field[] = [...STORY, 'reportedPerson.relation', 'risk.flags', 'children', 'guardian'];
const AS_TOLD: Field[] = [
  ...(['chronology.full', 'incident.time', 'incident.place'] as const),
  ...(['reportedPerson.name', 'reportedPerson.relation'] as const),
];
const RISK: Field[] = ['risk.level', 'risk.flags'];

interface Row {
  /** Both cells as the shared file writes them, so that a changed vignette is read again by somebody. */
  readonly cells: readonly [allowed: string, forbidden: string];
  /** Null: no agency, so no referral can go there. */
  readonly kind: string | null;
  readonly service?: string;
  /** On what the vignette shares with this receiver; none = nothing leaves. */
  readonly basis?: 'PERSETUJUAN' | 'KEWAJIBAN_HUKUM';
  /** The allowed cell in the words of the catalogue. */
  readonly allowed?: readonly Field[];
  /** What crosses besides, with the reason why it must. */
  readonly besides?: Readonly<Partial<Record<Field, string>>>;
  /** The forbidden cell; what it names and no field holds at all cannot cross anyhow. */
  readonly forbidden: readonly Field[];
}

const NOTHING: Pick<Row, 'forbidden'> = { forbidden: FIELD_NAMES };

const ROWS: Readonly<Record<string, Row>> = {
  'V01 RSUD': {
    cells: [
      'identitas, waktu kejadian, layanan diminta (PEP, pengobatan, sampel), ada_SPV = belum, risiko dan kontak aman',
      'kronologi panjang, nama tetangga di luar kebutuhan medis, catatan konseling',
    ],
    ...{ kind: 'RSUD', service: 'KESEHATAN', basis: 'PERSETUJUAN' },
    allowed: [
      ...WHO,
      ...([
        'identity.birthDate',
        'incident.time',
        'request',
        'spvPresent',
        'risk.level',
        'safeContact',
      ] as const),
    ],
    besides: { 'risk.healthFlags': 'part of the risk: only the signs that treatment must know' },
    forbidden: HOUSEHOLD,
  },
  'V01 POLRES': {
    cells: [
      'identitas, kronologi menurut korban, risiko, permintaan SPV',
      'catatan konseling; hasil medis di luar permintaan sendiri',
    ],
    ...{ kind: 'POLRES', service: 'PENEGAKAN_HUKUM', basis: 'KEWAJIBAN_HUKUM' },
    allowed: [...WHO, 'identity.birthDate', 'identity.region', ...AS_TOLD, ...RISK, 'spvPresent'],
    besides: { guardian: 'a child of thirteen is heard with a guardian' },
    forbidden: MEDICAL,
  },
  'V01 UPTD_PPA_PROVINSI (psikolog)': {
    cells: ['identitas, ringkasan, risiko', 'berkas polisi'],
    ...{ kind: 'UPTD_PPA_PROVINSI', service: 'PSIKOLOG_KLINIS', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'summary', ...RISK],
    forbidden: [...STORY, 'spvPresent'],
  },
  'V01 Ketua RT': { cells: ['tidak ada', 'semuanya'], kind: null, ...NOTHING },
  'V01 DISDIKBUD': {
    cells: ['tidak ada sekarang', 'kronologi (tidak pernah)'],
    ...{ kind: 'DISDIKBUD', service: 'LAYANAN_SEKOLAH' },
    forbidden: CHRONOLOGY,
  },
  'V02 POLRES': {
    cells: [
      'identitas, kronologi menurut korban, risiko, permintaan SPV',
      'alamat rumah aman, catatan konseling',
    ],
    ...{ kind: 'POLRES', service: 'PENEGAKAN_HUKUM', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'identity.birthDate', 'identity.region', ...AS_TOLD, ...RISK, 'spvPresent'],
    besides: { children: 'threatened as well: the protection is for them too' },
    forbidden: MEDICAL,
  },
  'V02 RSUD': {
    cells: [
      'identitas, keluhan, riwayat dicekik (penting secara medis), ada_SPV',
      'cerita rumah tangga selebihnya, alamat rumah aman',
    ],
    ...{ kind: 'RSUD', service: 'KESEHATAN', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'identity.birthDate', 'complaint', 'medicalHistoryStrangulation', 'spvPresent'],
    besides: {
      'incident.time': 'signs of strangulation are looked for by the hours that passed',
      'risk.healthFlags': 'only the signs that treatment must know',
    },
    forbidden: HOUSEHOLD,
  },
  'V02 RUMAH_AMAN': {
    cells: ['identitas ibu dan dua anak, risiko, larangan kontak', 'berkas polisi'],
    ...{ kind: 'RUMAH_AMAN', service: 'PENAMPUNGAN_SEMENTARA', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'children', ...RISK, 'noContactWith'],
    forbidden: [...STORY, 'spvPresent'],
  },
  'V02 PENGADILAN_NEGERI': {
    cells: ['permohonan perintah perlindungan', 'catatan konseling, alamat rumah aman'],
    ...{ kind: 'PENGADILAN_NEGERI', service: 'PERLINDUNGAN_SEMENTARA', basis: 'PERSETUJUAN' },
    allowed: ['request'],
    besides: {
      'identity.name': 'an application names who is to be protected',
      'identity.age': 'the same',
      'identity.sex': 'the same',
      'identity.birthDate': 'the same',
    },
    forbidden: [...CHRONOLOGY, ...MEDICAL, 'identity.address'],
  },
  'V02 DISDIKBUD': {
    cells: ['nama anak dan sekolah, instruksi penjemputan', 'kronologi (tidak pernah)'],
    ...{ kind: 'DISDIKBUD', service: 'LAYANAN_SEKOLAH', basis: 'PERSETUJUAN' },
    allowed: ['identity.name', 'school.name', 'school.safety'],
    besides: { request: 'what is asked of it' },
    forbidden: [...CHRONOLOGY, ...MEDICAL, ...RISK, 'identity.address', 'safeContact'],
  },
  'V03 LBH': {
    cells: ['identitas, pertanyaan hukum', 'catatan konseling, rincian rumah tangga'],
    ...{ kind: 'LBH', service: 'BANTUAN_HUKUM', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'legalQuestion'],
    forbidden: ['summary', ...HOUSEHOLD, ...MEDICAL],
  },
  'V03 PUSPAGA': {
    cells: ['tidak ada sekarang; nanti ringkasan atas persetujuan', 'catatan konseling UPTD'],
    ...{ kind: 'PUSPAGA', service: 'KONSULTASI_KELUARGA' },
    forbidden: FIELD_NAMES,
  },
  'V03 POLRES': {
    cells: ['tidak ada', 'semuanya'],
    ...{ kind: 'POLRES', service: 'PENEGAKAN_HUKUM' },
    ...NOTHING,
  },
  'V03 Tempat kerja': { cells: ['tidak ada', 'semuanya'], kind: null, ...NOTHING },
  'V04 POLRES': {
    cells: [
      'identitas, kronologi menurut korban, tiga perempuan lain (satu diduga anak)',
      'catatan konseling',
    ],
    ...{ kind: 'POLRES', service: 'PENEGAKAN_HUKUM', basis: 'PERSETUJUAN' },
    // The other women stand in what the client told; they are no clients of this case.
    allowed: [...WHO, 'identity.birthDate', 'identity.region', ...AS_TOLD],
    besides: { 'risk.flags': 'who comes for her must know what to expect' },
    forbidden: MEDICAL,
  },
  'V04 DINSOS': {
    cells: ['identitas, ringkasan perlu-tahu, risiko', 'rincian eksploitasi, hasil medis'],
    ...{ kind: 'DINSOS', service: 'REHABILITASI_SOSIAL', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'identity.region', 'summary', ...RISK],
    forbidden: [...STORY, ...MEDICAL],
  },
  'V04 PUSKESMAS': {
    cells: ['identitas, keluhan', 'cerita perekrutan'],
    ...{ kind: 'PUSKESMAS', service: 'KESEHATAN', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'identity.birthDate', 'complaint'],
    besides: {
      'incident.time': 'what is examined depends on it',
      'risk.healthFlags': 'only the signs that treatment must know',
    },
    forbidden: HOUSEHOLD,
  },
  'V04 GUGUS_TUGAS_TPPO': {
    cells: ['angka per triwulan', 'nama, kelurahan'],
    ...{ kind: 'GUGUS_TUGAS_TPPO', service: 'REHABILITASI_SOSIAL', basis: 'PERSETUJUAN' },
    ...NOTHING,
  },
  'V04 DUKCAPIL': {
    cells: ['data minimum untuk KTP pengganti', 'cerita kasus'],
    ...{ kind: 'DUKCAPIL', service: 'ADMINDUK', basis: 'PERSETUJUAN' },
    allowed: [
      ...(['identity.name', 'identity.nik', 'identity.birthDate', 'identity.sex'] as const),
      ...(['identity.address', 'identity.region'] as const),
    ],
    besides: { request: 'what is asked of it', companion: 'who comes with her' },
    forbidden: [...CHRONOLOGY, ...MEDICAL, ...RISK, 'safeContact', 'accommodations'],
  },
  'V04 Pengantar ("abang")': { cells: ['tidak ada', 'bahkan keberadaan laporan'], kind: null, ...NOTHING },
  'V05 POLRES': {
    cells: [
      'identitas, kronologi menurut korban, daftar bukti',
      'catatan konseling; gambar hanya lewat tata cara penyidik',
    ],
    ...{ kind: 'POLRES', service: 'PENEGAKAN_HUKUM', basis: 'KEWAJIBAN_HUKUM' },
    allowed: [...WHO, 'identity.birthDate', 'identity.region', ...AS_TOLD, 'evidenceList'],
    besides: {
      guardian: 'a child is heard with a guardian',
      'risk.flags': 'who comes must know that she speaks of ending her life',
    },
    forbidden: MEDICAL,
  },
  'V05 RSUD / psikolog': {
    cells: ['identitas, risiko bunuh diri, ringkasan', 'gambar, percakapan'],
    ...{ kind: 'RSUD', service: 'PSIKOLOG_KLINIS', basis: 'PERSETUJUAN' },
    allowed: [...WHO, 'identity.birthDate', ...RISK, 'risk.healthFlags', 'summary'],
    forbidden: [...STORY, 'reportedPerson.relation', 'spvPresent'],
  },
  'V05 DISDIKBUD': {
    cells: ['nama anak, sekolah, tindakan yang diminta', 'kronologi, gambar (tidak pernah)'],
    ...{ kind: 'DISDIKBUD', service: 'LAYANAN_SEKOLAH', basis: 'PERSETUJUAN' },
    allowed: ['identity.name', 'school.name', 'school.action'],
    besides: { request: 'what is asked of it' },
    forbidden: [...CHRONOLOGY, ...MEDICAL, ...RISK, 'safeContact'],
  },
  'V05 Ayah': {
    cells: ['ditentukan bersama anak dan ibu; bukan otomatis', 'isi percakapan'],
    kind: null,
    ...NOTHING,
  },
  'V06 PUSPAGA': { cells: ['catatan konsultasi sendiri', '-'], kind: null, forbidden: [] },
  'V06 UPTD_PPA': {
    cells: ['tidak ada', 'semuanya'],
    ...{ kind: 'UPTD_PPA', service: 'KONSELING' },
    ...NOTHING,
  },
  'V06 DISDIKBUD / sekolah': {
    cells: ['tidak ada', 'semuanya'],
    ...{ kind: 'DISDIKBUD', service: 'LAYANAN_SEKOLAH' },
    ...NOTHING,
  },
};

/** What the cases do not hold; everything else of the catalogue is known in each of them. */
const UNKNOWN: Readonly<Record<string, readonly Field[]>> = {
  V01: ['medicalHistoryStrangulation', 'children'],
  V02: ['guardian'],
  V03: ['medicalHistoryStrangulation', 'children', 'guardian'],
  V04: ['medicalHistoryStrangulation', 'children', 'guardian'],
  V05: ['medicalHistoryStrangulation', 'children'],
  V06: ['medicalHistoryStrangulation'],
};
/** Words that the sender writes for one receiver: written where the vignette gives them, and else not. */
const WRITTEN: readonly Field[] = [
  ...(['summary', 'complaint', 'legalQuestion', 'school.action', 'school.safety', 'costSource'] as const),
  ...(['noContactWith', 'evidenceList', 'spvPresent'] as const),
];

function knownIn(vignette: string, row: Row): FieldValues {
  return Object.fromEntries(
    FIELD_NAMES.filter(
      (field) =>
        !UNKNOWN[vignette]!.includes(field) && (!WRITTEN.includes(field) || row.allowed?.includes(field)),
    ).map((field) => [
      field,
      { full: `F ${field}`, ...(FIELDS[field].masked ? { masked: `M ${field}` } : {}) },
    ]),
  );
}

function packet(vignette: string, row: Row): { fields: Field[]; missing: DataClass[] } | null {
  const policy = row.kind && policyFor(DISCLOSURE_POLICY, row.kind, row.service!);
  if (!policy) return null;
  const { basis } = row;
  const ask = (classes: readonly DataClass[]): Cover => ({
    covered: basis ? classes.map((scope) => ({ scope, basis: { id: 'one', basis } })) : [],
    missing: basis ? [] : classes.map((scope) => ({ scope, code: 'consent.missing' })),
  });
  const found = packetUnderBases(
    { values: knownIn(vignette, row), policy, levels: {} },
    { any: ask, consentOnly: ask, carries: (code, field) => carries(DISCLOSURE_POLICY, code, field) },
  );
  return {
    fields: packetOf(found.fields).map(({ field }) => field),
    missing: found.missing.map(({ dataClass }) => dataClass),
  };
}

/** The tables "Siapa boleh melihat apa" of the shared file: `V01 RSUD` -> its two cells. */
function sharedRows(): [string, readonly [string, string]][] {
  const file = new URL('../../../../test/vignettes/vignettes-shared.md', import.meta.url);
  return readFileSync(file, 'utf8')
    .split(/^## (?=V\d\d )/m)
    .slice(1)
    .flatMap((chapter) => {
      const table = /\| Penerima \| Boleh \| Tidak boleh \|\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(chapter)![1]!;
      return table
        .trim()
        .split('\n')
        .map((line): [string, readonly [string, string]] => {
          const [receiver, allowed, forbidden] = line.split('|').slice(1, -1);
          return [`${chapter.slice(0, 3)} ${receiver!.trim()}`, [allowed!.trim(), forbidden!.trim()]];
        });
    });
}

describe('who may see what, as the vignettes say', () => {
  it('is read from every line of the six, word for word', () => {
    expect(Object.fromEntries(sharedRows())).toEqual(
      Object.fromEntries(Object.entries(ROWS).map(([name, { cells }]) => [name, cells])),
    );
  });

  it.each(Object.entries(ROWS))('%s, field by field and no field more', (name, row) => {
    const found = packet(name.slice(0, 3), row);
    if (!row.kind || !found) {
      // No kind of agency, or one that is told of no person: there is nothing a referral could carry.
      expect([found, row.allowed]).toEqual([null, undefined]);
      return;
    }
    if (!row.basis) {
      // Without a basis for this receiver every class of the packet is missing, and nothing is sent.
      expect(new Set(found.missing)).toEqual(new Set(found.fields.map((field) => FIELDS[field].dataClass)));
      expect(found.missing).toContain('OWN_REFERRAL');
      return;
    }
    const whoCares = policyFor(DISCLOSURE_POLICY, row.kind, row.service!)!['safeContact'].max === 'FULL';
    const besides = Object.keys(row.besides ?? {}) as Field[];
    const expected = new Set([...(row.allowed ?? []), ...besides, ...(whoCares ? STANDING : [])]);
    expect([...found.fields].sort()).toEqual([...expected].sort());
    expect(row.forbidden.filter((field) => found.fields.includes(field))).toEqual([]);
  });

  it('gives PUSPAGA the summary once the client of V03 agrees, and nothing of the unit’s notes', () => {
    const later: Row = { ...ROWS['V03 PUSPAGA']!, basis: 'PERSETUJUAN', allowed: ['summary'] };
    expect(packet('V03', later)!.fields.sort()).toEqual(
      [...WHO, 'accommodations', 'companion', 'request', 'safeContact', 'summary'].sort(),
    );
  });

  it('cannot be raised past what the vignettes call never', () => {
    const school = policyFor(DISCLOSURE_POLICY, 'DISDIKBUD', 'LAYANAN_SEKOLAH')!;
    for (const field of [...CHRONOLOGY, ...MEDICAL]) expect(school[field].max).toBe('NONE');
    for (const kind of ['RSUD', 'PUSKESMAS', 'DINKES'])
      expect(policyFor(DISCLOSURE_POLICY, kind, 'KESEHATAN')!['reportedPerson.name'].max).toBe('NONE');
    const police = policyFor(DISCLOSURE_POLICY, 'POLRES', 'PENEGAKAN_HUKUM')!;
    for (const field of MEDICAL) expect(police[field].max).toBe('NONE');
  });
});
