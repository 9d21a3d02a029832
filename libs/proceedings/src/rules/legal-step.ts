import { LEGAL_STEPS, type LegalStepRow } from './legal-steps.js';

export type LegalStepKind = keyof typeof LEGAL_STEPS;

export const LEGAL_STEP_KINDS = Object.keys(LEGAL_STEPS) as LegalStepKind[];

export function isLegalStep(kind: string): kind is LegalStepKind {
  return Object.hasOwn(LEGAL_STEPS, kind);
}

/** The row of a kind with every column, empty where the table says nothing. */
export function legalStep(kind: LegalStepKind): Required<Omit<LegalStepRow, 'after' | 'endedBy' | 'next'>> & {
  after: readonly LegalStepKind[];
  endedBy: readonly LegalStepKind[];
  next: readonly LegalStepKind[];
} {
  const row: LegalStepRow = LEGAL_STEPS[kind];
  const kinds = (names: readonly string[] = []) => names as readonly LegalStepKind[];
  return {
    events: [],
    repeats: false,
    namesNext: false,
    countsFromKnown: false,
    ...row,
    after: kinds(row.after),
    endedBy: kinds(row.endedBy),
    next: kinds(row.next),
  };
}

/** The step that a milestone of the register is, where somebody recorded it as an event alone. */
export function stepOfEvent(event: string): LegalStepKind | undefined {
  return LEGAL_STEP_KINDS.find((kind) => legalStep(kind).events.includes(event));
}
