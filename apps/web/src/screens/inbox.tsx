import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { serviceName } from '../api/codes';
import { useSession } from '../api/session';
import type { InboxRow, InboxTab } from '../api/contract';
import { cityDay, clockTime, dayMonth } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { useWide } from '../elements/use-wide';
import { Go } from '../elements/go';
import { DueBy, ReferralStatus } from '../elements/status';
import { More } from '../elements/more';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { IconArrowLeft } from '../elements/icons';
import { AlarmsPanel } from './alarms/panel';
import { ReferralPane } from './referral/pane';
import './inbox.css';

const TABS: {
  tab: InboxTab;
  path: string;
  words: 'in.toAnswer' | 'in.toReport' | 'nav.running' | 'in.ended';
}[] = [
  { tab: 'answer', path: '/masuk', words: 'in.toAnswer' },
  { tab: 'report', path: '/laporan-hasil', words: 'in.toReport' },
  { tab: 'running', path: '/berjalan', words: 'nav.running' },
  { tab: 'ended', path: '/berakhir', words: 'in.ended' },
];

export default function Inbox({ tab }: { tab: InboxTab }) {
  const { id } = useParams();
  const t = useWords();
  const wide = useWide();
  const session = useSession();
  const here = TABS.find((one) => one.tab === tab)!;
  const tabs = useRef<HTMLElement>(null);
  const asked = useInfiniteQuery({
    queryKey: ['inbox', tab, 'pages'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/inbox', { params: { query: { tab, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const counts: Partial<Record<InboxTab, number>> | undefined = asked.data?.pages[0]?.counts;
  // On a wide screen the first one is open: accepting it then takes one click. It stays open after the list has moved
  // on, so that the next click cannot hit another referral than the one that was read.
  const [first, setFirst] = useState<string>();
  if (!first && rows[0]) setFirst(rows[0].id);
  const openId = id ?? (wide ? first : undefined);
  const at = rows.findIndex((row) => row.id === openId);
  const next = rows[at + 1] ?? rows.find((row) => row.id !== openId);
  // Who opens this twice a month and finds nothing to answer is shown what still waits for a report.
  const elsewhere = TABS.find((one) => one.tab !== tab && one.tab !== 'ended' && !!counts?.[one.tab]);
  const title = tab === 'answer' ? t('nav.inbox') : t(here.words);

  // On a narrow phone the row of tabs scrolls by itself: the open one must be in sight.
  useEffect(() => {
    const open = tabs.current?.querySelector<HTMLElement>('[aria-current]');
    if (open) tabs.current!.scrollLeft = open.offsetLeft + open.offsetWidth - tabs.current!.clientWidth;
  }, [tab, counts]);

  if (id && !wide)
    return (
      <section className="inbox-phone">
        <h1 className="hidden">{title}</h1>
        <Go className="back" to={here.path}>
          <IconArrowLeft size={18} aria-hidden="true" />
          {title}
        </Go>
        <OpenReferral id={id} next={next && `${here.path}/${next.id}`} />
      </section>
    );

  return (
    <>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p>
            {session.agency.name}
            {asked.data && <> · {t(`in.lead.${tab}`, { n: counts?.[tab] ?? rows.length })}</>}
          </p>
        </div>
      </div>
      <StaleBar asked={asked} />
      {session.account.role === 'agency_head' && <AlarmsPanel />}
      <section className="panel inbox" aria-label={title}>
        <div className="inbox-list">
          <nav ref={tabs} className="inbox-tabs" aria-label={t('in.tabs')}>
            {TABS.map((one) => (
              <Go key={one.tab} to={one.path} aria-current={one.tab === tab ? 'page' : undefined}>
                {t(one.words)}
                {one.tab === tab && rows.length > 0 && (
                  <span className="num">{counts?.[tab] ?? rows.length}</span>
                )}
                {one.tab !== tab && !!counts?.[one.tab] && <span className="num">{counts[one.tab]}</span>}
              </Go>
            ))}
          </nav>
          <Loaded asked={asked} rows={5}>
            {() =>
              rows.length === 0 ? (
                <Empty title={t(`in.none.${tab}`)}>
                  <span>{t('in.noneMore')}</span>
                  {elsewhere && (
                    <Go className="btn" to={elsewhere.path}>
                      {t('in.elsewhere', { n: counts![elsewhere.tab]!, tab: t(elsewhere.words) })}
                    </Go>
                  )}
                </Empty>
              ) : (
                <ul>
                  {rows.map((row) => (
                    <Row
                      key={row.id}
                      row={row}
                      href={`${here.path}/${row.id}`}
                      open={row.id === openId && wide}
                    />
                  ))}
                </ul>
              )
            }
          </Loaded>
          <More asked={asked} />
        </div>
        {wide && (
          <div className="inbox-pane">
            {openId ? (
              <OpenReferral id={openId} next={next && `${here.path}/${next.id}`} />
            ) : (
              rows.length > 0 && <Empty title={t('in.nothingOpen')} />
            )}
          </div>
        )}
      </section>
    </>
  );
}

function OpenReferral({ id, next }: { id: string; next?: string }) {
  const asked = useQuery({
    queryKey: ['referral', id],
    queryFn: () => answer(api.GET('/api/referrals/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <StaleBar asked={asked} />
      <Loaded asked={asked} rows={5}>
        {(referral) => <ReferralPane key={referral.id} referral={referral} next={next} />}
      </Loaded>
    </>
  );
}

function Row({ row, href, open }: { row: InboxRow; href: string; open: boolean }) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const due = row.nextDeadline?.dueAt;
  const unread = !row.openedAt && (row.status === 'requested' || row.status === 'received');
  return (
    <li className={`${open ? 'open' : ''} ${unread ? 'unread' : ''}`}>
      <div className="row">
        <Go to={href} aria-current={open ? 'true' : undefined}>
          {unread && (
            <i className="dot">
              <span className="hidden">{t('in.unread')} </span>
            </i>
          )}
          {serviceName(row.service, locale)}
        </Go>
        {due ? (
          <DueBy at={due} who={t('due.yourAgency')} />
        ) : (
          <ReferralStatus status={row.status} words={row.statusWords} />
        )}
      </div>
      {row.nextDeadline?.action && <p className="clip">{row.nextDeadline.action}</p>}
      <p className="row soft">
        <span>
          {[row.bare ? t('bare.short') : row.caseNumber, row.fromAgency.name, row.responsibleName]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {row.sentAt && (
          <time className="num" dateTime={row.sentAt}>
            {cityDay(row.sentAt) === cityDay(now)
              ? clockTime(row.sentAt, locale)
              : dayMonth(row.sentAt, locale)}
          </time>
        )}
      </p>
    </li>
  );
}
