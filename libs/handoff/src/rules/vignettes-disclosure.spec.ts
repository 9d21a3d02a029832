import { describe, expect, it } from '@jest/globals';
import { disclose, packetOf, type FieldValues } from './disclose.js';
import { policyFor } from './disclosure-policy.js';
import { FIELD_NAMES, FIELDS, type Field } from './field-catalogue.js';

/** Every field has a value, so that only the policy decides what crosses. */
const EVERYTHING: FieldValues = Object.fromEntries(
  FIELD_NAMES.map((field) => [
    field,
    FIELDS[field].masked ? { full: `F ${field}`, masked: `M ${field}` } : { full: `F ${field}` },
  ]),
);

function usualPacket(kind: string, service: string): Field[] {
  const policy = policyFor(kind, service);
  return policy ? packetOf(disclose(EVERYTHING, policy, {})).map((one) => one.field) : [];
}

const WHO: Field[] = ['identity.name', 'identity.age', 'identity.sex'];
const CHRONOLOGY: Field[] = FIELD_NAMES.filter((field) => FIELDS[field].dataClass === 'CHRONOLOGY');
const HEALTH: Field[] = FIELD_NAMES.filter((field) => FIELDS[field].dataClass === 'HEALTH_PSYCH');
// "The rest of the household's story": everything that tells what happened, between whom and where.
const HOUSEHOLD: Field[] = [
  'chronology.full',
  'incident.place',
  'reportedPerson.name',
  'reportedPerson.relation',
  'risk.flags',
  'children',
  'evidenceList',
];

/** The tables "Siapa boleh melihat apa" of the six vignettes, row by row, in the catalogue's words. */
const ROWS: [vignette: string, kind: string, service: string, allowed: Field[], forbidden: Field[]][] = [
  [
    'V01',
    'RSUD',
    'KESEHATAN',
    [...WHO, 'incident.time', 'request', 'spvPresent', 'risk.level', 'safeContact'],
    ['chronology.full', 'reportedPerson.name', 'evidenceList'],
  ],
  [
    'V01',
    'POLRES',
    'PENEGAKAN_HUKUM',
    [...WHO, 'chronology.full', 'risk.level', 'risk.flags', 'request', 'spvPresent'],
    HEALTH,
  ],
  [
    'V01',
    'UPTD_PPA_PROVINSI',
    'PSIKOLOG_KLINIS',
    [...WHO, 'summary', 'risk.level', 'risk.flags'],
    ['chronology.full', 'evidenceList', 'spvPresent'],
  ],
  ['V01', 'DISDIKBUD', 'LAYANAN_SEKOLAH', [], CHRONOLOGY],
  [
    'V02',
    'POLRES',
    'PENEGAKAN_HUKUM',
    [...WHO, 'chronology.full', 'risk.level', 'risk.flags', 'request', 'spvPresent'],
    HEALTH,
  ],
  ['V02', 'RSUD', 'KESEHATAN', [...WHO, 'complaint', 'medicalHistoryStrangulation', 'spvPresent'], HOUSEHOLD],
  [
    'V02',
    'RUMAH_AMAN',
    'PENAMPUNGAN_SEMENTARA',
    [...WHO, 'children', 'risk.level', 'risk.flags', 'noContactWith'],
    ['chronology.full', 'evidenceList', 'spvPresent'],
  ],
  ['V02', 'PENGADILAN_NEGERI', 'PERLINDUNGAN_SEMENTARA', ['request', ...WHO], [...CHRONOLOGY, ...HEALTH]],
  [
    'V02',
    'DISDIKBUD',
    'LAYANAN_SEKOLAH',
    ['identity.name', 'school.name', 'school.safety', 'school.action'],
    [...CHRONOLOGY, ...HEALTH, 'identity.nik', 'identity.address', 'safeContact', 'risk.flags'],
  ],
  ['V03', 'LBH', 'BANTUAN_HUKUM', [...WHO, 'legalQuestion'], ['summary', ...HOUSEHOLD, ...HEALTH]],
  ['V03', 'PUSPAGA', 'KONSULTASI_KELUARGA', ['summary'], ['chronology.full', ...HEALTH]],
  ['V04', 'POLRES', 'PENEGAKAN_HUKUM', [...WHO, 'chronology.full'], HEALTH],
  [
    'V04',
    'DINSOS',
    'REHABILITASI_SOSIAL',
    [...WHO, 'summary', 'risk.level'],
    ['chronology.full', 'evidenceList', ...HEALTH],
  ],
  [
    'V04',
    'PUSKESMAS',
    'KESEHATAN',
    [...WHO, 'complaint'],
    ['chronology.full', 'reportedPerson.name', 'reportedPerson.relation', 'incident.place', 'risk.flags'],
  ],
  ['V04', 'GUGUS_TUGAS_TPPO', 'REHABILITASI_SOSIAL', [], FIELD_NAMES],
  [
    'V04',
    'DUKCAPIL',
    'ADMINDUK',
    ['identity.name', 'identity.nik', 'identity.birthDate', 'identity.address'],
    [...CHRONOLOGY, ...HEALTH, 'risk.level', 'risk.flags', 'safeContact'],
  ],
  ['V05', 'POLRES', 'PENEGAKAN_HUKUM', [...WHO, 'chronology.full', 'evidenceList'], HEALTH],
  [
    'V05',
    'RSUD',
    'PSIKOLOG_KLINIS',
    [...WHO, 'risk.flags', 'risk.healthFlags', 'summary'],
    ['chronology.full', 'evidenceList'],
  ],
  [
    'V05',
    'UPTD_PPA_PROVINSI',
    'PSIKOLOG_KLINIS',
    [...WHO, 'risk.flags', 'summary'],
    ['chronology.full', 'evidenceList'],
  ],
  [
    'V05',
    'DISDIKBUD',
    'LAYANAN_SEKOLAH',
    ['identity.name', 'school.name', 'school.action'],
    [...CHRONOLOGY, ...HEALTH],
  ],
];

describe('who may see what, as the vignettes say', () => {
  it.each(ROWS)('%s %s %s', (_vignette, kind, service, allowed, forbidden) => {
    const packet = usualPacket(kind, service);
    expect(allowed.filter((field) => !packet.includes(field))).toEqual([]);
    expect(forbidden.filter((field) => packet.includes(field))).toEqual([]);
  });

  it('cannot be raised past what the vignettes call never', () => {
    const school = policyFor('DISDIKBUD', 'LAYANAN_SEKOLAH')!;
    for (const field of [...CHRONOLOGY, ...HEALTH]) expect(school[field].max).toBe('NONE');
    for (const kind of ['RSUD', 'PUSKESMAS', 'DINKES'])
      expect(policyFor(kind, 'KESEHATAN')!['reportedPerson.name'].max).toBe('NONE');
    for (const field of HEALTH) expect(policyFor('POLRES', 'PENEGAKAN_HUKUM')![field].max).toBe('NONE');
  });
});
