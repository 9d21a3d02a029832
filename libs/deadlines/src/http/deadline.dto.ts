import { PlainText, type Actor } from '#access';
import { codes } from '#codes';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { OpenedDeadline } from '../deadlines.queries.js';
import { DEADLINE_STATUSES } from '../rules/deadline-lifecycle.js';
import { isOwedOutside } from '../rules/owing-party.js';

export class DeadlineQuery {
  @ApiPropertyOptional({ enum: ['overdue', 'soon'] }) @IsOptional() @IsIn(['overdue', 'soon']) state?:
    'overdue' | 'soon';
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() agencyId?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^(?:[\dTZ:.-]+|infinity)_[0-9a-f-]{36}$/, { message: 'cursor.malformed' })
  cursor?: string;
}

export class ReasonInput {
  @PlainText(2000)
  reason: string;
}

class OwesView {
  @ApiPropertyOptional({ format: 'uuid' }) agencyId?: string;
  @ApiPropertyOptional() agencyName?: string;
  @ApiPropertyOptional() accountName?: string;
  @ApiProperty({ description: 'Who must act, in words; of a body outside: who watches it as well' })
  words: string;
}

class LadderView {
  @ApiProperty({ format: 'uuid' }) stepId: string;
  @ApiProperty() rung: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: [String], description: 'Codes of the register: who is told' }) tells: string[];
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) firedAt: string | null;
  @ApiProperty() late: boolean;
  @ApiProperty({ type: [String], description: 'The people who were told when it rang' }) toldNames: string[];
}

class MovedView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({
    enum: ['resume', 'recount', 'newVersion', 'reprieve'],
    description:
      'A pause ended, the calendar changed, or a new version of the rule applies; reprieve: a miss was none',
  })
  why: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) from: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) to: string | null;
}

class AcknowledgedView {
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class DeadlineView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Stable name of the rule' }) ruleId: string;
  @ApiProperty() ruleVersion: number;
  @ApiProperty() action: string;
  @ApiProperty() kind: string;
  @ApiProperty({ enum: DEADLINE_STATUSES }) status: string;
  @ApiProperty({ type: String, nullable: true, enum: ['RUNNING', 'CALENDAR', 'WORKING', 'UNTIL', null] })
  clock: string | null;
  @ApiProperty({ format: 'date-time' }) triggerAt: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Null: the rule names no number',
  })
  dueAt: string | null;
  @ApiProperty({ description: 'The calendar it rests on is not complete' }) estimated: boolean;
  @ApiProperty({ enum: ['LAW', 'LOCAL', 'AGREEMENT', 'PROPOSAL'] }) basis: string;
  @ApiProperty() basisWords: string;
  @ApiProperty() citation: string;
  @ApiProperty({ enum: ['H', 'M', 'L'] }) certainty: string;
  @ApiProperty({ description: 'Not yet checked by the legal office: not to be shown as law' })
  needsLegalCheck: boolean;
  @ApiProperty() why: string;
  @ApiProperty({ type: OwesView }) owes: OwesView;
  @ApiPropertyOptional({ format: 'uuid' }) caseId?: string;
  @ApiPropertyOptional() caseNumber?: string;
  @ApiPropertyOptional({ format: 'uuid' }) referralId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'Of a report that waits for a decision' })
  reportId?: string;
  @ApiPropertyOptional({ format: 'date-time' }) pausedAt?: string;
  @ApiPropertyOptional({ format: 'date-time' }) endedAt?: string;
  @ApiPropertyOptional() waiverProposed?: boolean;
  @ApiPropertyOptional({ type: AcknowledgedView }) acknowledged?: AcknowledgedView;
  @ApiProperty({ type: [LadderView] }) ladder: LadderView[];
  @ApiProperty({ type: [MovedView], description: 'Every change of the due time; the old times stay' })
  moved: MovedView[];
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export class DeadlinePage {
  @ApiProperty({ type: [DeadlineView] }) items: DeadlineView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

const BASIS_WORDS = {
  LAW: ['undang-undang', 'law'],
  LOCAL: ['standar setempat', 'local standard'],
  AGREEMENT: ['kesepakatan', 'agreement'],
  PROPOSAL: ['usulan', 'proposal'],
} as const;
const UNCHECKED = { id: ' (belum diperiksa Bagian Hukum)', en: ' (not yet checked by the legal office)' };

/** Who is meant by the register's own codes of the owing party. */
const PARTIES: Record<string, [id: string, en: string]> = {
  INSTANSI_PENERIMA: ['Lembaga penerima', 'Receiving agency'],
  PENANGGUNG_JAWAB_KASUS: ['Penanggung jawab kasus', 'Case owner'],
  PENGENDALI_DATA_KOTA: ['Pengendali data kota', 'The city as data controller'],
  PENINJAU: ['Peninjau jejak audit', 'Reviewer of the audit trail'],
};

/** A basis in words; a law that nobody has checked yet says so. */
export function basisWords(rule: { basis: string; needsLegalCheck: boolean }, locale: 'id' | 'en'): string {
  const words = BASIS_WORDS[rule.basis as keyof typeof BASIS_WORDS][locale === 'id' ? 0 : 1];
  return rule.basis === 'LAW' && rule.needsLegalCheck ? words + UNCHECKED[locale] : words;
}

/** The view of a deadline. A receiver gets no case id: its view ends at the referral. */
export function toDeadline(
  deadline: OpenedDeadline,
  viewer: Pick<Actor, 'locale'> & { seesCase: boolean },
  availableActs: string[],
): DeadlineView {
  const { locale } = viewer;
  return {
    id: deadline.id,
    ruleId: deadline.slug,
    ruleVersion: deadline.version,
    action: deadline.action,
    kind: deadline.kind,
    status: deadline.status,
    clock: deadline.clock,
    triggerAt: deadline.triggerAt.toISOString(),
    dueAt: deadline.dueAt?.toISOString() ?? null,
    estimated: deadline.estimated,
    basis: deadline.basis,
    basisWords: basisWords(deadline, locale),
    citation: deadline.citation,
    certainty: deadline.certainty,
    needsLegalCheck: deadline.needsLegalCheck,
    why: locale === 'id' ? deadline.whyId : deadline.whyEn,
    owes: {
      ...(deadline.owingAgencyId && { agencyId: deadline.owingAgencyId }),
      ...(deadline.owingAgencyName && { agencyName: deadline.owingAgencyName }),
      ...(deadline.owingAccountName && { accountName: deadline.owingAccountName }),
      words: owesWords(deadline, locale),
    },
    ...(viewer.seesCase && deadline.caseId && { caseId: deadline.caseId }),
    ...(deadline.caseNumber && { caseNumber: deadline.caseNumber }),
    ...(deadline.referralId && { referralId: deadline.referralId }),
    ...(deadline.reportId && { reportId: deadline.reportId }),
    ...(deadline.pausedAt && { pausedAt: deadline.pausedAt.toISOString() }),
    ...(deadline.endedAt && { endedAt: deadline.endedAt.toISOString() }),
    ...(deadline.waiverProposedBy && { waiverProposed: true }),
    ...(deadline.acknowledgedBy &&
      deadline.acknowledgedAt && {
        acknowledged: { by: deadline.acknowledgedBy, at: deadline.acknowledgedAt.toISOString() },
      }),
    ladder: deadline.ladder
      .filter((step) => step.status !== 'cancelled' || step.firedAt)
      .map((step) => ({
        stepId: step.id,
        rung: step.rung,
        at: utc(step.fireAt),
        tells: step.tells,
        firedAt: step.firedAt && utc(step.firedAt),
        late: step.late,
        toldNames: step.toldNames,
      })),
    moved: deadline.moved.map(({ at, why, from, to }) => ({
      at: utc(at),
      why,
      from: from && utc(from),
      to: to && utc(to),
    })),
    availableActs,
  };
}

/** PostgreSQL's JSON writes a time with its session's offset. */
function utc(text: string): string {
  return new Date(text).toISOString();
}

function owesWords(deadline: OpenedDeadline, locale: 'id' | 'en'): string {
  if (deadline.owingAgencyName && deadline.owingAccountName)
    return `${deadline.owingAccountName} (${deadline.owingAgencyName})`;
  if (deadline.owingAgencyName) return deadline.owingAgencyName;
  const words = partyWords(deadline.owingKinds, locale);
  if (isOwedOutside(deadline)) return watchedWords(words, deadline.keeperName, locale);
  return deadline.owingAccountName ? `${deadline.owingAccountName} (${words})` : words;
}

/** A body outside owes it; `keeperName`, who keeps the case, watches. Null: the reader does not see the case. */
export function watchedWords(body: string, keeperName: string | null, locale: 'id' | 'en'): string {
  if (keeperName === null) return body;
  return locale === 'id' ? `${body} (dipantau ${keeperName})` : `${body} (watched by ${keeperName})`;
}

/** Whoever the register says owes an act, in words: kinds of agency, or its own codes for parties. */
export function partyWords(owingKinds: readonly string[], locale: 'id' | 'en'): string {
  const kinds = owingKinds.map(
    (kind) => PARTIES[kind]?.[locale === 'id' ? 0 : 1] ?? codes.label('JENIS_INSTANSI', kind, locale),
  );
  return kinds.join(locale === 'id' ? ' atau ' : ' or ');
}
