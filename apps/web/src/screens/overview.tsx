import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import type { OverdueParty } from '../api/contract';
import { longDay, wholeNumber } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { Go } from '../elements/go';
import { AgencyMark } from '../elements/marks';
import { DueBy } from '../elements/status';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { IconAlertTriangleFilled, IconClock } from '../elements/icons';
import { AlarmsPanel } from './alarms/panel';
import { Notices } from './notices-panel';
import { WorkRow } from './work';
import './work.css';
import './overview.css';

export function useDeadlines(state: 'overdue' | 'soon', agencyId?: string) {
  return useInfiniteQuery({
    queryKey: ['deadlines', state, agencyId ?? '', 'pages'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/deadlines', {
          params: {
            query: { state, ...(agencyId ? { agencyId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** The city at a glance: who is late with what. Every row leads to the list behind it. */
export default function Overview() {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const session = useSession();
  const board = useQuery({
    queryKey: ['board'],
    queryFn: () => answer(api.GET('/api/worklist/overdue-board')),
  });
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
      <StaleBar asked={board} />
      <AlarmsPanel />
      <div className="work-columns">
        <section className="panel" aria-label={t('overview.byAgency')}>
          {session.permissions.includes('screening.approve') && <Approvals />}
          <div className="counters two">
            <Go to="/tenggat" className={(board.data?.total ?? 0) > 0 ? 'late' : ''}>
              <b className="num">{board.data ? wholeNumber(board.data.total, locale) : '–'}</b>
              <span>
                <IconAlertTriangleFilled size={15} aria-hidden="true" />
                {t('due.late')}
              </span>
            </Go>
            <Go to="/tenggat?keadaan=segera">
              <b className="num">{soon.data ? figure(soon.data.pages[0]!, locale) : '–'}</b>
              <span>
                <IconClock size={15} aria-hidden="true" />
                {t('overview.soon')}
              </span>
            </Go>
          </div>
          <h2 className="group-head">{t('overview.byAgency')}</h2>
          <Loaded asked={board} rows={4}>
            {(overdue) =>
              overdue.total === 0 ? (
                <Empty title={t('overview.none')}>
                  <span>{t('overview.noneMore')}</span>
                </Empty>
              ) : (
                <ul>
                  {overdue.groups.map((party) => (
                    <PartyRow key={party.agencyId ?? party.agencyName} party={party} />
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

/** What waits for a second person comes before what is late elsewhere: nobody but the reader can end it. */
function Approvals() {
  const t = useWords();
  const asked = useQuery({ queryKey: ['worklist'], queryFn: () => answer(api.GET('/api/worklist')) });
  const items = asked.data?.groups.flatMap((group) =>
    group.items.filter((one) => ['approve', 'review'].includes(one.verb)),
  );
  if (!items || items.length === 0) return null;
  return (
    <section aria-label={t('overview.approvals')}>
      <h2 className="group-head">
        {t('overview.approvals')} <span className="num">{items.length}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <WorkRow key={item.screeningId ?? item.closingId ?? item.basisId ?? item.deadlineId} item={item} />
        ))}
      </ul>
    </section>
  );
}

const figure = (page: { items: unknown[]; next?: string | null }, locale: 'id' | 'en'): string =>
  page.next ? `${wholeNumber(page.items.length, locale)}+` : wholeNumber(page.items.length, locale);

/** Who owes something late: the oldest of it, and how many. */
function PartyRow({ party }: { party: OverdueParty }) {
  const { agencyName: name, items } = party;
  const oldest = items[0];
  return (
    <li className="party">
      <AgencyMark name={name} />
      <div>
        <Go to={party.agencyId ? `/tenggat?lembaga=${party.agencyId}` : '/tenggat'}>{name}</Go>
        <p className="soft small">{oldest?.action}</p>
      </div>
      {oldest?.dueAt && <DueBy at={oldest.dueAt} />}
      <b className="num">{items.length}</b>
    </li>
  );
}
