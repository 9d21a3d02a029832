import { useDeferredValue, useEffect, useMemo, useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words';
import { faultWords, refusalWords } from '../words/refusals';
import { answer, api, withKey } from '../api/client';
import { useAttempt } from '../api/attempt';
import { useCodeChoices } from '../api/codes';
import { faultOf, fieldId } from '../api/faults';
import type { FieldFault } from '../api/problem';
import type { NewReport } from '../api/contract';
import { Button } from '../elements/button';
import { ErrorSummary, type SummaryItem } from '../elements/error-summary';
import { Chips, ChipSet, Select, TextArea, TextInput, Tick } from '../elements/fields';
import { Go, useGo } from '../elements/go';
import { IconAlertTriangle, IconInfoCircle, IconLock, IconPlus } from '../elements/icons';
import { useDraft } from '../safety/drafts';
import {
  asReport,
  EMPTY_INTAKE,
  missingOf,
  requiredOf,
  SAFE_CHANNELS,
  type Intake,
  type IntakePerson,
} from './intake-form';
import './new-case.css';

/** Safety first, then as little as it takes to open a case. What was typed stays until the case has a number. */
export default function NewCase() {
  const t = useWords();
  const go = useGo();
  const [form, change, clear, recovered] = useDraft<Intake>('intake', EMPTY_INTAKE, {
    href: '/kasus/baru',
    name: 'draft.newCase',
  });
  const [local, setLocal] = useState<FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const save = useAttempt(
    (body: NewReport, key) => answer(api.POST('/api/reports', { body, headers: withKey(key) })),
    {
      refreshes: ['worklist', 'cases'],
      done: (report) => {
        clear();
        go(report.caseId ? `/kasus/${report.caseId}` : '/kerja');
      },
    },
  );

  const faults = useMemo(() => [...local, ...(save.problem?.faults ?? [])], [local, save.problem]);
  const fault = (pointer: string) => {
    const found = faultOf(faults, pointer);
    return found && faultWords(found, t);
  };
  const required = requiredOf(form);
  const filled = required.filter((field) => field.filled).length;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingOf(form);
    setLocal(missing);
    save.clear();
    if (missing.length === 0) await save.run(asReport(form));
    setAttempt((count) => count + 1);
  };

  const summary: SummaryItem[] = faults.map((one) => {
    const field = shownField(one.pointer);
    const name = fieldName(one.pointer, t);
    return { field, words: `${name ? `${name}: ` : ''}${faultWords(one, t)}` };
  });
  if (save.problem && summary.length === 0) summary.push({ words: refusalWords(save.problem, t) });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className="head">
        <div>
          <h1>{t('case.new')}</h1>
          <p>{t('intake.lead', { n: required.length })}</p>
        </div>
      </div>
      <ErrorSummary items={summary} attempt={attempt} />
      {recovered && attempt === 0 && (
        <div className="note info recovered" role="status">
          <IconLock size={17} aria-hidden="true" />
          <div>{t('draft.recovered')}</div>
          <button type="button" className="link" onClick={clear}>
            {t('draft.discard')}
          </button>
        </div>
      )}
      <div className="intake">
        <section className="panel">
          <div className="pad stack">
            <h2 className="big">{t('intake.event')}</h2>
            <Safety form={form} change={change} fault={fault('/clientSafeNow')} />
            <Violence form={form} change={change} fault={fault} />
            <Reporting form={form} change={change} fault={fault} />
            <TextArea
              id={fieldId('/narrative')}
              label={t('intake.narrative')}
              hint={t('intake.narrativeHint')}
              maxLength={8000}
              value={form.narrative}
              onChange={(event) => change({ narrative: event.target.value })}
              fault={fault('/narrative')}
            />
          </div>
        </section>
        <div className="intake-side">
          <section className="panel">
            <div className="pad stack">
              <h2 className="big">{t('intake.client')}</h2>
              <Client form={form} change={change} fault={fault} />
            </div>
          </section>
          <section className="panel">
            <div className="pad stack">
              <h2 className="big">{t('intake.reported')}</h2>
              <Reported form={form} change={change} fault={fault} />
            </div>
          </section>
          <details className="panel more-fields" open={faults.some((one) => DETAILS.test(one.pointer))}>
            <summary>{t('intake.more')}</summary>
            <div className="pad stack">
              <Details form={form} change={change} fault={fault} />
            </div>
          </details>
        </div>
      </div>
      <div className="send-bar">
        <p>
          <IconLock size={16} aria-hidden="true" />
          <span>
            <b className="num">{filled}</b> {t('intake.filled', { n: required.length })}
            <span className="soft"> · {t('intake.memory')}</span>
          </span>
        </p>
        <Go className="btn lg" to="/kerja">
          {t('case.later')}
        </Go>
        <Button kind="pri" large type="submit" busy={save.busy}>
          {save.busy ? t('state.saving') : t('case.open')}
        </Button>
      </div>
    </form>
  );
}

/** Fields that stand in the folded part: it opens by itself when one of them is wrong. */
const DETAILS =
  /^\/(receivedAt|knownAt|externalRef|place|online|reporter\/(name|phone)|victims\/(0\/(nik|birthDate|phone|address|disabilities|school)|[1-9]))/;

interface Part {
  form: Intake;
  change: (part: Partial<Intake>) => void;
  fault: (pointer: string) => string | undefined;
}

function Safety({ form, change, fault }: { form: Intake; change: Part['change']; fault?: string }) {
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

function Violence({ form, change, fault }: Part) {
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
        <TextInput
          id={fieldId('/occurredAt')}
          type="datetime-local"
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

function Reporting({ form, change, fault }: Part) {
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

function Client({ form, change, fault }: Part) {
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

function Reported({ form, change, fault }: Part) {
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

function Details({ form, change, fault }: Part) {
  const t = useWords();
  const places = useCodeChoices('TEMPAT_KEJADIAN');
  const disabilities = useCodeChoices('RAGAM_DISABILITAS');
  return (
    <>
      <div className="pair">
        <TextInput
          id={fieldId('/receivedAt')}
          type="datetime-local"
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

/** The element on the screen that a pointer belongs to: its own, else the nearest one around it. */
function shownField(pointer: string): string | undefined {
  let at = pointer;
  while (at) {
    const id = fieldId(at);
    if (document.getElementById(id)) return id;
    at = at.slice(0, at.lastIndexOf('/'));
  }
  return undefined;
}

function fieldName(pointer: string, t: ReturnType<typeof useWords>): string | undefined {
  const row = NAMES.find(([pattern]) => pattern.test(pointer));
  return row && t(row[1]);
}

const NAMES: [RegExp, Parameters<ReturnType<typeof useWords>>[0]][] = [
  [/^\/clientSafeNow/, 'case.safeNow'],
  [/^\/violenceTypes/, 'intake.violence'],
  [/^\/contexts/, 'intake.contexts'],
  [/^\/occurredAt/, 'intake.occurredAt'],
  [/^\/receivedAt/, 'intake.receivedAt'],
  [/^\/channel/, 'intake.channel'],
  [/^\/reporter\/kind/, 'intake.reporter'],
  [/^\/reporter\/phone/, 'intake.reporterPhone'],
  [/^\/narrative/, 'intake.narrative'],
  [/^\/externalRef/, 'intake.externalRef'],
  [/\/name$/, 'intake.name'],
  [/\/ageYears$/, 'intake.age'],
  [/\/birthDate$/, 'intake.birthDate'],
  [/\/sex$/, 'intake.sex'],
  [/\/nik$/, 'intake.nik'],
  [/\/phone$/, 'intake.phone'],
  [/\/regionCode$/, 'intake.district'],
  [/\/safeContact/, 'intake.safeContact'],
  [/\/relation$/, 'intake.relation'],
  [/\/agencyId$/, 'intake.partner'],
];
