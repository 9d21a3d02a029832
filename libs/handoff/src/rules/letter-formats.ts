import { tableOf } from './reviewed-table.js';

export class UnreadableLetterNumbers extends Error {}

export interface LetterFormat {
  /** Prefix of a city, or `*`. */
  readonly city: string;
  /** Day (ISO) from which it holds, by the date of sending. */
  readonly from: string;
  readonly format: string;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const NEEDED = ['{urut}', '{tahun}'];
/** Offices and matters that an envelope must not name. */
const TELLING = /UPTD|PPA|P2TP2A|DP3A|PUSPAGA|KORBAN|KEKERASAN|KDRT|TPKS|TPPO|ANAK|PEREMPUAN|LAKI/i;

/** Reads `letter-numbers.md`. Strict, for two letters with one number are found years later. Pure. */
export function readLetterFormats(text: string): LetterFormat[] {
  const rows = tableOf(text, 'Formats', ['city', 'from', 'format', 'why'], refuse);
  const formats = rows.map(([city, from, format]) => ({ city: city!, from: from!, format: format! }));
  for (const { city, from, format } of formats) {
    const name = `${city} ${from}`;
    if (!/^(?:\*|[A-Z]{2,5})$/.test(city)) refuse(`${name}: a city is its prefix or *`);
    if (!/^20\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])$/.test(from))
      refuse(`${name}: a day is written 2026-01-31`);
    for (const part of NEEDED)
      if (format.split(part).length !== 2) refuse(`${name}: ${part} stands in it once`);
    if (!/^[A-Za-z0-9./-]{1,30}$/.test(format.replaceAll(/\{(?:urut|tahun|bulan|kota)\}/g, '0')))
      refuse(`${name}: letters, digits, . / - and {urut} {bulan} {tahun} {kota}`);
    if (TELLING.test(format)) refuse(`${name}: a number names no office and no matter`);
    if (formats.filter((one) => `${one.city} ${one.from}` === name).length > 1) refuse(`${name}: said twice`);
  }
  return formats;
}

/**
 * The number on the letter of a referral: `R/0042/PBM/XI/2026` for `PBM-R-2026-0042`. `sentOn`: day of sending by the city's
 * calendar. Sent before any format began, the letter has the referral's own. Pure.
 */
export function letterNumberOf(
  formats: readonly LetterFormat[],
  referralNumber: string,
  sentOn: string,
): string {
  const [, city, year, running] = /^([A-Z]{2,5})-R-(\d{4})-(\d{4,})$/.exec(referralNumber) ?? [];
  if (!city) return referralNumber;
  const begun = formats.filter(({ from }) => from <= sentOn).sort((a, b) => b.from.localeCompare(a.from));
  const chosen = begun.find((one) => one.city === city) ?? begun.find((one) => one.city === '*');
  if (!chosen) return referralNumber;
  const parts: Readonly<Record<string, string>> = {
    ...{ urut: running!, tahun: year!, kota: city },
    bulan: ROMAN[Number(sentOn.slice(5, 7)) - 1]!,
  };
  return chosen.format.replaceAll(/\{(\w+)\}/g, (_all, part: string) => parts[part]!);
}

function refuse(why: string): never {
  throw new UnreadableLetterNumbers(`letter-numbers.md: ${why}`);
}
