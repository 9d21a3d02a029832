/**
 * Names and numbers are compared through a keyed hash, so two spellings of one thing must become the same
 * text before hashing. What is folded here decides what a search finds; changing it needs a re-index.
 */
export type IndexedField = 'name' | 'nik' | 'phone';

/** The normal form of a value, or '' when nothing is left to index. */
export function normalForm(field: IndexedField, value: string): string {
  switch (field) {
    case 'name':
      return normalName(value);
    case 'nik':
      return digitsOf(value);
    case 'phone':
      return normalPhone(value);
  }
}

/** Forms of address and titles that stand before an Indonesian name; compared without dots. */
const TITLES_BEFORE = new Set(
  'bapak bpk pak ibu bu sdr sdri saudara saudari tn tuan ny nyonya nn nona an anak dr drg drh drs dra ir prof h hj haji hajjah kh ust ustadz ustadzah ns apt kompol akp iptu ipda aiptu aipda bripka brigpol brigadir briptu bripda'.split(
    ' ',
  ),
);

/** Degrees that follow a comma ("Siti Aminah, S.Pd., M.Si"); compared without dots and spaces. */
const DEGREES = new Set(
  (
    'sh se st sp si sag sakun skom sked sfarm skep skeb spsi sikom sip sap sos ssos ssi spd spdi shum shut sthi spt spi ' +
    'skh skes skm sgz strkeb strkep strsos sst sstp sus ssn ' +
    'mh mhum mm mkes mkm msi mkn mpd mpdi mpsi ma mag mt mkom mkeb mkep map mba msc mph map msos mikom mked mtr ' +
    'amd amk amkeb amdkeb amdkep amg spog spa spkj spf spfm sppd spb spoga phd llm ba bsc bac cpm ckm ctl ns apt psikolog'
  ).split(' '),
);

function normalName(value: string): string {
  const [name = '', ...afterComma] = value.normalize('NFC').toLowerCase().split(',');
  const words = [name, ...afterComma.filter((part) => !isDegrees(part))]
    .join(' ')
    .replace(/['’‘`´ʼ"]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .split(' ')
    .filter(Boolean);
  while (words.length > 1 && TITLES_BEFORE.has(words[0]!)) words.shift();
  return words.join(' ');
}

function isDegrees(part: string): boolean {
  const words = part.replaceAll('.', '').split(/\s+/u).filter(Boolean);
  return words.length === 0 || words.every((word) => DEGREES.has(word)) || DEGREES.has(words.join(''));
}

function normalPhone(value: string): string {
  let digits = digitsOf(value);
  if (digits.startsWith('00')) digits = digits.slice(2);
  if (digits.startsWith('62')) digits = digits.slice(2);
  // "+62 0812…" is a common slip: the trunk zero belongs to the national form only.
  digits = digits.replace(/^0+/u, '');
  return digits === '' ? '' : `+62${digits}`;
}

function digitsOf(value: string): string {
  return value.normalize('NFKC').replace(/\D/gu, '');
}
