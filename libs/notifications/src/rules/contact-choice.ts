import type { ChannelName } from './delivery.js';

/** How a person wants to be reached outside the house. */
export type ContactChoice = Readonly<Record<ChannelName, boolean>>;

/** Whoever has chosen nothing is reached by e-mail: every account has one. */
export const UNCHOSEN: ContactChoice = { email: true, gateway: false };

/**
 * The channels that one person's notifications take. A choice that leaves none of those that are open counts as none
 * made: a channel may have been closed since, and nobody may fall silent by that.
 */
export function channelsFor(open: readonly ChannelName[], choice: ContactChoice): ChannelName[] {
  const chosen = open.filter((name) => choice[name]);
  return chosen.length > 0 ? chosen : [...open];
}

/** Why a choice cannot stand; null when it can. */
export function choiceFault(
  open: readonly ChannelName[],
  choice: ContactChoice,
  hasTelephone: boolean,
): 'notification.lastChannel' | 'notification.telephoneMissing' | null {
  if (choice.gateway && !hasTelephone) return 'notification.telephoneMissing';
  return open.length > 0 && !open.some((name) => choice[name]) ? 'notification.lastChannel' : null;
}

/** A mobile number in international form (`+62812…`), from how people write it; null when it is none. */
export function internationalNumber(written: string): string | null {
  const digits = written.replaceAll(/[\s().-]/g, '');
  const number = digits.startsWith('0') ? `+62${digits.slice(1)}` : digits;
  return /^\+[1-9]\d{8,13}$/.test(number) ? number : null;
}
