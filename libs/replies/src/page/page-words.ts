/** The two languages of the pages of a one-time link; Indonesian is what everybody gets first. */
export const PAGE_LOCALES = ['id', 'en'] as const;
export type PageLocale = (typeof PAGE_LOCALES)[number];

/** What the address of a page says of its language; whatever is not known is Indonesian. Pure. */
export const pageLocale = (asked: unknown): PageLocale => (asked === 'en' ? 'en' : 'id');

/** The same address in a language; Indonesian has no mark, so that the letter's address is the page's. Pure. */
export const inLocale = (path: string, locale: PageLocale): string =>
  locale === 'id' ? path : `${path}?bahasa=${locale}`;

/** Everything the pages say of their own. What the packet holds stays as it was written and frozen. */
export const PAGE_WORDS = {
  id: {
    letterWaits: 'Ada surat untuk instansi Anda',
    openAlone: 'Surat ini rahasia. Bukalah sendiri, di tempat yang layarnya tidak terlihat orang lain.',
    code: 'Kode enam angka dari pengirim',
    ownName: 'Nama dan jabatan Anda',
    nameIsKept:
      'Nama dicatat sebagai orang yang membuka dan menjawab. Kode disampaikan pengirim lewat telepon; tautan hanya dapat dibuka satu kali.',
    open: 'Buka',
    closed:
      'Tautan ini tidak dapat dibuka: sudah dipakai, sudah lewat waktunya, atau ditutup oleh pengirim. Mintalah tautan baru kepada pengirim.',
    slow: 'Terlalu cepat. Tunggu sebentar, periksa kodenya, lalu coba lagi.',
    wrong:
      'Kodenya tidak cocok. Periksa lagi kode dari pengirim; setelah lima kali salah tautan ini ditutup.',
    missing: 'Isi kode enam angka dan nama Anda.',
    referral: 'Rujukan',
    from: 'dari',
    answerBy: 'Mohon dijawab paling lambat',
    updated: 'Diperbarui pengirim',
    asWritten: null,
    conversation: 'Tanya jawab',
    answerOf: 'Jawaban',
    answeringAs: 'Menjawab sebagai',
    nothingToDo: 'Saat ini tidak ada yang perlu Anda jawab.',
    byTelephone: 'Pertanyaan lewat telepon:',
    later:
      'Untuk melaporkan hasil di kemudian hari, mintalah tautan baru. Jangan memotret atau meneruskan halaman ini.',
    done: 'Selesai dan tutup',
    choose: 'Pilih…',
    acknowledge: 'Konfirmasi: surat sudah kami terima',
    accept: 'Kami terima rujukan ini',
    responsible: 'Petugas yang bertanggung jawab',
    appointment: 'Janji temu, bila sudah ada',
    place: 'Tempat janji temu',
    askFirst: 'Bertanya dahulu',
    question: 'Pertanyaan',
    sendQuestion: 'Kirim pertanyaan',
    cannot: 'Tidak dapat menerima',
    reason: 'Alasan',
    remark: 'Keterangan',
    reject: 'Tolak rujukan',
    started: 'Layanan sudah dimulai',
    reportProgress: 'Laporkan perkembangan',
    progress: 'Perkembangan',
    sendProgress: 'Kirim perkembangan',
    reportOutcome: 'Laporkan hasil',
    outcome: 'Hasil',
    sendOutcome: 'Kirim hasil',
    failed: 'Tidak berhasil',
    sendFailed: 'Laporkan tidak berhasil',
    lost: 'Sambungan terputus. Isi surat ditutup dahulu dan tampil lagi setelah tersambung; isian Anda tetap ada.',
    over: 'Selesai',
    thanks: 'Terima kasih.',
    pageClosed:
      'Halaman ini sudah ditutup dan tidak dapat dibuka lagi dengan tautan yang sama. Anda dapat menutup peramban.',
    ended:
      'Waktu halaman ini sudah habis. Jawaban yang sudah dikirim tetap tercatat. Untuk membukanya lagi mintalah tautan baru kepada pengirim.',
  },
  en: {
    letterWaits: 'A letter waits for your office',
    openAlone: 'It is confidential. Open it by yourself, where nobody else sees the screen.',
    code: 'Six-digit code from the sender',
    ownName: 'Your name and position',
    nameIsKept:
      'Your name is kept as that of who opened and answered it. The sender tells the code by telephone; the link opens once.',
    open: 'Open',
    closed:
      'This link cannot be opened: it was used, its time is over, or the sender closed it. Ask the sender for a new one.',
    slow: 'Too fast. Wait a moment, check the code, then try again.',
    wrong:
      'The code does not match. Check the sender’s code again; after five wrong ones this link is closed.',
    missing: 'Fill in the six-digit code and your name.',
    referral: 'Referral',
    from: 'from',
    answerBy: 'Please answer by',
    updated: 'Updated by the sender',
    asWritten: 'What the sender wrote stands below as it was written, in Indonesian.',
    conversation: 'Questions and answers',
    answerOf: 'Answer of',
    answeringAs: 'You answer as',
    nothingToDo: 'There is nothing for you to answer now.',
    byTelephone: 'Questions by telephone:',
    later:
      'To report an outcome later, ask for a new link. Take no picture of this page and do not forward it.',
    done: 'Finish and close',
    choose: 'Choose…',
    acknowledge: 'Confirm: we have received the letter',
    accept: 'We accept this referral',
    responsible: 'Who is responsible',
    appointment: 'Appointment, if there is one',
    place: 'Place of the appointment',
    askFirst: 'Ask something first',
    question: 'Question',
    sendQuestion: 'Send the question',
    cannot: 'We cannot accept',
    reason: 'Reason',
    remark: 'Remark',
    reject: 'Decline the referral',
    started: 'The service has begun',
    reportProgress: 'Report progress',
    progress: 'Progress',
    sendProgress: 'Send the progress',
    reportOutcome: 'Report the outcome',
    outcome: 'Outcome',
    sendOutcome: 'Send the outcome',
    failed: 'Did not succeed',
    sendFailed: 'Report that it did not succeed',
    lost: 'The connection is gone. The letter is covered and comes back with it; what you typed is kept.',
    over: 'Done',
    thanks: 'Thank you.',
    pageClosed: 'This page is closed and cannot be opened again by the same link. You can close the browser.',
    ended:
      'The time of this page is over. Answers that were sent are kept. To open it again, ask the sender for a new link.',
  },
} as const satisfies Record<PageLocale, Record<string, string | null>>;
