import { useLocale, useWords, type WordKey } from '../../words/words';
import type { RuleEffect } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Status } from '../../elements/status';

/** What a change does to deadlines that are open: counts by agency, then each with old and new time. No case stands here. */
export function Effect({ effect, none = 'rule.effect.none' }: { effect: RuleEffect; none?: WordKey }) {
  const t = useWords();
  const locale = useLocale();
  const words = (at: string | null) => (at ? dayAndTime(at, locale) : t('due.none'));
  const outside = (name: string | null) => name ?? t('rule.effect.outside');
  return (
    <section className="effect" role="status" aria-label={t('rule.effect.title')}>
      <h3>{t('rule.effect.title')}</h3>
      <p>
        {t(effect.open === 0 ? none : 'rule.effect.count', {
          n: effect.changed,
          of: effect.open,
        })}
      </p>
      {effect.byAgency.length > 0 && (
        <ul className="effect-agencies">
          {effect.byAgency.map((one) => (
            <li key={one.agencyName ?? ''}>
              <b>{outside(one.agencyName)}</b>: {t('rule.effect.agency', { n: one.changed, of: one.open })}
              {one.lateAtOnce > 0 && (
                <>
                  {' '}
                  <Status tone="late">{t('rule.effect.lateAtOnce', { n: one.lateAtOnce })}</Status>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {effect.items.length > 0 && (
        <div className="effect-table">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('rule.effect.owes')}</th>
                <th scope="col">{t('rule.effect.old')}</th>
                <th scope="col">{t('rule.effect.new')}</th>
                <th scope="col">{t('rule.effect.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {effect.items.map((item, index) => (
                <tr key={index}>
                  <td>{outside(item.agencyName)}</td>
                  <td>{words(item.dueAt)}</td>
                  <td>{item.outcome === 'ENDS' ? '–' : words(item.newDueAt)}</td>
                  <td>{t(`rule.outcome.${item.outcome}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
