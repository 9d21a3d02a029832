import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { clockTime, cityDay, dayMonth } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { Go } from '../elements/go';
import { noticeHref } from './notice-href';

/** The latest unread notices beside the work. */
export function Notices() {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const asked = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => answer(api.GET('/api/notifications', { params: { query: { unread: 'true' } } })),
  });
  const items = (asked.data?.items ?? []).slice(0, 4);
  return (
    <section className="panel">
      <header>
        <h2>{t('nav.notices')}</h2>
        <Go className="small" to="/pemberitahuan">
          {t('act.seeAll')}
        </Go>
      </header>
      {items.length === 0 ? (
        <p className="panel-note">{asked.error ? t('state.failed') : t('notice.none')}</p>
      ) : (
        <ul className="side-list">
          {items.map((notice) => {
            const at = notice.at;
            return (
              <li key={notice.id} className="agenda">
                <span className="num">
                  {at && (cityDay(at) === cityDay(now) ? clockTime(at, locale) : dayMonth(at, locale))}
                </span>
                <p>
                  <Go to={noticeHref(notice)}>{notice.words}</Go>
                  {notice.caseNumber && <small>{notice.caseNumber}</small>}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
