import { contextsFor } from './contexts.js';
import { mandateFor, tracksFor, type Mandate, type Track, type VictimFacts } from './tracks.js';

export interface ClassificationFacts {
  violenceTypes: readonly string[];
  contexts: readonly string[];
  victims: readonly VictimFacts[];
  reportedAges: readonly (number | null)[];
  traffickingConcluded: boolean;
}

export interface Classification {
  mandate: Mandate;
  tracks: Track[];
  contexts: string[];
  violenceTypes: string[];
}

/** Mandate, tracks and contexts that follow from what is known, always computed together. */
export function classify(facts: ClassificationFacts): Classification {
  const contexts = contextsFor(facts);
  const violenceTypes = [...new Set(facts.violenceTypes)];
  // A concluded indication of trafficking is violence, whatever the family came for.
  const mandate = facts.traffickingConcluded ? 'VIOLENCE' : mandateFor({ violenceTypes, contexts });
  return { mandate, contexts, violenceTypes, tracks: tracksFor({ ...facts, mandate }) };
}
