import { useWords } from '../../words/words';
import { useCodeChoices } from '../../api/codes';
import { fieldId } from '../../api/faults';
import { Chips, ChipSet, MomentInput, Select, TextInput } from '../../elements/fields';
import { IconAlertTriangle } from '../../elements/icons';
import type { Intake } from './form';
import type { Part } from './part';

export function Safety({ form, change, fault }: { form: Intake; change: Part['change']; fault?: string }) {
  const t = useWords();
  return (
    <div className="stack tight">
      <Chips
        id={fieldId('/clientSafeNow')}
        label={t('case.safeNow')}
        value={form.clientSafeNow}
        onChange={(value) => change({ clientSafeNow: value as Intake['clientSafeNow'] })}
        options={[
          { value: 'YES', label: t('safe.yes') },
          { value: 'NO', label: t('safe.no') },
          { value: 'UNKNOWN', label: t('safe.unknown') },
        ]}
        fault={fault}
      />
      <div role="status">
        {form.clientSafeNow === 'NO' && (
          <div className="note alarm">
            <IconAlertTriangle size={18} aria-hidden="true" />
            <div>
              <b>{t('case.emergencyFirst')}</b> {t('case.emergencyCall')}{' '}
              <a href="tel:110">{t('case.police')}</a> {t('word.or')}{' '}
              <a href="tel:119">{t('case.ambulance')}</a>. {t('case.emergencyMore')}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

const NO_VIOLENCE = 'KELUARGA_TANPA_KEKERASAN';

export function Violence({ form, change, fault }: Part) {
  const t = useWords();
  const types = useCodeChoices('JENIS_KEKERASAN');
  const contexts = useCodeChoices('KONTEKS_KASUS').filter(
    (choice) => choice.value !== NO_VIOLENCE && choice.value !== 'TPKS',
  );
  const none = form.contexts.includes(NO_VIOLENCE);
  return (
    <>
      <ChipSet
        id={fieldId('/violenceTypes')}
        label={t('intake.violence')}
        hint={t('intake.severalAllowed')}
        value={none ? [NO_VIOLENCE] : form.violenceTypes}
        onChange={(chosen) => {
          const wantsNone = chosen.includes(NO_VIOLENCE) && !none;
          if (wantsNone) change({ violenceTypes: [], contexts: [NO_VIOLENCE] });
          else
            change({
              violenceTypes: chosen.filter((one) => one !== NO_VIOLENCE),
              contexts: form.contexts.filter((one) => one !== NO_VIOLENCE),
            });
        }}
        options={[...types, { value: NO_VIOLENCE, label: t('intake.noViolence') }]}
        fault={fault('/violenceTypes')}
      />
      {!none && (
        <ChipSet
          id={fieldId('/contexts')}
          label={t('intake.contexts')}
          hint={t('intake.ifKnown')}
          value={form.contexts}
          onChange={(value) => change({ contexts: value })}
          options={contexts}
          fault={fault('/contexts')}
        />
      )}
      {(form.violenceTypes.length > 0 || form.occurredAt) && (
        <MomentInput
          id={fieldId('/occurredAt')}
          label={t('intake.occurredAt')}
          hint={form.violenceTypes.includes('SEKSUAL') ? t('intake.occurredAtWhy') : t('intake.ifKnown')}
          value={form.occurredAt}
          onChange={(event) => change({ occurredAt: event.target.value })}
          fault={fault('/occurredAt')}
        />
      )}
    </>
  );
}

export function Reporting({ form, change, fault }: Part) {
  const t = useWords();
  const channels = useCodeChoices('KANAL_MASUK');
  const kinds = useCodeChoices('JENIS_PELAPOR');
  return (
    <div className="pair">
      <Select
        id={fieldId('/channel')}
        label={t('intake.channel')}
        value={form.channel}
        onChange={(event) => change({ channel: event.target.value })}
        options={channels}
        fault={fault('/channel')}
      />
      <Select
        id={fieldId('/reporter/kind')}
        label={t('intake.reporter')}
        value={form.reporterKind}
        onChange={(event) => change({ reporterKind: event.target.value })}
        options={kinds}
        fault={fault('/reporter/kind')}
      />
      {form.channel === 'SAPA129' && (
        <TextInput
          id={fieldId('/externalRef')}
          label={t('intake.externalRef')}
          value={form.externalRef}
          maxLength={60}
          onChange={(event) => change({ externalRef: event.target.value })}
          fault={fault('/externalRef')}
        />
      )}
    </div>
  );
}
