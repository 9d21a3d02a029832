export const FAMILY_WITHOUT_VIOLENCE = 'KELUARGA_TANPA_KEKERASAN';
const SEXUAL_VIOLENCE_CRIME = 'TPKS';
const CHILD_OFFENDER = 'ABH';

export interface ContextFacts {
  contexts: readonly string[];
  violenceTypes: readonly string[];
  /** Age in years of each reported person; null where unknown. */
  reportedAges?: readonly (number | null)[];
}

/**
 * The contexts that hold, each once, in a stable order. TPKS always goes with SEKSUAL (it starts rules 1 to 4 of the
 * deadline table), and ABH with a reported person under 18; a family "without violence" stops being one as soon as
 * a type of violence is named.
 */
export function contextsFor({ contexts, violenceTypes, reportedAges = [] }: ContextFacts): string[] {
  const held = new Set(contexts);
  const sexual = violenceTypes.includes('SEKSUAL');
  held.delete(SEXUAL_VIOLENCE_CRIME);
  if (violenceTypes.length > 0) held.delete(FAMILY_WITHOUT_VIOLENCE);
  const rest = [...held];
  if (
    reportedAges.some((age) => age !== null && age < 18) &&
    violenceTypes.length > 0 &&
    !held.has(CHILD_OFFENDER)
  )
    rest.push(CHILD_OFFENDER);
  return sexual ? [SEXUAL_VIOLENCE_CRIME, ...rest] : rest;
}
