import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { GuardedCase } from '../api/contract';
import { useSession } from '../api/session';
import { Go } from '../elements/go';
import { Empty, Loaded, StaleBar } from '../elements/states';
import { Status } from '../elements/status';
import { useWords } from '../words/words';
import { ProtectionState } from './case/protection';
import './case/parts.css';
import './integrity.css';

/** What an integrity officer guards: number, unit and who. What happened is not theirs to read. */
export default function Integrity() {
  const t = useWords();
  const { permissions } = useSession();
  const asked = useQuery({
    queryKey: ['integrity'],
    queryFn: () => answer(api.GET('/api/integrity/cases')),
    // The question is itself recorded.
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('guard.pageTitle')}</h1>
          <p>{t('guard.pageLead')}</p>
        </div>
        {permissions.includes('bait.read') && (
          <Go className="btn" to="/integritas/umpan">
            {t('bait.title')}
          </Go>
        )}
      </div>
      <StaleBar asked={asked} />
      <Loaded asked={asked} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="panel">
              <Empty title={t('guard.none')} />
            </section>
          ) : (
            <div className="guarded">
              {items.map((item) => (
                <Guarded key={item.caseId} item={item} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Guarded({ item }: { item: GuardedCase }) {
  const t = useWords();
  return (
    <section className="panel" aria-label={item.number}>
      <header>
        <h2>{item.number}</h2>
        {item.proposal ? (
          <Status tone="wait">{t('guard.waiting')}</Status>
        ) : item.sealed ? (
          <Status tone="run">{t('guard.sealed')}</Status>
        ) : item.conflicts.some(({ source }) => source === 'MATCH') ? (
          <Status tone="urgent">{t('guard.matched')}</Status>
        ) : null}
      </header>
      <div className="pad stack">
        <p className="soft">{item.agencyName}</p>
        <ProtectionState caseId={item.caseId} state={item} />
      </div>
    </section>
  );
}
