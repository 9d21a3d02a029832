import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words';
import { answer, api } from '../api/client';
import { Go } from '../elements/go';
import { Loaded, StaleBar } from '../elements/states';
import { IconChevronRight } from '../elements/icons';
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
      <ol className="crumb" aria-label={t('nav.where')}>
        {referral?.caseId ? (
          <li>
            <Go to={`/kasus/${referral.caseId}`}>{referral.caseNumber}</Go>
            <IconChevronRight size={14} aria-hidden="true" />
          </li>
        ) : (
          referral && (
            <li>
              <Go to="/masuk">{t('nav.inbox')}</Go>
              <IconChevronRight size={14} aria-hidden="true" />
            </li>
          )
        )}
        <li aria-current="page">{referral?.number ?? t('pane.referral')}</li>
      </ol>
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
