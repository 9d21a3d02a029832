import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { CaseConferences, CaseFile } from '../api/contract';
import { Button } from '../elements/button';
import { Crumb } from '../elements/crumb';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { useWords } from '../words/words';
import { useCaseFile } from './case/use-case-file';
import { CallDialog } from './conferences/call-dialog';
import { ConferenceCard } from './conferences/conference-card';
import './conferences/conferences.css';

/** Conferences of a case: who was invited, what was asked, said and decided, and what became of it. */
export default function Conferences() {
  const { id = '' } = useParams();
  const t = useWords();
  const file = useCaseFile(id);
  const asked = useQuery({
    queryKey: ['case', id, 'conferences'],
    queryFn: () => answer(api.GET('/api/cases/{id}/conferences', { params: { path: { id } } })),
  });
  return (
    <>
      <Crumb
        above={[
          { to: '/kasus', label: t('nav.cases') },
          { to: `/kasus/${id}?bagian=tenggat`, label: asked.data?.caseNumber ?? '…' },
        ]}
        here={t('conf.title')}
      />
      <StaleBar asked={asked} />
      <Loaded page asked={asked} rows={6}>
        {(data) => (file.data ? <List file={file.data} data={data} /> : null)}
      </Loaded>
    </>
  );
}

function List({ file, data }: { file: CaseFile; data: CaseConferences }) {
  const t = useWords();
  const [calling, setCalling] = useState(false);
  return (
    <>
      <div className="head legal-head">
        <div>
          <h1>{t('conf.title')}</h1>
          <p>{t('conf.where')}</p>
        </div>
        {data.mayCall && (
          <div className="no-print">
            <Button kind="pri" onClick={() => setCalling(true)}>
              {t('conf.call')}
            </Button>
          </div>
        )}
      </div>
      {data.items.length === 0 && (
        <section className="panel" aria-label={t('conf.title')}>
          <Empty title={t('conf.none')}>
            <span>{t('conf.noneMore')}</span>
          </Empty>
        </section>
      )}
      {data.items.map((one) => (
        <ConferenceCard key={one.id} file={file} conference={one} />
      ))}
      {calling && <CallDialog file={file} onClose={() => setCalling(false)} />}
    </>
  );
}
