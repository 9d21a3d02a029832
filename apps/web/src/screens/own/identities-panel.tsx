import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { Button } from '../../elements/button';
import { RefusalNote } from '../../elements/states';
import { useWords } from '../../words/words';
import './own.css';

/** Which accounts the city's own sign-in opens, and which wait for an administrator; nothing where there are none. */
export function IdentitiesPanel() {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['identities'],
    queryFn: () => answer(api.GET('/api/account-identities')),
  });
  const decide = useAttempt(
    ({ id, approved }: { id: string; approved: boolean }, key) => {
      const params = { path: { id } };
      const headers = withKey(key);
      return answer(
        approved
          ? api.POST('/api/account-identities/{id}/approval', { params, headers })
          : api.POST('/api/account-identities/{id}/ending', { params, headers }),
      );
    },
    { refreshes: ['identities'] },
  );
  if (!asked.data || asked.data.items.length === 0) return null;
  return (
    <section className="panel identities" aria-label={t('link.title')}>
      <header>
        <h2>{t('link.title')}</h2>
      </header>
      <div className="pad stack">
        <p className="soft">{t('link.adminLead')}</p>
        <RefusalNote problem={decide.problem} />
        <ul className="own-list">
          {asked.data.items.map((one) => (
            <li key={one.id} className="back">
              <span>
                <b>{one.displayName}</b>
                <span className="soft">
                  {one.agencyName} · <code>{one.subject}</code>
                </span>
              </span>
              <span className="account-acts">
                <Button busy={decide.busy} onClick={() => void decide.run({ id: one.id, approved: false })}>
                  {t('link.end')}
                </Button>
                {one.status === 'PROPOSED' && (
                  <Button
                    kind="pri"
                    busy={decide.busy}
                    onClick={() => void decide.run({ id: one.id, approved: true })}
                  >
                    {t('link.approve')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
