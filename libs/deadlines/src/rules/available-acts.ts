import { isOpen, type DeadlineStatus } from './deadline-lifecycle.js';
import { isPausable, type DeadlineRule } from './deadline-rule.js';

export type DeadlineAct = 'acknowledge' | 'remind' | 'pause' | 'resume' | 'waive' | 'approveWaiver';

/** What the acts table needs to know of a deadline and of who looks at it. */
export interface DeadlineSight {
  status: DeadlineStatus;
  basis: DeadlineRule['basis'];
  kind: DeadlineRule['kind'];
  /** A report that was kept, and waits for a decision. */
  ofReport?: boolean;
  pausedByEvent: boolean;
  /** Person id of whoever proposed to waive it; null when nobody has. */
  waiverProposedBy: string | null;
  viewer: {
    personId: string;
    mayAcknowledge: boolean;
    mayRemind: boolean;
    mayPause: boolean;
    mayWaive: boolean;
  };
}

/**
 * The acts that will not be refused. A clock of the law is neither paused nor waived at a desk: only its own events end
 * it. Nor is the clock of a kept report: without it the report would wait for nobody. A waiver takes two people: whoever proposed it cannot approve it.
 */
export function availableDeadlineActs(sight: DeadlineSight): DeadlineAct[] {
  const { status, viewer } = sight;
  if (!isOpen(status)) return [];
  const acts: DeadlineAct[] = [];
  const byHand = isPausable(sight) && !sight.ofReport;
  if (viewer.mayAcknowledge && status !== 'paused') acts.push('acknowledge');
  if (viewer.mayRemind && status !== 'paused') acts.push('remind');
  if (viewer.mayPause && byHand && status === 'running') acts.push('pause');
  if (viewer.mayPause && status === 'paused' && !sight.pausedByEvent) acts.push('resume');
  if (viewer.mayWaive && sight.basis !== 'LAW' && !sight.ofReport) {
    if (sight.waiverProposedBy === null) acts.push('waive');
    else if (sight.waiverProposedBy !== viewer.personId) acts.push('approveWaiver');
  }
  return acts;
}

/** Why an act is not available, as a refusal code. */
export function whyNot(act: DeadlineAct, sight: DeadlineSight): string {
  if (!isOpen(sight.status)) return 'deadline.hasEnded';
  if (sight.ofReport && (act === 'pause' || act === 'waive' || act === 'approveWaiver'))
    return 'deadline.onlyADecisionEnds';
  if (act === 'approveWaiver')
    return sight.waiverProposedBy === null ? 'deadline.noWaiverProposed' : 'fourEyes.samePerson';
  if ((act === 'pause' || act === 'waive') && sight.basis === 'LAW') return 'deadline.lawDoesNotWait';
  if (act === 'pause' && !isPausable(sight)) return 'deadline.doesNotPause';
  if (act === 'waive') return 'deadline.waiverAlreadyProposed';
  if (act === 'pause' && sight.status === 'missed') return 'deadline.isMissed';
  if (act !== 'resume' && sight.status === 'paused') return 'deadline.isPaused';
  if (act === 'resume' && sight.status !== 'paused') return 'deadline.isNotPaused';
  if (act === 'resume' && sight.pausedByEvent) return 'deadline.waitsForAnAnswer';
  return `deadline.cannot.${act}`;
}
