import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../words/words';
import { answer, api } from '../api/client';
import { useCodeLabel } from '../api/codes';
import type { KeptReport } from '../api/contract';
import { dayAndTime } from '../clock/dates';
import { Go } from '../elements/go';
import { CaseSafeContact } from '../elements/safe-contact';
import { Crumb } from '../elements/crumb';
import { Loaded, StaleBar } from '../elements/states';
import { Deadlines } from './case/deadlines';
import { ReportHead } from './report/head';
import './case/case.css';
import './report/report.css';

/** A report that has no case yet: what is known, who must decide by when, and the decisions. */
export default function ReportPage() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['report', id],
    queryFn: () => answer(api.GET('/api/reports/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <Crumb above={[{ to: '/kerja', label: t('nav.work') }]} here={t('kept.title')} />
      <StaleBar asked={asked} />
      <Loaded page asked={asked} rows={6}>
        {(report) => <ReportView key={report.id} report={report} />}
      </Loaded>
    </>
  );
}

function ReportView({ report }: { report: KeptReport }) {
  const t = useWords();
  return (
    <>
      <ReportHead report={report} />
      {report.clients.length > 0 && (
        <div className="case-notes">
          <CaseSafeContact contact={report.clients.find((client) => client.safeContact)?.safeContact} />
        </div>
      )}
      <Standing report={report} />
      <div className="report-columns">
        <div className="report-side">
          <Deadlines deadlines={report.deadlines} />
        </div>
        <section className="panel" aria-label={t('kept.data')}>
          <ReportFacts report={report} />
        </section>
      </div>
    </>
  );
}

/** What the report has become, in a sentence, with the way on. */
function Standing({ report }: { report: KeptReport }) {
  const t = useWords();
  if (report.status === 'RECEIVED') return null;
  if (report.status === 'OUTSIDE_MANDATE')
    return (
      <div className="note info report-note">
        <div>
          <b>{t('kept.wasOutside')}</b> {report.reason}
          <p>{t('kept.outsideMore')}</p>
        </div>
      </div>
    );
  return (
    <div className="note good report-note">
      <div>
        {t('kept.isCase')}{' '}
        {report.caseId && (
          <Go to={`/kasus/${report.caseId}`}>{t('kept.toCase', { number: report.caseNumber ?? '' })}</Go>
        )}
      </div>
    </div>
  );
}

const SAFE = { YES: 'safe.yes', NO: 'safe.no', UNKNOWN: 'safe.unknown' } as const;

function ReportFacts({ report }: { report: KeptReport }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const who = (person: KeptReport['clients'][number]) =>
    [
      person.age === null ? t('case.ageUnknown') : t('case.years', { n: person.age }),
      person.sex && label('JENIS_KELAMIN', person.sex).toLowerCase(),
    ]
      .filter(Boolean)
      .join(', ');
  const [first, ...others] = report.clients;
  return (
    <dl className="facts">
      <Fact name={t('case.ageSex')}>{first ? who(first) : '–'}</Fact>
      <Fact name={t('kept.safe')}>{t(SAFE[report.clientSafeNow])}</Fact>
      <Fact name={t('case.relation')}>
        {report.reported
          .map((person) => person.relation && label('HUBUNGAN_PELAKU', person.relation))
          .filter(Boolean)
          .join('; ') || t('case.nobodyReported')}
      </Fact>
      <Fact name={t('kept.others')}>
        {others.length > 0 ? others.map(who).join('; ') : t('case.noOthers')}
      </Fact>
      <Fact name={t('case.violence')}>
        {report.violenceTypes.map((type) => label('JENIS_KEKERASAN', type)).join(', ') ||
          // Nobody has asked yet: that is not the same as none.
          t(report.contexts.includes('KELUARGA_TANPA_KEKERASAN') ? 'case.noViolence' : 'kept.notTold')}
        {report.contexts.length > 0 && (
          <small>{report.contexts.map((context) => label('KONTEKS_KASUS', context)).join(', ')}</small>
        )}
      </Fact>
      <Fact name={t('case.occurred')}>
        {report.occurredAt ? dayAndTime(report.occurredAt, locale) : t('case.timeUnknown')}
        {report.place && (
          <small>
            {label('TEMPAT_KEJADIAN', report.place)}
            {report.online ? `, ${t('case.online')}` : ''}
          </small>
        )}
      </Fact>
      <Fact name={t('intake.reporter')}>{label('JENIS_PELAPOR', report.reporterKind)}</Fact>
      <Fact name={t('intake.channel')}>
        {label('KANAL_MASUK', report.channel)}
        {report.externalRef && <small>{report.externalRef}</small>}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
