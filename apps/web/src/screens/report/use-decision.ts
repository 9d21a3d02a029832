import { useAttempt, type Attempt } from '../../api/attempt';
import type { ReportState } from '../../api/contract';

const TOUCHED = ['report', 'worklist', 'cases', 'case', 'deadlines', 'board', 'notifications'];

/** A decision on a report, and everything asked anew that could show it. */
export function useDecision<Body>(
  decide: (body: Body, key: string) => Promise<ReportState>,
  done: (state: ReportState) => void,
): Attempt<Body, ReportState> {
  return useAttempt(decide, { refreshes: TOUCHED, done });
}
