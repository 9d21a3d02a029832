import { Instant, may, PlainText, type Actor } from '#access';
import { NOTE_CLASSES, type NoteClass } from '#handoff';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import type { OpenedConference } from '../conferences.queries.js';
import type { Minutes, NewConference } from '../conferences.service.js';
import { CONFERENCE_STATUSES, whyNot, type ConferenceAct } from '../rules/conference-lifecycle.js';

export class AgendaItemInput {
  @PlainText(1000)
  question: string;

  @ApiProperty({ required: false, isArray: true, enum: NOTE_CLASSES, description: 'What it is about' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(NOTE_CLASSES.length)
  @ArrayUnique()
  @IsIn(NOTE_CLASSES, { each: true })
  classes?: NoteClass[];
}

export class ConferenceInput {
  @Instant({ description: 'When they meet' })
  at: string;

  @PlainText(300, { example: 'Ruang rapat UPTD PPA' })
  place: string;

  @ApiProperty({ type: [AgendaItemInput] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  items: AgendaItemInput[];

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Referrals under way whose receivers are invited',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  referralIds: string[];
}

export class DecisionInput {
  @PlainText(1000)
  text: string;

  @Instant({ description: 'Until when' })
  dueAt: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The agency that does it; or an account' })
  @IsOptional()
  @IsUUID()
  referralId?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'A colleague of the team who does it' })
  @IsOptional()
  @IsUUID()
  accountId?: string;
}

export class MinutedItemInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  itemId: string;

  @PlainText(4000)
  discussion: string;

  @ApiProperty({ type: [DecisionInput] })
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DecisionInput)
  decisions: DecisionInput[];
}

export class MinutesInput {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  attendedReferralIds: string[];

  @ApiProperty({ type: [MinutedItemInput] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MinutedItemInput)
  items: MinutedItemInput[];
}

export class CancellationInput {
  @PlainText(1000)
  reason: string;
}

export class ReplyInput {
  @ApiProperty({ enum: ['ACCEPTED', 'DECLINED'] })
  @IsIn(['ACCEPTED', 'DECLINED'])
  answer: 'ACCEPTED' | 'DECLINED';
}

export class DissentInput {
  @PlainText(2000)
  text: string;
}

export class SeatView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) referralId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ type: [String] }) classes: string[];
  @ApiProperty({ enum: ['INVITED', 'ACCEPTED', 'DECLINED'] }) answer: string;
  @ApiProperty({ type: Boolean, nullable: true }) attended: boolean | null;
  @ApiProperty({ type: String, nullable: true }) dissent: string | null;
}

export class DecisionView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) dueAt: string;
  @ApiProperty() ownerName: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) referralId: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) doneAt: string | null;
  @ApiProperty() mayFinish: boolean;
}

export class AgendaItemView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() question: string;
  @ApiProperty({ type: [String] }) classes: string[];
  @ApiProperty({ type: String, nullable: true }) discussion: string | null;
  @ApiProperty({ type: [DecisionView] }) decisions: DecisionView[];
}

export class ConferenceView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: CONFERENCE_STATUSES }) status: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() place: string;
  @ApiProperty() calledByName: string;
  @ApiProperty({ type: String, nullable: true }) minutesByName: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) minutesAt: string | null;
  @ApiProperty({ type: String, nullable: true }) signedByName: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) signedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) cancelReason: string | null;
  @ApiProperty({ type: [SeatView], description: 'For an invited agency: its own' }) seats: SeatView[];
  @ApiProperty({ type: [AgendaItemView], description: 'For an invited agency: what a basis covers for it' })
  items: AgendaItemView[];
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export class CaseConferencesView {
  @ApiProperty() caseNumber: string;
  @ApiProperty() mayCall: boolean;
  @ApiProperty({ type: [ConferenceView] }) items: ConferenceView[];
}

export class InvitationsView {
  @ApiProperty({ type: [ConferenceView] }) items: ConferenceView[];
}

export function toNewConference({ at, place, items, referralIds }: ConferenceInput): NewConference {
  return {
    at: new Date(at),
    place,
    referralIds,
    items: items.map(({ question, classes = [] }) => ({ question, classes })),
  };
}

export function toMinutes({ attendedReferralIds, items }: MinutesInput): Minutes {
  return {
    attendedReferralIds,
    items: items.map(({ itemId, discussion, decisions }) => ({
      itemId,
      discussion,
      decisions: decisions.map(({ dueAt, ...one }) => ({ ...one, dueAt: new Date(dueAt) })),
    })),
  };
}

const OF_THE_TEAM: readonly ConferenceAct[] = ['minute', 'sign', 'cancel'];
const OF_THE_INVITED: readonly ConferenceAct[] = ['reply', 'dissent'];

/** `team`: read from the side of the case; `open`: it may still be worked on. */
export function toConference(
  one: OpenedConference,
  actor: Actor,
  { team, open }: { team: boolean; open: boolean },
): ConferenceView {
  const acts = (team ? OF_THE_TEAM : OF_THE_INVITED).filter(
    (act) =>
      open && (!team || may(actor.role, `conference.${act}`)) && whyNot(act, one, actor.personId) === null,
  );
  const finishes = (referralId: string | null): boolean =>
    open &&
    one.status === 'SIGNED' &&
    (team
      ? may(actor.role, 'conference.finish')
      : referralId !== null && one.seats.some((seat) => seat.referralId === referralId));
  return {
    id: one.id,
    status: one.status,
    at: one.at.toISOString(),
    place: one.place,
    calledByName: one.calledByName,
    minutesByName: one.minutesByName,
    minutesAt: one.minutesAt?.toISOString() ?? null,
    signedByName: one.signedByName,
    signedAt: one.signedAt?.toISOString() ?? null,
    cancelReason: one.cancelReason,
    seats: one.seats.map(({ id, referralId, agencyName, classes, answer, attended, dissent }) => ({
      ...{ id, referralId, agencyName, classes, answer, attended, dissent },
    })),
    items: one.items.map(({ id, question, classes, discussion, decisions }) => ({
      ...{ id, question, classes, discussion },
      decisions: decisions.map(({ dueAt, doneAt, referralId, ...decision }) => ({
        ...{ id: decision.id, text: decision.text, ownerName: decision.ownerName, referralId },
        dueAt: dueAt.toISOString(),
        doneAt: doneAt?.toISOString() ?? null,
        mayFinish: doneAt === null && finishes(referralId),
      })),
    })),
    availableActs: acts.map((act) => `conference.${act}`),
  };
}
