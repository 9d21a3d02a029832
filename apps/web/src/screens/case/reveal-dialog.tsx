import { useState, type FormEvent } from 'react';
import { useWords } from '../../words/words';
import { useAttempt } from '../../api/attempt';
import type { NewReveal } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { RadioList, TextInput, Tick } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';

const REASONS = ['CONTACT', 'LETTER', 'EMERGENCY', 'OTHER'] as const satisfies readonly NewReveal['reason'][];

/** Asks what the names are needed for; `ask` opens those of the thing that is on the screen. */
export function RevealDialog<Shown>({
  ask,
  onClose,
  onRevealed,
}: {
  ask: (body: NewReveal, key: string) => Promise<Shown>;
  onClose: () => void;
  onRevealed: (data: Shown) => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState<string>('');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [contactOnly, setContactOnly] = useState(false);
  const ready = (): NewReveal | undefined => {
    const chosen = REASONS.find((one) => one === reason);
    if (chosen === 'OTHER') return text.trim() ? { reason: chosen, purpose: text.trim() } : undefined;
    return chosen && { reason: chosen, ...(chosen === 'CONTACT' && contactOnly && { part: 'SAFE_CONTACT' }) };
  };
  const reveal = useAttempt(ask, { done: onRevealed, refreshes: ['history'] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = ready();
    setMissing(!body);
    if (body) void reveal.run(body);
  };
  return (
    <Dialog title={t('safety.showName')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <RadioList
          id="alasan-buka"
          label={t('safety.reason')}
          hint={t('safety.recorded')}
          value={reason}
          onChange={setReason}
          options={REASONS.map((one) => ({ value: one, label: t(`reveal.${one}`) }))}
          fault={missing ? t('fault.required') : undefined}
        />
        {reason === 'OTHER' && (
          <TextInput
            label={t('reveal.otherText')}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {reason === 'CONTACT' && (
          <Tick checked={contactOnly} onChange={(event) => setContactOnly(event.target.checked)}>
            {t('reveal.contactOnly')}
          </Tick>
        )}
        <RefusalNote problem={reveal.problem} />
        <DialogFoot onCancel={onClose} busy={reveal.busy} save={t('reveal.open')} />
      </form>
    </Dialog>
  );
}
