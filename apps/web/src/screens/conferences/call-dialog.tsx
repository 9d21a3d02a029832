import { useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { CaseFile, NewConference } from '../../api/contract';
import { fromCityInput } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { ChipSet, MomentInput, TextArea, TextInput } from '../../elements/fields';
import { useWords } from '../../words/words';

const CLASSES = ['CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'] as const;
type Item = { question: string; classes: string[] };
const EMPTY: Item = { question: '', classes: [] };

/** Who is invited, when, and to talk over what; nobody's name can be typed in. */
export function CallDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useWords();
  const [at, setAt] = useState('');
  const [place, setPlace] = useState('');
  const [items, setItems] = useState<Item[]>([EMPTY]);
  const [referralIds, setReferralIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: NewConference, key) =>
      answer(
        api.POST('/api/cases/{id}/conferences', {
          params: { path: { id: file.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case', 'worklist'], done: onClose },
  );
  const fault = useFault(save);
  const missing = (pointer: string, empty: boolean) =>
    fault(pointer) ?? (tried && empty ? t('fault.required') : undefined);
  const change = (n: number, part: Partial<Item>) =>
    setItems(items.map((one, k) => (k === n ? { ...one, ...part } : one)));
  const body = (): NewConference | undefined => {
    setTried(true);
    const when = fromCityInput(at);
    if (!when || !place.trim() || referralIds.length === 0 || items.some(({ question }) => !question.trim()))
      return undefined;
    return {
      at: when,
      place: place.trim(),
      referralIds,
      items: items.map(({ question, classes }) => ({
        question: question.trim(),
        classes: classes as (typeof CLASSES)[number][],
      })),
    };
  };
  return (
    <ActDialog
      title={t('conf.call')}
      lead={file.noteAudience.length === 0 ? t('conf.nobody') : t('conf.callLead')}
      submit={t('conf.send')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <ChipSet
        label={t('conf.agencies')}
        hint={t('conf.agenciesHint')}
        value={referralIds}
        onChange={setReferralIds}
        options={file.noteAudience.map(({ referralId, agencyName }) => ({
          value: referralId,
          label: agencyName,
        }))}
        fault={missing('/referralIds', referralIds.length === 0)}
      />
      <MomentInput
        label={t('conf.at')}
        value={at}
        onChange={(event) => setAt(event.target.value)}
        fault={missing('/at', !at)}
      />
      <TextInput
        label={t('conf.place')}
        maxLength={300}
        value={place}
        onChange={(event) => setPlace(event.target.value)}
        fault={missing('/place', !place.trim())}
      />
      {items.map((item, n) => (
        <div className="agenda-item" key={n}>
          <TextArea
            label={`${t('conf.agenda', { n: n + 1 })}: ${t('conf.question')}`}
            hint={t('conf.questionHint')}
            rows={2}
            maxLength={1000}
            value={item.question}
            onChange={(event) => change(n, { question: event.target.value })}
            fault={missing(`/items/${n}/question`, !item.question.trim())}
          />
          <ChipSet
            label={t('conf.about')}
            value={item.classes}
            onChange={(classes) => change(n, { classes })}
            options={CLASSES.map((one) => ({ value: one, label: t(`note.class.${one}`) }))}
            fault={fault(`/items/${n}/classes`)}
          />
          {items.length > 1 && (
            <button
              type="button"
              className="link small"
              onClick={() => setItems(items.filter((_, k) => k !== n))}
            >
              {t('conf.removeItem', { n: n + 1 })}
            </button>
          )}
        </div>
      ))}
      <button type="button" className="link small" onClick={() => setItems([...items, EMPTY])}>
        {t('conf.addItem')}
      </button>
    </ActDialog>
  );
}
