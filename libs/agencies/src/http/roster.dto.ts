import { Instant } from '#access';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { AgencyRoster, RosterLine } from '../roster.service.js';

/** Half a year of nights at once; longer plans are rewritten anyway. */
const REPEAT_WEEKS_MAX = 26;

export class RosterQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Absent: the own agency' })
  @IsOptional()
  @IsUUID()
  agencyId?: string;
}

export class AbsenceInput {
  @ApiProperty({ format: 'uuid' }) @IsUUID() accountId: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'Who stands in' })
  @IsOptional()
  @IsUUID()
  standInAccountId?: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
}

export class ShiftInput extends AbsenceInput {
  @ApiPropertyOptional({ minimum: 0, maximum: REPEAT_WEEKS_MAX, description: 'The same in the weeks after' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(REPEAT_WEEKS_MAX)
  repeatWeeks?: number;
}

export class FallbackInput {
  @ApiProperty({ format: 'uuid' }) @IsUUID() accountId: string;
}

export class RosterLineView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
  @ApiPropertyOptional({ format: 'uuid' }) standInAccountId?: string;
  @ApiPropertyOptional() standInName?: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
}

class RosterPersonView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
}

class ColleagueView extends RosterPersonView {
  @ApiProperty() role: string;
}

export class RosterView {
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty({ type: [RosterLineView] }) shifts: RosterLineView[];
  @ApiProperty({ type: [RosterLineView] }) absences: RosterLineView[];
  @ApiPropertyOptional({ type: RosterPersonView, description: 'Called when nobody is on duty' })
  fallback?: RosterPersonView;
  @ApiProperty({ type: [ColleagueView], description: 'Who may be written in; empty for readers' })
  colleagues: ColleagueView[];
  @ApiProperty() mayEdit: boolean;
}

export class RosterAddedView {
  @ApiProperty({ type: [String], format: 'uuid' }) ids: string[];
}

export function toRoster(roster: AgencyRoster): RosterView {
  return {
    agencyId: roster.agencyId,
    shifts: roster.shifts.map(toLine),
    absences: roster.absences.map(toLine),
    ...(roster.fallback && { fallback: { ...roster.fallback } }),
    colleagues: roster.colleagues.map(({ accountId, displayName, role }) => ({
      accountId,
      displayName,
      role,
    })),
    mayEdit: roster.mayEdit,
  };
}

function toLine(line: RosterLine): RosterLineView {
  return {
    id: line.id,
    accountId: line.accountId,
    displayName: line.displayName,
    ...(line.standInAccountId && { standInAccountId: line.standInAccountId }),
    ...(line.standInName && { standInName: line.standInName }),
    startsAt: line.startsAt.toISOString(),
    endsAt: line.endsAt.toISOString(),
  };
}
