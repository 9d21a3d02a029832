import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { CaseViewer } from '../api/contract';
import { useSession } from '../api/session';
import { dayAndTime } from '../clock/dates';
import { Go } from '../elements/go';
import { IconChevronRight } from '../elements/icons';
import { Avatar } from '../elements/marks';
import { Loaded, StaleBar } from '../elements/states';
import { Status, type Tone } from '../elements/status';
import { useLocale, useWords } from '../words/words';
import { trailHref } from './audit/trail-filter';
import './audit/audit.css';

/** Who has had to do with a case: people from outside it first, so that nobody has to look for them. */
export default function CaseViewers() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['case', id, 'viewers'],
    queryFn: () => answer(api.GET('/api/cases/{id}/viewers', { params: { path: { id } } })),
    // The question is itself recorded.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  return (
    <>
      <ol className="crumb" aria-label={t('nav.where')}>
        <li>
          <Go to="/kasus">{t('nav.cases')}</Go>
          <IconChevronRight size={14} aria-hidden="true" />
        </li>
        <li>
          <Go to={`/kasus/${id}`}>{asked.data?.caseNumber ?? '…'}</Go>
          <IconChevronRight size={14} aria-hidden="true" />
        </li>
        <li aria-current="page">{t('viewers.title')}</li>
      </ol>
      <StaleBar asked={asked} />
      <Loaded page asked={asked} rows={6}>
        {(data) => <Viewers caseId={id} items={data.items} />}
      </Loaded>
    </>
  );
}

function Viewers({ caseId, items }: { caseId: string; items: CaseViewer[] }) {
  const t = useWords();
  const reviews = useSession().permissions.includes('audit.read');
  const outside = items.filter(({ relation }) => relation === 'outside').length;
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('viewers.title')}</h1>
          <p>
            {t('viewers.count', { n: items.length })}{' '}
            {outside > 0 ? t('viewers.outside', { n: outside }) : t('viewers.noneOutside')}
          </p>
        </div>
        {reviews && (
          <Go className="btn" to={trailHref({ caseId })}>
            {t('viewers.trail')}
          </Go>
        )}
      </div>
      <section className="panel" aria-label={t('viewers.title')}>
        <ul className="viewers">
          {items.map((viewer) => (
            <Viewer key={viewer.accountId} viewer={viewer} caseId={caseId} reviews={reviews} />
          ))}
        </ul>
        <p className="panel-note">{t('viewers.note')}</p>
      </section>
    </>
  );
}

const TONES: Record<CaseViewer['relation'], Tone> = {
  team: 'plain',
  supervisor: 'plain',
  receiver: 'plain',
  formerTeam: 'wait',
  outside: 'urgent',
};

function Viewer({ viewer, caseId, reviews }: { viewer: CaseViewer; caseId: string; reviews: boolean }) {
  const t = useWords();
  const locale = useLocale();
  const counts = (['looks', 'reveals', 'others', 'failed'] as const).filter((count) => viewer[count] > 0);
  return (
    <li>
      <Avatar name={viewer.name} />
      <div>
        <p>
          <b>{viewer.name}</b>{' '}
          <Status tone={TONES[viewer.relation]}>{t(`viewers.is.${viewer.relation}`)}</Status>
        </p>
        <p className="soft small">
          {t(`role.${viewer.role}` as 'role.supervisor')} · {viewer.agencyName}
        </p>
        <p>{counts.map((count) => t(`viewers.${count}`, { n: viewer[count] })).join(' · ')}</p>
        <p className="soft small">{t('viewers.last', { time: dayAndTime(viewer.lastAt, locale) })}</p>
      </div>
      {reviews && (
        <Go className="btn" to={trailHref({ caseId, person: viewer.accountId })}>
          {t('viewers.acts')}
        </Go>
      )}
    </li>
  );
}
