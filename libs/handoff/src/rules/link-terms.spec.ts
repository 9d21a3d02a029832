import { describe, expect, it } from '@jest/globals';
import { canTakeBack, linkState, LINK_SESSION_MINUTES } from './link-terms.js';
import { maskedAddress } from './masked-address.js';

const NOW = new Date('2026-04-14T12:00:00Z');
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);
const OPEN = { tries: 0, spentAt: null, revokedAt: null, expiresAt: minutes(60) };

describe('a one-time link', () => {
  it.each([
    [{}, 'OPEN', true],
    [{ tries: 4 }, 'OPEN', true],
    [{ tries: 5 }, 'LOCKED', false],
    [{ expiresAt: NOW }, 'EXPIRED', false],
    [{ revokedAt: minutes(-1) }, 'REVOKED', false],
    [{ spentAt: minutes(-1) }, 'SPENT', true],
    [{ spentAt: minutes(-1), expiresAt: minutes(-1) }, 'SPENT', true],
    [{ spentAt: minutes(-LINK_SESSION_MINUTES) }, 'SPENT', false],
    [{ spentAt: minutes(-1), revokedAt: NOW }, 'SPENT', false],
  ])('%j is %s; taking it back changes something: %s', (change, state, takeBack) => {
    const link = { ...OPEN, ...change };
    expect([linkState(link, NOW), canTakeBack(link, NOW)]).toEqual([state, takeBack]);
  });

  it('shows of a mailbox its house and the start of its name', () => {
    expect(maskedAddress('puskesmas-timur@dinkes.example')).toBe('pu•••@dinkes.example');
    expect(maskedAddress('igd@rs.example')).toBe('i•••@rs.example');
  });
});
