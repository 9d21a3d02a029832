import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words';
import { answer, api } from '../api/client';
import type { Referral } from '../api/contract';
import { Crumb } from '../elements/crumb';
import { Loaded, StaleBar } from '../elements/states';
import { ReferralPane } from './referral/pane';

/** One referral by its own address: where notices lead, for the sender and for the receiver. */
export default function ReferralPage() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['referral', id],
    queryFn: () => answer(api.GET('/api/referrals/{id}', { params: { path: { id } } })),
  });
  const referral = asked.data;
  return (
    <>
      <Crumb above={above(referral, t('nav.inbox'))} here={referral?.number ?? t('pane.referral')} />
      <h1 className="hidden">{referral?.number ?? t('pane.referral')}</h1>
      <StaleBar asked={asked} />
      <section className="panel">
        <Loaded asked={asked} rows={6}>
          {(data) => <ReferralPane key={data.id} referral={data} />}
        </Loaded>
      </section>
    </>
  );
}

function above(referral: Referral | undefined, inbox: string) {
  if (!referral) return [];
  return referral.caseId
    ? [{ to: `/kasus/${referral.caseId}`, label: referral.caseNumber ?? '' }]
    : [{ to: '/masuk', label: inbox }];
}
