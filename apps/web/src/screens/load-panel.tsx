import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { wholeNumber } from '../clock/dates';

const TRACKS = ['KTP', 'KTA', 'TPPO'] as const;

/** My open cases by track, from the first page of the list. A case of two tracks counts in both. */
export function LoadPanel() {
  const t = useWords();
  const locale = useLocale();
  const asked = useQuery({
    queryKey: ['cases', ''],
    queryFn: () => answer(api.GET('/api/cases', { params: { query: {} } })),
  });
  const rows = asked.data?.items;
  if (!rows || rows.length === 0) return null;
  const counts: { track: (typeof TRACKS)[number] | 'FAMILY'; count: number }[] = TRACKS.map((track) => ({
    track,
    count: rows.filter((row) => row.tracks.includes(track)).length,
  }));
  const others = rows.filter((row) => row.tracks.length === 0).length;
  if (others > 0) counts.push({ track: 'FAMILY', count: others });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="panel">
      <header>
        <h2>{t('load.title')}</h2>
        <span className="soft small num">
          {asked.data?.next
            ? t('load.atLeast', { n: rows.length })
            : t('load.cases', { n: wholeNumber(rows.length, locale) })}
        </span>
      </header>
      <div className="pad">
        <div className="load-bar" aria-hidden="true">
          {counts.map(
            ({ track, count }) =>
              count > 0 && (
                <i key={track} className={track} style={{ flexGrow: count / Math.max(total, 1) }} />
              ),
          )}
        </div>
        <dl className="load">
          {counts.map(({ track, count }) => (
            <div key={track}>
              <dt>
                <i className={track} aria-hidden="true" /> {t(`track.short.${track}`)}
              </dt>
              <dd className="num">{count}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
