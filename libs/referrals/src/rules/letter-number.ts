/**
 * The number of a referral: `PBM-R-2026-0042`; its letter writes it as the city's rules for letters want it (`handoff`). It carries the city, the year of sending in the city's zone and
 * a running number, and nothing about whom or what: it stands on envelopes, in notifications and on screens.
 */
export function letterNumber(cityPrefix: string, year: number, running: number): string {
  if (!/^[A-Z]{2,5}$/.test(cityPrefix)) throw new Error('A city prefix has two to five capital letters');
  if (!Number.isInteger(running) || running < 1) throw new Error('Letters are numbered from 1');
  return `${cityPrefix}-R-${year}-${String(running).padStart(4, '0')}`;
}
