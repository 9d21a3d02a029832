import { useState } from 'react';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { CaseFile, CaseNote } from '../../api/contract';
import { useSession } from '../../api/session';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { Fault, TextArea } from '../../elements/fields';
import { IconLock, IconUsers } from '../../elements/icons';
import { useWords } from '../../words/words';
import { ReaderChoice, type Readers } from './reader-choice';

type Share = CaseNote['shares'][number];

/** Who reads a note, beside it; more readers are a disclosure, fewer leave a trace. */
export function NoteReaders({ file, note }: { file: CaseFile; note: CaseNote }) {
  const t = useWords();
  const mayShare = can(useSession().permissions, 'note.share') && !file.emergency;
  const [ending, setEnding] = useState<Share>();
  const [widening, setWidening] = useState(false);
  const live = note.shares.filter(({ endedAt }) => !endedAt);
  const rest = file.noteAudience.filter(
    (one) => !live.some(({ referralId }) => referralId === one.referralId),
  );
  const names = note.shares.map(({ agencyName, endedAt }) =>
    endedAt ? t('note.stopped', { agency: agencyName }) : agencyName,
  );
  const clinical = note.audience === 'CLINICAL';
  return (
    <p className="soft small note-readers">
      {names.length > 0 ? (
        <IconUsers size={13} aria-hidden="true" />
      ) : (
        <IconLock size={13} aria-hidden="true" />
      )}{' '}
      {clinical
        ? t('note.clinical')
        : names.length > 0
          ? t('note.teamAnd', { agencies: names.join(', ') })
          : t('note.team')}
      {mayShare && !clinical && rest.length > 0 && (
        <button type="button" className="link small no-print" onClick={() => setWidening(true)}>
          {t('note.more')}
        </button>
      )}
      {mayShare &&
        live.map((share) => (
          <button
            type="button"
            className="link small no-print"
            key={share.id}
            onClick={() => setEnding(share)}
          >
            {t('note.stop', { agency: share.agencyName })}
          </button>
        ))}
      {widening && (
        <WidenDialog caseId={file.id} note={note} audience={rest} onClose={() => setWidening(false)} />
      )}
      {ending && <StopDialog caseId={file.id} share={ending} onClose={() => setEnding(undefined)} />}
    </p>
  );
}

function WidenDialog({
  caseId,
  note,
  audience,
  onClose,
}: {
  caseId: string;
  note: CaseNote;
  audience: CaseFile['noteAudience'];
  onClose: () => void;
}) {
  const t = useWords();
  const [readers, setReaders] = useState<Readers>({ referralIds: [], classes: [] });
  const save = useAttempt(
    (body: Readers, key) =>
      answer(
        api.POST('/api/cases/{id}/notes/{noteId}/shares', {
          params: { path: { id: caseId, noteId: note.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case'], done: onClose },
  );
  const fault = useFault(save);
  return (
    <ActDialog
      title={t('note.moreTitle')}
      lead={t('note.moreLead')}
      submit={t('note.more')}
      attempt={save}
      body={() => (readers.referralIds.length > 0 ? readers : undefined)}
      onClose={onClose}
    >
      <blockquote>{note.text}</blockquote>
      <Fault>{fault('/text')}</Fault>
      <ReaderChoice audience={audience} readers={readers} onChange={setReaders} />
    </ActDialog>
  );
}

function StopDialog({ caseId, share, onClose }: { caseId: string; share: Share; onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: { reason: string }, key) =>
      answer(
        api.POST('/api/cases/{id}/note-shares/{shareId}/ending', {
          params: { path: { id: caseId, shareId: share.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case'], done: onClose },
  );
  const fault = useFault(save);
  return (
    <ActDialog
      title={t('note.stopTitle', { agency: share.agencyName })}
      lead={t('note.stopLead')}
      submit={t('note.stopDo')}
      attempt={save}
      body={() => {
        setTried(true);
        return reason.trim() ? { reason: reason.trim() } : undefined;
      }}
      onClose={onClose}
    >
      <TextArea
        label={t('note.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        fault={fault('/reason') ?? (tried && !reason.trim() ? t('fault.required') : undefined)}
      />
    </ActDialog>
  );
}
