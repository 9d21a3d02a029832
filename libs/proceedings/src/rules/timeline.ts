import { legalStep, type LegalStepKind } from './legal-step.js';
import type { Deviation } from './order.js';

/** Words of the city: Indonesian, times in its zone. */
interface PaperWords {
  label(list: string, code: string): string;
  day(at: Date): string;
}

interface StepLine {
  readonly kind: LegalStepKind;
  readonly at: Date;
  readonly knownAt: Date;
  readonly number: string | null;
  readonly agencyName: string | null;
  readonly outOfOrder: Deviation | null;
}

interface WaitingLine {
  readonly kind: LegalStepKind;
  readonly by: string;
  readonly since: Date;
  readonly announced: Date | null;
  readonly dueAt: Date | null;
  readonly clock: {
    readonly citation: string;
    readonly needsLegalCheck: boolean;
    readonly basis: string;
  } | null;
}

export interface TimelineOnPaper {
  readonly caseNumber: string;
  readonly came: readonly { readonly day: string; readonly lines: readonly string[] }[];
  readonly awaited: readonly { readonly day: string; readonly lines: readonly string[] }[];
}

const DAY = 86_400_000;
const DEVIATION_WORDS: Readonly<Record<Deviation, string>> = {
  TOO_EARLY: 'datang sebelum langkah yang biasanya mendahuluinya',
  AGAIN: 'dicatat lebih dari satu kali',
  AFTER_THE_END: 'datang sesudah langkah yang biasanya mengakhirinya',
};

/** What the paper says, in plain text, without a name and without a reason in anybody's words. */
export function timelineOnPaper({
  caseNumber,
  steps,
  awaited,
  now,
  words,
}: {
  caseNumber: string;
  steps: readonly StepLine[];
  awaited: readonly WaitingLine[];
  now: Date;
  words: PaperWords;
}): TimelineOnPaper {
  const agency = (code: string): string => words.label('JENIS_INSTANSI', code);
  const days = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / DAY);
  return {
    caseNumber,
    came: steps.map((step, n) => {
      const before = steps[n - 1];
      return {
        day: words.day(step.at),
        lines: [
          legalStep(step.kind).id,
          step.agencyName ?? agency(legalStep(step.kind).by),
          ...(step.number ? [`Nomor ${step.number}`] : []),
          ...(words.day(step.at) !== words.day(step.knownAt)
            ? [`Diketahui unit ${words.day(step.knownAt)}`]
            : []),
          ...(before ? [`${days(before.at, step.at)} hari sesudah langkah sebelumnya`] : []),
          ...(step.outOfOrder ? [`Di luar urutan: ${DEVIATION_WORDS[step.outOfOrder]}`] : []),
        ],
      };
    }),
    awaited: awaited.map((one) => ({
      day: words.day(one.since),
      lines: [
        legalStep(one.kind).id,
        `Ditunggu dari ${agency(one.by)}, ${waitedWords(days(one.since, now))}`,
        ...(one.announced ? [`Dijadwalkan ${words.day(one.announced)}`] : []),
        ...(one.dueAt && one.clock ? [limitWords(one.dueAt, one.clock, now, words)] : []),
      ],
    })),
  };
}

const waitedWords = (days: number): string => (days > 0 ? `sudah ${days} hari` : 'sejak kurang dari sehari');

/** Only what the legal office has checked may be called law. */
function limitWords(
  dueAt: Date,
  clock: NonNullable<WaitingLine['clock']>,
  now: Date,
  words: PaperWords,
): string {
  // Marks of the register's own list of sources say nothing to a reader of the paper.
  const citation = clock.citation.replaceAll(/\s*\[[^\]]*\]/g, '');
  const unchecked = clock.basis === 'LAW' && clock.needsLegalCheck;
  const basis = unchecked ? `${citation}, belum diperiksa Bagian Hukum` : citation;
  return `Batas ${words.day(dueAt)}${dueAt < now ? ', sudah lewat' : ''} (${basis})`;
}
