import type { Work } from '#database';
import type { Clock, DeadlineRule } from './rules/deadline-rule.js';

/** A rule with the row that holds this version of it. */
export type RegisteredRule = DeadlineRule & { readonly id: string };

const RULE_COLUMNS = `id, slug, version, trigger_event as "triggerEvent", action, owing_kinds as "owingKinds",
  amount, unit, clock, applies_when as "appliesWhen", basis, citation, certainty, reminder_offsets as "reminderOffsets",
  escalate_to as "escalateTo", notes, kind, needs_legal_check as "needsLegalCheck", wording, owner`;

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

/** Where a version stands in time. */
export type VersionState = 'COMING' | 'IN_FORCE' | 'ENDED';

/** A version with the time for which it holds; `validFrom` null: as far back as anybody reports. */
export type DatedRule = RegisteredRule & {
  readonly state: VersionState;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
};

const DATED = `${RULE_COLUMNS}, nullif(valid_from, '-infinity') as "validFrom", valid_to as "validTo",
  case when valid_from > simpul.now() then 'COMING' when valid_to <= simpul.now() then 'ENDED' else 'IN_FORCE' end as state`;

/** Each rule in the version that is in force, else the next one, else the last one there was (it is retired). */
export async function ruleRegister(work: Work): Promise<DatedRule[]> {
  const rows = await work.query<RuleRecord & DatedRule>(
    `select distinct on (slug) ${DATED} from simpul.deadline_rule
      order by slug, valid_from > simpul.now(), coalesce(valid_to <= simpul.now(), false), version desc`,
  );
  return rows.map(toRule);
}

/** Every version of a rule, the newest first. */
export async function versionsOf(work: Work, slug: string): Promise<DatedRule[]> {
  const rows = await work.query<RuleRecord & DatedRule>(
    `select ${DATED} from simpul.deadline_rule where slug = $1 order by version desc`,
    [slug],
  );
  return rows.map(toRule);
}

function toRule<R extends RuleRecord>({
  amount,
  unit,
  clock,
  ...row
}: R): Omit<R, 'amount' | 'unit' | 'clock'> & RegisteredRule {
  const limit = amount === null ? null : { amount, unit, clock };
  return { ...row, limit } as Omit<R, 'amount' | 'unit' | 'clock'> & RegisteredRule;
}
