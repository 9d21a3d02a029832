import { useState, type FormEvent } from 'react';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { CaseFile } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { TextArea } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { useWords } from '../../words/words';
import { CASE_TOPICS } from './closing';

type Reason = { reason: string };

/** Help is needed again: one person is enough for that. */
export function ReopenDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords();
  return (
    <ReasonDialog
      draftKey={`reopening ${file.id}`}
      title={t('closing.reopen')}
      lead={t('closing.reopenLead')}
      label={t('closing.reopenWhy')}
      save={(body, key) =>
        answer(
          api.POST('/api/cases/{id}/reopening', {
            params: { path: { id: file.id } },
            body,
            headers: withKey(key),
          }),
        )
      }
      saveWords={t('closing.reopenSave')}
      onClose={onClose}
    />
  );
}

/** Why the case should stay open. */
export function RejectDialog({ closingId, onClose }: { closingId: string; onClose: () => void }) {
  const t = useWords();
  return (
    <ReasonDialog
      draftKey={`rejection ${closingId}`}
      title={t('closing.rejectTitle')}
      lead={t('closing.rejectLead')}
      label={t('closing.rejectWhy')}
      save={(body, key) =>
        answer(
          api.POST('/api/closings/{id}/rejection', {
            params: { path: { id: closingId } },
            body,
            headers: withKey(key),
          }),
        )
      }
      saveWords={t('closing.rejectSave')}
      onClose={onClose}
    />
  );
}

/** Why the client's no should stand. */
export function DeclineOverrideDialog({ basisId, onClose }: { basisId: string; onClose: () => void }) {
  const t = useWords();
  return (
    <ReasonDialog
      draftKey={`countersign ${basisId}`}
      title={t('consent.decline')}
      lead={t('consent.declineLead')}
      label={t('consent.declineWhy')}
      maxLength={500}
      save={(body, key) =>
        answer(
          api.POST('/api/consents/{id}/countersignature-refusal', {
            params: { path: { id: basisId } },
            body,
            headers: withKey(key),
          }),
        )
      }
      saveWords={t('consent.declineSave')}
      onClose={onClose}
    />
  );
}

/** One text and one button. What was typed survives a closed dialog, a lock and a failed save. */
function ReasonDialog(props: {
  draftKey: string;
  title: string;
  lead: string;
  label: string;
  maxLength?: number;
  save: (body: Reason, key: string) => Promise<unknown>;
  saveWords: string;
  onClose: () => void;
}) {
  const t = useWords();
  const [draft, change, clear] = useDraft<Reason>(props.draftKey, { reason: '' });
  const [missing, setMissing] = useState(false);
  const save = useAttempt(props.save, {
    refreshes: CASE_TOPICS,
    done: () => {
      clear();
      props.onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reason = draft.reason.trim();
    setMissing(!reason);
    if (reason) void save.run({ reason });
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="soft">{props.lead}</p>
        <TextArea
          label={props.label}
          maxLength={props.maxLength ?? 2000}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
          fault={missing ? t('fault.required') : undefined}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={props.onClose} busy={save.busy} save={props.saveWords} />
      </form>
    </Dialog>
  );
}
