import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words';
import { keepAlive, lock, tellTabsActive, useSession, whenTabActive } from '../api/session';
import { lastAnswer } from '../api/client';
import { Button } from '../elements/button';

const WARN_SECONDS = 30;
/** A phone that lies face up is read by others: it locks when the app was in the background for a minute. */
const HIDDEN_PHONE_MS = 60_000;
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks after the idle time the server names (offline too), with a warning that can be answered (WCAG 2.2.1). */
export function IdleWatch() {
  const t = useWords();
  const { idleSeconds } = useSession();
  const activeAt = useRef(Date.now());
  const [left, setLeft] = useState<number>();

  useEffect(() => {
    const limit = Math.max(idleSeconds, 60);
    let told = 0;
    const active = () => {
      activeAt.current = Date.now();
      setLeft(undefined);
      if (activeAt.current - told > 5_000) {
        told = activeAt.current;
        tellTabsActive();
        // Typing asks the server nothing; without this the session would end under a long form.
        if (performance.now() - lastAnswer() > Math.min(120_000, (limit * 1000) / 3)) void keepAlive();
      }
    };
    const timer = setInterval(() => {
      const rest = Math.ceil(limit - (Date.now() - activeAt.current) / 1000);
      if (rest <= 0) lock('idle');
      else setLeft(rest <= WARN_SECONDS ? rest : undefined);
    }, 1000);
    let hiddenAt = 0;
    const phone = window.matchMedia('(pointer: coarse)');
    const visibility = () => {
      if (!phone.matches) return;
      // Covered before the system takes its picture for the list of open apps.
      document.documentElement.classList.toggle('covered', document.hidden);
      if (document.hidden) hiddenAt = Date.now();
      else if (hiddenAt && Date.now() - hiddenAt > HIDDEN_PHONE_MS) lock('idle');
    };
    for (const name of EVENTS) window.addEventListener(name, active, { passive: true });
    document.addEventListener('visibilitychange', visibility);
    const forget = whenTabActive(() => {
      activeAt.current = Date.now();
      setLeft(undefined);
    });
    return () => {
      clearInterval(timer);
      for (const name of EVENTS) window.removeEventListener(name, active);
      document.removeEventListener('visibilitychange', visibility);
      document.documentElement.classList.remove('covered');
      forget();
    };
  }, [idleSeconds]);

  if (left === undefined) return null;
  return (
    <div className="idle">
      <span aria-hidden="true" className="num">
        {t('safety.idle', { n: left })}
      </span>
      <span className="hidden" role="alert">
        {t('safety.idle', { n: WARN_SECONDS })}
      </span>
      <Button onClick={() => (activeAt.current = Date.now())}>{t('safety.stay')}</Button>
    </div>
  );
}
