/** Text that is already HTML; everything else is escaped on its way in. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/**
 * A template whose values are escaped unless they are Html themselves: no text of anybody becomes markup. Not called
 * `html`: the formatter would lay such a template out anew, and the page's style is known by its hash.
 */
export function markup(parts: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(parts.reduce((text, part, index) => text + written(values[index - 1]) + part));
}

function written(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return (piece as readonly Piece[]).map(written).join('');
  if (piece === null || piece === undefined || piece === false) return '';
  return String(piece as string | number).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
