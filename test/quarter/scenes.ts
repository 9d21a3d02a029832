import type { Act } from './acts.js';
import { minuteOf } from './office-days.js';

const OWNER = 'pendamping@uptd-ppa';
const SUPERVISOR = 'kepala@uptd-ppa';
const LEAD = 'kepala@dppkbpppa';
const LEGAL = 'hukum@bagian-hukum';

function at(time: string, does: string, of: string, by: string, more: Partial<Act> = {}): Act {
  return { at: minuteOf(`2026-${time}`), does, of, by, ...more };
}

/** What chance alone would leave out. */
export const SCENES: Act[] = [
  // Reported on the evening before Eid: three times twenty-four hours, while every office is shut.
  at('03-20 22:50', 'open', 'K90', OWNER, { risk: 'TINGGI', sexual: true }),
  at('03-20 23:00', 'milestone', 'K90', OWNER, { kind: 'service.first_given' }),
  at('03-24 11:20', 'milestone', 'K90', OWNER, { kind: 'police_report.filed' }),
  at('03-25 09:40', 'milestone', 'K90', OWNER, { kind: 'followup.done' }),
  at('03-28 09:40', 'waive', 'K90', OWNER, { rule: 'monitoring-note' }),
  at('03-30 09:40', 'approveWaiver', 'K90', SUPERVISOR, { rule: 'monitoring-note' }),

  // Nobody at the receiver answers. The ladder climbs to its top, calls daily, weekly once answered, then daily again.
  at('03-02 09:40', 'open', 'K91', OWNER, { risk: 'RENDAH', sexual: false }),
  at('03-02 10:00', 'milestone', 'K91', OWNER, { kind: 'service.first_given' }),
  at('03-02 11:20', 'send', 'K91-R1', OWNER, { to: 'dinsos-rehab' }),
  at('03-11 09:00', 'answerCall', 'K91-R1', LEAD, { rule: 'referral-ack' }),
  at('03-31 09:40', 'acknowledge', 'K91-R1', 'petugas@dinsos-rehab'),
  at('03-31 16:40', 'accept', 'K91-R1', 'petugas@dinsos-rehab', { named: true }),
  at('03-31 16:50', 'note', 'K91', OWNER),
  at('04-29 09:40', 'note', 'K91', OWNER),

  // Stopped by hand and looked at every third day; let run again after a week; nobody follows up until somebody is reminded.
  at('04-06 09:40', 'open', 'K92', OWNER, { risk: 'SEDANG', sexual: false }),
  at('04-06 10:00', 'milestone', 'K92', OWNER, { kind: 'service.first_given' }),
  at('04-07 09:40', 'pause', 'K92', OWNER, { rule: 'complaint-followup' }),
  at('04-14 09:40', 'resume', 'K92', OWNER, { rule: 'complaint-followup' }),
  at('04-17 09:40', 'remind', 'K92', SUPERVISOR, { rule: 'complaint-followup' }),
  at('04-20 09:40', 'milestone', 'K92', OWNER, { kind: 'followup.done' }),

  // Two rejections wait for a replacement; the replacement of the second leaves the first waiting.
  at('04-08 09:40', 'open', 'K93', OWNER, { risk: 'SEDANG', sexual: false }),
  at('04-08 10:00', 'milestone', 'K93', OWNER, { kind: 'service.first_given' }),
  at('04-08 11:20', 'send', 'K93-R1', OWNER, { to: 'rsud-igd' }),
  at('04-08 11:20', 'send', 'K93-R2', OWNER, { to: 'lbh-contoh' }),
  at('04-08 13:10', 'reject', 'K93-R1', 'petugas@rsud-igd'),
  at('04-08 15:05', 'reject', 'K93-R2', 'petugas@lbh-contoh'),
  at('04-08 16:40', 'send', 'K93-R3', OWNER, { to: 'dinkes', replaces: 'K93-R2' }),
  at('04-10 11:20', 'send', 'K93-R4', OWNER, { to: 'puskesmas-barat', replaces: 'K93-R1' }),
  at('04-13 09:40', 'cancel', 'K93-R3', OWNER),
  at('04-20 09:40', 'cancel', 'K93-R4', OWNER),
  at('04-21 09:40', 'note', 'K93', OWNER),
  at('04-21 09:50', 'milestone', 'K93', OWNER, { kind: 'followup.done' }),
  at('05-04 09:40', 'note', 'K93', OWNER),

  // The receiver asks at the last minute, when the clock has run out already: asking does not save it.
  at('04-27 09:40', 'open', 'K94', OWNER, { risk: 'TINGGI', sexual: false }),
  at('04-27 09:50', 'milestone', 'K94', OWNER, { kind: 'service.first_given' }),
  at('04-27 11:20', 'send', 'K94-R1', OWNER, { to: 'rsud-igd' }),
  at('04-27 13:20', 'ask', 'K94-R1', 'petugas@rsud-igd'),
  at('04-27 16:40', 'answer', 'K94-R1', OWNER),
  at('04-27 19:30', 'accept', 'K94-R1', 'petugas@rsud-igd', { named: false }),
  at('05-04 09:50', 'note', 'K94', OWNER),
  at('05-11 09:40', 'note', 'K94', OWNER),

  // The police owe the prosecutor a notice within seven days of opening the investigation, and nobody writes down that
  // they sent it until it has climbed to the top; the court decides two days late. Both are only
  // watched here.
  at('04-13 09:40', 'open', 'K95', OWNER, { risk: 'RENDAH', sexual: true }),
  at('04-13 10:00', 'milestone', 'K95', OWNER, { kind: 'service.first_given' }),
  at('04-13 10:10', 'milestone', 'K95', OWNER, { kind: 'followup.done' }),
  at('04-13 15:05', 'milestone', 'K95', OWNER, { kind: 'police_report.filed' }),
  at('04-15 09:40', 'milestone', 'K95', OWNER, { kind: 'investigation.started' }),
  at('04-29 09:50', 'milestone', 'K95', OWNER, { kind: 'spdp.sent' }),
  at('05-12 09:40', 'note', 'K95', OWNER),
  at('04-20 09:40', 'open', 'K96', OWNER, { risk: 'RENDAH', sexual: false }),
  at('04-20 10:00', 'milestone', 'K96', OWNER, { kind: 'service.first_given' }),
  at('04-20 10:10', 'milestone', 'K96', OWNER, { kind: 'followup.done' }),
  at('04-20 11:20', 'milestone', 'K96', OWNER, { kind: 'protection_order.applied' }),
  at('04-29 11:20', 'milestone', 'K96', OWNER, { kind: 'protection_order.issued' }),
  at('05-14 11:20', 'milestone', 'K96', OWNER, { kind: 'protection_order.ended' }),

  // The officer of the social office is away: the head is told, and the supervisor of whatever was in the officer's name.
  at('04-05 06:00', 'leave', '', 'petugas@dinsos-rehab'),
  at('04-15 06:00', 'return', '', 'petugas@dinsos-rehab'),

  // A local day off, announced ahead; one announced in the evening of the day itself, which takes misses back; one that
  // is announced in error and taken back before it comes.
  at('04-16 17:20', 'holiday', '', LEGAL, { date: '2026-04-22' }),
  at('04-28 18:30', 'holiday', '', LEGAL, { date: '2026-04-28' }),
  at('05-05 17:20', 'holiday', '', LEGAL, { date: '2026-05-08' }),
  at('05-06 17:20', 'takeBack', '', LEGAL, { date: '2026-05-08' }),
];
