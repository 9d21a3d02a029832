import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../../api/attempt';
import { answer, api, withKey } from '../../api/client';
import { dayAndTime } from '../../clock/dates';
import { Button } from '../../elements/button';
import { Loaded, RefusalNote } from '../../elements/states';
import { useLocale, useWords } from '../../words/words';

const BROWSERS: Record<string, string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  opera: 'Opera',
};
const SYSTEMS: Record<string, string> = {
  android: 'Android',
  ios: 'iPhone/iPad',
  windows: 'Windows',
  macos: 'Mac',
  linux: 'Linux',
};

/** Where somebody is signed in with this account, and a way to end what one does not know. */
export function SessionsPanel() {
  const t = useWords();
  const locale = useLocale();
  const asked = useQuery({
    queryKey: ['own-sessions'],
    queryFn: () => answer(api.GET('/api/accounts/current/sessions')),
  });
  const end = useAttempt(
    (id: string, key) =>
      answer(
        api.POST('/api/accounts/current/sessions/{id}/ending', {
          params: { path: { id } },
          headers: withKey(key),
        }),
      ),
    { refreshes: ['own-sessions'] },
  );
  return (
    <section className="panel">
      <header>
        <h2>{t('own.sessions')}</h2>
      </header>
      <div className="pad stack">
        <p className="soft">{t('own.sessionsLead')}</p>
        <RefusalNote problem={end.problem} />
        <Loaded asked={asked}>
          {({ items }) => (
            <ul className="own-list">
              {items.map((one) => (
                <li key={one.id}>
                  <span>
                    <b>
                      {t('own.on', {
                        browser: BROWSERS[one.browser] ?? t('own.browser.other'),
                        system: SYSTEMS[one.system] ?? t('own.system.other'),
                      })}
                      {one.current && ` (${t('own.thisOne')})`}
                    </b>
                    <span className="soft">
                      {t('own.opened', { time: dayAndTime(one.openedAt, locale) })}{' '}
                      {t(`own.by.${one.openedBy}` as 'own.by.totp')}
                      {one.firstOnDevice && ` · ${t('own.firstHere')}`}
                      {!one.current &&
                        ` · ${t('own.lastSeen', { time: dayAndTime(one.lastSeenAt, locale) })}`}
                    </span>
                  </span>
                  {!one.current && (
                    <Button busy={end.busy} onClick={() => void end.run(one.id)}>
                      {t('own.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </div>
    </section>
  );
}
