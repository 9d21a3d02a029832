import type { ChannelName } from './delivery.js';

/** How a person wants to be reached outside the house. Push has no tick of its own: a device that is on is the choice. */
export interface ContactChoice {
  readonly email: boolean;
  readonly gateway: boolean;
}

/** What there is to reach a person by; an e-mail address has everybody. */
export interface Means {
  readonly telephone: boolean;
  readonly devices: number;
}

/** Whoever has chosen nothing is reached by e-mail: every account has one. */
export const UNCHOSEN: ContactChoice = { email: true, gateway: false };

/**
 * The channels that one person's notifications take. A choice that leaves none of those that are open counts as none
 * made: a channel may have been closed since, a device lost, and nobody may fall silent by that. Where nothing open can
 * reach the person, what is open is tried all the same: its failure is what a human being hears of.
 */
export function channelsFor(
  open: readonly ChannelName[],
  choice: ContactChoice,
  means: Means,
): ChannelName[] {
  const chosen = open.filter((name) => wanted(choice, means)[name]);
  if (chosen.length > 0) return chosen;
  const usable = { email: true, gateway: means.telephone, push: means.devices > 0 };
  const left = open.filter((name) => usable[name]);
  return left.length > 0 ? left : [...open];
}

/** Why a choice cannot stand; null when it can. */
export function choiceFault(
  open: readonly ChannelName[],
  choice: ContactChoice,
  means: Means,
): 'notification.lastChannel' | 'notification.telephoneMissing' | null {
  if (choice.gateway && !means.telephone) return 'notification.telephoneMissing';
  return open.length > 0 && !open.some((name) => wanted(choice, means)[name])
    ? 'notification.lastChannel'
    : null;
}

/** The choice after a device was taken away: where it was the last way, another is switched on; null where none is open. */
export function choiceWithout(
  open: readonly ChannelName[],
  choice: ContactChoice,
  left: Means,
): ContactChoice | null {
  if (choiceFault(open, choice, left) !== 'notification.lastChannel') return choice;
  if (open.includes('email')) return { ...choice, email: true };
  return open.includes('gateway') && left.telephone ? { ...choice, gateway: true } : null;
}

function wanted(choice: ContactChoice, means: Means): Record<ChannelName, boolean> {
  return { ...choice, push: means.devices > 0 };
}

/** A mobile number in international form (`+62812…`), from how people write it; null when it is none. */
export function internationalNumber(written: string): string | null {
  const digits = written.replaceAll(/[\s().-]/g, '');
  const number = digits.startsWith('0') ? `+62${digits.slice(1)}` : digits;
  return /^\+[1-9]\d{8,13}$/.test(number) ? number : null;
}
