/** A word that stands in one place of one form, and nowhere else in the world. */
export interface Planted {
  word: string;
  /** `POST /reports /narrative`. */
  at: string;
}

const UUID = /^[0-9a-f]{8}-/;
const DATE = /^\d{4}-\d{2}-\d{2}/;
/** Codes, roles, region codes, versions of a text, case numbers: the program's own words. */
const CODE =
  /^(?:[A-Z][A-Z0-9_]*|\d\d(?:\.\d+)*|[a-z]+(?:_[a-z]+)+|[a-z]+(?:\.[a-z_]+)+|persetujuan\/.*|PBM-\d{4}-\d{4})$/;

/** Puts a word of its own into every free field of a form and remembers where it put it. */
export class Planting {
  readonly all: Planted[] = [];

  into<T extends object>(route: string, body: T): T {
    return this.replaced(route, body, '') as T;
  }

  private replaced(route: string, value: unknown, pointer: string): unknown {
    // A text in a list is a code, unless it has words.
    if (Array.isArray(value))
      return value.map((one, at) =>
        typeof one === 'object' || / /.test(one) ? this.replaced(route, one, `${pointer}/${at}`) : one,
      );
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          this.replaced(route, inner, `${pointer}/${name}`),
        ]),
      );
    if (typeof value !== 'string' || UUID.test(value) || DATE.test(value)) return value;
    const isPlanted = this.all.some(({ word }) => value.includes(word));
    if (isPlanted || (wordFor(pointer, 0) === undefined && CODE.test(value))) return value;
    return this.word(`${route} ${pointer}`);
  }

  /** A word for a place that no form names, such as a cell of a list. */
  word(at: string): string {
    const number = this.all.length;
    this.all.push({ word: wordFor(at, number) ?? `Kanari${letters(number)}ngata`, at });
    return this.all.at(-1)!.word;
  }
}

function wordFor(pointer: string, number: number): string | undefined {
  const serial = String(number).padStart(4, '0');
  if (pointer.endsWith('/nik')) return `167401410792${9000 + number}`;
  if (pointer.endsWith('/email')) return `kanari${letters(number)}@ngata.example`;
  if (/phone(?:Fallback)?$|safeContact\/value$/i.test(pointer))
    return `0813-7${serial.slice(0, 3)}-${serial}`;
  return undefined;
}

/** Four letters that no other number has, and that no word of a language begins with. */
function letters(number: number): string {
  return [...String(number).padStart(4, '0')].map((digit) => 'zqxjvkwfyg'[Number(digit)]).join('');
}

const FORMS = new Map<string, { folded: string[]; exact: string[] }>();

/** Every form in which the word could still be read by somebody who looks for it. */
function formsOf(word: string): { folded: string[]; exact: string[] } {
  const known = FORMS.get(word) ?? allForms(word);
  FORMS.set(word, known);
  return known;
}

function allForms(word: string): { folded: string[]; exact: string[] } {
  const bytes = [...new Set([word, word.toLowerCase(), word.replaceAll('-', '')])].map((one) =>
    Buffer.from(one),
  );
  return {
    folded: [
      ...new Set([
        word.toLowerCase(),
        word.replaceAll('-', '').toLowerCase(),
        ...(word.startsWith('0') ? [word.replaceAll('-', '').slice(1)] : []),
        ...bytes.map((one) => one.toString('hex')),
      ]),
    ],
    exact: bytes.flatMap((one) => [0, 1, 2].map((offset) => base64Within(one, offset))),
  };
}

/** What of a word is always to be read in base64, when so many bytes (modulo three) stand before it. */
function base64Within(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const whole = (offset + bytes.length) % 3 === 0;
  return text.slice([0, 2, 3][offset], whole ? undefined : -1);
}

/** How every planted word begins: a text without these holds none, and most texts are without. */
const BEGINNINGS = ['Kanari', '16740141079', '0813-7', '8137'].map(formsOf);

const holds = (text: string, folded: string, forms: ReturnType<typeof formsOf>): boolean =>
  forms.folded.some((form) => folded.includes(form)) || forms.exact.some((form) => text.includes(form));

/** Those of the words that a text holds, in whatever form. */
export function foundIn(text: string, planted: readonly Planted[]): Planted[] {
  const folded = text.toLowerCase();
  if (!BEGINNINGS.some((forms) => holds(text, folded, forms))) return [];
  return planted.filter(({ word }) => holds(text, folded, formsOf(word)));
}
