import { ApiProperty } from '@nestjs/swagger';
import type { LinkStanding } from '../link/link-standing.queries.js';

export class LatestLinkView {
  @ApiProperty({ format: 'date-time' }) issuedAt: string;
  @ApiProperty() issuedByName: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) spentAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) revokedAt: string | null;
  @ApiProperty({ enum: ['OPEN', 'SPENT', 'EXPIRED', 'LOCKED', 'REVOKED'] }) state: string;
  @ApiProperty({ description: 'It can still be opened, or is open in somebody’s hand' }) mayRevoke: boolean;
}

export class LinkStandingView {
  @ApiProperty({ description: 'The receiving agency has no accounts' }) answersByLink: boolean;
  @ApiProperty({ type: LatestLinkView, nullable: true }) latest: LatestLinkView | null;
}

export function toLinkStanding({ answersByLink, latest }: LinkStanding): LinkStandingView {
  return {
    answersByLink,
    latest: latest && {
      issuedAt: latest.issuedAt.toISOString(),
      issuedByName: latest.issuedByName,
      expiresAt: latest.expiresAt.toISOString(),
      spentAt: latest.spentAt?.toISOString() ?? null,
      revokedAt: latest.revokedAt?.toISOString() ?? null,
      state: latest.state,
      mayRevoke: latest.mayRevoke,
    },
  };
}
