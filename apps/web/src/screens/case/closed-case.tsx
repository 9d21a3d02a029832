import { can } from '../../api/acts';
import { useCodeLabel } from '../../api/codes';
import type { CaseFile } from '../../api/contract';
import { dayAndTime, dayMonthYear } from '../../clock/dates';
import { Button } from '../../elements/button';
import { IconCircleCheckFilled } from '../../elements/icons';
import { useLocale, useWords } from '../../words/words';
import type { CaseDialog } from './head';

/** A closed case: why, by whom, the way back, and how the client has been since. */
export function ClosedCase({
  file,
  openDialog,
}: {
  file: CaseFile;
  openDialog: (dialog: CaseDialog) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const { latest, checks } = file.closing;
  if (!file.closedAt || latest?.status !== 'CLOSED') return null;
  const next = file.deadlines.find(
    ({ ruleId, status }) => ruleId.startsWith('aftercare-') && (status === 'running' || status === 'missed'),
  );
  const needsHelp = checks[0]?.outcome === 'NEEDS_HELP';
  return (
    <section className={`note ${needsHelp ? 'warn' : 'info'} proposed`} aria-label={t('closing.closed')}>
      <IconCircleCheckFilled size={18} aria-hidden="true" />
      <div className="stack">
        <p>
          <b>{t('closing.closedOn', { date: dayMonthYear(file.closedAt, locale) })}</b> ·{' '}
          {label('ALASAN_TERMINASI', latest.reason)}
        </p>
        <p className="soft">
          {latest.decidedBy?.accountId === latest.proposedBy.accountId
            ? t('closing.closedByOne', { name: latest.proposedBy.name })
            : t('closing.closedByTwo', {
                name: latest.proposedBy.name,
                second: latest.decidedBy?.name ?? '',
              })}
        </p>
        <p className="quoted">{latest.summary}</p>
        {needsHelp && <p>{t('aftercare.needsHelpNow')}</p>}
        {next?.dueAt && <p>{t('aftercare.next', { at: dayAndTime(next.dueAt, locale) })}</p>}
        {checks.length > 0 && (
          <ul className="plain-list" aria-label={t('aftercare.checks')}>
            {checks.map((check) => (
              <li key={check.id}>
                {dayMonthYear(check.at, locale)} · <b>{t(`aftercare.${check.outcome as 'SAFE'}`)}</b> ·{' '}
                {check.by}
                {check.note && <span className="soft"> · {check.note}</span>}
              </li>
            ))}
          </ul>
        )}
        <p className="proposed-acts no-print">
          {can(file.availableActs, 'case.aftercare') && latest.afterCare && (
            <Button kind={needsHelp ? undefined : 'pri'} onClick={() => openDialog('aftercare')}>
              {t('aftercare.record')}
            </Button>
          )}
          {can(file.availableActs, 'case.reopen') && (
            <Button kind={needsHelp ? 'pri' : undefined} onClick={() => openDialog('reopening')}>
              {t('closing.reopen')}
            </Button>
          )}
        </p>
      </div>
    </section>
  );
}
