import type { DeadlineRule } from './deadline-rule.js';
import { ACT_EVENTS, MILESTONES } from './events.js';
import { parseOffset } from './reminder-offset.js';
import { parseCondition, type Condition } from './rule-condition.js';

/** What a new version may change. Its name and who owes it stay: another duty is another rule. */
export type RuleDraft = Omit<DeadlineRule, 'slug' | 'version' | 'owingKinds'>;

/** A field of a draft that cannot stand: JSON pointer and code. */
export interface DraftFault {
  readonly pointer: string;
  readonly code: string;
}

const UNITS_OF = {
  RUNNING: ['MINUTE', 'HOUR'],
  CALENDAR: ['DAY'],
  WORKING: ['WORKING_DAY'],
  UNTIL: ['DAY'],
} as const;

/** Whom a ladder may name; the notices know how to find each of them. */
export const LADDER_CODES: readonly string[] = [
  ...['KEPALA_UPTD_PPA', 'KEPALA_DPPKBPPPA', 'SEKDA', 'PEJABAT_PDP', 'PETUGAS_PIKET_BERIKUT'],
  ...['ATASAN_INSTANSI_PENERIMA', 'KASAT_RESKRIM', 'KAPOLRES', 'KETUA_PN', 'KAJARI', 'KEPALA_BAPAS'],
  ...['DIREKTUR_RSUD', 'KEPALA_DINKES', 'KEPALA_DINSOS', 'PIMPINAN_LPSK'],
];

const EVENTS: readonly string[] = [...ACT_EVENTS, ...MILESTONES.map(({ event }) => event)];

/**
 * What is wrong with a draft, field by field; empty when it can be a version. `before` is the version whose place it
 * takes: a rule for one level of risk stays a rule for that level, or two of its family would run at once; a rule that
 * counts back from an end stays one, because the trigger of its open deadlines is that end.
 */
export function draftFaults(
  draft: RuleDraft,
  before: Pick<DeadlineRule, 'appliesWhen' | 'limit'>,
): DraftFault[] {
  const faults: DraftFault[] = [];
  const add = (pointer: string, code: string): void => void faults.push({ pointer, code });
  const { limit } = draft;
  if (limit) {
    if (!(UNITS_OF[limit.clock] as readonly string[]).includes(limit.unit))
      add('/unit', 'rule.unitOfAnotherClock');
    if ((limit.clock === 'CALENDAR' || limit.clock === 'WORKING') && limit.amount < 1)
      add('/amount', 'rule.atLeastOneDay');
  }
  if ((limit?.clock === 'UNTIL') !== (before.limit?.clock === 'UNTIL')) add('/clock', 'rule.endStays');
  if (!EVENTS.includes(draft.triggerEvent)) add('/triggerEvent', 'code.unknown');
  const conditions = readable(() => parseCondition(draft.appliesWhen));
  if (!conditions) add('/appliesWhen', 'rule.conditionUnreadable');
  else if (riskOf(conditions) !== riskOf(parseCondition(before.appliesWhen)))
    add('/appliesWhen', 'rule.levelStays');
  draft.reminderOffsets.forEach((text, index) => {
    const offset = readable(() => parseOffset(text));
    if (!offset) add(`/reminderOffsets/${index}`, 'rule.offsetUnreadable');
    else if ((offset.from === 'trigger') !== (limit === null))
      add(`/reminderOffsets/${index}`, limit ? 'rule.offsetFromDue' : 'rule.offsetFromTrigger');
  });
  const named = draft.escalateTo.split(/[>|]/);
  if (named.some((code) => !LADDER_CODES.includes(code))) add('/escalateTo', 'code.unknown');
  if (draft.certainty === 'L' && !draft.needsLegalCheck) add('/needsLegalCheck', 'rule.uncertainNeedsCheck');
  return faults;
}

function riskOf(conditions: readonly Condition[]): string | undefined {
  return conditions.map((condition) => (condition.field === 'risk' ? condition.is : undefined)).find(Boolean);
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
