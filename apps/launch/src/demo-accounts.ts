import type { Actor } from '#access';

/** One password for every demo account; it is printed at each start and guards invented people only. */
export const DEMO_PASSWORD = 'simpul-demo-prabumulih';

export interface DemoAccount {
  email: string;
  displayName: string;
  role: Actor['role'];
  /** `agency_id` of agencies-prabumulih.csv or overseeing-offices.csv. */
  agencyCode: string;
}

type Person = [agencyCode: string, role: Actor['role'], mailbox: string, displayName: string];

/**
 * One person per role and agency, and nobody at puskesmas-cambai-rkt: it answers by one-time link or on paper. All of
 * them are invented, like everything in the demo.
 */
const PEOPLE: Person[] = [
  ['puspaga', 'intake_counselor', 'konselor', 'Ratna Umpama'],
  ['uptd-ppa', 'intake_counselor', 'konselor', 'Ani Contoh'],
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
  ['bappeda', 'planner', 'perencana', 'Galih Contoh'],
  ['bagian-hukum', 'legal_officer', 'hukum', 'Intan Reka'],
  ['bagian-hukum', 'legal_officer', 'kepala', 'Surya Contoh'],
  ['inspektorat', 'integrity_officer', 'integritas', 'Hesti Rekaan'],
  ['bagian-hukum', 'integrity_officer', 'integritas', 'Yusuf Andaian'],
  ['inspektorat', 'auditor', 'auditor', 'Utami Umpama'],
  ['dppkbpppa', 'data_officer', 'data', 'Hendra Fiksi'],
  ['diskominfo', 'administrator', 'admin', 'Reza Hikayat'],
];

/** Invented people; addresses are under the reserved domain `.example`, so no mail can ever reach anybody. */
export function demoAccounts(): DemoAccount[] {
  return PEOPLE.map(([agencyCode, role, mailbox, displayName]) => ({
    email: `${mailbox}@${agencyCode}.simpul.example`,
    displayName,
    role,
    agencyCode,
  }));
}
