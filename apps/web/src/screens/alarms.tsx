import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { useWords } from '../words/words';
import { AlarmItem } from './alarms/alarm-item';

const useAlarms = (state: 'open' | 'resolved') =>
  useQuery({
    queryKey: ['alarms', state],
    queryFn: () => answer(api.GET('/api/alarms', { params: { query: { state } } })),
  });

/** What is wrong with the house itself, since when, and who sees to it. Nothing of any case. */
export default function Alarms() {
  const t = useWords();
  const open = useAlarms('open');
  const ended = useAlarms('resolved');
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.alarms')}</h1>
          <p>{t('alarm.lead')}</p>
        </div>
      </div>
      <StaleBar asked={open} />
      <section className="panel narrow" aria-label={t('nav.alarms')}>
        <Loaded asked={open} rows={3}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('alarm.none')}>
                <span>{t('alarm.noneMore')}</span>
              </Empty>
            ) : (
              <ul>
                {items.map((alarm) => (
                  <AlarmItem key={alarm.id} alarm={alarm} />
                ))}
              </ul>
            )
          }
        </Loaded>
        {ended.data && ended.data.items.length > 0 && (
          <details className="alarms-ended">
            <summary>{t('alarm.ended', { n: ended.data.items.length })}</summary>
            <ul>
              {ended.data.items.map((alarm) => (
                <AlarmItem key={alarm.id} alarm={alarm} />
              ))}
            </ul>
          </details>
        )}
      </section>
    </>
  );
}
