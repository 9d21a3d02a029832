import { useState } from 'react';
import { useWords } from '../../words/words';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { AgencyContacts, DirectoryAgency, EditedAgency } from '../../api/contract';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { Chips, ChipSet, TextArea, TextInput } from '../../elements/fields';
import { HOURS, linesOf, said, TRACKS } from './form-values';

export function EditAgency({ agency, onClose }: { agency: DirectoryAgency; onClose: () => void }) {
  const t = useWords();
  const [form, setForm] = useState({
    name: agency.name,
    unit: agency.unit ?? '',
    description: agency.description ?? '',
    takesTracks: agency.takesTracks,
    needsToAccept: agency.needsToAccept.join('\n'),
    feedbackDocument: agency.feedbackDocument ?? '',
    hours: agency.hours,
    hoursNote: agency.hoursNote ?? '',
    address: agency.address ?? '',
    costSource: agency.costSource ?? '',
  });
  const save = useAttempt(
    (body: EditedAgency, key) =>
      answer(
        api.PATCH('/api/directory/agencies/{id}', {
          params: { path: { id: agency.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['directory'], done: onClose },
  );
  const fault = useFault(save);
  type Text = Exclude<keyof typeof form, 'takesTracks'>;
  const text = (name: Text) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
    fault: fault(`/${name}`) ?? fault(`/${name}/0`) ?? fault(`/${name}/1`),
  });
  const body = (): EditedAgency => ({
    version: agency.version,
    name: form.name,
    takesTracks: form.takesTracks as EditedAgency['takesTracks'],
    needsToAccept: linesOf(form.needsToAccept),
    hours: form.hours,
    ...said({
      unit: form.unit,
      description: form.description,
      feedbackDocument: form.feedbackDocument,
      hoursNote: form.hoursNote,
      address: form.address,
      costSource: form.costSource,
    }),
  });
  return (
    <ActDialog
      title={t('directory.edit')}
      lead={agency.locationSecret ? t('directory.secretLead') : undefined}
      submit={t('directory.save')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <TextInput label={t('directory.field.name')} {...text('name')} />
      <TextInput label={t('directory.unit')} {...text('unit')} />
      <TextArea label={t('directory.description')} {...text('description')} />
      <ChipSet
        label={t('directory.tracks')}
        options={TRACKS.map((value) => ({ value, label: t(`directory.track.${value}`) }))}
        value={form.takesTracks}
        onChange={(takesTracks) => setForm({ ...form, takesTracks })}
        fault={fault('/takesTracks')}
      />
      <TextArea label={t('directory.needs')} hint={t('directory.onePerLine')} {...text('needsToAccept')} />
      <TextInput label={t('directory.feedback')} {...text('feedbackDocument')} />
      <Chips
        label={t('directory.hours')}
        options={HOURS.map((value) => ({ value, label: t(`directory.hours.${value}`) }))}
        value={form.hours}
        onChange={(hours) => setForm({ ...form, hours: hours as typeof form.hours })}
        fault={fault('/hours')}
      />
      <TextInput label={t('directory.field.hoursNote')} {...text('hoursNote')} />
      {!agency.locationSecret && <TextInput label={t('directory.address')} {...text('address')} />}
      <TextInput label={t('directory.cost')} {...text('costSource')} />
    </ActDialog>
  );
}

export function EditContacts({ agency, onClose }: { agency: DirectoryAgency; onClose: () => void }) {
  const t = useWords();
  const [form, setForm] = useState({
    email: agency.email ?? '',
    dutyPhone: agency.dutyPhone ?? '',
    dutyPhoneFallback: agency.dutyPhoneFallback ?? '',
  });
  const save = useAttempt(
    (body: AgencyContacts, key) =>
      answer(
        api.POST('/api/directory/agencies/{id}/contacts', {
          params: { path: { id: agency.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['directory'], done: onClose },
  );
  const fault = useFault(save);
  const text = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
    fault: fault(`/${name}`),
  });
  return (
    <ActDialog
      title={t('directory.editContacts')}
      lead={t('directory.contactsLead')}
      submit={t('directory.save')}
      attempt={save}
      body={() => ({ version: agency.version, ...said(form) })}
      onClose={onClose}
    >
      <TextInput type="tel" label={t('directory.dutyPhone')} {...text('dutyPhone')} />
      <TextInput type="tel" label={t('directory.fallback')} {...text('dutyPhoneFallback')} />
      <TextInput
        type="email"
        label={t('directory.email')}
        hint={t('directory.emailHint')}
        {...text('email')}
      />
    </ActDialog>
  );
}
