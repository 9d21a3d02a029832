import { useDeferredValue, useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { useCodeChoices } from '../../api/codes';
import { fieldId } from '../../api/faults';
import { Chips, Select, TextInput, Tick } from '../../elements/fields';
import { Go } from '../../elements/go';
import { IconInfoCircle } from '../../elements/icons';
import { SAFE_CHANNELS, type Intake } from './form';
import type { Part } from './part';

export function Client({ form, change, fault }: Part) {
  const t = useWords();
  const sexes = useCodeChoices('JENIS_KELAMIN');
  return (
    <>
      <TextInput
        id={fieldId('/victims/0/name')}
        label={t('intake.name')}
        hint={t('intake.nameHint')}
        value={form.name}
        maxLength={160}
        spellCheck={false}
        onChange={(event) => change({ name: event.target.value })}
        fault={fault('/victims/0/name')}
      />
      <Matches form={form} />
      <div className="age-sex">
        <TextInput
          id={fieldId('/victims/0/ageYears')}
          label={t('intake.age')}
          hint={t('intake.estimate')}
          inputMode="numeric"
          maxLength={3}
          value={form.age}
          onChange={(event) => change({ age: event.target.value.replace(/\D/g, '') })}
          fault={fault('/victims/0/ageYears')}
        />
        <Chips
          id={fieldId('/victims/0/sex')}
          label={t('intake.sex')}
          value={form.sex}
          onChange={(value) => change({ sex: value })}
          options={sexes}
          fault={fault('/victims/0/sex')}
        />
      </div>
      <RegionFields form={form} change={change} fault={fault} />
      <Chips
        id={fieldId('/victims/0/safeContact')}
        label={t('intake.safeContact')}
        value={form.safeChannel}
        onChange={(value) => change({ safeChannel: value })}
        options={SAFE_CHANNELS.map((channel) => ({ value: channel, label: t(`safe.${channel}`) }))}
        fault={fault('/victims/0/safeContact')}
      />
      {form.safeChannel && form.safeChannel !== 'JANGAN_DIHUBUNGI' && (
        <div className="pair">
          {form.safeChannel === 'ORANG_TEPERCAYA' && (
            <TextInput
              label={t('intake.safeTrusted')}
              value={form.safeWho}
              maxLength={80}
              onChange={(event) => change({ safeWho: event.target.value })}
            />
          )}
          <TextInput
            id={fieldId('/victims/0/safeContact/value')}
            label={t('intake.safeNumber')}
            value={form.safeValue}
            maxLength={120}
            onChange={(event) => change({ safeValue: event.target.value })}
          />
          <TextInput
            label={t('intake.safeWindow')}
            placeholder={t('intake.safeWindowExample')}
            value={form.safeWindow}
            maxLength={80}
            onChange={(event) => change({ safeWindow: event.target.value })}
          />
        </div>
      )}
      {form.safeChannel && (
        <>
          <TextInput
            label={t('intake.safeNote')}
            hint={t('intake.safeNoteHint')}
            value={form.safeNote}
            maxLength={300}
            onChange={(event) => change({ safeNote: event.target.value })}
          />
          {form.safeChannel !== 'JANGAN_DIHUBUNGI' && (
            <Tick
              checked={form.mayLeaveMessage}
              onChange={(event) => change({ mayLeaveMessage: event.target.checked })}
            >
              {t('intake.mayLeaveMessage')}
            </Tick>
          )}
        </>
      )}
    </>
  );
}

/** Search before create: cases that I may see anyway and in which the same name, NIK or number stands. */
function Matches({ form }: { form: Intake }) {
  const t = useWords();
  const wanted = useDeferredValue(
    JSON.stringify({
      name: form.name.trim().length >= 3 ? form.name.trim() : undefined,
      nik: form.nik.length === 16 ? form.nik : undefined,
      phone: form.phone.length >= 8 ? form.phone : undefined,
    }),
  );
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), 900);
    return () => clearTimeout(timer);
  }, [wanted]);
  const asked = useQuery({
    // A name may stand in no address: this search is a POST. The key lives in memory only and is dropped at once.
    queryKey: ['matches', settled],
    queryFn: () => answer(api.POST('/api/cases/matches', { body: JSON.parse(settled) as { name?: string } })),
    enabled: settled !== '{}',
    gcTime: 0,
    retry: false,
  });
  const found = asked.data?.items ?? [];
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="note info">
          <IconInfoCircle size={18} aria-hidden="true" />
          <div>
            <b>{t('intake.matches')}</b>
            <ul>
              {found.map((match) => (
                <li key={match.caseId + match.personKind}>
                  <Go to={`/kasus/${match.caseId}`}>
                    {t('intake.matchSame', {
                      number: match.caseNumber,
                      name: match.maskedName,
                      what: match.agreed.map((one) => t(`match.${one}` as 'match.name')).join(', '),
                    })}
                  </Go>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}

const CITY = '16.74';

function RegionFields({ form, change, fault }: Part) {
  const t = useWords();
  const districts = useRegions(CITY);
  const villages = useRegions(form.district);
  return (
    <div className="pair">
      <Select
        id={fieldId('/victims/0/regionCode')}
        label={t('intake.district')}
        hint={t('intake.ifKnown')}
        value={form.district}
        placeholder={t('intake.chooseDistrict')}
        onChange={(event) => change({ district: event.target.value, village: '' })}
        options={districts}
        fault={fault('/victims/0/regionCode')}
      />
      <Select
        label={t('intake.village')}
        value={form.village}
        placeholder={t('intake.chooseVillage')}
        disabled={!form.district}
        onChange={(event) => change({ village: event.target.value })}
        options={villages}
      />
    </div>
  );
}

function useRegions(parent: string): { value: string; label: string }[] {
  const asked = useQuery({
    queryKey: ['regions', parent],
    queryFn: () => answer(api.GET('/api/regions', { params: { query: { parent } } })),
    enabled: parent !== '',
    staleTime: Infinity,
  });
  return (asked.data?.items ?? []).map((region) => ({ value: region.code, label: region.name }));
}
