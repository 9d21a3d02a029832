import { projectRoot } from '#config';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readHolidays, readOfficeHours, readRegister } from '../register.js';
import { dueTime } from './due-time.js';
import { eventsRaisedBy } from './events.js';
import type { Subject } from './rule-condition.js';
import { startingRules } from './starting-rules.js';
import { workCalendar } from './work-calendar.js';

interface Duty {
  rule: string;
  trigger: string;
  due: string;
  basis: string;
}
interface Vignette {
  id: string;
  tracks: string[];
  contexts: string[];
  violence_types: string[];
  risk: string;
  duties: Duty[];
}

const text = readFileSync(join(projectRoot(), 'test', 'vignettes', 'vignettes-shared.md'), 'utf8');
const vignettes = [...text.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
  ([, json]) => JSON.parse(json ?? '') as Vignette,
);
const register = readRegister();
const calendar = workCalendar({ holidays: readHolidays(), hours: readOfficeHours() });

const subjectOf = (vignette: Vignette): Subject => ({
  tracks: vignette.tracks,
  contexts: vignette.contexts,
  violenceTypes: vignette.violence_types,
  risk: vignette.risk,
  eventAgeHours: 5,
});

describe.each(vignettes.filter(({ duties }) => duties.length > 0))('$id', (vignette) => {
  const subject = subjectOf(vignette);

  it.each(vignette.duties)('$rule from $trigger is due $due', (duty) => {
    const rule = register.find(({ slug }) => slug === duty.rule);
    if (!rule) throw new Error('no such rule');
    const trigger = new Date(duty.trigger);
    expect(rule.basis).toBe(duty.basis);
    expect(startingRules(register, rule.triggerEvent, subject)).toContain(rule);
    expect(dueTime(rule.limit, trigger, calendar).dueAt).toEqual(new Date(duty.due));
  });

  it('starts no clock of law, of violence work or of another risk level beside them', () => {
    const heard = new Set(
      vignette.duties.flatMap((duty) =>
        eventsRaisedBy(register.find(({ slug }) => slug === duty.rule)?.triggerEvent ?? ''),
      ),
    );
    const started = [...heard].flatMap((event) => startingRules(register, event, subject));
    const unexpected = started
      .map(({ slug }) => slug)
      .filter((slug) => !vignette.duties.some((duty) => duty.rule === slug))
      // The story's duty list leaves monitoring out: it starts later there.
      .filter((slug) => !slug.startsWith('monitoring-note-'));
    expect(unexpected).toEqual([]);
  });
});

describe('V06, a family without violence', () => {
  const family = vignettes.find(({ id }) => id === 'V06');

  it('lights no clock, whatever the events of violence work', () => {
    if (!family) throw new Error('V06 is missing');
    const events = new Set(register.map(({ triggerEvent }) => triggerEvent));
    const started = [...events].flatMap((event) => startingRules(register, event, subjectOf(family)));
    expect(started.filter(({ basis }) => basis === 'LAW').every(({ slug }) => slug.startsWith('pdp-'))).toBe(
      true,
    );
    expect(
      started.every(({ triggerEvent }) =>
        /^(report\.kept$|(referral|consent|data_subject|data_breach)\.)/.test(triggerEvent),
      ),
    ).toBe(true);
  });

  it('still owes a decision while its report is only kept', () => {
    expect(startingRules(register, 'report.kept', subjectOf(family!)).map(({ slug }) => slug)).toEqual([
      'report-decision',
    ]);
  });

  it('still owes the answer to a referral to a preventive service', () => {
    if (!family) throw new Error('V06 is missing');
    expect(startingRules(register, 'referral.sent', subjectOf(family)).map(({ slug }) => slug)).toEqual([
      'referral-ack-low',
    ]);
  });
});
