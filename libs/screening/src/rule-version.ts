import { MEDIATION_RULE_VERSION } from './rules/mediation.js';
import { PATHWAY_RULE_VERSION } from './rules/pathways.js';
import { PROMPT_RULE_VERSION } from './rules/prompts.js';
import { RISK_RULE_VERSION } from './rules/risk.js';
import { TRAFFICKING_RULE_VERSION } from './rules/trafficking.js';

/** The versions of every rule that had a say, stored with each screening so that it can be read as it was meant. */
export const RULE_VERSION = [
  RISK_RULE_VERSION,
  TRAFFICKING_RULE_VERSION,
  MEDIATION_RULE_VERSION,
  PROMPT_RULE_VERSION,
  PATHWAY_RULE_VERSION,
].join(' ');
