import { useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { can } from '../../api/acts';
import type { Referral } from '../../api/contract';
import { clockTime, dayAndTime } from '../../clock/dates';
import { serverNow } from '../../api/client';
import { Button } from '../../elements/button';
import { Go } from '../../elements/go';
import { RefusalNote } from '../../elements/states';
import {
  IconCheck,
  IconCircleCheckFilled,
  IconMessageQuestion,
  IconPlayerPlay,
  IconReportAnalytics,
  IconX,
} from '../../elements/icons';
import { useReferralAct } from './use-act';

export type ReferralDialog =
  'reject' | 'accept' | 'ask' | 'answer' | 'cancel' | 'report' | 'complete' | 'confirm';

/** Exactly the acts the server offers. The likeliest comes first and is the only filled button. */
export function ActBar({
  referral,
  open,
  next,
}: {
  referral: Referral;
  open: (dialog: ReferralDialog) => void;
  next?: string;
}) {
  const t = useWords();
  const locale = useLocale();
  const [justAccepted, setAccepted] = useState<{ at: Date; due?: string }>();
  const accept = useReferralAct(referral.id, 'acceptance', (now) =>
    setAccepted({ at: serverNow(), due: now.dueAt ?? undefined }),
  );
  const acknowledge = useReferralAct(referral.id, 'receipt');
  const start = useReferralAct(referral.id, 'service-start');
  // Once the work goes on, that it was accepted is old news.
  const accepted = referral.status === 'accepted' ? justAccepted : undefined;
  const may = (act: string) => can(referral.availableActs, `referral.${act}`);
  const problem = accept.problem ?? acknowledge.problem ?? start.problem;

  const buttons = [
    may('accept') && (
      <Button
        key="accept"
        kind="pri"
        large
        busy={accept.busy}
        icon={<IconCheck size={18} aria-hidden="true" />}
        onClick={() => void accept.run({})}
      >
        {t('in.accept')}
      </Button>
    ),
    may('answer') && (
      <Button key="answer" kind="pri" large onClick={() => open('answer')}>
        {t('dialog.answer.title')}
      </Button>
    ),
    may('start') && (
      <Button
        key="start"
        kind="pri"
        large
        busy={start.busy}
        icon={<IconPlayerPlay size={18} aria-hidden="true" />}
        onClick={() => void start.run({})}
      >
        {t('in.start')}
      </Button>
    ),
    may('complete') && (
      <Button
        key="complete"
        kind={may('start') ? 'plain' : 'pri'}
        large
        icon={<IconReportAnalytics size={18} aria-hidden="true" />}
        onClick={() => open('complete')}
      >
        {t('in.report')}
      </Button>
    ),
    may('confirm') && (
      <Button key="confirm" kind="pri" large onClick={() => open('confirm')}>
        {t('confirm.title')}
      </Button>
    ),
    may('reject') && (
      <Button key="reject" large icon={<IconX size={17} aria-hidden="true" />} onClick={() => open('reject')}>
        {t('in.decline')}
      </Button>
    ),
    may('ask') && (
      <Button
        key="ask"
        large
        icon={<IconMessageQuestion size={18} aria-hidden="true" />}
        onClick={() => open('ask')}
      >
        {t('in.ask')}
      </Button>
    ),
    may('report') && (
      <Button key="report" large onClick={() => open('report')}>
        {t('report.progress')}
      </Button>
    ),
    may('acknowledge') && (
      <Button key="acknowledge" kind="quiet" busy={acknowledge.busy} onClick={() => void acknowledge.run({})}>
        {t('in.acknowledge')}
      </Button>
    ),
    may('accept') && (
      <Button key="accept-with" kind="quiet" onClick={() => open('accept')}>
        {t('in.withAppointment')}
      </Button>
    ),
    may('cancel') && (
      <Button key="cancel" kind="quiet" onClick={() => open('cancel')}>
        {t('dialog.cancellation.title')}…
      </Button>
    ),
  ].filter(Boolean);

  if (buttons.length === 0 && !accepted && !problem) return null;
  return (
    <footer className={`act-bar no-print ${accepted ? 'good' : ''}`}>
      {problem && <RefusalNote problem={problem} focus />}
      {accepted && (
        <p className="act-done" role="status">
          <IconCircleCheckFilled size={18} aria-hidden="true" />
          <span>
            <b>{t('in.acceptedAt', { time: clockTime(accepted.at, locale) })}</b> {t('in.acceptedTold')}
            {accepted.due && <> {t('in.nextDue', { date: dayAndTime(accepted.due, locale) })}</>}
          </span>
        </p>
      )}
      {buttons}
      {accepted && next && (
        <Go className="btn lg" to={next}>
          {t('in.next')}
        </Go>
      )}
    </footer>
  );
}
