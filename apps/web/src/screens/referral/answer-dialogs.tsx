import { useState } from 'react';
import { useWords } from '../../words/words';
import type { Attempt } from '../../api/attempt';
import { useCodeChoices } from '../../api/codes';
import type { ReferralState } from '../../api/contract';
import { fromCityInput } from '../../clock/dates';
import { MomentInput, RadioList, TextArea, TextInput } from '../../elements/fields';
import { useDraft } from '../../safety/drafts';
import { ActDialog, useFault } from '../../elements/act-dialog';
import type { ReferralDialogProps } from './act-props';
import { useReferralAct } from './use-act';

const NEEDS_NOTE = ['SYARAT_KURANG', 'LAINNYA'];

export function RejectDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useWords();
  const reasons = useCodeChoices('ALASAN_TOLAK');
  const [form, change, clear] = useDraft(`reject-${referral.id}`, { reason: '', note: '' });
  const [tried, setTried] = useState(false);
  const attempt = useReferralAct(referral.id, 'rejection', () => {
    clear();
    onClose();
  });
  const fault = useFault(attempt);
  const needsNote = NEEDS_NOTE.includes(form.reason);
  return (
    <ActDialog
      title={t('in.declineTitle')}
      submit={t('in.declineTitle')}
      attempt={attempt}
      onClose={onClose}
      body={() => {
        setTried(true);
        if (!form.reason || (needsNote && !form.note.trim())) return undefined;
        return { reason: form.reason, note: form.note.trim() || undefined };
      }}
    >
      <p className="soft small">{t('in.why')}</p>
      <RadioList
        id="alasan-tolak"
        label={t('in.reason')}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        options={reasons}
        fault={tried && !form.reason ? t('fault.required') : fault('/reason')}
      />
      <TextArea
        label={t('in.advice')}
        hint={t(needsNote ? 'intake.required' : 'intake.optional')}
        placeholder={t('in.adviceExample')}
        rows={2}
        maxLength={1000}
        value={form.note}
        onChange={(event) => change({ note: event.target.value })}
        fault={tried && needsNote && !form.note.trim() ? t('fault.required') : fault('/note')}
      />
    </ActDialog>
  );
}

/** Ask (receiver), answer (sender) and withdraw (sender) are one text each. */
export function TextDialog({
  referral,
  noun,
  onClose,
}: ReferralDialogProps & { noun: 'question' | 'answer' | 'cancellation' }) {
  const t = useWords();
  const [form, change, clear] = useDraft(`${noun}-${referral.id}`, { text: '' });
  const [tried, setTried] = useState(false);
  const attempt = useReferralAct(referral.id, noun, () => {
    clear();
    onClose();
  });
  const fault = useFault(attempt);
  return (
    <ActDialog
      title={t(`dialog.${noun}.title`)}
      submit={t(`dialog.${noun}.submit`)}
      attempt={attempt as Attempt<{ text: string } | { reason: string }, ReferralState>}
      onClose={onClose}
      body={() => {
        setTried(true);
        const text = form.text.trim();
        if (!text) return undefined;
        return noun === 'cancellation' ? { reason: text } : { text };
      }}
    >
      <p className="soft small">{t(`dialog.${noun}.lead`)}</p>
      <TextArea
        label={t(`dialog.${noun}.label`)}
        rows={4}
        maxLength={2000}
        value={form.text}
        onChange={(event) => change({ text: event.target.value })}
        fault={tried && !form.text.trim() ? t('fault.required') : (fault('/text') ?? fault('/reason'))}
      />
    </ActDialog>
  );
}

export function AcceptDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useWords();
  const [form, change, clear] = useDraft(`accept-${referral.id}`, { name: '', at: '', place: '' });
  const attempt = useReferralAct(referral.id, 'acceptance', () => {
    clear();
    onClose();
  });
  const fault = useFault(attempt);
  return (
    <ActDialog
      title={t('in.acceptWith')}
      submit={t('in.accept')}
      attempt={attempt}
      onClose={onClose}
      body={() => ({
        responsibleName: form.name.trim() || undefined,
        appointmentAt: fromCityInput(form.at),
        place: form.place.trim() || undefined,
      })}
    >
      <TextInput
        label={t('in.responsible')}
        hint={t('in.youIfEmpty')}
        maxLength={160}
        value={form.name}
        onChange={(event) => change({ name: event.target.value })}
        fault={fault('/responsibleName')}
      />
      <MomentInput
        label={t('in.appointment')}
        value={form.at}
        onChange={(event) => change({ at: event.target.value })}
        fault={fault('/appointmentAt')}
      />
      <TextInput
        label={t('in.place')}
        maxLength={200}
        value={form.place}
        onChange={(event) => change({ place: event.target.value })}
        fault={fault('/place')}
      />
    </ActDialog>
  );
}
