import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#access';
import { needsNote, OUTCOMES, outcomesFor, sideOf } from './who-reviews.js';

describe('who reviews whom', () => {
  it('a supervisor reviews the people of the office, and nothing above or beside', () => {
    const office = ROLES.filter((role) => sideOf(role, true) === 'office');
    expect(office.sort()).toEqual(['agency_officer', 'case_worker', 'intake_counselor', 'psychologist']);
  });

  it('where an office has no supervisor, those who watch over the offices do', () => {
    for (const role of ROLES) expect(sideOf(role, false)).toBe('integrity');
  });

  it('asks once and ends once; a question and a concern need words', () => {
    expect(outcomesFor('open')).toEqual(OUTCOMES);
    expect(outcomesFor('asked')).toEqual(['IN_ORDER', 'CONCERN']);
    expect(outcomesFor('done')).toEqual([]);
    expect(OUTCOMES.filter(needsNote)).toEqual(['ASK', 'CONCERN']);
  });
});
