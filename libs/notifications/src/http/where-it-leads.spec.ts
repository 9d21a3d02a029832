import { may, ROLES, type Role } from '#access';
import { describe, expect, it } from '@jest/globals';
import { MESSAGE_KEYS, type MessageKey } from '../rules/messages.js';
import { PAGES, whereItLeads } from './where-it-leads.js';

const TEAM = ['intake_counselor', 'case_worker', 'psychologist', 'supervisor'] as const;
const RECEIVERS = ['agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor'] as const;
const LADDER = [...TEAM, 'agency_officer', 'agency_head', 'dinas_head', 'legal_officer'] as const;
const LAST_RESORT = ['supervisor', 'dinas_head', 'administrator'] as const;
const ANSWERING = ['supervisor', 'agency_head', 'dinas_head', 'administrator'] as const;
const HOUSE = ['administrator', 'supervisor', 'dinas_head', 'agency_head'] as const;

/** Who may get each message, written by hand from the tables of who is told. A new message must be thought about here. */
const RECIPIENTS: Record<MessageKey, readonly Role[]> = {
  'referral.sent': RECEIVERS,
  'referral.acknowledged': TEAM,
  'referral.asked': TEAM,
  'referral.answered': RECEIVERS,
  'referral.noteShared': RECEIVERS,
  'referral.updated': RECEIVERS,
  'referral.linkMailFailed': TEAM,
  'referral.conferenceCalled': RECEIVERS,
  'referral.conferenceAnswered': TEAM,
  'referral.conferenceSigned': RECEIVERS,
  'referral.appointmentByReceiver': TEAM,
  'referral.appointmentBySender': RECEIVERS,
  'referral.appointmentMissed': TEAM,
  'referral.accepted': TEAM,
  'referral.rejected': TEAM,
  'referral.started': TEAM,
  'referral.reported': TEAM,
  'referral.completed': TEAM,
  'referral.failed': TEAM,
  'referral.cancelled': RECEIVERS,
  'referral.takenByAnother': RECEIVERS,
  'referral.basisEnded': RECEIVERS,
  'referral.stopped': TEAM,
  'referral.confirmed': RECEIVERS,
  'referral.responsibleChanged': TEAM,
  'referral.senderChanged': RECEIVERS,
  'transfer.offered': RECEIVERS,
  'transfer.answered': ROLES,
  'case.unsafeNow': ['supervisor', ...TEAM],
  'case.joined': TEAM,
  'case.minutesWait': TEAM,
  'case.minutesNeedSomebody': TEAM,
  'case.minutesSigned': TEAM,
  'case.loweringProposed': TEAM,
  'case.loweringNeedsSomebody': TEAM,
  'case.loweringOvertaken': TEAM,
  'case.levelLowered': TEAM,
  'case.levelLoweredInUnit': TEAM,
  'case.overrideProposed': TEAM,
  'case.overrideNeedsSomebody': TEAM,
  'case.overrideDecided': TEAM,
  'case.consentVoid': TEAM,
  'case.closingProposed': TEAM,
  'case.closingNeedsSomebody': TEAM,
  'case.closingDecided': TEAM,
  'case.sealProposed': TEAM,
  'case.sealDecided': [...TEAM, 'integrity_officer'],
  'case.needsOwner': TEAM,
  'emergency.opened': [...TEAM, 'integrity_officer'],
  'emergency.ended': TEAM,
  'emergency.reviewed': TEAM,
  'integrity.proposalWaits': ['integrity_officer'],
  'integrity.conflictNoted': ['integrity_officer'],
  'integrity.matchFound': ['integrity_officer'],
  'integrity.unheard': ['integrity_officer'],
  'deadline.soon': LADDER,
  'deadline.due': LADDER,
  'deadline.overdue': LADDER,
  'deadline.watch': LADDER,
  'deadline.watchOverdue': LADDER,
  'deadline.escalated': LADDER,
  'deadline.monitor': LADDER,
  'deadline.monitorDue': LADDER,
  'deadline.monitorOverdue': LADDER,
  'deadline.monitorHead': LADDER,
  'deadline.monitorEscalated': LADDER,
  'deadline.pauseReview': LADDER,
  'duty.act': [...TEAM, 'agency_officer', 'agency_head'],
  'rule.proposed': ['legal_officer'],
  'rule.decided': ['legal_officer'],
  'directory.checkRanOut': ['supervisor', 'agency_head', 'data_officer', 'administrator'],
  'calendar.yearMissing': ['legal_officer', ...LAST_RESORT],
  'channel.deviceLost': ROLES,
  'review.picked': ['supervisor', 'integrity_officer', 'auditor'],
  'review.asked': [
    'case_worker',
    'intake_counselor',
    'psychologist',
    'agency_officer',
    'supervisor',
    'auditor',
  ],
  'review.concern': ['integrity_officer', 'auditor'],
  'reading.unusual': ['supervisor', 'integrity_officer', 'auditor'],
  'account.newDevice': ROLES,
  'account.recoveryBegun': ROLES,
  'account.recoveryWaits': ANSWERING,
  'account.recovered': ROLES,
  'account.departureBegun': ROLES,
  'account.departureWaits': ANSWERING,
  'account.workIsYours': ROLES,
  'account.recoveredInOffice': ANSWERING,
  'account.reset': ROLES,
  'account.resetInOffice': ANSWERING,
  'account.addedInOffice': ANSWERING,
  'account.newcomerWaits': ANSWERING,
  'account.ownerWaits': ANSWERING,
  'alarm.nobodyToTell': LAST_RESORT,
  'alarm.messageStuck': LAST_RESORT,
  'alarm.channelFailed': LAST_RESORT,
  'alarm.noWorkingChannel': HOUSE,
  'alarm.workerClock': LAST_RESORT,
  'alarm.invariantBroken': LAST_RESORT,
  'alarm.witnessTrouble': ['auditor', ...LAST_RESORT],
  'alarm.raised': [...HOUSE, 'integrity_officer', 'auditor'],
  'alarm.unanswered': [...HOUSE, 'integrity_officer', 'auditor'],
};

const NOTHING = { referralId: null, reportId: null, caseId: null };
const ANYTHING = [
  NOTHING,
  { ...NOTHING, caseId: 'case' },
  { ...NOTHING, reportId: 'report' },
  { ...NOTHING, caseId: 'case', referralId: 'referral' },
];

describe('where a notice leads', () => {
  it.each(MESSAGE_KEYS)('%s: each of those who get it may open the page', (message) => {
    for (const role of RECIPIENTS[message])
      for (const subject of ANYTHING) {
        const { page } = whereItLeads(message, subject, role);
        expect([role, page, may(role, PAGES[page])]).toEqual([role, page, true]);
      }
  });

  it.each([
    ['referral.sent', { ...NOTHING, referralId: 'r' }, 'agency_officer', { page: 'referral', id: 'r' }],
    ['deadline.overdue', { ...NOTHING, caseId: 'c' }, 'case_worker', { page: 'caseDeadlines', id: 'c' }],
    ['deadline.due', { ...NOTHING, reportId: 'k' }, 'intake_counselor', { page: 'report', id: 'k' }],
    // The head of the lead office sees no case: the city's list of what is late, without its number.
    ['deadline.escalated', NOTHING, 'dinas_head', { page: 'deadlines' }],
    // On duty for a case that is somebody else's: whom to ring.
    ['duty.act', NOTHING, 'case_worker', { page: 'roster' }],
    ['alarm.nobodyToTell', { ...NOTHING, caseId: 'c' }, 'supervisor', { page: 'case', id: 'c' }],
    ['alarm.nobodyToTell', NOTHING, 'administrator', { page: 'alarms' }],
    ['alarm.unanswered', NOTHING, 'dinas_head', { page: 'alarms' }],
    ['rule.proposed', NOTHING, 'legal_officer', { page: 'rules' }],
    ['calendar.yearMissing', NOTHING, 'administrator', { page: 'calendar' }],
    ['account.newDevice', NOTHING, 'case_worker', { page: 'ownAccount' }],
    ['account.recoveryWaits', NOTHING, 'agency_head', { page: 'recoveries' }],
    ['account.addedInOffice', NOTHING, 'supervisor', { page: 'newcomers' }],
  ] as const)('%s %o for %s', (message, subject, role, expected) =>
    expect(whereItLeads(message, subject, role)).toEqual(expected),
  );
});
