import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { useCodeChoices } from '../../api/codes';
import type { CaseFile, NewPerson } from '../../api/contract';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { Segment, Select, TextInput } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';

const KINDS = ['VICTIM', 'REPORTED', 'GUARDIAN', 'WITNESS'] as const;
const EMPTY = { kind: '', name: '', age: '', sex: '', phone: '', relation: '', employer: '' };

const text = (value: string): string | undefined => value.trim() || undefined;

/** Somebody of whom the case hears later: another client, a reported person, a guardian, a witness. */
export function PersonDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords();
  const sexes = useCodeChoices('JENIS_KELAMIN');
  const relations = useCodeChoices('HUBUNGAN_PELAKU');
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => answer(api.GET('/api/agencies', { params: { query: {} } })),
    staleTime: 300_000,
  });
  const [form, change, clear] = useDraft(`person-${file.id}`, EMPTY);
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: NewPerson, key) =>
      answer(
        api.POST('/api/cases/{id}/persons', {
          params: { path: { id: file.id } },
          body,
          headers: withKey(key),
        }),
      ),
    {
      refreshes: ['case', 'cases', 'worklist', 'suggested', 'deadlines', 'disclosure'],
      done: () => {
        clear();
        onClose();
      },
    },
  );
  const reported = form.kind === 'REPORTED';
  const missing = (needed: boolean, value: string) =>
    tried && needed && !value ? t('fault.required') : undefined;
  const fault = (pointer: string) => {
    const found = save.problem?.faults.find((one) => one.pointer === pointer);
    return found && faultWords(found, t);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!form.kind || (form.kind === 'VICTIM' && !form.sex) || (reported && !form.relation)) return;
    void save.run({
      kind: form.kind as NewPerson['kind'],
      name: text(form.name),
      ageYears: form.age ? Number(form.age) : undefined,
      sex: text(form.sex),
      phone: reported ? undefined : text(form.phone),
      relationToFirstVictim: reported ? form.relation : undefined,
      employerAgencyId: reported ? text(form.employer) : undefined,
    });
  };
  return (
    <Dialog title={t('person.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Segment
          label={t('person.kind')}
          value={form.kind}
          onChange={(kind) => change({ kind })}
          options={KINDS.map((kind) => ({ value: kind, label: t(`person.${kind}`) }))}
          fault={missing(true, form.kind) ?? fault('/kind')}
        />
        <TextInput
          label={t('intake.name')}
          hint={t('intake.nameHint')}
          maxLength={160}
          autoComplete="off"
          spellCheck={false}
          value={form.name}
          onChange={(event) => change({ name: event.target.value })}
          fault={fault('/name')}
        />
        <div className="pair">
          <TextInput
            label={t('intake.age')}
            hint={t('intake.estimate')}
            inputMode="numeric"
            maxLength={3}
            value={form.age}
            onChange={(event) => change({ age: event.target.value.replace(/\D/g, '') })}
            fault={fault('/ageYears')}
          />
          <Segment
            label={t('intake.sex')}
            value={form.sex}
            onChange={(sex) => change({ sex })}
            options={sexes}
            fault={missing(form.kind === 'VICTIM', form.sex) ?? fault('/sex')}
          />
        </div>
        {reported ? (
          <>
            <Select
              label={t('intake.relation')}
              placeholder={t('intake.chooseRelation')}
              value={form.relation}
              onChange={(event) => change({ relation: event.target.value })}
              options={relations}
              fault={missing(true, form.relation) ?? fault('/relationToFirstVictim')}
            />
            <Select
              label={t('intake.partner')}
              hint={t('intake.partnerWhy')}
              placeholder={t('person.noPartner')}
              value={form.employer}
              onChange={(event) => change({ employer: event.target.value })}
              options={(agencies.data?.items ?? []).map((agency) => ({
                value: agency.id,
                label: agency.name,
              }))}
              fault={fault('/employerAgencyId')}
            />
          </>
        ) : (
          <TextInput
            label={t('person.phone')}
            hint={t('intake.optional')}
            inputMode="tel"
            maxLength={40}
            autoComplete="off"
            value={form.phone}
            onChange={(event) => change({ phone: event.target.value })}
            fault={fault('/phone')}
          />
        )}
        <RefusalNote problem={save.problem} />
        <DialogFoot onCancel={onClose} busy={save.busy} save={t('person.add')} />
      </form>
    </Dialog>
  );
}
