import { useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { CaseTrail } from '../../api/contract';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { RadioList } from '../../elements/fields';
import { useWords } from '../../words/words';

const REASONS = ['COURT', 'COMPLAINT', 'INSPECTION', 'CLIENT_ASKS'] as const;
type Reason = CaseTrail['reason'];

/** Takes one case's trail out of the house, for a reason; what comes back is shown as paper by the page. */
export function CaseTrailButton({
  about,
  show,
}: {
  about: { caseId: string } | { caseRef: string };
  show: (trail: CaseTrail) => void;
}) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('trailOut.button')}</Button>
      {asking && <ReasonDialog about={about} show={show} onClose={() => setAsking(false)} />}
    </>
  );
}

function ReasonDialog({
  about,
  show,
  onClose,
}: Parameters<typeof CaseTrailButton>[0] & { onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState<Reason>();
  const [tried, setTried] = useState(false);
  const attempt = useAttempt(
    (body: { reason: Reason }, key) =>
      answer(api.POST('/api/audit/case-exports', { headers: withKey(key), body: { ...about, ...body } })),
    {
      done: (trail) => {
        onClose();
        show(trail);
      },
    },
  );
  const body = () => {
    setTried(true);
    return reason && { reason };
  };
  return (
    <ActDialog
      title={t('trailOut.title')}
      lead={t('trailOut.lead')}
      submit={t('trailOut.submit')}
      attempt={attempt}
      body={body}
      onClose={onClose}
    >
      <RadioList
        label={t('trailOut.reason')}
        value={reason ?? ''}
        onChange={(value) => setReason(value as Reason)}
        fault={tried && !reason ? t('fault.required') : undefined}
        options={REASONS.map((value) => ({ value, label: t(`trailOut.reason.${value}`) }))}
      />
    </ActDialog>
  );
}
