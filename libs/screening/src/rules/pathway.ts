export const WINDOWS = ['FIRST_HOUR', 'WITHIN_24H', 'WITHIN_7D'] as const;
export type Window = (typeof WINDOWS)[number];

export interface PathwayFacts {
  mandate: string;
  tracks: readonly string[];
  contexts: readonly string[];
  violenceTypes: readonly string[];
  redFlags: readonly string[];
  /** Null before the first screening: then the cautious reading holds. */
  risk: string | null;
  online: boolean;
  /** Whole hours since the incident; null when its time is unknown. */
  eventAgeHours?: number | null;
  victims: readonly { sex: string | null; age: number | null }[];
}

export interface Words {
  id: string;
  en: string;
}

export interface Suggestion {
  window: Window;
  /** Code of JENIS_INSTANSI; null where the unit itself asks an outside body and no agency of the table takes it. */
  agencyKind: string | null;
  /** Codes of LAYANAN. */
  services: readonly string[];
  reason: Words;
  /** What must hold first; the suggestion is for later when it does not. */
  condition?: Words;
  /** Only counts may go there, never a person (Gugus Tugas TPPO). */
  figuresOnly?: boolean;
}

export interface PathRow extends Suggestion {
  /** Absent: in every case of the path. */
  when?: (facts: PathwayFacts) => boolean;
}
