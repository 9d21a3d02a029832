import { useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words';
import { answer, api } from '../api/client';
import type { CaseFile } from '../api/contract';
import { Loaded } from '../elements/states';
import { CaseActPage } from './case/act-page';
import { EMPTY_REFER, fromReferral } from './refer/server-draft';
import { ReferralForm } from './refer/refer-form';

export default function Refer() {
  const t = useWords();
  return (
    <CaseActPage act="referral.draft" title={t('ref.send')}>
      {(file) => <WithDraft key={file.id} file={file} />}
    </CaseActPage>
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
