import { useState } from 'react';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { Proceedings } from '../../api/contract';
import { cityDay, dayAndTime, dayMonthYear } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { TextArea } from '../../elements/fields';
import { Status } from '../../elements/status';
import { useLocale, useWords } from '../../words/words';

type Step = Proceedings['steps'][number];

/** One step that came: when, whose, with which number, and what is odd about it. */
export function StepLine({ caseId, step }: { caseId: string; step: Step }) {
  const t = useWords();
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const late = cityDay(step.knownAt) !== cityDay(step.at);
  return (
    <li className={step.withdrawn ? 'taken-back' : undefined}>
      <time dateTime={step.at} className="num">
        {dayMonthYear(step.at, locale)}
      </time>
      <div>
        <p>
          <b>{step.label}</b>
          {step.outOfOrder && !step.withdrawn && (
            <Status tone="wait">{t(`legal.why.${step.outOfOrder}` as 'legal.why.AGAIN')}</Status>
          )}
          {step.withdrawn && <Status tone="no">{t('legal.takenBack')}</Status>}
        </p>
        <p className="soft small">
          {[step.by, step.number && t('legal.number', { number: step.number })].filter(Boolean).join(' · ')}
        </p>
        {step.nextAt && (
          <p className="small">{t('legal.announced', { day: dayMonthYear(step.nextAt, locale) })}</p>
        )}
        {step.reason && <p className="small">{t('legal.because', { reason: step.reason })}</p>}
        {step.withdrawn && (
          <p className="small">
            {t('legal.takenBackBy', {
              name: step.withdrawn.byName,
              time: dayAndTime(step.withdrawn.at, locale),
              reason: step.withdrawn.reason,
            })}
          </p>
        )}
        <p className="soft small">
          {late
            ? t('legal.knownBy', { name: step.recordedByName, day: dayMonthYear(step.knownAt, locale) })
            : t('legal.recordedBy', { name: step.recordedByName })}
        </p>
      </div>
      {can(step.availableActs, 'proceeding.withdraw') && (
        <button type="button" className="link small no-print" onClick={() => setAsking(true)}>
          {t('legal.takeBack')}
        </button>
      )}
      {asking && <TakeBackDialog caseId={caseId} step={step} onClose={() => setAsking(false)} />}
    </li>
  );
}

function TakeBackDialog({ caseId, step, onClose }: { caseId: string; step: Step; onClose: () => void }) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: { reason: string }, key) =>
      answer(
        api.POST('/api/cases/{id}/legal-steps/{stepId}/withdrawal', {
          params: { path: { id: caseId, stepId: step.id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['case', 'worklist', 'deadlines'], done: onClose },
  );
  const fault = useFault(save);
  return (
    <ActDialog
      title={t('legal.takeBackTitle')}
      lead={t('legal.takeBackLead', { step: step.label })}
      submit={t('legal.takeBack')}
      attempt={save}
      body={() => {
        setTried(true);
        return reason.trim() ? { reason: reason.trim() } : undefined;
      }}
      onClose={onClose}
    >
      <TextArea
        label={t('legal.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        fault={fault('/reason') ?? (tried && !reason.trim() ? t('fault.required') : undefined)}
      />
    </ActDialog>
  );
}
