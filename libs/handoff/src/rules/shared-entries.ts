import type { FieldChange } from './packet-changes.js';

/**
 * What happened to a client's data outside the office that keeps the case. `ASKED` put a need to an office
 * without a name; `SENT`, `UPDATED`, `ANSWERED` and `NOTE` gave something; `PAPER` and `LINK` are ways on which the same goes; `OPENED` and `LINK_OPENED` say that it was read;
 * `EMERGENCY` and `OUTSIDE` are looks of people of other offices into the case itself; `EXPORTED` is its trail (who did
 * what, no names) on paper; `CLOSED` ended the receiver's view.
 */
export const SHARED_KINDS = [
  ...(['ASKED', 'SENT', 'UPDATED', 'ANSWERED', 'NOTE', 'PAPER', 'LINK', 'OPENED', 'LINK_OPENED'] as const),
  ...(['EMERGENCY', 'OUTSIDE', 'EXPORTED', 'CLOSED'] as const),
] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** An entry of the ledger that says so, and which it is. */
export const KIND_OF_ACT: Readonly<Record<string, SharedKind>> = {
  'referral.answered': 'ANSWERED',
  'note.shared': 'NOTE',
  'referral.letterPrinted': 'PAPER',
  'referral.linkIssued': 'LINK',
  'referral.opened': 'OPENED',
  'referral.linkOpened': 'LINK_OPENED',
  'emergencyAccess.opened': 'EMERGENCY',
  'emergencyAccess.revealed': 'EMERGENCY',
  'case.revealed': 'OUTSIDE',
  'audit.caseExported': 'EXPORTED',
};

export interface SharedField {
  readonly field: string;
  readonly level: string;
}

/** One line of the record. Names of fields and never their values. */
export interface SharedEntry {
  readonly at: Date;
  readonly kind: SharedKind;
  readonly referralId: string | null;
  readonly number: string | null;
  /** The office that received, or whose person looked. */
  readonly receiver: string | null;
  readonly serviceCode: string | null;
  /** Codes of DASAR_BERBAGI. */
  readonly basis: readonly string[];
  readonly fields: readonly SharedField[];
  /** Only of an update. */
  readonly changes: readonly FieldChange[];
  /** Who sent, printed, opened. */
  readonly by: string | null;
  /** Why the view closed, or why a person looked; a code. */
  readonly reason: string | null;
}

/** The view ends when the sender withdraws or a basis ends, and not with the work: what is done may still be read. */
export function closingOf(referral: {
  status: string;
  endedAt: Date | null;
  cancelledBy: string | null;
}): { at: Date; reason: string } | null {
  return referral.status === 'cancelled' && referral.endedAt
    ? { at: referral.endedAt, reason: referral.cancelledBy ?? 'SENDER' }
    : null;
}

/** Oldest first; what happened in one instant in the order of the list above. Pure. */
export function inOrder(entries: readonly SharedEntry[]): SharedEntry[] {
  return [...entries].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || SHARED_KINDS.indexOf(a.kind) - SHARED_KINDS.indexOf(b.kind),
  );
}
