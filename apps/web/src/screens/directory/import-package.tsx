import { useState } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { PackageImport } from '../../api/contract';
import { ActDialog } from '../../elements/act-dialog';
import { TextInput } from '../../elements/fields';

const PROFILE = 'hsds-3.0';
const SHOWN = 40;

/** A package of another system: first what it would change, cell by cell what is wrong, then all of it or nothing. */
export function ImportPackage({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const [content, setContent] = useState('');
  const [tried, setTried] = useState<PackageImport>();
  const run = useAttempt(
    (body: { content: string; commit: boolean; preview?: string }, key) =>
      answer(api.POST('/api/imports', { body: { profile: PROFILE, ...body }, headers: withKey(key) })),
    { refreshes: ['directory'], done: (result) => (result.committed ? onClose() : setTried(result)) },
  );
  const counts = tried?.counts;
  const ready = counts !== undefined && counts.faults === 0 && counts.added + counts.changed > 0;
  const take = (text: string) => {
    setContent(text);
    setTried(undefined);
    run.clear();
  };
  return (
    <ActDialog
      title={t('directory.import')}
      lead={t('directory.importLead')}
      submit={ready ? t('directory.take', { n: counts.added + counts.changed }) : t('directory.try')}
      attempt={run}
      body={() =>
        content === ''
          ? undefined
          : { content, commit: ready, ...(ready && tried && { preview: tried.preview }) }
      }
      onClose={onClose}
    >
      <TextInput
        type="file"
        accept=".json,application/json"
        label={t('directory.file')}
        fault={fileFault(run.problem?.faults, t)}
        onChange={(event) => void event.target.files?.[0]?.text().then(take)}
      />
      {tried && <Outcome tried={tried} />}
    </ActDialog>
  );
}

type Words = ReturnType<typeof useWords>;
function fileFault(faults: { pointer: string; code: string; message?: string }[] | undefined, t: Words) {
  const found = faults?.find(({ pointer }) => pointer === '/content');
  return found && faultWords(found, t);
}

function Outcome({ tried }: { tried: PackageImport }) {
  const t = useWords();
  const { counts } = tried;
  return (
    <div className={`note ${counts.faults > 0 ? 'warn' : 'info'}`} role="status">
      <div>
        <p>
          {t('directory.tried', { added: counts.added, changed: counts.changed, same: counts.same })}{' '}
          {counts.gone > 0 && t('directory.gone', { n: counts.gone })}
        </p>
        <Notes title={t('directory.faults', { n: counts.faults })} notes={tried.faults} />
        {[...tried.changed, ...tried.added].length > 0 && (
          <ul>
            {[...tried.changed, ...tried.added].slice(0, SHOWN).map((row) => (
              <li key={`${row.resource} ${row.id}`}>
                {row.resource}: {row.name || row.id}
                {row.fields.length > 0 && <span className="soft"> ({row.fields.join(', ')})</span>}
              </li>
            ))}
          </ul>
        )}
        <Notes title={t('directory.noticed', { n: counts.notices })} notes={tried.notices} />
      </div>
    </div>
  );
}

function Notes({ title, notes }: { title: string; notes: PackageImport['faults'] }) {
  const t = useWords();
  if (notes.length === 0) return null;
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {notes.slice(0, SHOWN).map((note) => (
          <li key={`${note.resource} ${note.row} ${note.field} ${note.code}`}>
            {note.row > 0
              ? t('directory.cell', { table: note.resource, row: note.row, field: note.field })
              : note.resource}
            {': '}
            {faultWords({ code: note.code }, t)}
          </li>
        ))}
      </ul>
    </>
  );
}
