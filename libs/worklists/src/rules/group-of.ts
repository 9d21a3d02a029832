/** The groups of "needs me now", in the order of the page. */
export const GROUPS = ['OVERDUE', 'TODAY', 'WEEK', 'WAITING'] as const;
export type GroupKey = (typeof GROUPS)[number];

/** What can be done next, as a key that the screen has words for. */
export type Verb =
  | 'answer'
  | 'acknowledge'
  | 'accept'
  | 'start'
  | 'report'
  | 'reroute'
  | 'confirm'
  | 'note'
  | 'police'
  | 'follow'
  | 'decide'
  | 'aftercare'
  | 'approve'
  | 'review'
  | 'write'
  | 'open';

export interface GroupFacts {
  /** I owe it, or my agency does. */
  mine: boolean;
  dueAt: Date | null;
  missed: boolean;
  paused: boolean;
  now: Date;
  /** Last instant of today and of the seventh day from now, in the city's zone. */
  dayEnds: Date;
  weekEnds: Date;
}

/**
 * Where a thing belongs: what I owe by time left; what others owe, or what stands still until somebody else acts, under
 * "waiting". Null: mine, but not before next week, so it is nothing that needs me now.
 */
export function groupOf({
  mine,
  dueAt,
  missed,
  paused,
  now,
  dayEnds,
  weekEnds,
}: GroupFacts): GroupKey | null {
  if (!mine || paused) return 'WAITING';
  if (missed || (dueAt !== null && dueAt < now)) return 'OVERDUE';
  // No number in the law ("as soon as possible") means today, not never.
  if (dueAt === null || dueAt <= dayEnds) return 'TODAY';
  return dueAt <= weekEnds ? 'WEEK' : null;
}

const VERBS: [pattern: RegExp, verb: Verb][] = [
  [/^referral-ack/, 'accept'],
  [/^referral-answer/, 'accept'],
  [/^referral-first-service/, 'start'],
  [/^referral-progress/, 'report'],
  [/^referral-question/, 'answer'],
  [/^referral-reroute/, 'reroute'],
  [/^referral-confirm/, 'confirm'],
  [/^monitoring-note/, 'note'],
  [/^uptd-police-report/, 'police'],
  [/^complaint-/, 'follow'],
  [/^report-decision/, 'decide'],
  [/^aftercare-/, 'aftercare'],
  [/^trail-review$/, 'review'],
  [/^handover-writing$/, 'write'],
];

/** The next act for a deadline's rule; for what others owe it is only to open it. */
export function verbOf(slug: string, mine: boolean): Verb {
  if (!mine) return 'open';
  return VERBS.find(([pattern]) => pattern.test(slug))?.[1] ?? 'open';
}
