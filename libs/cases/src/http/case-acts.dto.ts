import { PlainText, Instant } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { NOTE_AUDIENCES, type NoteAudience } from '../case-note.entity.js';
import type { OpenedNote } from '../case-notes.service.js';
import type { Match } from '../identities.service.js';
import type { CaseContent, OpenedPerson } from '../case-contents.js';
import type { HistoryItem } from '../case-history.queries.js';
import {
  REVEAL_PARTS,
  REVEAL_REASONS,
  SHOWN_SECONDS,
  type RevealPart,
  type RevealReason,
} from '../rules/reveal.js';

export class EditCaseInput {
  @ApiProperty({ required: false, format: 'uuid', description: 'A colleague who may write cases' })
  @IsOptional()
  @IsUUID()
  ownerAccountId?: string;

  @ApiProperty({ required: false, type: [String], description: 'Codes of list KONTEKS_KASUS' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsCode('KONTEKS_KASUS', { each: true })
  contexts?: string[];

  @ApiProperty({ required: false, type: [String], description: 'Codes of list JENIS_KEKERASAN' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsCode('JENIS_KEKERASAN', { each: true })
  violenceTypes?: string[];
}

export class MemberInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  accountId: string;
}

export class NoteInput {
  @PlainText(8000)
  text: string;

  @ApiProperty({ enum: NOTE_AUDIENCES, required: false, default: 'TEAM' })
  @IsOptional()
  @IsIn(NOTE_AUDIENCES)
  audience?: NoteAudience;
}

export class NoteReaderView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) referralId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ type: [String], description: 'Codes of LINGKUP_DATA' }) classes: string[];
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) endedAt: string | null;
}

export class NoteView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() authorName: string;
  @ApiProperty({ enum: NOTE_AUDIENCES }) audience: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: [NoteReaderView], description: 'Agencies that may read it besides the team' })
  shares: NoteReaderView[];
}

export class NotesView {
  @ApiProperty({ type: [NoteView] }) items: NoteView[];
}

export class MilestoneInput {
  @PlainText(80, { example: 'report.received_by_police' })
  kind: string;

  @Instant({ optional: true, description: 'When it happened; absent: now' })
  at?: string;
}

export class Created {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class RevealInput {
  @ApiProperty({ enum: REVEAL_REASONS })
  @IsIn(REVEAL_REASONS)
  reason: RevealReason;

  @PlainText(400, { optional: true, example: 'Menelepon klien untuk janji pemeriksaan' })
  purpose?: string;

  @ApiProperty({ enum: REVEAL_PARTS, required: false, description: 'SAFE_CONTACT: no name, number or story' })
  @IsOptional()
  @IsIn(REVEAL_PARTS)
  part?: RevealPart;
}

class RevealedContact {
  @ApiProperty() channel: string;
  @ApiProperty({ required: false }) value?: string;
  @ApiProperty({ required: false }) window?: string;
  @ApiProperty({ required: false }) note?: string;
  @ApiProperty({ required: false }) mayLeaveMessage?: boolean;
}

export class RevealedPerson {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) nik: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) birthDate: string | null;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true }) school: string | null;
  @ApiProperty({ type: RevealedContact, nullable: true }) safeContact: RevealedContact | null;
}

export class RevealView {
  @ApiProperty({ type: [RevealedPerson] }) clients: RevealedPerson[];
  @ApiProperty({ type: [RevealedPerson] }) reportedPersons: RevealedPerson[];
  @ApiProperty({ type: [RevealedPerson] }) reporters: RevealedPerson[];
  @ApiProperty({ type: String, nullable: true }) narrative: string | null;
  @ApiProperty({
    description: 'The page hides it again after so many seconds; a later look is an act of its own',
  })
  shownSeconds: number;
}

export class MatchInput {
  @PlainText(200, { optional: true })
  name?: string;

  @PlainText(32, { optional: true })
  nik?: string;

  @PlainText(40, { optional: true })
  phone?: string;
}

export class MatchView {
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() caseNumber: string;
  @ApiProperty() maskedName: string;
  @ApiProperty({ type: String, nullable: true }) ageBand: string | null;
  @ApiProperty() personKind: string;
  @ApiProperty({ isArray: true, enum: ['name', 'nik', 'phone'] }) agreed: string[];
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) closedAt: string | null;
}

export class MatchesView {
  @ApiProperty({ type: [MatchView] }) items: MatchView[];
}

export class HistoryEntryView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Absent: the system' }) actorName: string | null;
  @ApiProperty({ type: String, nullable: true }) agencyName: string | null;
  @ApiProperty() act: string;
  @ApiProperty({ enum: ['allowed', 'refused', 'denied'] }) decision: string;
  @ApiProperty({ description: 'In the language of the reader' }) sentence: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) facts: Record<string, unknown>;
  @ApiProperty({ required: false, description: 'Why identities were opened' }) purpose?: string;
}

export class HistoryView {
  @ApiProperty({ type: [HistoryEntryView] }) items: HistoryEntryView[];
}

export function toNote(note: OpenedNote): NoteView {
  return {
    id: note.id,
    at: note.at.toISOString(),
    authorName: note.authorName,
    audience: note.audience,
    text: note.text,
    shares: note.shares.map(({ id, referralId, agencyName, classes, at, endedAt }) => ({
      ...{ id, referralId, agencyName, classes },
      at: new Date(at).toISOString(),
      endedAt: endedAt && new Date(endedAt).toISOString(),
    })),
  };
}

export function toReveal(content: CaseContent): RevealView {
  return {
    clients: content.clients.map(toRevealed),
    reportedPersons: content.reported.map(toRevealed),
    reporters: content.reporters.map(toRevealed),
    narrative: content.chronology,
    shownSeconds: SHOWN_SECONDS,
  };
}

function toRevealed(person: OpenedPerson): RevealedPerson {
  return {
    id: person.id,
    name: person.name ?? null,
    nik: person.nik ?? null,
    birthDate: person.birthDate ?? null,
    phone: person.phone ?? null,
    address: person.address ?? null,
    school: person.school ?? null,
    safeContact: person.safeContact ?? null,
  };
}

export function toMatch(match: Match): MatchView {
  return {
    caseId: match.caseId,
    caseNumber: match.caseNumber,
    maskedName: match.maskedName,
    ageBand: match.ageBand,
    personKind: match.personKind,
    agreed: match.agreed,
    openedAt: match.openedAt.toISOString(),
    closedAt: match.closedAt?.toISOString() ?? null,
  };
}

export function toHistoryEntry(item: HistoryItem, locale: 'id' | 'en'): HistoryEntryView {
  return {
    id: item.id,
    at: item.at.toISOString(),
    actorName: item.actorName,
    agencyName: item.agencyName,
    act: item.act,
    decision: item.decision,
    sentence: item.sentence[locale],
    facts: item.facts,
    ...(item.purpose === undefined ? {} : { purpose: item.purpose }),
  };
}
