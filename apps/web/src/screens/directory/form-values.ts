export const TRACKS = ['KTP', 'KTA', 'TPPO', 'KELUARGA_TANPA_KEKERASAN'] as const;
export const HOURS = ['24/7', 'OFFICE', 'OFFICE_ONCALL'] as const;

/** One entry per line, without empty ones. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** The texts that say something: an empty field is one that the directory leaves out. */
export function said<T extends Record<string, string>>(form: T): Partial<T> {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== '')) as Partial<T>;
}
