/** Written once by the API, never changed. */
const NEVER_CHANGED = [
  'aftercare_check',
  'case_seal',
  'disclosure',
  'feedback',
  'loop_confirmation',
  'milestone',
  'person_link',
  'referral_message',
  'referral_move',
];

/**
 * Conditions whose loss changes nothing, because something else says the same: [the mutant's name begins with, what
 * holds]. Each was looked at; a new survivor is a gap until somebody wrote the test or the reason.
 */
const HELD_TWICE: [mutant: string, by: string][] = [
  [
    'policy history_of_a_case on ledger.entry, using: without (case_ref IS NOT NULL)',
    'no key has an empty name',
  ],
  ['policy taken_back_by_the_head on simpul.absence, check: without (agency_id', 'no grant to move it'],
  ['policy worker_lets_it_climb on simpul.alarm', 'using and check say the same, and no grant to resolve it'],
  ['policy worker_raises on simpul.alarm, check: true', 'no grant to raise a resolved one'],
  ['policy decided_by_another_person on simpul.case_closing, using: without (status', 'closing_goes_forward'],
  [
    `policy decided_by_another_person on simpul.case_closing, check: without (status = 'REOPENED'`,
    'a constraint',
  ],
  [
    'policy written_by_those_who_write on simpul.case_file, check: true',
    'the policy reaches no row of others',
  ],
  [
    'policy ended_by_those_who_write on simpul.case_member, check: true',
    'no grant to move it to another case',
  ],
  ['policy my_choice_is_changed on simpul.contact_choice, check: true', 'no grant to give it away'],
  ...NEVER_CHANGED.map((table): [string, string] => [
    `policy not_changed_in_an_emergency on simpul.${table},`,
    'no grant to change a row',
  ]),
  [
    'policy lifted_by_a_guard on simpul.case_conflict, using: without (person_id <>',
    'an interest of one’s own keeps the case from oneself',
  ],
];

export const heldBy = (name: string): string | undefined =>
  HELD_TWICE.find(([start]) => name.startsWith(start))?.[1];
