import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import type { Attempt } from '../../api/attempt';
import { useCodeChoices } from '../../api/codes';
import { faultOf } from '../../api/faults';
import type { Referral } from '../../api/contract';
import { fromCityInput } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { RadioList, Segment, TextArea, TextInput } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { useReferralAct } from './use-act';

interface Props {
  referral: Referral;
  onClose: () => void;
}

/** The frame of every act that needs words: what was typed survives a lock and a failed try. */
function ActDialog<Body>({
  title,
  submit,
  attempt,
  body,
  onClose,
  children,
}: {
  title: string;
  submit: string;
  attempt: Attempt<Body, Referral>;
  /** Undefined while something is missing; the form then shows what. */
  body: () => Body | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useWords();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const ready = body();
    if (ready !== undefined) void attempt.run(ready);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit} noValidate>
        {children}
        <RefusalNote problem={attempt.problem} />
        <footer>
          <Button large onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button kind="pri" large type="submit" busy={attempt.busy}>
            {submit}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function useFault(attempt: { problem?: { faults: { pointer: string; code: string; message?: string }[] } }) {
  const t = useWords();
  return (pointer: string) => {
    const found = faultOf(attempt.problem?.faults ?? [], pointer);
    return found && faultWords(found, t);
  };
}

const NEEDS_NOTE = ['SYARAT_KURANG', 'LAINNYA'];

export function RejectDialog({ referral, onClose }: Props) {
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
}: Props & { noun: 'question' | 'answer' | 'cancellation' }) {
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
      attempt={attempt as Attempt<{ text: string } | { reason: string }, Referral>}
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

export function AcceptDialog({ referral, onClose }: Props) {
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
      <TextInput
        type="datetime-local"
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

export function ProgressDialog({ referral, onClose }: Props) {
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
      <TextInput
        type="datetime-local"
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
export function OutcomeDialog({ referral, onClose }: Props) {
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
  const attempt = (failed ? fail : complete) as Attempt<{ text: string }, Referral>;
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

export function ConfirmDialog({ referral, onClose }: Props) {
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
