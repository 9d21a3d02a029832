import type { Role } from '#access';

/** Kinds of agency (JENIS_INSTANSI) where a role has its work; partner roles work at every agency that helps. */
const WORKS_AT: Partial<Record<Role, readonly string[]>> = {
  intake_counselor: ['UPTD_PPA', 'PUSPAGA'],
  case_worker: ['UPTD_PPA', 'PUSPAGA'],
  psychologist: ['UPTD_PPA', 'PUSPAGA'],
  supervisor: ['UPTD_PPA', 'PUSPAGA'],
  dinas_head: ['DINAS_PPA'],
  planner: ['BAPPEDA'],
  legal_officer: ['BAGIAN_HUKUM'],
  // Outside the units that hold cases: whoever guards a case against its own house does not work in it.
  integrity_officer: ['INSPEKTORAT', 'BAGIAN_HUKUM'],
  data_officer: ['DINAS_PPA'],
  auditor: ['INSPEKTORAT'],
  administrator: ['DISKOMINFO', 'DINAS_PPA'],
  // A program signs in with a key of its own, which is not made yet, and never with an e-mail and a password.
  machine_client: [],
};

/** Whether a person of that role can work at the agency: an auditor at the unit that is audited is none. */
export function roleFitsAgency(role: Role, agency: { kind: string; overseeing: boolean }): boolean {
  const kinds = WORKS_AT[role];
  return kinds ? kinds.includes(agency.kind) : !agency.overseeing && agency.kind !== 'DINAS_PPA';
}
