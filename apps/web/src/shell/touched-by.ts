/**
 * The stream that says "something for you changed" with a topic and an id, nothing else. Each topic makes the lists
 * asked anew that could show it. The browser reconnects by itself; after a gap everything is asked anew.
 */
const TOUCHES: [RegExp, string[]][] = [
  [
    /^(transfer|case\.memberJoined)/,
    ['transfers', 'worklist', 'case', 'cases', 'referral', 'inbox', 'deadlines'],
  ],
  [/^referral/, ['worklist', 'inbox', 'referral', 'case', 'deadlines', 'disclosure']],
  [
    /^(case|conference|report|screening|consent|person|note|milestone)/,
    ['worklist', 'case', 'cases', 'report', 'deadlines', 'suggested', 'disclosure'],
  ],
  [/^deadline/, ['worklist', 'deadlines', 'case', 'inbox', 'referral', 'report', 'board']],
  [/^notification/, ['notifications']],
  [/^account/, ['notifications', 'own-sessions', 'newcomers', 'recoveries', 'departures']],
  [/^(alarm|channel|invariant|worker|outbox|witness)/, ['alarms', 'notifications']],
];

export function touchedBy(topic: string): string[] {
  return TOUCHES.find(([pattern]) => pattern.test(topic))?.[1] ?? ['worklist', 'inbox', 'notifications'];
}
