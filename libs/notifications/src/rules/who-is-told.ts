import { MESSAGES, type MessageKey } from './messages.js';
import {
  byName,
  caseTeam,
  everyoneWithRole,
  intakeOffice,
  lastResort,
  nextOnDuty,
  NOBODY,
  outOfHours,
  receivers,
  receivingHeads,
  reviewers,
  supervisors,
  type Found,
  type Parties,
} from './parties.js';

/** One person, one message. */
export interface Telling {
  readonly accountId: string;
  readonly message: MessageKey;
}

/** Which side an event of a referral concerns. The side that did it knows already. */
export const REFERRAL_NEWS = {
  'referral.sent': 'receiver',
  'referral.acknowledged': 'caseTeam',
  'referral.asked': 'caseTeam',
  'referral.answered': 'receiver',
  'referral.noteShared': 'receiver',
  'referral.updated': 'receiver',
  'referral.conferenceCalled': 'receiver',
  'referral.conferenceAnswered': 'caseTeam',
  'referral.conferenceSigned': 'receiver',
  'referral.appointmentByReceiver': 'caseTeam',
  'referral.appointmentBySender': 'receiver',
  'referral.appointmentMissed': 'caseTeam',
  'referral.accepted': 'caseTeam',
  'referral.rejected': 'caseTeam',
  'referral.started': 'caseTeam',
  'referral.reported': 'caseTeam',
  'referral.completed': 'caseTeam',
  'referral.failed': 'caseTeam',
  'referral.cancelled': 'receiver',
  'referral.takenByAnother': 'receiver',
  'referral.confirmed': 'receiver',
  'referral.responsibleChanged': 'caseTeam',
  'referral.senderChanged': 'receiver',
  'referral.basisEnded': 'receiver',
  'transfer.offered': 'receiver',
} as const satisfies Partial<Record<MessageKey, 'receiver' | 'caseTeam'>>;

export type ReferralNews = keyof typeof REFERRAL_NEWS;

/** An office where somebody who is meant cannot be told; null, with the register's code: a party that has no office here. */
export interface OutOfReach {
  readonly agencyId: string | null;
  readonly code: string;
}

/** Who is told, and where somebody was missing. */
export interface News {
  readonly tellings: Telling[];
  readonly outOfReach: readonly OutOfReach[];
}

/**
 * Who hears of a referral's event, and what. `actorId` is whoever did it (null: the system, when the lawful basis
 * ended; then the case team hears of it as well). Where nobody can be told, somebody else hears exactly that.
 */
export function newsOfReferral(topic: ReferralNews, actorId: string | null, parties: Parties): News {
  const side = REFERRAL_NEWS[topic];
  const found = side === 'receiver' ? receivers(parties) : caseTeam(parties);
  // A consent that ended asks more of a receiver than a cancelled order: copies are destroyed, the person is not sent away.
  const message: MessageKey =
    topic === 'referral.cancelled' && actorId === null ? 'referral.basisEnded' : topic;
  const tellings: Telling[] = found.accounts.map((accountId) => ({ accountId, message }));
  if (topic === 'referral.cancelled' && actorId === null)
    tellings.push(
      ...caseTeam(parties).accounts.map((accountId) => ({ accountId, message: 'referral.stopped' as const })),
    );
  const nobody = found.accounts.length === 0 || found.someoneUnreachable;
  const others = tellings.filter(({ accountId }) => accountId !== actorId);
  const office = side === 'receiver' ? parties.referral?.toAgencyId : parties.case?.agencyId;
  return {
    tellings: onePerPerson([...withDuty(others, parties), ...(nobody ? alarms(parties) : [])]),
    outOfReach: nobody ? [{ agencyId: office ?? null, code: '' }] : [],
  };
}

/** The deadline of a step and who must act. `owesOutside`: a body that the house knows by its kind only. */
export interface OwedDeadline {
  readonly owingAgencyId: string | null;
  readonly owingAccountId: string | null;
  readonly owesOutside: boolean;
}

/** A step of a deadline's ladder: its rung, and the codes of those whom it tells (rule's `escalate_to`). */
export interface LadderStep {
  readonly rung: string;
  readonly tells: readonly string[];
}

const OWING_PARTY = 'PIHAK_BERKEWAJIBAN';
/** Parties above every office: that nobody holds such a role is the IT office's to mend. */
const ABOVE_THE_OFFICES = ['KEPALA_DPPKBPPPA', 'SEKDA', 'PEJABAT_PDP'];

/**
 * Heads named by the register who are heads of whichever agency owes the act. An agency is told only of a referral
 * that it holds: of a duty in a case that was never referred to it, the house may not even say that the case exists.
 */
const HEADS_OF_OWING_AGENCY = [
  'ATASAN_INSTANSI_PENERIMA',
  'KASAT_RESKRIM',
  'KAPOLRES',
  'KETUA_PN',
  'KAJARI',
  'KEPALA_BAPAS',
  'DIREKTUR_RSUD',
  'KEPALA_DINKES',
  'KEPALA_DINSOS',
  'PIMPINAN_LPSK',
];

/**
 * Who is told at a step, and what: whoever owes the act is asked to act, whoever only waits is told to watch, whoever
 * it is raised to is asked to act. What a body outside owes, whoever keeps the case watches, and writes down how it went
 * (decision 0100). A step that reaches nobody, or misses somebody meant by name, raises an alarm to
 * the supervisor, then the head of the lead office, then the administrators.
 */
export function newsOfStep(step: LadderStep, deadline: OwedDeadline, parties: Parties): News {
  const owing = owingParty(deadline, parties);
  const tellings: Telling[] = [];
  const outOfReach: OutOfReach[] = [];
  for (const code of step.tells) {
    const found = standsFor(code, owing, parties);
    if (found.someoneUnreachable || (found.accounts.length === 0 && !isOptional(code)))
      outOfReach.push(officeOf(code, deadline, owing, parties));
    tellings.push(
      ...found.accounts.map((accountId) => ({
        accountId,
        message: messageFor(step.rung, code, accountId, owing),
      })),
    );
  }
  if (tellings.length === 0 && outOfReach.length === 0)
    outOfReach.push(officeOf(OWING_PARTY, deadline, owing, parties));
  const missed = outOfReach.length > 0;
  return {
    tellings: onePerPerson([...withDuty(tellings, parties), ...(missed ? alarms(parties) : [])]),
    outOfReach,
  };
}

/** Which office could mend it that nobody was found for a code of the register. */
function officeOf(code: string, deadline: OwedDeadline, owing: Owing, parties: Parties): OutOfReach {
  const keeps = parties.case?.agencyId ?? parties.report?.agencyId ?? null;
  const receiver = parties.referral?.toAgencyId;
  const named = parties.people.find(({ accountId }) => accountId === deadline.owingAccountId);
  if (code === OWING_PARTY && !owing.watched)
    return { agencyId: named?.agencyId ?? deadline.owingAgencyId ?? keeps, code: '' };
  if (HEADS_OF_OWING_AGENCY.includes(code) && !owing.watched && receiver)
    return { agencyId: receiver, code: '' };
  const isAbove = ABOVE_THE_OFFICES.includes(code);
  return !isAbove && keeps ? { agencyId: keeps, code: '' } : { agencyId: null, code };
}

/** Who must act. `watched`: a body that cannot be told must; these watch it, and the act is never called theirs. */
interface Owing extends Found {
  readonly watched: boolean;
}

function owingParty(deadline: OwedDeadline, parties: Parties): Owing {
  const { owingAccountId, owingAgencyId } = deadline;
  if (owingAccountId) {
    const named = byName(parties, owingAccountId);
    return named.accounts.length > 0
      ? { ...named, watched: false }
      : { accounts: caseTeam(parties).accounts, someoneUnreachable: true, watched: false };
  }
  if (parties.reviewingAgencyId)
    return {
      accounts: reviewers(parties, parties.reviewingAgencyId),
      someoneUnreachable: false,
      watched: false,
    };
  if (parties.report) return { ...intakeOffice(parties), watched: false };
  if (owingAgencyId && owingAgencyId === parties.referral?.toAgencyId)
    return { ...receivers(parties), watched: false };
  const isOurs = owingAgencyId === null || owingAgencyId === parties.case?.agencyId;
  return deadline.owesOutside || !isOurs
    ? { ...ownerOrTeam(parties), watched: true }
    : { ...caseTeam(parties), watched: false };
}

function standsFor(code: string, owing: Owing, parties: Parties): Found {
  if (HEADS_OF_OWING_AGENCY.includes(code)) {
    if (owing.watched) return owing;
    return people(parties.referral ? receivingHeads(parties) : supervisors(parties));
  }
  switch (code) {
    case 'PIHAK_BERKEWAJIBAN':
      return owing;
    case 'PENANGGUNG_JAWAB_KASUS':
      return ownerOrTeam(parties);
    case 'KEPALA_UPTD_PPA':
      // What is reviewed may be the supervisor's own act: it is raised past them.
      if (parties.reviewingAgencyId) return people(owing.accounts);
      return people(supervisors(parties));
    case 'KEPALA_DPPKBPPPA':
    case 'SEKDA':
      return people(everyoneWithRole(parties, 'dinas_head'));
    case 'PEJABAT_PDP':
      return people(everyoneWithRole(parties, 'legal_officer'));
    case 'PETUGAS_PIKET_BERIKUT':
      return people(nextOnDuty(parties));
    default:
      return NOBODY;
  }
}

function ownerOrTeam(parties: Parties): Found {
  const owner = byName(parties, parties.case?.ownerAccountId ?? null);
  return owner.accounts.length > 0 ? owner : caseTeam(parties);
}

/** Nobody else may be on duty in a small office, and a duty outside any case has no owner: no alarm of its own. */
function isOptional(code: string): boolean {
  return code === 'PETUGAS_PIKET_BERIKUT' || code === 'PENANGGUNG_JAWAB_KASUS';
}

function messageFor(rung: string, code: string, accountId: string, owing: Owing): MessageKey {
  if (owing.watched) return watching(rung, code);
  const mustAct = owing.accounts.includes(accountId);
  switch (rung) {
    case 'reminder':
      return mustAct ? 'deadline.soon' : 'deadline.watch';
    case 'due':
      return mustAct ? 'deadline.due' : 'deadline.watch';
    case 'pauseReview':
      return 'deadline.pauseReview';
    case 'overdue':
      if (mustAct) return 'deadline.overdue';
      return code === 'PETUGAS_PIKET_BERIKUT' ? 'deadline.escalated' : 'deadline.watchOverdue';
    default:
      return 'deadline.escalated';
  }
}

/** The act is another body's: what remains to be done here is to ask, to press, and to write down what happened. */
function watching(rung: string, code: string): MessageKey {
  switch (rung) {
    case 'reminder':
      return 'deadline.monitor';
    case 'due':
      return 'deadline.monitorDue';
    case 'overdue':
      return 'deadline.monitorOverdue';
    case 'pauseReview':
      return 'deadline.pauseReview';
    default:
      return HEADS_OF_OWING_AGENCY.includes(code) ? 'deadline.monitorHead' : 'deadline.monitorEscalated';
  }
}

function alarms(parties: Parties): Telling[] {
  const guards = parties.case?.sealed ? everyoneWithRole(parties, 'integrity_officer') : [];
  return lastResort(parties).map((accountId) => ({
    accountId,
    message: guards.includes(accountId) ? 'integrity.unheard' : 'alarm.nobodyToTell',
  }));
}

/** Who keeps failing messages: a person at the end of every retry. */
export function tellOfStuckMessage(parties: Parties): Telling[] {
  const administrators = everyoneWithRole(parties, 'administrator');
  const told = administrators.length > 0 ? administrators : lastResort(parties);
  return told.map((accountId) => ({ accountId, message: 'alarm.messageStuck' }));
}

/** Whoever can look into what is wrong with the system: those who run it, and those who answer for the cases. */
export function tellOfTheSystem(parties: Parties, message: MessageKey): Telling[] {
  // A witness is the auditors' own: its word is against us.
  const roles = ['administrator', 'supervisor', ...(message === 'alarm.witnessTrouble' ? ['auditor'] : [])];
  const told = roles.flatMap((role) => everyoneWithRole(parties, role));
  return (told.length > 0 ? told : lastResort(parties)).map((accountId) => ({
    accountId,
    message,
  }));
}

/** The legal office hears of its own proposals and decisions; whoever did it knows already. */
export function tellOfRule(topic: string, actorId: string | null, parties: Parties): Telling[] {
  const message =
    topic === 'rule.proposed' || topic === 'rule.retirementProposed' ? 'rule.proposed' : 'rule.decided';
  return everyoneWithRole(parties, 'legal_officer')
    .filter((accountId) => accountId !== actorId)
    .map((accountId) => ({ accountId, message }));
}

/** Who keeps the calendar, and who works by it: the legal office, the IT office, the supervisors. */
export function tellOfMissingYear(parties: Parties): Telling[] {
  const keepers = (['legal_officer', 'administrator', 'supervisor'] as const).flatMap((role) =>
    everyoneWithRole(parties, role),
  );
  return onePerPerson(
    (keepers.length > 0 ? keepers : lastResort(parties)).map((accountId) => ({
      accountId,
      message: 'calendar.yearMissing',
    })),
  );
}

/**
 * Who keeps the lines of the directory that have to be looked at again: the own head or supervisor of an agency; without one
 * named, the city's keepers, who see all of it.
 */
export function tellOfDirectory(agencyId: string | null, parties: Parties): Telling[] {
  const keepers = (['agency_head', 'supervisor'] as const).flatMap((role) => everyoneWithRole(parties, role));
  const own = new Set(
    parties.people.filter((person) => person.agencyId === agencyId).map(({ accountId }) => accountId),
  );
  const city = everyoneWithRole(parties, 'data_officer');
  const told = agencyId
    ? keepers.filter((accountId) => own.has(accountId))
    : city.length > 0
      ? city
      : everyoneWithRole(parties, 'administrator');
  return told.map((accountId) => ({ accountId, message: 'directory.checkRanOut' }));
}

/**
 * At night and on holidays whoever must act may be asleep: those on duty at the same agency hear of it as well, and ring
 * the one who can. They may not see the case; that something waits they may know.
 */
export function withDuty(tellings: readonly Telling[], parties: Parties): Telling[] {
  const added = tellings
    .filter(({ message }) => MESSAGES[message].urgency === 'act')
    .map(({ accountId }) => parties.people.find((person) => person.accountId === accountId)?.agencyId)
    .filter((agencyId) => agencyId !== undefined)
    .flatMap((agencyId) => outOfHours(parties, agencyId))
    .map((accountId) => ({ accountId, message: 'duty.act' as const }));
  return [...tellings, ...added];
}

export function accountsOf(tellings: readonly Telling[]): string[] {
  return tellings.map(({ accountId }) => accountId);
}

/** The first message a person would get at one moment stands; nobody is told twice at once. */
export function onePerPerson(tellings: readonly Telling[]): Telling[] {
  const seen = new Set<string>();
  return tellings.filter(({ accountId }) => !seen.has(accountId) && seen.add(accountId));
}

function people(accounts: readonly string[]): Found {
  return { accounts, someoneUnreachable: false };
}
