import type { Work } from '#database';
import type { Clock, DeadlineRule } from './rules/deadline-rule.js';
import { workCalendar, type Holiday, type OfficeHours, type WorkCalendar } from './rules/work-calendar.js';

/** A rule with the row that holds this version of it. */
export type RegisteredRule = DeadlineRule & { readonly id: string };

const RULE_COLUMNS = `id, slug, version, trigger_event as "triggerEvent", action, owing_kinds as "owingKinds",
  amount, unit, clock, applies_when as "appliesWhen", basis, citation, certainty, reminder_offsets as "reminderOffsets",
  escalate_to as "escalateTo", notes, kind, needs_legal_check as "needsLegalCheck", wording`;

type RuleRecord = Omit<RegisteredRule, 'limit'> & {
  amount: number | null;
  unit: string | null;
  clock: string | null;
};

/** The versions in force at `at` of the rules that any of these events triggers. */
export async function rulesTriggeredBy(
  work: Work,
  events: readonly string[],
  at: Date,
): Promise<RegisteredRule[]> {
  const rows = await work.query<RuleRecord>(
    `select ${RULE_COLUMNS} from simpul.deadline_rule
      where trigger_event = any ($1) and valid_from <= $2 and (valid_to is null or valid_to > $2) order by slug`,
    [events, at],
  );
  return rows.map(toRule);
}

/** The rule versions with these ids. */
export async function rulesById(work: Work, ids: readonly string[]): Promise<Map<string, RegisteredRule>> {
  const rows = await work.query<RuleRecord>(
    `select ${RULE_COLUMNS} from simpul.deadline_rule where id = any ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, toRule(row)]));
}

/** Every version, past ones too, of the rules that count by this clock. */
export async function rulesOfClock(work: Work, clock: Clock): Promise<Map<string, RegisteredRule>> {
  const rows = await work.query<RuleRecord>(
    `select ${RULE_COLUMNS} from simpul.deadline_rule where clock = $1`,
    [clock],
  );
  return new Map(rows.map((row) => [row.id, toRule(row)]));
}

/** Every rule version in force now, in the order of the register. */
export async function rulesInForce(work: Work): Promise<RegisteredRule[]> {
  const rows = await work.query<RuleRecord>(
    `select ${RULE_COLUMNS} from simpul.deadline_rule
      where valid_from <= simpul.now() and (valid_to is null or valid_to > simpul.now()) order by slug`,
  );
  return rows.map(toRule);
}

/** Holidays and office hours as working-day arithmetic needs them, in the city's zone. */
export async function calendarOf(work: Work, zone: string): Promise<WorkCalendar> {
  const holidays = await work.query<Holiday>('select date::text, kind, name from simpul.holiday');
  const hours = await work.query<OfficeHours>(
    `select season, weekday, opens_at as "opensAt", closes_at as "closesAt", valid_from::text as "validFrom",
            valid_to::text as "validTo" from simpul.office_hours`,
  );
  return workCalendar({ holidays, hours, zone });
}

function toRule({ amount, unit, clock, ...row }: RuleRecord): RegisteredRule {
  const limit = amount === null ? null : { amount, unit, clock };
  return { ...row, limit } as RegisteredRule;
}
