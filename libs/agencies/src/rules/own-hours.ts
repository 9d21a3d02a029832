import type { Hours } from './who-is-on-duty.js';

/**
 * Whether the agency answers through whoever has a shift now, and not through everybody who works there: outside the hours
 * of its office, and at any hour where its desk never closes and works in shifts (the others are at home, by day as well).
 */
export function answersByShift(hours: Hours, officeOpen: boolean, shiftRuns: boolean): boolean {
  return !officeOpen || (hours === '24/7' && shiftRuns);
}

/**
 * Whether whoever has no shift now may be left in peace. Where an agency promises to be there at night (an open desk, a
 * telephone on call) and its roster names nobody, any of its people may be the one: nobody's messages wait.
 */
export function mayRest(hours: Hours, officeOpen: boolean, somebodyNamed: boolean): boolean {
  return !officeOpen && (hours === 'OFFICE' || somebodyNamed);
}
