import { ApiProperty } from '@nestjs/swagger';
import type { ProposedWaiver } from '../deadline-acts.service.js';

export class ProposedWaiverView {
  @ApiProperty() proposedByName: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export function toProposedWaiver({ proposedByName, at, reason }: ProposedWaiver): ProposedWaiverView {
  return { proposedByName, proposedAt: at.toISOString(), reason };
}
