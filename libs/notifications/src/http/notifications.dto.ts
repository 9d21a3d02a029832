import type { Actor } from '#access';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { OpenedNotification } from '../notifications.service.js';
import { MESSAGES, messageWords } from '../rules/messages.js';
import { PAGES, whereItLeads } from './where-it-leads.js';

export class NotificationQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn(['true', 'false']) unread?:
    'true' | 'false';
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/, { message: 'cursor.malformed' })
  cursor?: string;
}

class LeadsView {
  @ApiProperty({ enum: Object.keys(PAGES) }) page: string;
  @ApiPropertyOptional({ format: 'uuid' }) id?: string;
}

export class NotificationView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() words: string;
  @ApiProperty({ enum: ['act', 'know', 'alarm'] }) urgency: string;
  @ApiPropertyOptional({ format: 'uuid' }) referralId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) caseId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) reportId?: string;
  @ApiPropertyOptional() caseNumber?: string;
  @ApiProperty({ type: LeadsView, description: 'The page where this reader can do something about it' })
  leadsTo: LeadsView;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) readAt: string | null;
}

export class NotificationPage {
  @ApiProperty({ type: [NotificationView] }) items: NotificationView[];
  @ApiProperty() unread: number;
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export function toNotification(row: OpenedNotification, actor: Actor, zone: string): NotificationView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    words: messageWords(row.message, actor.locale, zone, row.dueAt),
    urgency: MESSAGES[row.message].urgency,
    ...(row.referralId && { referralId: row.referralId }),
    ...(row.caseId && { caseId: row.caseId }),
    ...(row.reportId && { reportId: row.reportId }),
    ...(row.caseNumber && { caseNumber: row.caseNumber }),
    leadsTo: { ...whereItLeads(row.message, row, actor.role) },
    readAt: row.readAt?.toISOString() ?? null,
  };
}
