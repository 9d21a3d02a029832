import { describe, expect, it } from '@jest/globals';
import { codes } from '#codes';
import { MILESTONES } from '#deadlines';
import { LEGAL_STEP_KINDS, legalStep, stepOfEvent, type LegalStepKind } from './legal-step.js';
import { awaited } from './awaited.js';
import { orderOf, type Came } from './order.js';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + n));
const chain = (...kinds: LegalStepKind[]): Came[] => kinds.map((kind, n) => ({ kind, at: day(n) }));

/** Small and seeded: the same walks on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** A walk of usual steps only, as long as wanted. */
function walk(seed: number, length: number): Came[] {
  const roll = dice(seed);
  const came: Came[] = [];
  while (came.length < length) {
    const at = day(came.length);
    const usual = LEGAL_STEP_KINDS.filter((kind) => orderOf(kind, at, came).usual);
    came.push({ kind: usual[roll(usual.length)]!, at });
  }
  return came;
}

describe('the table of legal steps', () => {
  it('names only steps, agencies and events that exist', () => {
    for (const kind of LEGAL_STEP_KINDS) {
      const { after, endedBy, next, events, by } = legalStep(kind);
      for (const other of [...after, ...endedBy, ...next]) expect(LEGAL_STEP_KINDS).toContain(other);
      expect(codes.of('JENIS_INSTANSI').map(({ code }) => code)).toContain(by);
      for (const event of events) expect(MILESTONES.map((one) => one.event as string)).toContain(event);
    }
  });

  it('knows every event of police, prosecutor, court, LPSK and Bapas that the register knows', () => {
    const outside =
      /^(police_report|report\.received_by_police|investigation|spdp|protection|protection_order|lpsk|judgment|restitution|litmas|diversion)(\.|$)/;
    const unknown = MILESTONES.map((one) => one.event).filter(
      (event) => outside.test(event) && !stepOfEvent(event),
    );
    expect(unknown).toEqual([]);
  });

  it('lets every step be reached by usual steps alone, and what follows on a step is usual after it', () => {
    const reached = new Set<LegalStepKind>();
    for (let grew = true; grew;) {
      const next = LEGAL_STEP_KINDS.filter(
        (kind) =>
          !reached.has(kind) &&
          (legalStep(kind).after.length === 0 || legalStep(kind).after.some((one) => reached.has(one))),
      );
      next.forEach((kind) => reached.add(kind));
      grew = next.length > 0;
    }
    expect(LEGAL_STEP_KINDS.filter((kind) => !reached.has(kind))).toEqual([]);
    for (const kind of LEGAL_STEP_KINDS)
      for (const next of legalStep(kind).next)
        expect({ kind, next, after: legalStep(next).after }).toMatchObject({
          after: expect.arrayContaining([kind]),
        });
  });
});

describe('the usual order', () => {
  it('follows the road of a case from the report to the final judgment', () => {
    const road = chain(
      'LP',
      'VISUM_DIMINTA',
      'VISUM_TERBIT',
      'PENYIDIKAN',
      'SPDP',
      'P19',
      'P21',
      'TAHAP_II',
      'SIDANG',
      'SIDANG',
      'PUTUSAN',
      'INKRAH',
    );
    road.forEach((step, n) => expect(orderOf(step.kind, step.at, road.slice(0, n))).toEqual({ usual: true }));
  });

  it.each<[LegalStepKind, Came[], string]>([
    ['P21', chain('LP'), 'TOO_EARLY'],
    ['LP', chain('LP'), 'AGAIN'],
    ['SPDP', chain('LP', 'PENYIDIKAN', 'SP3'), 'AFTER_THE_END'],
    ['PERINTAH_TERBIT', chain('PERINTAH_DIMOHON', 'PERINTAH_DITOLAK'), 'AFTER_THE_END'],
    ['INKRAH', chain('LP', 'PENYIDIKAN', 'SPDP', 'P21', 'SIDANG', 'PUTUSAN', 'UPAYA_HUKUM'), 'AFTER_THE_END'],
  ])('%s is a deviation there', (kind, came, why) => {
    expect(orderOf(kind, day(30), came)).toMatchObject({ usual: false, why });
  });

  it('opens again with a new reason', () => {
    expect(
      orderOf('PERINTAH_TERBIT', day(9), chain('PERINTAH_DIMOHON', 'PERINTAH_DITOLAK', 'PERINTAH_DIMOHON')),
    ).toEqual({ usual: true });
    expect(
      orderOf(
        'INKRAH',
        day(30),
        chain('LP', 'PENYIDIKAN', 'SPDP', 'P21', 'SIDANG', 'PUTUSAN', 'UPAYA_HUKUM', 'PUTUSAN'),
      ),
    ).toEqual({ usual: true });
  });

  it('does not change with what comes later, nor with the order in which it was written down', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const came = walk(seed, 14);
      came.forEach((step, n) => {
        const before = came.slice(0, n);
        const once = !legalStep(step.kind).repeats;
        const others = once
          ? came.filter((one) => one !== step && one.kind !== step.kind)
          : came.filter((one) => one !== step);
        expect(orderOf(step.kind, step.at, before)).toEqual({ usual: true });
        expect(orderOf(step.kind, step.at, [...others].reverse())).toEqual({ usual: true });
      });
    }
  });

  it('names what is missing: with one of it in time the step is usual', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const came = walk(seed, 6);
      for (const kind of LEGAL_STEP_KINDS) {
        const verdict = orderOf(kind, day(20), came);
        if (verdict.usual || verdict.why !== 'TOO_EARLY') continue;
        expect(orderOf(kind, day(20), [...came, { kind: verdict.instead[0]!, at: day(19) }])).toEqual({
          usual: true,
        });
      }
    }
  });
});

describe('what is waited for', () => {
  const kinds = (came: Came[]) => awaited(came, []).map(({ kind }) => kind);

  it('is what follows on the latest step, by whom and since when', () => {
    expect(awaited(chain('LP', 'PENYIDIKAN'), [])).toEqual([
      {
        kind: 'SPDP',
        by: 'POLRES',
        follows: 'PENYIDIKAN',
        since: day(1),
        announced: null,
        clockId: null,
        dueAt: null,
      },
    ]);
    expect(kinds(chain('LP', 'PENYIDIKAN', 'SPDP', 'P19'))).toEqual(['P21']);
    expect(kinds(chain('RESTITUSI_PN', 'RESTITUSI_DITETAPKAN'))).toEqual([
      'RESTITUSI_SALINAN',
      'RESTITUSI_DIBAYAR',
    ]);
  });

  it('is over with an answer of either kind, and with what can only come after it', () => {
    expect(kinds(chain('PERINTAH_DIMOHON', 'PERINTAH_DITOLAK'))).toEqual([]);
    expect(kinds(chain('LP', 'PENYIDIKAN', 'SP3'))).toEqual([]);
    expect(kinds(chain('LP', 'PENYIDIKAN', 'SPDP', 'SIDANG', 'PUTUSAN', 'INKRAH'))).toEqual([]);
  });

  it('takes the time of a clock of the register for the same step', () => {
    const clock = {
      id: 'c',
      metBy: (event: string) => event === 'spdp.sent',
      triggerAt: day(1),
      dueAt: day(8),
    };
    expect(awaited(chain('LP', 'PENYIDIKAN'), [clock])).toMatchObject([
      { kind: 'SPDP', clockId: 'c', dueAt: day(8) },
    ]);
    expect(awaited([], [clock])).toMatchObject([
      { kind: 'SPDP', follows: null, since: day(1), clockId: 'c' },
    ]);
    const none = { ...clock, metBy: () => false };
    expect(awaited([], [none])).toEqual([]);
  });

  it('says for when the next hearing was announced', () => {
    expect(awaited([{ kind: 'SIDANG', at: day(1), nextAt: day(9) }], [])).toMatchObject([
      { kind: 'PUTUSAN', announced: day(9) },
    ]);
  });
});
