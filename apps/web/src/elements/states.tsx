import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { asProblem } from '../api/problem';
import { refusalWords } from '../words/refusals';
import { clockTime } from '../clock/dates';
import { IconAlertTriangle } from './icons';

export function Skeleton({ rows = 6 }: { rows?: number }) {
  const t = useWords();
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}

/** `page`: nothing else on the page has a heading, so this is its heading. */
export function Empty({ title, page, children }: { title: string; page?: boolean; children?: ReactNode }) {
  return (
    <div className="empty">
      {page ? <h1>{title}</h1> : <b>{title}</b>}
      {children}
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  dataUpdatedAt: number;
  errorUpdatedAt: number;
  refetch: () => unknown;
}

/** The old list stays; above it a bar that says how old it is and offers another try. */
export function StaleBar({ asked }: { asked: Asked<unknown> }) {
  const t = useWords();
  const locale = useLocale();
  if (!asked.error || asked.data === undefined) return null;
  return (
    <div className="error-bar no-print" role="status">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>{t('state.stale', { time: clockTime(new Date(asked.dataUpdatedAt), locale) })}</span>
      <button type="button" className="link" onClick={() => void asked.refetch()}>
        {t('act.retry')}
      </button>
    </div>
  );
}

/** Loading, no permission, not found and broken, for anything that is asked from the server. */
export function Loaded<T>({
  asked,
  rows,
  page,
  children,
}: {
  asked: Asked<T>;
  rows?: number;
  page?: boolean;
  children: (data: T) => ReactNode;
}) {
  const t = useWords();
  // While it is asked anew, a query that has only ever failed forgets why; what it said stands until it says more.
  const last = useRef<{ at: number; error: unknown }>(undefined);
  if (asked.error) last.current = { at: asked.errorUpdatedAt, error: asked.error };
  const error = asked.error ?? (last.current?.at === asked.errorUpdatedAt ? last.current.error : undefined);
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (!error) return <Skeleton rows={rows} />;
  const problem = asProblem(error);
  if (problem.status === 403)
    return (
      <Empty page={page} title={t('state.noPermission')}>
        <span>{t('state.noPermissionMore')}</span>
      </Empty>
    );
  if (problem.status === 404) return <Empty page={page} title={t('err.notFound')} />;
  return (
    <Empty page={page} title={t('state.failed')}>
      <span>{refusalWords(problem, t)}</span>
      <button type="button" className="btn" onClick={() => void asked.refetch()}>
        {t('act.retry')}
      </button>
    </Empty>
  );
}

/** A thin bar at the top once anything has been under way for 400 ms. */
export function ProgressBar() {
  const t = useWords();
  const busy = useIsFetching({ predicate: (query) => query.state.data === undefined }) + useIsMutating() > 0;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(busy), busy ? 400 : 0);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!shown) return null;
  return (
    <div className="progress" role="progressbar" aria-label={t('state.busy')}>
      <i />
    </div>
  );
}

/** What the server refused, in words, where the person is looking. Announced, and focused when `focus` is set. */
export function RefusalNote({ problem, focus }: { problem: unknown; focus?: boolean }) {
  const t = useWords();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem && focus) ref.current?.focus();
  }, [problem, focus]);
  if (!problem) return null;
  return (
    <div className="note alarm" role="alert" tabIndex={-1} ref={ref}>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div>{refusalWords(asProblem(problem), t)}</div>
    </div>
  );
}
