import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { dayAndTime } from '../../clock/dates';
import { Go } from '../../elements/go';
import { Empty, Loaded } from '../../elements/states';
import { useLocale, useWords, type WordKey } from '../../words/words';
import '../accounts.css';
import './own.css';

const SAID = { PROPOSED: 'gone.waits', DONE: 'gone.done', REJECTED: 'gone.rejected' } as const;

/** Who leaves: what waits for whoever heads the office, and what was handed over lately. */
export default function Departures() {
  const t = useWords();
  const locale = useLocale();
  const asked = useQuery({ queryKey: ['departures'], queryFn: () => answer(api.GET('/api/departures')) });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('gone.title')}</h1>
          <p>{t('gone.lead')}</p>
        </div>
      </div>
      <section className="panel own-page" aria-label={t('gone.title')}>
        <div className="pad">
          <Loaded asked={asked}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={t('gone.none')} />
              ) : (
                <ul className="own-list">
                  {items.map((one) => (
                    <li key={one.id} className="back">
                      <span>
                        <b>{one.displayName}</b>
                        <span className="soft">
                          {t(`role.${one.role}` as WordKey)} · {one.agencyName}
                        </span>
                        <span className="soft">
                          {t(SAID[one.status], {
                            name: one.decidedByName ?? one.proposedByName,
                            time: dayAndTime(one.decidedAt ?? one.proposedAt, locale),
                          })}
                        </span>
                        {one.status === 'PROPOSED' && !one.mayDecide && (
                          <span className="soft">{t('gone.waitsFor')}</span>
                        )}
                      </span>
                      {one.mayDecide && (
                        <Go className="btn pri" to={`/serah-terima/${one.id}`}>
                          {t('gone.open')}
                        </Go>
                      )}
                      {one.status === 'DONE' && (
                        <Go className="btn" to={`/serah-terima/${one.id}`}>
                          {t('gone.see')}
                        </Go>
                      )}
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </div>
      </section>
    </>
  );
}
