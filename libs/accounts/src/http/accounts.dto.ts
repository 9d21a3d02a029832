import { PlainText, type Role, ROLES } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { AccountRow, FirstPassword } from '../accounts.service.js';

export class AccountsQuery {
  @PlainText(1000, { optional: true })
  cursor?: string;
}

export class NewAccountInput {
  @PlainText(254, { example: 'petugas@dinkes.simpul.example' })
  email: string;

  @PlainText(200, { example: 'Sri Contoh' })
  displayName: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  agencyId: string;
}

export class OwnPasswordInput {
  @ApiProperty({ maxLength: 256 })
  @IsString()
  @MinLength(1)
  @MaxLength(256)
  currentPassword: string;

  @ApiProperty({ maxLength: 256, description: 'At least 15 characters' })
  @IsString()
  @MinLength(1)
  @MaxLength(256)
  newPassword: string;
}

class AccountView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() displayName: string;
  @ApiProperty() email: string;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty() active: boolean;
  @ApiProperty({ description: 'The first password has not been changed yet' }) mustChangePassword: boolean;
  @ApiProperty({ description: 'Nobody of the office has said yet that this person works there' })
  waitsToBeLetIn: boolean;
}

export class AccountsView {
  @ApiProperty({ type: [AccountView] }) items: AccountView[];
  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page' }) next: string | null;
}

export class FirstPasswordView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Shown this once; to be changed at the first sign-in' }) firstPassword: string;
}

export function toAccount(row: AccountRow): AccountView {
  const { id, displayName, email, role, agencyId, agencyName, active, mustChangePassword, waitsToBeLetIn } =
    row;
  return { id, displayName, email, role, agencyId, agencyName, active, mustChangePassword, waitsToBeLetIn };
}

export function toFirstPassword({ id, firstPassword }: FirstPassword): FirstPasswordView {
  return { id, firstPassword };
}
