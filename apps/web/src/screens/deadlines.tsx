import { useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import type { Deadline } from '../api/contract';
import { dayAndTime } from '../clock/dates';
import { Button } from '../elements/button';
import { Segment, Select } from '../elements/fields';
import { Go } from '../elements/go';
import { More } from '../elements/more';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { BasisTag, DeadlineButtons, DeadlineState, rungKey } from './case/deadlines';
import { useDeadlines } from './overview';
import './overview.css';

/** Everything late (or soon due), the longest wait first, with who was told and who took it on. */
export default function Deadlines() {
  const t = useWords();
  const [params, setParams] = useSearchParams();
  const soon = params.get('keadaan') === 'segera';
  const agencyId = params.get('lembaga') ?? '';
  const asked = useDeadlines(soon ? 'soon' : 'overdue', agencyId || undefined);
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => answer(api.GET('/api/agencies', { params: { query: {} } })),
    staleTime: 300_000,
  });
  const change = (part: Record<string, string>) =>
    setParams(
      Object.fromEntries(
        Object.entries({ keadaan: soon ? 'segera' : '', lembaga: agencyId, ...part }).filter(
          ([, value]) => value,
        ),
      ),
      { replace: true },
    );
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.deadlines')}</h1>
          <p>{t('board.lead')}</p>
        </div>
      </div>
      <StaleBar asked={asked} />
      <section className="panel" aria-label={t('nav.deadlines')}>
        <div className="filter-bar">
          <Segment
            label={t('board.state')}
            hideLabel
            value={soon ? 'segera' : 'lewat'}
            onChange={(value) => change({ keadaan: value === 'segera' ? 'segera' : '' })}
            options={[
              { value: 'lewat', label: t('due.late') },
              { value: 'segera', label: t('overview.soon') },
            ]}
          />
          <Select
            className="inline-field"
            label={<span className="hidden">{t('board.agency')}</span>}
            placeholder={t('board.allAgencies')}
            value={agencyId}
            onChange={(event) => change({ lembaga: event.target.value })}
            options={(agencies.data?.items ?? []).map((agency) => ({ value: agency.id, label: agency.name }))}
          />
        </div>
        <Loaded asked={asked} rows={8}>
          {() =>
            rows.length === 0 ? (
              <Empty title={agencyId ? t('state.noMatch') : t(soon ? 'board.noneSoon' : 'overview.none')}>
                {agencyId && (
                  <Button onClick={() => setParams({}, { replace: true })}>{t('act.clearFilter')}</Button>
                )}
              </Empty>
            ) : (
              <Board rows={rows} />
            )
          }
        </Loaded>
        <More asked={asked} />
      </section>
    </>
  );
}

function Board({ rows }: { rows: Deadline[] }) {
  const t = useWords();
  const locale = useLocale();
  const opensCases = useSession().permissions.includes('case.read');
  return (
    <table className="table board">
      <caption className="hidden">{t('nav.deadlines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.due')}</th>
          <th scope="col">{t('board.action')}</th>
          <th scope="col">{t('board.owes')}</th>
          <th scope="col">{t('board.case')}</th>
          <th scope="col">{t('board.told')}</th>
          <th scope="col">
            <span className="hidden">{t('board.act')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const told = row.ladder?.filter((step) => step.firedAt).at(-1);
          return (
            <tr key={row.id}>
              <td>
                <DeadlineState deadline={row} />
                {row.dueAt && <small>{dayAndTime(row.dueAt, locale)}</small>}
              </td>
              <td className="full">
                {row.action}
                <small title={row.why}>
                  <BasisTag deadline={row} />
                </small>
              </td>
              <td>{row.owes?.words ?? row.owes?.agencyName ?? row.owes?.accountName ?? '–'}</td>
              <td className="case-no">
                {row.caseNumber && row.caseId && opensCases ? (
                  <Go to={`/kasus/${row.caseId}?bagian=tenggat`}>{row.caseNumber}</Go>
                ) : (
                  <NoCase row={row} />
                )}
              </td>
              <td className="told">
                {row.acknowledged
                  ? t('deadline.acknowledged', { name: row.acknowledged.by })
                  : told
                    ? t(rungKey(told.rung))
                    : t('board.notYetTold')}
                {told && told.toldNames.length > 0 && <small>{told.toldNames.join(', ')}</small>}
              </td>
              <td className="end">
                <DeadlineButtons deadline={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A report that was kept has a page and no number; other things of unseen cases have a number and no page. */
function NoCase({ row }: { row: Deadline }) {
  const t = useWords();
  if (row.ruleId === 'trail-review') return <Go to="/tinjauan">{t('nav.reviews')}</Go>;
  if (row.reportId) return <Go to={`/laporan/${row.reportId}`}>{t('kept.title')}</Go>;
  return row.caseNumber ?? '–';
}
