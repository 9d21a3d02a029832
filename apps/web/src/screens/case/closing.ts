import type { NewClosing } from '../../api/contract';

/** What a client has a right to before the end, in the order in which one asks. */
export const RIGHTS = [
  'TOLD_OF_CLOSING',
  'KNOWS_HOW_TO_RETURN',
  'SAFETY_PLAN',
  'RESTITUTION_TOLD',
  'DOCUMENTS_RETURNED',
] as const satisfies readonly (keyof NewClosing['rights'])[];

/** What an act on the end of a case may have changed. */
export const CASE_TOPICS = ['case', 'cases', 'worklist', 'deadlines', 'history'];
