import { useState, type FormEvent } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { CaseFile } from '../../api/contract';
import { fromCityInput, toCityInput } from '../../clock/dates';
import { serverNow } from '../../api/client';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { MomentInput, Select } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { MILESTONES } from './milestones';

/** A fact outside the house (at the police, in court, in a clinic) that starts or meets a time limit. */
export function MilestoneDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords();
  const [kind, setKind] = useState('');
  const [at, setAt] = useState(() => toCityInput(serverNow()));
  const [missing, setMissing] = useState(false);
  const save = useAttempt(
    (body: { kind: string; at?: string }, key) =>
      answer(
        api.POST('/api/cases/{id}/milestones', {
          params: { path: { id: file.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case', 'worklist', 'deadlines'], done: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!kind);
    if (kind) void save.run({ kind, at: fromCityInput(at) });
  };
  const fault = (pointer: string) => {
    const found = save.problem?.faults.find((one) => one.pointer === pointer);
    return found && faultWords(found, t);
  };
  return (
    <Dialog title={t('milestone.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('milestone.lead')}</p>
        <Select
          label={t('milestone.what')}
          placeholder={t('milestone.choose')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={MILESTONES.map((event) => ({ value: event, label: t(`milestone.${event}`) }))}
          fault={missing ? t('fault.required') : fault('/kind')}
        />
        <MomentInput
          label={t('milestone.at')}
          value={at}
          onChange={(event) => setAt(event.target.value)}
          fault={fault('/at')}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('act.record')} />
      </form>
    </Dialog>
  );
}
