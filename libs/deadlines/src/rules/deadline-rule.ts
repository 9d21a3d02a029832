/** Units a limit is written in. Years and months of the law are written as 365, 30, 90 and 180 days. */
export const UNITS = ['MINUTE', 'HOUR', 'DAY', 'WORKING_DAY'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * RUNNING never stops, CALENDAR counts dates, WORKING counts days the office is open. UNTIL counts back from an end that
 * the event itself names (a consent's last day): its trigger is that end, and nothing moves it.
 */
export const CLOCKS = ['RUNNING', 'CALENDAR', 'WORKING', 'UNTIL'] as const;
export type Clock = (typeof CLOCKS)[number];

/** Where a rule comes from. Only LAW may be shown as law, and only when it needs no legal check. */
export const BASES = ['LAW', 'LOCAL', 'AGREEMENT', 'PROPOSAL'] as const;
export type Basis = (typeof BASES)[number];

export const CERTAINTIES = ['H', 'M', 'L'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/**
 * What passing the due time means. A DUTY was not done; a PERMITTED_ACT ("dapat") was not used; a MAX_DURATION
 * or RIGHT_WINDOW has run out; a CLINICAL_WINDOW has closed; a SERVICE_STANDARD was not kept.
 */
export const RULE_KINDS = [
  'DUTY',
  'PERMITTED_ACT',
  'MAX_DURATION',
  'RIGHT_WINDOW',
  'CLINICAL_WINDOW',
  'SERVICE_STANDARD',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** How long a rule gives. Null: the law names no number ("sesegera mungkin") and none may be invented. */
export interface Limit {
  readonly amount: number;
  readonly unit: Unit;
  readonly clock: Clock;
}

/** One version of one rule of the register. `slug` is stable over versions. */
export interface DeadlineRule {
  readonly slug: string;
  readonly version: number;
  readonly triggerEvent: string;
  readonly action: string;
  /** Codes of JENIS_INSTANSI, or INSTANSI_PENERIMA, PENANGGUNG_JAWAB_KASUS, PENGENDALI_DATA_KOTA, PENINJAU. */
  readonly owingKinds: readonly string[];
  readonly limit: Limit | null;
  readonly appliesWhen: string;
  readonly basis: Basis;
  readonly citation: string;
  readonly certainty: Certainty;
  readonly reminderOffsets: readonly string[];
  readonly escalateTo: string;
  readonly notes: string;
  readonly kind: RuleKind;
  readonly needsLegalCheck: boolean;
  /** The limit in the words of its source. */
  readonly wording: string;
  /** The office that answers for the rule, a code of JENIS_INSTANSI. */
  readonly owner: string;
}

const RISK_TIER = /-(high|medium|low)$/;

/**
 * Rules that differ only in the risk level they are for are one family: when the level changes, one takes the
 * other's place. Every other rule is a family of its own.
 */
export function ruleFamily(slug: string): string {
  return slug.replace(RISK_TIER, '');
}

/** A clock that only the law's own events may stop: nobody at a desk pauses it. */
export function isPausable(rule: Pick<DeadlineRule, 'basis' | 'kind'>): boolean {
  return rule.basis !== 'LAW' && (rule.kind === 'DUTY' || rule.kind === 'SERVICE_STANDARD');
}
