import { Suspense, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useLocale, useWords } from '../words/words';
import { clockTime } from '../clock/dates';
import { prefetchCodes } from '../api/codes';
import { lock, useSession } from '../api/session';
import { Go, useGo } from '../elements/go';
import { Avatar, Knot } from '../elements/marks';
import { ScreenGuard } from '../elements/screen-guard';
import { ProgressBar, Skeleton } from '../elements/states';
import {
  IconBell,
  IconCloudCheck,
  IconCloudOff,
  IconLock,
  IconMenu2,
  IconPlus,
  IconSearch,
} from '../elements/icons';
import { answer, api } from '../api/client';
import { keepsPush, unsubscribeHere } from '../safety/push';
import { IdleWatch } from '../safety/idle';
import { StepUp } from '../safety/step-up';
import { useCounters } from './counters';
import { useConnection, useLiveUpdates } from './live';
import { landingOf, mayOpenCases, placesOf, type Place } from './places';

/** What a figure of the navigation counts. */
const COUNTED = {
  overdue: 'nav.late',
  late: 'nav.late',
  answer: 'nav.unanswered',
  gaps: 'nav.gaps',
  toCheck: 'nav.toCheck',
} as const;

/** Everything around a screen. Desktop: rail and top bar. Phone: top bar and bottom bar of at most five. */
export function Shell({ children }: { children: ReactNode }) {
  const session = useSession();
  useLiveUpdates();
  const page = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    const timer = setTimeout(prefetchCodes, 4_000);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => void endAnothersPush(), [session.account.id]);

  useEffect(() => {
    // A new screen begins at its top, and a screen reader starts reading there.
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    page.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <ProgressBar />
      <div className="shell">
        <Rail />
        <div className="column">
          <TopBar />
          <OfflineNote />
          <main className="page" id="isi" tabIndex={-1} ref={page}>
            <ScreenGuard place={pathname}>
              <Suspense fallback={<Skeleton rows={4} />}>{children}</Suspense>
            </ScreenGuard>
          </main>
        </div>
        <BottomBar />
      </div>
      <IdleWatch key={session.account.id} />
      <StepUp />
    </>
  );
}

/** A browser that was switched on by somebody else must not tell whoever sits here now that something waits for them. */
async function endAnothersPush(): Promise<void> {
  if (!keepsPush()) return;
  try {
    const { devices } = await answer(api.GET('/api/notification-channels'));
    await unsubscribeHere(devices);
  } catch {
    // Asked again at the next start; until then it is as it was.
  }
}

function isHere(pathname: string, place: Place): boolean {
  if (pathname === place.path) return true;
  // A kept report is work that waits, and stands on that list.
  if (place.path === '/kerja' && pathname.startsWith('/laporan/')) return true;
  // What was sent is a part of its case; what came in stands in the inbox.
  if (place.path === '/kasus' && pathname.startsWith('/rujukan/')) return true;
  return pathname.startsWith(`${place.path}/`) && !pathname.startsWith('/kasus/baru');
}

function Bubble({ count, words, calm }: { count: number; words: string; calm?: boolean }) {
  if (count <= 0) return null;
  return (
    <span className={`bubble num ${calm ? 'calm' : ''}`}>
      {count > 99 ? '99+' : count}
      <span className="hidden"> {words}</span>
    </span>
  );
}

function Rail() {
  const t = useWords();
  const locale = useLocale();
  const session = useSession();
  const counters = useCounters();
  const { pathname } = useLocation();
  const { connected, syncedAt } = useConnection();
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <Go className="brand" to={landingOf(session)}>
        <Knot size={23} />
        Simpul
      </Go>
      {mayOpenCases(session) && (
        <Go className="btn pri wide" to="/kasus/baru">
          <IconPlus size={16} aria-hidden="true" />
          {t('case.new')}
        </Go>
      )}
      <ul>
        {placesOf(session).map((place) => (
          <li key={place.path}>
            <Go to={place.path} aria-current={isHere(pathname, place) ? 'page' : undefined}>
              <place.icon size={18} aria-hidden="true" />
              {t(place.words)}
              {place.counter && <Bubble count={counters[place.counter]} words={t(COUNTED[place.counter])} />}
            </Go>
          </li>
        ))}
      </ul>
      <footer>
        <p className={`sync ${connected ? '' : 'off'}`}>
          {connected ? (
            <IconCloudCheck size={17} aria-hidden="true" />
          ) : (
            <IconCloudOff size={17} aria-hidden="true" />
          )}
          <span>
            {t(connected ? 'net.on' : 'net.off')}
            <small>{t('net.sync', { time: clockTime(syncedAt, locale) })}</small>
          </span>
        </p>
        <Go className="me" to="/lainnya">
          <Avatar name={session.account.displayName} />
          <span>
            <b>{session.account.displayName}</b>
            <small>{t(`role.${session.account.role}`)}</small>
            <small title={session.agency.name}>{session.agency.name}</small>
          </span>
        </Go>
      </footer>
    </nav>
  );
}

function TopBar() {
  const t = useWords();
  const session = useSession();
  const { connected } = useConnection();
  const counters = useCounters();
  const searches = placesOf(session).some((place) => place.path === '/kasus');
  return (
    <header className="top-bar">
      <Go className="brand" to={landingOf(session)} aria-label="Simpul">
        <Knot size={24} />
        <span>Simpul</span>
      </Go>
      {searches && <CaseSearch />}
      <span className="spacer" />
      <Go className="icon-btn" to="/pemberitahuan">
        <IconBell size={18} aria-hidden="true" />
        <span className="word">{t('nav.notices')}</span>
        <Bubble calm count={counters.unread} words={t('nav.unread')} />
      </Go>
      {!connected && (
        <span className="icon-btn phone-only" role="img" aria-label={t('net.off')}>
          <IconCloudOff size={19} color="#8a5a12" />
        </span>
      )}
      <button type="button" className="icon-btn" onClick={() => lock('asked')}>
        <IconLock size={17} aria-hidden="true" />
        <span className="word">{t('safety.lock')}</span>
      </button>
    </header>
  );
}

/** Only numbers go into the address: a name must never stand in one. */
function CaseSearch() {
  const t = useWords();
  const go = useGo();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim().toUpperCase();
    if (!/\d/.test(wanted) || !/^[A-Z0-9-]{1,24}$/.test(wanted)) {
      input.current?.setCustomValidity(t('search.numberOnly'));
      input.current?.reportValidity();
      return;
    }
    go(`/kasus?q=${encodeURIComponent(wanted)}`);
    setText('');
  };
  return (
    <form className="search" role="search" onSubmit={submit} noValidate>
      <IconSearch size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          input.current?.setCustomValidity('');
          setText(event.target.value);
        }}
      />
    </form>
  );
}

function OfflineNote() {
  const t = useWords();
  const locale = useLocale();
  const { connected, syncedAt } = useConnection();
  const [late, setLate] = useState(false);
  useEffect(() => {
    // A short gap while the stream reconnects is nobody's business.
    const timer = setTimeout(() => setLate(!connected), connected ? 0 : 4_000);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <div role="status">
      {late && !connected && (
        <p className="offline">
          <IconCloudOff size={18} aria-hidden="true" />
          <span>
            <b>{t('net.off')}.</b> {t('net.stale', { time: clockTime(syncedAt, locale) })}{' '}
            {t('net.draftsStay')}
          </span>
        </p>
      )}
    </div>
  );
}

function BottomBar() {
  const t = useWords();
  const session = useSession();
  const counters = useCounters();
  const { pathname } = useLocation();
  const places = placesOf(session);
  const opens = mayOpenCases(session);
  const shown = places.slice(0, opens ? 3 : 4);
  const here = shown.some((place) => isHere(pathname, place)) || pathname === '/kasus/baru';
  const item = (place: Place) => (
    <li key={place.path}>
      <Go to={place.path} aria-current={isHere(pathname, place) ? 'page' : undefined}>
        <place.icon size={22} aria-hidden="true" />
        {t(place.short ?? place.words)}
        {place.counter && <Bubble count={counters[place.counter]} words={t(COUNTED[place.counter])} />}
      </Go>
    </li>
  );
  return (
    <nav className="bottom-bar" aria-label={t('nav.label')}>
      <ul>
        {shown.slice(0, 2).map(item)}
        {opens && (
          <li>
            <Go
              to="/kasus/baru"
              className="plus"
              aria-current={pathname === '/kasus/baru' ? 'page' : undefined}
            >
              <i>
                <IconPlus size={20} aria-hidden="true" />
              </i>
              {t('case.new')}
            </Go>
          </li>
        )}
        {shown.slice(2).map(item)}
        <li>
          <Go to="/lainnya" aria-current={!here ? 'page' : undefined}>
            <IconMenu2 size={22} aria-hidden="true" />
            {t('nav.more')}
          </Go>
        </li>
      </ul>
    </nav>
  );
}
