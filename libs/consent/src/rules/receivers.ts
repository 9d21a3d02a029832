/**
 * Kinds of agency that no person may ever be made known to: they plan, count, inspect or run the machines (domain 6,
 * "never share"). The task force against trafficking gets figures per quarter and no names.
 */
export const NEVER_RECEIVE_PERSONS = [
  'GUGUS_TUGAS_TPPO',
  'BAPPEDA',
  'DISKOMINFO',
  'INSPEKTORAT',
  'BAGIAN_HUKUM',
  'DINAS_PPA',
] as const;

export function mayReceivePersons(agencyKind: string): boolean {
  return !(NEVER_RECEIVE_PERSONS as readonly string[]).includes(agencyKind);
}
