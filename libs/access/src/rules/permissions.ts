import type { Role } from '../actor.js';

const CASE_TEAM = ['intake_counselor', 'case_worker', 'psychologist', 'supervisor'] as const;
const CASE_WRITERS = ['intake_counselor', 'case_worker', 'supervisor'] as const;
// PUSPAGA's counsellors and UPTD PPA's case workers receive referrals like any partner: which side of a
// referral a person stands on follows from the agency, not from the role.
const RECEIVERS = ['agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor'] as const;
const REVIEWERS = ['supervisor', 'auditor'] as const;
const EVERYONE = [
  'intake_counselor',
  'case_worker',
  'psychologist',
  'supervisor',
  'agency_officer',
  'agency_head',
  'dinas_head',
  'planner',
  'legal_officer',
  'integrity_officer',
  'auditor',
  'administrator',
] as const;
const PEOPLE_WITH_WORK = [...new Set([...CASE_TEAM, ...RECEIVERS, 'dinas_head'] as const)] as const;

/**
 * Role x act. This is only the first of the conditions (design section 5): scope, consent, state and
 * row-level security come after it and each may still say no. An act that is not listed is denied.
 */
export const PERMISSIONS = {
  'session.read': EVERYONE,
  'session.close': EVERYONE,
  'session.confirm': EVERYONE,
  'reference.read': EVERYONE,
  'account.ownPassword': EVERYONE,
  // The IT office lets people in and sees nothing of what they then see.
  'account.list': ['administrator'],
  'account.create': ['administrator'],
  'account.deactivate': ['administrator'],
  'account.reset': ['administrator'],

  'report.receive': CASE_WRITERS,
  'report.list': CASE_WRITERS,
  'report.read': CASE_WRITERS,
  'report.reveal': CASE_WRITERS,
  'report.match': CASE_WRITERS,
  'report.open': CASE_WRITERS,
  'report.join': CASE_WRITERS,
  'report.outsideMandate': CASE_WRITERS,

  'case.list': CASE_TEAM,
  'case.match': CASE_WRITERS,
  'case.read': CASE_TEAM,
  'case.edit': CASE_WRITERS,
  'case.addPerson': CASE_WRITERS,
  'case.note': CASE_TEAM,
  'case.milestone': CASE_WRITERS,
  'case.reveal': CASE_TEAM,
  'case.history': CASE_TEAM,

  'case.close': CASE_WRITERS,
  'case.decideClosing': CASE_WRITERS,
  'case.reopen': CASE_WRITERS,
  'case.aftercare': CASE_WRITERS,

  'screening.record': CASE_WRITERS,
  'screening.approve': CASE_WRITERS,
  'consent.record': CASE_WRITERS,
  'consent.withdraw': CASE_WRITERS,
  'receivers.suggest': CASE_WRITERS,

  'referral.draft': CASE_WRITERS,
  'referral.edit': CASE_WRITERS,
  'referral.preview': CASE_WRITERS,
  'referral.send': CASE_WRITERS,
  'referral.answer': CASE_WRITERS,
  'referral.cancel': CASE_WRITERS,
  'referral.confirm': CASE_WRITERS,
  'referral.read': [...new Set([...CASE_TEAM, ...RECEIVERS] as const)],
  'referral.acknowledge': RECEIVERS,
  'referral.ask': RECEIVERS,
  'referral.accept': RECEIVERS,
  'referral.reject': RECEIVERS,
  'referral.start': RECEIVERS,
  'referral.report': RECEIVERS,
  'referral.complete': RECEIVERS,
  'referral.fail': RECEIVERS,
  'inbox.read': RECEIVERS,

  'worklist.read': PEOPLE_WITH_WORK,
  'board.read': ['supervisor', 'dinas_head'],
  'deadline.read': PEOPLE_WITH_WORK,
  'deadline.acknowledge': PEOPLE_WITH_WORK,
  'deadline.remind': CASE_WRITERS,
  'deadline.pause': ['case_worker', 'supervisor'],
  'deadline.waive': ['case_worker', 'supervisor'],
  'deadline.approveWaiver': ['case_worker', 'supervisor'],
  // A holiday moves due times of the whole city: whoever keeps the calendar, and the office that answers for the law.
  'calendar.edit': ['administrator', 'legal_officer'],
  // Who is on duty at night is the head's word, each for the own agency.
  'roster.edit': ['agency_head', 'supervisor'],
  // The law's text is the legal office's: one of it proposes, another approves. It sees no case for that.
  'rule.propose': ['legal_officer'],
  'rule.effect': ['legal_officer'],
  'rule.approve': ['legal_officer'],
  'notification.read': EVERYONE,
  'notification.choose': EVERYONE,
  'events.listen': EVERYONE,

  'audit.read': REVIEWERS,
  'audit.verify': REVIEWERS,
  'audit.export': REVIEWERS,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the role allows the act at all. Pure; an unknown act is denied. */
export function may(role: Role, act: Permission): boolean {
  return (PERMISSIONS[act] as readonly Role[] | undefined)?.includes(role) ?? false;
}

/** What is open to somebody whose password another person knows: to change it, and to leave. */
export function openWithFirstPassword(act: Permission): boolean {
  return act === 'account.ownPassword' || act === 'session.close';
}

/** Every act that the role allows, for the browser to know which pages to offer. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((act) => may(role, act));
}
