import type { Words } from './verdict-words.js';
import type { WitnessTrouble } from './witness-trouble.js';

const TROUBLES: Record<WitnessTrouble, Words> = {
  silent: { id: 'tidak menjawab', en: 'does not answer' },
  badAnswer: { id: 'menjawab tanpa tanda tangan yang sah', en: 'answers without a signature that holds' },
  unknownLedger: { id: 'tidak mengawasi buku catatan ini', en: 'does not watch this ledger' },
  unknownKey: {
    id: 'tidak mengenal kunci yang sekarang dipakai',
    en: 'does not know the key that signs now',
  },
  proofRefused: {
    id: 'menolak: catatan yang pernah dilihatnya bukan lagi awal dari buku ini',
    en: 'refuses: what it has seen is no longer the beginning of this ledger',
  },
  forked: {
    id: 'menolak: ia pernah menandatangani isi lain dengan jumlah catatan yang sama',
    en: 'refuses: it has signed other content of the same length',
  },
  knowsMore: {
    id: 'pernah melihat lebih banyak catatan daripada yang ada sekarang',
    en: 'has seen more records than there are now',
  },
};

const TELEPHONE: Words = {
  id: 'Telepon kantor saksi ini: mungkin komputernya mati atau salurannya putus. Pekerjaan boleh berjalan terus.',
  en: 'Telephone the witness’s office: its computer may be off, or its line down. Work may go on.',
};
const BRING_THE_KEY: Words = {
  id: 'Minta pengelola sistem mengantarkan kunci umum buku catatan (ledger.key.pub) kepada saksi ini.',
  en: 'Ask whoever runs the system to bring this witness the ledger’s public key (ledger.key.pub).',
};
const CHANGE_NOTHING: Words = {
  id:
    'Jangan mengubah apa pun. Telepon inspektorat; minta saksi menyimpan buktinya. Entah cadangan lama dipulihkan, ' +
    'entah catatan ditulis ulang.',
  en:
    'Change nothing. Telephone the inspectorate, and ask the witness to keep its evidence. Either an old backup was ' +
    'restored, or records were rewritten.',
};
const ADVICE: Record<WitnessTrouble, Words> = {
  silent: TELEPHONE,
  badAnswer: TELEPHONE,
  unknownLedger: BRING_THE_KEY,
  unknownKey: BRING_THE_KEY,
  proofRefused: CHANGE_NOTHING,
  forked: CHANGE_NOTHING,
  knowsMore: CHANGE_NOTHING,
};

/** What to do about a witness that is silent or refuses. */
export function witnessAdvice(trouble: WitnessTrouble): Words {
  return ADVICE[trouble];
}

interface Seen {
  witness: string;
  size: number | null;
  trouble: WitnessTrouble | null;
}

/** How one witness stands, for somebody who is no engineer. */
export function witnessSays({ witness, size, trouble }: Seen): Words {
  const say = (locale: keyof Words): string => {
    const seen = size?.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB');
    const until =
      seen === undefined
        ? { id: `Saksi ${witness} belum pernah menandatangani`, en: `Witness ${witness} has never signed` }
        : {
            id: `Saksi ${witness} menandatangani sampai catatan ${seen}`,
            en: `Witness ${witness} signed up to record ${seen}`,
          };
    return `${until[locale]}${trouble ? `; ${{ id: 'kini ia', en: 'now it' }[locale]} ${TROUBLES[trouble][locale]}` : ''}.`;
  };
  return { id: say('id'), en: say('en') };
}

/** What is said of all witnesses beside the verdict. */
export function witnessWords(states: readonly Seen[]): Words {
  if (states.length === 0)
    return {
      id: 'Belum ada saksi di luar: buku ini hanya dijaga kuncinya sendiri.',
      en: 'No witness outside yet: only its own key guards this ledger.',
    };
  const said = states.map(witnessSays);
  return { id: said.map(({ id }) => id).join(' '), en: said.map(({ en }) => en).join(' ') };
}
