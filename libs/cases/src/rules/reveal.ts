/** What names are opened for. The ledger holds the code; words stand sealed beside it. */
export const REVEAL_REASONS = ['CONTACT', 'LETTER', 'EMERGENCY', 'OTHER'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

/** How much is opened: everything that identifies, or only how the client may be reached without danger. */
export const REVEAL_PARTS = ['IDENTITY', 'SAFE_CONTACT'] as const;
export type RevealPart = (typeof REVEAL_PARTS)[number];

/** How long a page may show what was opened; a later look is an act of its own. Said with each answer. */
export const SHOWN_SECONDS = 60;

export interface Reveal {
  readonly reason: RevealReason;
  /** In words; none are needed where the code says it. */
  readonly purpose?: string;
  readonly part?: RevealPart;
}

/** `OTHER` says nothing by itself. Pure. */
export function needsWords({ reason, purpose }: Reveal): boolean {
  return reason === 'OTHER' && !purpose?.trim();
}

/** A person as far as the safe contact is enough: no name, number, address or school. Pure. */
export function contactOnly<Person extends { safeContact?: unknown }>(
  person: Person,
): Pick<Person, 'safeContact'> {
  return person.safeContact ? { safeContact: person.safeContact } : {};
}
