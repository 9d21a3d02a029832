import type { Work } from '#database';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { CaseFile } from './case-file.entity.js';
import { classify } from './rules/classify.js';

export interface Reclassification {
  violenceTypes?: readonly string[];
  contexts?: readonly string[];
  traffickingConcluded?: boolean;
  risk?: string;
}

/**
 * Writes what follows from the facts of a case after something about it changed, and reads it back. People are read
 * afresh: an age that became known may bring a track.
 */
export async function reclassify(work: Work, caseId: string, change: Reclassification): Promise<CaseFacts> {
  const facts = await readCaseFacts(work, caseId);
  const traffickingConcluded = change.traffickingConcluded ?? facts.traffickingConcluded;
  const { mandate, tracks, contexts, violenceTypes } = classify({
    violenceTypes: change.violenceTypes ?? facts.violenceTypes,
    contexts: change.contexts ?? facts.contexts,
    victims: facts.victims,
    reportedAges: facts.reported.map((person) => person.age),
    traffickingConcluded,
  });
  const risk = change.risk ?? facts.risk;
  await work.manager.update(
    CaseFile,
    { id: caseId },
    { mandate, tracks, contexts, violenceTypes, traffickingConcluded, risk },
  );
  return { ...facts, mandate, tracks, contexts, violenceTypes, traffickingConcluded, risk };
}
