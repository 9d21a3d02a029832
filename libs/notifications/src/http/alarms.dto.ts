import { may, PlainText, type Actor } from '#access';
import { ladderWords } from '#deadlines';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { OpenedAlarm, OpenedReading } from '../alarms/alarms.service.js';
import {
  ALARM_KINDS,
  ALARMS,
  CONDUCT_OUTCOMES,
  type AlarmRule,
  type ConductOutcome,
} from '../rules/alarms.js';
import { readingSentences, READING_RULES, type ReadingRule } from '../rules/unusual-reading.js';

export class AlarmQuery {
  @ApiPropertyOptional({ enum: ['open', 'resolved'] }) @IsOptional() @IsIn(['open', 'resolved']) state?:
    'open' | 'resolved';
}

export class ResolutionInput {
  @PlainText(500)
  note: string;

  @ApiPropertyOptional({ enum: CONDUCT_OUTCOMES, description: 'What came of it; only for unusual reading' })
  @IsOptional()
  @IsIn(CONDUCT_OUTCOMES)
  outcome?: ConductOutcome;
}

class AnsweredView {
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

class UnusualReadingView {
  @ApiProperty({ format: 'uuid', description: 'Whose trail to look at' }) accountId: string;
  @ApiProperty({ enum: READING_RULES }) rule: ReadingRule;
  @ApiProperty({ type: [String], description: 'What was unusual, in plain sentences' }) sentences: string[];
  @ApiProperty({ format: 'date-time' }) from: string;
  @ApiProperty({ format: 'date-time' }) to: string;
}

export class AlarmView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ALARM_KINDS }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'What mends it' }) advice: string;
  @ApiProperty({ description: 'Codes: a channel, a failure, a party of the register; may be empty' })
  detail: string;
  @ApiPropertyOptional({ description: 'The office whose people it is about' }) agencyName?: string;
  @ApiPropertyOptional({ description: 'Whom nobody can reach, or whose reading it is' }) personName?: string;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({ format: 'date-time' }) lastSeenAt: string;
  @ApiProperty({ description: 'How often it was seen since' }) times: number;
  @ApiProperty({ type: [String], description: 'Who must act now' }) mustActNames: string[];
  @ApiPropertyOptional({ format: 'date-time', description: 'When it climbs, unless somebody answers' })
  climbsAt?: string;
  @ApiPropertyOptional({ type: AnsweredView }) acknowledged?: AnsweredView;
  @ApiPropertyOptional({ type: AnsweredView }) resolved?: AnsweredView;
  @ApiPropertyOptional({ description: 'How it was mended' }) note?: string;
  @ApiPropertyOptional({ type: UnusualReadingView }) reading?: UnusualReadingView;
  @ApiPropertyOptional({ enum: CONDUCT_OUTCOMES }) outcome?: ConductOutcome;
  @ApiProperty({
    enum: CONDUCT_OUTCOMES,
    isArray: true,
    description: 'With which of these it ends; none: a note alone',
  })
  outcomes: ConductOutcome[];
  @ApiPropertyOptional({
    enum: ['roster', 'accounts'],
    description: 'The page on which this reader mends it',
  })
  mendedAt?: string;
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export class AlarmList {
  @ApiProperty({ type: [AlarmView] }) items: AlarmView[];
}

export function toAlarm(alarm: OpenedAlarm, reader: Pick<Actor, 'locale' | 'role' | 'agencyId'>): AlarmView {
  const rule = ALARMS[alarm.kind];
  const page = pageFor(rule, alarm, reader);
  return {
    id: alarm.id,
    kind: alarm.kind,
    ...rule[reader.locale],
    detail: detailWords(alarm, reader),
    ...(alarm.agencyName && { agencyName: alarm.agencyName }),
    ...(alarm.personName && { personName: alarm.personName }),
    since: alarm.since.toISOString(),
    lastSeenAt: alarm.lastSeenAt.toISOString(),
    times: alarm.times,
    mustActNames: alarm.mustActNames,
    ...(alarm.climbsAt && { climbsAt: alarm.climbsAt.toISOString() }),
    ...(alarm.acknowledgedBy &&
      alarm.acknowledgedAt && {
        acknowledged: { by: alarm.acknowledgedBy, at: alarm.acknowledgedAt.toISOString() },
      }),
    ...(alarm.resolvedBy &&
      alarm.resolvedAt && { resolved: { by: alarm.resolvedBy, at: alarm.resolvedAt.toISOString() } }),
    ...(alarm.note && { note: alarm.note }),
    ...(alarm.reading &&
      alarm.accountId && { reading: toReading(alarm, alarm.accountId, alarm.reading, reader.locale) }),
    ...(alarm.outcome && { outcome: alarm.outcome }),
    outcomes: rule.ofConduct && !alarm.resolvedAt ? [...CONDUCT_OUTCOMES] : [],
    ...(page && { mendedAt: page }),
    availableActs: alarm.acts,
  };
}

function toReading(
  { personName }: OpenedAlarm,
  accountId: string,
  reading: OpenedReading,
  locale: 'id' | 'en',
): UnusualReadingView {
  return {
    accountId,
    rule: reading.rule,
    sentences: readingSentences(reading, personName ?? '', locale),
    from: new Date(reading.from).toISOString(),
    to: new Date(reading.to).toISOString(),
  };
}

/** Its own head fills the roster; whoever keeps the accounts looks there. */
function pageFor(
  { mendedAt }: AlarmRule,
  { agencyId }: OpenedAlarm,
  { role, agencyId: own }: Pick<Actor, 'role' | 'agencyId'>,
): 'roster' | 'accounts' | null {
  if (mendedAt === 'roster' && agencyId === own && may(role, 'roster.edit')) return 'roster';
  return mendedAt && may(role, 'account.list') ? 'accounts' : null;
}

const CHANNELS: Record<string, { id: string; en: string }> = {
  email: { id: 'surel', en: 'e-mail' },
  gateway: { id: 'gerbang pesan', en: 'message gateway' },
};

/** Whom the register meant, or which channel; the codes of a failure are for the IT office, to look for in the log. */
function detailWords(
  { kind, code, detail }: OpenedAlarm,
  { locale, role }: Pick<Actor, 'locale' | 'role'>,
): string {
  // The sentences, and the page of bait, say it.
  if (kind === 'UNUSUAL_READING' || kind === 'BAIT_READ') return '';
  if (kind === 'NOBODY_TO_TELL') return code && ladderWords(code, locale);
  const about = CHANNELS[code]?.[locale] ?? code;
  return [about, may(role, 'account.list') ? detail : ''].filter((part) => part !== '').join(' · ');
}
