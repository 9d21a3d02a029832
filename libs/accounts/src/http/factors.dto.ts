import { PlainText } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import type { Factor } from '../factors.js';

const STEP = /^[\w-]{43}$/;

/** The token of a step that was begun. */
function StepToken({ optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, required: !optional, description: 'Token of the step that was begun' }),
    ...(optional ? [IsOptional()] : []),
    IsString(),
    Matches(STEP, { message: 'step.malformed' }),
  );
}

// What a browser's authenticator answered comes as JSON text: it is read by the WebAuthn library alone.
const PASSKEY_MAX = 20_000;

export class PasskeyQuestionInput {
  @ApiProperty({ enum: ['signIn', 'secondStep'], description: 'secondStep: with the token of that step' })
  @IsIn(['signIn', 'secondStep'])
  for: 'signIn' | 'secondStep';

  @StepToken({ optional: true })
  step?: string;
}

export class PasskeySignInInput {
  @StepToken()
  step: string;

  @PlainText(PASSKEY_MAX)
  passkey: string;
}

export class SecondStepInput {
  @StepToken()
  step: string;

  @PlainText(20, { optional: true, example: '123456' })
  code?: string;

  @PlainText(60, { optional: true, example: 'abcd-efgh-jkmn-pqrs' })
  recoveryCode?: string;

  @PlainText(PASSKEY_MAX, { optional: true })
  passkey?: string;
}

export class ConfirmationInput {
  @ApiProperty({ maxLength: 256, required: false, description: 'While the account has no second factor' })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  password?: string;

  @PlainText(20, { optional: true, example: '123456' })
  code?: string;

  @StepToken({ optional: true })
  step?: string;

  @PlainText(PASSKEY_MAX, { optional: true })
  passkey?: string;
}

export class TotpCodeInput {
  @PlainText(20, { example: '123456' })
  code: string;
}

export class NewPasskeyInput {
  @StepToken()
  step: string;

  @PlainText(PASSKEY_MAX)
  passkey: string;

  @PlainText(60, { example: 'Ponsel dinas' })
  name: string;
}

export class PasskeyQuestionView {
  @ApiProperty({ description: 'Token of the step; kept in memory only' }) step: string;
  @ApiProperty({ description: 'Options for navigator.credentials, as JSON' }) options: string;
}

export class NewTotpView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Shown this once, for typing it in' }) secret: string;
  @ApiProperty({ description: 'What the QR code says' }) uri: string;
}

class FactorView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['totp', 'passkey'] }) kind: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ format: 'date-time' }) since: string;
}

export class FactorsView {
  @ApiProperty({ type: [FactorView] }) items: FactorView[];
  @ApiProperty() recoveryCodesLeft: number;
  @ApiProperty({ description: 'This installation demands one of this role' }) demanded: boolean;
}

export class RecoveryCodesView {
  @ApiProperty({ type: [String], description: 'Shown this once; empty when there are some already' })
  recoveryCodes: string[];
}

export function toFactor({ id, kind, name, since }: Factor): FactorView {
  return { id, kind, name, since: since.toISOString() };
}

export function toPasskeyQuestion({
  step,
  options,
}: {
  step: string;
  options: unknown;
}): PasskeyQuestionView {
  return { step, options: JSON.stringify(options) };
}
