import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ENDED_STATUSES,
  OPEN_STATUSES,
  REFERRAL_ACTS,
  REFERRAL_PARTIES,
  REFERRAL_STATUSES,
  availableActs,
  canBeOpened,
  decide,
  isOpen,
  owesNext,
  type HeldStatus,
  type ReferralAct,
  type ReferralParty,
  type ReferralState,
  type ReferralStatus,
} from './referral-lifecycle.js';

/**
 * The oracle: every legal move written out once more by hand from the design's table, so that a slip in the table
 * of the code is seen. `*` stands for the status the question was asked in.
 */
const LEGAL = `
  case-team edit draft draft
  case-team send draft requested
  receiver acknowledge requested received
  receiver ask requested on-hold
  receiver ask received on-hold
  receiver ask accepted on-hold
  case-team answer on-hold *
  receiver accept requested accepted
  receiver accept received accepted
  receiver reject requested rejected
  receiver reject received rejected
  receiver reject on-hold rejected
  receiver start accepted in-progress
  receiver report in-progress in-progress
  receiver complete accepted completed
  receiver complete in-progress completed
  receiver fail accepted failed
  receiver fail in-progress failed
  case-team cancel draft cancelled
  case-team cancel requested cancelled
  case-team cancel received cancelled
  case-team cancel accepted cancelled
  case-team cancel in-progress cancelled
  case-team cancel on-hold cancelled
  fan yield requested cancelled
  fan yield received cancelled
  consent cancel draft cancelled
  consent cancel requested cancelled
  consent cancel received cancelled
  consent cancel accepted cancelled
  consent cancel in-progress cancelled
  consent cancel on-hold cancelled
  case-team confirm completed completed
  case-team confirm failed failed
`
  .trim()
  .split('\n')
  .map(
    (line) => line.trim().split(' ') as [ReferralParty, ReferralAct, ReferralStatus, ReferralStatus | '*'],
  );

const ACTS = Object.keys(REFERRAL_ACTS) as ReferralAct[];

function state(status: ReferralStatus, heldFrom: HeldStatus = 'received', confirmed = false): ReferralState {
  return { status, heldFrom: status === 'on-hold' ? heldFrom : null, confirmed };
}

describe('the referral lifecycle', () => {
  for (const status of REFERRAL_STATUSES)
    for (const act of ACTS)
      for (const party of REFERRAL_PARTIES) {
        const legal = LEGAL.find(([p, a, from]) => p === party && a === act && from === status);
        const verdict = decide(state(status), act, party);
        if (legal) {
          const to = legal[3] === '*' ? 'received' : legal[3];
          it(`lets the ${party} ${act} from ${status}`, () => {
            expect(verdict).toMatchObject({ ok: true, next: { status: to } });
          });
        } else {
          const code = (REFERRAL_ACTS[act].by as readonly ReferralParty[]).includes(party)
            ? `referral.${act}.not-from-${status}`
            : `referral.${act}.not-by-${party}`;
          it(`refuses the ${party} to ${act} from ${status}: ${code}`, () => {
            expect(verdict).toEqual({ ok: false, code });
          });
        }
      }

  it.each(['requested', 'received', 'accepted'] as const)(
    'answers back to %s where the question was asked',
    (asked) => {
      const held = decide(state(asked), 'ask', 'receiver');
      expect(held).toEqual({ ok: true, next: { status: 'on-hold', heldFrom: asked, confirmed: false } });
      if (!held.ok) return;
      expect(decide(held.next, 'answer', 'case-team')).toEqual({
        ok: true,
        next: { status: asked, heldFrom: null, confirmed: false },
      });
    },
  );

  it('closes the loop once', () => {
    const first = decide(state('completed'), 'confirm', 'case-team');
    expect(first).toEqual({ ok: true, next: { status: 'completed', heldFrom: null, confirmed: true } });
    expect(decide(state('completed', 'received', true), 'confirm', 'case-team')).toEqual({
      ok: false,
      code: 'referral.confirm.already-confirmed',
    });
  });
});

const anyParty = fc.constantFrom(...REFERRAL_PARTIES);
const anyAct = fc.constantFrom(...ACTS);
const anyState = fc
  .tuple(
    fc.constantFrom(...REFERRAL_STATUSES),
    fc.constantFrom<HeldStatus>('requested', 'received', 'accepted'),
    fc.boolean(),
  )
  .map(([status, held, confirmed]) =>
    state(status, held, confirmed && (status === 'completed' || status === 'failed')),
  );

describe('any walk through the lifecycle', () => {
  it('offers exactly the acts that it would not refuse', () => {
    fc.assert(
      fc.property(anyState, anyParty, anyAct, (now, party, act) => {
        expect(availableActs(now, party).includes(act)).toBe(decide(now, act, party).ok);
      }),
    );
  });

  it('stays ended once ended', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAct, anyParty), { maxLength: 40 }), (steps) => {
        let now = state('draft');
        let ended: ReferralStatus | undefined;
        for (const [act, party] of steps) {
          const verdict = decide(now, act, party);
          if (verdict.ok) now = verdict.next;
          if (ended) expect(now.status).toBe(ended);
          if ((ENDED_STATUSES as readonly string[]).includes(now.status)) ended = now.status;
        }
      }),
    );
  });

  it('remembers where it was asked exactly while it is on hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAct, anyParty), { maxLength: 40 }), (steps) => {
        let now = state('draft');
        for (const [act, party] of steps) {
          const verdict = decide(now, act, party);
          if (verdict.ok) now = verdict.next;
          expect(now.heldFrom !== null).toBe(now.status === 'on-hold');
        }
      }),
    );
  });

  it('has exactly one party owing the next act until the loop is closed, and that party can act', () => {
    fc.assert(
      fc.property(anyState, (now) => {
        const party = owesNext(now);
        if (isOpen(now.status)) expect(party).not.toBeNull();
        if (['completed', 'failed'].includes(now.status))
          expect(party).toBe(now.confirmed ? null : 'case-team');
        // A rejected referral is over: what its sender owes is another referral, not an act on this one.
        if (party && now.status !== 'rejected') expect(availableActs(now, party)).not.toEqual([]);
      }),
    );
  });

  it('lets a receiver that was asked among several answer or pass, and know more only after it has accepted', () => {
    const bare = { ...state('requested'), bare: true };
    expect(availableActs(bare, 'receiver')).toEqual(['acknowledge', 'accept', 'reject']);
    expect(decide(bare, 'ask', 'receiver')).toEqual({
      ok: false,
      code: 'referral.ask.not-before-acceptance',
    });
  });

  it('counts every status as draft, open or ended, and only one of them', () => {
    for (const status of REFERRAL_STATUSES) {
      const kinds = [
        status === 'draft',
        isOpen(status),
        (ENDED_STATUSES as readonly string[]).includes(status),
      ];
      expect(kinds.filter(Boolean)).toHaveLength(1);
    }
    expect(OPEN_STATUSES).toHaveLength(5);
  });

  it('records the first opening only, and only of a living referral', () => {
    expect(canBeOpened(state('requested'), null)).toBe(true);
    expect(canBeOpened(state('requested'), new Date(0))).toBe(false);
    expect(canBeOpened(state('cancelled'), null)).toBe(false);
    expect(canBeOpened(state('draft'), null)).toBe(false);
  });
});
