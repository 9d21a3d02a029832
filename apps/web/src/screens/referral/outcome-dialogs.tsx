import { useState } from 'react';
import { useWords } from '../../words/words';
import type { Attempt } from '../../api/attempt';
import { useCodeChoices } from '../../api/codes';
import type { ReferralState } from '../../api/contract';
import { fromCityInput } from '../../clock/dates';
import { MomentInput, RadioList, Segment, TextArea } from '../../elements/fields';
import { useDraft } from '../../safety/drafts';
import { ActDialog, useFault } from '../../elements/act-dialog';
import type { ReferralDialogProps } from './act-props';
import { useReferralAct } from './use-act';

export function ProgressDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useWords();
  const [form, change, clear] = useDraft(`progress-${referral.id}`, { text: '', nextAt: '' });
  const [tried, setTried] = useState(false);
  const attempt = useReferralAct(referral.id, 'progress', () => {
    clear();
    onClose();
  });
  const fault = useFault(attempt);
  return (
    <ActDialog
      title={t('report.progress')}
      submit={t('report.send')}
      attempt={attempt}
      onClose={onClose}
      body={() => {
        setTried(true);
        return form.text.trim() ? { text: form.text.trim(), nextAt: fromCityInput(form.nextAt) } : undefined;
      }}
    >
      <TextArea
        label={t('report.done')}
        hint={t('report.useClient')}
        rows={4}
        maxLength={4000}
        value={form.text}
        onChange={(event) => change({ text: event.target.value })}
        fault={tried && !form.text.trim() ? t('fault.required') : fault('/text')}
      />
      <MomentInput
        label={t('report.next')}
        hint={t('intake.optional')}
        value={form.nextAt}
        onChange={(event) => change({ nextAt: event.target.value })}
        fault={fault('/nextAt')}
      />
    </ActDialog>
  );
}

/** The end of the receiver's work: completed with an outcome, or not successful with a coded reason. */
export function OutcomeDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useWords();
  const outcomes = useCodeChoices('HASIL_LAYANAN');
  const reasons = useCodeChoices('ALASAN_TIDAK_BERHASIL');
  const [form, change, clear] = useDraft(`outcome-${referral.id}`, { outcome: '', reason: '', text: '' });
  const [tried, setTried] = useState(false);
  const done = () => {
    clear();
    onClose();
  };
  const complete = useReferralAct(referral.id, 'completion', done);
  const fail = useReferralAct(referral.id, 'failure', done);
  const failed = form.outcome === 'TIDAK_BERHASIL';
  const attempt = (failed ? fail : complete) as Attempt<{ text: string }, ReferralState>;
  const fault = useFault(attempt);
  return (
    <ActDialog
      title={t('in.report')}
      submit={t('report.send')}
      attempt={attempt}
      onClose={onClose}
      body={() => {
        setTried(true);
        const text = form.text.trim();
        if (!form.outcome || !text || (failed && !form.reason)) return undefined;
        return failed ? { reason: form.reason, text } : { outcome: form.outcome, text };
      }}
    >
      <RadioList
        id="hasil"
        label={t('report.outcome')}
        value={form.outcome}
        onChange={(outcome) => change({ outcome })}
        options={outcomes}
        fault={tried && !form.outcome ? t('fault.required') : fault('/outcome')}
      />
      {failed && (
        <RadioList
          id="alasan-gagal"
          label={t('report.why')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          options={reasons}
          fault={tried && !form.reason ? t('fault.required') : fault('/reason')}
        />
      )}
      <TextArea
        label={t('report.done')}
        hint={t('report.useClient')}
        rows={4}
        maxLength={4000}
        value={form.text}
        onChange={(event) => change({ text: event.target.value })}
        fault={tried && !form.text.trim() ? t('fault.required') : fault('/text')}
      />
    </ActDialog>
  );
}

const ANSWERS = ['HELPED', 'PARTLY', 'NOT_HELPED', 'NOT_ASKED'] as const;

export function ConfirmDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useWords();
  const [form, change, clear] = useDraft(`confirm-${referral.id}`, { clientAnswer: 'NOT_ASKED', note: '' });
  const attempt = useReferralAct(referral.id, 'confirmation', () => {
    clear();
    onClose();
  });
  return (
    <ActDialog
      title={t('confirm.title')}
      submit={t('confirm.submit')}
      attempt={attempt}
      onClose={onClose}
      body={() => ({ clientAnswer: form.clientAnswer, note: form.note.trim() || undefined })}
    >
      <p className="soft small">{t('confirm.lead')}</p>
      <Segment
        label={t('confirm.client')}
        value={form.clientAnswer}
        onChange={(clientAnswer) => change({ clientAnswer })}
        options={ANSWERS.map((value) => ({ value, label: t(`confirm.${value}`) }))}
      />
      <TextArea
        label={t('confirm.note')}
        hint={t('intake.optional')}
        rows={2}
        maxLength={1000}
        value={form.note}
        onChange={(event) => change({ note: event.target.value })}
      />
    </ActDialog>
  );
}
