import { useState } from 'react';
import { useWords } from '../../words/words';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { useCodeChoices } from '../../api/codes';
import type { DirectoryAgency, DirectoryService, WrittenService } from '../../api/contract';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { Chips, ChipSet, Select, TextArea, TextInput, Tick } from '../../elements/fields';
import { HOURS, linesOf, said, TRACKS } from './form-values';

/** One service: a new one of the agency, or one that it gives. */
export function EditService({
  agency,
  service,
  onClose,
}: {
  agency: DirectoryAgency;
  service?: DirectoryService;
  onClose: () => void;
}) {
  const t = useWords();
  const services = useCodeChoices('LAYANAN');
  const sexes = useCodeChoices('JENIS_KELAMIN');
  const risks = useCodeChoices('TINGKAT_RISIKO');
  const [form, setForm] = useState({
    serviceCode: service?.serviceCode ?? '',
    nameId: service?.nameId ?? '',
    nameEn: service?.nameEn ?? '',
    description: service?.description ?? '',
    ageMin: service?.ageMin?.toString() ?? '',
    ageMax: service?.ageMax?.toString() ?? '',
    requires: service?.requires.join('\n') ?? '',
    costSource: service?.costSource ?? agency.costSource ?? '',
    accessibility: service?.accessibility.join('\n') ?? '',
  });
  const [forTracks, setTracks] = useState(service?.forTracks ?? agency.takesTracks);
  const [forSex, setSex] = useState(service?.forSex ?? ['P', 'L']);
  const [riskLevels, setRisks] = useState(service?.riskLevels ?? ['TINGGI', 'SEDANG', 'RENDAH']);
  const [hours, setHours] = useState(service?.hours ?? agency.hours);
  const [emergency, setEmergency] = useState(service?.emergency ?? false);
  const save = useAttempt(
    (body: WrittenService, key) =>
      service
        ? answer(
            api.PATCH('/api/directory/services/{id}', {
              params: { path: { id: service.id } },
              body: { ...body, version: service.version },
              headers: withKey(key),
            }),
          )
        : answer(
            api.POST('/api/directory/agencies/{id}/services', {
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
    fault: fault(`/${name}`) ?? fault(`/${name}/0`) ?? fault(`/${name}/1`),
  });
  const body = (): WrittenService => ({
    serviceCode: form.serviceCode,
    nameId: form.nameId,
    nameEn: form.nameEn.trim() || form.nameId,
    forTracks: forTracks as WrittenService['forTracks'],
    forSex,
    riskLevels,
    requires: linesOf(form.requires),
    accessibility: linesOf(form.accessibility),
    hours,
    emergency,
    ...said({ description: form.description, costSource: form.costSource }),
    ...(form.ageMin !== '' && { ageMin: Number(form.ageMin) }),
    ...(form.ageMax !== '' && { ageMax: Number(form.ageMax) }),
  });
  return (
    <ActDialog
      title={t(service ? 'directory.editService' : 'directory.addService')}
      lead={agency.locationSecret ? t('directory.secretLead') : undefined}
      submit={t('directory.save')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <Select
        label={t('directory.need')}
        placeholder={t('directory.choose')}
        options={services}
        value={form.serviceCode}
        onChange={(event) => setForm({ ...form, serviceCode: event.target.value })}
        fault={fault('/serviceCode')}
      />
      <TextInput label={t('directory.field.nameId')} {...text('nameId')} />
      <TextInput label={t('directory.field.nameEn')} lang="en" {...text('nameEn')} />
      <TextArea label={t('directory.description')} {...text('description')} />
      <ChipSet
        label={t('directory.tracks')}
        options={TRACKS.map((value) => ({ value, label: t(`directory.track.${value}`) }))}
        value={forTracks}
        onChange={setTracks}
      />
      <ChipSet label={t('directory.field.forSex')} options={sexes} value={forSex} onChange={setSex} />
      <TextInput type="number" min={0} max={120} label={t('directory.field.ageMin')} {...text('ageMin')} />
      <TextInput type="number" min={0} max={120} label={t('directory.field.ageMax')} {...text('ageMax')} />
      <ChipSet
        label={t('directory.field.riskLevels')}
        options={risks}
        value={riskLevels}
        onChange={setRisks}
      />
      <TextArea label={t('directory.requires')} hint={t('directory.requiresHint')} {...text('requires')} />
      <TextInput label={t('directory.cost')} {...text('costSource')} />
      <Chips
        label={t('directory.hours')}
        options={HOURS.map((value) => ({ value, label: t(`directory.hours.${value}`) }))}
        value={hours}
        onChange={(value) => setHours(value as typeof hours)}
      />
      <Tick checked={emergency} onChange={(event) => setEmergency(event.target.checked)}>
        {t('directory.emergencyMore')}
      </Tick>
      <TextArea
        label={t('directory.field.accessibility')}
        hint={t('directory.onePerLine')}
        {...text('accessibility')}
      />
    </ActDialog>
  );
}

export function EditCapacity({ service, onClose }: { service: DirectoryService; onClose: () => void }) {
  const t = useWords();
  const [total, setTotal] = useState(service.capacity?.total.toString() ?? '');
  const [free, setFree] = useState(service.capacity?.free.toString() ?? '');
  const save = useAttempt(
    (body: { version: number; total: number; free: number }, key) =>
      answer(
        api.POST('/api/directory/services/{id}/capacity', {
          params: { path: { id: service.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['directory'], done: onClose },
  );
  const fault = useFault(save);
  return (
    <ActDialog
      title={t('directory.setPlaces')}
      lead={service.nameId}
      submit={t('directory.save')}
      attempt={save}
      body={() =>
        total === '' || free === ''
          ? undefined
          : { version: service.version, total: Number(total), free: Number(free) }
      }
      onClose={onClose}
    >
      <TextInput
        type="number"
        min={0}
        required
        label={t('directory.field.capacityTotal')}
        value={total}
        onChange={(event) => setTotal(event.target.value)}
        fault={fault('/total')}
      />
      <TextInput
        type="number"
        min={0}
        required
        label={t('directory.field.capacityFree')}
        value={free}
        onChange={(event) => setFree(event.target.value)}
        fault={fault('/free')}
      />
    </ActDialog>
  );
}

export function EndService({ service, onClose }: { service: DirectoryService; onClose: () => void }) {
  const t = useWords();
  const save = useAttempt(
    (body: { version: number }, key) =>
      answer(
        api.POST('/api/directory/services/{id}/ending', {
          params: { path: { id: service.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['directory'], done: onClose },
  );
  return (
    <ActDialog
      title={t('directory.endService')}
      lead={t('directory.endLead', { name: service.nameId })}
      submit={t('directory.endService')}
      attempt={save}
      body={() => ({ version: service.version })}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}
