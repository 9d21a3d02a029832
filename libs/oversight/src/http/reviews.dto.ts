import { PlainText } from '#access';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { TrailEntry } from '../oversight.queries.js';
import type { ShownReview } from '../reviews/reviews.service.js';
import { REASON_NAMES, type Reason } from '../rules/reasons-to-review.js';
import { OUTCOMES, outcomesFor, SIDES, type Outcome, type Side } from '../rules/who-reviews.js';
import { AuditEntryView, toAuditEntry } from './audit.dto.js';

export class ReviewsQuery {
  @ApiPropertyOptional({ enum: ['open', 'done'] }) @IsOptional() @IsIn(['open', 'done']) state?:
    'open' | 'done';
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[\dTZ:.-]+_[0-9a-f-]{36}$/, { message: 'cursor.malformed' })
  cursor?: string;
}

export class ReviewDecisionInput {
  @ApiProperty({ enum: OUTCOMES, description: 'ASK keeps it open; a note goes with ASK and CONCERN' })
  @IsIn(OUTCOMES)
  outcome: Outcome;

  @PlainText(2000, { optional: true })
  note?: string;
}

export class ReviewView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date', description: 'The day in the city that was gone through' }) day: string;
  @ApiProperty({ enum: SIDES, description: 'Whose people review it' }) side: Side;
  @ApiProperty({ enum: REASON_NAMES, description: 'Why it was picked' }) reason: Reason;
  @ApiProperty({ enum: ['open', 'asked', 'done'] }) status: string;
  @ApiProperty({ type: String, nullable: true, enum: ['IN_ORDER', 'CONCERN', null] }) outcome: string | null;
  @ApiProperty({ format: 'uuid' }) subjectId: string;
  @ApiProperty() subjectName: string;
  @ApiProperty() subjectRole: string;
  @ApiProperty() subjectAgency: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The case by its pseudonym' }) caseRef?: string;
  @ApiPropertyOptional({ format: 'uuid' }) caseId?: string;
  @ApiPropertyOptional() caseNumber?: string;
  @ApiProperty({ description: 'How many entries it is about' }) entries: number;
  @ApiProperty({ format: 'date-time' }) firstAt: string;
  @ApiProperty({ format: 'date-time' }) lastAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) dueAt: string | null;
  @ApiProperty({ type: String, nullable: true }) askedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) askedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) reviewedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) reviewedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ enum: OUTCOMES, isArray: true, description: 'What the reader may say of it now' })
  availableOutcomes: Outcome[];
}

export class ReviewPageView {
  @ApiProperty({ type: [ReviewView] }) items: ReviewView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class ReviewDetailView {
  @ApiProperty({ type: ReviewView }) review: ReviewView;
  @ApiProperty({ type: [AuditEntryView] }) entries: AuditEntryView[];
}

export function toReview(row: ShownReview): ReviewView {
  const { id, day, side, reason, status, outcome, subjectId, subjectName, subjectRole, subjectAgency } = row;
  return {
    id,
    day,
    side,
    reason,
    status,
    outcome,
    subjectId,
    subjectName,
    subjectRole,
    subjectAgency,
    ...(row.caseRef && { caseRef: row.caseRef }),
    ...(row.caseId && { caseId: row.caseId, caseNumber: row.caseNumber! }),
    entries: row.entryIds.length,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    askedBy: row.askedBy,
    askedAt: row.askedAt?.toISOString() ?? null,
    reviewedBy: row.reviewedBy,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    note: row.note,
    availableOutcomes: row.mine ? [...outcomesFor(row.status)] : [],
  };
}

export function toReviewDetail(
  { review, entries }: { review: ShownReview; entries: TrailEntry[] },
  locale: 'id' | 'en',
): ReviewDetailView {
  return { review: toReview(review), entries: entries.map((entry) => toAuditEntry(entry, locale)) };
}
