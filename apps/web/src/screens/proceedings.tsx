import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { can } from '../api/acts';
import { answer, api } from '../api/client';
import type { Proceedings as Course } from '../api/contract';
import { daysBetween, dayMonthYear } from '../clock/dates';
import { useNow } from '../clock/use-now';
import { Button } from '../elements/button';
import { Crumb } from '../elements/crumb';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { Due } from '../elements/status';
import { sourceWords } from '../elements/source-words';
import { useLocale, useWords } from '../words/words';
import { ExportDialog } from './proceedings/export-dialog';
import { StepDialog } from './proceedings/step-dialog';
import { StepLine } from './proceedings/step-line';
import './proceedings/proceedings.css';

/** What came at police, prosecutor and court, what is waited for, from whom and since when. */
export default function Proceedings() {
  const { id = '' } = useParams();
  const t = useWords();
  const asked = useQuery({
    queryKey: ['case', id, 'legal'],
    queryFn: () => answer(api.GET('/api/cases/{id}/legal-steps', { params: { path: { id } } })),
  });
  return (
    <>
      <Crumb
        above={[
          { to: '/kasus', label: t('nav.cases') },
          { to: `/kasus/${id}?bagian=tenggat`, label: asked.data?.caseNumber ?? '…' },
        ]}
        here={t('legal.title')}
      />
      <StaleBar asked={asked} />
      <Loaded page asked={asked} rows={6}>
        {(course) => <CourseView caseId={id} course={course} />}
      </Loaded>
    </>
  );
}

function CourseView({ caseId, course }: { caseId: string; course: Course }) {
  const t = useWords();
  const [dialog, setDialog] = useState<'step' | 'export'>();
  const close = () => setDialog(undefined);
  return (
    <>
      <div className="head legal-head">
        <div>
          <h1>{t('legal.title')}</h1>
          <p>{t('legal.duty')}</p>
        </div>
        <div className="legal-acts no-print">
          {can(course.availableActs, 'proceeding.export') && (
            <Button onClick={() => setDialog('export')}>{t('legal.export')}</Button>
          )}
          {can(course.availableActs, 'proceeding.record') && (
            <Button kind="pri" onClick={() => setDialog('step')}>
              {t('legal.record')}
            </Button>
          )}
        </div>
      </div>
      <div className="legal-columns">
        <Awaited course={course} />
        <section className="panel" aria-label={t('legal.came')}>
          <header>
            <h2>{t('legal.came')}</h2>
          </header>
          {course.steps.length === 0 ? (
            <Empty title={t('legal.noneCame')}>
              <span>{t('legal.noneCameMore')}</span>
            </Empty>
          ) : (
            <ol className="legal-line">
              {[...course.steps].reverse().map((step) => (
                <StepLine key={step.id} caseId={caseId} step={step} />
              ))}
            </ol>
          )}
        </section>
      </div>
      {dialog === 'step' && <StepDialog caseId={caseId} course={course} onClose={close} />}
      {dialog === 'export' && <ExportDialog caseId={caseId} number={course.caseNumber} onClose={close} />}
    </>
  );
}

function Awaited({ course }: { course: Course }) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  return (
    <section className="panel" aria-label={t('legal.awaited')}>
      <header>
        <h2>{t('legal.awaited')}</h2>
      </header>
      {course.awaited.length === 0 && <p className="panel-note">{t('legal.noneAwaited')}</p>}
      <ul className="side-list">
        {course.awaited.map((one) => (
          <li key={one.kind} className="legal-awaited">
            <div className="row">
              <b>{one.label}</b>
              {one.dueAt && <Due at={one.dueAt} />}
            </div>
            <p>
              {t('legal.from', { who: one.by })},{' '}
              {daysBetween(one.since, now) > 0
                ? t('legal.since', { n: daysBetween(one.since, now), day: dayMonthYear(one.since, locale) })
                : t('legal.sinceToday')}
            </p>
            {one.announced && <p>{t('legal.announced', { day: dayMonthYear(one.announced, locale) })}</p>}
            <p className="soft small">
              {one.basisWords
                ? `${one.basisWords}${one.citation ? ` · ${sourceWords(one.citation, locale)}` : ''}`
                : t('legal.noLimit')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
