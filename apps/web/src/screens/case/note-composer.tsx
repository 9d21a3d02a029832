import { useState, type FormEvent } from 'react';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { CaseFile } from '../../api/contract';
import { useSession } from '../../api/session';
import { useFault } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { Fault } from '../../elements/fields';
import { IconLock, IconUsers } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';
import { useDraft } from '../../safety/drafts';
import { useWords } from '../../words/words';
import { ReaderChoice, type Readers } from './reader-choice';

const NOBODY: Readers = { referralIds: [], classes: [] };

/** Where a note is written: for the team, unless somebody names an agency; who will read it always stands beside. */
export function NoteComposer({ file }: { file: CaseFile }) {
  const t = useWords();
  const mayShare = can(useSession().permissions, 'note.share') && !file.closedAt && !file.emergency;
  const [draft, change, clear] = useDraft(
    `note-${file.id}`,
    { text: '' },
    { href: `/kasus/${file.id}`, name: 'draft.note' },
  );
  const [choosing, setChoosing] = useState(false);
  const [readers, setReaders] = useState(NOBODY);
  const save = useAttempt(
    ({ text, referralIds, classes }: Readers & { text: string }, key) =>
      referralIds.length > 0
        ? answer(
            api.POST('/api/cases/{id}/shared-notes', {
              params: { path: { id: file.id } },
              body: { text, referralIds, classes },
              headers: withKey(key),
            }),
          )
        : answer(
            api.POST('/api/cases/{id}/notes', {
              params: { path: { id: file.id } },
              body: { text, audience: 'TEAM' },
              headers: withKey(key),
            }),
          ),
    {
      refreshes: ['case', 'worklist'],
      done: () => {
        clear();
        setReaders(NOBODY);
        setChoosing(false);
      },
    },
  );
  const fault = useFault(save);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.text.trim()) void save.run({ text: draft.text.trim(), ...readers });
  };
  const named = file.noteAudience.filter((one) => readers.referralIds.includes(one.referralId));
  const shared = named.length > 0;
  return (
    <form className="composer no-print" onSubmit={submit}>
      <textarea
        aria-label={t('case.noteLabel')}
        placeholder={t('case.note')}
        rows={draft.text ? 3 : 1}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Fault>{fault('/text')}</Fault>
      {choosing && <ReaderChoice audience={file.noteAudience} readers={readers} onChange={setReaders} />}
      <div>
        <span className="soft small" aria-live="polite">
          {shared ? <IconUsers size={14} aria-hidden="true" /> : <IconLock size={14} aria-hidden="true" />}{' '}
          {shared
            ? t('note.teamAnd', { agencies: named.map(({ agencyName }) => agencyName).join(', ') })
            : t('case.teamOnly')}
          {mayShare && !choosing && (
            <>
              {' · '}
              <button type="button" className="link small" onClick={() => setChoosing(true)}>
                {t('note.choose')}
              </button>
            </>
          )}
        </span>
        <Button type="submit" busy={save.busy} disabled={!draft.text.trim()}>
          {t(shared ? 'note.saveShared' : 'act.save')}
        </Button>
      </div>
      <RefusalNote problem={save.problem} />
    </form>
  );
}
