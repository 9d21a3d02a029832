import { useLocale, useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { serviceName } from '../../api/codes';
import { faultOf } from '../../api/faults';
import type { Problem } from '../../api/problem';
import type { Disclosure, Service } from '../../api/contract';
import { Chips, Segment, Select, TextArea, TextInput } from '../../elements/fields';
import { IconAlertTriangle } from '../../elements/icons';
import { withoutNames } from '../../elements/names-in-text';
import type { ReferForm } from './server-draft';

const HEALTH = ['KESEHATAN', 'VISUM', 'PSIKOLOG_KLINIS'];
const COST_SOURCES = ['Jamkesda', 'JKN', 'APBD', 'LPSK'];

export function RequestFields({
  form,
  change,
  services,
  chooseService,
  problem,
  packet,
}: {
  form: ReferForm;
  change: (part: Partial<ReferForm>) => void;
  services?: Service[];
  chooseService: (service: Service) => void;
  problem?: Problem;
  packet?: Disclosure;
}) {
  const t = useWords();
  const locale = useLocale();
  const fault = (pointer: string) => {
    const found = faultOf(problem?.faults ?? [], pointer);
    return found && faultWords(found, t);
  };
  const names = packet?.nameFound ?? [];
  return (
    <>
      {services && services.length === 0 && <p className="soft">{t('ref.noServices')}</p>}
      {services && services.length > 0 && (
        <Chips
          label={t('ref.service')}
          value={form.serviceCode}
          onChange={(code) => {
            const service = services.find((one) => one.code === code);
            if (service) chooseService(service);
          }}
          options={unique(services).map((service) => ({
            value: service.code,
            label: serviceName(service, locale),
          }))}
          fault={fault('/serviceCode') ?? fault('/toAgencyId')}
        />
      )}
      <div className="ask-row">
        <TextArea
          label={t('ref.ask')}
          maxLength={2000}
          value={form.request}
          onChange={(event) => change({ request: event.target.value, requestIsDefault: false })}
          fault={fault('/request')}
        />
        <Segment
          label={t('ref.urgency')}
          value={form.urgency}
          onChange={(value) => change({ urgency: value as ReferForm['urgency'] })}
          options={[
            { value: 'SEGERA', label: t('urgency.SEGERA') },
            { value: 'BIASA', label: t('urgency.BIASA') },
          ]}
        />
      </div>
      {names.length > 0 && (
        <div className="note warn" role="status">
          <IconAlertTriangle size={18} aria-hidden="true" />
          <div>
            {t('ref.nameFound')} <b>{names.join(', ')}</b>
          </div>
          <button
            type="button"
            className="link"
            onClick={() =>
              change({
                request: withoutNames(form.request, names, t('ref.client')),
                summary: withoutNames(form.summary, names, t('ref.client')),
                requestIsDefault: false,
              })
            }
          >
            {t('ref.replace')}
          </button>
        </div>
      )}
      <TextArea
        label={t('ref.summary')}
        hint={t('ref.summaryHint')}
        rows={2}
        maxLength={2000}
        value={form.summary}
        onChange={(event) => change({ summary: event.target.value })}
        fault={fault('/summary')}
      />
      <PurposeFields form={form} change={change} fault={fault} />
    </>
  );
}

/** What this kind of service needs to know and others must not be asked for. */
function PurposeFields({
  form,
  change,
  fault,
}: {
  form: ReferForm;
  change: (part: Partial<ReferForm>) => void;
  fault: (pointer: string) => string | undefined;
}) {
  const t = useWords();
  const set = (name: string, value: string | boolean) =>
    change({ purposeFields: { ...form.purposeFields, [name]: value } });
  const text = (name: string) =>
    typeof form.purposeFields[name] === 'string' ? (form.purposeFields[name] as string) : '';
  if (HEALTH.includes(form.serviceCode))
    return (
      <div className="pair">
        <TextInput
          label={t('purpose.complaint')}
          maxLength={500}
          value={text('complaint')}
          onChange={(event) => set('complaint', event.target.value)}
          fault={fault('/purposeFields/complaint')}
        />
        <Select
          label={t('purpose.costSource')}
          placeholder={t('purpose.unknownCost')}
          value={text('costSource')}
          onChange={(event) => set('costSource', event.target.value)}
          options={COST_SOURCES.map((source) => ({ value: source, label: source }))}
          fault={fault('/purposeFields/costSource')}
        />
        <Segment
          label={t('purpose.spv')}
          hint={t('purpose.spvHint')}
          value={
            form.purposeFields.spvPresent === undefined ? '' : form.purposeFields.spvPresent ? 'yes' : 'no'
          }
          onChange={(value) => set('spvPresent', value === 'yes')}
          options={[
            { value: 'yes', label: t('word.present') },
            { value: 'no', label: t('word.notYet') },
          ]}
        />
      </div>
    );
  if (form.serviceCode === 'LAYANAN_SEKOLAH')
    return (
      <div className="pair">
        <TextInput
          label={t('purpose.schoolName')}
          maxLength={160}
          value={text('schoolName')}
          onChange={(event) => set('schoolName', event.target.value)}
          fault={fault('/purposeFields/schoolName')}
        />
        <TextInput
          label={t('purpose.schoolAction')}
          maxLength={300}
          value={text('schoolAction')}
          onChange={(event) => set('schoolAction', event.target.value)}
          fault={fault('/purposeFields/schoolAction')}
        />
      </div>
    );
  if (form.serviceCode === 'BANTUAN_HUKUM')
    return (
      <TextInput
        label={t('purpose.legalQuestion')}
        maxLength={500}
        value={text('legalQuestion')}
        onChange={(event) => set('legalQuestion', event.target.value)}
        fault={fault('/purposeFields/legalQuestion')}
      />
    );
  return null;
}

/** A shelter has one row for women and one for boys under the same service. */
const unique = (services: Service[]): Service[] =>
  services.filter((service, index) => services.findIndex((one) => one.code === service.code) === index);
