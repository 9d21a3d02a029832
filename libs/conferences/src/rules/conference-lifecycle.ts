export const CONFERENCE_STATUSES = ['PLANNED', 'HELD', 'SIGNED', 'CANCELLED'] as const;
export type ConferenceStatus = (typeof CONFERENCE_STATUSES)[number];

/**
 * planned -> held (minutes written; until they are signed they may be written anew) -> signed by another person, frozen.
 * A planned one can be called off. Decisions bind, and their clocks start, with the signature.
 */
export const CONFERENCE_ACTS = {
  reply: { from: ['PLANNED'], to: null },
  dissent: { from: ['PLANNED', 'HELD'], to: null },
  minute: { from: ['PLANNED', 'HELD'], to: 'HELD' },
  sign: { from: ['HELD'], to: 'SIGNED' },
  cancel: { from: ['PLANNED'], to: 'CANCELLED' },
} as const satisfies Record<string, { from: readonly ConferenceStatus[]; to: ConferenceStatus | null }>;

export type ConferenceAct = keyof typeof CONFERENCE_ACTS;

export function conferenceAllows(act: ConferenceAct, status: ConferenceStatus): boolean {
  return (CONFERENCE_ACTS[act].from as readonly ConferenceStatus[]).includes(status);
}

/** Why a person may not do it now, or null. Minutes are signed by another human being than whoever wrote them. */
export function whyNot(
  act: ConferenceAct,
  { status, minutesByPerson }: { status: ConferenceStatus; minutesByPerson: string | null },
  personId: string,
): string | null {
  if (!conferenceAllows(act, status))
    return `conference.is${status.charAt(0)}${status.slice(1).toLowerCase()}`;
  return act === 'sign' && minutesByPerson === personId ? 'fourEyes.samePerson' : null;
}

/** Whether an agency with these classes may see an item of those. */
export function mayHear(seat: readonly string[], item: readonly string[]): boolean {
  return item.every((scope) => seat.includes(scope));
}
