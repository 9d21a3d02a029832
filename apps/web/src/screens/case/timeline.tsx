import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../../words/words';
import { answer, api } from '../../api/client';
import { can } from '../../api/acts';
import type { CaseFile, CaseNote, HistoryEntry } from '../../api/contract';
import { cityDay, clockTime, dayLongMonth, longDay } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { Empty, Loaded } from '../../elements/states';
import { IconBell, IconCheck, IconEye, IconNote, IconSend } from '../../elements/icons';
import { NoteComposer } from './note-composer';
import { NoteReaders } from './note-readers';
import { capitalized, entrySentence } from '../audit-words';

interface Entry {
  id: string;
  at: string;
  kind: 'note' | 'referral' | 'access' | 'told' | 'other';
  who?: string | null;
  sentence: string;
  text?: string;
  note?: CaseNote;
  purpose?: string;
  /** How many looks of the same person, or tellings, right before this one have no line of their own here. */
  folded?: number;
}

const FILTERS = ['all', 'note', 'referral', 'access'] as const;

/** What happened and who looked, newest first, with the place to write a note on top. */
export function Timeline({ file }: { file: CaseFile }) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const history = useQuery({
    queryKey: ['case', file.id, 'history'],
    queryFn: () => answer(api.GET('/api/cases/{id}/history', { params: { path: { id: file.id } } })),
    enabled: can(file.availableActs, 'case.history'),
  });
  const notes = useQuery({
    queryKey: ['case', file.id, 'notes'],
    queryFn: () => answer(api.GET('/api/cases/{id}/notes', { params: { path: { id: file.id } } })),
  });
  const entries = useMemo(
    () => merged(history.data?.items ?? [], notes.data?.items ?? [], t),
    [history.data, notes.data, t],
  );
  const shown = filter === 'all' ? folded(entries) : entries.filter((entry) => entry.kind === filter);
  const days = byDay(shown);

  return (
    <section className="panel timeline" aria-label={t('case.timeline')}>
      <header>
        <h2>{t('case.timeline')}</h2>
        <div className="tl-filter" role="group" aria-label={t('case.timelineFilter')}>
          {FILTERS.map((name) => (
            <button type="button" key={name} aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {t(`timeline.${name}`)}
            </button>
          ))}
        </div>
      </header>
      {can(file.availableActs, 'case.note') && <NoteComposer file={file} />}
      <Loaded<unknown> asked={history.data ? history : notes} rows={4}>
        {() =>
          shown.length === 0 ? (
            <Empty title={t(filter === 'all' ? 'timeline.none' : 'state.noMatch')}>
              {filter === 'all' && <span>{t('timeline.noneMore')}</span>}
            </Empty>
          ) : (
            <div className="tl-days">
              {[...days].map(([day, list]) => (
                <section key={day}>
                  <h3>
                    {day === cityDay(now)
                      ? `${t('due.today')}, ${dayLongMonth(list[0]!.at, locale)}`
                      : longDay(list[0]!.at, locale).replace(/ \d{4}$/, '')}
                  </h3>
                  <ol>
                    {list.map((entry) => (
                      <TimelineEntry key={entry.id} entry={entry} file={file} />
                    ))}
                  </ol>
                </section>
              ))}
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

/**
 * One opening of the page is several reads, and one step of the ladder tells several people: a row of looks by one person,
 * or of tellings, on one day is one line among the acts.
 */
function folded(entries: Entry[]): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const last = kept.at(-1);
    const same =
      last &&
      (entry.kind === 'access' || entry.kind === 'told') &&
      last.kind === entry.kind &&
      last.who === entry.who &&
      !last.purpose &&
      !entry.purpose &&
      cityDay(last.at) === cityDay(entry.at);
    if (same) last.folded = (last.folded ?? 0) + 1;
    else kept.push({ ...entry });
  }
  return kept;
}

function byDay(entries: Entry[]): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = cityDay(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

const ICONS = { note: IconNote, referral: IconSend, access: IconEye, told: IconBell, other: IconCheck };

function TimelineEntry({ entry, file }: { entry: Entry; file: CaseFile }) {
  const t = useWords();
  const locale = useLocale();
  const Icon = ICONS[entry.kind];
  return (
    <li className={`tl-${entry.kind}`}>
      <span className="dot" aria-hidden="true">
        <Icon size={14} />
      </span>
      <div>
        <p>
          {entry.who && <b>{entry.who}</b>} {entry.sentence}
          {entry.folded && (
            <span className="soft">
              {' '}
              {t(entry.kind === 'told' ? 'timeline.foldedTold' : 'timeline.folded', { n: entry.folded })}
            </span>
          )}
        </p>
        {entry.purpose && <p className="soft small">“{entry.purpose}”</p>}
        {entry.text && <blockquote>{entry.text}</blockquote>}
        {entry.note && <NoteReaders file={file} note={entry.note} />}
      </div>
      <span className="meta">
        <time dateTime={entry.at} className="num">
          {clockTime(entry.at, locale)}
        </time>
      </span>
    </li>
  );
}

function merged(history: HistoryEntry[], notes: CaseNote[], t: ReturnType<typeof useWords>): Entry[] {
  const written: Entry[] = notes.map((note) => ({
    id: `note-${note.id}`,
    at: note.at,
    kind: 'note',
    who: note.authorName,
    sentence: t('timeline.wrote'),
    text: note.text,
    note,
  }));
  const happened = history
    // The note itself stands in the list; that it was written need not be said twice.
    .filter((entry) => !(notes.length > 0 && /^case\.(noted?|note\.)/.test(entry.act)))
    .map((entry): Entry => {
      const sentence = entrySentence(entry);
      const who = entry.actorName ?? entry.agencyName;
      return {
        id: entry.id,
        at: entry.at,
        kind: kindOf(entry.act),
        who: who && !sentence.includes(who) ? who : undefined,
        sentence: who ? sentence : capitalized(sentence),
        purpose: entry.purpose,
      };
    });
  return [...written, ...happened].sort((a, b) => b.at.localeCompare(a.at));
}

function kindOf(act: string): Entry['kind'] {
  if (/[rR]ead$|revealed|listed|previewed|suggested|matched/.test(act)) return 'access';
  if (act === 'notification.told') return 'told';
  return act.startsWith('referral') ? 'referral' : 'other';
}
