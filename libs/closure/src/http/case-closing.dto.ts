import { PlainText, type Actor } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, ValidateNested } from 'class-validator';
import {
  availableDecisions,
  type ClosingPage,
  type ShownCheck,
  type ShownClosing,
} from '../case-closings.queries.js';
import { AFTERCARE_OUTCOMES, type AftercareOutcome } from '../rules/aftercare.js';
import { RIGHT_ANSWERS, type RightAnswer } from '../rules/closing.js';

export class RightsInput {
  @ApiProperty({ enum: RIGHT_ANSWERS, description: 'The client knows that the case ends, and why' })
  @IsIn(RIGHT_ANSWERS)
  TOLD_OF_CLOSING: RightAnswer;

  @ApiProperty({
    enum: RIGHT_ANSWERS,
    description: 'The client knows whom to call when help is needed again',
  })
  @IsIn(RIGHT_ANSWERS)
  KNOWS_HOW_TO_RETURN: RightAnswer;

  @ApiProperty({ enum: RIGHT_ANSWERS })
  @IsIn(RIGHT_ANSWERS)
  SAFETY_PLAN: RightAnswer;

  @ApiProperty({ enum: RIGHT_ANSWERS, description: 'Told of restitution and compensation' })
  @IsIn(RIGHT_ANSWERS)
  RESTITUTION_TOLD: RightAnswer;

  @ApiProperty({ enum: RIGHT_ANSWERS })
  @IsIn(RIGHT_ANSWERS)
  DOCUMENTS_RETURNED: RightAnswer;
}

export class ClosingInput {
  @ApiProperty({ description: 'Code of list ALASAN_TERMINASI' })
  @IsCode('ALASAN_TERMINASI')
  reason: string;

  @ApiProperty({ type: RightsInput })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => RightsInput)
  rights: RightsInput;

  @PlainText(4000)
  summary: string;
}

export class ReasonInput {
  @PlainText(2000)
  reason: string;
}

export class AftercareInput {
  @ApiProperty({ enum: AFTERCARE_OUTCOMES })
  @IsIn(AFTERCARE_OUTCOMES)
  outcome: AftercareOutcome;

  // Needed where help is needed again: with what.
  @PlainText(2000, { optional: true })
  note?: string;
}

class NamedView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
}

class LatestClosingView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['PROPOSED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'REOPENED'] }) status: string;
  @ApiProperty({ description: 'Code of list ALASAN_TERMINASI' }) reason: string;
  @ApiProperty({ type: RightsInput }) rights: object;
  @ApiProperty() summary: string;
  @ApiProperty() afterCare: boolean;
  @ApiProperty({ type: NamedView }) proposedBy: NamedView;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ type: NamedView, nullable: true }) decidedBy: NamedView | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was rejected' }) decision: string | null;
  @ApiProperty({ type: NamedView, nullable: true }) reopenedBy: NamedView | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) reopenedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) reopening: string | null;
  @ApiProperty({ isArray: true, enum: ['approve', 'reject', 'withdraw'] }) availableActs: string[];
}

class AftercareView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: AFTERCARE_OUTCOMES }) outcome: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

class WorkLeftView {
  @ApiProperty() openReferrals: number;
  @ApiProperty() unconfirmedReferrals: number;
  @ApiProperty() drafts: number;
}

/** The end of a case: what stands in its way, what was proposed and decided, and the checks after it. */
export class ClosingView {
  @ApiProperty({ type: WorkLeftView }) workLeft: WorkLeftView;
  @ApiProperty({ type: LatestClosingView, nullable: true }) latest: LatestClosingView | null;
  @ApiProperty({ type: [AftercareView], description: 'The newest first' }) checks: AftercareView[];
}

export function toClosing({ workLeft, latest, checks }: ClosingPage, actor: Actor | null): ClosingView {
  return { workLeft, latest: latest && toLatest(latest, actor), checks: checks.map(toCheck) };
}

function toLatest(shown: ShownClosing, actor: Actor | null): LatestClosingView {
  const { closing, proposedBy, decidedBy, reopenedBy } = shown;
  const named = (person: { accountId: string; name: string }): NamedView => ({
    accountId: person.accountId,
    name: person.name,
  });
  return {
    id: closing.id,
    status: closing.status,
    reason: closing.reason,
    rights: closing.rights,
    summary: shown.summary,
    afterCare: closing.afterCare,
    proposedBy: named(proposedBy),
    proposedAt: closing.proposedAt.toISOString(),
    decidedBy: decidedBy && named(decidedBy),
    decidedAt: closing.decidedAt?.toISOString() ?? null,
    decision: shown.decision,
    reopenedBy: reopenedBy && named(reopenedBy),
    reopenedAt: closing.reopenedAt?.toISOString() ?? null,
    reopening: shown.reopening,
    availableActs: availableDecisions(actor, shown),
  };
}

function toCheck({ check, note, doneBy }: ShownCheck): AftercareView {
  return { id: check.id, outcome: check.outcome, note, by: doneBy.name, at: check.at.toISOString() };
}
