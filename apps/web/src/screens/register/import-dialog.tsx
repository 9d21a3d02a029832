import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../../words/words';
import { faultWords } from '../../words/refusals';
import { useAttempt } from '../../api/attempt';
import type { HolidayImport, RuleEffect } from '../../api/contract';
import { Button } from '../../elements/button';
import { Dialog } from '../../elements/dialog';
import { DialogFoot } from '../../elements/dialog-foot';
import { TextArea, TextInput } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { Effect } from './effect';

/** What a trial of any list answers. */
export interface TriedList {
  committed: boolean;
  added: readonly unknown[];
  alreadyKnown: readonly unknown[];
  faults: HolidayImport['faults'];
  effect: RuleEffect;
}

interface Words {
  title: string;
  more: string;
  take: (added: number) => string;
  tried: (counts: { added: number; known: number; faults: number }) => string;
}

/**
 * A list as CSV: first looked at, each wrong cell named by line and column and the open deadlines that it moves, then
 * taken whole or not at all.
 */
export function ImportDialog({
  words,
  example,
  sample,
  post,
  onClose,
}: {
  words: Words;
  example: string;
  /** A list to begin with, and what the button is called that fills it in. */
  sample?: { label: string; csv: string };
  post: (body: { csv: string; commit: boolean }, key: string) => Promise<TriedList>;
  onClose: () => void;
}) {
  const t = useWords();
  const [csv, setCsv] = useState('');
  const [tried, setTried] = useState<TriedList>();
  const run = useAttempt(post, {
    refreshes: ['holidays', 'office-hours', 'calendar-gaps'],
    done: (result) => (result.committed ? onClose() : setTried(result)),
  });
  const change = (text: string) => {
    setCsv(text);
    setTried(undefined);
  };
  const ready = tried !== undefined && tried.faults.length === 0 && tried.added.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (csv.trim()) void run.run({ csv, commit: ready });
  };
  return (
    <Dialog title={words.title} wide onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{words.more}</p>
        <pre className="sample">{example}</pre>
        {sample && (
          <div>
            <Button onClick={() => change(sample.csv)}>{sample.label}</Button>
          </div>
        )}
        <TextInput
          type="file"
          accept=".csv,text/csv,text/plain"
          label={t('calendar.file')}
          onChange={(event) => void event.target.files?.[0]?.text().then(change)}
        />
        <TextArea
          label={t('calendar.paste')}
          rows={6}
          value={csv}
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
        />
        {tried && (
          <Outcome faults={tried.faults}>
            {words.tried({
              added: tried.added.length,
              known: tried.alreadyKnown.length,
              faults: tried.faults.length,
            })}
          </Outcome>
        )}
        {ready && <Effect effect={tried.effect} none="calendar.effect.none" />}
        <RefusalNote problem={run.problem} />
        <DialogFoot
          onCancel={onClose}
          busy={run.busy}
          save={ready ? words.take(tried.added.length) : t('calendar.try')}
        />
      </form>
    </Dialog>
  );
}

function Outcome({ faults, children }: { faults: TriedList['faults']; children: ReactNode }) {
  const t = useWords();
  return (
    <div className={`note ${faults.length > 0 ? 'warn' : 'info'}`} role="status">
      <div>
        <p>{children}</p>
        {faults.length > 0 && (
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.line} ${fault.column} ${fault.code}`}>
                {t('calendar.cell', { line: fault.line, column: fault.column })}: {faultWords(fault, t)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
