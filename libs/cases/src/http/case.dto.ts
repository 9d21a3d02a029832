import { codes } from '#codes';
import { DeadlineView, isOwedOutside, partyWords, watchedWords } from '#deadlines';
import { PlainText } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import type { OpenedPerson } from '../case-contents.js';
import { GuardianView, toGuardian } from './guardian.dto.js';
import type { OpenedCase } from '../case-page.queries.js';
import type { SafeContact } from '../people.service.js';
import { maskFromInitials, maskNik, maskPhone } from '../rules/masking.js';
import type { CaseListRow, NextDeadline } from '../cases.queries.js';

export class CasesQuery {
  @PlainText(40, { optional: true, example: 'PBM-2026-0042' })
  q?: string;

  @PlainText(200, { optional: true })
  cursor?: string;
}

class NextDeadlineView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueAt: string | null;
  @ApiProperty() action: string;
  @ApiProperty() status: string;
  @ApiProperty({ description: 'Who must act' }) owes: string;
}

export class CaseRow {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'PBM-2026-0042' }) number: string;
  @ApiProperty({ example: 'S••• R•••' }) maskedClient: string;
  @ApiProperty({ type: String, nullable: true }) sex: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of list KELOMPOK_UMUR' }) ageBand:
    string | null;
  @ApiProperty({ type: [String] }) tracks: string[];
  @ApiProperty({ enum: ['VIOLENCE', 'FAMILY'] }) mandate: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: not screened yet' }) risk: string | null;
  @ApiProperty({ description: 'Code of list STATUS_KASUS' }) stage: string;
  @ApiProperty() ownerName: string;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ required: false, type: NextDeadlineView }) nextDeadline?: NextDeadlineView;
}

export class CasesView {
  @ApiProperty({ type: [CaseRow] }) items: CaseRow[];
  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page' }) next: string | null;
}

class StageStepView {
  @ApiProperty() stage: string;
  @ApiProperty({ enum: ['DONE', 'SKIPPED', 'CURRENT', 'AHEAD'] }) state: string;
}

class NamedAgency {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

class NamedAccount {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
}

class TeamMemberView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
  @ApiProperty() role: string;
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ format: 'date-time' }) since: string;
}

export class MaskedContact {
  @ApiProperty({ description: 'Code of list KANAL_MASUK' }) channel: string;
  @ApiProperty({ type: String, nullable: true, example: '•••01' }) maskedValue: string | null;
  @ApiProperty({ type: String, nullable: true }) window: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty() mayLeaveMessage: boolean;
}

class ClientView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() maskedName: string;
  @ApiProperty({ type: String, nullable: true }) sex: string | null;
  @ApiProperty({ type: Number, nullable: true }) age: number | null;
  @ApiProperty({ type: String, nullable: true }) ageBand: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'District' }) regionName: string | null;
  @ApiProperty({ type: [String] }) disabilities: string[];
  @ApiProperty({ type: String, nullable: true }) maskedNik: string | null;
  @ApiProperty({ description: 'Code of list STATUS_NIK' }) nikStatus: string;
  @ApiProperty({ type: [String] }) nikWarnings: string[];
  @ApiProperty({ type: MaskedContact, nullable: true }) safeContact: MaskedContact | null;
}

class ReportedPersonView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() maskedName: string;
  @ApiProperty({ type: String, nullable: true }) sex: string | null;
  @ApiProperty({ type: Number, nullable: true }) age: number | null;
  @ApiProperty({ description: 'To the first client; code of list HUBUNGAN_PELAKU' }) relation: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'By client id' })
  relations: Record<string, string>;
  @ApiProperty({ required: false, format: 'uuid', description: 'Works at this partner agency' })
  conflictAgencyId?: string;
}

class MilestoneView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() kind: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

class GbvimsView {
  @ApiProperty({ type: String, nullable: true }) type: string | null;
  @ApiProperty() provisional: boolean;
}

class EmergencySightView {
  @ApiProperty({ format: 'uuid' }) accessId: string;
  @ApiProperty({ format: 'date-time' }) until: string;
}

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/**
 * The case page. What libraries further down the river add to it is described by their own schemas: named here,
 * defined there, because nothing here may import them.
 */
export class CaseView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'PBM-2026-0042' }) number: string;
  @ApiProperty({ enum: ['VIOLENCE', 'FAMILY'] }) mandate: string;
  @ApiProperty({ type: [String] }) tracks: string[];
  @ApiProperty({ type: [String] }) contexts: string[];
  @ApiProperty({ type: [String] }) violenceTypes: string[];
  @ApiProperty({ type: GbvimsView }) gbvims: GbvimsView;
  @ApiProperty({ type: String, nullable: true }) risk: string | null;
  @ApiProperty({ type: String, nullable: true }) riskWords: string | null;
  @ApiProperty({ enum: ['YES', 'NO', 'UNKNOWN'] }) clientSafeNow: string;
  @ApiProperty() stage: string;
  @ApiProperty({ type: [StageStepView] }) stages: StageStepView[];
  @ApiProperty({ type: NamedAgency }) agency: NamedAgency;
  @ApiProperty({ type: NamedAccount }) owner: NamedAccount;
  @ApiProperty({ type: [TeamMemberView] }) team: TeamMemberView[];
  @ApiProperty({ format: 'date-time' }) reportedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) occurredAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) knownAt: string | null;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) closedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty() online: boolean;
  @ApiProperty({ type: [ClientView] }) clients: ClientView[];
  @ApiProperty({ type: [ReportedPersonView] }) reportedPersons: ReportedPersonView[];
  @ApiProperty({ type: [GuardianView] }) guardians: GuardianView[];
  @ApiProperty({ type: [MilestoneView] }) milestones: MilestoneView[];
  @ApiProperty({ oneOf: [schema('ScreeningView'), { type: 'null' }], description: 'Null before the first' })
  screening: object | null;
  @ApiProperty({ type: 'array', items: schema('PromptView') }) prompts: object[];
  @ApiProperty({ oneOf: [schema('MediationView')] }) mediation: object;
  @ApiProperty({ type: [DeadlineView] }) deadlines: DeadlineView[];
  @ApiProperty({ type: 'array', items: schema('BasisView') }) bases: object[];
  @ApiProperty({ type: 'array', items: schema('ReferralView') }) referrals: object[];
  @ApiProperty({ type: 'array', items: schema('NeedView') }) needs: object[];
  @ApiProperty({ type: 'array', items: schema('NoteAudienceView') }) noteAudience: object[];
  @ApiProperty({ oneOf: [schema('ClosingView')] }) closing: object;
  @ApiProperty({ oneOf: [schema('ProtectionView')] }) protection: object;
  @ApiProperty({
    type: () => EmergencySightView,
    nullable: true,
    description: 'By what the reader sees it, where it is an emergency; otherwise null',
  })
  emergency: EmergencySightView | null;
  @ApiProperty({ type: [String] }) availableActs: string[];
}

/** The parts that the page always has, whether or not a library has something to say there. */
type Parts = Pick<
  CaseView,
  | 'screening'
  | 'prompts'
  | 'mediation'
  | 'deadlines'
  | 'bases'
  | 'referrals'
  | 'needs'
  | 'noteAudience'
  | 'closing'
  | 'protection'
>;

const NO_PARTS: Parts = {
  screening: null,
  prompts: [],
  mediation: {},
  deadlines: [],
  bases: [],
  referrals: [],
  needs: [],
  noteAudience: [],
  closing: {},
  protection: {},
};

export function toCaseRow(row: CaseListRow, locale: 'id' | 'en'): CaseRow {
  return {
    id: row.id,
    number: row.number,
    maskedClient: row.maskedClient,
    sex: row.sex,
    ageBand: row.ageBand,
    tracks: row.tracks,
    mandate: row.mandate,
    risk: row.risk,
    stage: row.stage,
    ownerName: row.ownerName,
    openedAt: row.openedAt.toISOString(),
    ...(row.nextDeadline && {
      nextDeadline: {
        id: row.nextDeadline.id,
        dueAt: row.nextDeadline.dueAt?.toISOString() ?? null,
        action: row.nextDeadline.action,
        status: row.nextDeadline.status,
        owes: owesWords(row.nextDeadline, row.ownerName, locale),
      },
    }),
  };
}

function owesWords({ owesName, owingKinds }: NextDeadline, keeperName: string, locale: 'id' | 'en'): string {
  if (owesName) return owesName;
  const words = partyWords(owingKinds, locale);
  const nobody = { owingAgencyId: null, owingAccountId: null };
  return isOwedOutside({ owingKinds, ...nobody }) ? watchedWords(words, keeperName, locale) : words;
}

export function toCase(page: OpenedCase, locale: 'id' | 'en'): CaseView {
  const { facts } = page;
  return {
    ...NO_PARTS,
    ...(page.parts as Partial<Parts>),
    id: facts.id,
    number: facts.number,
    mandate: facts.mandate,
    tracks: facts.tracks,
    contexts: facts.contexts,
    violenceTypes: facts.violenceTypes,
    gbvims: { type: page.gbvims.type, provisional: page.gbvims.provisional },
    risk: facts.risk,
    riskWords: facts.risk && codes.label('TINGKAT_RISIKO', facts.risk, locale),
    clientSafeNow: facts.clientSafeNow,
    stage: page.stage,
    stages: page.stages.map(({ stage, state }) => ({ stage, state })),
    agency: page.agency,
    owner: page.owner,
    team: page.team.map((member) => ({ ...member, since: member.since.toISOString() })),
    reportedAt: facts.reportedAt.toISOString(),
    occurredAt: facts.occurredAt?.toISOString() ?? null,
    knownAt: facts.knownAt?.toISOString() ?? null,
    openedAt: facts.openedAt.toISOString(),
    closedAt: facts.closedAt?.toISOString() ?? null,
    place: facts.place,
    online: facts.online,
    clients: page.clients.map(toClient),
    reportedPersons: page.reported.map((person) => toReportedPerson(person, page)),
    guardians: page.guardians.map(toGuardian),
    milestones: page.milestones.map(({ id, kind, at }) => ({ id, kind, at: at.toISOString() })),
    emergency: page.emergency && {
      accessId: page.emergency.accessId,
      until: page.emergency.until.toISOString(),
    },
    availableActs: page.availableActs,
  };
}

function toClient(person: OpenedPerson): ClientView {
  return {
    id: person.id,
    maskedName: maskFromInitials(person.initials),
    sex: person.sex ?? null,
    age: person.age,
    ageBand: person.ageBand,
    regionName: person.district,
    disabilities: person.disabilities ?? [],
    maskedNik: maskNik(person.nik),
    nikStatus: person.nikStatus,
    nikWarnings: person.nikWarnings,
    safeContact: person.safeContact ? toMaskedContact(person.safeContact) : null,
  };
}

/** How a person may be reached without danger, the number masked. */
export function toMaskedContact(contact: SafeContact): MaskedContact {
  return {
    channel: contact.channel,
    maskedValue: maskPhone(contact.value),
    window: contact.window ?? null,
    note: contact.note ?? null,
    mayLeaveMessage: contact.mayLeaveMessage ?? false,
  };
}

function toReportedPerson(person: OpenedPerson, page: OpenedCase): ReportedPersonView {
  const relations = page.facts.reported.find((one) => one.id === person.id)?.relations ?? {};
  const first = page.facts.victims[0]?.id;
  return {
    id: person.id,
    maskedName: maskFromInitials(person.initials),
    sex: person.sex ?? null,
    age: person.age,
    relation: (first && relations[first]) ?? 'NA',
    relations,
    ...(person.employerAgencyId && { conflictAgencyId: person.employerAgencyId }),
  };
}
