import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { useSession } from '../../api/session';
import { Go } from '../../elements/go';
import { useWords } from '../../words/words';
import { AlarmItem } from './alarm-item';

const SHOWN = 3;

/** On the first page of whoever must mend something: above the work, and nowhere when all is well. */
export function AlarmsPanel() {
  const t = useWords();
  const mayRead = useSession().permissions.includes('alarm.read');
  const asked = useQuery({
    queryKey: ['alarms', 'open'],
    queryFn: () => answer(api.GET('/api/alarms', { params: { query: { state: 'open' } } })),
    enabled: mayRead,
  });
  const items = asked.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="panel alarms-panel" aria-label={t('alarm.yours')}>
      <header>
        <h2>
          {t('alarm.yours')} <span className="num">{items.length}</span>
        </h2>
        <Go className="small" to="/peringatan">
          {t('act.seeAll')}
        </Go>
      </header>
      <ul>
        {items.slice(0, SHOWN).map((alarm) => (
          <AlarmItem key={alarm.id} alarm={alarm} />
        ))}
      </ul>
    </section>
  );
}
