import { useCodeChoices } from '../../api/codes';
import { Chips, ChipSet, Segment, Select, TextInput } from '../../elements/fields';
import { useWords } from '../../words/words';
import type { BasisDraft, CaseOfBasis } from './basis-draft';

interface Part {
  draft: BasisDraft;
  change: (part: Partial<BasisDraft>) => void;
  fault: (pointer: string) => string | undefined;
}

const GUARDIANS = ['AYAH', 'IBU', 'KAKEK_NENEK', 'SAUDARA', 'WALI_PENGADILAN', 'PENGASUH_LAIN'] as const;
const NO_WITNESS = ['ALONE', 'TELEPHONE', 'CLIENT_WISH'] as const;

/** How it is asked: in which language, and with what help. */
export function ConsentAsking({ file, draft, change, fault }: Part & { file: CaseOfBasis }) {
  const t = useWords();
  const languages = useCodeChoices('BAHASA');
  const help = useCodeChoices('AKOMODASI');
  const disabled = file.clients.some((client) => client.disabilities.length > 0);
  return (
    <>
      <Select
        label={t('consent.language')}
        value={draft.language}
        onChange={(event) => change({ language: event.target.value })}
        options={languages}
        fault={fault('/language')}
      />
      <ChipSet
        id="akomodasi"
        label={t('consent.accommodations')}
        hint={disabled ? t('consent.accommodationsHint') : t('intake.optional')}
        value={draft.accommodations}
        onChange={(accommodations) => change({ accommodations })}
        options={help}
        fault={fault('/accommodations')}
      />
    </>
  );
}

/** The answer, and whose it is. */
export function ConsentAnswer({ file, draft, change, fault }: Part & { file: CaseOfBasis }) {
  const t = useWords();
  return (
    <>
      <div className="pair">
        <Segment
          label={t('consent.answer')}
          value={draft.answer}
          onChange={(answer) => change({ answer: answer as BasisDraft['answer'] })}
          options={[
            { value: 'GIVEN', label: t('consent.yes') },
            { value: 'REFUSED', label: t('consent.no') },
          ]}
          fault={fault('/answer')}
        />
        <Segment
          label={t('consent.givenBy')}
          value={draft.givenBy}
          onChange={(givenBy) => change({ givenBy: givenBy as BasisDraft['givenBy'] })}
          options={[
            { value: 'SELF', label: t('consent.self') },
            { value: 'GUARDIAN', label: t('consent.guardian') },
          ]}
          fault={fault('/givenBy')}
        />
      </div>
      {draft.answer === 'REFUSED' && (
        <div className="note good">
          <div>
            <p>{t('consent.refusedKept')}</p>
            <ul>
              {(['consent.way1', 'consent.way2', 'consent.way3', 'consent.way4'] as const).map((way) => (
                <li key={way}>{t(way)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {draft.givenBy === 'GUARDIAN' && (
        <div className="pair">
          {file.guardians.length > 0 && (
            <Select
              label={t('consent.guardianPerson')}
              placeholder={t('consent.notListed')}
              value={draft.guardianPersonId}
              onChange={(event) => change({ guardianPersonId: event.target.value })}
              options={file.guardians.map(({ id, maskedName, relation }) => ({
                value: id,
                label: [maskedName, relation].filter(Boolean).join(' · '),
              }))}
              fault={fault('/guardianPersonId')}
            />
          )}
          {!draft.guardianPersonId && (
            <Select
              label={t('consent.guardianRelation')}
              placeholder={t('consent.chooseRelation')}
              value={draft.guardianRelation}
              onChange={(event) => change({ guardianRelation: event.target.value })}
              options={GUARDIANS.map((one) => ({ value: one, label: t(`guardian.${one}`) }))}
              fault={fault('/guardianRelation') ?? fault('/guardianPersonId')}
            />
          )}
          <Segment
            label={t('consent.assent')}
            value={draft.childAssent}
            onChange={(childAssent) => change({ childAssent: childAssent as BasisDraft['childAssent'] })}
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
  );
}

/** What proves it: paper, tape, or somebody who heard it. */
export function ConsentProof({ draft, change, fault }: Part) {
  const t = useWords();
  const oral = draft.basis === 'PERSETUJUAN' && draft.howRecorded === 'LISAN';
  return (
    <>
      <div className="pair">
        <Segment
          label={t('consent.how')}
          value={draft.howRecorded}
          onChange={(how) => change({ howRecorded: how as BasisDraft['howRecorded'] })}
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
        hint={oral ? undefined : t('intake.optional')}
        maxLength={120}
        value={draft.witness}
        onChange={(event) => change({ witness: event.target.value })}
        fault={fault('/witness')}
      />
      {oral && !draft.witness.trim() && draft.answer === 'GIVEN' && (
        <Chips
          id="tanpa-saksi"
          label={t('consent.noWitness')}
          value={draft.noWitness}
          onChange={(noWitness) => change({ noWitness: noWitness as BasisDraft['noWitness'] })}
          options={NO_WITNESS.map((why) => ({ value: why, label: t(`consent.noWitness.${why}`) }))}
          fault={fault('/noWitness')}
        />
      )}
    </>
  );
}
