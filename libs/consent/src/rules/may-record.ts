import { CITATIONS, legalDuty, type DutyFacts } from './legal-duties.js';
import { SHAREABLE_SCOPES, type Basis } from './lawful-basis.js';
import { mayReceivePersons } from './receivers.js';

/** UU 27/2022 Ps.25: consent for a child comes from a parent or guardian; a child is under 18 (UU 35/2014 Ps.1). */
export const ADULT_AGE_YEARS = 18;

/** From this age a child's own willingness is asked and written down [proposal, after Caring for Child Survivors]. */
export const ASSENT_AGE_YEARS_MIN = 6;

/** Who may be told on vital interest: those who save, treat, protect and shelter. */
export const VITAL_INTEREST_RECEIVERS = [
  'RSUD',
  'PUSKESMAS',
  'DINKES',
  'POLRES',
  'RUMAH_AMAN',
  'DINSOS',
  'UPTD_PPA',
];

/** A child's own willingness; NOT_ASKED is an answer only below the age at which it is asked. */
export const ASSENTS = ['GIVEN', 'REFUSED', 'NOT_ASKED'] as const;

export interface BasisInput {
  readonly basis: Basis;
  readonly answer?: 'GIVEN' | 'REFUSED';
  readonly receiverKind: string;
  readonly scopes: readonly string[];
  readonly purpose?: string;
  readonly givenBy: 'SELF' | 'GUARDIAN' | 'NONE';
  readonly guardianPersonId?: string;
  readonly guardianRelation?: string;
  readonly childAssent?: (typeof ASSENTS)[number];
  readonly toldClient?: boolean;
  /** What the client was told; or why she could not be. */
  readonly toldWords?: string;
  /** Why it has to be shared against the client's own no. */
  readonly why?: string;
  readonly expiresAt?: Date;
}

/** What the rule must know of the case: who the clients are and who is reported. */
export interface BasisFacts extends DutyFacts {
  readonly risk: string | null;
  readonly now: Date;
  readonly clientAges: readonly (number | null)[];
  /** Whoever is reported, and whoever stands in the case as guardian and is the same human being. */
  readonly reportedPersonIds: readonly string[];
  /** The client has said no to sharing what this basis would share. */
  readonly againstNo: boolean;
  /** HUBUNGAN_PELAKU codes of every reported person to the clients. */
  readonly reportedRelations: readonly string[];
}

export interface Fault {
  readonly pointer: string;
  readonly code: string;
}

/** The faults of a record of lawful basis; empty = it may be recorded. Pure. */
export function faultsOf(input: BasisInput, facts: BasisFacts): Fault[] {
  return [
    ...sharedFaults(input, facts),
    ...faultsOfKind(input, facts),
    ...(overrides(input, facts) ? overrideFaults(input) : []),
  ];
}

/** Whether it would share against the client's own no: then a second person has to countersign it. */
export function overrides(input: Pick<BasisInput, 'basis'>, facts: Pick<BasisFacts, 'againstNo'>): boolean {
  return input.basis !== 'PERSETUJUAN' && facts.againstNo;
}

/** The second person decides on what they read: why it cannot be left, and what the client was told of it. */
function overrideFaults(input: BasisInput): Fault[] {
  const faults: Fault[] = [];
  if (!input.why) faults.push({ pointer: '/why', code: 'consent.whyMissing' });
  if (input.toldClient === true && !input.toldWords)
    faults.push({ pointer: '/toldWords', code: 'consent.toldWordsMissing' });
  return faults;
}

function sharedFaults(input: BasisInput, facts: BasisFacts): Fault[] {
  const faults: Fault[] = [];
  if (!mayReceivePersons(input.receiverKind))
    faults.push({ pointer: '/receiverKind', code: 'consent.receiverNeverReceivesPersons' });
  const stray = input.scopes.findIndex((scope) => !(SHAREABLE_SCOPES as readonly string[]).includes(scope));
  if (stray >= 0) faults.push({ pointer: `/scopes/${stray}`, code: 'consent.scopeNotShareable' });
  if (input.expiresAt && input.expiresAt.getTime() <= facts.now.getTime())
    faults.push({ pointer: '/expiresAt', code: 'consent.expiresInThePast' });
  return faults;
}

function faultsOfKind(input: BasisInput, facts: BasisFacts): Fault[] {
  switch (input.basis) {
    case 'PERSETUJUAN':
      return consentFaults(input, facts);
    case 'KEWAJIBAN_HUKUM':
      return dutyFaults(input, facts);
    case 'KEPENTINGAN_VITAL':
      return [...notConsentFaults(input), ...vitalFaults(input, facts)];
    case 'TUGAS_PUBLIK':
      return [...notConsentFaults(input), ...publicTaskFaults(facts)];
  }
}

function consentFaults(input: BasisInput, facts: BasisFacts): Fault[] {
  const faults: Fault[] = [];
  if (!input.answer) faults.push({ pointer: '/answer', code: 'consent.answerMissing' });
  if (input.givenBy === 'NONE') faults.push({ pointer: '/givenBy', code: 'consent.giverMissing' });
  // A refusal is a refusal, whoever says it: only a yes has to come from the right person.
  if (input.answer !== 'GIVEN') return faults;
  if (input.givenBy === 'SELF' && onlyChildren(facts))
    faults.push({ pointer: '/givenBy', code: 'consent.childNeedsGuardian' });
  if (input.givenBy === 'GUARDIAN') faults.push(...guardianFaults(input, facts));
  return faults;
}

/** UU PDP Ps.25 asks the parent; a parent who is the reported person has lost that voice (`consent.guardianIsReported`). */
function guardianFaults(input: BasisInput, facts: BasisFacts): Fault[] {
  const faults: Fault[] = [];
  if (input.guardianPersonId && facts.reportedPersonIds.includes(input.guardianPersonId))
    faults.push({ pointer: '/guardianPersonId', code: 'consent.guardianIsReported' });
  else if (!input.guardianPersonId && parentIsReported(facts))
    // With a parent among the reported, "the father agrees" is not enough: it must be said who this guardian is.
    faults.push({ pointer: '/guardianPersonId', code: 'consent.guardianNotNamed' });
  else if (!input.guardianPersonId && !input.guardianRelation)
    faults.push({ pointer: '/guardianRelation', code: 'consent.guardianMissing' });
  const asked = facts.clientAges.some((age) => isChild(age) && (age as number) >= ASSENT_AGE_YEARS_MIN);
  if (asked && (input.childAssent ?? 'NOT_ASKED') === 'NOT_ASKED')
    faults.push({ pointer: '/childAssent', code: 'consent.childAssentMissing' });
  if (asked && input.childAssent === 'REFUSED')
    faults.push({ pointer: '/childAssent', code: 'consent.childDissents' });
  return faults;
}

function dutyFaults(input: BasisInput, facts: BasisFacts): Fault[] {
  const duty = legalDuty(input.receiverKind, facts);
  if (!duty) return [{ pointer: '/basis', code: 'consent.noLegalDuty' }];
  const faults = notConsentFaults(input);
  const stray = input.scopes.findIndex((scope) => !duty.scopes.includes(scope));
  if (stray >= 0) faults.push({ pointer: `/scopes/${stray}`, code: 'consent.beyondLegalDuty' });
  if (input.purpose && !duty.purposes.includes(input.purpose))
    faults.push({ pointer: '/purpose', code: 'consent.beyondLegalDuty' });
  return faults;
}

/** Without consent the client is at least told, or it is written down why that would endanger her. */
function notConsentFaults(input: BasisInput): Fault[] {
  const faults: Fault[] = [];
  if (input.answer) faults.push({ pointer: '/answer', code: 'consent.answerOnlyForConsent' });
  if (input.givenBy !== 'NONE') faults.push({ pointer: '/givenBy', code: 'consent.giverOnlyForConsent' });
  if (input.toldClient === undefined)
    faults.push({ pointer: '/toldClient', code: 'consent.toldClientMissing' });
  if (input.toldClient === false && !input.toldWords)
    faults.push({ pointer: '/toldWords', code: 'consent.notToldReasonMissing' });
  return faults;
}

function vitalFaults(input: BasisInput, facts: BasisFacts): Fault[] {
  const faults: Fault[] = [];
  if (facts.risk !== 'TINGGI') faults.push({ pointer: '/basis', code: 'consent.noVitalInterest' });
  if (!VITAL_INTEREST_RECEIVERS.includes(input.receiverKind))
    faults.push({ pointer: '/receiverKind', code: 'consent.noVitalInterest' });
  return faults;
}

/** For a child whose guardians cannot speak for it; an adult is asked. */
function publicTaskFaults(facts: BasisFacts): Fault[] {
  return onlyChildren(facts) ? [] : [{ pointer: '/basis', code: 'consent.publicTaskOnlyForChild' }];
}

/** What the law says for this basis: shown beside it, never typed by hand. */
export function citationFor(input: Pick<BasisInput, 'basis' | 'receiverKind'>, facts: DutyFacts): string {
  if (input.basis === 'KEWAJIBAN_HUKUM') return legalDuty(input.receiverKind, facts)?.citation ?? '';
  return CITATIONS[input.basis];
}

function isChild(age: number | null): boolean {
  return age !== null && age < ADULT_AGE_YEARS;
}

function onlyChildren(facts: BasisFacts): boolean {
  return facts.clientAges.length > 0 && facts.clientAges.every(isChild);
}

export function parentIsReported(facts: Pick<BasisFacts, 'clientAges' | 'reportedRelations'>): boolean {
  return facts.clientAges.some(isChild) && facts.reportedRelations.includes('ORANG_TUA');
}
