/** Words that begin an address, numbers of a house or a block, a point on a map. `rawat jalan` is care, no street. */
const SIGNS = [
  /\bj(?:l|ln)\b\.?\s*\S/iu,
  /(?<![Rr]awat\s)\b[Jj]alan\s+[\p{Lu}\d]/u,
  /\b(?:[Gg]ang|[Gg]g\.?|[Bb]lok|[Kk]ompleks?|[Pp]erum(?:ahan)?|[Dd]usun|[Kk]ampung|[Kk]el(?:urahan|\.)|[Dd]esa|[Kk]ec(?:amatan|\.))\s+[\p{Lu}\d]/u,
  /\br[tw]\.?\s*\d/iu,
  /\bno(?:mor|\.)?\s*\d+\s*[a-z]?\b/iu,
  /-?\d{1,3}[.,]\d{3,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}/u,
  /https?:\/\//iu,
  /\b(?:[Bb]elakang|[Dd]epan|[Ss]amping|[Ss]eberang|[Dd]ekat|[Ss]ebelah)\s+\p{Lu}/u,
];

/**
 * Whether a text about a secret place could lead somebody to it. It errs on the side of the place: a text that only looks
 * like an address is written differently, an address that got through cannot be called back.
 */
export function tellsAPlace(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
