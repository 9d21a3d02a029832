import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOOKS_BACK_HOURS, unusualReading, type Reading, type Usual } from './unusual-reading.js';

const MINUTE = 60_000;
const DAY = 1_440;
const START = Date.parse('2026-03-01T17:00:00Z');
const FIRST_DAYS: Usual = { own: null, team: null };

/** `minute` counts from midnight of the first day in the city. */
const reading = (minute: number, part: Partial<Reading> = {}): Reading => ({
  kind: 'look',
  at: new Date(START + Math.round(minute * MINUTE)),
  minuteOfDay: Math.floor(minute) % DAY,
  role: 'case_worker',
  caseRef: 'one',
  onDuty: false,
  revealed: false,
  othersPacket: null,
  ...part,
});
const inOrder = (readings: Reading[]): Reading[] => readings.sort((a, b) => a.at.getTime() - b.at.getTime());
const rulesIn = (readings: Reading[], usual = FIRST_DAYS): string[] =>
  unusualReading(inOrder(readings), usual).map(({ rule }) => rule);
const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => make(index));

const NINE = 9 * 60;
const ATTACKS: Record<string, Reading[]> = {
  MANY_CASES: times(15, (n) => reading(NINE + n * 3, { caseRef: `case ${n}` })),
  MANY_REVEALS: times(8, (n) => reading(NINE + n * 7, { caseRef: `case ${n}`, revealed: true })),
  NIGHT: times(3, (n) => reading(23 * 60 + n * 20, { caseRef: `case ${n}` })),
  SAME_CASE: times(8, (n) => reading(NINE + n * 25)),
  SEARCHES: times(15, (n) => reading(NINE + n * 3, { kind: 'search', caseRef: null })),
  OTHERS_PACKETS: times(5, (n) =>
    reading(NINE + n * 30, { role: 'agency_officer', caseRef: `case ${n}`, othersPacket: `packet ${n}` }),
  ),
};

describe('what is out of the ordinary', () => {
  it.each(Object.entries(ATTACKS))('%s: exactly that, and one look fewer is nothing', (rule, attack) => {
    expect(rulesIn([...attack])).toEqual([rule]);
    expect(rulesIn(attack.slice(1))).toEqual([]);
  });

  it.each<[string, { readings: Reading[]; usual?: Usual }]>([
    [
      'as many cases as this person often reads',
      { readings: ATTACKS.MANY_CASES!, usual: { own: 6, team: 4 } },
    ],
    [
      'as many cases as the office often reads',
      { readings: ATTACKS.MANY_CASES!, usual: { own: 2, team: 8 } },
    ],
    [
      'a supervisor who goes through the cases of the office',
      { readings: times(29, (n) => reading(NINE + n, { role: 'supervisor', caseRef: `case ${n}` })) },
    ],
    [
      'reading at night by whoever is on duty',
      { readings: ATTACKS.NIGHT!.map((one) => ({ ...one, onDuty: true })) },
    ],
    [
      'names of one case opened again and again, because they hide by themselves',
      { readings: times(7, (n) => reading(NINE + n * 8, { revealed: true })) },
    ],
    [
      'as many names over a whole morning',
      { readings: times(9, (n) => reading(NINE + n * 20, { caseRef: `case ${n}`, revealed: true })) },
    ],
    ['one case again and again at night', { readings: times(6, (n) => reading(23 * 60 + n)) }],
    ['a page that is reloaded all morning', { readings: times(120, (n) => reading(NINE + n)) }],
    ['a case that is worked on', { readings: [...ATTACKS.SAME_CASE!, reading(NINE + 200, { kind: 'act' })] }],
    [
      'a name that is typed letter by letter',
      { readings: times(60, (n) => reading(NINE + n / 60, { kind: 'search', caseRef: null })) },
    ],
    [
      'searches that end in cases',
      {
        readings: [
          ...ATTACKS.SEARCHES!,
          ...times(4, (n) => reading(NINE + n * 10, { kind: 'act', caseRef: `new ${n}` })),
        ],
      },
    ],
    [
      'packets of colleagues by whoever is on duty',
      { readings: ATTACKS.OTHERS_PACKETS!.map((one) => ({ ...one, onDuty: true })) },
    ],
  ])('not: %s', (_, { readings, usual }) => expect(rulesIn([...readings], usual)).toEqual([]));

  it('a ceiling that no habit lifts', () => {
    const scraping = times(60, (n) => reading(NINE + n / 2, { caseRef: `case ${n}` }));
    expect(rulesIn(scraping, { own: 200, team: 200 })).toEqual(['MANY_CASES']);
  });

  it('is found in a day full of requests in one walk', () => {
    const day = times(50_000, (n) => reading(n / 40, { caseRef: `case ${n % 30_000}`, onDuty: true }));
    expect(rulesIn(day)).toEqual(['MANY_CASES']);
  });
});

/** An ordinary working day: some of the own cases, each read a few times and mostly worked on, and now and then a search. */
const ordinaryDay = fc.record({
  visits: fc.array(
    fc.record({
      at: fc.integer({ min: 8 * 60, max: 16 * 60 }),
      caseNo: fc.integer({ min: 0, max: 11 }),
      reloads: fc.integer({ min: 0, max: 4 }),
      acts: fc.boolean(),
    }),
    { maxLength: 14 },
  ),
  searches: fc.array(fc.integer({ min: 8 * 60, max: 16 * 60 }), { maxLength: 6 }),
  lateCall: fc.option(fc.integer({ min: 19 * 60, max: DAY - 1 }), { freq: 6, nil: undefined }),
});
type OrdinaryDay = typeof ordinaryDay extends fc.Arbitrary<infer Day> ? Day : never;

function readingsOf(day: OrdinaryDay, index: number): Reading[] {
  const midnight = index * DAY;
  return [
    ...day.visits.flatMap(({ at, caseNo, reloads, acts }) => [
      ...times(reloads + 1, (n) => reading(midnight + at + n, { caseRef: `case ${caseNo}` })),
      ...(acts ? [reading(midnight + at + reloads + 1, { kind: 'act', caseRef: `case ${caseNo}` })] : []),
    ]),
    ...day.searches.map((at) => reading(midnight + at, { kind: 'search', caseRef: null })),
    ...(day.lateCall === undefined ? [] : [reading(midnight + day.lateCall, { caseRef: 'case 0' })]),
  ];
}

/** As the worker goes, every ten minutes over the last day; what a rule has found before is not counted again. */
function watched(readings: Reading[]): string[] {
  const found: string[] = [];
  const last = new Map<string, number>();
  const rounds = new Set(readings.map(({ at }) => Math.ceil(at.getTime() / (10 * MINUTE)) * 10 * MINUTE));
  let first = 0;
  for (const now of rounds) {
    while (readings[first]!.at.getTime() <= now - LOOKS_BACK_HOURS * 60 * MINUTE) first++;
    const after = readings.findIndex(({ at }, index) => index >= first && at.getTime() > now);
    const lately = readings.slice(first, after === -1 ? undefined : after);
    for (const { rule } of unusualReading(lately, FIRST_DAYS)) {
      const unseen = lately.filter(({ at }) => at.getTime() > (last.get(rule) ?? 0));
      if (!unusualReading(unseen, FIRST_DAYS).some((one) => one.rule === rule)) continue;
      found.push(rule);
      last.set(rule, now);
    }
  }
  return found;
}

describe('a month', () => {
  it('of ordinary days raises nothing, and an attack on one of them is found once', () => {
    fc.assert(
      fc.property(
        fc.array(ordinaryDay, { minLength: 30, maxLength: 30 }),
        fc.constantFrom(...Object.keys(ATTACKS)),
        (days, rule) => {
          const ordinary = days.flatMap(readingsOf);
          expect(watched(inOrder([...ordinary]))).toEqual([]);
          // On a day off, so that nothing else of that day ends it: what counts is the attack alone.
          const attack = ATTACKS[rule]!.map((one) => ({
            ...one,
            at: new Date(one.at.getTime() + 32 * DAY * MINUTE),
            caseRef: one.caseRef && `foreign ${one.caseRef}`,
          }));
          expect(watched(inOrder([...ordinary, ...attack]))).toEqual([rule]);
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
