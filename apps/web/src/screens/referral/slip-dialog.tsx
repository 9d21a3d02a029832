import { useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { useCodeChoices } from '../../api/codes';
import type { Slip } from '../../api/contract';
import { fromCityInput } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { MomentInput, RadioList, TextArea, TextInput } from '../../elements/fields';
import { useWords } from '../../words/words';

type Answered = Slip['possible'][number];
const TOUCHED = ['referral', 'inbox', 'case', 'worklist', 'deadlines', 'slip'];
const WITH_TEXT: readonly Answered[] = ['ASKED', 'COMPLETED', 'FAILED'];

/** What is ticked on a slip, as of when the receiver ticked it. */
export function SlipDialog({ slip, code, onClose }: { slip: Slip; code: string; onClose: () => void }) {
  const t = useWords();
  const rejections = useCodeChoices('ALASAN_TOLAK');
  const failures = useCodeChoices('ALASAN_TIDAK_BERHASIL');
  const outcomes = useCodeChoices('HASIL_LAYANAN');
  const [form, setForm] = useState({ answer: '', at: '', name: '', reason: '', outcome: '', text: '' });
  const change = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const [tried, setTried] = useState(false);
  const attempt = useAttempt((body: Parameters<typeof send>[1], key) => send(slip.referralId, body, key), {
    refreshes: TOUCHED,
    done: onClose,
  });
  const fault = useFault(attempt);
  const chosen = form.answer as Answered | '';
  const needsReason = chosen === 'REJECTED' || chosen === 'FAILED';
  const needsText = chosen !== '' && WITH_TEXT.includes(chosen);
  const answeredAt = fromCityInput(form.at);
  const empty = (missing: boolean, pointer: string) =>
    (tried && missing ? t('fault.required') : undefined) ?? fault(pointer);
  return (
    <ActDialog
      title={t('slip.title')}
      lead={t('slip.from', { agency: slip.toAgency.name, number: slip.number ?? '' })}
      submit={t('slip.save')}
      attempt={attempt}
      onClose={onClose}
      body={() => {
        setTried(true);
        const text = form.text.trim() || undefined;
        if (!chosen || !answeredAt || !form.name.trim()) return undefined;
        if ((needsReason && !form.reason) || (needsText && !text)) return undefined;
        if (chosen === 'COMPLETED' && !form.outcome) return undefined;
        return {
          ...{ code, answer: chosen, answeredAt, name: form.name.trim(), text },
          ...(needsReason ? { reason: form.reason } : {}),
          ...(chosen === 'COMPLETED' ? { outcome: form.outcome } : {}),
        };
      }}
    >
      <RadioList
        id="jawaban-lembar"
        label={t('slip.answer')}
        value={form.answer}
        onChange={(answered) => change({ answer: answered, reason: '' })}
        options={slip.possible.map((one) => ({ value: one, label: t(`slip.${one}`) }))}
        fault={empty(!chosen, '/answer')}
      />
      <MomentInput
        label={t('slip.answeredAt')}
        value={form.at}
        onChange={(event) => change({ at: event.target.value })}
        fault={empty(!answeredAt, '/answeredAt')}
      />
      <TextInput
        label={t('slip.name')}
        maxLength={80}
        value={form.name}
        onChange={(event) => change({ name: event.target.value })}
        fault={empty(!form.name.trim(), '/name')}
      />
      {needsReason && (
        <RadioList
          id="alasan-lembar"
          label={t('in.reason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          options={chosen === 'REJECTED' ? rejections : failures}
          fault={empty(!form.reason, '/reason')}
        />
      )}
      {chosen === 'COMPLETED' && (
        <RadioList
          id="hasil-lembar"
          label={t('slip.outcome')}
          value={form.outcome}
          onChange={(outcome) => change({ outcome })}
          options={outcomes}
          fault={empty(!form.outcome, '/outcome')}
        />
      )}
      {(needsText || chosen === 'REJECTED') && (
        <TextArea
          label={t('slip.text')}
          hint={t(needsText ? 'intake.required' : 'intake.optional')}
          rows={3}
          maxLength={2000}
          value={form.text}
          onChange={(event) => change({ text: event.target.value })}
          fault={(needsText ? empty(!form.text.trim(), '/text') : undefined) ?? fault('/note')}
        />
      )}
    </ActDialog>
  );
}

interface Body {
  code: string;
  answer: Answered;
  answeredAt: string;
  name: string;
  reason?: string;
  outcome?: string;
  text?: string;
}

const send = (id: string, body: Body, key: string) =>
  answer(
    api.POST('/api/referrals/{id}/returned-slip', {
      params: { path: { id } },
      body: body as never,
      headers: withKey(key),
    }),
  );
