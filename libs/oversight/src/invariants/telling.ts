import { OPEN_DEADLINE, type Invariant } from './invariant.js';

/** Longest that something due may wait while a worker lives: four rounds of the sweep. */
const PROGRESS_SECONDS = 60;
/** A reminder later than this is late, and must say so. */
const ON_TIME_SECONDS = 120;
/** After so many failures a person is told (libs/queue); a minute for the telling itself. */
const ATTEMPTS_BEFORE_A_PERSON = 6;
/** The same for what leaves the house (libs/notifications). */
const DELIVERIES_BEFORE_A_PERSON = 4;
/** A silent mail server holds up those behind it: four at a time, 45 s each. Nothing in the house waits for it. */
const DELIVERY_SECONDS = 1_800;

/** Alarms climb once a minute; ten of them missed is a worker that does not. */
const CLIMB_SECONDS = 600;

const PROGRESS: Invariant = {
  name: 'work-goes-on',
  promise: `Nothing that is due waits longer than ${PROGRESS_SECONDS} seconds while a worker lives.`,
  sql: `
    select 'step' as kind, s.id, 'notFired' as code from simpul.deadline_step s
     where s.status = 'pending' and s.fire_at < simpul.now() - make_interval(secs => ${PROGRESS_SECONDS})
    union all
    select 'message', o.id, 'notTried' from simpul.outbox o
     where o.relayed_at is null and o.attempt = 0 and o.created_at < simpul.now() - make_interval(secs => ${PROGRESS_SECONDS})
    union all
    select 'message', o.id, 'notTriedAgain' from simpul.outbox o
     where o.relayed_at is null and o.attempt > 0 and o.next_attempt_at < simpul.now() - make_interval(secs => ${PROGRESS_SECONDS})
    union all
    select 'delivery', d.id, 'notTried' from simpul.delivery d
     where d.status = 'pending' and d.next_attempt_at < simpul.now() - make_interval(secs => ${DELIVERY_SECONDS})
    union all
    select 'delivery', d.id, 'waitsUnsaid' from simpul.delivery d
     where d.attempts = 0 and d.wait_reason is null and d.next_attempt_at > d.created_at + interval '1 second'`,
};

const ONCE: Invariant = {
  name: 'told-once',
  promise:
    'Each step and each event has one message, and each person is told of it once: not twice, not never.',
  sql: `
    select 'step' as kind, step_id as id, 'toldTwice' as code from simpul.notification
     where step_id is not null group by step_id, account_id having count(*) > 1
    union all
    select 'message', outbox_id, 'toldTwice' from simpul.notification
     where outbox_id is not null group by outbox_id, account_id having count(*) > 1
    union all
    select 'step', (o.ids ->> 'stepId')::uuid, 'twoMessages' from simpul.outbox o
     where o.topic = 'deadline.stepDue' group by o.ids ->> 'stepId' having count(*) > 1
    union all
    select 'step', s.id, 'notTold' from simpul.deadline_step s, unnest(s.told) as person
     where not exists (select 1 from simpul.notification n where n.step_id = s.id and n.account_id = person)
    union all
    -- A relayed message stays for 30 days; within them a fired step of an open clock has one.
    select 'step', s.id, 'noMessage' from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
     where s.status = 'fired' and d.status in ${OPEN_DEADLINE} and s.fired_at > simpul.now() - interval '29 days'
       and not exists (select 1 from simpul.outbox o where o.topic = 'deadline.stepDue' and o.ids ->> 'stepId' = s.id::text)`,
};

const ON_TIME: Invariant = {
  name: 'on-time-or-marked-late',
  promise: `A reminder comes at its time or within ${ON_TIME_SECONDS} seconds, never before; later it is marked late.`,
  sql: `
    select 'step' as kind, s.id, case when s.fired_at < s.fire_at then 'early' when s.late then 'wronglyLate' else 'lateUnmarked' end as code
      from simpul.deadline_step s
     where s.fired_at < s.fire_at
        or s.late <> (s.fired_at > s.fire_at + make_interval(secs => ${ON_TIME_SECONDS}))`,
};

const A_PERSON: Invariant = {
  name: 'a-person-at-the-end',
  promise: 'No retry and no ladder ends with nobody: a person was told, or somebody still will be.',
  sql: `
    select 'message' as kind, o.id, 'nobodyAlarmed' as code from simpul.outbox o
     where o.relayed_at is null and o.attempt > ${ATTEMPTS_BEFORE_A_PERSON} and o.topic <> 'outbox.stuck' and o.alarmed_at is null
    union all
    select 'delivery', d.id, 'nobodyAlarmed' from simpul.delivery d
     where d.alarmed_at is null and (d.status = 'failed'
           or d.status = 'pending' and d.attempts > ${DELIVERIES_BEFORE_A_PERSON} and d.next_attempt_at < simpul.now())
    union all
    -- What went into a digest is told by it, or fails with it.
    select 'delivery', d.id, 'lostInADigest' from simpul.delivery d join simpul.delivery head on head.id = d.digest_id
     where head.status = 'merged' or (head.account_id, head.channel) <> (d.account_id, d.channel)
        or head.device_id is distinct from d.device_id
    union all
    select 'alarm', a.id, 'climbsNoMore' from simpul.alarm a
     where a.resolved_at is null and a.next_climb_at < simpul.now() - make_interval(secs => ${CLIMB_SECONDS})
    union all
    select 'deadline', d.id, 'nobodyCalled' from simpul.deadline d
     where d.status = 'missed'
       and not exists (select 1 from simpul.deadline_step s
                        where s.deadline_id = d.id and (s.status = 'pending' or cardinality(s.told) > 0))
    union all
    select 'step', s.id, 'nobodyTold' from simpul.deadline_step s
      join simpul.deadline d on d.id = s.deadline_id
      join simpul.outbox o on o.topic = 'deadline.stepDue' and o.ids ->> 'stepId' = s.id::text
     where s.status = 'fired' and d.status in ${OPEN_DEADLINE} and o.relayed_at is not null
       and cardinality(s.tells) > 0 and cardinality(s.told) = 0`,
};

export const TELLING: readonly Invariant[] = [PROGRESS, ONCE, ON_TIME, A_PERSON];
