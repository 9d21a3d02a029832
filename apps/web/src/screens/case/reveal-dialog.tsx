import { useState, type FormEvent } from 'react';
import { useWords } from '../../words/words';
import { useAttempt } from '../../api/attempt';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { RadioList, TextInput } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';

const REASONS = ['contact', 'letter', 'emergency', 'other'] as const;

/** Asks what the names are needed for; `ask` opens those of the thing that is on the screen. */
export function RevealDialog<Shown>({
  ask,
  onClose,
  onRevealed,
}: {
  ask: (body: { purpose: string }, key: string) => Promise<Shown>;
  onClose: () => void;
  onRevealed: (data: Shown) => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState<string>('');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const purpose = reason === 'other' ? text.trim() : reason && t(`reveal.${reason}` as 'reveal.contact');
  const reveal = useAttempt(ask, { done: onRevealed, refreshes: ['history'] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!purpose);
    if (purpose) void reveal.run({ purpose });
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
        {reason === 'other' && (
          <TextInput
            label={t('reveal.otherText')}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <RefusalNote problem={reveal.problem} />
        <DialogFoot onCancel={onClose} busy={reveal.busy} save={t('reveal.open')} />
      </form>
    </Dialog>
  );
}
