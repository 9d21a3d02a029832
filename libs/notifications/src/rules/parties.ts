/** A person with an account, as far as telling needs it. The only channel that exists so far is the account itself. */
export interface Person {
  readonly accountId: string;
  /** One human being may have more than one account. */
  readonly personId: string;
  readonly role: string;
  readonly agencyId: string;
  readonly agencyKind: string;
  /** Suspended accounts read nothing: telling them is telling nobody. */
  readonly active: boolean;
}

/** Who is there at this moment, by the rosters of the agencies. Absent where nobody asked. */
export interface Duty {
  /** Outside office hours people are told by the roster, where there is one. */
  readonly officeOpen: boolean;
  /** Agencies whose desk never closes and where a shift runs now: they answer by it at any hour. */
  readonly inShifts: ReadonlySet<string>;
  /** Accounts on duty, by agency; an agency without a roster is not here. */
  readonly onDuty: ReadonlyMap<string, readonly string[]>;
  /** Whoever is away, and who stands in; null: nobody does. */
  readonly standIns: ReadonlyMap<string, string | null>;
}

/** Who is on whose side. `case`, `referral` and `report` are null where the deadline has none. */
export interface Parties {
  readonly people: readonly Person[];
  readonly case: {
    readonly agencyId: string;
    readonly ownerAccountId: string | null;
    readonly teamAccountIds: readonly string[];
    /** A named team's alone: nobody above it is told, and where it cannot be told, who guards it. */
    readonly sealed?: boolean;
  } | null;
  readonly referral: {
    readonly toAgencyId: string;
    readonly toParentAgencyId: string | null;
    /** The officer whom the receiver named at acceptance. */
    readonly responsibleAccountId: string | null;
  } | null;
  /** A report that was kept and has no case. */
  readonly report: { readonly agencyId: string; readonly receivedBy: string } | null;
  /** Whose people review what was picked from the trail; where the deadline hangs on no case, referral or report. */
  readonly reviewingAgencyId?: string | null;
  readonly duty?: Duty;
}

/** The people a code stands for, and whether somebody who is meant by name cannot be told. */
export interface Found {
  readonly accounts: readonly string[];
  readonly someoneUnreachable: boolean;
}

export const NOBODY: Found = { accounts: [], someoneUnreachable: false };

/** Roles that answer referrals, in the order in which an agency without the first falls back to the next. */
const OFFICERS = [
  ['agency_officer', 'intake_counselor', 'case_worker'],
  ['agency_head', 'supervisor'],
] as const;
/** Roles that may approve a lower level of risk. */
const APPROVERS = ['intake_counselor', 'case_worker', 'supervisor'];
const HEADS = ['agency_head', 'supervisor'] as const;

/** Whoever answers for the receiving agency: the officer who took it, else all its officers, else its head. */
export function receivers(parties: Parties): Found {
  const { referral } = parties;
  if (!referral) return NOBODY;
  const named = byName(parties, referral.responsibleAccountId);
  if (named.accounts.length > 0) return named;
  return { accounts: officersOf(parties, referral.toAgencyId), someoneUnreachable: named.someoneUnreachable };
}

/** Whoever has the shift, where the agency answers by it now; else all its officers, else its head. */
export function officersOf(parties: Parties, agencyId: string): readonly string[] {
  const onDuty = onShift(parties, agencyId);
  if (onDuty.length > 0) return onDuty;
  for (const roles of OFFICERS) {
    const found = withRole(parties, roles, agencyId);
    if (found.length > 0) return found;
  }
  return [];
}

/** Owner and team of the case; when none of them can be told, the supervisor. */
export function caseTeam(parties: Parties): Found {
  if (!parties.case) return NOBODY;
  const owner = byName(parties, parties.case.ownerAccountId);
  const team = parties.case.teamAccountIds.flatMap((id) => byName(parties, id).accounts);
  const accounts = [...new Set([...owner.accounts, ...team])];
  if (accounts.length > 0) return { accounts, someoneUnreachable: owner.someoneUnreachable };
  return { accounts: supervisors(parties), someoneUnreachable: true };
}

/** Those who take reports, in the order in which an agency without the first falls back to the next. */
const INTAKE = [['intake_counselor'], ['case_worker']] as const;

/**
 * Whoever took a kept report while they are in the office, and the counsellors who can decide it as well: a report
 * must not wait for one person's return. When none of them can be told, the supervisor.
 */
export function intakeOffice(parties: Parties): Found {
  const { report } = parties;
  if (!report) return NOBODY;
  const taker = parties.people.find(({ accountId }) => accountId === report.receivedBy);
  const there = taker?.agencyId === report.agencyId ? byName(parties, report.receivedBy).accounts : [];
  const counselors = [
    onShift(parties, report.agencyId),
    ...INTAKE.map((roles) => withRole(parties, roles, report.agencyId)),
  ].find((found) => found.length > 0);
  const accounts = [...new Set([...there, ...(counselors ?? [])])];
  if (accounts.length > 0) return { accounts, someoneUnreachable: false };
  return { accounts: supervisors(parties), someoneUnreachable: true };
}

/** Who reviews for an agency: its supervisor; an office that has none is one that watches over the others. */
const REVIEWERS = [['supervisor'], ['integrity_officer'], ['auditor']] as const;

export function reviewers(parties: Parties, agencyId: string): readonly string[] {
  return REVIEWERS.map((roles) => withRole(parties, roles, agencyId)).find((found) => found.length > 0) ?? [];
}

/** Head of the receiving agency, else of the agency above it. */
export function receivingHeads(parties: Parties): readonly string[] {
  const { referral } = parties;
  if (!referral) return [];
  const own = withRole(parties, HEADS, referral.toAgencyId);
  if (own.length > 0 || !referral.toParentAgencyId) return own;
  return withRole(parties, [...HEADS, 'dinas_head'], referral.toParentAgencyId);
}

/** Whoever may see a sealed case; `people` holds nobody else but those who guard it. */
function sealTeam(parties: Parties): readonly string[] {
  const { agencyId } = parties.case!;
  const team = parties.people.filter(
    (person) => person.active && person.agencyId === agencyId && person.role !== 'integrity_officer',
  );
  return whoeverIsThere(parties, team);
}

/** Supervisor of the agency that keeps the case or report; an agency without one is looked after by UPTD PPA's. */
export function supervisors(parties: Parties): readonly string[] {
  const agencyId = parties.case?.agencyId ?? parties.report?.agencyId;
  if (parties.case?.sealed) return sealTeam(parties);
  const own = agencyId ? withRole(parties, ['supervisor'], agencyId) : [];
  if (own.length > 0) return own;
  const ofUptd = ({ role, agencyKind, active }: Person): boolean =>
    active && role === 'supervisor' && agencyKind === 'UPTD_PPA';
  return whoeverIsThere(parties, parties.people.filter(ofUptd));
}

/**
 * Who else may approve what one person proposed on the case: writers on its team and the supervisor of its agency,
 * counted by human being. Nobody outside sees the case, so nobody outside is told.
 */
export function approvers(parties: Parties, proposerAccountId: string | null): readonly string[] {
  const proposer = parties.people.find(({ accountId }) => accountId === proposerAccountId);
  const onTeam = [parties.case?.ownerAccountId, ...(parties.case?.teamAccountIds ?? [])];
  return parties.people
    .filter(
      ({ active, role, personId }) => active && APPROVERS.includes(role) && personId !== proposer?.personId,
    )
    .filter(
      ({ accountId, role, agencyId }) =>
        onTeam.includes(accountId) || (role === 'supervisor' && agencyId === parties.case?.agencyId),
    )
    .map(({ accountId }) => accountId);
}

/** Without the human being behind an account, whichever of their accounts it is. */
export function othersThan(
  { people }: Parties,
  accountId: string | null,
  accounts: readonly string[],
): readonly string[] {
  const personOf = (id: string | null) => people.find((one) => one.accountId === id)?.personId;
  const kept = personOf(accountId);
  return kept === undefined ? accounts : accounts.filter((id) => personOf(id) !== kept);
}

export function everyoneWithRole(parties: Parties, role: string): readonly string[] {
  return withRole(parties, [role]);
}

export function ofAgency(parties: Parties, roles: readonly string[], agencyId: string): readonly string[] {
  return withRole(parties, roles, agencyId);
}

/** Whoever is on duty at the case's agency, else its colleagues who are not on the team: whoever comes next. */
export function nextOnDuty(parties: Parties): readonly string[] {
  if (!parties.case) return [];
  const { agencyId, ownerAccountId, teamAccountIds } = parties.case;
  const busy = new Set([ownerAccountId, ...teamAccountIds]);
  const rostered = (parties.duty?.onDuty.get(agencyId) ?? []).filter((id) => !busy.has(id));
  if (rostered.length > 0) return rostered;
  return withRole(parties, ['case_worker', 'intake_counselor'], agencyId).filter((id) => !busy.has(id));
}

/**
 * One person who is meant by name, or whoever stands in while they are away, or whoever is on duty at their agency; null
 * means that nobody was named.
 */
export function byName(parties: Parties, accountId: string | null): Found {
  if (!accountId) return NOBODY;
  const named = parties.people.find((person) => person.accountId === accountId && person.active);
  if (!named) return { accounts: [], someoneUnreachable: true };
  const there = whoeverIsThere(parties, [named]);
  const accounts = there.length > 0 ? there : (parties.duty?.onDuty.get(named.agencyId) ?? []);
  return { accounts, someoneUnreachable: accounts.length === 0 };
}

/** Whoever has the shift, at an agency that answers by it now: by its own hours, not by the city's alone. */
function onShift(parties: Parties, agencyId: string): readonly string[] {
  const { duty } = parties;
  return duty?.inShifts.has(agencyId) ? (duty.onDuty.get(agencyId) ?? []) : outOfHours(parties, agencyId);
}

/** Whoever is on duty at the agency now, outside office hours; empty in office hours and without a roster. */
export function outOfHours({ duty }: Parties, agencyId: string): readonly string[] {
  return !duty || duty.officeOpen ? [] : (duty.onDuty.get(agencyId) ?? []);
}

/** Who hears of it when nobody could be told: supervisor, else head of the lead office, else administrators. */
export function lastResort(parties: Parties): readonly string[] {
  for (const found of [
    supervisors(parties),
    everyoneWithRole(parties, 'dinas_head'),
    everyoneWithRole(parties, 'administrator'),
    ...(parties.case?.sealed ? [everyoneWithRole(parties, 'integrity_officer')] : []),
  ])
    if (found.length > 0) return found;
  return [];
}

function withRole(parties: Parties, roles: readonly string[], agencyId?: string): readonly string[] {
  const holders = parties.people
    .filter((person) => person.active && roles.includes(person.role))
    .filter((person) => agencyId === undefined || person.agencyId === agencyId);
  return whoeverIsThere(parties, holders);
}

/** Those who are not away; when all of them are, those who stand in for them. */
function whoeverIsThere({ duty }: Parties, people: readonly Person[]): readonly string[] {
  const ids = people.map(({ accountId }) => accountId);
  const present = ids.filter((id) => !duty?.standIns.has(id));
  if (present.length > 0 || !duty) return present;
  return [...new Set(ids.map((id) => duty.standIns.get(id)).filter((id) => id != null))];
}
