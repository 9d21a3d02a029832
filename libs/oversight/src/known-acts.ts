import { ACTS_OF_CASES } from '#cases';
import { ACTS_OUTSIDE_CASES } from './rules/sentences.js';

/** The closed list of the ledger's acts: each has a sentence, here or in the library of cases. */
export const KNOWN_ACTS: readonly string[] = [
  ...new Set([...Object.keys(ACTS_OUTSIDE_CASES), ...ACTS_OF_CASES]),
].sort();
