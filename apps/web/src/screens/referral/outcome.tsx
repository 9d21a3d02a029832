import { useLocale, useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { Referral } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';

/** What the receiver answered at the end: the reason of a refusal, or the feedback it gave. */
export function Outcome({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const feedback = referral.feedback ?? [];
  return (
    <>
      {referral.rejection && (
        <div className="note">
          <div>
            <b>{t('pane.rejected')}:</b> {label('ALASAN_TOLAK', referral.rejection.reason)}
            {referral.rejection.note && <p>{referral.rejection.note}</p>}
          </div>
        </div>
      )}
      {feedback.length > 0 && (
        <section className="messages">
          <h3>{t('pane.feedback')}</h3>
          <ol>
            {feedback.map((one) => {
              const at = one.at;
              return (
                <li key={one.id} className="answer">
                  <p className="soft tiny">
                    {[
                      one.kind === 'START' && t('move.start'),
                      one.outcome && label('HASIL_LAYANAN', one.outcome),
                      one.reason && label('ALASAN_TIDAK_BERHASIL', one.reason),
                      one.authorName,
                      at && dayAndTime(at, locale),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  {one.text && <p>{one.text}</p>}
                  {one.remains && (
                    <p>
                      <b>{t('part.some')}</b> ({label('ALASAN_SEBAGIAN', referral.shortfall)}).{' '}
                      {t('part.still', { what: one.remains })}
                    </p>
                  )}
                  {one.nextAt && (
                    <p className="soft tiny">{t('pane.next', { at: dayAndTime(one.nextAt, locale) })}</p>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </>
  );
}
