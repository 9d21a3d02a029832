import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { codes as lists } from '#codes';
import { DISCLOSURE_POLICY } from '../reviewed-policy.js';
import { carries, exceeds, policyFor, type Level } from './disclosure-policy.js';
import { FIELD_NAMES, FIELDS, NEVER_SHARED, type Field } from './field-catalogue.js';

interface Cell {
  role: string;
  data_class: string;
  access: string;
  condition: string;
  scope: string;
}

const CELLS: Cell[] = parse(
  readFileSync(new URL('../../data/visibility-matrix.csv', import.meta.url), 'utf8'),
  {
    columns: true,
  },
);

/** The role of the matrix that stands for a kind of receiver. */
const ROLE_OF: Record<string, string> = {
  UPTD_PPA: 'PENDAMPING_MANAJER_UPTD',
  RUMAH_AMAN: 'PENDAMPING_MANAJER_UPTD',
  PUSPAGA: 'KONSELOR_PUSPAGA',
  DINSOS: 'DINSOS_PIC',
  DINKES: 'KESEHATAN_PIC',
  RSUD: 'KESEHATAN_PIC',
  PUSKESMAS: 'KESEHATAN_PIC',
  DISDIKBUD: 'DISDIKBUD_PIC',
  KEMENAG: 'DISDIKBUD_PIC',
  POLRES: 'UNIT_PPA_POLRES',
  KEJAKSAAN: 'KEJAKSAAN_NEGERI',
  PENGADILAN_NEGERI: 'PENGADILAN_NEGERI',
  LPSK: 'LPSK_PROVINSI_MASYARAKAT',
  UPTD_PPA_PROVINSI: 'LPSK_PROVINSI_MASYARAKAT',
  UPTD_PPA_LAIN: 'LPSK_PROVINSI_MASYARAKAT',
  KEMENPPPA: 'LPSK_PROVINSI_MASYARAKAT',
  BAPAS: 'LPSK_PROVINSI_MASYARAKAT',
  BP3MI: 'LPSK_PROVINSI_MASYARAKAT',
  IMIGRASI: 'LPSK_PROVINSI_MASYARAKAT',
  DUKCAPIL: 'LPSK_PROVINSI_MASYARAKAT',
  LBH: 'LPSK_PROVINSI_MASYARAKAT',
  WCC: 'LPSK_PROVINSI_MASYARAKAT',
};

/** Where the matrix opens a class only in part: the fields that lie outside that part. */
const OUTSIDE_SCOPE: Record<string, readonly Field[]> = {
  CHILD_NAME_AND_SCHOOL: FIELD_NAMES.filter(
    (field) => FIELDS[field].dataClass === 'IDENTITY' && !['identity.name', 'school.name'].includes(field),
  ),
  SCHOOL_SAFETY_INSTRUCTION: FIELD_NAMES.filter(
    (field) => FIELDS[field].dataClass === 'RISK_SAFETY' && field !== 'school.safety',
  ),
  MINIMAL: ['chronology.full', 'reportedPerson.name', 'evidenceList'],
  NEED_TO_KNOW_SUMMARY: ['chronology.full', 'reportedPerson.name', 'evidenceList', 'incident.place'],
  SUMMARY: ['chronology.full', 'evidenceList'],
  SOCIAL_ONLY: ['complaint', 'medicalHistoryStrangulation'],
  VISUM_ONLY_NO_COUNSELLING_NOTES: ['complaint', 'medicalHistoryStrangulation'],
  COUNSELLING_NOTES: ['complaint', 'medicalHistoryStrangulation'],
};
/** The chronology reaches the prosecutor by the police file, not by us. */
const OUTSIDE_CONDITION: Record<string, readonly Field[]> = {
  VIA_POLICE_FILE: FIELD_NAMES.filter((field) => FIELDS[field].dataClass === 'CHRONOLOGY'),
};

function ceilingOf(access: string): Level {
  if (access === 'V' || access === 'VW') return 'FULL';
  return access === 'M' ? 'MASKED' : 'NONE';
}

const BASES = lists.of('DASAR_BERBAGI').map(({ code }) => code);
const KINDS = [...DISCLOSURE_POLICY.kinds.keys()];
const SERVICES = ['ANY', ...[...DISCLOSURE_POLICY.services.keys()].map((key) => key.split(':')[1]!)];

describe('the disclosure policy', () => {
  it.each(KINDS)('never opens more to %s than the visibility matrix does', (kind) => {
    for (const service of SERVICES) {
      const policy = policyFor(DISCLOSURE_POLICY, kind, service)!;
      for (const field of FIELD_NAMES) {
        const cell = CELLS.find(
          (one) => one.role === ROLE_OF[kind] && one.data_class === FIELDS[field].dataClass,
        );
        if (!cell) throw new Error(`The matrix has no cell for ${kind} ${FIELDS[field].dataClass}`);
        const outside =
          OUTSIDE_SCOPE[cell.scope]?.includes(field) || OUTSIDE_CONDITION[cell.condition]?.includes(field);
        const ceiling = outside ? 'NONE' : ceilingOf(cell.access);
        // What is asked of the receiver is its own referral: every receiver may see that, whatever else is closed.
        expect({ field, service, open: exceeds(policy[field].max, ceiling) }).toEqual({
          field,
          service,
          open: false,
        });
      }
    }
  });

  it('starts at or under the ceiling, and uses the middle level only where there is one', () => {
    for (const kind of KINDS)
      for (const service of SERVICES)
        for (const [field, { max, usual }] of Object.entries(policyFor(DISCLOSURE_POLICY, kind, service)!)) {
          expect(exceeds(usual, max)).toBe(false);
          if (max === 'MASKED') expect(FIELDS[field as Field].masked).toBe(true);
        }
  });

  it('names only kinds and services that exist in the code lists', () => {
    const codes: { list: string; code: string }[] = parse(
      readFileSync(new URL('../../../codes/data/codes.csv', import.meta.url), 'utf8'),
      { columns: true },
    );
    const inList = (list: string, code: string): boolean =>
      codes.some((one) => one.list === list && one.code === code);
    for (const kind of KINDS)
      expect({ kind, known: inList('JENIS_INSTANSI', kind) }).toEqual({ kind, known: true });
    for (const key of DISCLOSURE_POLICY.services.keys()) {
      const [kind, service] = key.split(':') as [string, string];
      expect(KINDS).toContain(kind);
      expect({ service, known: inList('LAYANAN', service) }).toEqual({ service, known: true });
    }
  });

  it('says of every lawful basis what it carries, and of no other', () => {
    expect([...DISCLOSURE_POLICY.withheld.keys()].sort()).toEqual([...BASES].sort());
    expect(carries(DISCLOSURE_POLICY, 'ENTAH', 'request')).toBe(false);
    // Whoever was not asked has told no story for this receiver.
    for (const basis of ['KEPENTINGAN_VITAL', 'TUGAS_PUBLIK'])
      expect(carries(DISCLOSURE_POLICY, basis, 'chronology.full')).toBe(false);
    for (const field of FIELD_NAMES) expect(carries(DISCLOSURE_POLICY, 'PERSETUJUAN', field)).toBe(true);
  });

  it('knows no packet for whoever plans, counts, inspects or runs the machines', () => {
    const planners = [
      'GUGUS_TUGAS_TPPO',
      'BAPPEDA',
      'DISKOMINFO',
      'INSPEKTORAT',
      'BAGIAN_HUKUM',
      'DINAS_PPA',
    ];
    for (const kind of [...planners, 'PENGADILAN_AGAMA', 'INSTANSI_LAIN', 'TIDAK_DIKENAL'])
      expect(policyFor(DISCLOSURE_POLICY, kind, 'KESEHATAN')).toBeNull();
  });

  it('has no field for what is never shared', () => {
    for (const never of Object.keys(NEVER_SHARED)) expect(FIELD_NAMES).not.toContain(never);
    for (const field of FIELD_NAMES)
      expect(field).not.toMatch(/counsel|shelter|reporter|visum|police|image|otherRef|hiv|card/i);
  });
});
