import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Colleague, GuardedCase, Protection, SealProposal } from '../integrity.queries.js';
import { ALL_SEAL_REASONS, SEAL_REASONS, type SealKind } from '../rules/sealing.js';

const KINDS = Object.keys(SEAL_REASONS) as SealKind[];
const TEAM_MAX = 12;

export class SealInput {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: SealKind;

  @ApiProperty({ enum: ALL_SEAL_REASONS })
  @IsIn(ALL_SEAL_REASONS)
  reason: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    maxItems: TEAM_MAX,
    required: false,
    description: 'Who will see the case; at least two people',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(TEAM_MAX)
  @IsUUID(undefined, { each: true })
  teamAccountIds?: string[];
}

export class ConflictInput {
  @ApiProperty({ format: 'uuid', required: false, description: 'Who has the interest; absent: I do' })
  @IsOptional()
  @IsUUID()
  accountId?: string;
}

class SealTeamView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
  @ApiProperty() role: string;
}

class SealProposalView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ enum: ALL_SEAL_REASONS }) reason: string;
  @ApiProperty({ type: [SealTeamView] }) team: SealTeamView[];
  @ApiProperty() proposedBy: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ isArray: true, enum: ['approve', 'reject', 'withdraw'] }) availableActs: string[];
}

class ConflictView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: [String], description: 'Names of the accounts of that person' }) names: string[];
  @ApiProperty({ enum: ['SELF', 'COLLEAGUE', 'INTEGRITY', 'MATCH'] }) source: string;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty() mayLift: boolean;
}

export class ProtectionView {
  @ApiProperty() sealed: boolean;
  @ApiProperty({ type: [SealTeamView], description: 'Who sees the sealed case' }) team: SealTeamView[];
  @ApiProperty({ type: SealProposalView, nullable: true }) proposal: SealProposalView | null;
  @ApiProperty({ type: [ConflictView] }) conflicts: ConflictView[];
  @ApiProperty({ type: [SealTeamView], description: 'Who could be named' }) candidates: SealTeamView[];
}

export class GuardedCaseView extends ProtectionView {
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() number: string;
  @ApiProperty() agencyName: string;
}

export class GuardedCasesView {
  @ApiProperty({ type: [GuardedCaseView] }) items: GuardedCaseView[];
}

export function toProtection(protection: Protection): ProtectionView {
  return {
    sealed: protection.sealed,
    team: protection.team.map(toColleague),
    proposal: protection.proposal && toProposal(protection.proposal),
    conflicts: protection.conflicts.map(({ id, names, source, since, mayLift }) => ({
      id,
      names,
      source,
      since: since.toISOString(),
      mayLift,
    })),
    candidates: protection.candidates.map(toColleague),
  };
}

export function toGuardedCase(item: GuardedCase): GuardedCaseView {
  return { caseId: item.caseId, number: item.number, agencyName: item.agencyName, ...toProtection(item) };
}

function toColleague({ accountId, name, role }: Colleague): SealTeamView {
  return { accountId, name, role };
}

function toProposal(proposal: SealProposal): SealProposalView {
  const { id, kind, reason, proposedBy, availableActs } = proposal;
  return {
    id,
    kind,
    reason,
    team: proposal.team.map(toColleague),
    proposedBy,
    proposedAt: proposal.proposedAt.toISOString(),
    availableActs,
  };
}
