import { PlainText } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import type { Identity } from '../identities.service.js';

/** What a browser brings back from the city's own sign-in. */
export class OidcAnswerInput {
  @ApiProperty({ description: 'Token of the step that was begun' })
  @IsString()
  @Matches(/^[\w-]{43}$/, { message: 'step.malformed' })
  step: string;

  @PlainText(4000, { example: '?code=…&state=…' })
  query: string;
}

export class OidcOfferView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the city calls its sign-in; null without one',
  })
  name: string | null;
}

export class OidcQuestionView {
  @ApiProperty({ description: 'Token of the step; kept in this tab only' }) step: string;
  @ApiProperty({ description: 'Where the browser goes' }) url: string;
}

export class OwnIdentityView {
  @ApiProperty({ type: String, nullable: true, description: 'As OidcOfferView' }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) subject: string | null;
  @ApiProperty({ enum: ['PROPOSED', 'APPROVED'], nullable: true }) status: string | null;
}

class IdentityView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'Who that is at the provider' }) subject: string;
  @ApiProperty({ enum: ['PROPOSED', 'APPROVED'] }) status: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
}

export class IdentitiesView {
  @ApiProperty({ type: [IdentityView] }) items: IdentityView[];
}

export function toIdentity(row: Identity): IdentityView {
  const { id, accountId, displayName, agencyName, subject, status, proposedAt } = row;
  return { id, accountId, displayName, agencyName, subject, status, proposedAt: proposedAt.toISOString() };
}
