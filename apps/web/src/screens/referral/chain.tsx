import { useLocale, useWords } from '../../words/words';
import { useCodeLabel } from '../../api/codes';
import type { Referral } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Go } from '../../elements/go';

/** All that was asked for one need, the oldest first: who declined and why, who was too late, who has it now. */
export function Chain({ referral }: { referral: Referral }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  if (referral.chain.length === 0) return null;
  return (
    <section className="chain" aria-label={t('chain.title')}>
      <h3>{t('chain.title')}</h3>
      <ol>
        {referral.chain.map((link) => {
          const why =
            link.status === 'cancelled' && link.cancelledBy === 'FAN'
              ? t('chain.othersFirst')
              : [
                  link.statusWords,
                  link.reason &&
                    label(link.status === 'rejected' ? 'ALASAN_TOLAK' : 'ALASAN_TIDAK_BERHASIL', link.reason),
                ]
                  .filter(Boolean)
                  .join(': ');
          const at = link.endedAt ?? link.sentAt;
          return (
            <li key={link.id} aria-current={link.id === referral.id ? 'true' : undefined}>
              {link.id === referral.id ? (
                <b>{link.agencyName}</b>
              ) : (
                <Go
                  to={
                    link.status === 'draft'
                      ? `/kasus/${referral.caseId}/rujuk?draf=${link.id}`
                      : `/rujukan/${link.id}`
                  }
                >
                  {link.agencyName}
                </Go>
              )}{' '}
              <span className="soft">
                {[why, link.fanId && t('chain.together'), at && dayAndTime(at, locale)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
