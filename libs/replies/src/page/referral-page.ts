import { codes, type CodeList } from '#codes';
import { fieldLabel, TOMBSTONE_WORDS, type ReferralPage } from '#handoff';
import { availableActs, statusWords, type ReferralAct } from '#referrals';
import { markup, type Html } from './html.js';
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
): string {
  const { row, tombstone, content } = shown;
  if (tombstone || !content?.snapshot)
    return page(
      markup`<h1>Rujukan ${row.number}</h1>
        ${note(TOMBSTONE_WORDS[tombstone?.reason ?? 'SENDER'].id)}${done}`,
    );
  const state = { status: row.status, heldFrom: row.heldFrom, confirmed: row.confirmedAt !== null };
  const possible = availableActs(state, 'receiver');
  const acts = ORDER.filter((act) => possible.includes(act));
  return closingPage(
    markup` <h1>${codes.label('LAYANAN', row.serviceCode, 'id')}</h1>
      <p class="soft">
        Rujukan ${row.number} dari ${row.fromAgency.name} · ${statusWords(row.status, false, 'id')}
      </p>
      ${note(said?.words ?? null, said?.tone)}
      ${
        row.nextDueAt && acts.length > 0
          ? markup`<p><b>Mohon dijawab paling lambat ${instant(row.nextDueAt)}.</b></p>`
          : null
      }
      ${
        content.snapshot.version > 1
          ? note(
              `Diperbarui pengirim ${instant(content.snapshot.frozenAt)}: ` +
                content.snapshot.changes.map(({ field }) => fieldLabel(field, 'id')).join(', '),
              '',
            )
          : null
      }
      <div class="card">
        <dl>
          ${content.snapshot.packet.map(
            ({ field, value }) =>
              markup`<dt>${fieldLabel(field, 'id')}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </div>
      ${
        content.messages.length > 0
          ? markup`<h2>Tanya jawab</h2>
              ${content.messages.map(
                ({ text, authorName, at }) =>
                  markup`<div class="card">
                    <p class="soft">${authorName} · ${instant(at)}</p>
                    <p>${text}</p>
                  </div>`,
              )}`
          : null
      }
      <h2>Jawaban ${row.toAgency.name}</h2>
      <p class="soft">Menjawab sebagai ${person}.</p>
      ${acts.map((act) => FORMS[act]?.(person))} ${acts.length === 0 ? markup`<p>${NOTHING_TO_DO}</p>` : null}
      <p class="soft">
        Pertanyaan lewat telepon: ${row.fromAgency.name}, ${row.fromAgency.dutyPhone}. Untuk melaporkan hasil
        di kemudian hari, mintalah tautan baru. Jangan memotret atau meneruskan halaman ini.
      </p>
      ${done}`,
    content.snapshot.version,
  );
}

const NOTHING_TO_DO = 'Saat ini tidak ada yang perlu Anda jawab.';

const done = markup`<form method="post" action="/api/link-answer/done">
  <button class="second" type="submit">Selesai dan tutup</button>
</form>`;

const form = (act: string, button: string, fields: Html | null, kind = ''): Html =>
  markup`<form method="post" action="/api/link-answer/${act}" autocomplete="off">
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

const choice = (id: string, name: string, label: string, list: CodeList): Html =>
  markup`<label for="${id}">${label}</label
    ><select id="${id}" name="${name}" required>
      <option value="">Pilih…</option>
      ${codes.of(list).map(({ code, labelId }) => markup`<option value="${code}">${labelId}</option>`)}
    </select>`;

/** The likeliest first. */
const ORDER: readonly ReferralAct[] = [
  ...(['accept', 'acknowledge', 'ask', 'reject', 'start', 'complete', 'report', 'fail'] as const),
];

const FORMS: Readonly<Partial<Record<ReferralAct, (person: string) => Html>>> = {
  acknowledge: () => form('receipt', 'Konfirmasi: surat sudah kami terima', null, 'second'),
  accept: (person) =>
    form(
      'acceptance',
      'Kami terima rujukan ini',
      markup`<label for="responsible">Petugas yang bertanggung jawab</label
        ><input id="responsible" name="responsibleName" maxlength="120" value="${person}" required /><label
          for="at"
          >Janji temu, bila sudah ada</label
        ><input id="at" name="appointmentAt" type="datetime-local" /><label for="place"
          >Tempat janji temu</label
        ><input id="place" name="place" maxlength="200" />`,
    ),
  ask: () =>
    folded(
      'Bertanya dahulu',
      form('question', 'Kirim pertanyaan', area('question', 'text', 'Pertanyaan', 2000), 'second'),
    ),
  reject: () =>
    folded(
      'Tidak dapat menerima',
      form(
        'rejection',
        'Tolak rujukan',
        markup`${choice('reason', 'reason', 'Alasan', 'ALASAN_TOLAK')}${area('note', 'note', 'Keterangan', 500, false)}`,
        'no',
      ),
    ),
  start: () => form('service-start', 'Layanan sudah dimulai', null, 'second'),
  report: () =>
    folded(
      'Laporkan perkembangan',
      form('progress', 'Kirim perkembangan', area('progress', 'text', 'Perkembangan', 4000), 'second'),
    ),
  complete: () =>
    folded(
      'Laporkan hasil',
      form(
        'completion',
        'Kirim hasil',
        markup`${choice('outcome', 'outcome', 'Hasil', 'HASIL_LAYANAN')}${area('result', 'text', 'Keterangan', 4000)}`,
      ),
    ),
  fail: () =>
    folded(
      'Tidak berhasil',
      form(
        'failure',
        'Laporkan tidak berhasil',
        markup`${choice('failure', 'reason', 'Alasan', 'ALASAN_TIDAK_BERHASIL')}${area('why', 'text', 'Keterangan', 4000)}`,
        'no',
      ),
    ),
};

export const endPage = (words: string): string =>
  page(
    markup`<h1>Selesai</h1>
      ${note(words, 'good')}
      <p>
        Halaman ini sudah ditutup dan tidak dapat dibuka lagi dengan tautan yang sama. Anda dapat menutup
        peramban.
      </p>`,
  );
