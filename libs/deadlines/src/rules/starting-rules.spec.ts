import { describe, expect, it } from '@jest/globals';
import type { DeadlineStatus } from './deadline-lifecycle.js';
import { givingWay, mayStart, type Sibling } from './starting-rules.js';

const received = new Date('2026-06-08T03:15:00Z');
const later = new Date('2026-06-10T03:15:00Z');
const sibling = (level: string, status: DeadlineStatus, triggerAt = received): Sibling => ({
  slug: `complaint-service-${level}`,
  triggerAt,
  status,
});
const high = { slug: 'complaint-service-high' };

describe('whether a rule starts', () => {
  it('starts once, however often the event is told', () => {
    expect(mayStart(high, received, [])).toBe(true);
    for (const status of ['running', 'paused', 'missed', 'met', 'waived'] as const)
      expect(mayStart(high, received, [sibling('high', status)])).toBe(false);
  });

  it('starts again for a new trigger', () => {
    expect(mayStart(high, later, [sibling('high', 'met')])).toBe(true);
  });

  it('does not ask again, at another level of risk, for what was done', () => {
    expect(mayStart(high, received, [sibling('low', 'met')])).toBe(false);
    expect(mayStart(high, received, [sibling('low', 'waived')])).toBe(false);
  });

  it('takes the place of the open clock of another level, also when it comes back to a level', () => {
    const family = [sibling('low', 'running'), sibling('high', 'cancelled')];
    expect(mayStart(high, received, family)).toBe(true);
    expect(givingWay(high, family)).toEqual([sibling('low', 'running')]);
  });

  it('does not come back after the duty fell away', () => {
    expect(mayStart(high, received, [sibling('high', 'cancelled'), sibling('low', 'cancelled')])).toBe(false);
  });
});
