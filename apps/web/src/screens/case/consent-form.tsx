import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { useCodeChoices, useCodeLabel } from '../../api/codes';
import { faultOf } from '../../api/faults';
import type { Basis, CaseFile, NewBasis } from '../../api/contract';
import { endOfDay } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Chips, ChipSet, Segment, Select, TextInput } from '../../elements/fields';
import { IconAlertTriangle } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';

const SHAREABLE = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY', 'LEGAL_STEPS'];
const ADULT = 18;

export interface ConsentFor {
  receiverKind: string;
  receiverAgencyId?: string;
  receiverName?: string;
  scopes: string[];
  purpose?: string;
}

interface Draft {
  basis: NewBasis['basis'];
  answer: 'GIVEN' | 'REFUSED';
  receiverKind: string;
  scopes: string[];
  givenBy: 'SELF' | 'GUARDIAN';
  guardianRelation: string;
  childAssent: '' | 'GIVEN' | 'REFUSED' | 'NOT_ASKED';
  howRecorded: NewBasis['howRecorded'];
  witness: string;
  expiresAt: string;
  told: '' | 'yes' | 'no';
  toldWords: string;
  why: string;
}

/** The body for the API: a field that does not belong to this kind of basis is left out, not sent empty. */
export function asBasis(draft: Draft, wanted?: ConsentFor): NewBasis {
  const consent = draft.basis === 'PERSETUJUAN';
  const guardian = consent && draft.givenBy === 'GUARDIAN';
  return {
    basis: draft.basis,
    receiverKind: wanted?.receiverKind ?? draft.receiverKind,
    receiverAgencyId: wanted?.receiverAgencyId,
    scopes: draft.scopes,
    purpose: wanted?.purpose,
    answer: consent ? draft.answer : undefined,
    givenBy: consent ? draft.givenBy : 'NONE',
    guardianRelation: guardian && draft.guardianRelation ? draft.guardianRelation : undefined,
    childAssent: guardian && draft.childAssent ? draft.childAssent : undefined,
    howRecorded: draft.howRecorded,
    witness: draft.witness.trim() || undefined,
    // The end of the chosen day in the city.
    expiresAt: draft.expiresAt ? endOfDay(draft.expiresAt).toISOString() : undefined,
    toldClient: consent || !draft.told ? undefined : draft.told === 'yes',
    toldWords: consent ? undefined : draft.toldWords.trim() || undefined,
    why: consent ? undefined : draft.why.trim() || undefined,
  };
}

export function useRecordBasis(caseId: string, done: (basis: Basis) => void) {
  return useAttempt(
    (body: NewBasis, key) =>
      answer(
        api.POST('/api/cases/{id}/consents', {
          params: { path: { id: caseId } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case', 'disclosure', 'suggested', 'worklist'], done },
  );
}

/** Consent, or another lawful basis that stands beside it. The law's article is added by the server, never typed. */
export function ConsentForm({
  file,
  wanted,
  onSaved,
  cancel,
}: {
  file: Pick<CaseFile, 'id' | 'clients' | 'reportedPersons' | 'bases'>;
  wanted?: ConsentFor;
  onSaved: (basis: Basis) => void;
  cancel: ReactNode;
}) {
  const t = useWords();
  const label = useCodeLabel();
  const bases = useCodeChoices('DASAR_BERBAGI');
  const kinds = useCodeChoices('JENIS_INSTANSI');
  const onlyChildren =
    file.clients.length > 0 && file.clients.every((client) => client.age != null && client.age < ADULT);
  const [draft, setDraft] = useState<Draft>({
    basis: 'PERSETUJUAN',
    answer: 'GIVEN',
    receiverKind: wanted?.receiverKind ?? '',
    scopes: wanted?.scopes.filter((scope) => SHAREABLE.includes(scope)) ?? [],
    givenBy: onlyChildren ? 'GUARDIAN' : 'SELF',
    guardianRelation: '',
    childAssent: '',
    howRecorded: 'LISAN',
    witness: '',
    expiresAt: '',
    told: '',
    toldWords: '',
    why: '',
  });
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const save = useRecordBasis(file.id, onSaved);
  const fault = (pointer: string) => {
    const found = faultOf(save.problem?.faults ?? [], pointer);
    return found && faultWords(found, t);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void save.run(asBasis(draft, wanted));
  };
  const consent = draft.basis === 'PERSETUJUAN';
  const against = !consent && saidNo(file.bases, wanted?.receiverKind ?? draft.receiverKind, draft.scopes);

  return (
    <form className="stack" onSubmit={submit}>
      <Chips
        id="dasar"
        label={t('consent.basis')}
        value={draft.basis}
        onChange={(basis) => change({ basis: basis as Draft['basis'] })}
        options={
          bases.length > 0 ? bases : [{ value: 'PERSETUJUAN', label: label('DASAR_BERBAGI', 'PERSETUJUAN') }]
        }
        fault={fault('/basis')}
      />
      {wanted ? (
        <p>
          <span className="soft">{t('consent.receiver')}:</span>{' '}
          <b>{wanted.receiverName ?? label('JENIS_INSTANSI', wanted.receiverKind)}</b>
        </p>
      ) : (
        <Select
          label={t('consent.receiver')}
          placeholder={t('consent.chooseReceiver')}
          required
          value={draft.receiverKind}
          onChange={(event) => change({ receiverKind: event.target.value })}
          options={kinds}
          fault={fault('/receiverKind')}
        />
      )}
      <ChipSet
        id="lingkup"
        label={t('consent.scopes')}
        value={draft.scopes}
        onChange={(scopes) => change({ scopes })}
        options={SHAREABLE.map((scope) => ({ value: scope, label: label('LINGKUP_DATA', scope) }))}
        fault={fault('/scopes')}
      />
      {consent ? (
        <>
          <div className="pair">
            <Segment
              label={t('consent.answer')}
              value={draft.answer}
              onChange={(answerGiven) => change({ answer: answerGiven as Draft['answer'] })}
              options={[
                { value: 'GIVEN', label: t('consent.yes') },
                { value: 'REFUSED', label: t('consent.no') },
              ]}
              fault={fault('/answer')}
            />
            <Segment
              label={t('consent.givenBy')}
              value={draft.givenBy}
              onChange={(givenBy) => change({ givenBy: givenBy as Draft['givenBy'] })}
              options={[
                { value: 'SELF', label: t('consent.self') },
                { value: 'GUARDIAN', label: t('consent.guardian') },
              ]}
              fault={fault('/givenBy')}
            />
          </div>
          {draft.givenBy === 'GUARDIAN' && (
            <div className="pair">
              <Select
                label={t('consent.guardianRelation')}
                placeholder={t('consent.chooseRelation')}
                value={draft.guardianRelation}
                onChange={(event) => change({ guardianRelation: event.target.value })}
                options={GUARDIANS.map((one) => ({ value: one, label: t(`guardian.${one}`) }))}
                fault={fault('/guardianRelation') ?? fault('/guardianPersonId')}
              />
              <Segment
                label={t('consent.assent')}
                value={draft.childAssent}
                onChange={(childAssent) => change({ childAssent: childAssent as Draft['childAssent'] })}
                options={[
                  { value: 'GIVEN', label: t('consent.willing') },
                  { value: 'REFUSED', label: t('consent.unwilling') },
                  { value: 'NOT_ASKED', label: t('confirm.NOT_ASKED') },
                ]}
                fault={fault('/childAssent')}
              />
            </div>
          )}
        </>
      ) : (
        <>
          {against && (
            <div className="note warn">
              <IconAlertTriangle size={18} aria-hidden="true" />
              <div>
                <b>{t('consent.againstTitle')}</b>
                <p>{t('consent.againstLead')}</p>
              </div>
            </div>
          )}
          <Segment
            label={t('consent.told')}
            value={draft.told}
            onChange={(told) => change({ told: told as Draft['told'] })}
            options={[
              { value: 'yes', label: t('consent.toldYes') },
              { value: 'no', label: t('consent.toldNo') },
            ]}
            fault={fault('/toldClient')}
          />
          {draft.told !== '' && (
            <TextInput
              label={t(draft.told === 'no' ? 'consent.toldWhyNot' : 'consent.toldWords')}
              hint={draft.told === 'no' || against ? undefined : t('intake.optional')}
              maxLength={500}
              value={draft.toldWords}
              onChange={(event) => change({ toldWords: event.target.value })}
              fault={fault('/toldWords')}
            />
          )}
          {against && (
            <TextInput
              label={t('consent.againstWhy')}
              hint={t('consent.againstWhyHint')}
              maxLength={500}
              value={draft.why}
              onChange={(event) => change({ why: event.target.value })}
              fault={fault('/why')}
            />
          )}
        </>
      )}
      <div className="pair">
        <Segment
          label={t('consent.how')}
          value={draft.howRecorded}
          onChange={(how) => change({ howRecorded: how as Draft['howRecorded'] })}
          options={(['LISAN', 'TERTULIS', 'REKAMAN'] as const).map((how) => ({
            value: how,
            label: t(`how.${how}`),
          }))}
          fault={fault('/howRecorded')}
        />
        <TextInput
          type="date"
          label={t('consent.expires')}
          hint={t('intake.optional')}
          value={draft.expiresAt}
          onChange={(event) => change({ expiresAt: event.target.value })}
          fault={fault('/expiresAt')}
        />
      </div>
      <TextInput
        label={t('consent.witness')}
        hint={t('intake.optional')}
        maxLength={160}
        value={draft.witness}
        onChange={(event) => change({ witness: event.target.value })}
        fault={fault('/witness')}
      />
      <RefusalNote problem={save.problem} />
      <footer>
        {cancel}
        <Button kind="pri" large type="submit" busy={save.busy}>
          {t('act.record')}
        </Button>
      </footer>
    </form>
  );
}

/** Whether a no may stand in the way; the server looks closer and decides. */
function saidNo(bases: readonly Basis[], receiverKind: string, scopes: readonly string[]): boolean {
  return bases.some(
    (basis) =>
      (basis.state === 'refused' || basis.state === 'withdrawn') &&
      basis.basis === 'PERSETUJUAN' &&
      basis.receiverKind === receiverKind &&
      basis.scopes.some((scope) => scopes.includes(scope)),
  );
}

const GUARDIANS = ['AYAH', 'IBU', 'KAKEK_NENEK', 'SAUDARA', 'WALI_PENGADILAN', 'PENGASUH_LAIN'] as const;
