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

/** What is said of the witnesses beside the verdict, for somebody who is no engineer. */
export function witnessWords(
  states: readonly { witness: string; size: number | null; trouble: WitnessTrouble | null }[],
): Words {
  if (states.length === 0)
    return {
      id: 'Belum ada saksi di luar: buku ini hanya dijaga kuncinya sendiri.',
      en: 'No witness outside yet: only its own key guards this ledger.',
    };
  const say = (locale: keyof Words): string =>
    states
      .map(({ witness, size, trouble }) => {
        const seen = size?.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB');
        const until =
          seen === undefined
            ? {
                id: `Saksi ${witness} belum pernah menandatangani`,
                en: `Witness ${witness} has never signed`,
              }
            : {
                id: `Saksi ${witness} menandatangani sampai catatan ${seen}`,
                en: `Witness ${witness} signed up to record ${seen}`,
              };
        return `${until[locale]}${trouble ? `; ${{ id: 'kini ia', en: 'now it' }[locale]} ${TROUBLES[trouble][locale]}` : ''}.`;
      })
      .join(' ');
  return { id: say('id'), en: say('en') };
}
