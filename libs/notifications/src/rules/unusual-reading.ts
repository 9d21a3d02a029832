/** What kinds of reading are out of the ordinary; what is counted and from when on stands in `oversight`, which finds it. */
export const READING_RULES = [
  'MANY_CASES',
  'MANY_REVEALS',
  'NIGHT',
  'SAME_CASE',
  'SEARCHES',
  'OTHERS_PACKETS',
] as const;
export type ReadingRule = (typeof READING_RULES)[number];

/** What was found of one person. `ownUsual`, `teamUsual`: null where nothing is known, or nothing was compared. */
export interface FoundReading {
  readonly rule: ReadingRule;
  readonly counted: number;
  readonly ownUsual: number | null;
  readonly teamUsual: number | null;
}

/** In plain sentences, after the person's name; times are for the screen, in the reader's zone. */
export const READING_SENTENCES: Readonly<
  Record<'id' | 'en', Readonly<Record<ReadingRule, (counted: number) => string>>>
> = {
  id: {
    MANY_CASES: (n) => `membuka ${n} kasus yang berbeda dalam satu jam.`,
    MANY_REVEALS: (n) => `membuka nama atau kontak pada ${n} kasus yang berbeda dalam satu jam.`,
    NIGHT: (n) => `membuka ${n} kasus antara pukul 22.00 dan 05.00, padahal tidak tercatat piket.`,
    SAME_CASE: (n) => `melihat kasus yang sama ${n} kali dalam sehari tanpa mengerjakan apa pun padanya.`,
    SEARCHES: (n) =>
      `mencari nama paling sedikit ${n} kali dalam satu jam, tetapi hampir tidak membuka kasus.`,
    OTHERS_PACKETS: (n) =>
      `membuka ${n} rujukan yang ditangani rekan lain, padahal rekan itu tidak sedang cuti.`,
  },
  en: {
    MANY_CASES: (n) => `opened ${n} different cases within one hour.`,
    MANY_REVEALS: (n) => `opened names or contacts of ${n} different cases within one hour.`,
    NIGHT: (n) => `opened ${n} cases between 22:00 and 05:00 while not on the duty roster.`,
    SAME_CASE: (n) => `looked at the same case ${n} times in a day without doing anything on it.`,
    SEARCHES: (n) => `searched for names at least ${n} times within one hour and hardly opened a case.`,
    OTHERS_PACKETS: (n) => `opened ${n} referrals that a colleague takes care of who is not away.`,
  },
};

/** What was found, and what is usual, where that was compared. */
export function readingSentences(
  { rule, counted, ownUsual, teamUsual }: FoundReading,
  name: string,
  locale: 'id' | 'en',
): string[] {
  const said = [`${name} ${READING_SENTENCES[locale][rule](counted)}`];
  if (rule !== 'MANY_CASES') return said;
  return [...said, locale === 'id' ? usualId(ownUsual, teamUsual) : usualEn(ownUsual, teamUsual)];
}

function usualId(own: number | null, team: number | null): string {
  const of = (who: string, n: number) => `${who} paling banyak ${n} kasus sejam`;
  const parts = [
    own === null ? 'kebiasaannya belum diketahui' : of('biasanya', own),
    ...(team === null ? [] : [of('rekan sekantornya', team)]),
  ];
  return `Sebagai pembanding, ${parts.join('; ')} (empat minggu terakhir).`;
}

function usualEn(own: number | null, team: number | null): string {
  const of = (who: string, n: number) => `${who} at most ${n} cases an hour`;
  const parts = [
    own === null ? 'what is usual is not known yet' : of('usually', own),
    ...(team === null ? [] : [of('colleagues of the office', team)]),
  ];
  return `To compare: ${parts.join('; ')} (last four weeks).`;
}
