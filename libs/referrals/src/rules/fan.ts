import type { Obstacle } from './may-send.js';
import { milestonesOf } from './linked-milestones.js';

/** Asked of more, a need is everybody's and nobody's, and each is a person who reads it. */
export const ASKED_TOGETHER_MAX = 5;

/** All that those who are asked together may know before one of them accepts (decision 0152). */
export interface BareQuestion {
  /** Codes of KELOMPOK_UMUR; empty when no age is known. */
  readonly ageBands: readonly string[];
  /** City or regency, never finer. */
  readonly regionCode: string | null;
}

/** The question behind a referral: bands of age of the clients whom it is about, and the city. Pure. */
export function bareQuestion(
  clients: readonly { readonly ageBand: string | null }[],
  regionCode: string | null,
): BareQuestion {
  const ageBands = [...new Set(clients.flatMap(({ ageBand }) => ageBand ?? []))].sort();
  return { ageBands, regionCode: regionCode === null ? null : cityOf(regionCode) };
}

/** `16.74.01.1001` is in `16.74`. */
function cityOf(regionCode: string): string {
  return regionCode.split('.').slice(0, 2).join('.');
}

/** The level of risk by whose clocks a bare question is answered. What is in danger is asked as urgent, so none is slower. */
export function paceOf(urgency: 'SEGERA' | 'BIASA'): 'TINGGI' | 'SEDANG' {
  return urgency === 'SEGERA' ? 'TINGGI' : 'SEDANG';
}

export interface Asked {
  readonly id: string;
  readonly kind: string;
  /** Whether somebody there answers in Simpul itself. */
  readonly hasAccounts: boolean;
}

/**
 * Why these cannot be asked together; empty = they can. `referral.fan.tooFew`, `.tooMany`, `.twice`; `.stepOfTheLaw`
 * where asking one is itself what the law counts from (the police, LPSK): there is nobody to compete with;
 * `.answersOnPaper` where the question would have to travel as a letter, which is the packet; `.dangerIsUrgent` where a
 * high risk, or one that nobody has screened, would be asked at an ordinary pace. Pure.
 */
export function fanObstacles(
  asked: readonly Asked[],
  { serviceCode, urgency }: { readonly serviceCode: string; readonly urgency: 'SEGERA' | 'BIASA' },
  { tracks, risk }: { readonly tracks: readonly string[]; readonly risk: string | null },
): Obstacle[] {
  const found: Obstacle[] = [];
  const add = (code: string): void => void found.push({ code: `referral.fan.${code}`, field: 'toAgencyId' });
  if (asked.length < 2) add('tooFew');
  if (asked.length > ASKED_TOGETHER_MAX) add('tooMany');
  if (new Set(asked.map(({ id }) => id)).size < asked.length) add('twice');
  const legal = (kind: string): boolean =>
    (['send', 'acknowledge'] as const).some((act) => milestonesOf(act, kind, serviceCode, tracks).length > 0);
  if (asked.some(({ kind }) => legal(kind))) add('stepOfTheLaw');
  if (asked.some(({ hasAccounts }) => !hasAccounts)) add('answersOnPaper');
  if (paceOf(urgency) !== 'TINGGI' && (risk ?? 'TINGGI') === 'TINGGI') add('dangerIsUrgent');
  return found;
}
