/**
 * The life of a referral, as a table. Statuses are FHIR Task's words.
 *
 * `draft` is written and rewritten by the case team; `send` makes it `requested`. The receiver may acknowledge
 * (`received`) or accept at once (`accepted`; that also acknowledges). A question puts it `on-hold`, and the answer
 * puts it back where it was asked. From `accepted` the first service makes it `in-progress`; interim feedback leaves
 * it there. It ends `completed`, `failed`, `rejected` or `cancelled`, and stays ended: `confirm` closes the loop of a
 * completed or failed one without another status, once.
 *
 * Being opened by a named officer is a fact with a time, not a status (`canBeOpened`).
 */
export const REFERRAL_STATUSES = [
  'draft',
  'requested',
  'received',
  'accepted',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'rejected',
  'cancelled',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** `consent` is the withdrawal of the lawful basis, carried out by the system; `fan`, that another agency accepted first. */
export const REFERRAL_PARTIES = ['case-team', 'receiver', 'consent', 'fan'] as const;
export type ReferralParty = (typeof REFERRAL_PARTIES)[number];

/** Where an answer leads back to. */
export type HeldStatus = 'requested' | 'received' | 'accepted';

interface Rule {
  readonly by: readonly ReferralParty[];
  readonly from: readonly ReferralStatus[];
  /** `same`: a fact is added, the status stays. `hold`/`back`: into and out of a question. */
  readonly to: ReferralStatus | 'same' | 'hold' | 'back';
}

export const REFERRAL_ACTS = {
  edit: { by: ['case-team'], from: ['draft'], to: 'same' },
  send: { by: ['case-team'], from: ['draft'], to: 'requested' },
  acknowledge: { by: ['receiver'], from: ['requested'], to: 'received' },
  ask: { by: ['receiver'], from: ['requested', 'received', 'accepted'], to: 'hold' },
  answer: { by: ['case-team'], from: ['on-hold'], to: 'back' },
  accept: { by: ['receiver'], from: ['requested', 'received'], to: 'accepted' },
  reject: { by: ['receiver'], from: ['requested', 'received', 'on-hold'], to: 'rejected' },
  start: { by: ['receiver'], from: ['accepted'], to: 'in-progress' },
  report: { by: ['receiver'], from: ['in-progress'], to: 'same' },
  complete: { by: ['receiver'], from: ['accepted', 'in-progress'], to: 'completed' },
  fail: { by: ['receiver'], from: ['accepted', 'in-progress'], to: 'failed' },
  cancel: {
    by: ['case-team', 'consent'],
    from: ['draft', 'requested', 'received', 'accepted', 'in-progress', 'on-hold'],
    to: 'cancelled',
  },
  yield: { by: ['fan'], from: ['requested', 'received'], to: 'cancelled' },
  confirm: { by: ['case-team'], from: ['completed', 'failed'], to: 'same' },
} as const satisfies Record<string, Rule>;
export type ReferralAct = keyof typeof REFERRAL_ACTS;

/** What the table needs to know of a referral. */
export interface ReferralState {
  readonly status: ReferralStatus;
  /** Set while `on-hold`: the status in which the question was asked. */
  readonly heldFrom: HeldStatus | null;
  /** Whether the sender has closed the loop. */
  readonly confirmed: boolean;
  /** Asked among several and not (yet) the one who accepted. */
  readonly bare?: boolean;
}

/** What a receiver may do with a bare question: whoever wants to know more accepts first. */
const ON_A_BARE_QUESTION: readonly ReferralAct[] = ['acknowledge', 'accept', 'reject'];

/** Either the next state, or the code of the refusal. */
export type Verdict =
  { readonly ok: true; readonly next: ReferralState } | { readonly ok: false; readonly code: string };

/**
 * Whether `party` may do `act` now, and where it leads. Pure. Refusals:
 * `referral.<act>.not-by-<party>`, `referral.<act>.not-from-<status>`, `referral.<act>.not-before-acceptance`,
 * `referral.confirm.already-confirmed`.
 */
export function decide(state: ReferralState, act: ReferralAct, party: ReferralParty): Verdict {
  const rule: Rule = REFERRAL_ACTS[act];
  if (!rule.by.includes(party)) return { ok: false, code: `referral.${act}.not-by-${party}` };
  if (!rule.from.includes(state.status))
    return { ok: false, code: `referral.${act}.not-from-${state.status}` };
  if (state.bare && party === 'receiver' && !ON_A_BARE_QUESTION.includes(act))
    return { ok: false, code: `referral.${act}.not-before-acceptance` };
  if (act === 'confirm' && state.confirmed) return { ok: false, code: 'referral.confirm.already-confirmed' };
  return { ok: true, next: nextState(state, act, rule.to) };
}

function nextState(state: ReferralState, act: ReferralAct, to: Rule['to']): ReferralState {
  switch (to) {
    case 'same':
      return { ...state, confirmed: state.confirmed || act === 'confirm' };
    case 'hold':
      return { ...state, status: 'on-hold', heldFrom: state.status as HeldStatus };
    case 'back':
      // An on-hold referral always remembers; the database has a check that says so.
      return { ...state, status: state.heldFrom ?? 'requested', heldFrom: null };
    default:
      return {
        ...state,
        status: to,
        heldFrom: null,
        ...(to === 'accepted' && state.bare ? { bare: false } : {}),
      };
  }
}

/** The acts the table allows to this party now, in the table's order. Roles may take more away. */
export function availableActs(state: ReferralState, party: ReferralParty): ReferralAct[] {
  return (Object.keys(REFERRAL_ACTS) as ReferralAct[]).filter((act) => decide(state, act, party).ok);
}

/** Sent and not yet ended: somebody still owes the next act. */
export const OPEN_STATUSES = [
  'requested',
  'received',
  'accepted',
  'in-progress',
  'on-hold',
] as const satisfies readonly ReferralStatus[];

export const ENDED_STATUSES = [
  'completed',
  'failed',
  'rejected',
  'cancelled',
] as const satisfies readonly ReferralStatus[];

export function isOpen(status: ReferralStatus): boolean {
  return (OPEN_STATUSES as readonly ReferralStatus[]).includes(status);
}

/** The first view by an officer of the receiver is a fact worth recording while the referral is alive. */
export function canBeOpened(state: ReferralState, openedAt: Date | null): boolean {
  return openedAt === null && isOpen(state.status);
}

/** Which party owes the next act; null when nobody does (a draft, or a closed loop). Tenet 1: never two. */
export function owesNext(state: ReferralState): 'case-team' | 'receiver' | null {
  switch (state.status) {
    case 'requested':
    case 'received':
    case 'accepted':
    case 'in-progress':
      return 'receiver';
    case 'on-hold':
    case 'rejected':
      return 'case-team';
    case 'completed':
    case 'failed':
      return state.confirmed ? null : 'case-team';
    default:
      return null;
  }
}
