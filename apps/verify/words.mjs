// What a verdict says to somebody who is no engineer: one sentence, Indonesian first. Entries are counted from 1.

const REASONS = {
  notAnExport: [
    'berkas ini bukan unduhan buku catatan Simpul',
    'this file is not an export of a Simpul ledger',
  ],
  keptCheckpointUnreadable: [
    'segel yang disimpan tidak dapat dibaca',
    'the checkpoint that was kept cannot be read',
  ],
  entryChanged: ['isinya bukan yang disegel', 'its content is not what was sealed'],
  entryUnreadable: ['isinya tidak dapat dibaca', 'its content cannot be read'],
  entryMissing: ['catatan ini tidak ada', 'this entry is missing'],
  entryTwice: [
    'catatan ini ganda atau tidak pada tempatnya',
    'this entry is there twice, or not in its place',
  ],
  lineUnreadable: ['barisnya rusak', 'its line is damaged'],
  lineUnknown: ['di sini ada baris yang tidak dikenal', 'there is a line here that says nothing known'],
  linesAfterTheEnd: ['ada baris sesudah akhir berkas', 'there are lines after the end'],
  rootWrong: ['catatan ini bukan yang ditandatangani', 'these entries are not the ones that were signed'],
  notSigned: ['catatan ini tidak ditandatangani', 'nobody signed these entries'],
  forked: [
    'ada dua riwayat berbeda yang sama-sama ditandatangani',
    'there are two different histories, both of them signed',
  ],
  checkpointMissing: ['segel ini tidak ada', 'this seal is missing'],
  endMissing: ['berkas terpotong sebelum akhirnya', 'the file ends before its end'],
  entriesMissing: ['catatan ini belum ada di berkas', 'these entries are not in the file'],
  olderCopyKnowsMore: [
    'segel yang disimpan lebih dahulu sudah memuat catatan ini, tetapi berkas ini tidak',
    'a checkpoint that was kept earlier covers these entries, and this file does not',
  ],
  checkpointUnreadable: ['segelnya tidak dapat dibaca', 'the seal cannot be read'],
  signatureWrong: [
    'tanda tangannya bukan dari kunci buku catatan ini',
    'its signature is not by the key of this ledger',
  ],
  keptNotSigned: [
    'segel yang disimpan tidak ditandatangani kunci buku catatan ini',
    'the checkpoint that was kept is not signed by the key of this ledger',
  ],
  quorumMissing: [
    'belum cukup saksi yang menandatangani segel terakhir',
    'too few witnesses signed the last seal',
  ],
};

const KINDS = {
  1: ['Tidak dapat diperiksa', 'Cannot be verified'],
  2: ['TIDAK UTUH', 'NOT INTACT'],
  3: ['TIDAK LENGKAP', 'INCOMPLETE'],
  4: ['KUNCI TIDAK COCOK', 'WRONG KEY'],
  5: ['SAKSI KURANG', 'WITNESSES MISSING'],
};

/** The two sentences of a fault. */
export function faultWords(fault) {
  const [id, en] = REASONS[fault.why] ?? [fault.message, fault.message];
  return {
    id: `${KINDS[fault.code][0]}: ${placeOf(fault, ['catatan', 'segel'])}${id}.`,
    en: `${KINDS[fault.code][1]}: ${placeOf(fault, ['entry', 'seal'])}${en}.`,
  };
}

function placeOf({ index, lastIndex, checkpoint }, [entry, seal]) {
  if (Number.isInteger(index)) {
    const last = Number.isInteger(lastIndex) && lastIndex > index ? `–${lastIndex + 1}` : '';
    return `${entry} ${index + 1}${last}: `;
  }
  return Number.isInteger(checkpoint) ? `${seal} ${checkpoint}: ` : '';
}

/** The two sentences of an export in which nothing is wrong. */
export function soundWords({ scope, entries, readable, size, witnesses, kept }) {
  const hidden = entries - readable;
  const seen = witnesses.length > 0 ? witnesses.join(', ') : null;
  const id = [
    scope === 'case'
      ? `UTUH: ${entries} catatan kasus ini memang ada di buku catatan yang ditandatangani (${size} catatan).`
      : `UTUH: ${entries} catatan cocok dengan segelnya, tidak ada celah.`,
    scope === 'case' ? 'Apakah masih ada catatan lain dari kasus ini tidak terlihat dari berkas ini.' : '',
    hidden > 0 ? `${hidden} di antaranya hanya berupa sidik, tanpa isi.` : '',
    seen
      ? `Disaksikan oleh: ${seen}.`
      : 'Tidak ada kunci saksi yang diberikan; hanya kunci buku catatan yang diperiksa.',
    kept > 0 ? `${kept} segel yang disimpan cocok.` : '',
  ];
  const en = [
    scope === 'case'
      ? `INTACT: the ${entries} entries of this case are in the signed ledger (${size} entries).`
      : `INTACT: ${entries} entries match their seals, no gaps.`,
    scope === 'case' ? 'Whether the case has further entries cannot be seen from this file.' : '',
    hidden > 0 ? `${hidden} of them are here as hashes only, without content.` : '',
    seen ? `Witnessed by: ${seen}.` : 'No witness key was given; only the ledger’s own key was checked.',
    kept > 0 ? `${kept} checkpoints that were kept agree.` : '',
  ];
  const joined = (parts) => parts.filter(Boolean).join(' ');
  return { id: joined(id), en: joined(en) };
}
