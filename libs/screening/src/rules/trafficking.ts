/**
 * Trafficking indicators (IOM HTCDS codes) are questions put to a trained person, never a finding. The word
 * "terbukti" belongs to a court.
 */
export const TRAFFICKING_RULE_VERSION = 'trafficking/2026-1';

export interface TraffickingFacts {
  violenceTypes: readonly string[];
  /** HTCDS_METHOD_OF_RECRUITMENT and HTCDS_METHOD_OF_CONTROL codes that were told. */
  recruitment: readonly string[];
  control: readonly string[];
  /** The counsellor's own conclusion (HASIL_TAPIS_TPPO). */
  conclusion?: string | null;
  anyChild: boolean;
}

export interface TraffickingVerdict {
  /** Signs that call for further identification. */
  indicated: boolean;
  /** Puts the case on the TPPO track: only the type reported or the counsellor's conclusion does that. */
  concluded: boolean;
  words: { id: string; en: string };
}

const INDICATED = {
  id: 'Indikasi TPPO, perlu identifikasi lanjut.',
  en: 'Indications of trafficking, further identification needed.',
};
const NONE_NOW = { id: 'Tidak ada indikasi TPPO saat ini.', en: 'No indication of trafficking at present.' };

/**
 * Indicated when trafficking was reported or concluded, or when means of recruitment and of control were both told.
 * For a child the means are not needed (UU 21/2007): any one sign is enough to look further.
 */
export function traffickingVerdict(facts: TraffickingFacts): TraffickingVerdict {
  const concluded = facts.violenceTypes.includes('TRAFFICKING') || facts.conclusion === 'ADA_INDIKASI';
  const recruited = facts.recruitment.length > 0;
  const controlled = facts.control.length > 0;
  const indicated = concluded || (facts.anyChild ? recruited || controlled : recruited && controlled);
  return { indicated, concluded, words: indicated ? INDICATED : NONE_NOW };
}
