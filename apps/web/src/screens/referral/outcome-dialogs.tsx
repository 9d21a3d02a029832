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
  const shortfalls = useCodeChoices('ALASAN_SEBAGIAN');
  const [form, change, clear] = useDraft(`outcome-${referral.id}`, {
    ...{ outcome: '', reason: '', text: '' },
    ...{ part: 'all', shortfall: '', remains: '' },
  });
  const [tried, setTried] = useState(false);
  const done = () => {
    clear();
    onClose();
  };
  const complete = useReferralAct(referral.id, 'completion', done);
  const fail = useReferralAct(referral.id, 'failure', done);
  const failed = form.outcome === 'TIDAK_BERHASIL';
  const partly = form.outcome !== '' && !failed && form.part === 'some';
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
        const remains = form.remains.trim();
        if (!form.outcome || !text || (failed && !form.reason)) return undefined;
        if (partly && (!form.shortfall || !remains)) return undefined;
        if (failed) return { reason: form.reason, text };
        const rest = partly ? { shortfall: form.shortfall, remains } : {};
        return { outcome: form.outcome, text, ...rest };
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
      {form.outcome && !failed && (
        <Segment
          label={t('part.given')}
          value={form.part}
          onChange={(part) => change({ part })}
          options={(['all', 'some'] as const).map((value) => ({ value, label: t(`part.${value}`) }))}
        />
      )}
      {partly && (
        <>
          <RadioList
            id="alasan-sebagian"
            label={t('part.why')}
            value={form.shortfall}
            onChange={(shortfall) => change({ shortfall })}
            options={shortfalls}
            fault={tried && !form.shortfall ? t('fault.required') : fault('/shortfall')}
          />
          <TextArea
            label={t('part.remains')}
            hint={t('part.remainsHint')}
            rows={2}
            maxLength={1000}
            value={form.remains}
            onChange={(event) => change({ remains: event.target.value })}
            fault={tried && !form.remains.trim() ? t('fault.required') : fault('/remains')}
          />
        </>
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

const REMAINDERS = ['CONTINUE', 'ENOUGH'] as const;
const ANSWERS = ['HELPED', 'PARTLY', 'NOT_HELPED', 'NOT_ASKED'] as const;

export function ConfirmDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useWords();
  const [form, change, clear] = useDraft(`confirm-${referral.id}`, {
    ...{ clientAnswer: 'NOT_ASKED', note: '' },
    ...{ remainder: '', enoughReason: '' },
  });
  const [tried, setTried] = useState(false);
  const enough = useCodeChoices('ALASAN_CUKUP');
  const remains = referral.feedback.findLast((one) => one.remains)?.remains;
  const partly = referral.shortfall !== null;
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
      body={() => {
        setTried(true);
        const isEnough = form.remainder === 'ENOUGH';
        if (partly && (!form.remainder || (isEnough && !form.enoughReason))) return undefined;
        const rest = partly
          ? { remainder: form.remainder, ...(isEnough ? { enoughReason: form.enoughReason } : {}) }
          : {};
        return { clientAnswer: form.clientAnswer, note: form.note.trim() || undefined, ...rest };
      }}
    >
      <p className="soft small">{t('confirm.lead')}</p>
      <Segment
        label={t('confirm.client')}
        value={form.clientAnswer}
        onChange={(clientAnswer) => change({ clientAnswer })}
        options={ANSWERS.map((value) => ({ value, label: t(`confirm.${value}`) }))}
      />
      {partly && (
        <>
          {remains && <p>{t('part.still', { what: remains })}</p>}
          <RadioList
            id="sisa"
            label={t('part.decide')}
            value={form.remainder}
            onChange={(remainder) => change({ remainder })}
            options={REMAINDERS.map((value) => ({ value, label: t(`part.${value}`) }))}
            fault={tried && !form.remainder ? t('fault.required') : undefined}
          />
          {form.remainder === 'ENOUGH' && (
            <RadioList
              id="alasan-cukup"
              label={t('part.enoughWhy')}
              value={form.enoughReason}
              onChange={(enoughReason) => change({ enoughReason })}
              options={enough}
              fault={tried && !form.enoughReason ? t('fault.required') : undefined}
            />
          )}
        </>
      )}
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
