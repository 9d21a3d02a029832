import type { ReadingRule } from '#notifications';
import { isNight } from './reasons-to-review.js';

/** One thing that a person did: a look at a case, a search by name, or anything else on a case. */
export interface Reading {
  readonly kind: 'look' | 'search' | 'act';
  readonly at: Date;
  /** Minutes since midnight in the city. */
  readonly minuteOfDay: number;
  readonly role: string;
  /** The case's pseudonym; null for a search. */
  readonly caseRef: string | null;
  readonly onDuty: boolean;
  /** A look that opened names or a safe contact. */
  readonly revealed: boolean;
  /** The packet, where a colleague who is there has taken it on. */
  readonly othersPacket: string | null;
}

/** Different cases in an hour, in nine of ten of the hours with any; null where nothing is known. */
export interface Usual {
  readonly own: number | null;
  readonly team: number | null;
}

export interface Found {
  readonly rule: ReadingRule;
  readonly counted: number;
  readonly from: Date;
  readonly to: Date;
}

/** So far back a pass looks. */
export const LOOKS_BACK_HOURS = 24;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The thresholds, each well above what an ordinary day brings (the spec plays months): an alarm that cries often is read
 * by nobody, and the daily review sees the smaller things anyway.
 */
export const THRESHOLDS = {
  // A conference goes through ten cases in an hour. Supervisors go through all of theirs.
  MANY_CASES: { cases: 15, casesOfSupervisor: 30, timesOwn: 3, timesTeam: 2, alwaysFrom: 60 },
  // Names are opened to ring somebody up or to write a letter: a few in an hour, also by a supervisor.
  MANY_REVEALS: { cases: 8 },
  // One case at night may be a call from the client.
  NIGHT: { cases: 3 },
  // Reloading a page is one look; coming back all day and doing nothing is another matter.
  SAME_CASE: { looks: 8, apartMinutes: 20 },
  // Typing a name anew is one search. Taking reports searches too, and each of those ends in a case.
  SEARCHES: { searches: 15, apartSeconds: 30, perCase: 5 },
  // A colleague's packet may be covered for a day; five of them are not.
  OTHERS_PACKETS: { packets: 5 },
} as const;

/** Whether so many different cases in an hour are worth asking what is usual for this person. */
export function worthComparing(readings: readonly Reading[]): boolean {
  const busiest = busiestHour(readings);
  return busiest !== null && busiest.counted >= floorFor(readings);
}

/** What is unusual in what one person did of late, in order of time. `usual` is asked for only where it is compared. */
export function unusualReading(readings: readonly Reading[], usual: Usual): Found[] {
  return [
    manyCases(readings, usual),
    manyReveals(readings),
    night(readings),
    sameCase(readings),
    searches(readings),
    othersPackets(readings),
  ].filter((found) => found !== null);
}

function manyCases(readings: readonly Reading[], { own, team }: Usual): Found | null {
  const busiest = busiestHour(readings);
  if (!busiest) return null;
  const { timesOwn, timesTeam, alwaysFrom } = THRESHOLDS.MANY_CASES;
  const wanted = Math.max(floorFor(readings), timesOwn * (own ?? 0), timesTeam * (team ?? 0));
  // Whoever raises the own usual slowly still meets a ceiling.
  return busiest.counted >= Math.min(wanted, alwaysFrom) ? { rule: 'MANY_CASES', ...busiest } : null;
}

function manyReveals(readings: readonly Reading[]): Found | null {
  const busiest = busiestHour(readings.filter(({ revealed }) => revealed));
  return busiest && busiest.counted >= THRESHOLDS.MANY_REVEALS.cases
    ? { rule: 'MANY_REVEALS', ...busiest }
    : null;
}

function floorFor(readings: readonly Reading[]): number {
  const { cases, casesOfSupervisor } = THRESHOLDS.MANY_CASES;
  return readings[0]?.role === 'supervisor' ? casesOfSupervisor : cases;
}

/** The hour, wherever it begins, with most different cases looked at. One walk: somebody may have read all day. */
function busiestHour(readings: readonly Reading[]): Omit<Found, 'rule'> | null {
  const looks = readings.filter(({ kind }) => kind === 'look');
  const inside = new Map<string | null, number>();
  let busiest: Omit<Found, 'rule'> | null = null;
  let first = 0;
  for (const { at: to, caseRef } of looks) {
    inside.set(caseRef, (inside.get(caseRef) ?? 0) + 1);
    for (; to.getTime() - looks[first]!.at.getTime() >= HOUR; first++) {
      const left = inside.get(looks[first]!.caseRef)! - 1;
      if (left > 0) inside.set(looks[first]!.caseRef, left);
      else inside.delete(looks[first]!.caseRef);
    }
    if (inside.size > (busiest?.counted ?? 0)) busiest = { counted: inside.size, from: looks[first]!.at, to };
  }
  return busiest;
}

function night(readings: readonly Reading[]): Found | null {
  const looks = readings.filter(
    ({ kind, minuteOfDay, onDuty }) => kind === 'look' && isNight(minuteOfDay) && !onDuty,
  );
  const counted = different(looks);
  return counted >= THRESHOLDS.NIGHT.cases ? found('NIGHT', counted, looks) : null;
}

/** The case that was looked at most often without anything being done on it. */
function sameCase(readings: readonly Reading[]): Found | null {
  const { looks, apartMinutes } = THRESHOLDS.SAME_CASE;
  const acted = new Set(readings.filter(({ kind }) => kind === 'act').map(({ caseRef }) => caseRef));
  const ofCase = new Map<string, Reading[]>();
  for (const one of readings) {
    if (one.kind !== 'look' || one.caseRef === null || acted.has(one.caseRef)) continue;
    const ofOne = ofCase.get(one.caseRef);
    if (ofOne) ofOne.push(one);
    else ofCase.set(one.caseRef, [one]);
  }
  const counted = [...ofCase.values()].map((ofOne) => apart(ofOne, apartMinutes * MINUTE));
  // One finding for all of them: what is unusual is the person's day, not the case.
  const most = counted.sort((a, b) => b.length - a.length)[0];
  return most && most.length >= looks ? found('SAME_CASE', most.length, most) : null;
}

/** An hour full of searches of which nearly none ended in a case. */
function searches(readings: readonly Reading[]): Found | null {
  const { searches: least, apartSeconds, perCase } = THRESHOLDS.SEARCHES;
  const searched = apart(
    readings.filter(({ kind }) => kind === 'search'),
    apartSeconds * 1_000,
  );
  for (let last = least - 1; last < searched.length; last++) {
    const from = searched[last - least + 1]!.at.getTime();
    const to = searched[last]!.at.getTime();
    if (to - from >= HOUR) continue;
    const meanwhile = readings.filter(({ at }) => at.getTime() >= from && at.getTime() <= from + HOUR);
    if (least >= perCase * different(meanwhile))
      return found('SEARCHES', least, searched.slice(last - least + 1, last + 1));
  }
  return null;
}

function othersPackets(readings: readonly Reading[]): Found | null {
  const looks = readings.filter(
    ({ kind, othersPacket, onDuty }) => kind === 'look' && othersPacket !== null && !onDuty,
  );
  const counted = new Set(looks.map(({ othersPacket }) => othersPacket)).size;
  return counted >= THRESHOLDS.OTHERS_PACKETS.packets ? found('OTHERS_PACKETS', counted, looks) : null;
}

function found(rule: ReadingRule, counted: number, about: readonly Reading[]): Found {
  return { rule, counted, from: about[0]!.at, to: about.at(-1)!.at };
}

function different(readings: readonly Reading[]): number {
  return new Set(readings.map(({ caseRef }) => caseRef).filter((ref) => ref !== null)).size;
}

/** Those at least so far behind the last one that counted: a programme that asks each second is not one question. */
function apart(readings: readonly Reading[], gapMs: number): Reading[] {
  const counted: Reading[] = [];
  for (const one of readings) {
    const last = counted.at(-1);
    if (!last || one.at.getTime() - last.at.getTime() >= gapMs) counted.push(one);
  }
  return counted;
}
