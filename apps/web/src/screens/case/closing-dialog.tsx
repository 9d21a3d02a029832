import { useState, type FormEvent } from 'react';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { serviceName, useCodeChoices } from '../../api/codes';
import type { CaseFile, NewClosing } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { Segment, Select, TextArea } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { faultWords } from '../../words/refusals';
import { useLocale, useWords } from '../../words/words';
import { CASE_TOPICS, RIGHTS } from './closing';

type Draft = { reason: string; summary: string; rights: Partial<NewClosing['rights']> };

/** Reason, what the client has a right to, and how things stand. What was typed survives a lock and a failed save. */
export function ClosingDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords();
  const reasons = useCodeChoices('ALASAN_TERMINASI');
  const [draft, change, clear] = useDraft<Draft>(`closing ${file.id}`, {
    reason: '',
    summary: '',
    rights: {},
  });
  const [tried, setTried] = useState(false);
  const locale = useLocale();
  const unmet = file.needs.filter(({ status }) => status === 'NOBODY' || status === 'PARTLY');
  const save = useAttempt(
    (body: NewClosing, key) =>
      answer(
        api.POST('/api/cases/{id}/closings', {
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
  const complete = Boolean(
    draft.reason && draft.summary.trim() && RIGHTS.every((right) => draft.rights[right]),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete)
      void save.run({
        ...draft,
        summary: draft.summary.trim(),
        rights: draft.rights as NewClosing['rights'],
      });
  };
  const fault = (pointer: string, filled: boolean) => {
    const found = save.problem?.faults.find((one) => one.pointer === pointer);
    if (found) return faultWords(found, t);
    return tried && !filled ? t('fault.required') : undefined;
  };
  const alone = file.mandate === 'FAMILY';
  return (
    <Dialog title={t('closing.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="soft">{t(alone ? 'closing.leadAlone' : 'closing.lead')}</p>
        {unmet.length > 0 && (
          <p className="note">
            {t('need.unmet', { list: unmet.map(({ service }) => serviceName(service, locale)).join(', ') })}
          </p>
        )}
        <Select
          label={t('closing.reason')}
          placeholder={t('closing.choose')}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
          options={reasons}
          fault={fault('/reason', Boolean(draft.reason))}
        />
        {RIGHTS.map((right) => (
          <Segment
            key={right}
            label={t(`closing.right.${right}`)}
            value={draft.rights[right] ?? ''}
            onChange={(value) => change({ rights: { ...draft.rights, [right]: value } })}
            options={(['DONE', 'NOT_DONE', 'NOT_APPLICABLE'] as const).map((value) => ({
              value,
              label: t(`closing.answer.${value}`),
            }))}
            fault={fault(`/rights/${right}`, Boolean(draft.rights[right]))}
          />
        ))}
        <TextArea
          label={t('closing.summary')}
          hint={t('closing.summaryHint')}
          maxLength={4000}
          value={draft.summary}
          onChange={(event) => change({ summary: event.target.value })}
          fault={fault('/summary', Boolean(draft.summary.trim()))}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot
          onCancel={onClose}
          busy={save.busy}
          save={t(alone ? 'closing.closeNow' : 'closing.propose')}
        />
      </form>
    </Dialog>
  );
}
