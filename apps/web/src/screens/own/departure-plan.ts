import type { DepartureItem } from '../../api/contract';

/** Who takes a thing, by its id: an account, `NOBODY` for a seat that stays empty, or nothing for whoever takes all. */
export type Chosen = Readonly<Record<string, string>>;

const ORDER = ['CASE', 'CLOSED', 'SEAT', 'REFERRAL', 'ROSTER'] as const;
export type Group = (typeof ORDER)[number];

/** The things under their headings, empty ones left out. */
export function groupsOf(items: readonly DepartureItem[]): { group: Group; items: DepartureItem[] }[] {
  return ORDER.map((group) => ({ group, items: items.filter((item) => groupOf(item) === group) })).filter(
    (one) => one.items.length > 0,
  );
}

function groupOf({ kind, closed }: DepartureItem): Group {
  if (kind === 'CASE') return closed ? 'CLOSED' : 'CASE';
  return kind === 'SEAT' || kind === 'REFERRAL' ? kind : 'ROSTER';
}

/** The things that nobody takes yet, or somebody who may not. */
export function unnamed(items: readonly DepartureItem[], successor: string, chosen: Chosen): string[] {
  return items
    .filter(({ kind, objectId, possible }) => {
      const taker = chosen[objectId] || successor;
      return taker === 'NOBODY' ? kind !== 'SEAT' : !possible.includes(taker);
    })
    .map(({ objectId }) => objectId);
}

/** What is sent: whoever takes all, and who takes what instead. */
export function planOf(successor: string, chosen: Chosen) {
  return {
    ...(successor && { successorAccountId: successor }),
    others: Object.entries(chosen)
      .filter(([, to]) => to !== '')
      .map(([id, to]) => ({ id, accountId: to === 'NOBODY' ? null : to })),
  };
}
