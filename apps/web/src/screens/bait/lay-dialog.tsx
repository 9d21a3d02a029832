import { useState } from 'react';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { useCodeChoices } from '../../api/codes';
import type { BaitUnit, NewBait } from '../../api/contract';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { ChipSet, Segment, Select, TextArea, TextInput } from '../../elements/fields';
import { useWords, type WordKey } from '../../words/words';

const NOTHING = { agencyId: '', ownerAccountId: '', name: '', sex: 'P', ageYears: '', story: '' };

/** What the file pretends: whose it was, in whose lists it lies, and an invented name and story. */
export function LayDialog({ units, onClose }: { units: BaitUnit[]; onClose: () => void }) {
  const t = useWords();
  const sexes = useCodeChoices('JENIS_KELAMIN');
  const [typed, setTyped] = useState({ ...NOTHING, agencyId: units.length === 1 ? units[0]!.agencyId : '' });
  const [readers, setReaders] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const unit = units.find(({ agencyId }) => agencyId === typed.agencyId);
  const save = useAttempt(
    (body: NewBait, key) => answer(api.POST('/api/baits', { body, headers: withKey(key) })),
    { refreshes: ['baits'], done: onClose },
  );
  const fault = useFault(save);
  const missing = (isMissing: boolean) => (tried && isMissing ? t('fault.required') : undefined);
  const field = (name: keyof typeof NOTHING) => ({
    value: typed[name],
    fault: missing(!typed[name].trim()) ?? fault(`/${name}`),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const body = (): NewBait | undefined => {
    setTried(true);
    const { ageYears, name, story, ...rest } = typed;
    if (!typed.agencyId || !typed.ownerAccountId || readers.length === 0) return undefined;
    if (!name.trim() || !story.trim() || !/^\d{1,3}$/.test(ageYears)) return undefined;
    return {
      ...rest,
      readerAccountIds: readers,
      name: name.trim(),
      story: story.trim(),
      ageYears: Number(ageYears),
    };
  };
  const person = ({ accountId, name, role }: BaitUnit['left'][number]) => ({
    value: accountId,
    label: `${name} · ${t(`role.${role}` as WordKey)}`,
  });
  return (
    <ActDialog
      title={t('bait.lay')}
      lead={t('bait.layLead')}
      submit={t('bait.lay')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <Select
        label={t('bait.unit')}
        placeholder={t('accounts.choose')}
        options={units.map(({ agencyId, agencyName }) => ({ value: agencyId, label: agencyName }))}
        {...field('agencyId')}
        onChange={(event) => {
          setTyped({ ...typed, agencyId: event.target.value, ownerAccountId: '' });
          setReaders([]);
        }}
      />
      {unit && (
        <>
          <Select
            label={t('bait.owner')}
            hint={t('bait.ownerHint')}
            placeholder={t('accounts.choose')}
            options={unit.left.map(person)}
            {...field('ownerAccountId')}
          />
          <ChipSet
            label={t('bait.readers')}
            hint={t('bait.readersHint')}
            options={unit.readers.map(person)}
            value={readers}
            onChange={setReaders}
            fault={missing(readers.length === 0) ?? fault('/readerAccountIds')}
          />
        </>
      )}
      <TextInput label={t('bait.name')} hint={t('bait.nameHint')} maxLength={120} {...field('name')} />
      <Segment
        label={t('intake.sex')}
        options={sexes}
        value={typed.sex}
        onChange={(sex) => setTyped({ ...typed, sex })}
      />
      <TextInput label={t('bait.age')} inputMode="numeric" maxLength={3} {...field('ageYears')} />
      <TextArea label={t('bait.story')} hint={t('bait.storyHint')} maxLength={2000} {...field('story')} />
    </ActDialog>
  );
}
