/** What a client has a right to before a case ends. Our own checklist (decision 0103): no law that we know lists it. */
export const RIGHTS = [
  'TOLD_OF_CLOSING',
  'KNOWS_HOW_TO_RETURN',
  'SAFETY_PLAN',
  'RESTITUTION_TOLD',
  'DOCUMENTS_RETURNED',
] as const;
export type Right = (typeof RIGHTS)[number];

export const RIGHT_ANSWERS = ['DONE', 'NOT_DONE', 'NOT_APPLICABLE'] as const;
export type RightAnswer = (typeof RIGHT_ANSWERS)[number];
export type Rights = Readonly<Record<Right, RightAnswer>>;

/** PROPOSED -> CLOSED -> REOPENED, or PROPOSED -> REJECTED (by another) or WITHDRAWN (by whoever proposed it). */
export type ClosingStatus = 'PROPOSED' | 'CLOSED' | 'REJECTED' | 'WITHDRAWN' | 'REOPENED';

/** Reasons (ALASAN_TERMINASI) for which there is nobody to tell. */
const NOBODY_TO_TELL = ['MENINGGAL', 'TIDAK_DAPAT_DIHUBUNGI', 'BUKAN_KEWENANGAN_DUPLIKAT'];
/** Reasons for which there is nobody of ours to look after. */
const NOBODY_TO_CARE_FOR = ['MENINGGAL', 'BUKAN_KEWENANGAN_DUPLIKAT'];
/** Whoever can be told has been told, and knows the way back: without these two no case ends. */
const OWED_TO_THE_REACHABLE: readonly Right[] = ['TOLD_OF_CLOSING', 'KNOWS_HOW_TO_RETURN'];

/** What is not yet brought to its end. */
export interface WorkLeft {
  readonly openReferrals: number;
  /** Ended by the receiver, and the loop not closed. */
  readonly unconfirmedReferrals: number;
  readonly drafts: number;
}

/** Rights that stand in the way of the end; empty when none does. At the highest risk the safety plan is one of them. */
export function rightsOpen(reason: string, rights: Rights, risk: string | null): Right[] {
  if (NOBODY_TO_TELL.includes(reason)) return [];
  const owed = risk === 'TINGGI' ? [...OWED_TO_THE_REACHABLE, 'SAFETY_PLAN' as const] : OWED_TO_THE_REACHABLE;
  return owed.filter((right) => rights[right] !== 'DONE');
}

/** Whether after-care is owed: to everybody who lives and was ours, also to whoever withdrew or moved. */
export function owesAfterCare(reason: string): boolean {
  return !NOBODY_TO_CARE_FOR.includes(reason);
}

/** Whether anything has to come to its end first. A referral that runs on behind a closed case would be nobody's. */
export function isWorkLeft({ openReferrals, unconfirmedReferrals, drafts }: WorkLeft): boolean {
  return openReferrals + unconfirmedReferrals + drafts > 0;
}

export type Decision = 'approve' | 'reject' | 'withdraw';

/** A closing as the question of its decision needs it. Four eyes are counted by human being. */
export interface ClosingSight {
  readonly status: ClosingStatus;
  readonly proposerPersonId: string;
  readonly viewer: { readonly personId: string; readonly mayDecide: boolean };
}

/** Why this viewer can't decide so, as a refusal code; null when they can. */
export function whyNotDecide(decision: Decision, sight: ClosingSight): string | null {
  if (sight.status !== 'PROPOSED') return 'closing.alreadyDecided';
  if (!sight.viewer.mayDecide) return 'forbidden';
  const isTheirs = sight.proposerPersonId === sight.viewer.personId;
  if (decision === 'withdraw') return isTheirs ? null : 'closing.notYours';
  return isTheirs ? 'fourEyes.samePerson' : null;
}
