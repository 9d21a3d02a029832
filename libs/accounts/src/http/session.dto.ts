import { type Actor, type Permission, PERMISSIONS, permissionsOf, PlainText, ROLES } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class SignInInput {
  @PlainText(254, { example: 'petugas@dinkes.simpul.example' })
  email: string;

  // Long pass phrases are welcome; the bound only keeps a body from being a weapon.
  @ApiProperty({ maxLength: 256 })
  @IsString()
  @MinLength(1)
  @MaxLength(256)
  password: string;
}

class SessionAccount {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ROLES }) role: string;
  @ApiProperty({ enum: ['id', 'en'] }) locale: string;
}

class SessionAgency {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) kind: string;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class SessionView {
  @ApiProperty({ type: SessionAccount }) account: SessionAccount;
  @ApiProperty({ type: SessionAgency }) agency: SessionAgency;
  @ApiProperty({ isArray: true, enum: [...PERMISSIONS] }) permissions: Permission[];
  @ApiProperty({ description: 'Path of the page to land on' }) landing: string;
  @ApiProperty({ description: 'Seconds without a request after which the session ends' }) idleSeconds: number;
  @ApiProperty({ description: 'Signed in with a first password: only changing it and signing out are open' })
  mustChangePassword: boolean;
  @ApiProperty({
    description: 'This installation demands a second factor and there is none: only adding one is open',
  })
  mustAddFactor: boolean;
  @ApiProperty({
    description: 'Let back in by two people; no case opens until the second says that it is they',
  })
  waitsForRelease: boolean;
  @ApiProperty({
    enum: ['totp', 'passkey'],
    isArray: true,
    description: 'What a step-up can be answered with; empty: the password',
  })
  factors: ('totp' | 'passkey')[];
  @ApiProperty({ description: 'Seals what is typed and not saved in this browser; base64, 32 bytes' })
  draftKey: string;
  @ApiProperty({
    description: 'IANA zone in which this person reads and writes times: where their agency sits',
  })
  zone: string;
  @ApiProperty({ description: 'IANA zone of the installation' }) cityZone: string;
}

const LANDING: Partial<Record<Actor['role'], string>> = {
  intake_counselor: '/kerja',
  case_worker: '/kerja',
  psychologist: '/kerja',
  supervisor: '/ringkasan',
  agency_officer: '/masuk',
  agency_head: '/masuk',
  dinas_head: '/ringkasan',
  auditor: '/audit',
  legal_officer: '/aturan',
  integrity_officer: '/integritas',
};

export function toSession(
  actor: Actor,
  {
    idleSeconds,
    factors,
    draftKey,
    zone,
    cityZone,
  }: Pick<SessionView, 'idleSeconds' | 'factors' | 'draftKey' | 'zone' | 'cityZone'>,
): SessionView {
  return {
    account: { id: actor.accountId, displayName: actor.displayName, role: actor.role, locale: actor.locale },
    agency: { id: actor.agencyId, kind: actor.agencyKind, code: actor.agencyCode, name: actor.agencyName },
    permissions: permissionsOf(actor.role),
    landing: LANDING[actor.role] ?? '/beranda',
    idleSeconds,
    mustChangePassword: actor.mustChangePassword ?? false,
    mustAddFactor: actor.mustAddFactor ?? false,
    waitsForRelease: actor.waitsForRelease ?? false,
    factors,
    draftKey,
    zone,
    cityZone,
  };
}
