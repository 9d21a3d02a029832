/** One asking of a need, as far as the loop of the need goes. */
export interface Asking {
  readonly id: string;
  readonly followsReferralId: string | null;
  readonly fanId: string | null;
  readonly status: string;
  readonly confirmed: boolean;
  readonly shortfall: string | null;
  readonly remainder: string | null;
  readonly createdAt: Date;
}

/**
 * Where the loop of a need stands. `NOT_SENT`: only a draft. `WAITING`: an answer is owed. `ASKED`: a question waits for the
 * sender. `RUNNING`. `TO_CONFIRM`: ended by the receiver, the sender has not closed it. `NOBODY`: declined, not come
 * about, or given in part with the rest to go on, and nobody is asked. `MET`, `PARTLY` (enough). `TAKEN_BACK` by the sender.
 */
export const NEED_STATUSES = [
  'RUNNING',
  'ASKED',
  'WAITING',
  'TO_CONFIRM',
  'NOT_SENT',
  'NOBODY',
  'MET',
  'PARTLY',
  'TAKEN_BACK',
] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];

/** Needs that nobody serves and nobody is asked for: named when a case is to end. */
export function isUnmet(status: NeedStatus): boolean {
  return status === 'NOBODY' || status === 'PARTLY';
}

/** The askings of each need together: those that take another's place, and those asked with it. Each in one group. */
export function byNeed<A extends Asking>(askings: readonly A[]): A[][] {
  const groups: A[][] = [];
  for (const one of askings) {
    const tied = groups.filter((group) => group.some((other) => areTied(one, other)));
    const rest = groups.filter((group) => !tied.includes(group));
    groups.splice(0, groups.length, ...rest, [...tied.flat(), one]);
  }
  return groups;
}

/** The asking that says where the need stands, and how: of the ends of the chain the one that is furthest. */
export function leadOf<A extends Asking>(need: readonly A[]): { lead: A; status: NeedStatus } {
  const alive = need.filter(({ status }) => status !== 'cancelled');
  const ends = (alive.length > 0 ? alive : need).filter(
    ({ id }) => !alive.some((other) => other.followsReferralId === id),
  );
  const [first] = ends
    .map((lead) => ({ lead, status: statusOf(lead) }))
    .sort(
      (a, b) =>
        NEED_STATUSES.indexOf(a.status) - NEED_STATUSES.indexOf(b.status) ||
        b.lead.createdAt.getTime() - a.lead.createdAt.getTime(),
    );
  return first!;
}

function statusOf({ status, confirmed, shortfall, remainder }: Asking): NeedStatus {
  switch (status) {
    case 'draft':
      return 'NOT_SENT';
    case 'accepted':
    case 'in-progress':
      return 'RUNNING';
    case 'on-hold':
      return 'ASKED';
    case 'requested':
    case 'received':
      return 'WAITING';
    case 'cancelled':
      return 'TAKEN_BACK';
    case 'completed':
      if (!confirmed) return 'TO_CONFIRM';
      if (shortfall === null) return 'MET';
      return remainder === 'CONTINUE' ? 'NOBODY' : 'PARTLY';
    case 'failed':
      return confirmed ? 'NOBODY' : 'TO_CONFIRM';
    default:
      return 'NOBODY';
  }
}

function areTied(a: Asking, b: Asking): boolean {
  return (
    a.followsReferralId === b.id || b.followsReferralId === a.id || (a.fanId !== null && a.fanId === b.fanId)
  );
}
