import { useWords } from '../../words/words';
import { useCodeChoices } from '../../api/codes';
import { fieldId } from '../../api/faults';
import { Button } from '../../elements/button';
import { ChipSet, MomentInput, Select, TextInput, Tick } from '../../elements/fields';
import { IconPlus } from '../../elements/icons';
import type { IntakePerson } from './form';
import type { Part } from './part';

export function Details({ form, change, fault }: Part) {
  const t = useWords();
  const places = useCodeChoices('TEMPAT_KEJADIAN');
  const disabilities = useCodeChoices('RAGAM_DISABILITAS');
  return (
    <>
      <div className="pair">
        <MomentInput
          id={fieldId('/receivedAt')}
          label={t('intake.receivedAt')}
          hint={t('intake.nowIfEmpty')}
          value={form.receivedAt}
          onChange={(event) => change({ receivedAt: event.target.value })}
          fault={fault('/receivedAt')}
        />
        <Select
          id={fieldId('/place')}
          label={t('intake.place')}
          placeholder={t('intake.choosePlace')}
          value={form.place}
          onChange={(event) => change({ place: event.target.value })}
          options={places}
          fault={fault('/place')}
        />
        <TextInput
          id={fieldId('/victims/0/nik')}
          label={t('intake.nik')}
          inputMode="numeric"
          maxLength={16}
          value={form.nik}
          onChange={(event) => change({ nik: event.target.value.replace(/\D/g, '') })}
          fault={fault('/victims/0/nik')}
        />
        <TextInput
          id={fieldId('/victims/0/birthDate')}
          type="date"
          label={t('intake.birthDate')}
          value={form.birthDate}
          onChange={(event) => change({ birthDate: event.target.value })}
          fault={fault('/victims/0/birthDate')}
        />
        <TextInput
          id={fieldId('/victims/0/phone')}
          label={t('intake.phone')}
          inputMode="tel"
          maxLength={30}
          value={form.phone}
          onChange={(event) => change({ phone: event.target.value })}
          fault={fault('/victims/0/phone')}
        />
        <TextInput
          id={fieldId('/victims/0/school')}
          label={t('intake.school')}
          maxLength={160}
          value={form.school}
          onChange={(event) => change({ school: event.target.value })}
          fault={fault('/victims/0/school')}
        />
      </div>
      <TextInput
        id={fieldId('/victims/0/address')}
        label={t('intake.address')}
        maxLength={300}
        value={form.address}
        onChange={(event) => change({ address: event.target.value })}
        fault={fault('/victims/0/address')}
      />
      <ChipSet
        id={fieldId('/victims/0/disabilities')}
        label={t('intake.disabilities')}
        value={form.disabilities}
        onChange={(value) => change({ disabilities: value })}
        options={disabilities}
        fault={fault('/victims/0/disabilities')}
      />
      <Tick checked={form.online} onChange={(event) => change({ online: event.target.checked })}>
        {t('intake.online')}
      </Tick>
      {form.reporterKind !== 'KORBAN' && form.reporterKind !== 'ANONIM' && (
        <div className="pair">
          <TextInput
            id={fieldId('/reporter/name')}
            label={t('intake.reporterName')}
            maxLength={160}
            spellCheck={false}
            value={form.reporterName}
            onChange={(event) => change({ reporterName: event.target.value })}
            fault={fault('/reporter/name')}
          />
          <TextInput
            id={fieldId('/reporter/phone')}
            label={t('intake.reporterPhone')}
            inputMode="tel"
            maxLength={30}
            value={form.reporterPhone}
            onChange={(event) => change({ reporterPhone: event.target.value })}
            fault={fault('/reporter/phone')}
          />
        </div>
      )}
      <Others form={form} change={change} fault={fault} />
    </>
  );
}

/** Further victims of the same event (children of the house, for example): each a person with an own place in the case. */
function Others({ form, change, fault }: Part) {
  const t = useWords();
  const sexes = useCodeChoices('JENIS_KELAMIN');
  const alter = (index: number, part: Partial<IntakePerson>) =>
    change({ others: form.others.map((other, at) => (at === index ? { ...other, ...part } : other)) });
  return (
    <fieldset className="stack">
      <legend className="hidden">{t('intake.others')}</legend>
      {form.others.map((other, index) => (
        // Rows have no identity but their place while they are typed.
        <div className="other" key={index}>
          <TextInput
            label={t('intake.otherName', { n: index + 2 })}
            maxLength={160}
            spellCheck={false}
            value={other.name}
            onChange={(event) => alter(index, { name: event.target.value })}
            fault={fault(`/victims/${index + 1}/name`)}
          />
          <TextInput
            label={t('intake.age')}
            inputMode="numeric"
            maxLength={3}
            value={other.age}
            onChange={(event) => alter(index, { age: event.target.value.replace(/\D/g, '') })}
            fault={fault(`/victims/${index + 1}/ageYears`)}
          />
          <Select
            id={fieldId(`/victims/${index + 1}/sex`)}
            label={t('intake.sex')}
            placeholder="–"
            value={other.sex}
            onChange={(event) => alter(index, { sex: event.target.value })}
            options={sexes}
            fault={fault(`/victims/${index + 1}/sex`)}
          />
          <Button onClick={() => change({ others: form.others.filter((_, at) => at !== index) })}>
            {t('act.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          icon={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => change({ others: [...form.others, { name: '', age: '', sex: '' }] })}
        >
          {t('intake.addOther')}
        </Button>
      </div>
    </fieldset>
  );
}
