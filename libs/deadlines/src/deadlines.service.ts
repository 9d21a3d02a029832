import { randomUUID } from 'node:crypto';
import type { Work } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { calendarsOf, CITY, type Calendars, type City } from './calendars.js';
import { DeadlineChanges } from './deadline-changes.service.js';
import { Deadline } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { rulesById, rulesTriggeredBy, type RegisteredRule } from './rule-book.js';
import { isPausable, ruleFamily } from './rules/deadline-rule.js';
import { OPEN_STATUSES } from './rules/deadline-lifecycle.js';
import { dueAfterPause, dueTime } from './rules/due-time.js';
import { whyAfterPause } from './rules/due-time-words.js';
import { eventsRaisedBy } from './rules/events.js';
import type { Subject } from './rules/rule-condition.js';
import { givingWay, mayStart, startingRules } from './rules/starting-rules.js';
import { endedBy, ENDINGS, whatEventDoes } from './rules/what-meets.js';
import type { WorkCalendar } from './rules/work-calendar.js';
import { owingParty } from './rules/owing-party.js';

/** Injection token: the city's IANA zone, in which days begin and offices close. */
export const CITY_ZONE = Symbol('city zone');

/** A deadline that a call of `start` started. */
export interface StartedDeadline {
  readonly id: string;
  readonly slug: string;
  readonly dueAt: Date | null;
}

/**
 * What an event is about. At least one of the three, or the thing alone where it hangs on no case (a day's review); a
 * report only while it has no case.
 */
export interface DeadlineScope {
  caseId?: string;
  referralId?: string;
  reportId?: string;
  /** Which of several things of the case: one consent, one emergency access. */
  aboutId?: string;
}

export interface StartingEvent extends DeadlineScope {
  event: string;
  /** When it happened, UTC; the clocks count from here, not from when it was written down. */
  at: Date;
  subject: Subject;
  /** Who owes where the rule says "the receiver" or "the case owner": that agency, that account; who holds the referral. */
  owes: { agencyId?: string; accountId?: string; holder?: { agencyId: string; kind: string } };
}

/**
 * The clocks. Called by the acts of other libraries inside their unit of work: state, deadline and ledger entry are
 * one transaction. These methods write no ledger entry of their own; the act's entry tells of them.
 */
@Injectable()
export class DeadlinesService {
  constructor(
    @Inject(CITY) private readonly city: City,
    private readonly changes: DeadlineChanges,
    private readonly steps: DeadlineSteps,
  ) {}

  /**
   * Starts every rule in force that the event triggers and whose condition holds. Telling the same event twice
   * starts nothing twice. A rule of the same family for another level of risk gives way to the new one.
   */
  async start(work: Work, input: StartingEvent): Promise<StartedDeadline[]> {
    const candidates = await rulesTriggeredBy(work, eventsRaisedBy(input.event), input.at);
    const rules = startingRules(candidates, input.event, input.subject) as RegisteredRule[];
    if (rules.length === 0) return [];
    const calendars = await calendarsOf(work, this.city);
    const told = await this.families(work, rules, input);
    const started: StartedDeadline[] = [];
    for (const rule of rules) {
      const family = told.filter(({ slug }) => ruleFamily(slug) === ruleFamily(rule.slug));
      if (!mayStart(rule, input.at, family)) continue;
      for (const older of givingWay(rule, family))
        await this.changes.end(work, older, 'cancelled', input.event, work.at);
      started.push(await this.arm(work, rule, input, calendars));
    }
    return started;
  }

  /** Ends what the event ends: met where it is the act that was owed, cancelled where the duty fell away. */
  async meet(work: Work, input: DeadlineScope & { event: string; at: Date }): Promise<void> {
    const open = await this.open(work, input);
    for (const { deadline, as } of endedBy(
      open,
      input.event,
      input.referralId ?? null,
      input.aboutId ?? null,
    ))
      await this.changes.end(work, deadline, as === 'met' ? 'met' : 'cancelled', input.event, input.at);
    if (input.referralId && work.actor)
      await this.endBeyondTheReferral(work, input.referralId, input.event, input.at);
  }

  /**
   * Pauses the running clocks of a referral that its receiver owes, because the other side now has a question. A clock
   * of the law goes on, and one that is already past its time is not saved by asking.
   */
  async pause(
    work: Work,
    input: { referralId: string; owingAgencyId: string; event: string; at: Date },
  ): Promise<void> {
    const running = await work.manager.find(Deadline, {
      where: { referralId: input.referralId, owingAgencyId: input.owingAgencyId, status: 'running' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const rules = await rulesById(
      work,
      running.map(({ ruleId }) => ruleId),
    );
    for (const deadline of running) {
      if (!isPausable(rules.get(deadline.ruleId)!)) continue;
      if (deadline.dueAt && deadline.dueAt <= input.at) continue;
      await this.changes.change(
        work,
        deadline,
        { status: 'paused', pausedAt: input.at, pausedByEvent: true },
        'pause',
        input.event,
      );
      await this.steps.cancel(work, deadline.id);
    }
  }

  /** Resumes what `pause` paused; each due time moves by the rules of its clock, and the steps are planned anew. */
  async resume(work: Work, input: { referralId: string; event: string; at: Date }): Promise<void> {
    const paused = await work.manager.find(Deadline, {
      where: { referralId: input.referralId, status: 'paused', pausedByEvent: true },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await this.restart(work, paused, input.event, input.at);
  }

  /** Restarts paused deadlines at `at`. */
  async restart(work: Work, paused: Deadline[], event: string, at: Date): Promise<void> {
    if (paused.length === 0) return;
    const calendars = await calendarsOf(work, this.city);
    const rules = await rulesById(
      work,
      paused.map((deadline) => deadline.ruleId),
    );
    for (const deadline of paused) {
      const rule = rules.get(deadline.ruleId)!;
      const pause = { from: deadline.pausedAt!, to: at };
      const calendar = calendars.of(deadline.owingAgencyId);
      const moved = afterPause(deadline, rule, pause, calendar);
      await this.changes.change(
        work,
        deadline,
        { status: 'running', pausedAt: null, pausedByEvent: false, ...moved },
        'resume',
        event,
      );
      await this.steps.replan(work, rule, { ...deadline, ...moved }, calendar);
    }
  }

  /** Cancels every open deadline of a referral or case: nothing more is owed. */
  async cancel(work: Work, input: DeadlineScope & { event: string; at: Date }): Promise<void> {
    for (const deadline of await this.open(work, input)) {
      if (input.referralId && deadline.referralId !== input.referralId) continue;
      await this.changes.end(work, deadline, 'cancelled', input.event, input.at);
    }
  }

  /** Cancels what an event started that turned out not to have happened, or not then. */
  async cancelStartedBy(work: Work, input: { caseId: string; event: string; at: Date }): Promise<void> {
    const raised = eventsRaisedBy(input.event);
    for (const deadline of await this.open(work, { caseId: input.caseId }))
      if (raised.includes(deadline.triggerEvent) && deadline.triggerAt.getTime() === input.at.getTime())
        await this.changes.end(work, deadline, 'cancelled', 'event.taken_back', work.at);
  }

  private async arm(
    work: Work,
    rule: RegisteredRule,
    input: StartingEvent,
    calendars: Calendars,
  ): Promise<Deadline> {
    const owes = owingParty(rule.owingKinds, input.owes);
    const calendar = calendars.of(owes.owingAgencyId);
    const { dueAt, estimated, why } = dueTime(rule.limit, input.at, calendar);
    const deadline: Deadline = {
      id: randomUUID(),
      ruleId: rule.id,
      slug: rule.slug,
      caseId: input.caseId ?? null,
      referralId: input.referralId ?? null,
      reportId: input.reportId ?? null,
      aboutId: input.aboutId ?? null,
      triggerEvent: rule.triggerEvent,
      triggerAt: input.at,
      armedAt: work.at,
      dueAt,
      estimated,
      whyId: why.id,
      whyEn: why.en,
      status: 'running',
      ...owes,
      endedAt: null,
      missedAt: null,
      pausedAt: null,
      pausedByEvent: false,
      waiverProposedBy: null,
      waiverProposedAt: null,
    };
    await this.changes.begin(work, deadline, input.event);
    await this.steps.plan(work, rule, deadline, calendar);
    return deadline;
  }

  /** The deadlines of these rules' families on the same referral or report, or on the case itself; locked until the commit. */
  private async families(
    work: Work,
    rules: readonly RegisteredRule[],
    scope: DeadlineScope,
  ): Promise<Deadline[]> {
    const slug = In(rules.flatMap((rule) => slugsOf(ruleFamily(rule.slug))));
    return work.manager.find(Deadline, {
      where: { slug, ...ownOf(scope) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Open deadlines of the case (all), of the referral or of the report, as far as the actor sees them; locked until the commit. */
  private async open(work: Work, scope: DeadlineScope): Promise<Deadline[]> {
    const status = In([...OPEN_STATUSES]);
    const where: FindOptionsWhere<Deadline>[] = [];
    if (scope.caseId) where.push({ caseId: scope.caseId, status });
    if (scope.referralId) where.push({ referralId: scope.referralId, status });
    if (scope.reportId) where.push({ reportId: scope.reportId, status });
    if (where.length === 0 && scope.aboutId) where.push({ ...ownOf(scope), status });
    if (where.length === 0) throw new Error('A deadline event needs a case, a referral or a report');
    return work.manager.find(Deadline, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  /** A receiver's answer also ends clocks of the case that the receiver may not see: done without showing them. */
  private async endBeyondTheReferral(work: Work, referralId: string, event: string, at: Date): Promise<void> {
    for (const as of ['met', 'stopped'] as const) {
      const families = Object.keys(ENDINGS).filter(
        (family) => ENDINGS[family]!.reach === 'case' && whatEventDoes(family, event) === as,
      );
      if (families.length === 0) continue;
      const slugs = families.flatMap(slugsOf);
      await work.query('select simpul.end_case_deadlines($1, $2, $3, $4, $5)', [
        referralId,
        slugs,
        as === 'met' ? 'met' : 'cancelled',
        event,
        at,
      ]);
    }
  }
}

/** What hangs on exactly this referral, this report, or on the case and none of its referrals. */
function ownOf({ caseId, referralId, reportId, aboutId }: DeadlineScope): FindOptionsWhere<Deadline> {
  // Of several things of one referral each has its own clock.
  if (referralId) return aboutId ? { referralId, aboutId } : { referralId };
  if (reportId) return { reportId };
  return { caseId: caseId ?? IsNull(), referralId: IsNull(), aboutId: aboutId ?? IsNull() };
}

/** Every rule that a family may have: itself, or one for each level of risk. */
function slugsOf(family: string): string[] {
  return [family, `${family}-high`, `${family}-medium`, `${family}-low`];
}

function afterPause(
  deadline: Deadline,
  rule: RegisteredRule,
  pause: { from: Date; to: Date },
  calendar: WorkCalendar,
): Pick<Deadline, 'dueAt' | 'whyId' | 'whyEn'> {
  const { dueAt: unmoved, whyId, whyEn } = deadline;
  if (!unmoved || !rule.limit) return { dueAt: unmoved, whyId, whyEn };
  const dueAt = dueAfterPause(rule.limit.clock, unmoved, pause, calendar);
  const why = whyAfterPause({ id: whyId, en: whyEn }, pause, dueAt, calendar.zone);
  return { dueAt, whyId: why.id, whyEn: why.en };
}
