import { useState, type FormEvent } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { RefusalNote } from '../../elements/states';
import { newTerms, TermsFields, type Terms } from './terms-fields';

/** Proposes that a rule starts no clock any more. */
export function RetireDialog({ ruleId, onClose }: { ruleId: string; onClose: () => void }) {
  const t = useWords();
  const [terms, setTerms] = useState(newTerms);
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: Terms, key) =>
      answer(
        api.POST('/api/deadline-rules/{ruleId}/retirement', {
          params: { path: { ruleId } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['rules'], done: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (terms.reason.trim()) void save.run(terms);
  };
  const fault = (pointer: string) => {
    const found = save.problem?.faults.find((one) => one.pointer === pointer);
    return found && faultWords(found, t);
  };
  return (
    <Dialog title={t('rule.retire')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('rule.retireMore')}</p>
        <TermsFields
          terms={terms}
          tried={tried}
          fault={fault}
          change={(part) => setTerms((before) => ({ ...before, ...part }))}
        />
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('rule.sendProposal')} />
      </form>
    </Dialog>
  );
}
