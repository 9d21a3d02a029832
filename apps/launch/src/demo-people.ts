import { createHash } from 'node:crypto';
import type { SeededPerson } from '#accounts';

/** One password for every demo account; printed at the start, never used outside a demo. */
export const DEMO_PASSWORD = 'simpul-demo-prabumulih';

type Person = [agencyCode: string, role: SeededPerson['role'], mailbox: string, displayName: string];

/** One person per role and agency. All of them are invented, like everything in the demo. */
const PEOPLE: Person[] = [
  ['puspaga', 'intake_counselor', 'konselor', 'Ratna Umpama'],
  ['uptd-ppa', 'case_worker', 'pendamping', 'Dewi Hikayat'],
  ['uptd-ppa', 'case_worker', 'pendamping2', 'Lestari Contoh'],
  ['uptd-ppa', 'psychologist', 'psikolog', 'Maya Reka'],
  ['uptd-ppa', 'supervisor', 'kepala', 'Herlina Fiksi'],
  ['dppkbpppa', 'dinas_head', 'kepala', 'Yusnita Umpama'],
  ['dinsos-rehab', 'agency_officer', 'petugas', 'Bagus Reka'],
  ['dinsos-rehab', 'agency_head', 'kepala', 'Anwar Hikayat'],
  ['dinkes', 'agency_officer', 'petugas', 'Sri Contoh'],
  ['dinkes', 'agency_head', 'kepala', 'Taufik Fiksi'],
  ['rsud-igd', 'agency_officer', 'petugas', 'Nanda Umpama'],
  ['rsud-igd', 'agency_head', 'kepala', 'Ilham Reka'],
  ['puskesmas-barat', 'agency_officer', 'petugas', 'Wulan Hikayat'],
  ['puskesmas-timur', 'agency_officer', 'petugas', 'Rini Fiksi'],
  ['puskesmas-cambai-rkt', 'agency_officer', 'petugas', 'Tono Contoh'],
  ['rumah-aman', 'agency_officer', 'petugas', 'Endah Umpama'],
  ['disdikbud', 'agency_officer', 'petugas', 'Joko Reka'],
  ['disdikbud', 'agency_head', 'kepala', 'Murni Fiksi'],
  ['kemenag', 'agency_officer', 'petugas', 'Salim Hikayat'],
  ['polres-ppa', 'agency_officer', 'petugas', 'Dian Contoh'],
  ['polres-ppa', 'agency_head', 'kepala', 'Rudi Umpama'],
  ['polres-spkt', 'agency_officer', 'petugas', 'Eko Fiksi'],
  ['kejari', 'agency_officer', 'petugas', 'Citra Reka'],
  ['kejari', 'agency_head', 'kepala', 'Hadi Contoh'],
  ['pn', 'agency_officer', 'petugas', 'Sari Hikayat'],
  ['pa', 'agency_officer', 'petugas', 'Fahmi Umpama'],
  ['bapas', 'agency_officer', 'petugas', 'Gita Fiksi'],
  ['lpsk', 'agency_officer', 'petugas', 'Bayu Contoh'],
  ['uptd-ppa-provinsi', 'agency_officer', 'petugas', 'Winda Reka'],
  ['uptd-ppa-lain', 'agency_officer', 'petugas', 'Putri Umpama'],
  ['kemenpppa-sapa', 'agency_officer', 'petugas', 'Laras Fiksi'],
  ['bp3mi', 'agency_officer', 'petugas', 'Rangga Hikayat'],
  ['imigrasi', 'agency_officer', 'petugas', 'Tio Contoh'],
  ['dukcapil', 'agency_officer', 'petugas', 'Yani Reka'],
  ['lbh-contoh', 'agency_officer', 'petugas', 'Arif Umpama'],
  ['wcc-contoh', 'agency_officer', 'petugas', 'Nisa Fiksi'],
];

/** Offices that take no referral and so stand in no service directory. */
const OFFICES: [code: string, kind: string, name: string, role: SeededPerson['role'], mailbox: string, person: string][] = [
  ['bappeda', 'BAPPEDA', 'Bappeda', 'planner', 'perencana', 'Galih Contoh'],
  ['bagian-hukum', 'BAGIAN_HUKUM', 'Bagian Hukum', 'legal_officer', 'hukum', 'Intan Reka'],
  ['diskominfo', 'DISKOMINFO', 'Diskominfo', 'administrator', 'admin', 'Reza Hikayat'],
  ['inspektorat', 'INSPEKTORAT', 'Inspektorat', 'auditor', 'auditor', 'Utami Umpama'],
];

/** The demo's people for the agencies that exist; e-mail addresses are under the reserved domain `.example`. */
export function demoPeople(agencies: { id: string; code: string; kind: string; name: string }[]): SeededPerson[] {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const ofAgencies = PEOPLE.flatMap(([code, role, mailbox, displayName]) => {
    const agency = byCode.get(code);
    if (!agency) return [];
    return [person(mailbox, displayName, role, agency)];
  });
  const ofOffices = OFFICES.map(([code, kind, name, role, mailbox, displayName]) =>
    person(mailbox, displayName, role, { id: officeId(code), code, kind, name }),
  );
  return [...ofAgencies, ...ofOffices];
}

function person(
  mailbox: string,
  displayName: string,
  role: SeededPerson['role'],
  agency: { id: string; code: string; kind: string; name: string },
): SeededPerson {
  return {
    email: `${mailbox}@${agency.code}.simpul.example`,
    displayName,
    role,
    agencyId: agency.id,
    agencyKind: agency.kind,
    agencyCode: agency.code,
    agencyName: agency.name,
  };
}

/** A UUID (version 8, RFC 9562) made from the code, so that every start gives an office the same id. */
function officeId(code: string): string {
  const hex = createHash('sha256').update(`simpul office ${code}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
