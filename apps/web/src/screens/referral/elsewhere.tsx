import { useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { Referral } from '../../api/contract';
import { Button } from '../../elements/button';
import { useGo } from '../../elements/go';
import { RefusalNote } from '../../elements/states';

/** Who can be asked next for the same need. One click makes the draft with the same words; basis and data are asked anew. */
export function Elsewhere({ referral }: { referral: Referral }) {
  const t = useWords();
  const go = useGo();
  const reroute = useAttempt(
    (toAgencyId: string, key) =>
      answer(
        api.POST('/api/referrals/{id}/rerouting', {
          params: { path: { id: referral.id } },
          body: { toAgencyId },
          headers: withKey(key),
        }),
      ),
    {
      refreshes: ['referral', 'case', 'worklist'],
      done: (draft) => go(`/kasus/${referral.caseId}/rujuk?draf=${draft.id}`),
    },
  );
  if (!referral.caseId || referral.status === 'draft' || referral.alternatives.length === 0) return null;
  const goesOn = referral.remainder === 'CONTINUE';
  const silent = !goesOn && !['rejected', 'failed'].includes(referral.status);
  return (
    <section>
      <h3 className="alt-head">{t(goesOn ? 'part.goOn' : silent ? 'pane.silent' : 'pane.alternatives')}</h3>
      {silent && <p className="soft small">{t('pane.silentMore')}</p>}
      <ul className="alternatives">
        {referral.alternatives.map((agency) => (
          <li key={agency.id}>
            <Button busy={reroute.busy} onClick={() => void reroute.run(agency.id)}>
              {agency.name}
            </Button>
            {!agency.covered && <span className="soft tiny">{t('pane.askConsentFirst')}</span>}
          </li>
        ))}
      </ul>
      <RefusalNote problem={reroute.problem} />
    </section>
  );
}
