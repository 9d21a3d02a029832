import type { components, paths as GeneratedPaths } from './schema';

/**
 * The API's own schemas (schema.d.ts is generated from openapi.json) under the names that screens use. What stands here
 * in full is what the description does not say yet.
 */
type Schema = components['schemas'];

export type Locale = 'id' | 'en';
export type Level = 'NONE' | 'MASKED' | 'FULL';
export type Risk = 'TINGGI' | 'SEDANG' | 'RENDAH';
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
  | 'integrity_officer'
  | 'data_officer'
  | 'auditor'
  | 'administrator'
  | 'machine_client';

export interface Session {
  account: { id: string; displayName: string; role: Role; locale: Locale };
  agency: { id: string; code: string; kind: string; name: string };
  permissions: string[];
  landing?: string;
  idleSeconds: number;
  /** Signed in with a first password: nothing but changing it is open. */
  mustChangePassword: boolean;
  /** The city demands a second factor and there is none yet: only adding one is open. */
  mustAddFactor: boolean;
  /** Let back in by two people; the second has still to say that it is they. */
  waitsForRelease: boolean;
  /** What answers a step-up; none of them: the password. */
  factors: ('totp' | 'passkey')[];
  /** Base64: seals what is typed and not saved. */
  draftKey: string;
  /** IANA zone in which this person reads and writes times, and that of the installation. */
  zone: string;
  cityZone: string;
}

export type Code = Schema['CodeView'];
export type Agency = Schema['AgencyView'];
export type Service = Schema['ServiceView'];

export type NewReport = Schema['ReportInput'];
export type KeptReport = Schema['ReportPageView'];
export type ReportState = Schema['ReportView'];
export type ReportRevealed = Schema['ReportRevealView'];
export type NewPerson = Schema['AddPersonInput'];
export type CaseRow = Schema['CaseRow'];
export type Conference = Schema['ConferenceView'];
export type CaseConferences = Schema['CaseConferencesView'];
export type NewConference = Schema['ConferenceInput'];
export type NewMinutes = Schema['MinutesInput'];
export type Proceedings = Schema['ProceedingsView'];
export type NewLegalStep = Schema['LegalStepInput'];
export type TimelineOrder = Schema['TimelineInput'];
export type Deadline = Schema['DeadlineView'];
export type UrgentLane = Schema['UrgentLaneView'];
export type NewUrgentCall = Schema['UrgentCallDto'];
export type NewClosing = Schema['ClosingInput'];
export type NewAftercare = Schema['AftercareInput'];
export type Basis = Schema['BasisView'];
export type StoppedReferral = Schema['StoppedReferralView'];
export type UpdateSheet = Schema['UpdateSheetDto'];
export type NewBasis = Schema['RecordBasisDto'];
export type Screening = Schema['ScreeningView'];
export type NewScreening = Schema['ScreeningInput'];
export type Prompt = Schema['PromptView'];
/** A referral's state, as acts answer it and the case page lists it. */
export type ReferralState = Schema['ReferralView'];
/** A referral as its reader may see it: the sender's whole, the receiver's packet, or a tombstone. */
export type Referral = Schema['ReferralPageView'];
export type Need = Schema['NeedView'];
export type Appointment = Schema['ReferralAppointmentView'];
export type Slip = Schema['SlipView'];
export type ReferralDraft = Schema['DraftReferralDto'];
export type Disclosure = Schema['DisclosureView'];
export type SharedRecord = Schema['SharedRecordView'];
export type SharedEntry = Schema['SharedEntryView'];
export type UpdatePreview = Schema['UpdatePreviewView'];
export type DisclosureField = Schema['DisclosedFieldView'];
export type Revealed = Schema['RevealView'];
export type SafeContact = Schema['MaskedContact'];
export type HistoryEntry = Schema['HistoryEntryView'];
export type CaseNote = Schema['NoteView'];
export type NoteAudience = Schema['NoteAudienceView'];
export type SuggestedReceivers = Schema['SuggestedReceiversView'];
export type InboxRow = Schema['InboxRowView'];
export type InboxTab = 'answer' | 'report' | 'running' | 'ended';
export type WorkItem = Schema['WorkItemView'];
export type Worklist = Schema['WorklistView'];
export type OverdueParty = Schema['BoardGroupView'];
export type RuleRow = Schema['RuleRowView'];
export type RuleVersion = Schema['RuleView'];
export type RuleText = Schema['RuleTextView'];
export type RuleHistory = Schema['RuleHistoryView'];
export type RuleProposal = Schema['ProposalView'];
export type RuleEffect = Schema['RuleEffectView'];
export type NewRuleVersion = Schema['RuleVersionInput'];
export type Holiday = Schema['HolidayView'];
export type HolidayCalendar = Schema['HolidayList'];
export type HolidayImport = Schema['HolidayImportView'];
export type OfficeHours = Schema['OfficeHoursView'];
export type CalendarGap = Schema['CalendarGapView'];
export type NewHoliday = Schema['AddHolidayInput'];
export type Roster = Schema['RosterView'];
export type DirectoryRow = Schema['DirectoryRowView'];
export type DirectoryAgency = Schema['DirectoryPageView'];
export type DirectoryService = Schema['DirectoryServiceView'];
export type Freshness = Schema['FreshnessView'];
export type EditedAgency = Schema['EditAgencyInput'];
export type AgencyContacts = Schema['AgencyContactsInput'];
export type WrittenService = Schema['ServiceInput'];
export type PackageImport = Schema['PackageImportView'];
export type RosterLine = Schema['RosterLineView'];
export type DutyNow = Schema['DutyView'];
export type AuditEntry = Schema['AuditEntryView'];
export type Review = Schema['ReviewView'];
export type Protection = Schema['ProtectionView'];
export type GuardedCase = Schema['GuardedCaseView'];
export type Bait = Schema['BaitView'];
export type BaitUnit = Schema['BaitUnitView'];
export type NewBait = Schema['BaitInput'];
export type NewSeal = Schema['SealInput'];
export type CaseViewer = Schema['CaseViewerView'];
export type Checkpoint = Schema['CheckpointView'];
export type CheckpointSheet = Schema['CheckpointSheetView'];
export type Verification = Schema['VerificationView'];

/** The case page: the case's own view and the parts that libraries down the river hang on it. */
export type CaseFile = Schema['CaseView'] & {
  screening: Screening | null;
  bases: Basis[];
  referrals: ReferralState[];
  needs: Need[];
  deadlines: Deadline[];
  mediation: { allowed: boolean; code: string; words: string };
  prompts: Prompt[];
};

export type Sight = Schema['SightView'];
export type ChannelChoice = Schema['ChannelsView'];
export type Notice = Schema['NotificationView'];
export type CaseTrail = Schema['CaseTrailView'];
export type Alarm = Schema['AlarmView'];
export type Account = Schema['AccountView'];
export type Transfer = Schema['TransferView'];
export type Departure = Schema['DepartureView'];
export type DepartureItem = Schema['DepartureItemView'];

type Json<T> = { content: { 'application/json': T } };

/** Routes whose answers the description leaves open or does not have yet. */
interface OpenPaths {
  '/api/sessions': {
    post: {
      parameters: { path?: never; query?: never; header?: never; cookie?: never };
      requestBody: Json<{ email: string; password: string }>;
      responses: { 201: Json<Session> };
    };
  };
  '/api/sessions/current': {
    get: {
      parameters: { path?: never; query?: never; header?: never; cookie?: never };
      responses: { 200: Json<Session> };
    };
  };
  '/api/cases/{id}': {
    get: {
      parameters: { path: { id: string }; query?: never; header?: never; cookie?: never };
      responses: { 200: Json<CaseFile> };
    };
  };
}

export type paths = Omit<GeneratedPaths, keyof OpenPaths> & OpenPaths;

export type NewEmergency = Schema['EmergencyInput'];
export type EmergencyAccess = Schema['EmergencyAccessView'];
export type EmergencyOutcome = Schema['EmergencyReviewInput']['outcome'];
export type NewReveal = Schema['RevealInput'];
