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
  reason?: string | null;
  /** Who decides, and who stands beside them: human beings, not accounts. */
  deciderPersonId: string;
  second?: { personId: string; mayApprove: boolean } | null;
}

export type RiskVerdict =
  | { allowed: true; suggested: RiskLevel; lowered: boolean }
  | { allowed: false; suggested: RiskLevel; code: RiskRefusal; pointer: string };

export type RiskRefusal =
  | 'screening.loweringNeedsReason'
  | 'screening.loweringNeedsSecondPerson'
  | 'screening.secondPersonIsTheFirst'
  | 'screening.secondPersonMayNotApprove';

/**
 * A counsellor raises a level alone. Choosing less than the flags suggest, or less than the level that holds now,
 * takes a reason and a second person who may approve it, counted by human being.
 */
export function decideRisk(decision: RiskDecision): RiskVerdict {
  const suggested = suggestedRisk(decision.redFlags);
  const floor = decision.earlier ? higher(suggested, decision.earlier) : suggested;
  const refuse = (code: RiskRefusal, pointer: string): RiskVerdict => ({
    allowed: false,
    suggested,
    code,
    pointer,
  });

  if (higher(decision.chosen, floor) === decision.chosen) return { allowed: true, suggested, lowered: false };
  if (!decision.reason?.trim()) return refuse('screening.loweringNeedsReason', '/reason');
  if (!decision.second) return refuse('screening.loweringNeedsSecondPerson', '/secondAccountEmail');
  if (decision.second.personId === decision.deciderPersonId)
    return refuse('screening.secondPersonIsTheFirst', '/secondAccountEmail');
  if (!decision.second.mayApprove)
    return refuse('screening.secondPersonMayNotApprove', '/secondAccountEmail');
  return { allowed: true, suggested, lowered: true };
}
