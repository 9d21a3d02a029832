import { useState, type FormEvent } from 'react';
import { useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import type { KeptReport } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { TextArea } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { useDecision } from './use-decision';

/** Why it is not ours. What was typed survives a closed dialog, a lock and a failed save. */
export function OutsideDialog({ report, onClose }: { report: KeptReport; onClose: () => void }) {
  const t = useWords();
  const [draft, change, clear] = useDraft(`outside ${report.id}`, { reason: '' });
  const [missing, setMissing] = useState(false);
  const save = useDecision(
    (body: { reason: string }, key) =>
      answer(
        api.POST('/api/reports/{id}/outside-mandate', {
          params: { path: { id: report.id } },
          body,
          headers: withKey(key),
        }),
      ),
    () => {
      clear();
      onClose();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reason = draft.reason.trim();
    setMissing(!reason);
    if (reason) void save.run({ reason });
  };
  return (
    <Dialog title={t('kept.outside')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextArea
          label={t('kept.outsideWhy')}
          hint={t('kept.outsideHint')}
          maxLength={1000}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
          fault={missing ? t('fault.required') : undefined}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('kept.outsideSave')} />
      </form>
    </Dialog>
  );
}
