import { useState, type FormEvent } from 'react';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { CaseFile, NewAftercare } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { RadioList, TextArea } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { faultWords } from '../../words/refusals';
import { useWords } from '../../words/words';
import { CASE_TOPICS } from './closing';

const OUTCOMES = ['SAFE', 'NEEDS_HELP', 'NOT_REACHED', 'DECLINED'] as const;

/** How the client is, some months after the end. */
export function AftercareDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords();
  const [draft, change, clear] = useDraft<{ outcome: '' | NewAftercare['outcome']; note: string }>(
    `aftercare ${file.id}`,
    { outcome: '', note: '' },
  );
  const [missing, setMissing] = useState(false);
  const save = useAttempt(
    (body: NewAftercare, key) =>
      answer(
        api.POST('/api/cases/{id}/aftercare-checks', {
          params: { path: { id: file.id } },
          body,
          headers: withKey(key),
        }),
      ),
    {
      refreshes: CASE_TOPICS,
      done: () => {
        clear();
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { outcome } = draft;
    setMissing(!outcome);
    if (outcome) void save.run({ outcome, note: draft.note.trim() || undefined });
  };
  const noteFault = save.problem?.faults.find((one) => one.pointer === '/note');
  return (
    <Dialog title={t('aftercare.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="soft">{t('aftercare.lead')}</p>
        <RadioList
          label={t('aftercare.outcome')}
          value={draft.outcome}
          onChange={(outcome) => change({ outcome: outcome as NewAftercare['outcome'] })}
          options={OUTCOMES.map((value) => ({ value, label: t(`aftercare.${value}`) }))}
          fault={missing ? t('fault.required') : undefined}
        />
        <TextArea
          label={t('aftercare.note')}
          maxLength={2000}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
          fault={noteFault && faultWords(noteFault, t)}
        />
        {!noteFault && <RefusalNote problem={save.problem} />}
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('act.record')} />
      </form>
    </Dialog>
  );
}
