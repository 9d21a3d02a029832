import type { MessageKey } from './messages.js';
import { everyoneWithRole, lastResort, supervisors, type Parties } from './parties.js';
import type { Telling } from './who-is-told.js';

/** About the failed delivery of one of these nobody is told again: an alarm would feed itself. */
export const ALARMS_ABOUT_CHANNELS: readonly MessageKey[] = [
  'alarm.channelFailed',
  'alarm.noWorkingChannel',
  'channel.deviceLost',
  'alarm.raised',
  'alarm.unanswered',
];

/** Somebody who was not reached. `byAnotherWay`: whether another channel brought the same word, or still may. */
export interface Unreached {
  readonly accountId: string;
  readonly agencyId: string;
  readonly byAnotherWay: boolean;
}

/**
 * Who hears that a channel failed: the administrators, who can mend it. Where no other channel reaches the person, the
 * supervisor as well (the person's own office, else UPTD PPA), who can pick up a telephone. They hear it inside also
 * when it is they who were not reached: one alarm stands for all that fail for the same reason, and it must not be
 * the one that left them out.
 */
export function tellOfFailedChannel(unreached: Unreached, parties: Parties): Telling[] {
  const administrators = everyoneWithRole(parties, 'administrator');
  const own = parties.people
    .filter(
      ({ role, agencyId, active }) => active && role === 'supervisor' && agencyId === unreached.agencyId,
    )
    .map(({ accountId }) => accountId);
  const heads = unreached.byAnotherWay ? [] : own.length > 0 ? own : supervisors(parties);
  const tellings: Telling[] = [
    ...heads.map((accountId) => ({ accountId, message: 'alarm.noWorkingChannel' as const })),
    ...administrators.map((accountId) => ({ accountId, message: 'alarm.channelFailed' as const })),
  ];
  if (tellings.length > 0) return tellings;
  return lastResort(parties).map((accountId) => ({ accountId, message: 'alarm.channelFailed' }));
}
