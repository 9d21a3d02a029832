import { ROLES } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { DepartureItem, DeparturePage, DepartureRow } from '../departures.service.js';

class OtherTaker {
  @ApiProperty({ format: 'uuid', description: 'The thing, as the page names it' })
  @IsUUID()
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: the seat stays empty' })
  @ValidateIf((_input, value) => value !== null)
  @IsUUID()
  accountId: string | null;
}

export class HandOverInput {
  @ApiProperty({ format: 'uuid', required: false, description: 'Takes whatever is not named otherwise' })
  @IsOptional()
  @IsUUID()
  successorAccountId?: string;

  @ApiProperty({ type: [OtherTaker] })
  @IsArray()
  @ArrayMaxSize(2000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OtherTaker)
  others: OtherTaker[];
}

class DepartureRowView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ROLES }) role: string;
  @ApiProperty() agencyName: string;
  @ApiProperty() proposedByName: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ enum: ['PROPOSED', 'DONE', 'REJECTED'] }) status: string;
  @ApiProperty({ type: String, nullable: true }) decidedByName: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ description: 'Whoever asks answers for that office and did not propose it' })
  mayDecide: boolean;
}

export class DeparturesView {
  @ApiProperty({ type: [DepartureRowView] }) items: DepartureRowView[];
}

class DepartureItemView {
  @ApiProperty({ enum: ['CASE', 'SEAT', 'REFERRAL', 'SHIFT', 'STAND_IN', 'FALLBACK'] }) kind: string;
  @ApiProperty({ format: 'uuid' }) objectId: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Number of case or referral, for those who see such',
  })
  label: string | null;
  @ApiProperty() closed: boolean;
  @ApiProperty({ description: 'Decisions of a second person that wait on it' }) proposals: number;
  @ApiProperty({ description: 'Missed time limits' }) overdue: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) toAccountId: string | null;
  @ApiProperty({ type: [String], format: 'uuid', description: 'Who may take it' }) possible: string[];
}

class DepartureColleagueView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ROLES }) role: string;
}

export class DepartureView extends DepartureRowView {
  @ApiProperty({ type: [DepartureItemView] }) items: DepartureItemView[];
  @ApiProperty({ type: [DepartureColleagueView] }) colleagues: DepartureColleagueView[];
}

export class DepartureIdView {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class DepartureDoneView {
  @ApiProperty() cases: number;
  @ApiProperty() seats: number;
  @ApiProperty() referrals: number;
  @ApiProperty() roster: number;
}

export function toDepartureRow(row: DepartureRow): DepartureRowView {
  const { id, accountId, displayName, role, agencyName, proposedByName, status, decidedByName, mayDecide } =
    row;
  return {
    id,
    accountId,
    displayName,
    role,
    agencyName,
    proposedByName,
    proposedAt: row.proposedAt.toISOString(),
    status,
    decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    mayDecide,
  };
}

export function toDeparture(page: DeparturePage): DepartureView {
  return {
    ...toDepartureRow(page),
    items: page.items.map(toItem),
    colleagues: page.colleagues.map(({ accountId, displayName, role }) => ({ accountId, displayName, role })),
  };
}

function toItem(item: DepartureItem): DepartureItemView {
  const { kind, objectId, label, closed, proposals, overdue, toAccountId, possible } = item;
  return { kind, objectId, label, closed, proposals, overdue, toAccountId, possible };
}
