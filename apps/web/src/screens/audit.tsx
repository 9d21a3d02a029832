import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import type { AuditEntry, CaseTrail } from '../api/contract';
import { wholeNumber } from '../clock/dates';
import { Button } from '../elements/button';
import { More } from '../elements/more';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { useLocale, useWords } from '../words/words';
import { CaseTrailButton } from './audit/case-trail';
import { CaseTrailPaper } from './audit/case-trail-paper';
import { Entries, refWords } from './audit/entries';
import { TrailFilters, useTrailPeople } from './audit/filters';
import { asQuery, isNarrowed, useTrailFilter, type TrailFilter } from './audit/trail-filter';
import { Guards } from './audit/guards';
import { Verdict } from './audit/verdict';
import { Sight } from './case/sight';
import './audit/audit.css';

/** Who did what, newest first; the address holds what it is narrowed to, by ids alone. */
export default function Audit() {
  const t = useWords();
  const locale = useLocale();
  const { permissions } = useSession();
  const verifies = permissions.includes('audit.verify');
  const [filter, change, clear] = useTrailFilter();
  const [openId, setOpenId] = useState<string>();
  const [taken, setTaken] = useState<CaseTrail>();
  const asked = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/audit/entries', {
          params: { query: { ...asQuery(filter), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    // Reading the trail is itself recorded: it is asked when somebody asks, not on every glance at the window.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  if (taken) return <CaseTrailPaper trail={taken} onClose={() => setTaken(undefined)} />;
  const { caseId, caseRef } = filter;
  const one = caseId ? { caseId } : caseRef ? { caseRef } : undefined;
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
        {verifies && (
          <>
            <Verdict />
            <Guards />
          </>
        )}
        <TrailFilters filter={filter} change={change} />
        <p className="trail-count">
          <Narrowed filter={filter} rows={rows} change={change} />
          {one && rows.length > 0 && permissions.includes('audit.export') && (
            <CaseTrailButton about={one} show={setTaken} />
          )}
          <span className="soft small num" role="status">
            {asked.data && t('audit.shown', { n: wholeNumber(rows.length, locale) })}
          </span>
        </p>
        {caseRef && permissions.includes('sight.askByRef') && (
          <div className="pad">
            <Sight key={caseRef} about={{ caseRef }} />
          </div>
        )}
        <Loaded asked={asked} rows={8}>
          {() =>
            rows.length === 0 ? (
              <Empty title={t('audit.none')}>
                {isNarrowed(filter) && <Button onClick={clear}>{t('act.clearFilter')}</Button>}
              </Empty>
            ) : (
              <Entries rows={rows} openId={openId} choose={setOpenId} narrow={change} />
            )
          }
        </Loaded>
        <More asked={asked} />
      </section>
    </>
  );
}

/** One case, one person: what the whole page is about stands above it, and goes with one press. */
function Narrowed({
  filter: { person, caseId, caseRef },
  rows,
  change,
}: {
  filter: TrailFilter;
  rows: AuditEntry[];
  change: (part: Partial<TrailFilter>) => void;
}) {
  const t = useWords();
  const people = useTrailPeople();
  const known = people.data?.items.find(({ id }) => id === person);
  const name = known?.name ?? rows.find(({ actorId }) => actorId === person)?.actorName;
  const number = rows.find((entry) => entry.caseId === caseId)?.caseNumber;
  return (
    <>
      {person && (
        <Button onClick={() => change({ person: '' })}>
          {name ?? t('audit.thisPerson')} · {t('act.clearFilter')}
        </Button>
      )}
      {caseId && (
        <Button onClick={() => change({ caseId: '' })}>
          {number ?? t('audit.thisCase')} · {t('act.clearFilter')}
        </Button>
      )}
      {caseRef && (
        <Button onClick={() => change({ caseRef: '' })}>
          {refWords(caseRef, t)} · {t('act.clearFilter')}
        </Button>
      )}
    </>
  );
}
