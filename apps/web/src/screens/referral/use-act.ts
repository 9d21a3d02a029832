import { answer, api, withKey } from '../../api/client';
import { useAttempt, type Attempt } from '../../api/attempt';
import type { ReferralState } from '../../api/contract';

const TOUCHED = ['referral', 'inbox', 'case', 'worklist', 'deadlines', 'notifications'];

type Bodies = {
  receipt: Record<string, never>;
  acceptance: { responsibleName?: string; appointmentAt?: string; place?: string };
  rejection: { reason: string; note?: string };
  question: { text: string };
  answer: { text: string };
  'service-start': { at?: string; note?: string };
  progress: { text: string; nextAt?: string };
  completion: { outcome: string; text: string; shortfall?: string; remains?: string };
  failure: { reason: string; text: string };
  cancellation: { reason: string };
  confirmation: { clientAnswer?: string; note?: string; remainder?: string; enoughReason?: string };
};

/** An act on a referral: the noun of its route, the body, and everything asked anew that could show the change. */
export function useReferralAct<Noun extends keyof Bodies>(
  id: string,
  noun: Noun,
  done?: (referral: ReferralState) => void,
): Attempt<Bodies[Noun], ReferralState> {
  return useAttempt(
    (body: Bodies[Noun], key) =>
      answer<ReferralState>(
        // Each route has its own body type; the table above keeps them apart for callers.
        api.POST(`/api/referrals/{id}/${noun}` as '/api/referrals/{id}/receipt', {
          params: { path: { id } },
          body: body as Record<string, never>,
          headers: withKey(key),
        }),
      ),
    { refreshes: TOUCHED, done },
  );
}
