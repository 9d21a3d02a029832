import type { Act } from './acts.js';
import { dayOf, OfficeDays, on, textOf, type Minute } from './office-days.js';
import { ALARM, officeAlarm, OUTSIDE, receiversOf, toldAt, type OnPaper } from './people-on-paper.js';
import {
  callsOn,
  dueAfter,
  dueOf,
  RULES,
  stepsOf,
  type PaperRule,
  type PaperStep,
} from './rules-on-paper.js';
import { FROM, UNTIL } from './script.js';

/** One person told one thing. `of`: the case or referral; `rule` and `rung` are empty where no clock speaks. */
export type Send = Record<'at' | 'of' | 'rule' | 'rung' | 'message' | 'who', string>;

interface Referral {
  label: string;
  case: Case;
  to: string;
  answersFor: string | null;
}
interface Case {
  label: string;
  owner: string;
  risk: string;
  sexual: boolean;
}
interface Clock {
  rule: PaperRule;
  case: Case;
  referral: Referral | null;
  trigger: Minute;
  due: Minute;
  steps: PaperStep[];
  pauses: { from: Minute; to: Minute }[];
  paused: { from: Minute; byHand: boolean } | null;
  answeredAt: Minute | null;
  calledAt: Minute | null;
}

/** The event of each act, and the side that hears of it. */
const ACTS: Record<string, { event: string; tells: 'receiver' | 'owner' }> = {
  send: { event: 'referral.sent', tells: 'receiver' },
  acknowledge: { event: 'referral.acknowledged', tells: 'owner' },
  ask: { event: 'referral.asked', tells: 'owner' },
  answer: { event: 'referral.answered', tells: 'receiver' },
  accept: { event: 'referral.accepted', tells: 'owner' },
  reject: { event: 'referral.rejected', tells: 'owner' },
  start: { event: 'referral.started', tells: 'owner' },
  report: { event: 'referral.reported', tells: 'owner' },
  complete: { event: 'referral.completed', tells: 'owner' },
  fail: { event: 'referral.failed', tells: 'owner' },
  cancel: { event: 'referral.cancelled', tells: 'receiver' },
  confirm: { event: 'referral.confirmed', tells: 'receiver' },
};
/** Which events end the clocks of a family: of the same referral, or of the case. */
const ENDS: Record<string, string[]> = {
  'complaint-service': ['service.first_given'],
  'complaint-followup': ['followup.done', 'referral.accepted'],
  'monitoring-note': ['case.noted'],
  'uptd-police-report-tpks': ['police_report.filed'],
  'police-report-no-response': ['police_report.answered', 'investigation.started'],
  'police-spdp': ['spdp.sent'],
  'court-protection-order': ['protection_order.issued'],
  'protection-order-validity': ['protection_order.ended'],
  'protection-order-extension': ['protection_order.ended'],
  'referral-ack': ['referral.acknowledged', 'referral.accepted', 'referral.rejected', 'referral.cancelled'],
  'referral-answer': ['referral.accepted', 'referral.rejected', 'referral.cancelled'],
  'referral-first-service': [
    'referral.started',
    'referral.completed',
    'referral.failed',
    'referral.cancelled',
  ],
  'referral-progress-note': [
    'referral.reported',
    'referral.completed',
    'referral.failed',
    'referral.cancelled',
  ],
  'referral-question': ['referral.answered', 'referral.rejected', 'referral.cancelled'],
  'referral-confirm-completed': ['referral.confirmed'],
  'referral-confirm-failed': ['referral.confirmed'],
};

/** What each person is told in the quarter, worked out by walking over its minutes. Knows the data files and decisions 0020 to 0025, not the engine. */
export class Calculator {
  readonly sends: Send[] = [];
  private readonly office = new OfficeDays();
  private readonly cases = new Map<string, Case>();
  private readonly referrals = new Map<string, Referral>();
  private readonly clocks = new Set<Clock>();
  /** Offices about whose people an alarm is open. */
  private readonly alarmed = new Set<string>();
  private now: Minute = FROM;

  run(acts: readonly Act[]): Send[] {
    const left = [...acts];
    for (this.now = FROM; this.now < UNTIL; this.now += 1) {
      const doing: Act[] = [];
      while (left[0]?.at === this.now) doing.push(left.shift()!);
      for (const act of doing) this.do(act);
      this.ring();
      if (doing.some(({ does }) => does === 'holiday' || does === 'takeBack')) this.countAnew();
    }
    return this.sends;
  }

  private do(act: Act): void {
    const referral = this.referrals.get(act.of);
    const theCase = this.cases.get(act.of) ?? referral?.case;
    switch (act.does) {
      case 'open':
        return this.open(act);
      case 'milestone':
        return this.happened(theCase!, null, act.kind!);
      case 'note':
        return this.happened(theCase!, null, 'case.noted', 'case.last_event');
      case 'holiday':
        return this.office.close(act.date!);
      case 'takeBack':
        return this.office.reopen(act.date!);
      case 'leave':
      case 'return':
        return;
      case 'send':
        this.referrals.set(act.of, {
          label: act.of,
          case: this.cases.get(act.of.split('-')[0]!)!,
          to: act.to!,
          answersFor: null,
        });
        return this.onReferral(this.referrals.get(act.of)!, act);
      default:
        return act.does in ACTS ? this.onReferral(referral!, act) : this.byHand(this.clockOf(act), act);
    }
  }

  private open({ of, by, risk, sexual }: Act): void {
    const theCase = { label: of, owner: by, risk: risk!, sexual: sexual! };
    this.cases.set(of, theCase);
    for (const event of ['report.received', 'report.received_by_uptd', 'case.last_event'])
      this.start(theCase, null, event);
  }

  private onReferral(referral: Referral, act: Act): void {
    const { event, tells } = ACTS[act.does]!;
    if (act.does === 'ask') this.stopForAQuestion(referral);
    if (act.does === 'answer')
      for (const clock of this.clocks)
        if (clock.referral === referral && clock.paused && !clock.paused.byHand) this.runAgain(clock);
    if (act.does === 'accept' && act.named) referral.answersFor = act.by;
    if (act.does === 'send') this.replaces(referral.case, act.replaces);
    const feedback = ['start', 'report'].includes(act.does) ? ['referral.last_feedback'] : [];
    this.happened(referral.case, referral, event, ...feedback);
    const found =
      tells === 'owner' ? { people: [referral.case.owner], alarm: false } : receiversOf(referral, this.now);
    const told = [...found.people.map((who) => ({ who, message: event })), ...(found.alarm ? [ALARM] : [])];
    for (const { who, message } of told) this.tell({ of: referral.label, rule: '', rung: '', message, who });
    if (found.alarm) this.alarm(referral.to, new Map(told.map(({ who, message }) => [who, message])));
  }

  private alarm(office: string, told: ReadonlyMap<string, string>): void {
    if (this.alarmed.has(office)) return;
    this.alarmed.add(office);
    const more = officeAlarm(office, told);
    if (more) this.tell({ of: '', rule: '', rung: '', message: more[1], who: more[0] });
  }

  /** A replacement ends the wait of the one that it names; where it names none, of the one that waits longest. */
  private replaces(theCase: Case, label: string | undefined): void {
    const waiting = [...this.clocks].filter(
      (clock) => clock.case === theCase && clock.rule.family === 'referral-reroute',
    );
    const longest = waiting.sort((a, b) => a.due - b.due || a.trigger - b.trigger)[0];
    const meant = label ? waiting.find(({ referral }) => referral!.label === label) : longest;
    if (meant) this.clocks.delete(meant);
  }

  private happened(theCase: Case, referral: Referral | null, event: string, ...also: string[]): void {
    for (const clock of this.clocks) {
      const mine = clock.referral ? clock.referral === referral : clock.case === theCase;
      if (mine && ENDS[clock.rule.family]?.includes(event)) this.clocks.delete(clock);
    }
    for (const trigger of [event, ...also]) this.start(theCase, referral, trigger);
  }

  private start(theCase: Case, referral: Referral | null, trigger: string): void {
    const applies = ({ when }: PaperRule): boolean =>
      when === 'ALWAYS' ||
      when === `risk = ${theCase.risk}` ||
      (theCase.sexual && when === 'violence HAS SEKSUAL') ||
      (!theCase.sexual && when === 'context HAS KDRT');
    for (const rule of RULES.filter((one) => one.trigger === trigger && applies(one))) {
      const due = dueOf(rule, this.now, this.office);
      const clock: Clock = {
        ...{ rule, case: theCase, referral, trigger: this.now, due, steps: [] },
        ...{ pauses: [], paused: null, answeredAt: null, calledAt: null },
      };
      clock.steps = this.planned(clock, false);
      this.clocks.add(clock);
    }
  }

  private planned({ rule, trigger, due }: Clock, again: boolean): PaperStep[] {
    return stepsOf(rule, { trigger, due, armed: this.now, again }, this.office);
  }

  private stopForAQuestion(referral: Referral): void {
    for (const clock of this.clocks) {
      const theirs = clock.referral === referral && clock.rule.owedBy === 'INSTANSI_PENERIMA';
      if (theirs && clock.due > this.now) this.stop(clock, false);
    }
  }

  private stop(clock: Clock, byHand: boolean): void {
    clock.paused = { from: this.now, byHand };
    clock.steps = byHand ? [this.look()] : [];
  }

  /** A pause set by hand is looked at on the third morning. */
  private look(): PaperStep {
    return { rung: 'pauseReview', at: on(dayOf(this.now) + 3, '08:00'), tells: ['SUPERVISOR', 'OWNER'] };
  }

  private runAgain(clock: Clock): void {
    const pause = { from: clock.paused!.from, to: this.now };
    clock.pauses.push(pause);
    clock.paused = null;
    clock.due = dueAfter(clock.rule, clock.due, pause, this.office);
    clock.steps = this.planned(clock, true);
  }

  private byHand(clock: Clock, { does }: Act): void {
    if (does === 'pause') this.stop(clock, true);
    if (does === 'resume') this.runAgain(clock);
    if (does === 'remind') clock.steps.push({ rung: 'reminder', at: this.now, tells: ['OWING'] });
    if (does === 'answerCall') clock.answeredAt = this.now;
    if (does === 'approveWaiver') this.clocks.delete(clock);
  }

  private clockOf({ of, rule }: Act): Clock {
    return [...this.clocks].find(
      (clock) => (clock.referral ?? clock.case).label === of && clock.rule.family === rule,
    )!;
  }

  /** The calendar changed: open working-day clocks as if it had always been so. Past reminders and real misses stay. */
  private countAnew(): void {
    for (const clock of this.clocks) {
      if (clock.rule.clock !== 'WORKING') continue;
      const due = clock.pauses.reduce(
        (sofar, pause) => dueAfter(clock.rule, sofar, pause, this.office),
        dueOf(clock.rule, clock.trigger, this.office),
      );
      const wasMissed = clock.due <= this.now;
      if (due === clock.due) continue;
      clock.due = due;
      if (!clock.paused && !(wasMissed && due <= this.now)) clock.steps = this.planned(clock, true);
    }
  }

  private ring(): void {
    for (const clock of this.clocks)
      for (const step of clock.steps.filter(({ at }) => at <= this.now)) {
        clock.steps.splice(clock.steps.indexOf(step), 1);
        if (step.rung === 'headOfLeadOffice' && callsOn(clock.rule))
          clock.steps.push(this.callAgain(clock, step));
        if (step.rung === 'pauseReview') clock.steps.push(this.look());
        this.call(clock, step);
      }
  }

  private callAgain(clock: Clock, step: PaperStep): PaperStep {
    const answered =
      clock.calledAt !== null && clock.answeredAt !== null && clock.answeredAt >= clock.calledAt;
    clock.calledAt = this.now;
    return { ...step, at: on(dayOf(this.now) + (answered ? 7 : 1), '08:00') };
  }

  private call(clock: Clock, step: PaperStep): void {
    const { rule, referral, case: theCase } = clock;
    const people = {
      owner: theCase.owner,
      to: referral?.to ?? null,
      answersFor: referral?.answersFor ?? null,
      owes: owesOnPaper(rule),
    };
    const of = (referral ?? theCase).label;
    const { told, alarm } = toldAt(step, people, this.now);
    for (const [who, message] of told) this.tell({ of, rule: rule.id, rung: step.rung, message, who });
    if (alarm && people.to) this.alarm(people.to, told);
  }

  private tell(send: Omit<Send, 'at'>): void {
    this.sends.push({ at: textOf(this.now), ...send });
  }
}

function owesOnPaper({ owedBy }: PaperRule): OnPaper['owes'] {
  if (owedBy === 'INSTANSI_PENERIMA') return 'RECEIVER';
  return OUTSIDE.includes(owedBy) ? 'OUTSIDE' : 'OWNER';
}
