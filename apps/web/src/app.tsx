import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { QueryClientProvider } from '@tanstack/react-query';
import { learn, rememberedLocale, speak, useWords } from './words/words';
import { cache } from './api/cache';
import { broughtBack, keepShown } from './api/oidc';
import { askWhoIsHere, usePresence } from './api/session';
import { Skeleton } from './elements/states';
import { ExitButton, listenForShift } from './safety/exit-button';
import { LockScreen } from './safety/lock-screen';
import { quickExit } from './safety/quick-exit';
import { Shell } from './shell/shell';
import { landingOf } from './shell/places';

/** A screen comes with the words of its work. */
const screenWith =
  (...parts: ('case' | 'register' | 'review' | 'own' | 'coord')[]) =>
  (load: () => Promise<{ default: ComponentType }>) =>
    lazy(async () => {
      const [screen] = await Promise.all([load(), ...parts.map(learn)]);
      return screen;
    });
const caseScreen = screenWith('case');
const registerScreen = screenWith('register');
const reviewScreen = screenWith('case', 'review');
const ownScreen = screenWith('own');
const coordScreen = screenWith('case', 'coord');

const SignIn = lazy(() => import('./screens/sign-in'));
const Work = caseScreen(() => import('./screens/work'));
const Cases = caseScreen(() => import('./screens/cases'));
const NewCase = caseScreen(() => import('./screens/new-case'));
const CasePage = reviewScreen(() => import('./screens/case-page'));
const ReportPage = caseScreen(() => import('./screens/report-page'));
const Assessment = caseScreen(() => import('./screens/assessment'));
const Refer = caseScreen(() => import('./screens/refer'));
const UrgentLane = caseScreen(() => import('./screens/urgent-lane'));
const Inbox = lazy(() => import('./screens/inbox'));
const ReferralPage = lazy(() => import('./screens/referral-page'));
const Overview = caseScreen(() => import('./screens/overview'));
const Deadlines = caseScreen(() => import('./screens/deadlines'));
const Audit = reviewScreen(() => import('./screens/audit'));
const AuditSheet = reviewScreen(() => import('./screens/audit-sheet'));
const AuditMeaning = reviewScreen(() => import('./screens/audit-meaning'));
const Reviews = reviewScreen(() => import('./screens/reviews'));
const CaseViewers = reviewScreen(() => import('./screens/case-viewers'));
const SharedWith = caseScreen(() => import('./screens/shared-with'));
const Conferences = coordScreen(() => import('./screens/conferences'));
const Proceedings = coordScreen(() => import('./screens/proceedings'));
const Integrity = reviewScreen(() => import('./screens/integrity'));
const Baits = reviewScreen(() => import('./screens/baits'));
const Emergency = reviewScreen(() => import('./screens/emergency'));
const Rules = registerScreen(() => import('./screens/rules'));
const Rule = registerScreen(() => import('./screens/rule'));
const Roster = registerScreen(() => import('./screens/roster'));
const Calendar = registerScreen(() => import('./screens/calendar'));
const Directory = registerScreen(() => import('./screens/directory'));
const DirectoryAgencyPage = registerScreen(() => import('./screens/directory-page'));
const Notices = lazy(() => import('./screens/notices'));
const Alarms = lazy(() => import('./screens/alarms'));
const Home = lazy(() => import('./screens/home'));
const More = lazy(() => import('./screens/more'));
const OwnPassword = lazy(() => import('./screens/own-password'));
const Security = ownScreen(() => import('./screens/own/security'));
const Newcomers = ownScreen(() => import('./screens/own/newcomers'));
const Recoveries = ownScreen(() => import('./screens/own/recoveries'));
const Departures = ownScreen(() => import('./screens/own/departures'));
const Departure = ownScreen(() => import('./screens/own/departure'));
const WaitsForRelease = ownScreen(() => import('./screens/own/waits-for-release'));
const MustAddFactor = ownScreen(() => import('./screens/own/must-add-factor'));
const FirstPassword = lazy(() => import('./screens/first-password'));
const Accounts = ownScreen(() => import('./screens/accounts'));
const ReturnedSlip = lazy(() => import('./screens/returned-slip'));
const Transfers = lazy(() => import('./screens/transfers'));
const NotFound = lazy(() => import('./screens/not-found'));

export function App() {
  useEffect(listenForShift, []);
  useEffect(() => void askWhoIsHere(), []);
  useEffect(() => {
    // A page that the browser kept whole must not come back with Back after a quick exit.
    const restored = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, []);
  return (
    <QueryClientProvider client={cache}>
      <BrowserRouter>
        <SkipLinks />
        <Gate />
        <ExitButton />
      </BrowserRouter>
    </QueryClientProvider>
  );
}

function SkipLinks() {
  const t = useWords();
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById('isi')?.focus()}>
        {t('nav.skip')}
      </button>
      <button type="button" className="skip" onClick={quickExit}>
        {t('safety.exitLink')}
      </button>
    </>
  );
}

/** Which of three worlds is drawn: asking, outside, inside. A locked screen draws nothing of the inside. */
function Gate() {
  const t = useWords();
  const presence = usePresence();
  const accountLocale = presence.state === 'in' ? presence.session.account.locale : undefined;

  useEffect(() => {
    document.title = 'Simpul';
  });
  useEffect(() => {
    const wanted = rememberedLocale() ?? accountLocale;
    if (wanted) void speak(wanted);
  }, [accountLocale]);

  if (presence.state === 'asking')
    return (
      <p className="boot" role="status">
        <span>{t('state.opening')}</span>
      </p>
    );
  if (presence.state === 'locked') return <LockScreen presence={presence} />;
  if (presence.state === 'out') return <Outside />;
  if (presence.session.mustChangePassword)
    return (
      <Suspense fallback={<Skeleton rows={3} />}>
        <FirstPassword />
      </Suspense>
    );
  if (presence.session.mustAddFactor)
    return (
      <Suspense fallback={<Skeleton rows={3} />}>
        <MustAddFactor />
      </Suspense>
    );
  if (presence.session.waitsForRelease)
    return (
      <Suspense fallback={<Skeleton rows={3} />}>
        <WaitsForRelease />
      </Suspense>
    );
  return (
    <Shell>
      <Routes>
        <Route path="/" element={<Navigate to={landingOf(presence.session)} replace />} />
        <Route path="/masuk-akun" element={<Return landing={landingOf(presence.session)} />} />
        <Route path="/kerja" element={<Work />} />
        <Route path="/integritas" element={<Integrity />} />
        <Route path="/integritas/umpan" element={<Baits />} />
        <Route path="/akses-darurat" element={<Emergency />} />
        <Route path="/kasus" element={<Cases />} />
        <Route path="/kasus/baru" element={<NewCase />} />
        <Route path="/kasus/:id" element={<CasePage />} />
        <Route path="/kasus/:id/akses" element={<CaseViewers />} />
        <Route path="/kasus/:id/penerima" element={<SharedWith />} />
        <Route path="/kasus/:id/konferensi" element={<Conferences />} />
        <Route path="/kasus/:id/hukum" element={<Proceedings />} />
        <Route path="/kasus/:id/asesmen" element={<Assessment />} />
        <Route path="/kasus/:id/rujuk" element={<Refer />} />
        <Route path="/kasus/:id/darurat" element={<UrgentLane />} />
        <Route path="/laporan/:id" element={<ReportPage />} />
        <Route path="/masuk" element={<Inbox key="answer" tab="answer" />} />
        <Route path="/masuk/:id" element={<Inbox key="answer" tab="answer" />} />
        <Route path="/berjalan" element={<Inbox key="running" tab="running" />} />
        <Route path="/berjalan/:id" element={<Inbox key="running" tab="running" />} />
        <Route path="/laporan-hasil" element={<Inbox key="report" tab="report" />} />
        <Route path="/laporan-hasil/:id" element={<Inbox key="report" tab="report" />} />
        <Route path="/berakhir" element={<Inbox key="ended" tab="ended" />} />
        <Route path="/berakhir/:id" element={<Inbox key="ended" tab="ended" />} />
        <Route path="/rujukan/:id" element={<ReferralPage />} />
        <Route path="/balasan" element={<ReturnedSlip />} />
        <Route path="/balasan/:code" element={<ReturnedSlip />} />
        <Route path="/ringkasan" element={<Overview />} />
        <Route path="/tenggat" element={<Deadlines />} />
        <Route path="/aturan" element={<Rules />} />
        <Route path="/aturan/:id" element={<Rule />} />
        <Route path="/kalender" element={<Calendar />} />
        <Route path="/piket" element={<Roster />} />
        <Route path="/direktori" element={<Directory />} />
        <Route path="/direktori/:id" element={<DirectoryAgencyPage />} />
        <Route path="/tinjauan" element={<Reviews />} />
        <Route path="/audit" element={<Audit />} />
        <Route path="/audit/lembar" element={<AuditSheet />} />
        <Route path="/audit/arti" element={<AuditMeaning />} />
        <Route path="/pemberitahuan" element={<Notices />} />
        <Route path="/peringatan" element={<Alarms />} />
        <Route path="/akun" element={<Accounts />} />
        <Route path="/rekan-baru" element={<Newcomers />} />
        <Route path="/pemulihan" element={<Recoveries />} />
        <Route path="/pelimpahan" element={<Transfers />} />
        <Route path="/serah-terima" element={<Departures />} />
        <Route path="/serah-terima/:id" element={<Departure />} />
        <Route path="/keamanan" element={<Security />} />
        <Route path="/kata-sandi" element={<OwnPassword />} />
        <Route path="/beranda" element={<Home />} />
        <Route path="/lainnya" element={<More />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Shell>
  );
}

/** Sign-in keeps the page somebody came for (a link from an e-mail), in memory only. */
function Outside() {
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (pathname !== '/masuk-akun' && pathname !== '/') wanted = pathname + search;
  }, [pathname, search]);
  return (
    <Suspense fallback={<Skeleton rows={3} />}>
      <Routes>
        <Route path="/masuk-akun" element={<SignIn />} />
        <Route path="*" element={<Navigate to="/masuk-akun" replace />} />
      </Routes>
    </Suspense>
  );
}
let wanted: string | undefined;

function Return({ landing }: { landing: string }) {
  // Back from the city's own sign-in, to link it: the page of the own account goes on with it.
  const [link] = useState(broughtBack);
  const to = link?.kind === 'link' ? '/keamanan' : (wanted ?? landing);
  useEffect(() => {
    wanted = undefined;
    if (link) keepShown(link);
  }, [link]);
  return <Navigate to={to} replace />;
}
