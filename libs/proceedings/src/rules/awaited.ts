import { LEGAL_STEP_KINDS, legalStep, type LegalStepKind } from './legal-step.js';
import { latest, type Came } from './order.js';

/** A clock of the register that runs for a step outside: due, or past its time. */
export interface RunningClock {
  readonly id: string;
  /** The events that end it. */
  readonly metBy: (event: string) => boolean;
  readonly triggerAt: Date;
  readonly dueAt: Date | null;
}

export interface Awaited {
  readonly kind: LegalStepKind;
  /** Whose act it is: a code of JENIS_INSTANSI. */
  readonly by: string;
  /** What it follows; null where only a clock knows of it. */
  readonly follows: LegalStepKind | null;
  /** Since when it is waited for. */
  readonly since: Date;
  /** When the next one was announced for; of a hearing. */
  readonly announced: Date | null;
  readonly clockId: string | null;
  readonly dueAt: Date | null;
}

/** An answer to either is an answer: refused is not silent, and a stopped investigation sends nothing on. */
const ALSO_ENDS: Partial<Record<LegalStepKind, readonly LegalStepKind[]>> = {
  PERINTAH_TERBIT: ['PERINTAH_DITOLAK'],
  SPDP: ['SP3'],
  P21: ['SP3'],
  TAHAP_II: ['SP3'],
  SIDANG: ['PUTUSAN', 'DIVERSI_SELESAI'],
  PENYIDIKAN: ['SP3'],
  INKRAH: ['UPAYA_HUKUM'],
};

/**
 * What is still owed from outside, each once, the longest waited for first: what usually follows on the latest step of
 * its kind and has not come since, and what a clock of the register waits for.
 */
export function awaited(
  came: readonly (Came & { nextAt?: Date | null })[],
  clocks: readonly RunningClock[],
): Awaited[] {
  const found = new Map<LegalStepKind, Awaited>();
  for (const follows of LEGAL_STEP_KINDS) {
    const last = latest(came, [follows]);
    if (!last) continue;
    for (const kind of legalStep(follows).next) {
      const answered = latest(came, [kind, ...laterThan(kind), ...(ALSO_ENDS[kind] ?? [])]);
      if (answered && answered.at >= last.at) continue;
      const earlier = found.get(kind);
      if (earlier && earlier.since >= last.at) continue;
      const announced = came.find((one) => one === last)?.nextAt ?? null;
      found.set(kind, waiting(kind, last.at, { follows, announced }));
    }
  }
  for (const clock of clocks) {
    const kind = LEGAL_STEP_KINDS.find((one) => legalStep(one).events.some(clock.metBy));
    if (!kind) continue;
    const known = found.get(kind);
    if (known?.clockId && (known.dueAt?.getTime() ?? Infinity) <= (clock.dueAt?.getTime() ?? Infinity))
      continue;
    found.set(kind, {
      ...(known ?? waiting(kind, clock.triggerAt, { follows: null, announced: null })),
      clockId: clock.id,
      dueAt: clock.dueAt,
    });
  }
  return [...found.values()].sort((a, b) => a.since.getTime() - b.since.getTime());
}

function waiting(kind: LegalStepKind, since: Date, more: Pick<Awaited, 'follows' | 'announced'>): Awaited {
  return { kind, by: legalStep(kind).by, since, clockId: null, dueAt: null, ...more };
}

/** What only comes after it: whoever has a judgment no longer waits for the file to be complete. */
function laterThan(kind: LegalStepKind, seen = new Set<LegalStepKind>()): LegalStepKind[] {
  const next = legalStep(kind).next.filter((one) => one !== kind && !seen.has(one));
  next.forEach((one) => seen.add(one));
  return next.flatMap((one) => [one, ...laterThan(one, seen)]);
}
