import { useState, type ReactNode } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api } from '../../api/client';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { RadioList } from '../../elements/fields';
import { useWords } from '../../words/words';

const REASONS = ['VERIFICATION', 'COURT', 'INSPECTION'] as const;
type Reason = (typeof REASONS)[number];

/** The whole ledger as a file, for a reason: who took it and why is itself recorded. */
export function WholeExport({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{children}</Button>
      {asking && <ReasonDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function ReasonDialog({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState<Reason>();
  const [tried, setTried] = useState(false);
  const attempt = useAttempt(
    async (wanted: Reason) =>
      save(
        await answer(
          api.GET('/api/audit/export', { params: { query: { reason: wanted } }, parseAs: 'blob' }),
        ),
      ),
    { done: onClose },
  );
  return (
    <ActDialog
      title={t('wholeOut.title')}
      lead={t('wholeOut.lead')}
      submit={t('verdict.download')}
      attempt={attempt}
      body={() => {
        setTried(true);
        return reason;
      }}
      onClose={onClose}
    >
      <RadioList
        label={t('trailOut.reason')}
        value={reason ?? ''}
        onChange={(value) => setReason(value as Reason)}
        fault={tried && !reason ? t('fault.required') : undefined}
        options={REASONS.map((value) => ({ value, label: t(`wholeOut.reason.${value}`) }))}
      />
    </ActDialog>
  );
}

function save(file: unknown): void {
  const address = URL.createObjectURL(file as Blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'ledger.ndjson';
  link.click();
  URL.revokeObjectURL(address);
}
