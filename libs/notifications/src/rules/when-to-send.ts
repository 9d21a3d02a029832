import { MESSAGES, type MessageKey } from './messages.js';

/** Shortest time between two messages to one person by one channel, for what may wait. */
export const GATHER_MS = 600_000;

/**
 * What may wait at all. Whatever is not here never does: alarms, what is past its time or raised to somebody, a stop of
 * a service, a report that needs action at once. A message that is new is urgent until somebody has decided otherwise.
 */
const MAY_WAIT: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'referral.sent',
  'referral.acknowledged',
  'referral.asked',
  'referral.answered',
  'referral.noteShared',
  'referral.conferenceCalled',
  'referral.conferenceAnswered',
  'referral.conferenceSigned',
  'referral.appointmentByReceiver',
  'referral.appointmentBySender',
  'referral.accepted',
  'referral.rejected',
  'referral.started',
  'referral.reported',
  'referral.completed',
  'referral.failed',
  'referral.takenByAnother',
  'referral.confirmed',
  'case.joined',
  'case.minutesWait',
  'case.minutesNeedSomebody',
  'case.minutesSigned',
  'case.loweringProposed',
  'case.loweringNeedsSomebody',
  'case.loweringOvertaken',
  'case.levelLowered',
  'case.levelLoweredInUnit',
  'case.closingProposed',
  'case.closingNeedsSomebody',
  'case.closingDecided',
  'deadline.soon',
  'deadline.watch',
  'deadline.monitor',
  'deadline.pauseReview',
  'rule.proposed',
  'rule.decided',
  'calendar.yearMissing',
  'directory.checkRanOut',
  'channel.deviceLost',
]);

/** What a message is about, as far as its hurry goes. */
export interface Hurry {
  readonly message: MessageKey;
  /** The referral is SEGERA, or the risk of the case or referral is TINGGI. */
  readonly pressing: boolean;
  /** The clock that the message speaks of; null: of none. */
  readonly clock: { readonly basis: string; readonly kind: string | null } | null;
  readonly dueAt: Date | null;
}

/** The person, at this moment. */
export interface Reader {
  /** When the office opens next; null: it is open now. */
  readonly opensAt: Date | null;
  /** The person has the shift now, or stands in for whoever has. */
  readonly onDuty: boolean;
  /** The person wants what can wait to wait until the office opens. */
  readonly quiet: boolean;
  /** When the next try of one that waits for this person on this channel is due: what comes now waits for it. */
  readonly waitingUntil: Date | null;
  /** When one that could have waited last went to this person by this channel. */
  readonly lastSentAt: Date | null;
}

export type WaitReason = 'OFF_DUTY' | 'GATHERED';

export interface SendingTime {
  /** Whether it may be merged with others that wait. */
  readonly mayWait: boolean;
  readonly notBefore: Date;
  readonly reason: WaitReason | null;
}

/** Whether word of it may wait outside the house. In the house everybody is told at once, whatever this says. */
export function mayWait({ message, pressing, clock }: Hurry): boolean {
  if (pressing || MESSAGES[message].urgency === 'alarm' || !MAY_WAIT.has(message)) return false;
  // A statutory duty and a clock that runs through the night give no hours away (decision 0098).
  return clock?.basis !== 'LAW' && clock?.kind !== 'RUNNING';
}

/**
 * When word leaves the house. In the hours of the office the first goes at once and what follows within ten minutes goes
 * together; off duty it waits for the office to open, yet never past the due time that it speaks of.
 */
export function sendingTime(hurry: Hurry, reader: Reader, now: Date): SendingTime {
  if (!mayWait(hurry)) return { mayWait: false, notBefore: now, reason: null };
  const { opensAt, onDuty, quiet, waitingUntil, lastSentAt } = reader;
  const offDuty = opensAt !== null && !onDuty && quiet;
  const gathered = Math.max(
    Math.min(waitingUntil?.getTime() ?? -Infinity, now.getTime() + GATHER_MS),
    (lastSentAt?.getTime() ?? -Infinity) + GATHER_MS,
  );
  const until = offDuty ? opensAt.getTime() : gathered;
  if (until <= now.getTime()) return { mayWait: true, notBefore: now, reason: null };
  if (hurry.dueAt && hurry.dueAt.getTime() <= until) return { mayWait: false, notBefore: now, reason: null };
  return { mayWait: true, notBefore: new Date(until), reason: offDuty ? 'OFF_DUTY' : 'GATHERED' };
}
