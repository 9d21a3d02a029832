import { isOpen, type DeadlineStatus } from './deadline-lifecycle.js';
import { ruleFamily, type DeadlineRule } from './deadline-rule.js';
import { eventsRaisedBy } from './events.js';
import { holds, parseCondition, type Subject } from './rule-condition.js';

/** The context code of a family matter without violence: PUSPAGA's work, no case of UPTD PPA. */
const FAMILY_MATTER = 'KELUARGA_TANPA_KEKERASAN';

/**
 * Clocks that run for a family without violence too: a referral to a preventive service is still owed an answer,
 * and data protection covers everybody. No other clock may start there: the register's complaint and after-care
 * rules are duties of violence work, and lighting one for a family talk would make it a case. A report that was merely
 * kept is no case yet, and somebody still has to answer the person who came.
 */
const FOR_FAMILY_MATTERS = ['report.kept', 'referral.', 'consent.', 'data_subject.', 'data_breach.'];

/** The rules that an event starts: its trigger is raised by the event and every condition holds. */
export function startingRules(
  rules: readonly DeadlineRule[],
  event: string,
  subject: Subject,
): readonly DeadlineRule[] {
  const raised = eventsRaisedBy(event);
  return rules.filter(
    (rule) =>
      raised.includes(rule.triggerEvent) &&
      (!isFamilyMatter(subject) ||
        FOR_FAMILY_MATTERS.some((prefix) => rule.triggerEvent.startsWith(prefix))) &&
      holds(parseCondition(rule.appliesWhen), subject),
  );
}

/** A family matter only while nothing speaks of violence: any track or kind of violence makes it a case. */
export function isFamilyMatter(subject: Subject): boolean {
  return (
    subject.contexts.includes(FAMILY_MATTER) &&
    subject.tracks.length === 0 &&
    subject.violenceTypes.length === 0
  );
}

/** A deadline of the same family on the same thing, as far as starting another needs to know it. */
export interface Sibling {
  readonly slug: string;
  readonly triggerAt: Date;
  readonly status: DeadlineStatus;
}

/**
 * Whether a rule starts for a trigger, given its family's deadlines on the same case or referral.
 *
 * Not when it already runs or ran for this trigger: the same event may be told again. Not when the family's duty was
 * done or waived for this trigger at another level of risk: what was served once is not owed again. A clock that was
 * cancelled starts again only to take the place of a sibling that is open, because the level of risk went up, down
 * and up again; otherwise the duty had fallen away.
 */
export function mayStart(
  rule: Pick<DeadlineRule, 'slug'>,
  triggerAt: Date,
  family: readonly Sibling[],
): boolean {
  const told = family.filter((sibling) => sibling.triggerAt.getTime() === triggerAt.getTime());
  if (told.some(({ status }) => status === 'met' || status === 'waived')) return false;
  const own = told.filter(({ slug }) => slug === rule.slug);
  if (own.some(({ status }) => isOpen(status))) return false;
  return own.length === 0 || givingWay(rule, family).length > 0;
}

/** The open deadlines of the family that a rule for another level of risk takes the place of. */
export function givingWay<S extends Sibling>(
  rule: Pick<DeadlineRule, 'slug'>,
  family: readonly S[],
): readonly S[] {
  return family.filter(
    ({ slug, status }) => slug !== rule.slug && ruleFamily(slug) === ruleFamily(rule.slug) && isOpen(status),
  );
}
