import { ADULT_FROM_YEARS, isChild } from './age-band.js';
import { FAMILY_WITHOUT_VIOLENCE } from './contexts.js';

/** Legal tracks (list JENIS_KASUS). On screens they are always written out: "KTP" alone also means the identity card. */
export type Track = 'KTP' | 'KTA' | 'TPPO';
export type Mandate = 'VIOLENCE' | 'FAMILY';

export interface VictimFacts {
  sex: string | null;
  /** Whole years at the incident, otherwise at the report (`ageForCase`); null when unknown. */
  age: number | null;
}

/**
 * FAMILY: a family's question without any violence, PUSPAGA's own work; it is no case of violence, carries no track
 * and starts no legal clock. Everything else is VIOLENCE, also when its type is not known yet.
 */
export function mandateFor(facts: {
  violenceTypes: readonly string[];
  contexts: readonly string[];
}): Mandate {
  const family = facts.violenceTypes.length === 0 && facts.contexts.includes(FAMILY_WITHOUT_VIOLENCE);
  return family ? 'FAMILY' : 'VIOLENCE';
}

export interface TrackFacts {
  mandate: Mandate;
  victims: readonly VictimFacts[];
  violenceTypes: readonly string[];
  /** The counsellor concluded "indikasi TPPO" at a screening. A list of indicators alone concludes nothing. */
  traffickingConcluded?: boolean;
}

/**
 * KTP for an adult woman, KTA for anybody under 18, TPPO beside them or, for an adult man, alone. A victim of unknown
 * age or sex adds no track: the prompt to ask stands in its place, so that nobody is counted wrongly by a guess.
 */
export function tracksFor({ mandate, victims, violenceTypes, traffickingConcluded }: TrackFacts): Track[] {
  if (mandate === 'FAMILY') return [];
  const tracks: Track[] = [];
  if (victims.some((victim) => victim.sex === 'P' && victim.age !== null && victim.age >= ADULT_FROM_YEARS))
    tracks.push('KTP');
  if (victims.some((victim) => isChild(victim.age))) tracks.push('KTA');
  if (violenceTypes.includes('TRAFFICKING') || traffickingConcluded) tracks.push('TPPO');
  return tracks;
}
