import type { PathwayFacts } from './pathway.js';

export type Condition = (facts: PathwayFacts) => boolean;

const CONTACT_FLAGS = ['KONTAK_SEKSUAL', 'PAKSAAN_SEKSUAL'];
// Clinical outer limit of emergency contraception (deadline rule clinical-contraception-window).
const CLINICAL_WINDOW_HOURS = 120;

export const violence =
  (...types: string[]): Condition =>
  (facts) =>
    types.some((type) => facts.violenceTypes.includes(type));

export const context =
  (code: string): Condition =>
  (facts) =>
    facts.contexts.includes(code);

export const track =
  (code: string): Condition =>
  (facts) =>
    facts.tracks.includes(code);

export const flag =
  (code: string): Condition =>
  (facts) =>
    facts.redFlags.includes(code);

/** Not screened yet counts as high. */
export const highRisk: Condition = (facts) => facts.risk === 'TINGGI' || facts.risk === null;
export const notLowRisk: Condition = (facts) => facts.risk !== 'RENDAH';

export const not =
  (condition: Condition): Condition =>
  (facts) =>
    !condition(facts);

export const all =
  (...conditions: Condition[]): Condition =>
  (facts) =>
    conditions.every((condition) => condition(facts));

export const any =
  (...conditions: Condition[]): Condition =>
  (facts) =>
    conditions.some((condition) => condition(facts));

const aged = (from: number, to: number, sex?: string): Condition => {
  return (facts) =>
    facts.victims.some(
      (one) => one.age !== null && one.age >= from && one.age <= to && (sex === undefined || one.sex === sex),
    );
};
export const anyAdult = aged(18, Number.POSITIVE_INFINITY);
export const adultWoman = aged(18, Number.POSITIVE_INFINITY, 'P');
export const anyChild = aged(0, 17);
/** School begins at 7; six-year-olds may already be there. */
export const pupil = aged(6, 17);

/** Sexual violence with bodily contact, as far as is known: not when everything happened on a screen. */
export const bodilySexual: Condition = (facts) =>
  facts.violenceTypes.includes('SEKSUAL') &&
  (facts.redFlags.some((one) => CONTACT_FLAGS.includes(one)) ||
    !(facts.online || facts.contexts.includes('KBGO')));

/** An unknown time counts as recent. */
export const withinClinicalWindow: Condition = (facts) => (facts.eventAgeHours ?? 0) < CLINICAL_WINDOW_HOURS;
