import type { Actor } from '#access';
import { ServiceNameView, statusWords, toService } from '#referrals';
import { ApiProperty } from '@nestjs/swagger';
import type { InboxPage, InboxRow } from '../inbox.queries.js';

const date = { type: String, format: 'date-time', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class InboxSenderView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class InboxDueView {
  @ApiProperty({ format: 'date-time' }) dueAt: Date;
  @ApiProperty(text) action: string | null;
  @ApiProperty(text) status: string | null;
}

/** A line of the inbox. No name, no request: those are read on the referral itself, where the reading is recorded. */
export class InboxRowView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ ...text, description: 'Null while it is a bare question' }) caseNumber: string | null;
  @ApiProperty({ description: 'Asked of several; accepting it opens what it is about' }) bare: boolean;
  @ApiProperty() status: string;
  @ApiProperty() statusWords: string;
  @ApiProperty({ type: ServiceNameView }) service: ServiceNameView;
  @ApiProperty() urgency: string;
  @ApiProperty(text) risk: string | null;
  @ApiProperty({ type: InboxSenderView }) fromAgency: InboxSenderView;
  @ApiProperty(text) responsibleName: string | null;
  @ApiProperty({ format: 'date-time' }) sentAt: Date;
  @ApiProperty(date) openedAt: Date | null;
  @ApiProperty({ type: InboxDueView, nullable: true }) nextDeadline: InboxDueView | null;
}

export class InboxCountsView {
  @ApiProperty({ description: 'At most 100: then it means many' }) answer: number;
  @ApiProperty() report: number;
  @ApiProperty() running: number;
}

export class InboxView {
  @ApiProperty({ type: [InboxRowView] }) items: InboxRowView[];
  @ApiProperty(text) next: string | null;
  @ApiProperty({ type: InboxCountsView }) counts: InboxCountsView;
}

export function toInbox(page: InboxPage, actor: Actor): InboxView {
  const { answer, report, running } = page.counts;
  return {
    items: page.items.map((row) => toRow(row, actor)),
    next: page.next,
    counts: { answer, report, running },
  };
}

function toRow(row: InboxRow, actor: Actor): InboxRowView {
  const { id, number, caseNumber, bare, status, urgency, risk, responsibleName, sentAt, openedAt } = row;
  return {
    ...{ id, number, caseNumber, bare, status, urgency, risk, responsibleName, sentAt, openedAt },
    statusWords: statusWords(status, row.confirmedAt !== null, actor.locale),
    service: toService(row.serviceCode),
    fromAgency: { id: row.fromAgencyId, name: row.fromAgencyName },
    nextDeadline: row.dueAt ? { dueAt: row.dueAt, action: row.dueAction, status: row.dueStatus } : null,
  };
}
