import type { Risk } from '../../api/contract';

/**
 * A hint while flags are being ticked, nothing more: the server decides, by the same table. One flag is enough for a
 * level; flags are never added up; a flag that is not in the list counts as high.
 */
const MEDIUM = [
  'USIA_DI_BAWAH_6',
  'DISABILITAS',
  'LAPORAN_SEBELUMNYA',
  'GAMBAR_DARING',
  'ESKALASI',
  'PERPISAHAN',
  'KEHAMILAN',
];
const ORDER: Risk[] = ['RENDAH', 'SEDANG', 'TINGGI'];

export function suggestedRisk(flags: readonly string[]): Risk {
  if (flags.length === 0) return 'RENDAH';
  return flags.every((flag) => MEDIUM.includes(flag)) ? 'SEDANG' : 'TINGGI';
}

/** Below it a level is only proposed: what holds now, or what flags say that the screening before did not have. */
export function floorOf(flags: readonly string[], present: Risk | null, known: readonly string[]): Risk {
  if (!present) return suggestedRisk(flags);
  const told = suggestedRisk(flags.filter((flag) => !known.includes(flag)));
  return lowerThan(told, present) ? present : told;
}

export const lowerThan = (one: Risk, other: Risk): boolean => ORDER.indexOf(one) < ORDER.indexOf(other);
