import type { Minute } from './office-days.js';
import { LEAVE } from './script.js';

const SUPERVISOR = 'kepala@uptd-ppa';
const LEAD = 'kepala@dppkbpppa';
const COLLEAGUES = ['konselor@uptd-ppa', 'pendamping@uptd-ppa', 'pendamping2@uptd-ppa'];
/** A health centre's superior is the head of the health office; the legal aid post has none whom the house knows. */
const HEADS: Record<string, string | undefined> = {
  'rsud-igd': 'kepala@rsud-igd',
  dinkes: 'kepala@dinkes',
  'puskesmas-barat': 'kepala@dinkes',
  'dinsos-rehab': 'kepala@dinsos-rehab',
};

/** What an office whose own people are missing hears, once, until somebody ends it (nobody does in these ninety days). */
const OFFICE_ALARM = 'alarm.raised';

/** The office's own head hears of it, where it has one; else the supervisor, unless this very news told that already. */
export function officeAlarm(office: string, told: ReadonlyMap<string, string>): [string, string] | null {
  const own = `kepala@${office}`;
  const mends = HEADS[office] === own ? own : SUPERVISOR;
  return told.get(mends) === ALARM.message ? null : [mends, OFFICE_ALARM];
}

export const ALARM = { who: SUPERVISOR, message: 'alarm.nobodyToTell' };

/**
 * Who is told of a referral or a clock. `owes`: the receiver; the owner of the case; or a body that has no desk here, whose
 * clock the owner watches.
 */
export interface OnPaper {
  owner: string;
  to: string | null;
  answersFor: string | null;
  owes: 'RECEIVER' | 'OWNER' | 'OUTSIDE';
}

/** Institutions that the register names and that nobody here can call: what they owe, we can only ask after. */
export const OUTSIDE = ['POLRES', 'PENGADILAN_NEGERI', 'KEJAKSAAN', 'LPSK', 'BAPAS'];

/** Whoever took it on, else the officer, else the head. Somebody who took it on and is away is worth an alarm. */
export function receiversOf(
  { to, answersFor }: { to: string; answersFor: string | null },
  now: Minute,
): { people: string[]; alarm: boolean } {
  const isAway = (who: string): boolean => who === LEAVE.who && now >= LEAVE.from && now < LEAVE.until;
  if (answersFor && !isAway(answersFor)) return { people: [answersFor], alarm: false };
  const officer = `petugas@${to}`;
  return { people: [isAway(officer) ? HEADS[to]! : officer], alarm: answersFor !== null };
}

/** Who hears what at a rung: each person once, the first word counts; an alarm where nobody is there to be told. */
export function toldAt(
  { rung, tells }: { rung: string; tells: readonly string[] },
  { owner, to, answersFor, owes }: OnPaper,
  now: Minute,
): { told: Map<string, string>; alarm: boolean } {
  const owing =
    owes === 'RECEIVER' && to ? receiversOf({ to, answersFor }, now) : { people: [owner], alarm: false };
  const head = to ? HEADS[to] : undefined;
  const told = new Map<string, string>();
  let alarm = false;
  for (const whom of tells) {
    const people = {
      OWING: owing.people,
      OWNER: [owner],
      HEAD: head ? [head] : [],
      // Theirs is not ours to tell: whoever keeps the case is asked to call them.
      THEIR_HEAD: [owner],
      SUPERVISOR: [SUPERVISOR],
      LEAD: [LEAD],
      NEXT_ON_DUTY: COLLEAGUES.filter((colleague) => colleague !== owner),
    }[whom]!;
    alarm ||= people.length === 0 || (whom === 'OWING' && owing.alarm);
    for (const who of people)
      if (!told.has(who))
        told.set(
          who,
          owes === 'OUTSIDE' ? ASKED_AFTER[rung]! : wordsOf(rung, owing.people.includes(who), whom),
        );
  }
  if (alarm && !told.has(SUPERVISOR)) told.set(SUPERVISOR, ALARM.message);
  return { told, alarm };
}

/** No word of a clock of theirs may say that the act is ours: we watch, ask, press, and write it down. */
const ASKED_AFTER: Record<string, string> = {
  reminder: 'deadline.monitor',
  due: 'deadline.monitorDue',
  overdue: 'deadline.monitorOverdue',
  headOfOwingAgency: 'deadline.monitorHead',
  supervisor: 'deadline.monitorEscalated',
  headOfLeadOffice: 'deadline.monitorEscalated',
};

/** Who must act is asked to; who waits is told to watch; whoever stands above has it raised to them. */
function wordsOf(rung: string, mustAct: boolean, whom: string): string {
  switch (rung) {
    case 'reminder':
      return 'deadline.soon';
    case 'due':
      return mustAct ? 'deadline.due' : 'deadline.watch';
    case 'overdue':
      if (mustAct) return 'deadline.overdue';
      return whom === 'NEXT_ON_DUTY' ? 'deadline.escalated' : 'deadline.watchOverdue';
    case 'pauseReview':
      return 'deadline.pauseReview';
    default:
      return 'deadline.escalated';
  }
}
