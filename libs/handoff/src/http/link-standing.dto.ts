import { ApiProperty } from '@nestjs/swagger';
import type { LinkStanding } from '../link/link-standing.queries.js';

export class LinkMailView {
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty() askedByName: string;
  @ApiProperty({ description: 'The mailbox, masked' }) to: string;
  @ApiProperty({ enum: ['PENDING', 'SENT', 'FAILED'] }) state: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) settledAt: string | null;
}

export class LatestLinkView {
  @ApiProperty({ format: 'date-time' }) issuedAt: string;
  @ApiProperty() issuedByName: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) spentAt: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) revokedAt: string | null;
  @ApiProperty({ enum: ['OPEN', 'SPENT', 'EXPIRED', 'LOCKED', 'REVOKED'] }) state: string;
  @ApiProperty({ description: 'It can still be opened, or is open in somebody’s hand' }) mayRevoke: boolean;
  @ApiProperty({ type: LinkMailView, nullable: true }) mail: LinkMailView | null;
}

export class LinkStandingView {
  @ApiProperty({ description: 'The receiving agency has no accounts' }) answersByLink: boolean;
  @ApiProperty({ type: LatestLinkView, nullable: true }) latest: LatestLinkView | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The agency’s mailbox, masked; null where none is known or no mail server is set up',
  })
  mailbox: string | null;
}

export function toLinkStanding({ answersByLink, latest, mailbox }: LinkStanding): LinkStandingView {
  return {
    answersByLink,
    mailbox,
    latest: latest && {
      issuedAt: latest.issuedAt.toISOString(),
      issuedByName: latest.issuedByName,
      expiresAt: latest.expiresAt.toISOString(),
      spentAt: latest.spentAt?.toISOString() ?? null,
      revokedAt: latest.revokedAt?.toISOString() ?? null,
      state: latest.state,
      mayRevoke: latest.mayRevoke,
      mail: latest.mail && {
        ...latest.mail,
        askedAt: latest.mail.askedAt.toISOString(),
        settledAt: latest.mail.settledAt?.toISOString() ?? null,
      },
    },
  };
}
