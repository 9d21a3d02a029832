import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { ReferralState } from '../../api/contract';

/** Sends a draft to its receiver, or asks `also` together with it. */
export function useSending(also: readonly string[], done: (referral: ReferralState) => void) {
  return useAttempt(
    (draftId: string, key) => {
      const params = { path: { id: draftId } };
      const headers = withKey(key);
      return answer(
        also.length > 0
          ? api.POST('/api/referrals/{id}/fan-out', { params, body: { alsoAgencyIds: [...also] }, headers })
          : api.POST('/api/referrals/{id}/sending', { params, body: {}, headers }),
      );
    },
    { refreshes: ['case', 'worklist', 'deadlines', 'suggested'], done },
  );
}
