import { useParams, useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words';
import { answer, api } from '../api/client';
import { can } from '../api/acts';
import type { CaseFile } from '../api/contract';
import { Go } from '../elements/go';
import { Empty, Loaded } from '../elements/states';
import { IconChevronRight } from '../elements/icons';
import { EMPTY_REFER, fromReferral } from './refer/server-draft';
import { ReferralForm } from './refer/refer-form';

export default function Refer() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <ol className="crumb" aria-label={t('nav.where')}>
        <li>
          <Go to="/kasus">{t('nav.cases')}</Go>
          <IconChevronRight size={14} aria-hidden="true" />
        </li>
        <li>
          <Go to={`/kasus/${id}`}>{asked.data?.number ?? '…'}</Go>
          <IconChevronRight size={14} aria-hidden="true" />
        </li>
        <li aria-current="page">{t('ref.send')}</li>
      </ol>
      <Loaded page asked={asked} rows={6}>
        {(file) =>
          can(file.availableActs, 'referral.draft') ? (
            <WithDraft key={file.id} file={file} />
          ) : (
            <Empty page title={t('state.notNow')}>
              <Go className="btn" to={`/kasus/${id}`}>
                {t('act.backToCase')}
              </Go>
            </Empty>
          )
        }
      </Loaded>
    </>
  );
}

/** A draft begun earlier comes from the server; a new one starts empty. */
function WithDraft({ file }: { file: CaseFile }) {
  const [params] = useSearchParams();
  const draftId = params.get('draf');
  const replaces = params.get('ganti') ?? undefined;
  const asked = useQuery({
    queryKey: ['referral', draftId],
    queryFn: () => answer(api.GET('/api/referrals/{id}', { params: { path: { id: draftId! } } })),
    enabled: draftId !== null,
  });
  if (!draftId)
    return (
      <ReferralForm
        file={file}
        initial={{ ...EMPTY_REFER, followsReferralId: replaces }}
        draftKey={`refer-${file.id}-${replaces ?? ''}`}
      />
    );
  return (
    <Loaded asked={asked} rows={5}>
      {(referral) => (
        <ReferralForm
          key={referral.id}
          file={file}
          initial={fromReferral(referral)}
          draftKey={`refer-${referral.id}`}
        />
      )}
    </Loaded>
  );
}
