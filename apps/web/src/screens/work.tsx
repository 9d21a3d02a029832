import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import type { WorkItem, Worklist } from '../api/contract';
import { clockTime, cityDay, dayMonth, dueTone, longDay, timeLeft, weekdayDay } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { Go } from '../elements/go';
import { Button } from '../elements/button';
import { AgencyMark } from '../elements/marks';
import { amountWords, Status } from '../elements/status';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { IconAlertTriangleFilled, IconClock, IconHourglass, IconPencil } from '../elements/icons';
import { Notices } from './notices-panel';
import { DraftsHere, ReferralDrafts } from './drafts-panel';
import { LoadPanel } from './load-panel';
import './work.css';

type GroupKey = Worklist['groups'][number]['key'];

export default function Work() {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const session = useSession();
  const [only, setOnly] = useState<GroupKey>();
  const asked = useQuery({ queryKey: ['worklist'], queryFn: () => answer(api.GET('/api/worklist')) });

  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.work')}</h1>
          <p>
            {longDay(now, locale)} · {session.agency.name}
          </p>
        </div>
      </div>
      <StaleBar asked={asked} />
      <div className="work-columns">
        <section className="panel work-list" aria-label={t('nav.work')}>
          <Loaded asked={asked} rows={9}>
            {(list) => (
              <>
                <Counters list={list} only={only} choose={setOnly} />
                <Groups list={list} only={only} clear={() => setOnly(undefined)} />
              </>
            )}
          </Loaded>
        </section>
        <div className="work-side">
          <Notices />
          <DraftsHere />
          <ReferralDrafts drafts={asked.data?.drafts ?? []} />
          <LoadPanel />
        </div>
      </div>
    </>
  );
}

/** Four counters that are filters. The group's key names the filter; drafts lead to their own place. */
function Counters({
  list,
  only,
  choose,
}: {
  list: Worklist;
  only?: GroupKey;
  choose: (key?: GroupKey) => void;
}) {
  const t = useWords();
  const cells: { key: GroupKey; count: number; words: string; icon: typeof IconClock }[] = [
    { key: 'OVERDUE', count: list.counters.overdue, words: t('due.late'), icon: IconAlertTriangleFilled },
    { key: 'TODAY', count: list.counters.today, words: t('due.today'), icon: IconClock },
    { key: 'WAITING', count: list.counters.waiting, words: t('due.waiting'), icon: IconHourglass },
  ];
  const drafts = (
    <>
      <b className="num">{list.counters.drafts}</b>
      <span>
        <IconPencil size={15} aria-hidden="true" />
        {t('work.drafts')}
      </span>
    </>
  );
  return (
    <div className="counters" role="group" aria-label={t('work.filter')}>
      {cells.map(({ key, count, words, icon: Icon }) => (
        <button
          type="button"
          key={key}
          className={key === 'OVERDUE' && count > 0 ? 'late' : ''}
          aria-pressed={only === key}
          onClick={() => choose(only === key ? undefined : key)}
        >
          <b className="num">{count}</b>
          <span>
            <Icon size={15} aria-hidden="true" />
            {words}
          </span>
        </button>
      ))}
      {list.counters.drafts > 0 ? <a href="#draf">{drafts}</a> : <div>{drafts}</div>}
    </div>
  );
}

const GROUP_WORDS = {
  OVERDUE: 'due.late',
  TODAY: 'due.today',
  WEEK: 'due.week',
  WAITING: 'due.waiting',
} as const;

function Groups({ list, only, clear }: { list: Worklist; only?: GroupKey; clear: () => void }) {
  const t = useWords();
  const groups = list.groups.filter((group) => group.items.length > 0 && (!only || group.key === only));
  if (groups.length === 0 && only)
    return (
      <Empty title={t('state.noMatch')}>
        <Button onClick={clear}>{t('act.clearFilter')}</Button>
      </Empty>
    );
  if (groups.length === 0)
    return (
      <Empty title={t('work.none')}>
        <span>{t('work.noneMore')}</span>
      </Empty>
    );
  return groups.map((group) => (
    <section key={group.key}>
      <h2 className="group-head">
        {t(GROUP_WORDS[group.key])} <span className="num">{group.items.length}</span>
      </h2>
      <ul>
        {group.items.map((item, index) => (
          <WorkRow
            key={
              item.deadlineId ??
              item.screeningId ??
              item.closingId ??
              item.basisId ??
              item.referralId ??
              `${group.key}${index}`
            }
            item={item}
          />
        ))}
      </ul>
    </section>
  ));
}

export function WorkRow({ item }: { item: WorkItem }) {
  const t = useWords();
  const locale = useLocale();
  const agency = item.agency;
  const href = hrefOf(item);
  return (
    <li className="work-row inset-focus">
      {(item.screeningId || item.closingId || item.basisId) && !item.dueAt ? (
        <p className="when">
          <Status tone="wait">{t('work.secondPerson')}</Status>
        </p>
      ) : (
        <When at={item.dueAt} />
      )}
      <div className="what">
        <Go to={href}>{item.title}</Go>
        <p>
          {item.caseNumber && <b>{item.caseNumber}</b>}
          {item.reportId && <b>{t('kept.title')}</b>}
          {item.client && <span> {item.client}</span>}
          {item.detail && <span> · {item.detail}</span>}
          {item.dueAt && <span className="hidden"> {longDay(item.dueAt, locale)}</span>}
        </p>
      </div>
      <span className="whom">
        {agency && (
          <>
            <AgencyMark name={agency} /> <span>{agency}</span>
          </>
        )}
      </span>
      <Verb item={item} href={href} />
    </li>
  );
}

/** Where the next act is done: the verb knows better than the thing it belongs to. */
function hrefOf({ verb, caseId, referralId, reportId, screeningId }: WorkItem): string {
  if (verb === 'review') return '/tinjauan';
  if (reportId) return `/laporan/${reportId}`;
  if (!caseId) return referralId ? `/masuk/${referralId}` : '/kerja';
  if (screeningId) return `/kasus/${caseId}/asesmen`;
  if (verb === 'reroute') return `/kasus/${caseId}/rujuk?ganti=${referralId}`;
  if (verb === 'police') return `/kasus/${caseId}/rujuk`;
  if (verb === 'write') return `/kasus/${caseId}/darurat`;
  if (verb === 'follow') return `/kasus/${caseId}?bagian=tenggat`;
  return referralId ? `/rujukan/${referralId}` : `/kasus/${caseId}`;
}

function When({ at }: { at: string | null }) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  if (!at)
    return (
      <p className="when">
        <Status tone="plain">{t('due.none')}</Status>
      </p>
    );
  const left = timeLeft(at, now);
  const tone = dueTone(at, now);
  const sameDay = cityDay(at) === cityDay(now);
  if (tone === 'late')
    return (
      <p className="when">
        <Status tone="late">{amountWords(left, t)}</Status>
        <small>{t('due.since', { date: sameDay ? clockTime(at, locale) : dayMonth(at, locale) })}</small>
      </p>
    );
  return (
    <p className="when">
      <Status tone={sameDay ? 'urgent' : 'run'}>
        {sameDay ? clockTime(at, locale) : weekdayDay(at, locale)}
      </Status>
      <small>{t('due.left', { amount: amountWords(left, t) })}</small>
    </p>
  );
}

const VERBS = [
  'open',
  'answer',
  'acknowledge',
  'accept',
  'start',
  'report',
  'reroute',
  'confirm',
  'note',
  'police',
  'follow',
  'decide',
  'approve',
  'review',
  'write',
];

function Verb({ item, href }: { item: WorkItem; href: string }) {
  const t = useWords();
  const words = t(`verb.${VERBS.includes(item.verb) ? item.verb : 'open'}` as 'verb.open');
  return (
    <span className="verb">
      <Go className="btn" to={href} aria-label={`${words}: ${item.title}`}>
        {words}
      </Go>
    </span>
  );
}
