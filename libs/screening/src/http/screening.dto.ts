import { PlainText } from '#access';
import { codes, IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, ValidateBy } from 'class-validator';
import type { MediationVerdict } from '../rules/mediation.js';
import type { Prompt } from '../rules/prompts.js';
import type { RiskLevel } from '../rules/risk.js';
import type { TraffickingVerdict } from '../rules/trafficking.js';
import type { NewScreening } from '../screening.service.js';
import type { Screener, ShownScreening } from '../screenings.queries.js';
import type { SuggestedReceivers } from '../suggested-receivers.queries.js';

/** A red flag of either list: the children of a threatened adult are in the same case. */
function IsRedFlag(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isRedFlag',
      validator: {
        validate: (value: unknown) =>
          codes.isIn('TANDA_BAHAYA_DEWASA', value) || codes.isIn('TANDA_BAHAYA_ANAK', value),
        defaultMessage: () => 'code.unknown',
      },
    },
    { each: true },
  );
}

export class ScreeningInput {
  @ApiProperty({ type: [String], description: 'Codes of TANDA_BAHAYA_DEWASA and TANDA_BAHAYA_ANAK' })
  @IsArray()
  @ArrayMaxSize(18)
  @ArrayUnique()
  @IsRedFlag()
  redFlags: string[];

  @ApiProperty({ description: 'Code of list TINGKAT_RISIKO' })
  @IsCode('TINGKAT_RISIKO')
  risk: RiskLevel;

  // Needed below the present level, and below what newly told flags suggest.
  @PlainText(2000, { optional: true })
  reason?: string;

  @ApiProperty({ type: [String], required: false, description: 'Codes of HTCDS_METHOD_OF_RECRUITMENT' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsCode('HTCDS_METHOD_OF_RECRUITMENT', { each: true })
  recruitment?: string[];

  @ApiProperty({ type: [String], required: false, description: 'Codes of HTCDS_METHOD_OF_CONTROL' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(17)
  @ArrayUnique()
  @IsCode('HTCDS_METHOD_OF_CONTROL', { each: true })
  control?: string[];

  @ApiProperty({ required: false, description: 'Code of HASIL_TAPIS_TPPO' })
  @IsOptional()
  @IsCode('HASIL_TAPIS_TPPO')
  conclusionTppo?: string;
}

export class PromptView {
  @ApiProperty() code: string;
  @ApiProperty({ enum: ['NOW', 'DUTY', 'ASK'] }) kind: string;
  @ApiProperty() words: string;
}

class TraffickingView {
  @ApiProperty() indicated: boolean;
  @ApiProperty() words: string;
}

export class MediationView {
  @ApiProperty() allowed: boolean;
  @ApiProperty({
    enum: ['REFUSED_SEXUAL_VIOLENCE', 'REFUSED_RISK', 'NOT_BEFORE_RESCREEN', 'NOT_APPLICABLE', 'ALLOWED'],
  })
  code: string;
  @ApiProperty() words: string;
}

class ScreenerView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
}

export class ScreeningView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    enum: ['RECORDED', 'PENDING_APPROVAL', 'APPROVED', 'OVERTAKEN'],
    description:
      'PENDING_APPROVAL: `risk` is proposed and the case stands higher until another person approves it',
  })
  status: string;
  @ApiProperty() risk: string;
  @ApiProperty() suggestedRisk: string;
  @ApiProperty({ type: String, nullable: true }) earlierRisk: string | null;
  @ApiProperty() lowered: boolean;
  @ApiProperty({ type: [String] }) redFlags: string[];
  @ApiProperty({ type: [String] }) recruitment: string[];
  @ApiProperty({ type: [String] }) control: string[];
  @ApiProperty({ type: [PromptView] }) prompts: PromptView[];
  @ApiProperty({ type: TraffickingView }) tppo: TraffickingView;
  @ApiProperty() ruleVersion: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why this level' }) reason: string | null;
  @ApiProperty({ type: ScreenerView }) screenedBy: ScreenerView;
  @ApiProperty({ type: ScreenerView, nullable: true, description: 'The second person of a lowering' })
  approvedBy: ScreenerView | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) approvedAt: string | null;
  @ApiProperty({ type: [String], description: '`approve`: another person proposed a lower level' })
  availableActs: string[];
}

class PlacesView {
  @ApiProperty() free: number;
  @ApiProperty() total: number;
  @ApiProperty({ format: 'date-time' }) asOf: Date;
}

class SuggestedAgencyView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() openNow: boolean;
  @ApiProperty({ type: String, nullable: true }) dutyPhone: string | null;
  @ApiProperty({ type: String, nullable: true }) dutyPhoneFallback: string | null;
  @ApiProperty({ type: [String], description: 'Who is on duty now, by name' }) onDuty: string[];
  @ApiProperty({ description: 'Its lines were last checked too long ago' }) stale: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) checkedOn: string | null;
  @ApiProperty({ type: [String], description: 'What the services asked for need first' }) requires: string[];
  @ApiProperty({ type: PlacesView, nullable: true, description: 'Where places are counted' })
  capacity: PlacesView | null;
  @ApiProperty({ description: 'A reported person works there: nothing may be sent there' }) conflict: boolean;
}

class SuggestedReceiverView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code of JENIS_INSTANSI; null: asked for by the unit itself',
  })
  agencyKind: string | null;
  @ApiProperty({ type: [String], description: 'Codes of LAYANAN' }) services: string[];
  @ApiProperty({ type: [SuggestedAgencyView] }) agencies: SuggestedAgencyView[];
  @ApiProperty() reason: string;
  @ApiProperty({ required: false }) condition?: string;
  @ApiProperty({ required: false, description: 'Counts only, never a person' }) figuresOnly?: boolean;
}

class WindowView {
  @ApiProperty({ enum: ['FIRST_HOUR', 'WITHIN_24H', 'WITHIN_7D'] }) window: string;
  @ApiProperty({ type: [SuggestedReceiverView] }) receivers: SuggestedReceiverView[];
}

export class SuggestedReceiversView {
  @ApiProperty({ type: [WindowView] }) windows: WindowView[];
  @ApiProperty() emergency: boolean;
}

export function toNewScreening(input: ScreeningInput): NewScreening {
  return {
    redFlags: input.redFlags,
    risk: input.risk,
    reason: input.reason,
    recruitment: input.recruitment ?? [],
    control: input.control ?? [],
    conclusion: input.conclusionTppo ?? null,
  };
}

export function toPrompt(prompt: Prompt, locale: 'id' | 'en'): PromptView {
  return { code: prompt.code, kind: prompt.kind, words: prompt.words[locale] };
}

export function toMediation(verdict: MediationVerdict, locale: 'id' | 'en'): MediationView {
  return { allowed: verdict.allowed, code: verdict.code, words: verdict.words[locale] };
}

export function toScreening(
  shown: ShownScreening,
  told: { prompts: readonly Prompt[]; trafficking: TraffickingVerdict },
  availableActs: string[],
  locale: 'id' | 'en',
): ScreeningView {
  const { screening, answers } = shown;
  return {
    id: screening.id,
    status: screening.status,
    risk: screening.risk,
    suggestedRisk: screening.suggestedRisk,
    earlierRisk: screening.earlierRisk,
    lowered: screening.lowered,
    redFlags: answers.redFlags,
    recruitment: answers.recruitment,
    control: answers.control,
    prompts: told.prompts.map((prompt) => toPrompt(prompt, locale)),
    tppo: { indicated: told.trafficking.indicated, words: told.trafficking.words[locale] },
    ruleVersion: screening.ruleVersion,
    at: screening.at.toISOString(),
    reason: shown.reason,
    screenedBy: toScreener(shown.screenedBy),
    approvedBy: shown.approvedBy && toScreener(shown.approvedBy),
    approvedAt: screening.approvedAt?.toISOString() ?? null,
    availableActs,
  };
}

function toScreener({ accountId, name }: Screener): ScreenerView {
  return { accountId, name };
}

export function toSuggestedReceivers(found: SuggestedReceivers, locale: 'id' | 'en'): SuggestedReceiversView {
  return {
    emergency: found.emergency,
    windows: found.windows.map(({ window, receivers }) => ({
      window,
      receivers: receivers.map((one) => ({
        agencyKind: one.agencyKind,
        services: [...one.services],
        agencies: one.agencies,
        reason: one.reason[locale],
        ...(one.condition && { condition: one.condition[locale] }),
        ...(one.figuresOnly && { figuresOnly: true }),
      })),
    })),
  };
}
