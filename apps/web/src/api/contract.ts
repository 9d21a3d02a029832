/**
 * What the API says and hears, written by hand from the HTTP contract until `schema.d.ts` is generated from
 * openapi.json. Screens import these names only, so that the source of the types can change in one place.
 */

export type Role =
  | 'intake_counselor'
  | 'case_worker'
  | 'psychologist'
  | 'supervisor'
  | 'agency_officer'
  | 'agency_head'
  | 'dinas_head'
  | 'planner'
  | 'legal_officer'
  | 'auditor'
  | 'administrator';

export type Locale = 'id' | 'en';
export type Level = 'NONE' | 'MASKED' | 'FULL';
export type Risk = 'TINGGI' | 'SEDANG' | 'RENDAH';

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Session {
  account: { id: string; displayName: string; role: Role; locale: Locale };
  agency: { id: string; code: string; kind: string; name: string };
  permissions: string[];
  landing?: string;
  idleSeconds: number;
}

export interface Code {
  code: string;
  labelId: string;
  labelEn: string;
}
export interface CodeLists {
  lists: Record<string, Code[]>;
}

export interface Agency {
  id: string;
  code: string;
  kind: string;
  name: string;
  unit?: string | null;
  hours?: string;
  dutyPhone?: string | null;
  takesTracks?: string[];
  locationSecret?: boolean;
  address?: string | null;
}

export interface Service {
  id: string;
  code: string;
  agencyId: string;
  nameId: string;
  nameEn: string;
  forTracks?: string[];
  riskLevels?: string[];
  requires?: string[];
  costSource?: string | null;
  hours?: string;
  emergency?: boolean;
}

export interface Region {
  code: string;
  parentCode?: string | null;
  level: string;
  name: string;
}

export interface SafeContact {
  channel: string;
  value?: string | null;
  maskedValue?: string | null;
  window?: string | null;
  note?: string | null;
  mayLeaveMessage?: boolean | null;
}

export interface NewReport {
  channel: string;
  reporter: { kind: string; name?: string; phone?: string };
  receivedAt?: string;
  occurredAt?: string;
  knownAt?: string;
  clientSafeNow: 'YES' | 'NO' | 'UNKNOWN';
  narrative: string;
  violenceTypes: string[];
  contexts: string[];
  place?: string;
  online?: boolean;
  victims: {
    name?: string;
    nik?: string;
    sex: string;
    birthDate?: string;
    ageYears?: number;
    phone?: string;
    address?: string;
    regionCode?: string;
    disabilities?: string[];
    school?: string;
    safeContact?: {
      channel: string;
      value?: string;
      window?: string;
      note?: string;
      mayLeaveMessage?: boolean;
    };
  }[];
  reportedPersons: { name?: string; sex?: string; ageYears?: number; relation: string; agencyId?: string }[];
  externalRef?: string;
  disposition?: 'OPEN_CASE' | 'RECEIVE_ONLY';
}

export interface Report {
  id: string;
  status: string;
  caseId?: string | null;
  caseNumber?: string | null;
  receivedAt: string;
  availableActs?: string[];
}

export interface CaseRow {
  id: string;
  number: string;
  maskedClient: string;
  sex?: string | null;
  ageBand?: string | null;
  tracks: string[];
  risk?: Risk | null;
  stage: string;
  ownerName?: string | null;
  nextDeadline?: { dueAt: string; action?: string; status?: string } | string | null;
}

export interface LadderStep {
  stepId: string;
  rung: string;
  at: string;
  tells: string[];
  firedAt?: string | null;
  late?: boolean;
}

export interface Deadline {
  id: string;
  ruleId: string;
  ruleVersion?: number;
  action: string;
  status: 'running' | 'paused' | 'met' | 'missed' | 'waived' | 'cancelled';
  clock?: string | null;
  dueAt: string | null;
  /** The calendar it rests on is not complete. */
  estimated?: boolean;
  triggerAt?: string;
  basis: string;
  basisWords?: string;
  citation?: string | null;
  certainty?: string;
  needsLegalCheck?: boolean;
  why?: string;
  owes?: {
    agencyId?: string | null;
    agencyName?: string | null;
    accountName?: string | null;
    words?: string;
  };
  pausedAt?: string;
  acknowledged?: { by: string; at: string };
  ladder?: LadderStep[];
  caseId?: string | null;
  caseNumber?: string | null;
  referralId?: string | null;
  availableActs?: string[];
}

export interface Basis {
  id: string;
  basis: string;
  basisWords?: string;
  answer?: string | null;
  state?: 'given' | 'refused' | 'withdrawn' | 'expired' | 'stands';
  receiverKind?: string | null;
  receiverAgencyId?: string | null;
  receiverName?: string | null;
  scopes?: string[];
  purpose?: string | null;
  givenBy?: string | null;
  howRecorded?: string | null;
  recordedByName?: string | null;
  recordedAt?: string;
  expiresAt?: string | null;
  withdrawnAt?: string | null;
  citation?: string | null;
  availableActs?: string[];
}

export interface NewBasis {
  basis: string;
  answer?: 'GIVEN' | 'REFUSED';
  receiverKind: string;
  receiverAgencyId?: string;
  scopes: string[];
  purpose?: string;
  givenBy: 'SELF' | 'GUARDIAN' | 'NONE';
  guardianPersonId?: string;
  guardianRelation?: string;
  childAssent?: 'GIVEN' | 'REFUSED' | 'NOT_ASKED';
  witness?: string;
  language?: string;
  textVersion?: string;
  howRecorded: 'LISAN' | 'TERTULIS' | 'REKAMAN';
  expiresAt?: string;
  citation?: string;
  toldClient?: boolean;
  toldWords?: string;
}

/** NOW: before anything else. DUTY: the law is running. ASK: to be asked, gently and when it is safe. */
export interface Prompt {
  code: string;
  kind?: 'NOW' | 'DUTY' | 'ASK';
  words: string | { id: string; en: string };
}

export interface Screening {
  id: string;
  risk: Risk;
  suggestedRisk?: Risk;
  redFlags: string[];
  prompts?: Prompt[];
  tppo?: { indicated: boolean; words: string };
  ruleVersion?: string | number;
  at: string;
}

export interface NewScreening {
  redFlags: string[];
  risk: Risk;
  reason?: string;
  secondAccountEmail?: string;
  recruitment?: string[];
  control?: string[];
  conclusionTppo?: string;
}

export interface ReferralCard {
  id: string;
  number?: string | null;
  status: string;
  statusWords?: string;
  toAgency: { id: string; name: string; kind?: string; code?: string };
  service: { code: string; nameId?: string; nameEn?: string; name?: string };
  urgency?: string;
  sentAt?: string | null;
  openedAt?: string | null;
  dueAt?: string | null;
  reason?: string | null;
  availableActs?: string[];
}

export interface CaseFile {
  id: string;
  number: string;
  mandate?: string;
  tracks: string[];
  contexts: string[];
  violenceTypes: string[];
  risk?: Risk | null;
  riskWords?: string;
  stage: string;
  stages?: (string | { code: string; words?: string; at?: string | null; done?: boolean })[];
  agency?: { id: string; name: string };
  owner?: { id?: string; accountId?: string; name?: string; displayName?: string } | null;
  team?: {
    accountId?: string;
    name?: string;
    displayName?: string;
    role?: string;
    agencyName?: string;
    since?: string;
  }[];
  reportedAt: string;
  occurredAt?: string | null;
  place?: string | null;
  online?: boolean;
  clients: {
    id: string;
    maskedName: string;
    sex?: string | null;
    age?: number | null;
    ageBand?: string | null;
    regionName?: string | null;
    disabilities?: string[];
    safeContact?: SafeContact | null;
  }[];
  reportedPersons: {
    id: string;
    maskedName: string;
    relation?: string | null;
    age?: number | null;
    conflictAgencyId?: string | null;
  }[];
  screening?: Screening | null;
  bases: Basis[];
  referrals: ReferralCard[];
  deadlines: Deadline[];
  mediation?: { allowed: boolean; code?: string; words?: string };
  prompts?: Prompt[];
  availableActs: string[];
}

export interface RevealedPerson {
  id: string;
  name?: string | null;
  nik?: string | null;
  birthDate?: string | null;
  phone?: string | null;
  address?: string | null;
  school?: string | null;
  safeContact?: SafeContact | null;
}

export interface Revealed {
  clients: RevealedPerson[];
  reportedPersons?: RevealedPerson[];
  reporters?: RevealedPerson[];
  narrative?: string | null;
}

export interface Match {
  caseId: string;
  caseNumber: string;
  maskedName: string;
  ageBand?: string | null;
  personKind: string;
  agreed: string[];
  openedAt: string;
  closedAt?: string | null;
}

export interface HistoryEntry {
  id: string;
  at: string;
  actorName?: string | null;
  agencyName?: string | null;
  act: string;
  decision?: string;
  sentence?: string;
  facts?: Record<string, unknown>;
  /** Why identities were opened. */
  purpose?: string;
}

export interface CaseNote {
  id: string;
  at?: string;
  createdAt?: string;
  authorName?: string | null;
  text: string;
  audience?: string;
}

export interface SuggestedReceivers {
  windows: {
    window: 'FIRST_HOUR' | 'WITHIN_24H' | 'WITHIN_7D';
    receivers: {
      agencyKind: string | null;
      services: string[];
      agencies: { id: string; name: string; openNow?: boolean; conflict?: boolean }[];
      reason?: string;
      condition?: string | null;
      figuresOnly?: boolean;
    }[];
  }[];
  emergency?: boolean;
}

export interface ReferralDraft {
  toAgencyId: string;
  serviceCode: string;
  urgency: 'SEGERA' | 'BIASA';
  request: string;
  summary?: string;
  purposeFields?: Record<string, string | boolean>;
  levels?: Record<string, Level>;
}

export interface DisclosureField {
  field: string;
  label: string;
  dataClass: string;
  level: Level;
  value?: string | null;
  maxLevel?: Level;
}

export interface Disclosure {
  receiver?: { id?: string; name?: string; kind?: string } | string;
  fields: DisclosureField[];
  neverShared?: { field: string; label: string }[];
  counts: { full: number; masked: number; none: number };
  basis?: { dataClass: string; basisId?: string; basis: string; words?: string }[];
  missing?: { dataClass: string; code: string }[];
  nameFound?: string[];
}

export interface ReferralMessage {
  id: string;
  at?: string;
  createdAt?: string;
  kind?: string;
  authorName?: string | null;
  agencyName?: string | null;
  text: string;
}

export interface Feedback {
  id: string;
  at?: string;
  createdAt?: string;
  kind?: string;
  outcome?: string | null;
  reason?: string | null;
  text: string;
  nextAt?: string | null;
  authorName?: string | null;
}

export interface Referral {
  id: string;
  number?: string | null;
  caseId?: string | null;
  caseNumber: string;
  status: string;
  statusWords?: string;
  fromAgency?: { id: string; name: string; kind?: string; dutyPhone?: string | null };
  toAgency: { id: string; name: string; kind?: string };
  service: { code: string; nameId?: string; nameEn?: string; name?: string };
  urgency: string;
  risk?: Risk | null;
  request: string;
  summary?: string | null;
  purposeFields?: Record<string, string | boolean> | null;
  levels?: Record<string, Level> | null;
  sentAt?: string | null;
  openedAt?: string | null;
  receivedAt?: string | null;
  acceptedAt?: string | null;
  startedAt?: string | null;
  endedAt?: string | null;
  sentByName?: string | null;
  openedByName?: string | null;
  responsible?: { name?: string | null; accountId?: string | null } | null;
  appointment?: { at?: string | null; place?: string | null } | null;
  rejection?: { reason: string; note?: string | null } | null;
  deadlines?: Deadline[];
  messages?: ReferralMessage[];
  feedback?: Feedback[];
  moves?: {
    id?: string;
    at: string;
    act?: string;
    words?: string;
    actorName?: string | null;
    agencyName?: string | null;
  }[];
  disclosure?: Disclosure | null;
  tombstone?: { words?: string; at?: string } | string | boolean | null;
  availableActs: string[];
}

export interface InboxRow {
  id: string;
  number?: string | null;
  caseNumber: string;
  status: string;
  statusWords?: string;
  service: { code: string; nameId?: string; nameEn?: string; name?: string };
  urgency?: string;
  risk?: Risk | null;
  request?: string;
  fromAgency?: { id: string; name: string };
  client?: string | null;
  sentAt?: string | null;
  openedAt?: string | null;
  dueAt?: string | null;
  nextDeadline?: { dueAt: string | null; action?: string; status?: string } | null;
}

export type InboxTab = 'answer' | 'report' | 'running' | 'ended';
export interface Inbox extends Page<InboxRow> {
  counts?: Partial<Record<InboxTab, number>>;
}

export interface WorkItem {
  deadlineId?: string | null;
  dueAt: string | null;
  title: string;
  caseNumber?: string | null;
  caseId?: string | null;
  referralId?: string | null;
  agency?: { id?: string; name: string; kind?: string } | string | null;
  client?: string | null;
  detail?: string | null;
  verb?: string | null;
  href?: string | null;
}

export interface Worklist {
  counters: { overdue: number; today: number; waiting: number; drafts: number };
  groups: { key: 'OVERDUE' | 'TODAY' | 'WEEK' | 'WAITING'; items: WorkItem[] }[];
}

export interface Notice {
  id: string;
  at?: string;
  createdAt?: string;
  words?: string;
  title?: string;
  href?: string | null;
  caseId?: string | null;
  caseNumber?: string | null;
  referralId?: string | null;
  readAt?: string | null;
}

export interface AuditEntry {
  id: string;
  seq: number;
  at: string;
  act: string;
  decision: 'allowed' | 'refused' | 'denied';
  /** What it says to a person; the name goes before it. */
  sentence: string;
  actorName?: string | null;
  actorRole?: string | null;
  agencyName?: string | null;
  object?: { kind: string; id: string };
  caseId?: string;
  caseNumber?: string;
  facts: Record<string, unknown>;
  sealed: boolean;
}

export interface Verification {
  ok: boolean;
  entries: number;
  sealed: number;
  pending: number;
  checkpoints: number;
  firstBad?: { why: string; index?: number | null; entryId?: string | null; checkpoint?: number | null };
  words: string;
}

export interface Checkpoint {
  number: number;
  at: string;
  size: number;
  note: string;
  publicKey: string;
}

// --- the same in the shape of openapi-typescript, so that openapi-fetch is used from the first day ---

type Reply<T, S extends number> = { responses: { [K in S]: { content: { 'application/json': T } } } };
interface Params<P, Q> {
  parameters: { path: P; query?: Q; header?: never; cookie?: never };
}
interface NoParams<Q> {
  parameters: { path?: never; query?: Q; header?: never; cookie?: never };
}
type Read<T, P = undefined, Q = never> = (P extends undefined ? NoParams<Q> : Params<P, Q>) & Reply<T, 200>;
type Act<T, B, P = undefined> = (P extends undefined ? NoParams<never> : Params<P, never>) & {
  requestBody: { content: { 'application/json': B } };
} & Reply<T, 201>;
type ById = { id: string };
type Nothing = Record<string, never>;

export interface paths {
  '/api/sessions': { post: Act<Session, { email: string; password: string }> };
  '/api/sessions/current': { get: Read<Session>; delete: NoParams<never> & Reply<undefined, 204> };
  '/api/codes': { get: Read<CodeLists> };
  '/api/agencies': { get: Read<Page<Agency>, undefined, { kind?: string }> };
  '/api/services': { get: Read<Page<Service>, undefined, { agencyId?: string }> };
  '/api/regions': { get: Read<Page<Region>, undefined, { parent?: string }> };
  '/api/reports': { post: Act<Report, NewReport> };
  '/api/cases': { get: Read<Page<CaseRow>, undefined, { q?: string; cursor?: string }> };
  '/api/cases/matches': { post: Act<Page<Match>, { name?: string; nik?: string; phone?: string }> };
  '/api/cases/{id}': { get: Read<CaseFile, ById> };
  '/api/cases/{id}/reveal': { post: Act<Revealed, { purpose: string }, ById> };
  '/api/cases/{id}/history': { get: Read<Page<HistoryEntry>, ById> };
  '/api/cases/{id}/notes': {
    get: Read<Page<CaseNote>, ById>;
    post: Act<CaseNote, { text: string; audience: string }, ById>;
  };
  '/api/cases/{id}/milestones': { post: Act<unknown, { kind: string; at?: string }, ById> };
  '/api/cases/{id}/screenings': { post: Act<Screening, NewScreening, ById> };
  '/api/cases/{id}/consents': { post: Act<Basis, NewBasis, ById> };
  '/api/consents/{id}/withdrawal': { post: Act<Basis, { reason?: string }, ById> };
  '/api/cases/{id}/suggested-receivers': { get: Read<SuggestedReceivers, ById> };
  '/api/cases/{id}/referrals': { post: Act<Referral, ReferralDraft, ById> };
  '/api/referrals/{id}': { get: Read<Referral, ById>; patch: Act<Referral, Partial<ReferralDraft>, ById> };
  '/api/referrals/{id}/disclosure': { get: Read<Disclosure, ById> };
  '/api/referrals/{id}/sending': { post: Act<Referral, Nothing, ById> };
  '/api/referrals/{id}/receipt': { post: Act<Referral, Nothing, ById> };
  '/api/referrals/{id}/acceptance': {
    post: Act<Referral, { responsibleName?: string; appointmentAt?: string; place?: string }, ById>;
  };
  '/api/referrals/{id}/rejection': { post: Act<Referral, { reason: string; note?: string }, ById> };
  '/api/referrals/{id}/question': { post: Act<Referral, { text: string }, ById> };
  '/api/referrals/{id}/answer': { post: Act<Referral, { text: string }, ById> };
  '/api/referrals/{id}/service-start': { post: Act<Referral, { at?: string; note?: string }, ById> };
  '/api/referrals/{id}/progress': { post: Act<Referral, { text: string; nextAt?: string }, ById> };
  '/api/referrals/{id}/completion': { post: Act<Referral, { outcome: string; text: string }, ById> };
  '/api/referrals/{id}/failure': { post: Act<Referral, { reason: string; text: string }, ById> };
  '/api/referrals/{id}/cancellation': { post: Act<Referral, { reason: string }, ById> };
  '/api/referrals/{id}/confirmation': { post: Act<Referral, { clientAnswer?: string; note?: string }, ById> };
  '/api/inbox': { get: Read<Inbox, undefined, { tab?: InboxTab; cursor?: string }> };
  '/api/worklist': { get: Read<Worklist> };
  '/api/deadlines': {
    get: Read<Page<Deadline>, undefined, { state?: string; agencyId?: string; cursor?: string }>;
  };
  '/api/deadlines/{id}/acknowledgement': { post: Act<Deadline, { note?: string }, ById> };
  '/api/notifications': { get: Read<Page<Notice>, undefined, { unread?: boolean }> };
  '/api/notifications/{id}/reading': { post: Act<Notice, Nothing, ById> };
  '/api/audit/entries': {
    get: Read<
      Page<AuditEntry>,
      undefined,
      { caseId?: string; actorId?: string; act?: string; decision?: string; cursor?: string }
    >;
  };
  '/api/audit/verifications': { post: Act<Verification, Nothing> };
  '/api/audit/checkpoints/latest': { get: Read<Checkpoint> };
}
