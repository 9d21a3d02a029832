/** A deadline's states. A missed one stays visible and keeps escalating until somebody meets or waives it. */
export const DEADLINE_STATUSES = ['running', 'paused', 'met', 'missed', 'waived', 'cancelled'] as const;
export type DeadlineStatus = (typeof DEADLINE_STATUSES)[number];

/**
 * The table of moves. `reprieve`: a holiday declared later moved the due time past now, so the miss no longer
 * holds. Nothing leaves met, waived or cancelled: a new event starts a new deadline.
 */
export const DEADLINE_MOVES = {
  miss: { from: ['running'], to: 'missed' },
  meet: { from: ['running', 'paused', 'missed'], to: 'met' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  waive: { from: ['running', 'paused', 'missed'], to: 'waived' },
  cancel: { from: ['running', 'paused', 'missed'], to: 'cancelled' },
  reprieve: { from: ['missed'], to: 'running' },
} as const satisfies Record<string, { from: readonly DeadlineStatus[]; to: DeadlineStatus }>;

export type DeadlineMove = keyof typeof DEADLINE_MOVES;

export type MoveVerdict =
  | { readonly allowed: true; readonly to: DeadlineStatus }
  | { readonly allowed: false; readonly code: string };

/** Whether a move is in the table; the refusal names the state that stands in its way: `deadline.isMet`. */
export function decideMove(move: DeadlineMove, status: DeadlineStatus): MoveVerdict {
  const { from, to } = DEADLINE_MOVES[move];
  const allowed = (from as readonly DeadlineStatus[]).includes(status);
  return allowed
    ? { allowed, to }
    : { allowed, code: `deadline.is${status.charAt(0).toUpperCase()}${status.slice(1)}` };
}

/** Open: something is still owed. */
export const OPEN_STATUSES = ['running', 'paused', 'missed'] as const satisfies readonly DeadlineStatus[];

export function isOpen(status: DeadlineStatus): boolean {
  return (OPEN_STATUSES as readonly DeadlineStatus[]).includes(status);
}
