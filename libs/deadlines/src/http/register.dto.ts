import { PlainText } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { RegisteredRule } from '../rule-book.js';
import type { HolidayKind } from '../rules/work-calendar.js';
import { basisWords } from './deadline.dto.js';

export class RuleView {
  @ApiProperty() id: string;
  @ApiProperty() version: number;
  @ApiProperty() triggerEvent: string;
  @ApiProperty() action: string;
  @ApiProperty({ type: [String] }) owingKinds: string[];
  @ApiProperty({ type: Number, nullable: true }) amount: number | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ type: String, nullable: true }) clock: string | null;
  @ApiProperty() appliesWhen: string;
  @ApiProperty() basis: string;
  @ApiProperty() basisWords: string;
  @ApiProperty() citation: string;
  @ApiProperty() certainty: string;
  @ApiProperty() needsLegalCheck: boolean;
  @ApiProperty() wording: string;
  @ApiProperty() notes: string;
  @ApiProperty() kind: string;
}

export class RuleList {
  @ApiProperty({ type: [RuleView] }) items: RuleView[];
}

export function toRuleView(rule: RegisteredRule, locale: 'id' | 'en'): RuleView {
  return {
    id: rule.slug,
    version: rule.version,
    triggerEvent: rule.triggerEvent,
    action: rule.action,
    owingKinds: [...rule.owingKinds],
    amount: rule.limit?.amount ?? null,
    unit: rule.limit?.unit ?? null,
    clock: rule.limit?.clock ?? null,
    appliesWhen: rule.appliesWhen,
    basis: rule.basis,
    basisWords: basisWords(rule, locale),
    citation: rule.citation,
    certainty: rule.certainty,
    needsLegalCheck: rule.needsLegalCheck,
    wording: rule.wording,
    notes: rule.notes,
    kind: rule.kind,
  };
}

export class HolidayView {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ enum: ['NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL'] }) kind: string;
  @ApiProperty() name: string;
  @ApiProperty() basis: string;
}

export class HolidayList {
  @ApiProperty({ type: [HolidayView] }) items: HolidayView[];
}

export class AddHolidayInput {
  @ApiProperty({ format: 'date', description: "Calendar date in the city's zone" })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'date.malformed' })
  date: string;

  @ApiProperty({ enum: ['NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL'] })
  @IsCode('JENIS_LIBUR')
  kind: HolidayKind;

  @PlainText(120)
  name: string;

  @PlainText(300, { example: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025' })
  basis: string;
}
