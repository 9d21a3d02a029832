import { markup } from './html.js';
import { inLocale, PAGE_WORDS, type PageLocale } from './page-words.js';
import { note, page } from './shell.js';

export type CodeFault = 'closed' | 'slow' | 'wrong' | 'missing';

/**
 * What every link shows before its code was given: the same for a real one, a spent one and one that never was. `token`
 * empty: the address is none of ours.
 */
export function codePage(token: string, locale: PageLocale, fault?: CodeFault, name = ''): string {
  const words = PAGE_WORDS[locale];
  const path = token ? `/api/links/${token}` : null;
  return page(
    markup` <h1>${words.letterWaits}</h1>
      <p>${words.openAlone}</p>
      ${note(fault ? words[fault] : null)}
      ${
        fault === 'closed' || !path
          ? null
          : markup`<form method="post" action="${inLocale(path, locale)}" autocomplete="off">
              <label for="code">${words.code}</label>
              <input
                class="code"
                id="code"
                name="code"
                inputmode="numeric"
                maxlength="9"
                autocomplete="off"
                required
              />
              <label for="name">${words.ownName}</label>
              <input id="name" name="name" maxlength="80" value="${name}" autocomplete="off" required />
              <p class="soft">${words.nameIsKept}</p>
              <button type="submit">${words.open}</button>
            </form>`
      }`,
    locale,
    path,
  );
}
