import { tellsAPlace } from './tells-a-place.js';

export interface EntryFault {
  readonly pointer: string;
  readonly code: string;
}

/** What an agency's keeper writes. Texts are null where nothing is said. */
export interface AgencyEntry {
  readonly name: string;
  readonly unit: string | null;
  readonly description: string | null;
  readonly takesTracks: readonly string[];
  readonly needsToAccept: readonly string[];
  readonly feedbackDocument: string | null;
  readonly hours: string;
  readonly hoursNote: string | null;
  readonly address: string | null;
  readonly costSource: string | null;
}

export interface ContactEntry {
  readonly email: string | null;
  readonly dutyPhone: string | null;
  readonly dutyPhoneFallback: string | null;
}

export interface ServiceEntry {
  readonly serviceCode: string;
  readonly nameId: string;
  readonly nameEn: string;
  readonly description: string | null;
  readonly forTracks: readonly string[];
  readonly forSex: readonly string[];
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly riskLevels: readonly string[];
  readonly requires: readonly string[];
  readonly costSource: string | null;
  readonly hours: string;
  readonly emergency: boolean;
  readonly accessibility: readonly string[];
}

/** Faults by field. A secret place has no address, and none in the words around it. */
export function agencyFaults(entry: AgencyEntry, { secret }: { secret: boolean }): EntryFault[] {
  if (!secret) return [];
  const address: EntryFault[] =
    entry.address === null ? [] : [{ pointer: '/address', code: 'directory.secretHasNoAddress' }];
  return [...address, ...placesToldIn({ ...entry, address: null })];
}

export function serviceFaults(entry: ServiceEntry, { secret }: { secret: boolean }): EntryFault[] {
  const ages: EntryFault[] =
    entry.ageMin !== null && entry.ageMax !== null && entry.ageMin > entry.ageMax
      ? [{ pointer: '/ageMax', code: 'directory.agesOutOfOrder' }]
      : [];
  return [...ages, ...(secret ? placesToldIn(entry) : [])];
}

/** The second number is for when the first does not answer: the same one helps nobody at night. */
export function contactFaults(entry: ContactEntry): EntryFault[] {
  if (entry.dutyPhoneFallback === null) return [];
  if (entry.dutyPhone === null) return [{ pointer: '/dutyPhone', code: 'directory.fallbackAlone' }];
  return digits(entry.dutyPhone) === digits(entry.dutyPhoneFallback)
    ? [{ pointer: '/dutyPhoneFallback', code: 'directory.sameNumberTwice' }]
    : [];
}

export function capacityFaults({ total, free }: { total: number; free: number }): EntryFault[] {
  return free > total ? [{ pointer: '/free', code: 'directory.moreFreeThanPlaces' }] : [];
}

/** Names of the fields that differ, for the history and the ledger. */
export function changedFields<T extends object>(before: T, after: T): (keyof T & string)[] {
  return (Object.keys(after) as (keyof T & string)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

function placesToldIn(entry: object): EntryFault[] {
  return Object.entries(entry).flatMap(([field, value]) => {
    const texts = Array.isArray(value) ? value : [value];
    return texts.flatMap((text, index) =>
      typeof text === 'string' && tellsAPlace(text)
        ? [
            {
              pointer: Array.isArray(value) ? `/${field}/${index}` : `/${field}`,
              code: 'directory.tellsAPlace',
            },
          ]
        : [],
    );
  });
}

const digits = (phone: string): string => phone.replace(/\D/g, '');
