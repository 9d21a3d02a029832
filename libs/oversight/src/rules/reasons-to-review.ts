import { kindOf } from './kinds-of-acts.js';

/** An entry of the ledger, with what a reviewer's rules need to know of its moment. Codes, times and pseudonyms. */
export interface Reviewable {
  readonly id: string;
  readonly act: string;
  readonly decision: string;
  readonly at: Date;
  /** Minutes since midnight in the city. */
  readonly minuteOfDay: number;
  readonly actorId: string;
  readonly actorRole: string;
  readonly caseRef: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The case was neither the actor's, nor their unit's to supervise, nor referred to their agency. */
  readonly outside: boolean;
  readonly onDuty: boolean;
  /** When the case was closed, and when it was reported; null without a case. */
  readonly closedAt: Date | null;
  readonly reportedAt: Date | null;
}

/** A change of facts so long after the report may be right, and somebody should have looked. */
export const LATE_EDIT_AFTER_DAYS = 90;
/** One wrong link is nothing; three in a day are a search. */
export const DENIED_CLUSTER_MIN = 3;
/** From ten at night until five in the morning nobody reads cases who is not on duty. */
export const NIGHT = { fromMinute: 22 * 60, untilMinute: 5 * 60 } as const;
const DAY_MS = 86_400_000;
const STEP_UP = 'step-up-needed';

/** Acts by which a rule gives way to somebody's judgement; each has a second person, and the pattern wants a third. */
const OVERRIDES = ['screening.approved', 'deadline.waiverApproved', 'consent.countersigned'];
/** Bases that need no consent. */
const WITHOUT_CONSENT = ['KEWAJIBAN_HUKUM', 'KEPENTINGAN_VITAL'];
/** Whatever somebody did with a case that is not theirs, all of it, and each attempt at one. */
const BY_EMERGENCY: ReadonlySet<string> = new Set([
  'emergency.open',
  'emergencyAccess.opened',
  'emergencyAccess.read',
  'emergencyAccess.notesRead',
  'emergencyAccess.revealed',
  'emergencyAccess.noted',
]);
/** Acts that change what is known of the people and the event. */
const CHANGES_OF_FACTS = ['case.edited', 'case.personAdded', 'case.personCorrected', 'screening.recorded'];

/**
 * Why an entry is put before somebody else, the most pressing first: an entry stands under the first that applies.
 * `sample` applies to every look at a case, and only some are drawn (rules/sampling.ts).
 */
export const REASONS = [
  { reason: 'emergency', applies: ({ act }) => BY_EMERGENCY.has(act) },
  { reason: 'outOfScope', applies: (entry) => isLook(entry) && entry.outside },
  {
    reason: 'denied',
    // Who is asked for a proof of being there has tried nothing that is not theirs.
    applies: ({ decision, facts }) => decision === 'denied' && facts.code !== STEP_UP,
  },
  { reason: 'export', applies: (entry) => done(entry) && kindOf(entry.act) === 'exported' },
  {
    reason: 'override',
    applies: (entry) => done(entry) && (OVERRIDES.includes(entry.act) || entry.facts.againstRefusal === true),
  },
  {
    reason: 'legalDuty',
    applies: (entry) =>
      done(entry) && entry.act === 'consent.recorded' && WITHOUT_CONSENT.includes(String(entry.facts.basis)),
  },
  { reason: 'lateEdit', applies: (entry) => done(entry) && isLateEdit(entry) },
  {
    reason: 'nightReading',
    applies: (entry) => isLook(entry) && isNight(entry.minuteOfDay) && !entry.onDuty,
  },
  { reason: 'reveal', applies: (entry) => done(entry) && kindOf(entry.act) === 'revealed' },
  { reason: 'sample', applies: (entry) => isLook(entry) },
] as const satisfies readonly { reason: string; applies: (entry: Reviewable) => boolean }[];

export type Reason = (typeof REASONS)[number]['reason'];
export const REASON_NAMES = REASONS.map(({ reason }) => reason);

/** The most pressing reason to look at an entry; null where there is none. */
export function reasonFor(entry: Reviewable): Reason | null {
  return REASONS.find(({ applies }) => applies(entry))?.reason ?? null;
}

/** What one person did for one reason, on one case or on none. */
export interface Group {
  readonly reason: Reason;
  readonly actorId: string;
  readonly caseRef: string | null;
  readonly entries: readonly Reviewable[];
}

/**
 * The entries of a day as a reviewer reads them: one row for what one person did on one case for one reason. Denied
 * attempts are one row per person, and only where there are several. `drawn` are the ids that the sample took.
 */
export function groupsOf(entries: readonly Reviewable[], drawn: ReadonlySet<string>): Group[] {
  const groups = new Map<string, Group & { entries: Reviewable[] }>();
  for (const entry of entries) {
    const reason = reasonFor(entry);
    if (!reason || (reason === 'sample' && !drawn.has(entry.id))) continue;
    const caseRef = reason === 'denied' ? null : entry.caseRef;
    const key = [reason, entry.actorId, caseRef].join(' ');
    const group = groups.get(key) ?? { reason, actorId: entry.actorId, caseRef, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()].filter(
    (group) => group.reason !== 'denied' || group.entries.length >= DENIED_CLUSTER_MIN,
  );
}

export function isNight(minuteOfDay: number): boolean {
  return minuteOfDay >= NIGHT.fromMinute || minuteOfDay < NIGHT.untilMinute;
}

const done = ({ decision }: Reviewable): boolean => decision === 'allowed';

function isLook(entry: Reviewable): boolean {
  return done(entry) && entry.caseRef !== null && ['read', 'revealed'].includes(kindOf(entry.act));
}

function isLateEdit({ act, at, closedAt, reportedAt }: Reviewable): boolean {
  if (!CHANGES_OF_FACTS.includes(act)) return false;
  if (closedAt && at > closedAt) return true;
  return reportedAt !== null && at.getTime() - reportedAt.getTime() > LATE_EDIT_AFTER_DAYS * DAY_MS;
}
