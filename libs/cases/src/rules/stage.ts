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
  /** `SKIPPED`: the case stands further on, and nothing shows that it ever was there. */
  state: 'DONE' | 'SKIPPED' | 'CURRENT' | 'AHEAD';
}

/** The bar on the case page: every stage of the plain course with where the case stands and what it went past. */
export function stageSteps(facts: StageFacts): StageStep[] {
  const at = STAGES.indexOf(placeOnBar(stageOf(facts)));
  return STAGES.map((stage, index) => ({ stage, state: stateAt(stage, index - at, facts) }));
}

function stateAt(stage: (typeof STAGES)[number], distance: number, facts: StageFacts): StageStep['state'] {
  if (distance === 0) return 'CURRENT';
  if (distance > 0) return 'AHEAD';
  return wasThere(stage, facts) ? 'DONE' : 'SKIPPED';
}

/** What shows that a case was in a stage. Only a fact does: that it stands further on says nothing. */
function wasThere(stage: (typeof STAGES)[number], facts: StageFacts): boolean {
  switch (stage) {
    case 'PENGADUAN':
      return true;
    case 'IDENTIFIKASI':
      return facts.screened;
    case 'ASESMEN':
      return facts.assessed;
    case 'RENCANA_INTERVENSI':
      return facts.planned;
    case 'INTERVENSI':
      return facts.referralsSent > 0;
    case 'MONITORING':
      return facts.referralsSent > 0 && facts.referralsRunning === 0;
    case 'TERMINASI':
      return facts.closed;
    case 'PASCA_TERMINASI':
      return facts.aftercareDone;
  }
}

// Reopened cases are worked on again from the assessment on; transferred ones have left the course at its end.
function placeOnBar(stage: Stage): (typeof STAGES)[number] {
  if (stage === 'DIBUKA_KEMBALI') return 'ASESMEN';
  return stage === 'DILIMPAHKAN' ? 'TERMINASI' : stage;
}
