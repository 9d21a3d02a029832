import type { DeadlineRule } from './deadline-rule.js';
import { eventsRaisedBy } from './events.js';
import { holds, parseCondition, type Subject } from './rule-condition.js';

/** The context code of a family matter without violence: PUSPAGA's work, no case of UPTD PPA. */
const FAMILY_MATTER = 'KELUARGA_TANPA_KEKERASAN';

/**
 * Clocks that run for a family without violence too: a referral to a preventive service is still owed an answer,
 * and data protection covers everybody. No other clock may start there: the register's complaint and after-care
 * rules are duties of violence work, and lighting one for a family talk would make it a case.
 */
const FOR_FAMILY_MATTERS = ['referral.', 'consent.', 'data_subject.', 'data_breach.'];

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
