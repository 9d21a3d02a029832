import { useState } from 'react';
import { answer, api, withKey } from '../../api/client';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import type { EmergencyAccess, EmergencyOutcome } from '../../api/contract';
import { clockTime, dayAndTime } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { ActDialog } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { RadioList } from '../../elements/fields';
import { Go } from '../../elements/go';
import { RefusalNote } from '../../elements/states';
import { Status } from '../../elements/status';
import { useLocale, useWords, type WordKey } from '../../words/words';

const OUTCOMES = ['JUSTIFIED', 'TO_TALK', 'NOT_JUSTIFIED'] as const satisfies readonly EmergencyOutcome[];

/** One access: who, why, how long, what was done under it, and what may be done with it now. */
export function AccessRow({ access }: { access: EmergencyAccess }) {
  const t = useWords();
  const locale = useLocale();
  const [reviewing, setReviewing] = useState(false);
  const end = useEnding(access.id);
  const who = access.own ? t('emergency.you') : access.personName;
  return (
    <li className="access-row">
      <div className="row">
        <b>{who}</b>
        <AccessState access={access} />
      </div>
      <p className="soft">
        {t(`role.${access.personRole}` as WordKey)} · {access.personAgency}
      </p>
      <p>
        {access.caseNumber && access.caseId && (
          <>
            <Go to={`/kasus/${access.caseId}`}>{access.caseNumber}</Go> ·{' '}
          </>
        )}
        {t(`emergency.reason.${access.reason}`)}
      </p>
      {access.words && <blockquote>{access.words}</blockquote>}
      <p className="soft small">
        {t('emergency.span', {
          from: dayAndTime(access.openedAt, locale),
          to: clockTime(access.endedAt ?? access.until, locale),
        })}
        {access.endedByName && ` ${t('emergency.endedBy', { name: access.endedByName })}`}
        {access.looks !== null &&
          ` ${t('emergency.used', { looks: access.looks, reveals: access.reveals ?? 0, notes: access.notes ?? 0 })}`}
      </p>
      {access.outcome && access.reviewedAt && (
        <p className="small">
          {t(`emergency.outcome.${access.outcome}`)}{' '}
          <span className="soft">
            {t('emergency.reviewedBy', {
              name: access.reviewedByName ?? '',
              at: dayAndTime(access.reviewedAt, locale),
            })}
          </span>
        </p>
      )}
      <RefusalNote problem={end.problem} />
      <p className="access-acts no-print">
        {can(access.availableActs, 'emergency.end') && (
          <Button busy={end.busy} onClick={() => void end.run({})}>
            {t('emergency.end')}
          </Button>
        )}
        {can(access.availableActs, 'emergency.review') && (
          <Button onClick={() => setReviewing(true)}>{t('emergency.review')}</Button>
        )}
      </p>
      {reviewing && <ReviewDialog id={access.id} onClose={() => setReviewing(false)} />}
    </li>
  );
}

function AccessState({ access: { until, endedAt, reviewedAt } }: { access: EmergencyAccess }) {
  const t = useWords();
  const now = useNow();
  if (!endedAt && new Date(until) > now) return <Status tone="urgent">{t('emergency.state.open')}</Status>;
  if (!reviewedAt) return <Status tone="wait">{t('emergency.state.waits')}</Status>;
  return <Status tone="done">{t('emergency.state.reviewed')}</Status>;
}

export function useEnding(id: string) {
  return useAttempt(
    (_: object, key) =>
      answer(
        api.POST('/api/emergency-accesses/{id}/ending', {
          params: { path: { id } },
          headers: withKey(key),
        }),
      ),
    { refreshes: ['emergency', 'case', 'cases'] },
  );
}

function ReviewDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords();
  const [outcome, setOutcome] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: { outcome: EmergencyOutcome }, key) =>
      answer(
        api.POST('/api/emergency-accesses/{id}/review', {
          params: { path: { id } },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: ['emergency', 'worklist', 'deadlines'], done: onClose },
  );
  const body = () => {
    setTried(true);
    return outcome ? { outcome: outcome as EmergencyOutcome } : undefined;
  };
  return (
    <ActDialog
      title={t('emergency.reviewTitle')}
      lead={t('emergency.reviewLead')}
      submit={t('emergency.reviewSubmit')}
      attempt={save}
      body={body}
      onClose={onClose}
    >
      <RadioList
        id="hasil-tinjauan-darurat"
        label={t('emergency.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={OUTCOMES.map((code) => ({ value: code, label: t(`emergency.outcome.${code}`) }))}
        fault={tried && !outcome ? t('fault.required') : undefined}
      />
    </ActDialog>
  );
}
