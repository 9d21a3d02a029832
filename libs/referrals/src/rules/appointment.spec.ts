import { describe, expect, it } from '@jest/globals';
import {
  APPOINTMENT_ACTS,
  APPOINTMENT_SIDES,
  APPOINTMENT_STATUSES,
  appointmentActs,
  faultOfTime,
  followUpRisk,
  wasReached,
  whyNotAppointment,
  whyNotSet,
  type AppointmentAct,
  type AppointmentSight,
  type AppointmentState,
} from './appointment.js';
import { REFERRAL_STATUSES } from './referral-lifecycle.js';

const AT = new Date('2026-04-16T02:00:00Z');
const hours = (n: number): Date => new Date(AT.getTime() + n * 3_600_000);
const ACTS = Object.keys(APPOINTMENT_ACTS) as AppointmentAct[];

/** Every state with everything that stands around it. */
function* everything(): Generator<[AppointmentState, AppointmentSight]> {
  for (const status of APPOINTMENT_STATUSES)
    for (const side of APPOINTMENT_SIDES)
      for (const referralStatus of REFERRAL_STATUSES)
        for (const receiverAnswersHere of [true, false])
          for (const now of [hours(-4), hours(-1), hours(0), hours(30)])
            for (const followedUp of [true, false])
              yield [
                { status, at: AT, followedUp },
                { side, referralStatus, receiverAnswersHere, now },
              ];
}

describe('the course of an appointment', () => {
  it('is decided once: only from planned, and a missed one is only looked after', () => {
    for (const [state, sight] of everything())
      for (const act of ACTS)
        if (whyNotAppointment(act, state, sight) === null)
          expect(state.status).toBe(act === 'followUp' ? 'NOT_ATTENDED' : 'PLANNED');
  });

  it('goes on only while the referral runs, except for looking after a person', () => {
    for (const [state, sight] of everything())
      if (!['accepted', 'in-progress'].includes(sight.referralStatus))
        expect(appointmentActs(state, sight).filter((act) => act !== 'followUp')).toEqual([]);
      else if (state.status === 'PLANNED') expect(appointmentActs(state, sight)).toContain('cancel');
  });

  it('is never missed before its time, nor held long before it', () => {
    for (const [state, sight] of everything()) {
      const acts = appointmentActs(state, sight);
      if (sight.now < AT) expect(acts).not.toContain('miss');
      if (sight.now < hours(-3)) expect(acts).not.toContain('attend');
    }
  });

  it('leaves the time to the receiver, unless nobody there answers in Simpul', () => {
    for (const [state, sight] of everything()) {
      const mayMove = appointmentActs(state, sight).includes('move');
      if (mayMove) expect(sight.side === 'receiver' || !sight.receiverAnswersHere).toBe(true);
    }
    const sight: AppointmentSight = {
      side: 'case-team',
      referralStatus: 'accepted',
      receiverAnswersHere: true,
      now: hours(-4),
    };
    expect(whyNotSet(sight, false)).toBe('appointment.notYourCalendar');
    expect(whyNotSet({ ...sight, receiverAnswersHere: false }, false)).toBeNull();
    expect(whyNotSet({ ...sight, side: 'receiver' }, true)).toBe('appointment.alreadyPlanned');
    expect(whyNotSet({ ...sight, referralStatus: 'requested' }, false)).toBe('appointment.notRunning');
  });

  it('leaves looking after the person to the case team, until it has spoken with them', () => {
    for (const [state, sight] of everything()) {
      const may = appointmentActs(state, sight).includes('followUp');
      expect(may).toBe(sight.side === 'case-team' && state.status === 'NOT_ATTENDED' && !state.followedUp);
    }
    expect([null, 'BELUM_TERHUBUNG', 'JANJI_BARU'].map(wasReached)).toEqual([false, false, true]);
  });

  it('lets every status be reached, and names each that stands in the way', () => {
    const reached = new Set(['PLANNED', ...ACTS.map((act) => APPOINTMENT_ACTS[act].to as string)]);
    reached.delete('same');
    expect([...reached].sort()).toEqual([...APPOINTMENT_STATUSES].sort());
    const sight: AppointmentSight = {
      side: 'receiver',
      referralStatus: 'accepted',
      receiverAnswersHere: true,
      now: AT,
    };
    const code = (status: AppointmentState['status']) =>
      whyNotAppointment('move', { status, at: AT, followedUp: false }, sight);
    expect(APPOINTMENT_STATUSES.map(code)).toEqual([
      null,
      'appointment.isAttended',
      'appointment.isNotAttended',
      'appointment.isMoved',
      'appointment.isCancelled',
    ]);
  });

  it('is never set for the past, nor for a year that is a typing error', () => {
    expect(faultOfTime(AT, hours(0))).toBe('appointment.past');
    expect(faultOfTime(AT, hours(-1))).toBeNull();
    expect(faultOfTime(AT, hours(-24 * 367))).toBe('appointment.tooFar');
  });

  it('has whoever may be in danger looked after as fast as the highest risk', () => {
    expect(followUpRisk('ANGKUTAN_BIAYA', 'RENDAH')).toBe('RENDAH');
    expect(followUpRisk('ADA_YANG_MENGHALANGI', 'RENDAH')).toBe('TINGGI');
    expect(followUpRisk('ANGKUTAN_BIAYA', null)).toBe('TINGGI');
  });
});
