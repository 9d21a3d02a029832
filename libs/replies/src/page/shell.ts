import { createHash } from 'node:crypto';
import { Html, markup } from './html.js';
import { inLocale, PAGE_LOCALES, PAGE_WORDS, type PageLocale } from './page-words.js';
import { WATCH, WATCH_HASH } from './watch.js';

// Old Android browsers know no grid, no variables and no :is(); this needs none of them.
const STYLE = `
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
body{margin:0;background:#f4f2ec;color:#1b1b1b;font:16px/1.5 Roboto,Arial,sans-serif}
main{max-width:640px;margin:0 auto;padding:12px 16px 48px}
header{background:#1f4a78;color:#fff;padding:0 16px;font-weight:bold;line-height:48px}header a{float:right;color:#fff;padding:0 4px 0 24px;font-weight:normal}
h1{font-size:22px;line-height:1.25;margin:16px 0 4px}h2{font-size:18px;margin:28px 0 8px}
p{margin:8px 0}.soft{color:#555}.card{background:#fff;border:1px solid #d8d3c6;border-radius:8px;padding:12px 14px;margin:12px 0}
dl{margin:0}dt{color:#555;font-size:14px;margin-top:10px}dd{margin:0;white-space:pre-line;word-wrap:break-word;overflow-wrap:break-word}
label{display:block;font-weight:bold;margin:14px 0 4px}
input,select,textarea{width:100%;font:inherit;padding:10px;border:1px solid #777;border-radius:6px;background:#fff;color:#1b1b1b}
textarea{min-height:96px}input:focus,select:focus,textarea:focus,button:focus,summary:focus,a:focus{outline:3px solid #e0a100;outline-offset:1px}
button{display:block;width:100%;min-height:48px;margin:16px 0 4px;padding:10px;font:inherit;font-weight:bold;color:#fff;background:#1f4a78;border:0;border-radius:6px}
button.second{background:#fff;color:#1f4a78;border:2px solid #1f4a78}button.no{background:#8c1d22}
details{background:#fff;border:1px solid #d8d3c6;border-radius:8px;padding:0 14px;margin:12px 0}details[open]{padding-bottom:12px}
summary{min-height:48px;padding:12px 0;font-weight:bold;color:#1f4a78}
.note{border-left:5px solid #1f4a78;background:#eaf1f8;padding:8px 12px;margin:12px 0}
.note.bad{border-color:#8c1d22;background:#fbecec}.note.good{border-color:#1d6b45;background:#e9f5ee}
#lost{display:none}.code{font-size:26px;letter-spacing:6px}a{color:#1f4a78}
@media(max-width:340px){main{padding:8px 10px 40px}}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Nothing is loaded; the one style of the page, and the one program that closes it, are known by their hashes. Forms and
 * questions go home and nowhere else.
 */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; script-src 'sha256-${WATCH_HASH}'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  // With no-referrer a browser sends `Origin: null` with a form, and the form would be taken for another site's.
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
} as const;

export type Tone = 'bad' | 'good' | '';

const head = (locale: PageLocale): Html =>
  new Html(
    `<!doctype html><html lang="${locale}"><head>` +
      '<meta charset="utf-8">' +
      '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">' +
      `<title>Simpul</title><style>${STYLE}</style></head>`,
  );

const NAMES: Readonly<Record<PageLocale, string>> = { id: 'Bahasa Indonesia', en: 'English' };

/**
 * The page around its content. The title says nothing: it stands in the history of the telephone. `path`: where the same
 * page is in the other language; null where there is none to go to.
 */
export function page(content: Html, locale: PageLocale, path: string | null): string {
  return around(locale, path, markup`<main>${content}</main>`);
}

/**
 * A page that closes by itself the moment it may no longer be shown. Where no program runs (some browsers save data by
 * drawing pages elsewhere) it closes at its next request.
 */
export function closingPage(content: Html, locale: PageLocale, path: string, version: number): string {
  return around(
    locale,
    path,
    markup`<main id="letter" data-version="${version}" data-here="${inLocale(path, locale)}">${content}</main>
    <main id="lost">${note(PAGE_WORDS[locale].lost)}</main><script>${new Html(WATCH)}</script>`,
  );
}

function around(locale: PageLocale, path: string | null, content: Html): string {
  const other = PAGE_LOCALES.find((one) => one !== locale)!;
  const change = path
    ? markup`<a href="${inLocale(path, other)}" lang="${other}" hreflang="${other}">${NAMES[other]}</a>`
    : null;
  return markup`${head(locale)}<body><header>${change}Simpul</header>${content}</body></html>`.text;
}

export const note = (words: string | null, tone: Tone = 'bad'): Html | null =>
  words ? markup`<p class="note ${tone}" role="${tone === 'good' ? 'status' : 'alert'}">${words}</p>` : null;
