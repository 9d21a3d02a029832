import { may, type Actor } from '#access';
import { availableDeadlineActsOf, DeadlineView, toDeadline } from '#deadlines';
import {
  AgencyNameView,
  isOpen,
  ReferralAppointmentView,
  ReferralView,
  sideOf,
  statusWords,
  toAppointment,
  toReferral,
} from '#referrals';
import { ApiProperty } from '@nestjs/swagger';
import type { ChainLink } from '../chain.queries.js';
import type { OpenedFeedback, OpenedMessage, OpenedMove } from '../handoff-trail.queries.js';
import type { ReferralPage } from '../referral-pages.queries.js';
import type { ReferralContent } from '../referral-reader.js';
import { moveWords, TOMBSTONE_WORDS } from '../rules/handoff-words.js';
import { updateWords } from '../rules/trail.js';
import { LinkStandingView, toLinkStanding } from './link-standing.dto.js';
import { DisclosureView, toDisclosure, toPacket, versionOf } from './disclosure.dto.js';

const date = { type: String, format: 'date-time', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class SharedNoteView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ type: String, nullable: true }) authorName: string | null;
  @ApiProperty({ type: String, nullable: true }) agencyName: string | null;
  @ApiProperty() text: string;
}

export class MessageView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ enum: ['QUESTION', 'ANSWER'] }) kind: string;
  @ApiProperty(text) authorName: string | null;
  @ApiProperty(text) agencyName: string | null;
  @ApiProperty() text: string;
}

export class FeedbackView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ enum: ['START', 'PROGRESS', 'OUTCOME', 'FAILURE'] }) kind: string;
  @ApiProperty(text) authorName: string | null;
  @ApiProperty(text) agencyName: string | null;
  @ApiProperty(text) text: string | null;
  @ApiProperty({ ...text, description: 'Code of list HASIL_LAYANAN' }) outcome: string | null;
  @ApiProperty({ ...text, description: 'Code of list ALASAN_TIDAK_BERHASIL' }) reason: string | null;
  @ApiProperty(date) nextAt: Date | null;
  @ApiProperty({ ...text, description: 'What is still needed, where it was given in part' })
  remains: string | null;
}

export class MoveView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ example: 'accept' }) act: string;
  @ApiProperty() words: string;
  @ApiProperty() fromStatus: string;
  @ApiProperty() toStatus: string;
  @ApiProperty(text) reason: string | null;
  @ApiProperty(text) actorName: string | null;
  @ApiProperty(text) agencyName: string | null;
}

export class AppointmentView {
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty(text) place: string | null;
}

export class RejectionView {
  @ApiProperty({ description: 'Code of list ALASAN_TOLAK' }) reason: string;
  @ApiProperty(text) note: string | null;
}

export class TombstoneView {
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ enum: ['SENDER', 'CONSENT', 'FAN'] }) reason: string;
  @ApiProperty() words: string;
}

/** One need asked of several: what may be known before accepting it. Service, urgency and sender stand on the referral. */
export class BareQuestionView {
  @ApiProperty({ type: [String], description: 'Codes of KELOMPOK_UMUR' }) ageBands: string[];
  @ApiProperty({ ...text, description: 'City or regency' }) area: string | null;
}

export class AlternativeView extends AgencyNameView {
  @ApiProperty({ description: 'Whether a live lawful basis already covers asking this agency' })
  covered: boolean;
  @ApiProperty({
    description: 'Whether somebody there answers in Simpul, so that it can be asked among several',
  })
  answersHere: boolean;
}

/** One asking of the same need. */
export class ChainLinkView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(text) number: string | null;
  @ApiProperty() agencyName: string;
  @ApiProperty() status: string;
  @ApiProperty() statusWords: string;
  @ApiProperty({ ...text, description: 'Coded reason of a refusal or a failure' }) reason: string | null;
  @ApiProperty({ ...text, description: 'SENDER, CONSENT or FAN' }) cancelledBy: string | null;
  @ApiProperty(date) sentAt: Date | null;
  @ApiProperty(date) endedAt: Date | null;
  @ApiProperty({ ...text, format: 'uuid' }) fanId: string | null;
}

export class ReferralPageView extends ReferralView {
  @ApiProperty({ required: false, description: 'What is asked' }) request?: string;
  @ApiProperty({ required: false, description: 'Only for the sender' }) summary?: string;
  @ApiProperty({
    selfRequired: false,
    type: 'object',
    additionalProperties: true,
    description: 'Only for the sender',
  })
  purposeFields?: Record<string, string | boolean>;
  @ApiProperty({
    selfRequired: false,
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Only for the sender',
  })
  levels?: Record<string, string>;
  @ApiProperty({ type: AppointmentView, nullable: true, description: 'As it was said with the acceptance' })
  appointment: AppointmentView | null;
  @ApiProperty({ type: [ReferralAppointmentView], description: 'The latest time first' })
  appointments: ReferralAppointmentView[];
  @ApiProperty({ description: 'An appointment may be set now, by this reader' }) maySetAppointment: boolean;
  @ApiProperty({ type: RejectionView, nullable: true }) rejection: RejectionView | null;
  @ApiProperty({ required: false, description: 'Why it was withdrawn; only for the sender' })
  cancellationWords?: string;
  @ApiProperty({ ...date, description: 'When the receiver’s view closes by itself; only for the receiver' })
  closesAt: Date | null;
  @ApiProperty({ type: [DeadlineView] }) deadlines: DeadlineView[];
  @ApiProperty({ type: [MessageView] }) messages: MessageView[];
  @ApiProperty({ type: [SharedNoteView], description: 'Notes that the sender lets this receiver read' })
  notes: SharedNoteView[];
  @ApiProperty({ type: [FeedbackView] }) feedback: FeedbackView[];
  @ApiProperty({ type: [MoveView] }) moves: MoveView[];
  @ApiProperty({ required: false, type: DisclosureView, description: 'What was sent, frozen' })
  disclosure?: DisclosureView;
  @ApiProperty({
    required: false,
    type: BareQuestionView,
    description: 'Present for a receiver who is asked among several and has not accepted',
  })
  question?: BareQuestionView;
  @ApiProperty({ required: false, type: TombstoneView, description: 'Present when the view has closed' })
  tombstone?: TombstoneView;
  @ApiProperty({
    type: [AlternativeView],
    description: 'Whom to ask next after a refusal; only for the sender',
  })
  alternatives: AlternativeView[];
  @ApiProperty({
    type: [ChainLinkView],
    description:
      'All that was asked for this need, the oldest first; empty where it is the only one. Only for the sender',
  })
  chain: ChainLinkView[];
  @ApiProperty({
    required: false,
    type: LinkStandingView,
    description: 'How the receiver answers; only for the sender',
  })
  link?: LinkStandingView;
  @ApiProperty({ required: false, description: 'The number on its letter; only for the sender' })
  letterNumber?: string;
}

/** The page for its reader: the sender's whole, the receiver's packet, or a tombstone. */
export function toReferralPage(page: ReferralPage, actor: Actor): ReferralPageView {
  const view = toReferral(page.row, actor);
  if (page.content)
    return {
      ...view,
      ...contentOf(page, page.content, actor),
      availableActs: mayUpdate(page, actor) ? [...view.availableActs, 'update'] : view.availableActs,
    };
  if (page.question) {
    const { ageBands, area } = page.question;
    return { ...view, ...EMPTY, question: { ageBands: [...ageBands], area } };
  }
  const { at, reason } = page.tombstone!;
  // What a receiver keeps is that there was a referral with this number; nothing about the person or the danger.
  return {
    ...view,
    ...{
      risk: null,
      reason: null,
      outcome: null,
      dueAt: null,
      nextAppointmentAt: null,
      shortfall: null,
      responsible: null,
      availableActs: [],
    },
    ...EMPTY,
    tombstone: { at, reason, words: TOMBSTONE_WORDS[reason][actor.locale] },
  };
}

/** An update is no move of the referral, so the table of the lifecycle does not know it. */
function mayUpdate({ row }: ReferralPage, actor: Actor): boolean {
  return (
    row.sentAt !== null &&
    !row.bare &&
    isOpen(row.status) &&
    sideOf(row, actor) === 'case-team' &&
    may(actor.role, 'referral.update')
  );
}

const EMPTY = {
  closesAt: null,
  appointment: null,
  appointments: [],
  maySetAppointment: false,
  rejection: null,
  deadlines: [],
  messages: [],
  notes: [],
  feedback: [],
  moves: [],
  alternatives: [],
  chain: [],
};

function contentOf(
  page: ReferralPage,
  content: ReferralContent,
  actor: Actor,
): Omit<ReferralPageView, keyof ReferralView> {
  const { row } = page;
  const { draft, snapshot } = content;
  const side = sideOf(row, actor);
  const viewer = { locale: actor.locale, seesCase: side === 'case-team' };
  return {
    ...(draft
      ? senderWords(draft)
      : { request: snapshot?.packet.find((one) => one.field === 'request')?.value }),
    appointment: row.appointmentAt ? { at: row.appointmentAt, place: content.appointmentPlace } : null,
    appointments: content.appointments.items.map(toAppointment),
    maySetAppointment: content.appointments.maySet,
    rejection: row.rejectionReason ? { reason: row.rejectionReason, note: content.endingWords } : null,
    ...(row.status === 'cancelled' && draft && content.endingWords
      ? { cancellationWords: content.endingWords }
      : {}),
    closesAt: content.closesAt,
    deadlines: content.deadlines.map((one) => toDeadline(one, viewer, availableDeadlineActsOf(actor, one))),
    messages: content.messages.map(toMessage),
    notes: content.notes.map(({ id, at, authorName, agencyName, text }) => ({
      id,
      at,
      authorName,
      agencyName,
      text,
    })),
    feedback: content.feedback.map(toFeedback),
    moves: content.moves.map((move) => toMove(move, actor.locale)),
    ...(content.letterNumber ? { letterNumber: content.letterNumber } : {}),
    ...(content.link ? { link: toLinkStanding(content.link) } : {}),
    ...(snapshot ? { disclosure: disclosureOf(page, content, actor) } : {}),
    chain: content.chain.map((link) => toChainLink(link, actor.locale)),
    alternatives: content.alternatives.map(({ agency, covered, answersHere }) => {
      const { id, code, kind, name, dutyPhone } = agency;
      return { id, code, kind, name, dutyPhone, covered, answersHere };
    }),
  };
}

function toChainLink(link: ChainLink, locale: 'id' | 'en'): ChainLinkView {
  const { id, number, agencyName, status, confirmed, reason, cancelledBy, sentAt, endedAt, fanId } = link;
  const words = statusWords(status, confirmed, locale);
  return { id, number, agencyName, status, statusWords: words, reason, cancelledBy, sentAt, endedAt, fanId };
}

function senderWords({ words, levels }: NonNullable<ReferralContent['draft']>) {
  const { request, summary, purposeFields } = words;
  return { request, summary, purposeFields: { ...purposeFields }, levels: { ...levels } };
}

function disclosureOf({ row }: ReferralPage, { snapshot }: ReferralContent, actor: Actor): DisclosureView {
  if (sideOf(row, actor) === 'receiver') return toPacket(snapshot!, row.toAgency, actor.locale);
  const packet = { ...snapshot!, missing: [], nameFound: [], hiddenNameFound: [] };
  return { ...toDisclosure({ row, packet }, actor.locale), ...versionOf(snapshot!, actor.locale) };
}

function toMessage({ id, at, kind, authorName, agencyName, text: words }: OpenedMessage): MessageView {
  return { id, at, kind, authorName, agencyName, text: words };
}

function toFeedback(one: OpenedFeedback): FeedbackView {
  const { id, at, kind, authorName, agencyName, text: words, outcome, reason, nextAt, remains } = one;
  return { id, at, kind, authorName, agencyName, text: words, outcome, reason, nextAt, remains };
}

function toMove(move: OpenedMove, locale: 'id' | 'en'): MoveView {
  const { id, at, act, fromStatus, toStatus, reason, actorName, agencyName } = move;
  const words = 'fields' in move ? updateWords(move.fields, locale) : moveWords(act, locale);
  return { id, at, act, words, fromStatus, toStatus, reason, actorName, agencyName };
}
