import { useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { useAttempt } from '../../api/attempt';
import { can } from '../../api/acts';
import type { Deadline } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { RefusalNote } from '../../elements/states';
import { Due, Status } from '../../elements/status';
import { sourceWords } from '../../elements/source-words';
import { capitalized } from '../audit-words';
import { ChangeDeadline } from './deadline-change';
import './parts.css';

const OPEN = ['running', 'paused', 'missed'];

/** What is still owed, soonest first; the rest folded below. */
export function DeadlineList({ deadlines }: { deadlines: Deadline[] }) {
  const t = useWords();
  const open = deadlines
    .filter((one) => OPEN.includes(one.status))
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const ended = deadlines.filter((one) => !OPEN.includes(one.status));
  return (
    <>
      <ul className="side-list">
        {open.map((deadline) => (
          <DeadlineItem key={deadline.id} deadline={deadline} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details className="ended">
          <summary>{t('deadline.ended', { n: ended.length })}</summary>
          <ul className="side-list">
            {ended.map((deadline) => (
              <DeadlineItem key={deadline.id} deadline={deadline} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function Deadlines({ deadlines, recordEvent }: { deadlines: Deadline[]; recordEvent?: () => void }) {
  const t = useWords();
  return (
    <section className="panel" aria-label={t('nav.deadlines')}>
      <header>
        <h2>{t('nav.deadlines')}</h2>
        {recordEvent && (
          <button type="button" className="link small no-print" onClick={recordEvent}>
            {t('case.milestone')}
          </button>
        )}
      </header>
      {deadlines.length === 0 && <p className="panel-note">{t('deadline.none')}</p>}
      <DeadlineList deadlines={deadlines} />
    </section>
  );
}

/** What is owed, by whom, until when, on what ground and why then. */
export function DeadlineItem({ deadline }: { deadline: Deadline }) {
  const t = useWords();
  const locale = useLocale();
  const owes = deadline.owes?.words ?? deadline.owes?.accountName ?? deadline.owes?.agencyName;
  const told = deadline.ladder?.filter((step) => step.firedAt) ?? [];
  return (
    <li className="deadline">
      <div className="row">
        <b>{deadline.action}</b>
        <DeadlineState deadline={deadline} />
      </div>
      <p className="soft">
        {deadline.dueAt ? dayAndTime(deadline.dueAt, locale) : t('due.none')}
        {owes && <> · {owes}</>}
      </p>
      <details>
        <summary>
          <BasisTag deadline={deadline} />
          <span className="hidden">. {t('deadline.whyThis')}</span>
        </summary>
        <div className="why">
          {deadline.why && <p>{deadline.why}</p>}
          {deadline.citation && <p>{sourceWords(deadline.citation, locale)}</p>}
          {deadline.needsLegalCheck && <p>{t('deadline.uncertain')}</p>}
          {deadline.estimated && <p>{t('deadline.estimated')}</p>}
          <p>{t('deadline.version', { n: deadline.ruleVersion })}</p>
          <MovedTimes deadline={deadline} />
          {told.length > 0 && (
            <ol>
              {told.map((step) => (
                <li key={step.stepId}>
                  {dayAndTime(step.firedAt!, locale)}: {t(rungKey(step.rung))}
                  {step.toldNames.length > 0 && <> ({step.toldNames.join(', ')})</>}
                </li>
              ))}
            </ol>
          )}
        </div>
      </details>
      {deadline.acknowledged && (
        <p className="soft">{t('deadline.acknowledged', { name: deadline.acknowledged.by })}</p>
      )}
      {deadline.waiverProposed && OPEN.includes(deadline.status) && (
        <p className="soft">{t('deadline.waiverWaits')}</p>
      )}
      <DeadlineButtons deadline={deadline} />
    </li>
  );
}

export function DeadlineState({ deadline }: { deadline: Deadline }) {
  const t = useWords();
  switch (deadline.status) {
    case 'met':
      return <Status tone="done">{t('deadline.met')}</Status>;
    case 'waived':
      return <Status tone="plain">{t('deadline.waived')}</Status>;
    case 'cancelled':
      return <Status tone="plain">{t('deadline.cancelled')}</Status>;
    case 'paused':
      return <Status tone="wait">{t('deadline.paused')}</Status>;
    default:
      return deadline.dueAt ? <Due at={deadline.dueAt} /> : <Status tone="plain">{t('due.none')}</Status>;
  }
}

const RUNGS = ['reminder', 'due', 'overdue', 'headOfOwingAgency', 'supervisor', 'headOfLeadOffice'] as const;

/** The words of a rung of the ladder; an unknown one is still shown as "told". */
export function rungKey(rung: string): `rung.${(typeof RUNGS)[number]}` {
  const known = RUNGS.find((one) => one === rung);
  return `rung.${known ?? 'reminder'}`;
}

/** Law, another city's standard, an agreement or a proposal: always said, because they bind differently. */
export function BasisTag({ deadline }: { deadline: Deadline }) {
  const t = useWords();
  const locale = useLocale();
  return (
    <span className={`basis ${deadline.basis}`}>
      {capitalized(deadline.basisWords ?? t(`basis.${deadline.basis}` as 'basis.LAW'))}
      {deadline.citation && deadline.basis === 'LAW' && <> · {sourceWords(deadline.citation, locale)}</>}
    </span>
  );
}

/** Every change of the due time, the old one beside the new: nothing is moved unseen. */
function MovedTimes({ deadline }: { deadline: Deadline }) {
  const t = useWords();
  const locale = useLocale();
  if (deadline.moved.length === 0) return null;
  const words = (at: string | null) => (at ? dayAndTime(at, locale) : t('due.none'));
  return (
    <>
      <p>{t('deadline.moved')}</p>
      <ol>
        {deadline.moved.map((move) => (
          <li key={move.at}>
            {t('deadline.movedLine', {
              from: words(move.from),
              to: words(move.to),
              why: t(`deadline.moved.${move.why}`),
            })}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Reminding whoever is late and "I take this", so that it stops climbing; and what the server offers to change. */
export function DeadlineButtons({ deadline }: { deadline: Deadline }) {
  const t = useWords();
  const refreshes = ['deadlines', 'case', 'report', 'worklist', 'board', 'referral'];
  const take = useAttempt(
    (id: string, key) =>
      answer(
        api.POST('/api/deadlines/{id}/acknowledgement', { params: { path: { id } }, headers: withKey(key) }),
      ),
    { refreshes },
  );
  const remind = useAttempt(
    (id: string, key) =>
      answer(api.POST('/api/deadlines/{id}/reminder', { params: { path: { id } }, headers: withKey(key) })),
    { refreshes, done: () => setReminded(true) },
  );
  const [reminded, setReminded] = useState(false);
  const mayRemind = can(deadline.availableActs, 'deadline.remind');
  const mayTake = can(deadline.availableActs, 'deadline.acknowledge') && !deadline.acknowledged;
  const late = deadline.status === 'missed';
  if (!OPEN.includes(deadline.status)) return null;
  return (
    <span className="deadline-acts no-print">
      {late && mayRemind && (
        <Button busy={remind.busy} disabled={reminded} onClick={() => void remind.run(deadline.id)}>
          {t(reminded ? 'verb.reminded' : 'verb.remind')}
        </Button>
      )}
      {late && mayTake && (
        <Button busy={take.busy} onClick={() => void take.run(deadline.id)}>
          {t('verb.take')}
        </Button>
      )}
      <ChangeDeadline deadline={deadline} refreshes={refreshes} />
      <RefusalNote problem={remind.problem ?? take.problem} />
    </span>
  );
}
