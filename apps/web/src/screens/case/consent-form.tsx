import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { useCodeChoices, useCodeLabel } from '../../api/codes';
import { faultOf } from '../../api/faults';
import type { Basis, NewBasis } from '../../api/contract';
import { Button } from '../../elements/button';
import { Chips, ChipSet, Segment, Select, TextInput } from '../../elements/fields';
import { IconAlertTriangle } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';
import {
  asBasis,
  emptyDraft,
  saidNo,
  SHAREABLE,
  type BasisDraft,
  type CaseOfBasis,
  type ConsentFor,
} from './basis-draft';
import { ConsentAnswer, ConsentAsking, ConsentProof } from './consent-answer';
import { ConsentWords, STANDARD_TEXT } from './consent-words';

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
  file: CaseOfBasis;
  wanted?: ConsentFor;
  onSaved: (basis: Basis) => void;
  cancel: ReactNode;
}) {
  const t = useWords();
  const label = useCodeLabel();
  const bases = useCodeChoices('DASAR_BERBAGI');
  const kinds = useCodeChoices('JENIS_INSTANSI');
  const [draft, setDraft] = useState(() => ({ ...emptyDraft(file, wanted), textVersion: STANDARD_TEXT }));
  const change = (part: Partial<BasisDraft>) => setDraft((old) => ({ ...old, ...part }));
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
  const kind = wanted?.receiverKind ?? draft.receiverKind;
  const receiver = wanted?.receiverName ?? (kind && label('JENIS_INSTANSI', kind));
  const part = { draft, change, fault };

  return (
    <form className="stack" onSubmit={submit}>
      <Chips
        id="dasar"
        label={t('consent.basis')}
        value={draft.basis}
        onChange={(basis) => change({ basis: basis as BasisDraft['basis'] })}
        options={
          bases.length > 0 ? bases : [{ value: 'PERSETUJUAN', label: label('DASAR_BERBAGI', 'PERSETUJUAN') }]
        }
        fault={fault('/basis')}
      />
      {wanted ? (
        <p>
          <span className="soft">{t('consent.receiver')}:</span> <b>{receiver}</b>
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
          <ConsentAsking file={file} {...part} />
          <ConsentWords
            spoken={{ ...draft, receiver, purpose: wanted?.purpose }}
            version={draft.textVersion}
            choose={(textVersion) => change({ textVersion })}
          />
          <ConsentAnswer file={file} {...part} />
        </>
      ) : (
        <Told {...part} against={saidNo(file.bases, kind, draft.scopes)} />
      )}
      <ConsentProof {...part} />
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

/** A basis that did not ask: what the client was told; and against her no, why, for the second person. */
function Told({
  draft,
  change,
  fault,
  against,
}: {
  draft: BasisDraft;
  change: (part: Partial<BasisDraft>) => void;
  fault: (pointer: string) => string | undefined;
  against: boolean;
}) {
  const t = useWords();
  return (
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
        onChange={(told) => change({ told: told as BasisDraft['told'] })}
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
  );
}
