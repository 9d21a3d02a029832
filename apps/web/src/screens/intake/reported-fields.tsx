import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { useCodeChoices } from '../../api/codes';
import { fieldId } from '../../api/faults';
import { Select, TextInput, Tick } from '../../elements/fields';
import type { Part } from './part';

export function Reported({ form, change, fault }: Part) {
  const t = useWords();
  const relations = useCodeChoices('HUBUNGAN_PELAKU');
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => answer(api.GET('/api/agencies', { params: { query: {} } })),
    staleTime: Infinity,
    enabled: form.reportedWorksAtPartner,
  });
  return (
    <>
      <Select
        id={fieldId('/reportedPersons/0/relation')}
        label={t('intake.relation')}
        placeholder={t('intake.chooseRelation')}
        value={form.relation}
        onChange={(event) => change({ relation: event.target.value })}
        options={relations}
        fault={fault('/reportedPersons/0/relation')}
      />
      <div className="pair">
        <TextInput
          id={fieldId('/reportedPersons/0/name')}
          label={t('intake.reportedName')}
          hint={t('intake.ifKnown')}
          value={form.reportedName}
          maxLength={160}
          spellCheck={false}
          onChange={(event) => change({ reportedName: event.target.value })}
          fault={fault('/reportedPersons/0/name')}
        />
        <TextInput
          id={fieldId('/reportedPersons/0/ageYears')}
          label={t('intake.age')}
          hint={t('intake.childReported')}
          inputMode="numeric"
          maxLength={3}
          value={form.reportedAge}
          onChange={(event) => change({ reportedAge: event.target.value.replace(/\D/g, '') })}
          fault={fault('/reportedPersons/0/ageYears')}
        />
      </div>
      <Tick
        checked={form.reportedWorksAtPartner}
        onChange={(event) => change({ reportedWorksAtPartner: event.target.checked })}
      >
        {t('intake.worksAtPartner')}
      </Tick>
      {form.reportedWorksAtPartner && (
        <Select
          id={fieldId('/reportedPersons/0/agencyId')}
          label={t('intake.partner')}
          hint={t('intake.partnerWhy')}
          placeholder={t('intake.choosePartner')}
          value={form.reportedAgencyId}
          onChange={(event) => change({ reportedAgencyId: event.target.value })}
          options={(agencies.data?.items ?? []).map((agency) => ({ value: agency.id, label: agency.name }))}
          fault={fault('/reportedPersons/0/agencyId')}
        />
      )}
    </>
  );
}
