import { PlainText, type Actor } from '#access';
import { IsCode } from '#codes';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Invalid } from '#refusals';
import { eventWords, ladderWords } from '../rules/register-words.js';
import type { DatedRule } from '../rule-book.js';
import type { Proposal } from '../rule-proposals.queries.js';
import type { ChangeTerms, RuleHistory } from '../rule-versions.service.js';
import {
  BASES,
  CERTAINTIES,
  CLOCKS,
  RULE_KINDS,
  UNITS,
  type Basis,
  type Certainty,
  type Clock,
  type RuleKind,
  type Unit,
} from '../rules/deadline-rule.js';
import type { RuleDraft } from '../rules/rule-draft.js';
import { basisWords, partyWords } from './deadline.dto.js';

type Locale = 'id' | 'en';

class RuleTextView {
  @ApiProperty() triggerEvent: string;
  @ApiProperty() triggerWords: string;
  @ApiProperty() action: string;
  @ApiProperty({ type: Number, nullable: true }) amount: number | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ type: String, nullable: true }) clock: string | null;
  @ApiProperty() appliesWhen: string;
  @ApiProperty() basis: string;
  @ApiProperty() basisWords: string;
  @ApiProperty() citation: string;
  @ApiProperty() certainty: string;
  @ApiProperty() needsLegalCheck: boolean;
  @ApiProperty({ type: [String] }) reminderOffsets: string[];
  @ApiProperty() escalateTo: string;
  @ApiProperty() escalateWords: string;
  @ApiProperty() wording: string;
  @ApiProperty() notes: string;
  @ApiProperty() kind: string;
  @ApiProperty({ description: 'The office that answers for the rule (JENIS_INSTANSI)' }) owner: string;
}

export class RuleView extends RuleTextView {
  @ApiProperty({ description: 'Stable name of the rule' }) id: string;
  @ApiProperty() version: number;
  @ApiProperty({ type: [String] }) owingKinds: string[];
  @ApiProperty() owingWords: string;
  @ApiProperty({ enum: ['COMING', 'IN_FORCE', 'ENDED'] }) state: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Null: as far back as anybody reports',
  })
  validFrom: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) validTo: string | null;
}

export class RuleRowView extends RuleView {
  @ApiProperty({ description: 'A proposal waits for a second person; only the legal office is told' })
  proposalWaits: boolean;
}

export class RuleList {
  @ApiProperty({ type: [RuleRowView] }) items: RuleRowView[];
}

export class ProposalView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['VERSION', 'RETIREMENT'] }) kind: string;
  @ApiProperty({ enum: ['OPEN', 'APPROVED', 'WITHDRAWN'] }) status: string;
  @ApiPropertyOptional({ type: RuleTextView, description: 'Absent for a retirement' }) rule?: RuleTextView;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty() appliesToOpen: boolean;
  @ApiProperty() reason: string;
  @ApiProperty() proposedBy: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) decisionReason: string | null;
  @ApiProperty({ type: [String], enum: ['approve', 'withdraw'] }) availableActs: string[];
}

export class RuleHistoryView {
  @ApiProperty({ type: [RuleView], description: 'The newest first' }) versions: RuleView[];
  @ApiProperty({ type: [ProposalView], description: 'For the legal office; empty for others' })
  proposals: ProposalView[];
  @ApiProperty({ type: [String], enum: ['propose', 'retire'] }) availableActs: string[];
}

class TermsInput {
  @ApiProperty({ format: 'date', description: "Calendar date in the city's zone from which it holds" })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'date.malformed' })
  effectiveFrom: string;

  @ApiProperty({ description: 'Also to deadlines that are open then; otherwise they keep their version' })
  @IsBoolean()
  appliesToOpen: boolean;

  @PlainText(1000)
  reason: string;
}

export class RetirementInput extends TermsInput {}

export class RuleVersionInput extends TermsInput {
  @PlainText(80) triggerEvent: string;
  @PlainText(200) action: string;

  @ApiPropertyOptional({ description: 'Absent with unit and clock: the source names no number' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  amount?: number;

  @ApiPropertyOptional({ enum: UNITS })
  @IsOptional()
  @IsIn([...UNITS], { message: 'code.unknown' })
  unit?: Unit;
  @ApiPropertyOptional({ enum: CLOCKS })
  @IsOptional()
  @IsIn([...CLOCKS], { message: 'code.unknown' })
  clock?: Clock;

  @PlainText(200, { example: 'track HAS KTA AND risk = TINGGI' }) appliesWhen: string;
  @ApiProperty({ enum: BASES }) @IsIn([...BASES], { message: 'code.unknown' }) basis: Basis;
  @PlainText(300) citation: string;
  @ApiProperty({ enum: CERTAINTIES })
  @IsIn([...CERTAINTIES], { message: 'code.unknown' })
  certainty: Certainty;
  @ApiProperty() @IsBoolean() needsLegalCheck: boolean;

  @ApiProperty({ type: [String], example: ['-24h', '-1h', '0h'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @MaxLength(12, { each: true })
  reminderOffsets: string[];

  @PlainText(200, { example: 'KASAT_RESKRIM>KAPOLRES' }) escalateTo: string;
  @PlainText(300) wording: string;
  @PlainText(1000, { optional: true }) notes?: string;
  @ApiProperty({ enum: RULE_KINDS }) @IsIn([...RULE_KINDS], { message: 'code.unknown' }) kind: RuleKind;
  @ApiProperty({ description: 'Code of JENIS_INSTANSI' }) @IsCode('JENIS_INSTANSI') owner: string;
}

export class WithdrawalInput {
  @PlainText(1000)
  reason: string;
}

/** The draft in an input. 422 when only a part of amount, unit and clock is given: a limit is all three or none. */
export function toDraft(input: RuleVersionInput): RuleDraft {
  const { amount, unit, clock } = input;
  const given = { amount, unit, clock };
  const missing = Object.entries(given).filter(([, value]) => value === undefined);
  if (missing.length === 1 || missing.length === 2)
    throw new Invalid(missing.map(([field]) => ({ pointer: `/${field}`, code: 'rule.limitIncomplete' })));
  return {
    triggerEvent: input.triggerEvent,
    action: input.action,
    limit: missing.length === 0 ? { amount: amount!, unit: unit!, clock: clock! } : null,
    appliesWhen: input.appliesWhen,
    basis: input.basis,
    citation: input.citation,
    certainty: input.certainty,
    needsLegalCheck: input.needsLegalCheck,
    reminderOffsets: input.reminderOffsets,
    escalateTo: input.escalateTo,
    wording: input.wording,
    notes: input.notes ?? '',
    kind: input.kind,
    owner: input.owner,
  };
}

export function toTerms({ effectiveFrom, appliesToOpen, reason }: TermsInput): ChangeTerms {
  return { effectiveFrom, appliesToOpen, reason };
}

export function toRuleView(rule: DatedRule, locale: Locale): RuleView {
  return {
    id: rule.slug,
    version: rule.version,
    owingKinds: [...rule.owingKinds],
    owingWords: partyWords(rule.owingKinds, locale),
    state: rule.state,
    validFrom: rule.validFrom?.toISOString() ?? null,
    validTo: rule.validTo?.toISOString() ?? null,
    ...toText(rule, locale),
  };
}

export function toHistory(
  { versions, proposals }: RuleHistory,
  actor: Actor,
  mayPropose: boolean,
): RuleHistoryView {
  const waits = proposals.some(({ status }) => status === 'OPEN');
  const acts =
    !mayPropose || waits ? [] : versions[0]!.validTo === null ? ['propose', 'retire'] : ['propose'];
  return {
    versions: versions.map((version) => toRuleView(version, actor.locale)),
    proposals: proposals.map((proposal) => toProposal(proposal, actor)),
    availableActs: acts,
  };
}

function toProposal(proposal: Proposal, actor: Actor): ProposalView {
  const others = proposal.proposedByPerson !== actor.personId;
  return {
    id: proposal.id,
    kind: proposal.kind,
    status: proposal.status,
    ...(proposal.rule && { rule: toText(proposal.rule, actor.locale) }),
    effectiveFrom: proposal.effectiveFrom,
    appliesToOpen: proposal.appliesToOpen,
    reason: proposal.reason,
    proposedBy: proposal.proposedByName,
    proposedAt: proposal.proposedAt.toISOString(),
    decidedBy: proposal.decidedByName,
    decidedAt: proposal.decidedAt?.toISOString() ?? null,
    decisionReason: proposal.decisionReason,
    availableActs: proposal.status === 'OPEN' ? [...(others ? ['approve'] : []), 'withdraw'] : [],
  };
}

function toText(rule: RuleDraft, locale: Locale): RuleTextView {
  return {
    triggerEvent: rule.triggerEvent,
    triggerWords: eventWords(rule.triggerEvent, locale),
    action: rule.action,
    amount: rule.limit?.amount ?? null,
    unit: rule.limit?.unit ?? null,
    clock: rule.limit?.clock ?? null,
    appliesWhen: rule.appliesWhen,
    basis: rule.basis,
    basisWords: basisWords(rule, locale),
    citation: rule.citation,
    certainty: rule.certainty,
    needsLegalCheck: rule.needsLegalCheck,
    reminderOffsets: [...rule.reminderOffsets],
    escalateTo: rule.escalateTo,
    escalateWords: ladderWords(rule.escalateTo, locale),
    wording: rule.wording,
    notes: rule.notes,
    kind: rule.kind,
    owner: rule.owner,
  };
}
