import { Outbox, UnitOfWork, type Work } from '#database';
import { Injectable, Logger } from '@nestjs/common';
import { failureCode } from '../ringing.js';
import { ATTEMPTS_BEFORE_A_PERSON_IS_TOLD, retryWaitSeconds } from '../rules/retry.js';
import { Lanes } from './lanes.js';
import type { OutboxConsumer, OutboxMessage } from './outbox-consumer.js';

/** Topic of the message about a message that keeps failing; its consumer tells the administrators. */
export const OUTBOX_STUCK = 'outbox.stuck';

/** A claim that was not settled after this time is taken over: its worker died. By the database clock. */
const LEASE_SECONDS = 30;
const CLAIMED_AT_ONCE = 40;
/** Messages delivered side by side; with those set aside they leave the rest of the worker its connections. */
const LANES = 4;
/** A delivery that waits longer than this, mostly for a lock, gives its lane to the next message and goes on beside. */
const SET_ASIDE_AFTER_MS = 1_000;
const SET_ASIDE_AT_ONCE = 3;
/** While a delivery is under way the pass looks for new messages this often: nobody waits for a slow one's end. */
const LOOKS_AGAIN_EVERY_MS = 1_000;
const RELAYED_KEPT_DAYS = 30;

interface Claimed extends OutboxMessage {
  /** The fence: whoever claims later has a higher number, and then this claim settles nothing any more. */
  readonly attempt: number;
}

/**
 * Carries outbox messages to their consumers.
 *
 *   waiting --claim--> claimed (lease, attempt n) --every consumer received--> relayed
 *      ^                 |  a consumer failed: waits retryWaitSeconds(n)
 *      +-----------------+  the worker died: the lease ends
 *
 * Nothing is ever dropped: after some failures the administrators are told, and the attempts go on.
 */
@Injectable()
export class OutboxRelay {
  private readonly consumers: OutboxConsumer[] = [];
  private readonly log = new Logger('OutboxRelay');
  private running: Promise<number> | undefined;
  private askedAgain = false;
  private readonly lanes = new Lanes({
    lanes: LANES,
    asideAfterMs: SET_ASIDE_AFTER_MS,
    asideAtOnce: SET_ASIDE_AT_ONCE,
  });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** Before the first pass. A message that was relayed before a consumer existed is not relayed to it. */
  register(consumer: OutboxConsumer): void {
    if (this.consumers.some(({ name }) => name === consumer.name)) {
      throw new Error(`Two outbox consumers are called ${consumer.name}`);
    }
    this.consumers.push(consumer);
  }

  /**
   * Relays everything that is due and returns how many messages were settled. Calls that overlap share one pass,
   * which then looks once more, so that nothing announced before a call is missed by it.
   */
  pass(): Promise<number> {
    if (this.running) {
      this.askedAgain = true;
      this.lanes.wake();
      return this.running;
    }
    this.running = this.passUntilQuiet().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Forgets what was relayed long ago. Returns the number of messages forgotten. */
  async forget(): Promise<number> {
    const gone = await this.unitOfWork.keep(null, (work) =>
      work.query(
        `delete from simpul.outbox where relayed_at < simpul.now() - make_interval(days => $1) returning id`,
        [RELAYED_KEPT_DAYS],
      ),
    );
    return gone.length;
  }

  /** Claims and delivers until nothing is due and nothing is under way. */
  private async passUntilQuiet(): Promise<number> {
    let settled = 0;
    let left: Claimed[] = [];
    let look = true;
    for (;;) {
      if (look && left.length === 0 && this.lanes.hasRoom) {
        this.askedAgain = false;
        left = await this.claim();
        left.sort((a, b) => a.announcedAt.getTime() - b.announcedAt.getTime());
        // A full claim may have left some behind.
        look = left.length === CLAIMED_AT_ONCE;
      }
      while (left.length > 0 && this.lanes.hasRoom) {
        const message = left.shift()!;
        this.lanes.run(async () => {
          if (await this.deliver(message)) settled++;
        });
      }
      if (this.lanes.isEmpty) this.lanes.throwFailure();
      if (this.lanes.isEmpty && !look && !this.askedAgain) return settled;
      const changed = this.lanes.isEmpty || (await this.lanes.change(LOOKS_AGAIN_EVERY_MS));
      look ||= this.askedAgain || !changed;
    }
  }

  /**
   * The attempt is counted and committed first, so that a message that kills its worker is noticed as well. A message
   * whose consumer is still at work is skipped even after its lease: the mark's foreign key holds its row.
   */
  private claim(): Promise<Claimed[]> {
    return this.unitOfWork.keep(null, async (work) => {
      const claimed = await work.query<Claimed>(
        `update simpul.outbox set attempt = attempt + 1, next_attempt_at = simpul.now() + make_interval(secs => $1)
          where id in (select id from simpul.outbox
                        where relayed_at is null and next_attempt_at <= simpul.now()
                        order by next_attempt_at, created_at limit $2 for update skip locked)
         returning id, topic, ids, actor_id as "actorId", created_at as "announcedAt", attempt`,
        [LEASE_SECONDS, CLAIMED_AT_ONCE],
      );
      // A message that kills its worker never comes back to say that it failed: its next claim says so.
      for (const message of claimed)
        if (message.attempt > ATTEMPTS_BEFORE_A_PERSON_IS_TOLD)
          await this.tellAPerson(work, message, 'noAnswer');
      return claimed;
    });
  }

  /** Once per message, in the transaction that notices. About a message about a message nobody is told again. */
  private async tellAPerson(work: Work, message: Claimed, code: string): Promise<void> {
    const [first] = await work.query(
      'update simpul.outbox set alarmed_at = simpul.now() where id = $1 and alarmed_at is null returning id',
      [message.id],
    );
    if (!first) return;
    this.log.error(`ALARM ${message.topic} ${message.id} failed ${message.attempt} times: ${code}`);
    if (message.topic !== OUTBOX_STUCK)
      await this.outbox.announce(work, OUTBOX_STUCK, { outboxId: message.id });
  }

  private async deliver(message: Claimed): Promise<boolean> {
    for (const consumer of this.consumers.filter(({ topics }) => topics.includes(message.topic))) {
      try {
        await this.unitOfWork.runAsSystem({ name: message.topic }, (work) =>
          receiveOnce(work, consumer, message),
        );
      } catch (error) {
        await this.postpone(message, consumer, failureCode(error));
        return false;
      }
    }
    await this.unitOfWork.keep(null, (work) =>
      work.query(
        `update simpul.outbox set relayed_at = simpul.now(), last_failure = null
          where id = $1 and attempt = $2 and relayed_at is null`,
        [message.id, message.attempt],
      ),
    );
    return true;
  }

  private async postpone(message: Claimed, consumer: OutboxConsumer, code: string): Promise<void> {
    // Ids and codes only: the error's text may quote a row.
    this.log.warn(
      `${message.topic} ${message.id} not received by ${consumer.name}, attempt ${message.attempt}: ${code}`,
    );
    await this.unitOfWork.keep(null, async (work) => {
      const [row] = await work.query(
        `update simpul.outbox
            set next_attempt_at = simpul.now() + make_interval(secs => $3), last_failure = $4
          where id = $1 and attempt = $2 and relayed_at is null returning id`,
        [
          message.id,
          message.attempt,
          retryWaitSeconds(message.attempt),
          `${consumer.name}: ${code}`.slice(0, 120),
        ],
      );
      const fenced = !row;
      if (!fenced && message.attempt >= ATTEMPTS_BEFORE_A_PERSON_IS_TOLD)
        await this.tellAPerson(work, message, code);
    });
  }
}

/** The mark and the effect are one transaction; a second worker waits on the mark's key and then finds it taken. */
async function receiveOnce(work: Work, consumer: OutboxConsumer, message: OutboxMessage): Promise<void> {
  const [mark] = await work.query(
    `insert into simpul.outbox_delivery (outbox_id, consumer) values ($1, $2) on conflict do nothing returning consumer`,
    [message.id, consumer.name],
  );
  const answer = mark ? await consumer.receive(work, message) : 'nothing';
  // Without an effect there is nothing to account for: the mark alone needs no ledger entry.
  if (answer === 'nothing') work.markAudited();
}
