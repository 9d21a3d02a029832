/** The zones of Indonesia by the province's code (Keppres 41/1987; the provinces that were split off since keep theirs). */
const WITA = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const WIT = ['81', '82', '91', '92', '93', '94', '95', '96'];

/** Where an installation lies: its IANA zone, as configured, and its Kemendagri code. */
export interface Place {
  readonly zone: string;
  readonly regionCode: string;
}

/** IANA zone of a region by its Kemendagri code: WIB, WITA or WIT. */
export function zoneOfRegion(regionCode: string): string {
  const province = regionCode.slice(0, 2);
  if (WITA.includes(province)) return 'Asia/Makassar';
  return WIT.includes(province) ? 'Asia/Jayapura' : 'Asia/Jakarta';
}

/** The zone in which an agency counts and its people read times: its region's; without a region of its own the city's. */
export function zoneIn(regionCode: string | null | undefined, city: Place): string {
  return !regionCode || regionCode === city.regionCode ? city.zone : zoneOfRegion(regionCode);
}
