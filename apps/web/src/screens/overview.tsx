import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import type { Deadline } from '../api/contract';
import { longDay, wholeNumber } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { Go } from '../elements/go';
import { AgencyMark } from '../elements/marks';
import { Due } from '../elements/status';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { IconAlertTriangleFilled, IconClock } from '../elements/icons';
import { Notices } from './notices-panel';
import './work.css';
import './overview.css';

export function useDeadlines(state: 'overdue' | 'soon', agencyId?: string) {
  return useQuery({
    queryKey: ['deadlines', state, ...(agencyId ? [agencyId] : [])],
    queryFn: () =>
      answer(api.GET('/api/deadlines', { params: { query: { state, ...(agencyId ? { agencyId } : {}) } } })),
  });
}

/** The city at a glance: who is late with what. Every row leads to the list behind it. */
export default function Overview() {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const session = useSession();
  const overdue = useDeadlines('overdue');
  const soon = useDeadlines('soon');
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.overview')}</h1>
          <p>
            {longDay(now, locale)} · {session.agency.name}
          </p>
        </div>
      </div>
      <StaleBar asked={overdue} />
      <div className="work-columns">
        <section className="panel" aria-label={t('overview.byAgency')}>
          <div className="counters two">
            <Go to="/tenggat" className={(overdue.data?.items.length ?? 0) > 0 ? 'late' : ''}>
              <b className="num">{overdue.data ? figure(overdue.data, locale) : '–'}</b>
              <span>
                <IconAlertTriangleFilled size={15} aria-hidden="true" />
                {t('due.late')}
              </span>
            </Go>
            <Go to="/tenggat?keadaan=segera">
              <b className="num">{soon.data ? figure(soon.data, locale) : '–'}</b>
              <span>
                <IconClock size={15} aria-hidden="true" />
                {t('overview.soon')}
              </span>
            </Go>
          </div>
          <h2 className="group-head">{t('overview.byAgency')}</h2>
          <Loaded asked={overdue} rows={4}>
            {(page) =>
              page.items.length === 0 ? (
                <Empty title={t('overview.none')}>
                  <span>{t('overview.noneMore')}</span>
                </Empty>
              ) : (
                <ul>
                  {byParty(page.items).map((party) => (
                    <li key={party.key} className="party">
                      <AgencyMark name={party.name} />
                      <div>
                        <Go to={party.agencyId ? `/tenggat?lembaga=${party.agencyId}` : '/tenggat'}>
                          {party.name}
                        </Go>
                        <p className="soft small">{party.oldest.action}</p>
                      </div>
                      {party.oldest.dueAt && <Due at={party.oldest.dueAt} />}
                      <b className="num">{party.count}</b>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </section>
        <div className="work-side">
          <Notices />
        </div>
      </div>
    </>
  );
}

const figure = (page: { items: unknown[]; next?: string | null }, locale: 'id' | 'en'): string =>
  page.next ? `${wholeNumber(page.items.length, locale)}+` : wholeNumber(page.items.length, locale);

interface Party {
  key: string;
  agencyId?: string;
  name: string;
  count: number;
  oldest: Deadline;
}

/** Who owes most, the longest wait first among equals. */
export function byParty(deadlines: Deadline[]): Party[] {
  const parties = new Map<string, Party>();
  for (const deadline of deadlines) {
    const name = deadline.owes?.agencyName ?? deadline.owes?.accountName ?? deadline.owes?.words ?? '–';
    const key = deadline.owes?.agencyId ?? name;
    const party = parties.get(key);
    if (!party)
      parties.set(key, {
        key,
        agencyId: deadline.owes?.agencyId ?? undefined,
        name,
        count: 1,
        oldest: deadline,
      });
    else {
      party.count += 1;
      if ((deadline.dueAt ?? '9') < (party.oldest.dueAt ?? '9')) party.oldest = deadline;
    }
  }
  return [...parties.values()].sort(
    (a, b) => b.count - a.count || (a.oldest.dueAt ?? '9').localeCompare(b.oldest.dueAt ?? '9'),
  );
}
