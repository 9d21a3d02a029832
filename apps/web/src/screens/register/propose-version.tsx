import { useState, type FormEvent } from 'react';
import { useLocale, useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import type { NewRuleVersion, RuleEffect, RuleVersion } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { Chips, Select, TextArea, TextInput, Tick } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { sourceWords } from '../../elements/source-words';
import { Effect } from './effect';
import { newTerms, TermsFields } from './terms-fields';

const CLOCK_OF = { MINUTE: 'RUNNING', HOUR: 'RUNNING', DAY: 'CALENDAR', WORKING_DAY: 'WORKING' } as const;
const UNITS = Object.keys(CLOCK_OF) as (keyof typeof CLOCK_OF)[];
const BASES = ['LAW', 'LOCAL', 'AGREEMENT', 'PROPOSAL'] as const;
const CERTAINTIES = ['H', 'M', 'L'] as const;

/** A form that starts from what holds now; its effect on open deadlines is looked at before it can be proposed. */
export function ProposeVersion({
  ruleId,
  now,
  onClose,
}: {
  ruleId: string;
  now: RuleVersion;
  onClose: () => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const [form, setForm] = useState(() => ({
    action: now.action,
    amount: now.amount === null ? '' : String(now.amount),
    unit: now.unit ?? '',
    wording: sourceWords(now.wording, locale),
    basis: now.basis,
    citation: sourceWords(now.citation, locale),
    certainty: now.certainty,
    needsLegalCheck: now.needsLegalCheck,
    appliesWhen: now.appliesWhen,
    reminderOffsets: now.reminderOffsets.join(', '),
    escalateTo: now.escalateTo,
    notes: sourceWords(now.notes, locale),
    ...newTerms(),
  }));
  const [seen, setSeen] = useState<RuleEffect>();
  const [tried, setTried] = useState(false);
  const path = { params: { path: { ruleId } } };
  const look = useAttempt(
    (body: NewRuleVersion, key) =>
      answer(api.POST('/api/deadline-rules/{ruleId}/effect', { ...path, body, headers: withKey(key) })),
    { done: setSeen },
  );
  const save = useAttempt(
    (body: NewRuleVersion, key) =>
      answer(api.POST('/api/deadline-rules/{ruleId}/versions', { ...path, body, headers: withKey(key) })),
    { refreshes: ['rules'], done: onClose },
  );
  const problem = save.problem ?? look.problem;
  const change = (part: Partial<typeof form>) => {
    setForm((before) => ({ ...before, ...part }));
    // What was looked at is no longer what would be proposed.
    setSeen(undefined);
  };
  const fault = (pointer: string) => {
    const found = problem?.faults.find((one) => one.pointer.startsWith(pointer));
    return found && faultWords(found, t);
  };
  const body = (): NewRuleVersion => ({
    ...form,
    amount: form.amount === '' ? undefined : Number(form.amount),
    unit: (form.unit || undefined) as NewRuleVersion['unit'],
    clock: clockOf(form.unit, now.clock),
    basis: form.basis as NewRuleVersion['basis'],
    certainty: form.certainty as NewRuleVersion['certainty'],
    kind: now.kind as NewRuleVersion['kind'],
    owner: now.owner,
    triggerEvent: now.triggerEvent,
    reminderOffsets: form.reminderOffsets.split(/[,\s]+/).filter(Boolean),
    notes: form.notes || undefined,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!form.reason.trim()) return;
    if (seen) void save.run(body());
    else void look.run(body());
  };
  const text = (
    name: 'action' | 'wording' | 'citation' | 'appliesWhen' | 'reminderOffsets' | 'escalateTo',
  ) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    fault: fault(`/${name}`),
  });
  return (
    <Dialog title={t('rule.propose')} wide sheet onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{t('rule.proposeMore')}</p>
        <TextInput label={t('rule.action')} {...text('action')} />
        <div className="two-fields">
          <TextInput
            label={t('rule.amount')}
            hint={t('rule.amountHint')}
            inputMode="numeric"
            value={form.amount}
            onChange={(event) => change({ amount: event.target.value.replace(/\D/g, '') })}
            fault={fault('/amount')}
          />
          <Select
            label={t('rule.unit')}
            placeholder={t('rule.noNumber')}
            value={form.unit}
            onChange={(event) => change({ unit: event.target.value })}
            options={UNITS.map((unit) => ({ value: unit, label: t(`rule.unit.${unit}`) }))}
            fault={fault('/unit')}
          />
        </div>
        <TextInput label={t('rule.wording')} {...text('wording')} />
        <Chips
          label={t('rule.basis')}
          value={form.basis}
          onChange={(basis) => change({ basis })}
          options={BASES.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
          fault={fault('/basis')}
        />
        <TextInput label={t('rule.citation')} {...text('citation')} />
        <Chips
          label={t('rule.certainty')}
          value={form.certainty}
          onChange={(certainty) => change({ certainty })}
          options={CERTAINTIES.map((one) => ({ value: one, label: t(`rule.certainty.${one}`) }))}
        />
        <Tick
          checked={form.needsLegalCheck}
          onChange={(event) => change({ needsLegalCheck: event.target.checked })}
        >
          {t('rule.needsCheck')}
          {fault('/needsLegalCheck') && <small className="fault"> {fault('/needsLegalCheck')}</small>}
        </Tick>
        <details>
          <summary>{t('rule.moreFields')}</summary>
          <div className="stack">
            <TextInput label={t('rule.condition')} {...text('appliesWhen')} />
            <TextInput
              label={t('rule.reminders')}
              hint={t('rule.remindersHint')}
              {...text('reminderOffsets')}
            />
            <TextInput label={t('rule.escalates')} {...text('escalateTo')} />
            <TextArea
              label={t('rule.notes')}
              value={form.notes}
              maxLength={1000}
              onChange={(event) => change({ notes: event.target.value })}
            />
          </div>
        </details>
        <TermsFields terms={form} tried={tried} fault={fault} change={change} />
        {seen && <Effect effect={seen} />}
        <RefusalNote problem={problem} focus />
        <DialogFoot
          onCancel={onClose}
          busy={look.busy || save.busy}
          save={t(seen ? 'rule.sendProposal' : 'rule.seeEffect')}
        />
      </form>
    </Dialog>
  );
}

/** The unit says which clock counts it, except where a rule counts back from an end: that it keeps. */
function clockOf(unit: string, before: string | null): NewRuleVersion['clock'] {
  if (!unit) return undefined;
  return before === 'UNTIL' ? 'UNTIL' : CLOCK_OF[unit as keyof typeof CLOCK_OF];
}
