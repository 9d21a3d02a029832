import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { goToOidc, takeShown } from '../../api/oidc';
import { Button } from '../../elements/button';
import { RefusalNote } from '../../elements/states';
import { useWords } from '../../words/words';

/** The city's own sign-in for this account: shown by its owner, approved by an administrator. Nothing where there is none. */
export function IdentityPanel() {
  const t = useWords();
  const asked = useQuery({
    queryKey: ['own-identity'],
    queryFn: () => answer(api.GET('/api/accounts/current/identity')),
  });
  const go = useAttempt((_body: true) => goToOidc('link'));
  const propose = useAttempt(
    (body: { step: string; query: string }) => answer(api.POST('/api/accounts/current/identity', { body })),
    { refreshes: ['own-identity'] },
  );
  const end = useAttempt(
    (_body: true, key) =>
      answer(api.POST('/api/accounts/current/identity/ending', { headers: withKey(key) })),
    { refreshes: ['own-identity'] },
  );
  const taken = useRef(false);
  useEffect(() => {
    // Back from there: an answer is good once.
    const link = taken.current ? undefined : takeShown();
    taken.current = true;
    if (link) void propose.run({ step: link.step, query: link.query });
  }, [propose]);

  const name = asked.data?.name;
  if (!asked.data || !name) return null;
  return (
    <section className="panel">
      <header>
        <h2>{name}</h2>
      </header>
      <div className="pad stack">
        <RefusalNote problem={propose.problem ?? go.problem ?? end.problem} />
        {asked.data.status ? (
          <>
            <p>
              {t(asked.data.status === 'APPROVED' ? 'link.approved' : 'link.proposed', {
                subject: asked.data.subject ?? '',
              })}
            </p>
            <p>
              <Button busy={end.busy} onClick={() => void end.run(true)}>
                {t('link.end')}
              </Button>
            </p>
          </>
        ) : (
          <>
            <p className="soft">{t('link.lead')}</p>
            <p>
              <Button large busy={go.busy || propose.busy} onClick={() => void go.run(true)}>
                {t('link.begin', { name })}
              </Button>
            </p>
          </>
        )}
      </div>
    </section>
  );
}
