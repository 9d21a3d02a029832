import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { newKey } from '../api/attempt-keys';
import { answer, api, withKey } from '../api/client';
import { cache } from '../api/cache';
import { cityDay, clockTime, longDay } from '../clock/dates';
import { Go, useGo } from '../elements/go';
import { More } from '../elements/more';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { noticeHref } from './notice-href';
import type { Notice } from '../api/contract';
import './notices.css';

/** What happened that concerns me. No notice holds a name, a kind of case or an address; the page it opens does. */
export default function NoticesPage() {
  const t = useWords();
  const locale = useLocale();
  const asked = useInfiniteQuery({
    queryKey: ['notifications', 'all', 'pages'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/notifications', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const notices = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="head">
        <h1>{t('nav.notices')}</h1>
      </div>
      <StaleBar asked={asked} />
      <section className="panel narrow" aria-label={t('nav.notices')}>
        <Loaded asked={asked} rows={6}>
          {() =>
            notices.length === 0 ? (
              <Empty title={t('notice.none')} />
            ) : (
              grouped(notices).map(([day, list]) => (
                <section key={day}>
                  <h2 className="group-head">{longDay(list[0]!.at, locale)}</h2>
                  <ul className="notices">
                    {list.map((notice) => (
                      <Row key={notice.id} notice={notice} />
                    ))}
                  </ul>
                </section>
              ))
            )
          }
        </Loaded>
        <More asked={asked} />
      </section>
    </>
  );
}

function Row({ notice }: { notice: Notice }) {
  const t = useWords();
  const locale = useLocale();
  const go = useGo();
  const at = notice.at;
  const href = noticeHref(notice);
  const open = () => {
    // Reading is a side matter: it must not keep anybody from the page behind the notice.
    if (!notice.readAt)
      void answer(
        api.POST('/api/notifications/{id}/reading', {
          params: { path: { id: notice.id } },
          headers: withKey(newKey()),
        }),
      )
        .then(() => cache.invalidateQueries({ queryKey: ['notifications'] }))
        .catch(() => undefined);
    go(href);
  };
  return (
    <li className={`${notice.readAt ? '' : 'unread'} ${notice.urgency}`}>
      <Go
        to={href}
        onClick={(event) => {
          event.preventDefault();
          open();
        }}
      >
        {!notice.readAt && <span className="hidden">{t('in.unread')}: </span>}
        {notice.words}
      </Go>
      <p className="soft small">
        {[notice.caseNumber, at && clockTime(at, locale)].filter(Boolean).join(' · ')}
      </p>
    </li>
  );
}

function grouped(notices: Notice[]): [string, Notice[]][] {
  const days = new Map<string, Notice[]>();
  for (const notice of notices) {
    const day = cityDay(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days];
}
