import type { FunctionComponent } from 'react';
import type { Session } from '../api/contract';
import type { WordKey } from '../words/words';
import {
  IconAlertTriangle,
  IconBell,
  IconChartBar,
  IconChecklist,
  IconClockExclamation,
  IconEye,
  IconFolder,
  IconHome,
  IconInbox,
  IconMoon,
  IconPlayerPlay,
  IconCalendar,
  IconReportAnalytics,
  IconScale,
  IconShieldCheck,
  IconUsers,
} from '../elements/icons';

export interface Place {
  path: string;
  words: WordKey;
  /** Shorter, for the bar of a phone. */
  short?: WordKey;
  icon: FunctionComponent<{ size?: number; 'aria-hidden'?: boolean | 'true' }>;
  counter?: 'overdue' | 'answer' | 'late' | 'gaps' | 'toCheck';
}

const PLACES = {
  work: {
    path: '/kerja',
    words: 'nav.work',
    short: 'nav.workShort',
    icon: IconChecklist,
    counter: 'overdue',
  },
  cases: { path: '/kasus', words: 'nav.cases', icon: IconFolder },
  notices: { path: '/pemberitahuan', words: 'nav.notices', short: 'nav.noticesShort', icon: IconBell },
  inbox: { path: '/masuk', words: 'nav.inbox', icon: IconInbox, counter: 'answer' },
  running: { path: '/berjalan', words: 'nav.running', icon: IconPlayerPlay },
  reports: { path: '/laporan-hasil', words: 'nav.reports', icon: IconReportAnalytics },
  overview: { path: '/ringkasan', words: 'nav.overview', icon: IconChartBar },
  deadlines: { path: '/tenggat', words: 'nav.deadlines', icon: IconClockExclamation, counter: 'late' },
  reviews: { path: '/tinjauan', words: 'nav.reviews', icon: IconEye },
  audit: { path: '/audit', words: 'nav.audit', icon: IconShieldCheck },
  integrity: { path: '/integritas', words: 'nav.integrity', icon: IconShieldCheck },
  emergency: { path: '/akses-darurat', words: 'nav.emergency', icon: IconClockExclamation },
  rules: { path: '/aturan', words: 'nav.rules', short: 'nav.rulesShort', icon: IconScale },
  calendar: {
    path: '/kalender',
    words: 'nav.calendar',
    short: 'nav.calendarShort',
    icon: IconCalendar,
    counter: 'gaps',
  },
  accounts: { path: '/akun', words: 'nav.accounts', icon: IconUsers },
  alarms: {
    path: '/peringatan',
    words: 'nav.alarms',
    short: 'nav.alarmsShort',
    icon: IconAlertTriangle,
  },
  directory: { path: '/direktori', words: 'nav.directory', icon: IconFolder, counter: 'toCheck' },
  roster: { path: '/piket', words: 'nav.roster', short: 'nav.rosterShort', icon: IconMoon },
  home: { path: '/beranda', words: 'nav.home', icon: IconHome },
} satisfies Record<string, Place>;

/**
 * The pages to offer, by what the server says this person may do. Counsellors receive referrals too (PUSPAGA and UPTD
 * PPA are agencies like any other), so their inbox stands beside their cases.
 */
export function placesOf(session: Session): Place[] {
  // Last, so that a phone's bar keeps the work and everybody still finds who answers now.
  const keeps = session.permissions.includes('directory.edit');
  return [...workOf(session), ...(keeps ? [PLACES.directory] : []), PLACES.roster];
}

function workOf(session: Session): Place[] {
  const may = (act: string) => session.permissions.includes(act);
  // The head of the lead office sees no case yet (masked lists come later): an empty board would claim that all is well.
  if (session.account.role === 'dinas_head') return [PLACES.home, PLACES.alarms, PLACES.notices];
  if (may('board.read'))
    return [
      PLACES.overview,
      PLACES.deadlines,
      ...(may('case.list') ? [PLACES.cases] : []),
      ...(may('review.read') ? [PLACES.reviews] : []),
      ...(may('audit.read') ? [PLACES.audit] : []),
      // Without the counter: each look at the inbox is written to the ledger, and a supervisor rarely answers there.
      ...(may('inbox.read') ? [{ ...PLACES.inbox, counter: undefined }] : []),
      PLACES.notices,
      ...(may('emergency.read') ? [PLACES.emergency] : []),
    ];
  if (may('case.list'))
    return [
      PLACES.work,
      PLACES.cases,
      ...(may('inbox.read') ? [PLACES.inbox] : []),
      PLACES.notices,
      ...(may('emergency.read') ? [PLACES.emergency] : []),
    ];
  if (may('inbox.read')) return [PLACES.inbox, PLACES.running, PLACES.reports, PLACES.notices];
  if (may('integrity.read'))
    return [
      PLACES.integrity,
      ...(may('review.read') ? [PLACES.reviews] : []),
      ...(may('audit.read') ? [PLACES.audit] : []),
      PLACES.notices,
      ...(may('emergency.read') ? [PLACES.emergency] : []),
    ];
  if (may('audit.read'))
    return [
      ...(may('review.read') ? [PLACES.reviews] : []),
      PLACES.audit,
      ...(may('alarm.read') ? [PLACES.alarms] : []),
      PLACES.notices,
    ];
  if (may('account.list'))
    return [PLACES.accounts, PLACES.alarms, PLACES.calendar, PLACES.notices, PLACES.home];
  if (may('rule.propose')) return [PLACES.rules, PLACES.calendar, PLACES.notices];
  if (may('calendar.edit')) return [PLACES.home, PLACES.calendar, PLACES.notices];
  return [PLACES.home, PLACES.notices];
}

/** The first screen after sign-in. The server's `landing` wins when it is a page of this person. */
export function landingOf(session: Session): string {
  const places = placesOf(session);
  const named = places.find((place) => place.path === session.landing);
  return (named ?? places[0] ?? PLACES.home).path;
}

export const mayOpenCases = (session: Session): boolean =>
  session.permissions.includes('report.receive') && !session.permissions.includes('board.read');
