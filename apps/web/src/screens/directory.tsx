import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useCodeChoices, useCodeLabel } from '../api/codes';
import type { DirectoryRow } from '../api/contract';
import { useSession } from '../api/session';
import { Button } from '../elements/button';
import { Select, TextInput, Tick } from '../elements/fields';
import { Go } from '../elements/go';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { Checked } from './directory/checked';
import { ImportPackage } from './directory/import-package';
import './directory/directory.css';

/** Who helps, with what, and when somebody last looked that it is true. */
export default function Directory() {
  const t = useWords();
  const { permissions } = useSession();
  const [wanted] = useSearchParams();
  const [filter, setFilter] = useState({ q: '', kind: '', serviceCode: '', stale: wanted.has('periksa') });
  const [importing, setImporting] = useState(false);
  const kinds = useCodeChoices('JENIS_INSTANSI');
  const needs = useCodeChoices('LAYANAN');
  const asked = useQuery({
    queryKey: ['directory', filter],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(
        api.GET('/api/directory/agencies', {
          params: {
            query: {
              ...(filter.q.trim() && { q: filter.q.trim() }),
              ...(filter.kind && { kind: filter.kind }),
              ...(filter.serviceCode && { serviceCode: filter.serviceCode }),
              ...(filter.stale && { state: 'STALE' as const }),
            } as { q: string },
          },
        }),
      ),
  });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.directory')}</h1>
          <p>{t('directory.lead')}</p>
        </div>
        {permissions.includes('directory.export') && (
          <span className="directory-acts">
            <a className="btn" href="/api/exports/hsds" download="direktori-hsds-3.0.json">
              {t('directory.export')}
            </a>
            <Button onClick={() => setImporting(true)}>{t('directory.import')}</Button>
          </span>
        )}
      </div>
      <form className="directory-filter" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          type="search"
          label={t('directory.search')}
          maxLength={100}
          value={filter.q}
          onChange={(event) => setFilter({ ...filter, q: event.target.value })}
        />
        <Select
          label={t('directory.need')}
          placeholder={t('directory.any')}
          options={needs}
          value={filter.serviceCode}
          onChange={(event) => setFilter({ ...filter, serviceCode: event.target.value })}
        />
        <Select
          label={t('directory.kind')}
          placeholder={t('directory.any')}
          options={kinds}
          value={filter.kind}
          onChange={(event) => setFilter({ ...filter, kind: event.target.value })}
        />
        <Tick
          checked={filter.stale}
          onChange={(event) => setFilter({ ...filter, stale: event.target.checked })}
        >
          {t('directory.staleOnly', { n: asked.data?.stale ?? 0 })}
        </Tick>
      </form>
      <StaleBar asked={asked} />
      <section className="panel" aria-label={t('nav.directory')}>
        <Loaded asked={asked} rows={8}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('directory.none')} />
            ) : (
              <ul className="directory-list">
                {items.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      {importing && <ImportPackage onClose={() => setImporting(false)} />}
    </>
  );
}

function Row({ row }: { row: DirectoryRow }) {
  const t = useWords();
  const label = useCodeLabel();
  return (
    <li>
      <div>
        <Go to={`/direktori/${row.id}`}>{row.name}</Go>
        <p className="soft small">
          {[label('JENIS_INSTANSI', row.kind), row.regionName, row.unit].filter(Boolean).join(' · ')}
        </p>
        <p className="small">{row.serviceCodes.map((code) => label('LAYANAN', code)).join(', ')}</p>
      </div>
      <div className="directory-when">
        <span>{t(`directory.hours.${row.hours}`)}</span>
        {row.dutyPhone && <span className="tel">{row.dutyPhone}</span>}
        <Checked freshness={row.freshness} />
      </div>
    </li>
  );
}
