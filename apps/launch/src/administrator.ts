import { parseArgs } from 'node:util';
import { makeAdministrator, mayMakeAdministrator } from '#accounts';
import { Refused } from '#refusals';
import pg from 'pg';
import { withRoleUrls } from './role-access.js';
import { typedPassword } from './typed-password.js';
import { line } from './words.js';

const USAGE =
  'npm run administrator -- --email nama@kota.go.id --name "Nama Lengkap" [--agency diskominfo] [--another]\n' +
  'Kata sandi diketik sesudahnya, tidak di perintah. (The password is typed afterwards, never in the command.)';

/**
 * Makes the first administrator of an installation, as the owner role; who can read the master key or the state folder
 * could do more than that. Throws with a sentence for the person at the console.
 */
export async function administrator(args: string[]): Promise<void> {
  const wanted = wantedIn(args);
  await withRoleUrls(async ({ owner }) => {
    const client = new pg.Client({ connectionString: owner });
    await client.connect().catch((error: Error & { code?: string }) => {
      throw error.code === '28P01' ? new Error(WORDS['key.other']) : error;
    });
    const query = async <T>(sql: string, params?: unknown[]) => (await client.query(sql, params)).rows as T[];
    try {
      await mayMakeAdministrator(query, wanted);
      const password = await typedPassword();
      await client.query('begin');
      await makeAdministrator(query, { ...wanted, password });
      await client.query('commit');
    } catch (error) {
      throw new Error(inWords(error as Error), { cause: error });
    } finally {
      await client.end();
    }
  });
  line(
    `Akun administrator dibuat untuk ${wanted.email.trim()}; tercatat di buku audit. ` +
      `(The administrator's account was made; the ledger says so.)\n` +
      'Akun yang ditambahkan terbuka setelah orang kedua menyatakan bahwa orangnya dikenal; untuk kepala dinas pertama ' +
      'itu administrator kedua (--another). (What an administrator adds opens once a second person knows its owner; for ' +
      'the first head of the lead office that is a second administrator.)',
  );
}

function wantedIn(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        agency: { type: 'string', default: 'diskominfo' },
        another: { type: 'boolean', default: false },
      },
    });
    const { email, name: displayName, agency: agencyCode, another } = values;
    if (email && displayName) return { email, displayName, agencyCode, another };
  } catch {
    // An argument that there is not; the usage says which there are. Its value may be a password: not repeated.
  }
  throw new Error(USAGE);
}

function inWords(error: Error & { code?: string }): string {
  if (error.code === '42P01' || error.code === '42883' || error.code === '42703')
    return WORDS['schema.missing']!;
  const words = error instanceof Refused ? WORDS[error.code] : undefined;
  if (!words) return error.message;
  const known = (error as Refused).detail.known as string[] | undefined;
  return known ? `${words}\n${known.join(' ')}` : words;
}

const WORDS: Record<string, string> = {
  'administrator.exists':
    'Sudah ada administrator yang aktif. Mintalah ia menambah akun, atau ulangi dengan --another. ' +
    '(There is an active administrator already: ask for an account, or repeat with --another.)',
  'administrator.email': 'Alamat e-mail itu tidak benar. (That is no e-mail address.)',
  'administrator.name': 'Nama harus 2 sampai 200 huruf. (The name must have 2 to 200 characters.)',
  'account.emailTaken': 'Alamat e-mail itu sudah dipakai sebuah akun. (An account has that e-mail already.)',
  'account.unknownAgency':
    'Tidak ada instansi dengan kode itu; yang ada: (There is no agency of that code; there are:)',
  'password.tooShort':
    'Kata sandi harus paling sedikit 15 karakter; beberapa kata yang mudah diingat juga boleh. ' +
    '(The password must have at least 15 characters; a few words are fine.)',
  'password.tooLong':
    'Kata sandi paling panjang 256 karakter. (The password may have 256 characters at most.)',
  'password.containsEmail':
    'Kata sandi tidak boleh memuat bagian depan alamat e-mail. ' +
    '(The password must not contain the first part of the e-mail address.)',
  'password.common':
    'Kata sandi itu termasuk yang paling mudah ditebak; pilih yang lain. ' +
    '(That password is among the first to be guessed; choose another.)',
  'schema.missing':
    'Basis data belum disiapkan; jalankan `migrate` dulu. (The database is not prepared: run `migrate` first.)',
  'key.other':
    'Kunci utama ini bukan milik basis data itu, atau `migrate` belum dijalankan. ' +
    '(This master key does not belong to that database, or `migrate` has not run.)',
};
