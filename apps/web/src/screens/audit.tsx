import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api, withKey } from '../api/client';
import { useAttempt } from '../api/attempt';
import type { AuditEntry, Verification } from '../api/contract';
import { cityDay, clockTime, dayMonth, exactMoment, wholeNumber } from '../clock/dates';
import { serverNow } from '../api/client';
import { useNow } from '../clock/use-now';
import { Button } from '../elements/button';
import { Segment } from '../elements/fields';
import { Avatar } from '../elements/marks';
import { More } from '../elements/more';
import { Empty, Loaded, RefusalNote, StaleBar } from '../elements/states';
import { Status } from '../elements/status';
import { IconCheck, IconShieldCheck, IconShieldCheckFilled, IconShieldX } from '../elements/icons';
import { asQuery, NO_FILTER, TrailFilters, type TrailFilter } from './audit-filters';
import { EntryFacts } from './audit-facts';
import { capitalized, entrySentence } from './audit-words';
import './audit.css';

type Show = 'all' | 'denied' | 'names';

export default function Audit() {
  const t = useWords();
  const locale = useLocale();
  const [only, setOnly] = useState<{ caseId?: string; actorId?: string; words?: string }>({});
  const [show, setShow] = useState<Show>('all');
  const [more, setMore] = useState<TrailFilter>(NO_FILTER);
  const [openId, setOpenId] = useState<string>();
  const asked = useInfiniteQuery({
    queryKey: ['audit', only.caseId ?? '', only.actorId ?? '', show, more],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/audit/entries', {
          params: {
            query: {
              ...(only.caseId ? { caseId: only.caseId } : {}),
              ...(only.actorId ? { actorId: only.actorId } : {}),
              ...(show === 'denied' ? { decision: 'denied' } : {}),
              ...asQuery(more),
              ...(show === 'names' ? { act: 'case.revealed' } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    // Reading the trail is itself recorded: it is asked when somebody asks, not on every glance at the window.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.find((entry) => entry.id === openId) ?? rows[0];

  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.audit')}</h1>
          <p>{t('audit.lead')}</p>
        </div>
      </div>
      <StaleBar asked={asked} />
      <section className="panel" aria-label={t('nav.audit')}>
        <Verdict />
        <div className="filter-bar">
          <Segment
            label={t('audit.filter')}
            hideLabel
            value={show}
            onChange={(value) => setShow(value as Show)}
            options={[
              { value: 'all', label: t('filter.all') },
              { value: 'names', label: t('audit.names') },
              { value: 'denied', label: t('audit.denied') },
            ]}
          />
          <TrailFilters
            filter={more}
            change={(part) => setMore((old) => ({ ...old, ...part }))}
            actFixed={show === 'names'}
          />
          {only.words && (
            <Button onClick={() => setOnly({})}>
              {only.words} · {t('act.clearFilter')}
            </Button>
          )}
          <span className="soft small filter-count num">
            {asked.data && t('audit.shown', { n: wholeNumber(rows.length, locale) })}
          </span>
        </div>
        <div className="audit-columns">
          <div>
            <Loaded asked={asked} rows={8}>
              {() =>
                rows.length === 0 ? (
                  <Empty title={t('audit.none')}>
                    {(show !== 'all' || only.words || more !== NO_FILTER) && (
                      <Button
                        onClick={() => {
                          setShow('all');
                          setOnly({});
                          setMore(NO_FILTER);
                        }}
                      >
                        {t('act.clearFilter')}
                      </Button>
                    )}
                  </Empty>
                ) : (
                  <EntryTable rows={rows} openId={open?.id} choose={setOpenId} />
                )
              }
            </Loaded>
            <More asked={asked} />
          </div>
          {open && <EntryDetail entry={open} narrow={setOnly} />}
        </div>
      </section>
    </>
  );
}

const isDenied = (entry: AuditEntry): boolean => entry.decision !== 'allowed';

/** Whether the trail is whole. Nothing is claimed before it was checked in this sitting. */
function Verdict() {
  const t = useWords();
  const locale = useLocale();
  const [verdict, setVerdict] = useState<Verification & { checkedAt: Date }>();
  const latest = useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => answer(api.GET('/api/audit/checkpoints/latest')),
    refetchOnWindowFocus: false,
  });
  const check = useAttempt(
    (_: void, key) => answer(api.POST('/api/audit/verifications', { headers: withKey(key) })),
    { done: (result) => setVerdict({ ...result, checkedAt: serverNow() }) },
  );
  const state = !verdict ? 'unknown' : verdict.ok ? 'ok' : 'bad';
  const Icon = { unknown: IconShieldCheck, ok: IconShieldCheckFilled, bad: IconShieldX }[state];
  // The third line of a checkpoint note is the root of the tree, in base64.
  const anchor = latest.data?.note.split('\n')[2]?.slice(0, 8);
  return (
    <div className={`verdict ${state}`}>
      <span className="shield" aria-hidden="true">
        <Icon size={22} />
      </span>
      <div role="status">
        <p className="verdict-words">
          {check.busy
            ? t('audit.checking')
            : !verdict
              ? t('audit.notChecked')
              : verdict.ok
                ? t('audit.ok', { n: wholeNumber(verdict.entries, locale) })
                : verdict.words}
        </p>
        <p className="soft small">
          {verdict && t('audit.checkedAt', { time: clockTime(verdict.checkedAt, locale) })}
          {verdict?.checkpoints !== undefined && (
            <> · {t('audit.checkpoints', { n: wholeNumber(verdict.checkpoints, locale) })}</>
          )}
          {verdict && (verdict.pending ?? 0) > 0 && <> · {t('audit.pending', { n: verdict.pending! })}</>}
          {anchor && (
            <>
              {verdict ? ' · ' : ''}
              {t('audit.anchor')} <code>{anchor.replace(/(.{4})/, '$1 ')}</code>
              {latest.data && ` ${dayMonth(latest.data.at, locale)} ${clockTime(latest.data.at, locale)}`}
            </>
          )}
        </p>
        {verdict && !verdict.ok && (
          <ol className="steps">
            <li>{t('audit.bad1')}</li>
            <li>{t('audit.bad2')}</li>
            <li>{t('audit.bad3')}</li>
          </ol>
        )}
        <RefusalNote problem={check.problem} />
      </div>
      <Button large busy={check.busy} onClick={() => void check.run()}>
        {check.busy ? t('audit.checkingShort') : t('audit.check')}
      </Button>
    </div>
  );
}

function EntryTable({
  rows,
  openId,
  choose,
}: {
  rows: AuditEntry[];
  openId?: string;
  choose: (id: string) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  return (
    <table className="table audit-table">
      <caption className="hidden">{t('nav.audit')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.object')}</th>
          <th scope="col">{t('audit.seal')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => {
          const nobody = entry.actorRole === 'nobody';
          const name = entry.actorName ?? t(nobody ? 'audit.nobody' : 'audit.system');
          return (
            <tr key={entry.id} className={entry.id === openId ? 'open' : ''}>
              <td className="num at">
                {cityDay(entry.at) === cityDay(now) ? '' : `${dayMonth(entry.at, locale)} `}
                {clockTime(entry.at, locale)}
              </td>
              <td className="who-cell">
                <span className="agency">
                  <Avatar name={name} small tone={entry.actorName ? undefined : 'system'} />
                  <span>
                    {name}
                    <small>
                      {entry.agencyName ??
                        (entry.actorName && entry.actorRole
                          ? t(`role.${entry.actorRole}` as 'role.supervisor')
                          : '')}
                    </small>
                  </span>
                </span>
              </td>
              <td className="act">
                <button
                  type="button"
                  className="row-open"
                  aria-pressed={entry.id === openId}
                  onClick={() => choose(entry.id)}
                >
                  {capitalized(entrySentence(entry))}
                </button>
                {isDenied(entry) && <Status tone="urgent">{t('audit.denied')}</Status>}
              </td>
              <td className="object">{entry.caseNumber ?? entry.accountName ?? '—'}</td>
              <td className="seal">
                {entry.sealed ? (
                  <>
                    <IconCheck size={15} aria-hidden="true" /> {t('audit.sealed')}
                  </>
                ) : (
                  <span className="soft">{t('audit.waiting')}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function EntryDetail({
  entry,
  narrow,
}: {
  entry: AuditEntry;
  narrow: (only: { caseId?: string; actorId?: string; words?: string }) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  return (
    <aside className="audit-detail" aria-label={t('audit.detail')}>
      <h2>{capitalized(entrySentence(entry))}</h2>
      <p className="soft">
        {t('audit.entry', { n: wholeNumber(entry.seq, locale) })} · {exactMoment(entry.at, locale)}
      </p>
      {entry.accountName && <p>{t('audit.account', { name: entry.accountName })}</p>}
      <EntryFacts facts={entry.facts} />
      {!entry.sealed && <p className="soft">{t('audit.notSealed')}</p>}
      {entry.actorId && (
        <Button
          wide
          onClick={() => narrow({ actorId: entry.actorId!, words: entry.actorName ?? t('audit.thisPerson') })}
        >
          {t('audit.onlyPerson')}
        </Button>
      )}
      {entry.caseId && (
        <Button
          wide
          onClick={() => narrow({ caseId: entry.caseId!, words: entry.caseNumber ?? t('audit.thisCase') })}
        >
          {t('audit.onlyCase')}
        </Button>
      )}
    </aside>
  );
}
