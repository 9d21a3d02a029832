import { PlainText, Instant } from '#access';
import { historySentence } from '#cases';
import {
  resultOf,
  VERDICT_RESULTS,
  verdictWords,
  WITNESS_TROUBLES,
  witnessAdvice,
  witnessSays,
  witnessWords,
  type FirstBad,
  type Verdict,
  type VerdictResult,
  type WitnessState,
  type WitnessStates,
} from '#audit';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { ExportedCheckpoint } from '../ledger-export.queries.js';
import type { LatestCheckpoint, TrailEntry } from '../oversight.queries.js';
import type { CheckpointStanding } from '../oversight.service.js';
import { kindOf, KINDS, type Kind } from '../rules/kinds-of-acts.js';
import { actBehind, sentenceOutsideCases } from '../rules/sentences.js';
import type { TrailPerson } from '../trail-people.queries.js';

const DECISIONS = ['allowed', 'refused', 'denied'] as const;

export class TrailQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() caseId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'A case by its pseudonym in the ledger' })
  @IsOptional()
  @IsUUID()
  caseRef?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() actorId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The agency of whoever acted' })
  @IsOptional()
  @IsUUID()
  agencyId?: string;
  @ApiPropertyOptional({ enum: KINDS }) @IsOptional() @IsIn(KINDS) kind?: Kind;
  /** An act (`referral.sent`) or a kind of act (`referral`). */
  @PlainText(80, { optional: true }) act?: string;
  @ApiPropertyOptional({ enum: DECISIONS })
  @IsOptional()
  @IsIn(DECISIONS)
  decision?: (typeof DECISIONS)[number];
  @Instant({ optional: true, description: 'From this moment on' }) from?: string;
  @Instant({ optional: true, description: 'Before this moment' }) to?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[\w-]{1,40}$/, { message: 'cursor.malformed' })
  cursor?: string;
}

class LedgerObject {
  @ApiProperty() kind: string;
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class AuditEntryView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() seq: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() act: string;
  @ApiProperty({ enum: DECISIONS }) decision: string;
  @ApiProperty({ enum: KINDS }) kind: Kind;
  @ApiProperty({ description: 'What it says to a person; the name goes before it' }) sentence: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'A pseudonym; null for the system',
  })
  actorId: string | null;
  @ApiProperty({ type: String, nullable: true }) actorName: string | null;
  @ApiProperty() actorRole: string;
  @ApiProperty({ type: String, nullable: true }) agencyName: string | null;
  @ApiPropertyOptional({ type: LedgerObject }) object?: LedgerObject;
  @ApiPropertyOptional({ format: 'uuid' }) caseId?: string;
  @ApiPropertyOptional() caseNumber?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The case by its pseudonym in the ledger' })
  caseRef?: string;
  @ApiPropertyOptional({ description: 'Whose account it is about' }) accountName?: string;
  @ApiProperty({ type: Object }) facts: Record<string, unknown>;
  @ApiProperty({ description: 'Whether a signed seal holds it already' }) sealed: boolean;
}

export class AuditPage {
  @ApiProperty({ type: [AuditEntryView] }) items: AuditEntryView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class TrailPersonView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() role: string;
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'False for somebody who left' }) active: boolean;
}

export class TrailPeople {
  @ApiProperty({ type: [TrailPersonView] }) items: TrailPersonView[];
}

class FirstBadView {
  @ApiProperty() why: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Place in the tree, counted from 0' }) index:
    number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'End of the range in doubt' }) lastIndex:
    number | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) entryId: string | null;
  @ApiProperty({ type: Number, nullable: true }) checkpoint: number | null;
}

class WitnessView {
  @ApiProperty({ description: 'The name in the witness’s key' }) name: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Entries that it vouched for' }) size:
    number | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) signedAt: string | null;
  @ApiProperty({ description: 'Seals that it has not signed yet' }) behind: number;
  @ApiProperty({ type: String, nullable: true, enum: [...WITNESS_TROUBLES] }) trouble: string | null;
  @ApiProperty({ description: 'How it stands, in a sentence' }) words: string;
  @ApiPropertyOptional({ description: 'What to do about its trouble' }) advice?: string;
}

export class VerificationView {
  @ApiProperty() ok: boolean;
  @ApiProperty({
    enum: VERDICT_RESULTS,
    description: 'The kind of answer, as apps/verify tells it by its exit code',
  })
  result: VerdictResult;
  @ApiProperty() entries: number;
  @ApiProperty() sealed: number;
  @ApiProperty() pending: number;
  @ApiProperty() checkpoints: number;
  @ApiPropertyOptional({ type: FirstBadView }) firstBad?: FirstBadView;
  @ApiProperty() words: string;
  @ApiProperty({ type: [WitnessView] }) witnesses: WitnessView[];
  @ApiProperty({ description: 'Whether enough witnesses signed the newest seal' }) witnessed: boolean;
  @ApiProperty({ description: 'What is said of the witnesses' }) witnessWords: string;
}

class LastPrintView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
}

export class CheckpointView {
  @ApiProperty() number: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() size: number;
  @ApiProperty({ description: 'C2SP signed note' }) note: string;
  @ApiProperty({ description: 'name+id+key' }) publicKey: string;
  @ApiProperty({ type: [WitnessView] }) witnesses: WitnessView[];
  @ApiProperty({ description: 'Whether enough witnesses signed the newest seal, or the one before' })
  witnessed: boolean;
  @ApiPropertyOptional({ type: LastPrintView, description: 'When the daily seal was last printed' })
  printed?: LastPrintView;
}

export class CheckpointSheetView {
  @ApiProperty() number: number;
  @ApiProperty({ format: 'date-time', description: 'When it was sealed' }) at: string;
  @ApiProperty() size: number;
  @ApiProperty({ description: 'Root of the tree, base64' }) root: string;
  @ApiProperty({ description: 'C2SP signed note with the witnesses’ signatures; what the QR code holds' })
  note: string;
  @ApiProperty({ description: 'name+id+key' }) publicKey: string;
  @ApiProperty({ type: [String], description: 'Whose signatures are in the note' }) witnesses: string[];
  @ApiProperty({ format: 'date-time' }) printedAt: string;
}

export function toAuditEntry(entry: TrailEntry, locale: 'id' | 'en'): AuditEntryView {
  return {
    id: entry.id,
    seq: entry.seq,
    at: entry.at.toISOString(),
    act: entry.act,
    decision: entry.decision,
    kind: entry.decision === 'allowed' ? kindOf(entry.act) : 'failed',
    sentence: sentenceOf(entry)[locale],
    actorId: entry.actorId,
    actorName: entry.actorName,
    actorRole: entry.actorRole,
    agencyName: entry.agencyName,
    ...(entry.objectKind && entry.objectId && { object: { kind: entry.objectKind, id: entry.objectId } }),
    ...(entry.caseId && { caseId: entry.caseId, ...(entry.caseNumber && { caseNumber: entry.caseNumber }) }),
    ...(entry.caseRef && { caseRef: entry.caseRef }),
    ...(entry.accountName && { accountName: entry.accountName }),
    facts: entry.facts,
    sealed: entry.index !== null,
  };
}

/** Every entry has a sentence, refused attempts too. */
export function sentenceOf({ act, decision, facts }: Pick<TrailEntry, 'act' | 'decision' | 'facts'>): {
  id: string;
  en: string;
} {
  const done = actBehind(act);
  return sentenceOutsideCases(done, decision) ?? historySentence(done, facts, decision);
}

export function toTrailPerson(person: TrailPerson): TrailPersonView {
  const { id, name, role, agencyId, agencyName, active } = person;
  return { id, name, role, agencyId, agencyName, active };
}

export function toVerification(verdict: Verdict & WitnessStates, locale: 'id' | 'en'): VerificationView {
  const { ok, entries, sealed, pending, checkpoints, firstBad, witnesses, enough } = verdict;
  return {
    ok,
    result: resultOf(verdict, enough),
    entries,
    sealed,
    pending,
    checkpoints,
    ...(firstBad && { firstBad: toFirstBad(firstBad) }),
    words: verdictWords(verdict)[locale],
    witnesses: witnesses.map((state) => toWitness(state, locale)),
    witnessed: enough,
    witnessWords: witnessWords(witnesses)[locale],
  };
}

function toWitness(state: WitnessState, locale: 'id' | 'en'): WitnessView {
  const { witness, size, signedAt, behind, trouble } = state;
  return {
    name: witness,
    size,
    signedAt: signedAt?.toISOString() ?? null,
    behind,
    trouble,
    words: witnessSays(state)[locale],
    ...(trouble && { advice: witnessAdvice(trouble)[locale] }),
  };
}

function toFirstBad({ why, index, lastIndex, entryId, checkpoint }: FirstBad): FirstBadView {
  return { why, index, lastIndex, entryId, checkpoint };
}

export function toCheckpoint(
  checkpoint: LatestCheckpoint,
  { publicKey, witnesses, enough, printed }: Omit<CheckpointStanding, 'checkpoint'>,
  locale: 'id' | 'en',
): CheckpointView {
  const { number, size, note, at } = checkpoint;
  return {
    ...{ number, at: at.toISOString(), size, note, publicKey },
    witnesses: witnesses.map((state) => toWitness(state, locale)),
    witnessed: enough,
    ...(printed && { printed: { at: printed.at.toISOString(), byName: printed.byName } }),
  };
}

export function toCheckpointSheet(
  { number, at, size, note }: ExportedCheckpoint,
  publicKey: string,
  printedAt: Date,
): CheckpointSheetView {
  const [body = '', signatures = ''] = note.split('\n\n');
  const [name, , root = ''] = body.split('\n');
  const signers = signatures.split('\n').flatMap((line) => /^— (\S+) /u.exec(line)?.[1] ?? []);
  return {
    ...{ number, at: at.toISOString(), size, root, note, publicKey },
    witnesses: signers.filter((signer) => signer !== name),
    printedAt: printedAt.toISOString(),
  };
}
