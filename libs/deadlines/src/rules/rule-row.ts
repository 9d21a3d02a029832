import {
  BASES,
  CERTAINTIES,
  CLOCKS,
  RULE_KINDS,
  UNITS,
  type DeadlineRule,
  type Limit,
} from './deadline-rule.js';
import { parseOffset } from './reminder-offset.js';
import { parseCondition } from './rule-condition.js';

/** A row of `deadline-rules.csv`, every cell a text. */
export type RuleRow = Readonly<Record<string, string>>;

/**
 * Reads one row of the register as version 1. Throws, naming the rule, when a cell has no meaning here: a rule
 * that is misread is worse than a seed that stops.
 */
export function readRule(row: RuleRow): DeadlineRule {
  const slug = cell(row, 'id');
  try {
    const rule: DeadlineRule = {
      slug,
      version: 1,
      triggerEvent: cell(row, 'trigger_event'),
      action: cell(row, 'action'),
      owingKinds: cell(row, 'owing_agency_kind').split('|'),
      limit: readLimit(row),
      appliesWhen: cell(row, 'applies_when'),
      basis: oneOf(BASES, cell(row, 'basis')),
      citation: cell(row, 'citation'),
      certainty: oneOf(CERTAINTIES, cell(row, 'certainty')),
      reminderOffsets: cell(row, 'reminder_offsets').split('|'),
      escalateTo: cell(row, 'escalate_to'),
      notes: row.notes ?? '',
      kind: oneOf(RULE_KINDS, cell(row, 'rule_kind')),
      needsLegalCheck: cell(row, 'needs_legal_check') === 'YES',
      wording: cell(row, 'wording'),
      // Law and standards are the legal office's until a version says otherwise.
      owner: 'BAGIAN_HUKUM',
    };
    parseCondition(rule.appliesWhen);
    rule.reminderOffsets.forEach(parseOffset);
    return rule;
  } catch (error) {
    throw new Error(`deadline rule "${slug}": ${(error as Error).message}`, { cause: error });
  }
}

function readLimit(row: RuleRow): Limit | null {
  if (!row.amount && !row.unit && !row.clock) return null;
  const amount = Number(cell(row, 'amount'));
  if (!Number.isInteger(amount) || amount < 0) throw new Error(`amount "${row.amount}"`);
  return { amount, unit: oneOf(UNITS, cell(row, 'unit')), clock: oneOf(CLOCKS, cell(row, 'clock')) };
}

function cell(row: RuleRow, column: string): string {
  const text = row[column];
  if (!text) throw new Error(`column ${column} is empty`);
  return text;
}

function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (!found) throw new Error(`"${text}" is none of ${allowed.join(', ')}`);
  return found;
}
