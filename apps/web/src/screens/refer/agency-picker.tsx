import { useId } from 'react';
import { useWords } from '../../words/words';
import type { Agency, SuggestedReceivers } from '../../api/contract';
import { Select } from '../../elements/fields';
import { AgencyMark } from '../../elements/marks';
import { IconCheck } from '../../elements/icons';

const SHOWN = 6;

/** Suggested agencies as cards, in the order of the pathway; every other agency in the list below. */
export function AgencyPicker({
  agencies,
  suggested,
  ownAgencyId,
  value,
  onChange,
}: {
  agencies: Agency[];
  suggested?: SuggestedReceivers;
  ownAgencyId?: string;
  value: string;
  onChange: (agencyId: string) => void;
}) {
  const t = useWords();
  const name = useId();
  const cards = suggestedAgencies(suggested, agencies).filter((card) => card.id !== ownAgencyId);
  const shown = cards.slice(0, SHOWN);
  if (value && !shown.some((card) => card.id === value)) {
    const chosen = agencies.find((agency) => agency.id === value);
    if (chosen) shown.push({ id: chosen.id, name: chosen.name, note: '', conflict: false });
  }
  const rest = agencies.filter(
    (agency) => agency.id !== ownAgencyId && !shown.some((card) => card.id === agency.id),
  );
  return (
    <fieldset className="stack tight">
      <legend className="hidden">{t('ref.agency')}</legend>
      {shown.length > 0 && (
        <div className="agency-cards">
          {shown.map((card) => (
            <label className="card-choice" key={card.id}>
              <input
                type="radio"
                name={name}
                checked={value === card.id}
                disabled={card.conflict}
                onChange={() => onChange(card.id)}
              />
              <span>
                <AgencyMark name={card.name} />
                <b>{card.name}</b>
                <IconCheck size={17} aria-hidden="true" />
                <small>{card.conflict ? t('suggest.conflict') : card.note ? t(card.note) : ' '}</small>
                {agencies.some(({ id, stale }) => id === card.id && stale) && <small>{t('ref.stale')}</small>}
              </span>
            </label>
          ))}
        </div>
      )}
      {shown.length === 0 && agencies.length === 0 && <p className="soft">{t('ref.noAgencies')}</p>}
      <Select
        label={t(shown.length > 0 ? 'ref.otherAgency' : 'ref.chooseAgency')}
        placeholder={t('ref.chooseAgencyPlaceholder')}
        value=""
        onChange={(event) => event.target.value && onChange(event.target.value)}
        options={rest.map((agency) => ({ value: agency.id, label: agency.name }))}
      />
    </fieldset>
  );
}

interface Card {
  id: string;
  name: string;
  conflict: boolean;
  note: '' | 'suggest.FIRST_HOUR' | 'suggest.WITHIN_24H' | 'suggest.WITHIN_7D' | 'suggest.closedNow';
}

export function suggestedAgencies(suggested: SuggestedReceivers | undefined, agencies: Agency[]): Card[] {
  const cards = new Map<string, Card>();
  for (const window of suggested?.windows ?? [])
    for (const receiver of window.receivers) {
      if (receiver.figuresOnly) continue;
      for (const agency of receiver.agencies)
        if (!cards.has(agency.id))
          cards.set(agency.id, {
            id: agency.id,
            name: agencies.find((one) => one.id === agency.id)?.name ?? agency.name,
            conflict: agency.conflict === true,
            note: agency.openNow === false ? 'suggest.closedNow' : `suggest.${window.window}`,
          });
    }
  return [...cards.values()];
}
