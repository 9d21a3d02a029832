import type { Fault, FirstBad } from './examination.js';

export interface Words {
  id: string;
  en: string;
}

export interface Verdict {
  ok: boolean;
  /** All entries, sealed or not yet. */
  entries: number;
  /** Entries whose place and content a signed checkpoint covers. */
  sealed: number;
  /** Entries younger than the last seal; the next pass seals them. */
  pending: number;
  checkpoints: number;
  firstBad: FirstBad | null;
}

const REASONS: Record<Fault, Words> = {
  entryMissing: { id: 'catatan ini sudah dihapus', en: 'this record was removed' },
  entryChanged: { id: 'isinya diubah setelah dicatat', en: 'its content was changed after it was recorded' },
  hashWrong: { id: 'isinya bukan yang disegel', en: 'its content is not what was sealed' },
  indexMissing: { id: 'ada nomor yang hilang dari urutan', en: 'a number is missing from the order' },
  tailCut: { id: 'catatan terakhir telah dipotong', en: 'the last records were cut off' },
  rootWrong: {
    id: 'catatan ini tidak sama dengan yang ditandatangani',
    en: 'these records are not the ones that were signed',
  },
  notSigned: { id: 'catatan ini tidak ditandatangani', en: 'these records were never signed' },
  notSealed: {
    id: 'ada catatan lama yang tidak ikut disegel',
    en: 'an old record stands outside the sealed ones',
  },
  checkpointMissing: { id: 'satu segel hilang', en: 'a seal is missing' },
  signatureWrong: {
    id: 'tanda tangan segel tidak berasal dari kunci buku catatan ini',
    en: 'the signature of a seal is not by the key of this ledger',
  },
};

/** The kinds of answer, as apps/verify gives them by its exit code. */
export const VERDICT_RESULTS = ['intact', 'tampered', 'incomplete', 'wrongKey', 'unwitnessed'] as const;
export type VerdictResult = (typeof VERDICT_RESULTS)[number];

/** Everything else that is wrong is tampering. */
const RESULT_OF: Readonly<Partial<Record<Fault, VerdictResult>>> = {
  tailCut: 'incomplete',
  signatureWrong: 'wrongKey',
};

/** `witnessed`: whether enough witnesses signed the newest seal; it counts only where nothing else is wrong. */
export function resultOf({ firstBad }: Pick<Verdict, 'firstBad'>, witnessed: boolean): VerdictResult {
  if (firstBad) return RESULT_OF[firstBad.why] ?? 'tampered';
  return witnessed ? 'intact' : 'unwitnessed';
}

const HEADS: Record<'tampered' | 'incomplete' | 'wrongKey', Words> = {
  tampered: { id: 'Tidak utuh', en: 'Not intact' },
  incomplete: { id: 'Tidak lengkap', en: 'Incomplete' },
  wrongKey: { id: 'Kunci tidak cocok', en: 'Wrong key' },
};

/** What a verification found, for somebody who is no engineer. Records are counted from 1. */
export function verdictWords({ ok, sealed, pending, firstBad }: Verdict): Words {
  if (!ok && firstBad) {
    const reason = REASONS[firstBad.why];
    const head = HEADS[resultOf({ firstBad }, true) as keyof typeof HEADS];
    return {
      id: `${head.id}: ${placeOf(firstBad, 'id')}${reason.id}.`,
      en: `${head.en}: ${placeOf(firstBad, 'en')}${reason.en}.`,
    };
  }
  const waiting = {
    id: pending > 0 ? ` ${counted(pending, 'id')} catatan terbaru menunggu disegel.` : '',
    en: pending > 0 ? ` The ${counted(pending, 'en')} newest are waiting to be sealed.` : '',
  };
  return {
    id: `Utuh: ${counted(sealed, 'id')} catatan cocok, tidak ada celah.${waiting.id}`,
    en: `Intact: ${counted(sealed, 'en')} records match, no gaps.${waiting.en}`,
  };
}

function placeOf({ index, lastIndex, checkpoint }: FirstBad, locale: keyof Words): string {
  if (index === null) {
    if (checkpoint === null) return '';
    return locale === 'id'
      ? `segel ke-${counted(checkpoint, 'id')}: `
      : `seal ${counted(checkpoint, 'en')}: `;
  }
  const first = counted(index + 1, locale);
  const isOne = lastIndex === null || lastIndex <= index;
  if (locale === 'id')
    return isOne ? `catatan ${first}: ` : `catatan ${first}–${counted(lastIndex + 1, 'id')}: `;
  return isOne ? `record ${first}: ` : `records ${first}–${counted(lastIndex + 1, 'en')}: `;
}

function counted(count: number, locale: keyof Words): string {
  return count.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB');
}
