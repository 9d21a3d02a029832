import { describe, expect, it } from '@jest/globals';
import {
  DEADLINE_MOVES,
  DEADLINE_STATUSES,
  decideMove,
  isOpen,
  type DeadlineMove,
} from './deadline-lifecycle.js';

const MOVES = Object.keys(DEADLINE_MOVES) as DeadlineMove[];

describe('a deadline', () => {
  it('moves only along the table, and each other move is refused with the state that stands in its way', () => {
    for (const move of MOVES) {
      for (const status of DEADLINE_STATUSES) {
        const verdict = decideMove(move, status);
        const inTable = (DEADLINE_MOVES[move].from as readonly string[]).includes(status);
        expect([move, status, verdict.allowed]).toEqual([move, status, inTable]);
        if (!verdict.allowed) {
          expect(verdict.code).toBe(`deadline.is${status[0]?.toUpperCase()}${status.slice(1)}`);
        }
      }
    }
  });

  it('that is met, waived or cancelled moves no more', () => {
    for (const status of DEADLINE_STATUSES.filter((one) => !isOpen(one))) {
      expect(MOVES.filter((move) => decideMove(move, status).allowed)).toEqual([]);
    }
  });

  it('that was missed can still be met, and never be paused away', () => {
    expect(decideMove('meet', 'missed')).toEqual({ allowed: true, to: 'met' });
    expect(decideMove('pause', 'missed')).toEqual({ allowed: false, code: 'deadline.isMissed' });
  });
});
