import type { Locale } from '../api/contract';

/** Puts values into a text: `{name}`, and `{n:one|other}` by the plural rule of the language. */
export function fill(
  text: string,
  values: Record<string, string | number> = {},
  language: Locale = 'id',
): string {
  return text.replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined || other === undefined) return String(value);
      return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other;
    },
  );
}
