import { useState } from 'react';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import type { CaseFile, Conference } from '../../api/contract';
import { dayAndTime, dayMonthYear } from '../../clock/dates';
import { ActDialog, useFault } from '../../elements/act-dialog';
import { Button } from '../../elements/button';
import { TextArea } from '../../elements/fields';
import { RefusalNote } from '../../elements/states';
import { Due, Status, type Tone } from '../../elements/status';
import { useLocale, useWords, type Words } from '../../words/words';
import { MinutesDialog } from './minutes-dialog';

const TONES: Record<Conference['status'], Tone> = {
  PLANNED: 'wait',
  HELD: 'urgent',
  SIGNED: 'done',
  CANCELLED: 'no',
};
const REFRESHES = ['case', 'worklist', 'deadlines', 'history'];

export function ConferenceCard({ file, conference }: { file: CaseFile; conference: Conference }) {
  const t = useWords();
  const locale = useLocale();
  const [dialog, setDialog] = useState<'minutes' | 'cancel'>();
  const path = { id: file.id, conferenceId: conference.id };
  const sign = useAttempt(
    (_: void, key) =>
      answer(
        api.POST('/api/cases/{id}/conferences/{conferenceId}/signature', {
          params: { path },
          headers: withKey(key),
        }),
      ),
    { refreshes: REFRESHES },
  );
  const { availableActs: acts, minutesByName, signedByName } = conference;
  return (
    <section className="panel conference" aria-label={dayAndTime(conference.at, locale)}>
      <header>
        <h2>
          {dayAndTime(conference.at, locale)} · {conference.place}
        </h2>
        <Status tone={TONES[conference.status]}>{t(`conf.status.${conference.status}`)}</Status>
      </header>
      <div className="pad">
        {conference.cancelReason && <p>{conference.cancelReason}</p>}
        <Seats conference={conference} />
        <ol className="conference-items">
          {conference.items.map((item) => (
            <li key={item.id}>
              <p>
                <b>{item.question}</b>
              </p>
              {classWords(item.classes, t) && (
                <p className="soft small">
                  {t('conf.about')}: {classWords(item.classes, t)}
                </p>
              )}
              {item.discussion && <p>{item.discussion}</p>}
              {item.decisions.map((one) => (
                <Decision
                  key={one.id}
                  caseId={file.id}
                  decision={one}
                  binding={conference.status === 'SIGNED'}
                />
              ))}
            </li>
          ))}
        </ol>
        {conference.status === 'HELD' && minutesByName && (
          <p className="soft small">{t('conf.signLead', { name: minutesByName })}</p>
        )}
        {signedByName && minutesByName && (
          <p className="soft small">{t('conf.signedBy', { name: minutesByName, signer: signedByName })}</p>
        )}
        <p className="conference-acts no-print">
          {can(acts, 'conference.sign') && (
            <Button kind="pri" busy={sign.busy} onClick={() => void sign.run()}>
              {t('conf.sign')}
            </Button>
          )}
          {can(acts, 'conference.minute') && (
            <Button onClick={() => setDialog('minutes')}>
              {t(conference.status === 'HELD' ? 'conf.reminute' : 'conf.minute')}
            </Button>
          )}
          {can(acts, 'conference.cancel') && (
            <Button onClick={() => setDialog('cancel')}>{t('conf.cancel')}</Button>
          )}
        </p>
        <RefusalNote problem={sign.problem} />
      </div>
      {dialog === 'minutes' && (
        <MinutesDialog file={file} conference={conference} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'cancel' && <CancelDialog path={path} onClose={() => setDialog(undefined)} />}
    </section>
  );
}

/** What lies beyond the referral that each agency has anyway. */
const classWords = (classes: readonly string[], t: Words): string =>
  classes
    .filter((one) => one !== 'OWN_REFERRAL')
    .map((one) => t(`note.class.${one}` as 'note.class.CHRONOLOGY'))
    .join(', ');

function Seats({ conference }: { conference: Conference }) {
  const t = useWords();
  const after = conference.status === 'HELD' || conference.status === 'SIGNED';
  return (
    <div>
      <h3>{t(after ? 'conf.attendance' : 'conf.invited')}</h3>
      <ul>
        {conference.seats.map((seat) => (
          <li key={seat.id}>
            {seat.agencyName},{' '}
            {after ? t(seat.attended ? 'conf.present' : 'conf.absent') : t(`conf.answer.${seat.answer}`)}{' '}
            <span className="soft small">
              {classWords(seat.classes, t)
                ? t('conf.hears', { classes: classWords(seat.classes, t) })
                : t('conf.hearsLittle')}
            </span>
            {seat.dissent && (
              <p className="small">
                <b>{t('conf.dissent')}:</b> {seat.dissent}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Decision({
  caseId,
  decision,
  binding,
}: {
  caseId: string;
  decision: Conference['items'][number]['decisions'][number];
  binding: boolean;
}) {
  const t = useWords();
  const locale = useLocale();
  const finish = useAttempt(
    (_: void, key) =>
      answer(
        api.POST('/api/cases/{id}/conference-decisions/{decisionId}/completion', {
          params: { path: { id: caseId, decisionId: decision.id } },
          headers: withKey(key),
        }),
      ),
    { refreshes: REFRESHES },
  );
  return (
    <div>
      <p>
        {t('conf.decided')}: <b>{decision.text}</b>{' '}
        <span className="soft">
          {t('conf.by', { owner: decision.ownerName, day: dayMonthYear(decision.dueAt, locale) })}
        </span>{' '}
        {decision.doneAt ? (
          <Status tone="done">{t('conf.done', { day: dayMonthYear(decision.doneAt, locale) })}</Status>
        ) : (
          binding && <Due at={decision.dueAt} />
        )}
      </p>
      {decision.mayFinish && (
        <Button busy={finish.busy} onClick={() => void finish.run()}>
          {t('conf.markDone')}
        </Button>
      )}
      <RefusalNote problem={finish.problem} />
    </div>
  );
}

function CancelDialog({
  path,
  onClose,
}: {
  path: { id: string; conferenceId: string };
  onClose: () => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAttempt(
    (body: { reason: string }, key) =>
      answer(
        api.POST('/api/cases/{id}/conferences/{conferenceId}/cancellation', {
          params: { path },
          body,
          headers: withKey(key),
        }),
      ),
    { refreshes: REFRESHES, done: onClose },
  );
  const fault = useFault(save);
  return (
    <ActDialog
      title={t('conf.cancelTitle')}
      lead={t('conf.cancelLead')}
      submit={t('conf.cancel')}
      attempt={save}
      body={() => {
        setTried(true);
        return reason.trim() ? { reason: reason.trim() } : undefined;
      }}
      onClose={onClose}
    >
      <TextArea
        label={t('conf.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        fault={fault('/reason') ?? (tried && !reason.trim() ? t('fault.required') : undefined)}
      />
    </ActDialog>
  );
}
