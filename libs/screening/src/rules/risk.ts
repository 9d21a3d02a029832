/**
 * Own triage after Permen PPPA 2/2022's three levels, by red flags and without any score: scores are licensed
 * elsewhere (Danger Assessment) and no number may ever lower a danger. Stored with every screening.
 */
export const RISK_RULE_VERSION = 'risk/2026-1';

export const RISK_LEVELS = ['RENDAH', 'SEDANG', 'TINGGI'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/**
 * What one red flag alone says. Codes of the lists TANDA_BAHAYA_DEWASA and TANDA_BAHAYA_ANAK; a flag that no row
 * names counts as TINGGI, so that a new code can't be overlooked.
 */
export const RED_FLAGS = {
  // "Any yes on access tonight => TINGGI" (domain section 4).
  AKSES_MALAM_INI: 'TINGGI',
  BAHAYA_SAAT_INI: 'TINGGI',
  CEDERA_KEPALA_WAJAH: 'TINGGI',
  KONTAK_SEKSUAL: 'TINGGI',
  PENGASUH_TIDAK_MAMPU: 'TINGGI',
  CEKIKAN: 'TINGGI',
  SENJATA: 'TINGGI',
  ANCAMAN_BUNUH: 'TINGGI',
  BUNUH_DIRI: 'TINGGI',
  PAKSAAN_SEKSUAL: 'TINGGI',
  ANAK_DIANCAM: 'TINGGI',
  USIA_DI_BAWAH_6: 'SEDANG',
  DISABILITAS: 'SEDANG',
  LAPORAN_SEBELUMNYA: 'SEDANG',
  GAMBAR_DARING: 'SEDANG',
  ESKALASI: 'SEDANG',
  PERPISAHAN: 'SEDANG',
  KEHAMILAN: 'SEDANG',
} as const satisfies Record<string, RiskLevel>;

/** The highest level that any single flag stands for; RENDAH without flags. Flags are never added up. */
export function suggestedRisk(redFlags: readonly string[]): RiskLevel {
  return redFlags.map(levelOf).reduce(higher, 'RENDAH');
}

function levelOf(flag: string): RiskLevel {
  return Object.hasOwn(RED_FLAGS, flag) ? RED_FLAGS[flag as keyof typeof RED_FLAGS] : 'TINGGI';
}

/** The more dangerous of two levels. */
export function higher(a: RiskLevel, b: RiskLevel): RiskLevel {
  return RISK_LEVELS.indexOf(a) >= RISK_LEVELS.indexOf(b) ? a : b;
}

export interface RiskDecision {
  chosen: RiskLevel;
  redFlags: readonly string[];
  /** The level that holds now; null before the first screening. */
  earlier: RiskLevel | null;
  /**
   * Flags of the screening before. They raised the level then, or two people agreed on less in spite of them; only
   * what is told newly raises it now.
   */
  knownFlags?: readonly string[];
  reason?: string | null;
}

export type RiskVerdict =
  | { allowed: true; suggested: RiskLevel; lowered: false }
  /** A proposal; until somebody else agrees, `floor` is the level. */
  | { allowed: true; suggested: RiskLevel; lowered: true; floor: RiskLevel }
  | { allowed: false; suggested: RiskLevel; code: 'screening.loweringNeedsReason'; pointer: '/reason' };

/**
 * A counsellor raises a level alone. Choosing less than newly told flags suggest, or less than the level that holds
 * now, takes a reason, and holds only once another human being has approved it in a session of their own.
 */
export function decideRisk(decision: RiskDecision): RiskVerdict {
  const { chosen, redFlags, earlier, knownFlags = [] } = decision;
  const suggested = suggestedRisk(redFlags);
  const floor = earlier
    ? higher(suggestedRisk(redFlags.filter((flag) => !knownFlags.includes(flag))), earlier)
    : suggested;
  if (higher(chosen, floor) === chosen) return { allowed: true, suggested, lowered: false };
  if (!decision.reason?.trim())
    return { allowed: false, suggested, code: 'screening.loweringNeedsReason', pointer: '/reason' };
  return { allowed: true, suggested, lowered: true, floor };
}
