import { useState } from 'react';
import { answer, api, withKey } from '../../api/client';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { useCodeLabel } from '../../api/codes';
import type { CaseFile } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { IconHourglass } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';
import { CASE_TOPICS, RIGHTS } from './closing';
import { RejectDialog } from './reason-dialog';

/** An end that waits for a second person: everything they need to decide, and the two answers. */
export function ProposedClosing({ file }: { file: CaseFile }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const [rejecting, setRejecting] = useState(false);
  const { latest } = file.closing;
  const decide = useAttempt(
    ({ id, noun }: { id: string; noun: 'approval' | 'withdrawal' }, key) => {
      const asked = { params: { path: { id } }, headers: withKey(key) };
      return answer(
        noun === 'approval'
          ? api.POST('/api/closings/{id}/approval', asked)
          : api.POST('/api/closings/{id}/withdrawal', asked),
      );
    },
    { refreshes: CASE_TOPICS },
  );
  if (latest?.status !== 'PROPOSED') return <RefusalNote problem={decide.problem} />;
  const clock = file.deadlines.find(
    ({ ruleId, status }) => ruleId === 'closing-approval' && (status === 'running' || status === 'missed'),
  );
  return (
    <section className="note info proposed" aria-label={t('closing.proposed')}>
      <IconHourglass size={18} aria-hidden="true" />
      <div className="stack">
        <p>
          <b>{t('closing.proposed')}</b> · {label('ALASAN_TERMINASI', latest.reason)}
        </p>
        <p>
          {t('closing.proposedBy', {
            name: latest.proposedBy.name,
            at: dayAndTime(latest.proposedAt, locale),
          })}{' '}
          {clock?.dueAt && t('closing.decideBy', { at: dayAndTime(clock.dueAt, locale) })}
        </p>
        <p className="quoted">{latest.summary}</p>
        <dl className="facts">
          {RIGHTS.map((right) => (
            <div key={right}>
              <dt>{t(`closing.right.${right}`)}</dt>
              <dd>{t(`closing.answer.${(latest.rights as Record<string, 'DONE'>)[right] ?? 'DONE'}`)}</dd>
            </div>
          ))}
        </dl>
        <RefusalNote problem={decide.problem} />
        <p className="proposed-acts no-print">
          {can(latest.availableActs, 'closing.approve') && (
            <Button
              kind="pri"
              busy={decide.busy}
              onClick={() => void decide.run({ id: latest.id, noun: 'approval' })}
            >
              {t('closing.approve')}
            </Button>
          )}
          {can(latest.availableActs, 'closing.reject') && (
            <Button onClick={() => setRejecting(true)}>{t('closing.reject')}</Button>
          )}
          {can(latest.availableActs, 'closing.withdraw') && (
            <Button busy={decide.busy} onClick={() => void decide.run({ id: latest.id, noun: 'withdrawal' })}>
              {t('closing.withdraw')}
            </Button>
          )}
        </p>
        {can(latest.availableActs, 'closing.withdraw') && <p className="soft">{t('closing.yours')}</p>}
      </div>
      {rejecting && <RejectDialog closingId={latest.id} onClose={() => setRejecting(false)} />}
    </section>
  );
}
