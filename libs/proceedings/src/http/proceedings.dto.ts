import { Instant, may, PlainText, type Actor } from '#access';
import { caseAllows, type CaseFacts } from '#cases';
import { codes } from '#codes';
import { basisWords } from '#deadlines';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { TIMELINE_REASONS, type TimelineReason } from '../monitoring.service.js';
import { namesNext, type Proceedings, type TimelineStep } from '../proceedings.queries.js';
import { LEGAL_STEP_KINDS, legalStep, type LegalStepKind } from '../rules/legal-step.js';
import { DEVIATIONS } from '../rules/order.js';

export class LegalStepInput {
  @ApiProperty({ enum: LEGAL_STEP_KINDS })
  @IsIn(LEGAL_STEP_KINDS)
  kind: string;

  @Instant({ optional: true, description: 'When it happened; absent: now' })
  at?: string;

  @Instant({ optional: true, description: 'When the unit came to know of it; absent: now' })
  knownAt?: string;

  @Instant({ optional: true, description: 'Of a hearing: for when the next one was announced' })
  nextAt?: string;

  @PlainText(120, { optional: true, example: 'LP/B/12/IV/2026/SPKT' })
  number?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Whose act it was; of the kind that the step names',
  })
  @IsOptional()
  @IsUUID()
  agencyId?: string;

  /** Needed where the step is out of its usual order. */
  @PlainText(1000, { optional: true })
  reason?: string;
}

export class StepWithdrawalInput {
  @PlainText(1000)
  reason: string;
}

export class TimelineInput {
  @ApiProperty({ enum: TIMELINE_REASONS })
  @IsIn(TIMELINE_REASONS)
  reason: TimelineReason;

  @ApiProperty({ required: false, default: false, description: 'With the numbers of police and court' })
  @IsOptional()
  @IsBoolean()
  withNumbers?: boolean;
}

export class StepWithdrawalView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() byName: string;
  @ApiProperty() reason: string;
}

export class LegalStepView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['STEP', 'EVENT'], description: 'EVENT: recorded as an event of the register alone' })
  source: string;
  @ApiProperty({ enum: LEGAL_STEP_KINDS }) kind: string;
  @ApiProperty() label: string;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ format: 'date-time' }) knownAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) nextAt: string | null;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty({ type: String, nullable: true, enum: [...DEVIATIONS, null] }) outOfOrder: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty() recordedByName: string;
  @ApiProperty({ type: StepWithdrawalView, nullable: true }) withdrawn: StepWithdrawalView | null;
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export class AwaitedView {
  @ApiProperty({ enum: LEGAL_STEP_KINDS }) kind: string;
  @ApiProperty() label: string;
  @ApiProperty() by: string;
  @ApiProperty({ type: String, nullable: true, description: 'What it usually follows on, in words' })
  follows: string | null;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) announced: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueAt: string | null;
  @ApiProperty({ type: String, nullable: true }) basisWords: string | null;
  @ApiProperty({ type: String, nullable: true }) citation: string | null;
}

export class StepKindView {
  @ApiProperty({ enum: LEGAL_STEP_KINDS }) kind: string;
  @ApiProperty() label: string;
  @ApiProperty({ description: 'Code of JENIS_INSTANSI' }) byKind: string;
  @ApiProperty({ description: 'In its usual order now; otherwise a reason is asked for' }) usual: boolean;
  @ApiProperty() namesNext: boolean;
}

export class ProceedingsView {
  @ApiProperty() caseNumber: string;
  @ApiProperty({ type: [LegalStepView] }) steps: LegalStepView[];
  @ApiProperty({ type: [AwaitedView] }) awaited: AwaitedView[];
  @ApiProperty({ type: [StepKindView] }) kinds: StepKindView[];
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export function toProceedings(actor: Actor, facts: CaseFacts, proceedings: Proceedings): ProceedingsView {
  const { locale } = actor;
  const writes = caseAllows('case.milestone', facts) && may(actor.role, 'proceeding.record');
  const label = (kind: LegalStepKind): string => legalStep(kind)[locale];
  const agency = (code: string): string => codes.label('JENIS_INSTANSI', code, locale);
  return {
    caseNumber: facts.number,
    steps: proceedings.steps.map((step) => toStep(step, { writes, label, agency })),
    awaited: proceedings.awaited.map(({ kind, by, follows, since, announced, dueAt, clock }) => ({
      kind,
      label: label(kind),
      by: agency(by),
      follows: follows && label(follows),
      since: since.toISOString(),
      announced: announced?.toISOString() ?? null,
      dueAt: dueAt?.toISOString() ?? null,
      basisWords: clock && basisWords(clock, locale),
      citation: clock?.citation ?? null,
    })),
    kinds: proceedings.kinds.map(({ kind, usual }) => ({
      kind,
      label: label(kind),
      byKind: legalStep(kind).by,
      usual,
      namesNext: namesNext(kind),
    })),
    availableActs: [
      ...(writes ? ['proceeding.record'] : []),
      ...(may(actor.role, 'proceeding.export') ? ['proceeding.export'] : []),
    ],
  };
}

function toStep(
  step: TimelineStep,
  {
    writes,
    label,
    agency,
  }: { writes: boolean; label: (kind: LegalStepKind) => string; agency: (code: string) => string },
): LegalStepView {
  return {
    id: step.id,
    source: step.source,
    kind: step.kind,
    label: label(step.kind),
    by: step.agencyName ?? agency(legalStep(step.kind).by),
    at: step.at.toISOString(),
    knownAt: step.knownAt.toISOString(),
    nextAt: step.nextAt?.toISOString() ?? null,
    number: step.number,
    outOfOrder: step.outOfOrder,
    reason: step.reason,
    recordedByName: step.recordedByName,
    withdrawn: step.withdrawn && { ...step.withdrawn, at: step.withdrawn.at.toISOString() },
    availableActs: writes && step.source === 'STEP' && !step.withdrawn ? ['proceeding.withdraw'] : [],
  };
}
