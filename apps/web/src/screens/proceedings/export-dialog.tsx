import { useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { TimelineOrder } from '../../api/contract';
import { ActDialog } from '../../elements/act-dialog';
import { RadioList, Tick } from '../../elements/fields';
import { handOver } from '../../elements/hand-over';
import { useWords } from '../../words/words';

const REASONS = ['CLIENT_ASKS', 'UNDUE_DELAY', 'COURT', 'INSPECTION'] as const;

/** Takes the timeline out on paper: for a reason, without a name, and recorded. */
export function ExportDialog({
  caseId,
  number,
  onClose,
}: {
  caseId: string;
  number: string;
  onClose: () => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState<string>('');
  const [withNumbers, setWithNumbers] = useState(false);
  const [tried, setTried] = useState(false);
  const make = useAttempt(
    async (body: TimelineOrder, key) =>
      answer<Blob>(
        api.POST('/api/cases/{id}/legal-timeline', {
          params: { path: { id: caseId } },
          body,
          headers: withKey(key),
          parseAs: 'blob',
        }) as never,
      ),
    {
      done: (pdf) => {
        handOver(pdf, `${number}.pdf`);
        onClose();
      },
    },
  );
  return (
    <ActDialog
      title={t('legal.exportTitle')}
      lead={t('legal.exportLead')}
      submit={t('legal.export')}
      attempt={make}
      body={() => {
        setTried(true);
        return reason ? { reason: reason as TimelineOrder['reason'], withNumbers } : undefined;
      }}
      onClose={onClose}
    >
      <RadioList
        label={t('legal.exportWhy')}
        value={reason}
        onChange={setReason}
        options={REASONS.map((code) => ({ value: code, label: t(`legal.export.${code}`) }))}
        fault={tried && !reason ? t('fault.required') : undefined}
      />
      <Tick checked={withNumbers} onChange={(event) => setWithNumbers(event.target.checked)}>
        {t('legal.withNumbers')}
      </Tick>
    </ActDialog>
  );
}
