import type { NoteAudience } from '../../api/contract';
import { ChipSet } from '../../elements/fields';
import { useWords } from '../../words/words';

export interface Readers {
  referralIds: string[];
  classes: NoteClass[];
}
type NoteClass = 'OWN_REFERRAL' | 'CHRONOLOGY' | 'HEALTH_PSYCH' | 'RISK_SAFETY';
const CLASSES = ['CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'] as const;

/** Which agencies read, and what the note holds: only what a basis covers for all of them can be chosen. */
export function ReaderChoice({
  audience,
  readers,
  onChange,
}: {
  audience: readonly NoteAudience[];
  readers: Readers;
  onChange: (readers: Readers) => void;
}) {
  const t = useWords();
  if (audience.length === 0) return <p className="soft small">{t('note.nobody')}</p>;
  const may = (referralIds: string[], name: NoteClass): boolean =>
    audience
      .filter((one) => referralIds.includes(one.referralId))
      .every((one) => (one.classes as string[]).includes(name));
  const name = (referralIds: string[]) =>
    onChange({ referralIds, classes: readers.classes.filter((one) => may(referralIds, one)) });
  return (
    <>
      <ChipSet
        label={t('note.agencies')}
        value={readers.referralIds}
        onChange={name}
        options={audience.map(({ referralId, agencyName }) => ({ value: referralId, label: agencyName }))}
      />
      {readers.referralIds.length > 0 && (
        <ChipSet
          label={t('note.holds')}
          hint={t('note.holdsHint')}
          value={readers.classes}
          onChange={(classes) => onChange({ ...readers, classes: classes as NoteClass[] })}
          options={CLASSES.map((one) => ({
            value: one,
            label: t(`note.class.${one}`),
            disabled: !may(readers.referralIds, one),
          }))}
        />
      )}
    </>
  );
}
