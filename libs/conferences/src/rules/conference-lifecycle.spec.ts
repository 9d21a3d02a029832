import { describe, expect, it } from '@jest/globals';
import {
  CONFERENCE_ACTS,
  CONFERENCE_STATUSES,
  mayHear,
  whyNot,
  type ConferenceAct,
} from './conference-lifecycle.js';

describe('the course of a case conference', () => {
  it('never leaves signed or cancelled', () => {
    for (const act of Object.keys(CONFERENCE_ACTS) as ConferenceAct[])
      for (const status of ['SIGNED', 'CANCELLED'] as const)
        expect(whyNot(act, { status, minutesByPerson: null }, 'p')).toMatch(/^conference\.is/);
  });

  it('is answered and called off before it, minuted until it is signed', () => {
    const states = (act: ConferenceAct) =>
      CONFERENCE_STATUSES.filter((status) => whyNot(act, { status, minutesByPerson: null }, 'p') === null);
    expect([states('reply'), states('cancel')]).toEqual([['PLANNED'], ['PLANNED']]);
    expect([states('dissent'), states('minute'), states('sign')]).toEqual([
      ['PLANNED', 'HELD'],
      ['PLANNED', 'HELD'],
      ['HELD'],
    ]);
    expect(whyNot('minute', { status: 'HELD', minutesByPerson: 'dewi' }, 'dewi')).toBeNull();
  });

  it('is signed by another human being than the one who wrote the minutes', () => {
    expect(whyNot('sign', { status: 'HELD', minutesByPerson: 'dewi' }, 'dewi')).toBe('fourEyes.samePerson');
    expect(whyNot('sign', { status: 'HELD', minutesByPerson: 'dewi' }, 'herlina')).toBeNull();
    expect(whyNot('sign', { status: 'PLANNED', minutesByPerson: null }, 'herlina')).toBe(
      'conference.isPlanned',
    );
  });

  it('lets every state be reached', () => {
    const reached = new Set(['PLANNED', ...Object.values(CONFERENCE_ACTS).flatMap(({ to }) => to ?? [])]);
    expect([...reached].sort()).toEqual([...CONFERENCE_STATUSES].sort());
  });

  it('gives an agency an item only when a basis covers every class of it', () => {
    expect(mayHear(['OWN_REFERRAL', 'CHRONOLOGY'], ['OWN_REFERRAL'])).toBe(true);
    expect(mayHear(['OWN_REFERRAL'], ['OWN_REFERRAL', 'HEALTH_PSYCH'])).toBe(false);
  });
});
