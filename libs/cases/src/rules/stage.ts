/** Stages of a case in their order (list STATUS_KASUS). */
export const STAGES = [
  'PENGADUAN',
  'IDENTIFIKASI',
  'ASESMEN',
  'RENCANA_INTERVENSI',
  'INTERVENSI',
  'MONITORING',
  'TERMINASI',
  'PASCA_TERMINASI',
] as const;
export type Stage = (typeof STAGES)[number] | 'DIBUKA_KEMBALI' | 'DILIMPAHKAN';

/** What exists for a case. Each is a fact that somebody's act made true; nobody ever types a stage. */
export interface StageFacts {
  screened: boolean;
  assessed: boolean;
  planned: boolean;
  /** Referrals that have left the house and are not withdrawn, and how many of them still run. */
  referralsSent: number;
  referralsRunning: number;
  closed: boolean;
  aftercareDone: boolean;
  reopened: boolean;
  transferred: boolean;
}

export const NOTHING_YET: StageFacts = {
  screened: false,
  assessed: false,
  planned: false,
  referralsSent: 0,
  referralsRunning: 0,
  closed: false,
  aftercareDone: false,
  reopened: false,
  transferred: false,
};

/**
 * The stage that follows from what exists, the furthest first: a referral sent before the assessment is written puts
 * the case in intervention, because help does not wait for paper. A case whose every referral has ended is monitored.
 */
export function stageOf(facts: StageFacts): Stage {
  if (facts.transferred) return 'DILIMPAHKAN';
  if (facts.closed) return facts.aftercareDone ? 'PASCA_TERMINASI' : 'TERMINASI';
  if (facts.referralsRunning > 0) return 'INTERVENSI';
  if (facts.referralsSent > 0) return 'MONITORING';
  if (facts.reopened) return 'DIBUKA_KEMBALI';
  if (facts.planned) return 'RENCANA_INTERVENSI';
  if (facts.assessed) return 'ASESMEN';
  return facts.screened ? 'IDENTIFIKASI' : 'PENGADUAN';
}

export interface StageStep {
  stage: Stage;
  state: 'DONE' | 'CURRENT' | 'AHEAD';
}

/** The bar on the case page: every stage of the plain course with where the case stands. */
export function stageSteps(stage: Stage): StageStep[] {
  const placed = placeOnBar(stage);
  const at = STAGES.indexOf(placed);
  return STAGES.map((step, index) => ({
    stage: step,
    state: stateAt(index, at),
  }));
}

function stateAt(index: number, at: number): StageStep['state'] {
  if (index === at) return 'CURRENT';
  return index < at ? 'DONE' : 'AHEAD';
}

// Reopened cases are worked on again from the assessment on; transferred ones have left the course at its end.
function placeOnBar(stage: Stage): (typeof STAGES)[number] {
  if (stage === 'DIBUKA_KEMBALI') return 'ASESMEN';
  return stage === 'DILIMPAHKAN' ? 'TERMINASI' : stage;
}
