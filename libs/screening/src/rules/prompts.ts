export const PROMPT_RULE_VERSION = 'prompts/2026-1';

/** NOW: before anything else. DUTY: the law is running. ASK: to be asked, gently and when it is safe. */
export type PromptKind = 'NOW' | 'DUTY' | 'ASK';

export interface PromptFacts {
  mandate: string;
  contexts: readonly string[];
  violenceTypes: readonly string[];
  redFlags: readonly string[];
  /** Null before the first screening. */
  risk: string | null;
  online: boolean;
  clientSafeNow?: string | null;
  /** Whole hours since the incident; null when its time is unknown. */
  eventAgeHours?: number | null;
  victims: readonly { sex: string | null; age: number | null }[];
  reported: readonly { relation: string | null; age: number | null }[];
  traffickingIndicated: boolean;
  traffickingConcluded: boolean;
}

export interface Prompt {
  code: string;
  kind: PromptKind;
  words: { id: string; en: string };
}

interface PromptRow extends Prompt {
  when: (facts: PromptFacts) => boolean;
}

const has = (codes: readonly string[], code: string): boolean => codes.includes(code);
const violence = (facts: PromptFacts): boolean => facts.mandate === 'VIOLENCE';
const sexual = (facts: PromptFacts): boolean => has(facts.violenceTypes, 'SEKSUAL');
const anyChild = (facts: PromptFacts): boolean =>
  facts.victims.some((one) => one.age !== null && one.age < 18);
const screened = (facts: PromptFacts): boolean => facts.risk !== null;

/** Prompts in the order they are shown. They tell and ask; none of them decides. */
const PROMPTS: readonly PromptRow[] = [
  {
    code: 'EMERGENCY',
    kind: 'NOW',
    when: (facts) => facts.risk === 'TINGGI' || facts.clientSafeNow === 'NO',
    words: {
      id: 'Utamakan keselamatan. Hubungi Polisi 110 atau Ambulans 119. Pastikan tempat yang aman malam ini.',
      en: 'Safety first. Call Police 110 or Ambulance 119. Make sure of a safe place tonight.',
    },
  },
  {
    code: 'FAMILY_WITH_RED_FLAGS',
    kind: 'NOW',
    when: (facts) => facts.mandate === 'FAMILY' && facts.redFlags.length > 0,
    words: {
      id: 'Ada tanda bahaya: hentikan konseling keluarga, sebutkan jenis kekerasannya, rujuk ke UPTD PPA.',
      en: 'There are red flags: stop the family counselling, name the kind of violence, refer to the unit.',
    },
  },
  {
    code: 'BREATHING_AFTER_STRANGULATION',
    kind: 'NOW',
    when: (facts) => has(facts.redFlags, 'CEKIKAN'),
    words: {
      id: 'Sulit menelan atau bernapas? Bila ya: IGD sekarang.',
      en: 'Trouble swallowing or breathing? If so: emergency room now.',
    },
  },
  {
    code: 'SUICIDE_TALK',
    kind: 'NOW',
    when: (facts) => has(facts.redFlags, 'BUNUH_DIRI'),
    words: {
      id: 'Ada rencana menyakiti diri malam ini? Sedang bersama siapa? Jangan menunggu hari kerja.',
      en: 'Any plan of self-harm tonight? Who is with them? Do not wait for a working day.',
    },
  },
  {
    code: 'POLICE_REPORT_72_HOURS',
    kind: 'DUTY',
    when: (facts) => violence(facts) && sexual(facts),
    words: {
      id: 'Kekerasan seksual: UPTD PPA wajib melapor ke Polres paling lambat 3x24 jam sejak korban melapor, hari libur dihitung (UU 12/2022 Ps.41). Beri tahu klien dengan bahasa yang dimengerti.',
      en: 'Sexual violence: the unit must report to the police within 3x24 hours of the report, holidays included (Act 12/2022 Art. 41). Tell the client in words they understand.',
    },
  },
  {
    code: 'CLINICAL_WINDOW',
    kind: 'DUTY',
    when: (facts) =>
      violence(facts) &&
      sexual(facts) &&
      !facts.online &&
      facts.eventAgeHours != null &&
      facts.eventAgeHours < 120,
    words: {
      id: 'Jendela medis dihitung dari waktu kejadian: PEP 72 jam, kontrasepsi darurat 120 jam. Pengobatan tidak menunggu SPV.',
      en: 'The medical window counts from the incident: PEP 72 hours, emergency contraception 120 hours. Treatment does not wait for a police request.',
    },
  },
  {
    code: 'KEEP_EVIDENCE_NOT_IMAGES',
    kind: 'DUTY',
    when: (facts) => has(facts.contexts, 'KBGO') || has(facts.redFlags, 'GAMBAR_DARING'),
    words: {
      id: 'Amankan bukti di gawai klien. Jangan meminta, meneruskan, atau menyimpan gambar.',
      en: "Keep the evidence on the client's own device. Do not ask for, forward or store images.",
    },
  },
  {
    code: 'TRAFFICKING_INDICATED',
    kind: 'DUTY',
    when: (facts) => facts.traffickingIndicated,
    words: {
      id: 'Indikasi TPPO, perlu identifikasi lanjut. Bicara terpisah dari pengantar.',
      en: 'Indications of trafficking, further identification needed. Talk apart from the escort.',
    },
  },
  {
    code: 'TRAFFICKING_CONCLUDE',
    kind: 'ASK',
    when: (facts) => facts.traffickingIndicated && !facts.traffickingConcluded,
    words: {
      id: 'Ada tanda perekrutan dan kendali. Simpulkan sendiri: ada indikasi TPPO atau tidak.',
      en: 'Signs of recruitment and control were told. Conclude yourself whether there are indications.',
    },
  },
  {
    code: 'GUARDIAN_IS_REPORTED',
    kind: 'DUTY',
    when: (facts) => anyChild(facts) && facts.reported.some((one) => one.relation === 'ORANG_TUA'),
    words: {
      id: 'Terlapor adalah orang tua: ia tidak dapat memberi persetujuan untuk anak. Cari wali lain atau dasar lain.',
      en: 'The reported person is a parent and cannot consent for the child. Find another guardian or another basis.',
    },
  },
  {
    code: 'CHILD_DANGER',
    kind: 'ASK',
    when: (facts) => violence(facts) && anyChild(facts),
    words: {
      id: 'Anak: apakah terlapor punya akses malam ini? Siapa yang melindungi? Adakah anak lain di sana?',
      en: 'Child: does the reported person have access tonight? Who protects the child? Are other children there?',
    },
  },
  {
    code: 'UNDER_SIX',
    kind: 'ASK',
    when: (facts) =>
      violence(facts) &&
      facts.victims.some((one) => one.age !== null && one.age < 6) &&
      !has(facts.redFlags, 'USIA_DI_BAWAH_6'),
    words: {
      id: 'Ada anak di bawah 6 tahun. Tandai bila anak itu terancam.',
      en: 'There is a child under 6. Flag it if the child is threatened.',
    },
  },
  {
    code: 'AGE_UNKNOWN',
    kind: 'ASK',
    when: (facts) => violence(facts) && facts.victims.some((one) => one.age === null),
    words: {
      id: 'Usia klien belum diketahui: jalur perkara belum dapat ditetapkan.',
      en: "The client's age is unknown: the legal track cannot be set yet.",
    },
  },
  {
    code: 'ASK_FORCED_SEX',
    kind: 'ASK',
    when: (facts) =>
      violence(facts) && !sexual(facts) && (has(facts.contexts, 'KDRT') || facts.traffickingIndicated),
    words: {
      id: 'Tanyakan perlahan: pernah dipaksa secara seksual? Bila ya, tambahkan; kewajiban lapor berjalan sejak itu.',
      en: 'Ask gently: ever forced sexually? If so, add it; the duty to report runs from then.',
    },
  },
  {
    code: 'ASK_WEAPON',
    kind: 'ASK',
    when: (facts) => violence(facts) && has(facts.contexts, 'KDRT') && !has(facts.redFlags, 'SENJATA'),
    words: { id: 'Ada senjata di rumah?', en: 'Is there a weapon at home?' },
  },
  {
    code: 'ASK_SELF_HARM',
    kind: 'ASK',
    when: (facts) => violence(facts) && !has(facts.redFlags, 'BUNUH_DIRI'),
    words: { id: 'Pernah terpikir menyakiti diri?', en: 'Any thought of self-harm?' },
  },
  {
    code: 'SCREEN_NOW',
    kind: 'ASK',
    when: (facts) => !screened(facts),
    words: { id: 'Belum ditapis. Tetapkan tingkat risiko.', en: 'Not screened yet. Set the level of risk.' },
  },
  {
    code: 'RESCREEN_FAMILY',
    kind: 'ASK',
    when: (facts) => facts.mandate === 'FAMILY' && screened(facts),
    words: {
      id: 'Tapis ulang kekerasan pada sesi kedua, ditanya terpisah.',
      en: 'Screen for violence again at the second session, each person alone.',
    },
  },
];

/** The prompts that hold for a case, most urgent first. */
export function promptsFor(facts: PromptFacts): Prompt[] {
  return PROMPTS.filter((row) => row.when(facts)).map(({ code, kind, words }) => ({ code, kind, words }));
}
