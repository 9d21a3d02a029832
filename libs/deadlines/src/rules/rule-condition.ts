/** What is known of a case when an event happens. Codes of JENIS_KASUS, KONTEKS_KASUS, JENIS_KEKERASAN, TINGKAT_RISIKO. */
export interface Subject {
  readonly tracks: readonly string[];
  readonly contexts: readonly string[];
  readonly violenceTypes: readonly string[];
  /** Null or absent while nobody has screened yet. */
  readonly risk?: string | null;
  /** Hours from the event to now; absent when the time of the event is unknown. */
  readonly eventAgeHours?: number | null;
}

/** One test of a rule's `applies_when`. */
export type Condition =
  | { readonly field: 'track' | 'context' | 'violence'; readonly has: string }
  | { readonly field: 'risk'; readonly is: string }
  | { readonly field: 'event_age_hours'; readonly below: number };

/**
 * Reads `applies_when`: `ALWAYS`, or tests joined by ` AND `. There is no OR: another row is written instead.
 * Throws on anything else, so that a misspelt rule stops the seed and never silently fails to apply.
 */
export function parseCondition(text: string): readonly Condition[] {
  const trimmed = text.trim();
  if (trimmed === 'ALWAYS') return [];
  return trimmed.split(' AND ').map(parseOne);
}

/** Whether every test holds. What is unknown does not hold: an unscreened case has no risk level yet. */
export function holds(conditions: readonly Condition[], subject: Subject): boolean {
  return conditions.every((condition) => holdsOne(condition, subject));
}

const HAS = /^(track|context|violence) HAS ([A-Z_]+)$/;
const RISK = /^risk = ([A-Z_]+)$/;
const AGE = /^event_age_hours < (\d+)$/;

function parseOne(text: string): Condition {
  const has = HAS.exec(text);
  if (has?.[1] && has[2]) return { field: has[1] as 'track' | 'context' | 'violence', has: has[2] };
  const risk = RISK.exec(text);
  if (risk?.[1]) return { field: 'risk', is: risk[1] };
  const age = AGE.exec(text);
  if (age?.[1]) return { field: 'event_age_hours', below: Number(age[1]) };
  throw new Error(`applies_when cannot be read: "${text}"`);
}

function holdsOne(condition: Condition, subject: Subject): boolean {
  switch (condition.field) {
    case 'track':
      return subject.tracks.includes(condition.has);
    case 'context':
      return subject.contexts.includes(condition.has);
    case 'violence':
      return subject.violenceTypes.includes(condition.has);
    case 'risk':
      return subject.risk === condition.is;
    case 'event_age_hours':
      return subject.eventAgeHours != null && subject.eventAgeHours < condition.below;
  }
}
