import type { CaseFile } from '../../api/contract';
import { useCodeLabel } from '../../api/codes';
import { Button } from '../../elements/button';
import { useWords } from '../../words/words';

/** The way to the end of an open case: what still stands in it, or the button. */
export function EndOfCase({ file, propose }: { file: CaseFile; propose: () => void }) {
  const t = useWords();
  const label = useCodeLabel();
  const { workLeft, latest } = file.closing;
  if (latest?.status === 'PROPOSED') return null;
  const left = [
    workLeft.openReferrals > 0 && t('closing.openReferrals', { n: workLeft.openReferrals }),
    workLeft.unconfirmedReferrals > 0 && t('closing.unconfirmed', { n: workLeft.unconfirmedReferrals }),
    workLeft.drafts > 0 && t('closing.drafts', { n: workLeft.drafts }),
  ].filter((words) => words !== false);
  return (
    <section className="panel">
      <header>
        <h2>{t('closing.end')}</h2>
      </header>
      <div className="pad stack">
        {latest?.status === 'REJECTED' && (
          <p>
            {t('closing.rejectedBy', { name: latest.decidedBy?.name ?? '' })} {latest.decision}
          </p>
        )}
        {latest?.status === 'REOPENED' && (
          <p>
            {t('closing.reopenedBy', {
              name: latest.reopenedBy?.name ?? '',
              reason: label('ALASAN_TERMINASI', latest.reason),
            })}{' '}
            {latest.reopening}
          </p>
        )}
        {left.length > 0 ? (
          <>
            <p className="soft">{t('closing.notYet')}</p>
            <ul className="plain-list">
              {left.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <p className="soft">{t(file.mandate === 'FAMILY' ? 'closing.mayAlone' : 'closing.may')}</p>
            <p>
              <Button onClick={propose}>{t('closing.begin')}</Button>
            </p>
          </>
        )}
      </div>
    </section>
  );
}
