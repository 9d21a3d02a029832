import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useState } from 'react';
import { useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useCodeLabel } from '../api/codes';
import { useSession } from '../api/session';
import type { CaseRow, Risk } from '../api/contract';
import { Button } from '../elements/button';
import { Segment } from '../elements/fields';
import { Go } from '../elements/go';
import { DueBy, RiskBadge } from '../elements/status';
import { More } from '../elements/more';
import { Empty, Loaded, StaleBar } from '../elements/states';
import './cases.css';

type Narrow = 'all' | Risk;

export default function Cases() {
  const t = useWords();
  const session = useSession();
  const label = useCodeLabel();
  const [params, setParams] = useSearchParams();
  const [risk, setRisk] = useState<Narrow>('all');
  const q = params.get('q') ?? '';
  const asked = useInfiniteQuery({
    queryKey: ['cases', q, 'pages'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/cases', {
          params: { query: { ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.cases')}</h1>
          <p>{q ? t('cases.search', { q }) : t('cases.lead')}</p>
        </div>
        {session.permissions.includes('report.receive') && (
          <Go className="btn pri no-print only-wide" to="/kasus/baru">
            {t('case.new')}
          </Go>
        )}
      </div>
      <StaleBar asked={asked} />
      <section className="panel" aria-label={t('nav.cases')}>
        <div className="filter-bar">
          <Segment
            label={t('cases.riskFilter')}
            hideLabel
            value={risk}
            onChange={(value) => setRisk(value as Narrow)}
            options={[
              { value: 'all', label: t('filter.all') },
              { value: 'TINGGI', label: label('TINGKAT_RISIKO', 'TINGGI') },
              { value: 'SEDANG', label: label('TINGKAT_RISIKO', 'SEDANG') },
              { value: 'RENDAH', label: label('TINGKAT_RISIKO', 'RENDAH') },
            ]}
          />
          {q && <Button onClick={() => setParams({}, { replace: true })}>{t('act.clearSearch')}</Button>}
        </div>
        <Loaded asked={asked} rows={8}>
          {(data) => {
            const all = data.pages.flatMap((page) => page.items);
            const rows = risk === 'all' ? all : all.filter((row) => row.risk === risk);
            if (rows.length === 0 && (q || risk !== 'all'))
              return (
                <Empty title={t('state.noMatch')}>
                  <Button
                    onClick={() => {
                      setRisk('all');
                      setParams({}, { replace: true });
                    }}
                  >
                    {t('act.clearFilter')}
                  </Button>
                </Empty>
              );
            if (rows.length === 0)
              return (
                <Empty title={t('cases.none')}>
                  <span>{t('cases.noneMore')}</span>
                </Empty>
              );
            return <CaseTable rows={rows} />;
          }}
        </Loaded>
        <More asked={asked} />
      </section>
    </>
  );
}

function CaseTable({ rows }: { rows: CaseRow[] }) {
  const t = useWords();
  const label = useCodeLabel();
  return (
    <table className="table cases-table">
      <caption className="hidden">{t('nav.cases')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cases.number')}</th>
          <th scope="col">{t('cases.kind')}</th>
          <th scope="col">{t('cases.risk')}</th>
          <th scope="col">{t('cases.stage')}</th>
          <th scope="col">{t('cases.owner')}</th>
          <th scope="col">{t('cases.next')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Go to={`/kasus/${row.id}`}>{row.number}</Go>
              <small>
                {[
                  row.maskedClient,
                  row.ageBand && label('KELOMPOK_UMUR', row.ageBand),
                  row.sex && label('JENIS_KELAMIN', row.sex),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </td>
            <td>
              {row.tracks.length > 0
                ? row.tracks.map((track) => t(`track.short.${track}` as 'track.short.KTP')).join(', ')
                : t('track.none')}
            </td>
            <td>
              <RiskBadge risk={row.risk} />
            </td>
            <td>{label('STATUS_KASUS', row.stage)}</td>
            <td className="owner">{row.ownerName ?? t('cases.noOwner')}</td>
            <td className="end">
              <NextDeadline next={row.nextDeadline} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NextDeadline({ next }: { next: CaseRow['nextDeadline'] }) {
  if (!next) return <span className="soft">–</span>;
  const at = next.dueAt;
  if (!at) return <span className="soft">–</span>;
  return <DueBy at={at} who={next.owes} what={next.action} />;
}
