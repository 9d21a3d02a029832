import { ApiProperty } from '@nestjs/swagger';
import type { OpenedPerson } from '../case-contents.js';
import { maskFromInitials } from '../rules/masking.js';

/** Who may be asked to consent for a child. */
export class GuardianView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() maskedName: string;
  @ApiProperty({ type: String, nullable: true, description: 'What they are to the child, in words' })
  relation: string | null;
}

export function toGuardian(person: OpenedPerson): GuardianView {
  return {
    id: person.id,
    maskedName: maskFromInitials(person.initials),
    relation: person.relation ?? null,
  };
}
