import { markup } from './html.js';
import { note, page } from './shell.js';

export type CodeFault = 'closed' | 'slow' | 'wrong' | 'missing';

const FAULTS: Readonly<Record<CodeFault, string>> = {
  closed:
    'Tautan ini tidak dapat dibuka: sudah dipakai, sudah lewat waktunya, atau ditutup oleh pengirim. Mintalah tautan baru kepada pengirim.',
  slow: 'Terlalu cepat. Tunggu sebentar, periksa kodenya, lalu coba lagi.',
  wrong: 'Kodenya tidak cocok. Periksa lagi kode dari pengirim; setelah lima kali salah tautan ini ditutup.',
  missing: 'Isi kode enam angka dan nama Anda.',
};

/** What every link shows before its code was given: the same for a real one, a spent one and one that never was. */
export function codePage(token: string, fault?: CodeFault, name = ''): string {
  return page(
    markup` <h1>Ada surat untuk instansi Anda</h1>
      <p>Surat ini rahasia. Bukalah sendiri, di tempat yang layarnya tidak terlihat orang lain.</p>
      ${note(fault ? FAULTS[fault] : null)}
      ${
        fault === 'closed'
          ? null
          : markup`<form method="post" action="/api/links/${token}" autocomplete="off">
              <label for="code">Kode enam angka dari pengirim</label>
              <input
                class="code"
                id="code"
                name="code"
                inputmode="numeric"
                maxlength="9"
                autocomplete="off"
                required
              />
              <label for="name">Nama dan jabatan Anda</label>
              <input id="name" name="name" maxlength="80" value="${name}" autocomplete="off" required />
              <p class="soft">
                Nama dicatat sebagai orang yang membuka dan menjawab. Kode disampaikan pengirim lewat telepon;
                tautan hanya dapat dibuka satu kali.
              </p>
              <button type="submit">Buka</button>
            </form>`
      }
      <p class="soft" lang="en">
        A confidential letter for your office. Enter the six-digit code that the sender told you by telephone,
        and your name.
      </p>`,
  );
}
