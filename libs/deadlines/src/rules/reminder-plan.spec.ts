import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHolidays, readOfficeHours, readRegister } from '../register.js';
import { dueTime } from './due-time.js';
import { nextCallAfter, planSteps, type PlannedStep } from './reminder-plan.js';
import { workCalendar } from './work-calendar.js';

const calendar = workCalendar({ holidays: readHolidays(), hours: readOfficeHours() });
const register = readRegister();
const wib = (text: string): Date => new Date(`${text}+07:00`);

const plan = (slug: string, trigger: string, armed = trigger): readonly PlannedStep[] => {
  const rule = register.find((one) => one.slug === slug);
  if (!rule) throw new Error(slug);
  const triggerAt = wib(trigger);
  const { dueAt } = dueTime(rule.limit, triggerAt, calendar);
  return planSteps(rule, { triggerAt, dueAt, armedAt: wib(armed) }, calendar);
};
const drawn = (steps: readonly PlannedStep[]): string[] =>
  steps
    .filter(({ superseded }) => !superseded)
    .map(({ rung, fireAt, marksMissed }) => {
      const at = new Date(fireAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
      return `${at} ${rung}${marksMissed ? '!' : ''}`;
    });

describe('the steps of a deadline', () => {
  it('of the police report run day and night over Eid', () => {
    expect(drawn(plan('uptd-police-report-tpks', '2026-03-20T23:10'))).toEqual([
      '2026-03-21T23:10 reminder',
      '2026-03-22T23:10 reminder',
      '2026-03-23T17:10 reminder',
      '2026-03-23T22:10 reminder',
      '2026-03-23T23:10 due!',
      '2026-03-24T00:10 overdue',
      '2026-03-24T01:10 supervisor',
      '2026-03-24T07:10 headOfLeadOffice',
    ]);
  });

  it('of a two-hour promise climb by quarters of an hour, through the head of the agency that owes', () => {
    const steps = plan('referral-ack-high', '2026-03-20T23:30');
    expect(drawn(steps)).toEqual([
      '2026-03-21T00:30 reminder',
      '2026-03-21T01:15 reminder',
      '2026-03-21T01:30 due!',
      '2026-03-21T01:45 overdue',
      '2026-03-21T02:00 headOfOwingAgency',
      '2026-03-21T02:30 supervisor',
      '2026-03-21T03:30 headOfLeadOffice',
    ]);
    expect(steps.find(({ rung }) => rung === 'headOfOwingAgency')?.tells).toEqual([
      'ATASAN_INSTANSI_PENERIMA',
    ]);
  });

  it('of an appointment ring the day before it and on its morning, though they count from it', () => {
    expect(drawn(plan('appointment-result', '2026-04-16T09:00', '2026-04-14T19:30')).slice(0, 3)).toEqual([
      '2026-04-15T07:30 reminder',
      '2026-04-16T07:30 reminder',
      '2026-04-17T16:30 due!',
    ]);
  });

  it('of "at once" are due at the trigger and missed at the first of the rule’s own times after it', () => {
    const steps = plan('complaint-service-high', '2026-03-20T23:10');
    expect(drawn(steps)).toEqual([
      '2026-03-20T23:10 due',
      '2026-03-20T23:25 overdue!',
      '2026-03-20T23:40 supervisor',
      '2026-03-21T01:10 headOfLeadOffice',
    ]);
    expect(steps.find(({ rung }) => rung === 'overdue')?.tells).toContain('PETUGAS_PIKET_BERIKUT');
  });

  it('of a working-day rule ring when the office opens', () => {
    expect(drawn(plan('complaint-followup', '2026-12-23T16:10')).slice(0, 3)).toEqual([
      '2026-12-29T07:30 reminder',
      '2026-12-30T16:00 due!',
      '2026-12-31T07:30 overdue',
    ]);
  });

  it('of a calendar rule ring in the morning, on holidays too', () => {
    expect(drawn(plan('tppo-rehabilitation', '2026-05-13T15:30')).slice(0, 5)).toEqual([
      '2026-05-15T08:00 reminder',
      '2026-05-17T08:00 reminder',
      '2026-05-19T08:00 reminder',
      '2026-05-20T23:59 due!',
      '2026-05-21T08:00 overdue',
    ]);
  });

  it('blame nobody when a period has run out: only the supervisor hears of it', () => {
    expect(drawn(plan('police-protection-max-kdrt', '2026-04-14T21:30'))).toEqual([
      '2026-04-18T08:00 reminder',
      '2026-04-20T08:00 reminder',
      '2026-04-21T23:59 due!',
      '2026-04-24T08:00 supervisor',
    ]);
  });

  it('without a number in the law count from the trigger and never mark a miss', () => {
    const steps = plan('health-inform-police-kta', '2026-05-13T14:20');
    expect(drawn(steps)).toEqual([
      '2026-05-13T16:20 reminder',
      '2026-05-14T02:20 reminder',
      '2026-05-14T14:20 headOfOwingAgency',
      '2026-05-14T18:20 supervisor',
      '2026-05-14T22:20 headOfLeadOffice',
    ]);
  });

  it('armed late fire one late reminder, not a flood', () => {
    expect(drawn(plan('uptd-police-report-tpks', '2026-03-20T23:10', '2026-03-22T23:30'))).toEqual([
      '2026-03-22T23:10 reminder',
      '2026-03-23T17:10 reminder',
      '2026-03-23T22:10 reminder',
      '2026-03-23T23:10 due!',
      '2026-03-24T00:10 overdue',
      '2026-03-24T01:10 supervisor',
      '2026-03-24T07:10 headOfLeadOffice',
    ]);
  });

  it('armed after the due time tell the one who owes first, and climb from then', () => {
    expect(drawn(plan('referral-ack-high', '2026-03-20T10:00', '2026-03-21T09:00'))).toEqual([
      '2026-03-20T12:00 due!',
      '2026-03-21T09:15 overdue',
      '2026-03-21T09:30 headOfOwingAgency',
      '2026-03-21T10:00 supervisor',
      '2026-03-21T11:00 headOfLeadOffice',
    ]);
  });

  it('planned anew after a pause never tell again what is past', () => {
    const rule = register.find(({ slug }) => slug === 'complaint-service-low');
    if (!rule) throw new Error('no such rule');
    const steps = planSteps(
      rule,
      {
        triggerAt: wib('2026-06-08T10:15'),
        dueAt: wib('2026-06-10T10:15'),
        armedAt: wib('2026-06-10T03:00'),
        rearmed: true,
      },
      calendar,
    );
    expect(drawn(steps).slice(0, 2)).toEqual(['2026-06-10T08:15 reminder', '2026-06-10T10:15 due!']);
  });

  it('of every rule come in order, none before the trigger, one at the due time, at most one that marks the miss', () => {
    const moments = fc.integer({
      min: wib('2026-01-02T00:00').getTime(),
      max: wib('2026-11-30T00:00').getTime(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...register), moments, fc.nat(10_000), (rule, at, lateMinutes) => {
        const triggerAt = new Date(at);
        const armedAt = new Date(at + lateMinutes * 60_000);
        const { dueAt } = dueTime(rule.limit, triggerAt, calendar);
        const steps = planSteps(rule, { triggerAt, dueAt, armedAt }, calendar);
        const times = steps.map(({ fireAt }) => fireAt.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.every((time) => time >= at)).toBe(true);
        expect(steps.filter(({ marksMissed }) => marksMissed)).toHaveLength(dueAt ? 1 : 0);
        const dueSteps = steps.filter(({ rung }) => rung === 'due');
        expect(dueSteps.map(({ fireAt }) => fireAt)).toEqual(dueAt ? [dueAt] : []);
        for (const step of steps) {
          expect(step.tells.length).toBeGreaterThan(0);
          if (dueAt && step.rung === 'reminder') expect(step.fireAt < dueAt).toBe(true);
          if (dueAt && step.marksMissed) expect(step.fireAt >= dueAt).toBe(true);
          if (step.superseded) expect([step.rung, step.fireAt <= armedAt]).toEqual(['reminder', true]);
        }
      }),
    );
  });

  it('call again in the morning after the top rung, weekly once somebody has answered', () => {
    expect(nextCallAfter(wib('2026-03-24T07:10'), false, calendar)).toEqual(wib('2026-03-25T08:00'));
    expect(nextCallAfter(wib('2026-03-24T07:10'), true, calendar)).toEqual(wib('2026-03-31T08:00'));
  });
});
