import { codes, type CodeList } from '#codes';
import { fieldLabel, TOMBSTONE_WORDS, type ReferralPage } from '#handoff';
import { availableActs, statusWords, type ReferralAct } from '#referrals';
import { markup, type Html } from './html.js';
import { inLocale, PAGE_WORDS, type PageLocale } from './page-words.js';
import { closingPage, note, page } from './shell.js';

/** How times are written: in the city's zone. */
export type InstantWords = (at: Date) => string;

export interface Said {
  readonly words: string;
  readonly tone: 'good' | 'bad';
}

/** The one referral of a link, with what may be answered now. Only what the frozen packet gives to this receiver. */
export function referralPage(
  shown: ReferralPage,
  person: string,
  instant: InstantWords,
  said: Said | null,
  locale: PageLocale,
): string {
  const words = PAGE_WORDS[locale];
  const { row, tombstone, content } = shown;
  if (tombstone || !content?.snapshot)
    return page(
      markup`<h1>${words.referral} ${row.number}</h1>
        ${note(TOMBSTONE_WORDS[tombstone?.reason ?? 'SENDER'][locale])}${done(locale)}`,
      locale,
      HERE,
    );
  const state = { status: row.status, heldFrom: row.heldFrom, confirmed: row.confirmedAt !== null };
  const possible = availableActs(state, 'receiver');
  const acts = ORDER.filter((act) => possible.includes(act));
  return closingPage(
    markup` <h1>${codes.label('LAYANAN', row.serviceCode, locale)}</h1>
      <p class="soft">
        ${words.referral} ${row.number} ${words.from} ${row.fromAgency.name} · ${statusWords(row.status, false, locale)}
      </p>
      ${note(said?.words ?? null, said?.tone)}
      ${
        row.nextDueAt && acts.length > 0
          ? markup`<p><b>${words.answerBy} ${instant(row.nextDueAt)}.</b></p>`
          : null
      }
      ${
        content.snapshot.version > 1
          ? note(
              `${words.updated} ${instant(content.snapshot.frozenAt)}: ` +
                content.snapshot.changes.map(({ field }) => fieldLabel(field, locale)).join(', '),
              '',
            )
          : null
      }
      ${words.asWritten && markup`<p class="soft">${words.asWritten}</p>`}
      <div class="card">
        <dl>
          ${content.snapshot.packet.map(
            ({ field, value }) =>
              markup`<dt>${fieldLabel(field, locale)}</dt>
                <dd lang="id">${value}</dd>`,
          )}
        </dl>
      </div>
      ${
        content.messages.length > 0
          ? markup`<h2>${words.conversation}</h2>
              ${content.messages.map(
                ({ text, authorName, at }) =>
                  markup`<div class="card">
                    <p class="soft">${authorName} · ${instant(at)}</p>
                    <p>${text}</p>
                  </div>`,
              )}`
          : null
      }
      <h2>${words.answerOf} ${row.toAgency.name}</h2>
      <p class="soft">${words.answeringAs} ${person}.</p>
      ${acts.map((act) => FORMS[act]?.(locale, person))} ${acts.length === 0 ? markup`<p>${words.nothingToDo}</p>` : null}
      <p class="soft">
        ${words.byTelephone} ${row.fromAgency.name}, ${row.fromAgency.dutyPhone}. ${words.later}
      </p>
      ${done(locale)}`,
    locale,
    HERE,
    content.snapshot.version,
  );
}

/** Where the page itself is; the answers are below it. */
const HERE = '/api/link-answer';

const done = (
  locale: PageLocale,
): Html => markup`<form method="post" action="${inLocale(`${HERE}/done`, locale)}">
  <button class="second" type="submit">${PAGE_WORDS[locale].done}</button>
</form>`;

const form = (locale: PageLocale, act: string, button: string, fields: Html | null, kind = ''): Html =>
  markup`<form method="post" action="${inLocale(`${HERE}/${act}`, locale)}" autocomplete="off">
    ${fields}<button class="${kind}" type="submit">${button}</button>
  </form>`;

const folded = (title: string, content: Html): Html =>
  markup`<details>
    <summary>${title}</summary>
    ${content}
  </details>`;

const area = (id: string, name: string, label: string, max: number, needed = true): Html =>
  markup`<label for="${id}">${label}</label
    ><textarea id="${id}" name="${name}" maxlength="${max}" ${needed ? markup` required` : null}></textarea>`;

const choice = (locale: PageLocale, id: string, name: string, label: string, list: CodeList): Html =>
  markup`<label for="${id}">${label}</label
    ><select id="${id}" name="${name}" required>
      <option value="">${PAGE_WORDS[locale].choose}</option>
      ${codes.of(list).map(({ code }) => markup`<option value="${code}">${codes.label(list, code, locale)}</option>`)}
    </select>`;

/** The likeliest first. */
const ORDER: readonly ReferralAct[] = [
  ...(['accept', 'acknowledge', 'ask', 'reject', 'start', 'complete', 'report', 'fail'] as const),
];

type Form = (locale: PageLocale, person: string) => Html;

const FORMS: Readonly<Partial<Record<ReferralAct, Form>>> = {
  acknowledge: (locale) => form(locale, 'receipt', PAGE_WORDS[locale].acknowledge, null, 'second'),
  accept: (locale, person) => {
    const words = PAGE_WORDS[locale];
    return form(
      locale,
      'acceptance',
      words.accept,
      markup`<label for="responsible">${words.responsible}</label
        ><input id="responsible" name="responsibleName" maxlength="120" value="${person}" required /><label
          for="at"
          >${words.appointment}</label
        ><input id="at" name="appointmentAt" type="datetime-local" /><label for="place"
          >${words.place}</label
        ><input id="place" name="place" maxlength="200" />`,
    );
  },
  ask: (locale) => {
    const words = PAGE_WORDS[locale];
    const question = area('question', 'text', words.question, 2000);
    return folded(words.askFirst, form(locale, 'question', words.sendQuestion, question, 'second'));
  },
  reject: (locale) => {
    const words = PAGE_WORDS[locale];
    const why = markup`${choice(locale, 'reason', 'reason', words.reason, 'ALASAN_TOLAK')}${area('note', 'note', words.remark, 500, false)}`;
    return folded(words.cannot, form(locale, 'rejection', words.reject, why, 'no'));
  },
  start: (locale) => form(locale, 'service-start', PAGE_WORDS[locale].started, null, 'second'),
  report: (locale) => {
    const words = PAGE_WORDS[locale];
    const progress = area('progress', 'text', words.progress, 4000);
    return folded(words.reportProgress, form(locale, 'progress', words.sendProgress, progress, 'second'));
  },
  complete: (locale) => {
    const words = PAGE_WORDS[locale];
    const outcome = markup`${choice(locale, 'outcome', 'outcome', words.outcome, 'HASIL_LAYANAN')}${area('result', 'text', words.remark, 4000)}`;
    return folded(words.reportOutcome, form(locale, 'completion', words.sendOutcome, outcome));
  },
  fail: (locale) => {
    const words = PAGE_WORDS[locale];
    const why = markup`${choice(locale, 'failure', 'reason', words.reason, 'ALASAN_TIDAK_BERHASIL')}${area('why', 'text', words.remark, 4000)}`;
    return folded(words.failed, form(locale, 'failure', words.sendFailed, why, 'no'));
  },
};

/** The last page, with nothing on it. */
export const endPage = (which: 'thanks' | 'ended', locale: PageLocale): string => {
  const words = PAGE_WORDS[locale];
  return page(
    markup`<h1>${words.over}</h1>
      ${note(words[which], 'good')}
      <p>${words.pageClosed}</p>`,
    locale,
    HERE,
  );
};
