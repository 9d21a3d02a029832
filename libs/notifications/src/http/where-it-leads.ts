import { may, type Permission, type Role } from '#access';
import type { MessageKey } from '../rules/messages.js';

/** The pages that a notice may open, and what a person must be allowed for each. */
export const PAGES = {
  case: 'case.read',
  caseDeadlines: 'case.read',
  referral: 'referral.read',
  report: 'report.read',
  cases: 'case.list',
  inbox: 'inbox.read',
  deadlines: 'deadline.read',
  alarms: 'alarm.read',
  audit: 'audit.read',
  reviews: 'review.read',
  integrity: 'integrity.read',
  emergency: 'emergency.read',
  rules: 'reference.read',
  calendar: 'reference.read',
  directory: 'directory.read',
  roster: 'reference.read',
  channels: 'notification.choose',
  ownAccount: 'account.ownSessions',
  newcomers: 'account.decideNewcomer',
  recoveries: 'account.decideRecovery',
  departures: 'account.decideDeparture',
  transfers: 'transfer.read',
} as const satisfies Record<string, Permission>;
export type Page = keyof typeof PAGES;

/** What the notice is about, as far as row-level security shows it to the reader. */
export interface Subject {
  readonly referralId: string | null;
  readonly reportId: string | null;
  readonly caseId: string | null;
}

export interface Leads {
  readonly page: Page;
  readonly id?: string;
}

/**
 * Where to, when the thing itself is not to be seen (the reader has left the team, is on duty for somebody else's case,
 * sees no case at all), by the first words of the message. The roster, open to everybody, says whom to ring.
 */
const ELSEWHERE: readonly [prefix: string, pages: readonly Page[]][] = [
  ['referral.', ['inbox', 'cases']],
  // Who guards a case hears of its own proposal's decision, and sees no case.
  ['case.sealDecided', ['cases', 'integrity']],
  ['case.', ['cases']],
  // Those who watch over the offices have no time limit but that of a review.
  ['deadline.', ['deadlines', 'reviews', 'rules']],
  ['integrity.', ['integrity']],
  ['emergency.', ['emergency']],
  ['review.', ['reviews']],
  ['reading.', ['alarms']],
  ['duty.', ['roster']],
  ['rule.', ['rules']],
  ['calendar.', ['calendar']],
  ['directory.', ['directory']],
  // Whoever answers for the trail verifies it there; the auditors have no part in mending the house.
  ['alarm.witnessTrouble', ['audit', 'alarms']],
  ['alarm.', ['alarms']],
  ['channel.', ['channels']],
  ['account.recoveryWaits', ['recoveries']],
  ['account.newcomerWaits', ['newcomers']],
  ['account.ownerWaits', ['newcomers']],
  ['account.addedInOffice', ['newcomers']],
  ['account.departureWaits', ['departures']],
  ['transfer.', ['transfers', 'inbox', 'roster']],
  ['account.workIsYours', ['cases', 'inbox', 'roster']],
  ['account.recoveredInOffice', ['recoveries']],
  // Which colleague stands in the office's trail; a head, who has none, finds the names of the office at its roster.
  ['account.resetInOffice', ['audit', 'roster']],
  ['account.', ['ownAccount']],
];

/** Messages that mean the case or referral itself; the others mean a page, whatever made them known. */
const OF_A_THING = /^(referral|case|deadline|duty)\.|^alarm\.nobodyToTell$/;

/** Where a notice leads its reader: never to a page that would refuse them. */
export function whereItLeads(message: MessageKey, subject: Subject, role: Role): Leads {
  const thing = OF_A_THING.test(message) ? thingOf(message, subject) : null;
  if (thing && may(role, PAGES[thing.page])) return thing;
  const pages = ELSEWHERE.find(([prefix]) => message.startsWith(prefix))![1];
  return { page: pages.find((page) => may(role, PAGES[page])) ?? 'roster' };
}

function thingOf(message: MessageKey, { referralId, reportId, caseId }: Subject): Leads | null {
  if (referralId) return { page: 'referral', id: referralId };
  if (reportId) return { page: 'report', id: reportId };
  if (!caseId) return null;
  return { page: message.startsWith('deadline.') ? 'caseDeadlines' : 'case', id: caseId };
}
