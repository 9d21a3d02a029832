/** What a letter is made of: words that are ready to be set, already in Indonesian and in the city's time. */
export interface LetterFacts {
  readonly number: string;
  readonly caseNumber: string;
  readonly urgent: boolean;
  readonly service: string;
  readonly clients: number;
  readonly from: Office;
  readonly to: Office;
  /** Where and when it is dated: `Prabumulih`, `14 April 2026`. */
  readonly place: string | null;
  readonly sentOn: string;
  /** By when an answer is owed, with the hour and zone; null when no clock runs. */
  readonly answerBy: string | null;
  /** Only what the frozen packet gives to this receiver. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly basis: readonly string[];
  /** When the data were updated last, with hour and zone; null when they are those that were sent first. */
  readonly updatedOn: string | null;
  readonly signer: string | null;
}

export interface Office {
  readonly name: string;
  readonly unit: string | null;
  readonly parent: string | null;
  /** `PEMERINTAH KOTA PRABUMULIH`; null for offices of another house. */
  readonly government: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

export interface Letter {
  readonly head: { readonly lines: readonly string[]; readonly contact: string };
  readonly meta: readonly (readonly [string, string])[];
  readonly dated: string;
  readonly addressee: readonly string[];
  readonly opening: readonly string[];
  readonly rows: LetterFacts['fields'];
  readonly closing: readonly string[];
  readonly signature: { readonly office: string; readonly name: string };
  readonly copies: string;
}

/**
 * A referral as an Indonesian official letter (surat dinas): kop, Nomor, Sifat, Lampiran, Hal, Yth., isi, penutup,
 * tanda tangan with NIP, tembusan. No name stands in the head or the subject. Pure.
 */
export function letterOf(facts: LetterFacts): Letter {
  const { from, to } = facts;
  return {
    head: {
      lines: [from.government, from.parent, from.name].filter(present).map((line) => line.toUpperCase()),
      contact: [from.address, from.phone && `Telepon piket ${from.phone}`].filter(present).join('  ·  '),
    },
    meta: [
      ['Nomor', facts.number],
      ['Sifat', facts.urgent ? 'RAHASIA / SEGERA' : 'RAHASIA'],
      ['Lampiran', '1 (satu) lembar balasan'],
      ['Hal', `Rujukan ${facts.service} (kode kasus ${facts.caseNumber})`],
    ],
    dated: [facts.place, facts.sentOn].filter(present).join(', '),
    addressee: [`Yth. Pimpinan ${to.name}`, to.unit && `u.p. ${to.unit}`, 'di tempat'].filter(present),
    opening: [
      'Dengan hormat,',
      `Bersama surat ini kami merujuk ${clientsInWords(facts.clients)} untuk mendapatkan ${facts.service} ` +
        'dari instansi Saudara. Data di bawah ini adalah seluruh data yang dibagikan untuk keperluan itu; mohon ' +
        'klien tidak diminta mengulang ceritanya.',
      ...(facts.updatedOn
        ? [`Data ini diperbarui ${facts.updatedOn} dan menggantikan data pada surat yang terdahulu.`]
        : []),
    ],
    rows: facts.fields,
    closing: [
      `Dasar berbagi data: ${facts.basis.join('; ')}.`,
      ANSWER(facts),
      'Isi surat ini rahasia (antara lain UU 27/2022, UU 23/2004 Pasal 10, UU 35/2014 Pasal 64, UU 12/2022 Pasal 69). ' +
        'Jangan digandakan, difoto, diteruskan lewat pesan, atau disampaikan kepada terlapor dan keluarganya. Bila ' +
        'salah alamat, kembalikan dalam amplop tertutup dan hubungi pengirim.',
      'Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.',
    ],
    signature: { office: from.name, name: facts.signer ?? '' },
    copies: 'Tembusan: tidak ada; arsip pada pengirim.',
  };
}

const ANSWER = ({ answerBy, from }: LetterFacts): string =>
  (answerBy ? `Mohon dijawab selambat-lambatnya ${answerBy}` : 'Mohon dijawab secepatnya') +
  ', dengan lembar balasan terlampir' +
  (from.phone ? ` atau melalui telepon ${from.phone}.` : '.');

const NUMBERS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const clientsInWords = (count: number): string => `${count} (${NUMBERS[count] ?? count}) orang klien`;

const present = (line: string | null | undefined): line is string => Boolean(line);
