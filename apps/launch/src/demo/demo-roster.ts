/** Who is on duty in the demonstration: an office, its head, and what the head writes. Nights from four to eight. */
export interface DemoRoster {
  readonly agency: string;
  /** Mailboxes of the agency's demo accounts. */
  readonly head: string;
  readonly nights: readonly { readonly who: string; readonly standIn: string; readonly inDays: number }[];
  readonly fallback: string;
  readonly away?: {
    readonly who: string;
    readonly standIn: string;
    readonly inDays: number;
    readonly days: number;
  };
}

/** The offices that answer at night and have a head to write it: whoever looks at the page finds a shift and a name. */
export const DEMO_ROSTERS: readonly DemoRoster[] = [
  {
    agency: 'uptd-ppa',
    head: 'kepala',
    nights: [
      { who: 'pendamping', standIn: 'pendamping2', inDays: 0 },
      { who: 'pendamping2', standIn: 'pendamping', inDays: 1 },
      { who: 'konselor', standIn: 'pendamping', inDays: 2 },
    ],
    fallback: 'kepala',
    away: { who: 'psikolog', standIn: 'konselor', inDays: 1, days: 2 },
  },
  {
    agency: 'rsud-igd',
    head: 'kepala',
    nights: [
      { who: 'petugas', standIn: 'kepala', inDays: 0 },
      { who: 'kepala', standIn: 'petugas', inDays: 1 },
    ],
    fallback: 'kepala',
  },
  {
    agency: 'polres-ppa',
    head: 'kepala',
    nights: [
      { who: 'petugas', standIn: 'kepala', inDays: 0 },
      { who: 'petugas', standIn: 'kepala', inDays: 1 },
    ],
    fallback: 'kepala',
  },
  {
    agency: 'dinsos-rehab',
    head: 'kepala',
    nights: [{ who: 'petugas', standIn: 'kepala', inDays: 1 }],
    fallback: 'kepala',
  },
];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NIGHT_BEGINS = 16;
const NIGHT_HOURS = 16;

/** A line of the roster as the API takes it. */
export interface DemoShift {
  readonly who: string;
  readonly standIn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * The night that runs now, or else the next, so many days later. Before eight in the morning it is yesterday's.
 * `hoursAhead`: of UTC, in the city.
 */
export function nightOf(
  now: Date,
  inDays: number,
  hoursAhead: number,
): Pick<DemoShift, 'startsAt' | 'endsAt'> {
  const ends = (NIGHT_BEGINS + NIGHT_HOURS) % 24;
  const local = now.getTime() + hoursAhead * HOUR;
  const day = Math.floor((local - ends * HOUR) / DAY) * DAY;
  const startsAt = day + inDays * DAY + (NIGHT_BEGINS - hoursAhead) * HOUR;
  return {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + NIGHT_HOURS * HOUR).toISOString(),
  };
}

/** Whole days of the city. */
export function daysOf(
  now: Date,
  { inDays, days }: { inDays: number; days: number },
  hoursAhead: number,
): Pick<DemoShift, 'startsAt' | 'endsAt'> {
  const today = Math.floor((now.getTime() + hoursAhead * HOUR) / DAY) * DAY;
  const startsAt = today + inDays * DAY - hoursAhead * HOUR;
  return {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + days * DAY).toISOString(),
  };
}
