export const MEDIATION_RULE_VERSION = 'mediation/2026-1';

export type MediationCode =
  'REFUSED_SEXUAL_VIOLENCE' | 'REFUSED_RISK' | 'NOT_BEFORE_RESCREEN' | 'NOT_APPLICABLE' | 'ALLOWED';

export interface MediationFacts {
  mandate: string;
  tracks: readonly string[];
  violenceTypes: readonly string[];
  /** Null before the first screening. */
  risk: string | null;
  /** How many screenings of this case found RENDAH, the latest included, without a higher one in between. */
  lowScreeningsInARow: number;
}

export interface MediationVerdict {
  allowed: boolean;
  code: MediationCode;
  words: { id: string; en: string };
}

const WORDS: Record<MediationCode, { id: string; en: string }> = {
  REFUSED_SEXUAL_VIOLENCE: {
    id: 'Mediasi ditolak: kekerasan seksual tidak diselesaikan di luar peradilan (UU 12/2022).',
    en: 'Mediation is refused: sexual violence is not settled out of court (Act 12/2022).',
  },
  REFUSED_RISK: {
    id: 'Mediasi ditolak: risikonya belum rendah. Mempertemukan para pihak membahayakan klien.',
    en: 'Mediation is refused: the risk is not low. Bringing the parties together endangers the client.',
  },
  NOT_BEFORE_RESCREEN: {
    id: 'Mediasi belum dapat: tapis ulang dahulu, dan kedua pihak harus memintanya.',
    en: 'Mediation is not open yet: screen again first, and both parties must ask for it.',
  },
  NOT_APPLICABLE: {
    id: 'Mediasi tidak berlaku untuk perkara ini.',
    en: 'Mediation does not apply here.',
  },
  ALLOWED: {
    id: 'Mediasi dapat ditawarkan bila kedua pihak memintanya.',
    en: 'Mediation may be offered if both parties ask for it.',
  },
};

/**
 * Whether the service MEDIASI may be offered. Sexual violence comes first and has no exception here: for a child
 * who is reported the law's way is diversion, led by investigators and never by this unit. Trafficking counts as
 * risk, whatever the level. Children are no party to a mediation (service table: from 18 years).
 */
export function mediationVerdict(facts: MediationFacts): MediationVerdict {
  const code = mediationCode(facts);
  return { allowed: code === 'ALLOWED', code, words: WORDS[code] };
}

function mediationCode(facts: MediationFacts): MediationCode {
  if (facts.mandate === 'FAMILY') return 'NOT_APPLICABLE';
  if (facts.violenceTypes.includes('SEKSUAL')) return 'REFUSED_SEXUAL_VIOLENCE';
  if (facts.risk === 'TINGGI' || facts.risk === 'SEDANG' || facts.tracks.includes('TPPO'))
    return 'REFUSED_RISK';
  if (facts.tracks.includes('KTA')) return 'NOT_APPLICABLE';
  return facts.risk === 'RENDAH' && facts.lowScreeningsInARow >= 2 ? 'ALLOWED' : 'NOT_BEFORE_RESCREEN';
}
