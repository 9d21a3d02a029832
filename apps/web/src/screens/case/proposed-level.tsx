import { useLocale, useWords } from '../../words/words';
import { answer, api, withKey } from '../../api/client';
import { can } from '../../api/acts';
import { useAttempt } from '../../api/attempt';
import { useCodeLabel } from '../../api/codes';
import { useSession } from '../../api/session';
import type { CaseFile } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Go } from '../../elements/go';
import { IconHourglass } from '../../elements/icons';
import { RefusalNote } from '../../elements/states';

/** A lower level that waits for a second person: what, by whom and why; the button is for somebody else. */
export function ProposedLevel({ file, linked }: { file: CaseFile; linked?: boolean }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const session = useSession();
  const approve = useAttempt(
    (id: string, key) =>
      answer(api.POST('/api/screenings/{id}/approval', { params: { path: { id } }, headers: withKey(key) })),
    { refreshes: ['case', 'cases', 'worklist', 'deadlines', 'suggested', 'history'] },
  );
  const { screening } = file;
  if (screening?.status !== 'PENDING_APPROVAL') return <RefusalNote problem={approve.problem} />;
  const level = (risk: string | null) => label('TINGKAT_RISIKO', risk ?? '');
  const mine = screening.screenedBy.accountId === session.account.id;
  const mayApprove = can(screening.availableActs, 'screening.approve');
  return (
    <section
      className="note info proposed"
      aria-label={t('screening.proposed', { risk: level(screening.risk) })}
    >
      <IconHourglass size={18} aria-hidden="true" />
      <div className="stack">
        <p>
          <b>{t('screening.proposed', { risk: level(screening.risk) })}</b>
        </p>
        <p>
          {t('screening.proposedBy', {
            name: screening.screenedBy.name,
            at: dayAndTime(screening.at, locale),
            risk: level(file.risk),
          })}
        </p>
        {screening.reason && <p>{t('screening.proposedReason', { reason: screening.reason })}</p>}
        <RefusalNote problem={approve.problem} />
        {mayApprove && (
          <p className="proposed-acts no-print">
            <Button kind="pri" busy={approve.busy} onClick={() => void approve.run(screening.id)}>
              {t('screening.approve', { risk: level(screening.risk) })}
            </Button>
            {linked && (
              <Go className="btn" to={`/kasus/${file.id}/asesmen`}>
                {t('screening.seeProposal')}
              </Go>
            )}
          </p>
        )}
        {(mayApprove || mine) && (
          <p className="soft">{t(mayApprove ? 'screening.disagree' : 'screening.yours')}</p>
        )}
      </div>
    </section>
  );
}
