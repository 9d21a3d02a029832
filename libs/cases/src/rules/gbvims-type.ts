export type GbvimsType =
  | 'RAPE'
  | 'SEXUAL_ASSAULT'
  | 'PHYSICAL_ASSAULT'
  | 'FORCED_MARRIAGE'
  | 'DENIAL_OF_RESOURCES'
  | 'PSYCHOLOGICAL_ABUSE';

export interface GbvimsFacts {
  violenceTypes: readonly string[];
  contexts: readonly string[];
  online: boolean;
  /** Red flags of the screening, for example KONTAK_SEKSUAL. */
  redFlags?: readonly string[];
  /** A medical finding or a later account says rape; never derived from Simfoni's one word SEKSUAL. */
  rapeFound?: boolean;
}

export interface GbvimsVerdict {
  type: GbvimsType | null;
  /** A later finding may move the incident to an earlier type in the order. */
  provisional: boolean;
}

const CONTACT_FLAGS = ['KONTAK_SEKSUAL', 'PAKSAAN_SEKSUAL'];

/** Whether there was bodily sexual contact, as far as is known: not when everything happened on a screen. */
export function sexualContactPossible({
  violenceTypes,
  contexts,
  online,
  redFlags = [],
}: GbvimsFacts): boolean {
  if (redFlags.some((flag) => CONTACT_FLAGS.includes(flag))) return true;
  return violenceTypes.includes('SEKSUAL') && !(online || contexts.includes('KBGO'));
}

/**
 * One incident, one type: the first that matches in GBVIMS's own order. Simfoni's SEKSUAL splits in two there, so
 * without a finding it is SEXUAL_ASSAULT, provisionally. Sexual violence by screen alone is psychological abuse in
 * GBVIMS while it stays a sexual crime in UU 12/2022. Domestic violence and exploitation are contexts, not types.
 */
export function gbvimsType(facts: GbvimsFacts): GbvimsVerdict {
  const has = (type: string): boolean => facts.violenceTypes.includes(type);
  if (has('SEKSUAL') && facts.rapeFound) return { type: 'RAPE', provisional: false };
  if (has('SEKSUAL') && sexualContactPossible(facts)) return { type: 'SEXUAL_ASSAULT', provisional: true };
  if (has('FISIK')) return { type: 'PHYSICAL_ASSAULT', provisional: false };
  if (facts.contexts.includes('PERKAWINAN_ANAK')) return { type: 'FORCED_MARRIAGE', provisional: true };
  if (has('EKSPLOITASI') || has('TRAFFICKING')) return { type: 'DENIAL_OF_RESOURCES', provisional: true };
  if (has('PENELANTARAN')) return { type: 'DENIAL_OF_RESOURCES', provisional: false };
  if (has('PSIKIS') || has('SEKSUAL')) return { type: 'PSYCHOLOGICAL_ABUSE', provisional: false };
  return { type: null, provisional: false };
}
