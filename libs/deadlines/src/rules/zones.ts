/** The zones of Indonesia by the province's code (Keppres 41/1987; the provinces that were split off since keep theirs). */
const WITA = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const WIT = ['81', '82', '91', '92', '93', '94', '95', '96'];

/** IANA zone of a region by its Kemendagri code: WIB, WITA or WIT. */
export function zoneOfRegion(regionCode: string): string {
  const province = regionCode.slice(0, 2);
  if (WITA.includes(province)) return 'Asia/Makassar';
  return WIT.includes(province) ? 'Asia/Jayapura' : 'Asia/Jakarta';
}
