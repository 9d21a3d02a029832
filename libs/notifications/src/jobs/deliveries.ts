import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { failureCode } from '#queue';
import { Vault } from '#vault';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { OPEN_CHANNELS, Undelivered, type Channel, type Parcel } from '../channels/channel.js';
import {
  afterFailure,
  ATTEMPTS_MAX,
  failureWords,
  type ChannelName,
  type Failure,
} from '../rules/delivery.js';
import { LinkDeliveries } from './link-deliveries.js';
import { LostDevices } from './lost-devices.js';
import { SendingTimes, type Told } from './sending-times.js';
import { UndeliveredAlarm } from './undelivered-alarm.js';
import { WaysOut } from './ways-out.js';
import { subscriptionIn } from '../push-devices.queries.js';
import { telephonePlace } from '../contact-choices.service.js';
import { digestOf } from '../rules/digest.js';
import type { MessageKey } from '../rules/messages.js';

/** Sent side by side per channel; as many are claimed at once, so that no claim waits for another's turn. */
const LANES = 4;
/** Longest that one attempt may take. The lease is more than twice as long: it ends only when its worker is gone. */
const ATTEMPT_MS = 45_000;
const LEASE_SECONDS = 120;
/** Has never been tried and may wait, and so may one before it: both go in one message. */
const BEHIND = `(due.may_wait and due.attempts = 0 and exists (
  select 1 from simpul.delivery head
   where head.account_id = due.account_id and head.channel = due.channel
     and head.device_id is not distinct from due.device_id and head.status = 'pending' and head.may_wait
     and head.attempts = 0 and (head.next_attempt_at, head.id) < (due.next_attempt_at, due.id)))`;
/** Whatever else waits for the same person goes with the first, also what would have waited a little longer. */
const INTO_THE_DIGEST = `
  update simpul.delivery waiting
     set status = 'merged', digest_id = head.id, settled_at = simpul.now()
    from simpul.delivery head
   where head.id = any ($1::uuid[]) and head.may_wait and head.attempts = 1
     and waiting.account_id = head.account_id and waiting.channel = head.channel
     and waiting.device_id is not distinct from head.device_id and waiting.id <> head.id
     and waiting.status = 'pending' and waiting.may_wait and waiting.attempts = 0`;

interface Claimed {
  id: string;
  notificationId: string;
  accountId: string;
  channel: ChannelName;
  deviceId: string | null;
  /** The fence: whoever claims later has a higher number, and then this one's failure settles nothing. */
  attempt: number;
  at: Date;
}

/**
 * Carries notifications out of the house.
 *
 *   pending --claim--> pending (lease, attempt n) --taken by the receiver--> sent
 *      |  may wait, and one to the same person is claimed: merged, told in that one's message
 *      ^                  |  refused or unreachable: waits by the table
 *      +------------------+  or, for good ------------------------------> failed, and a person is told
 *
 * Claim, effect and result are three steps. A worker that dies between effect and result leads to a second sending with
 * the same id (Message-ID, webhook-id), by which the receiver knows it.
 */
@Injectable()
export class Deliveries implements OnModuleDestroy {
  private readonly log = new Logger('Deliveries');
  private readonly ending = new AbortController();
  private running: Promise<number> | undefined;
  private askedAgain = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly times: SendingTimes,
    private readonly ways: WaysOut,
    private readonly alarm: UndeliveredAlarm,
    private readonly lost: LostDevices,
    private readonly links: LinkDeliveries,
    @Inject(OPEN_CHANNELS) private readonly channels: readonly Channel[],
  ) {}

  /** Rows for what was just told, one per channel and device that the person has chosen; the sending begins after the commit. */
  async arrange(work: Work, notificationId: string, told: Told): Promise<void> {
    if (this.channels.length === 0) return;
    const { accountId } = told;
    for (const { channel, deviceId } of await this.ways.of(work, accountId)) {
      const { mayWait, notBefore, reason } = await this.times.of(work, told, channel, deviceId);
      await work.query(
        `insert into simpul.delivery (notification_id, account_id, channel, device_id, may_wait, wait_reason, next_attempt_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [notificationId, accountId, channel, deviceId, mayWait, reason, notBefore],
      );
    }
    work.afterCommit(async () => void (await this.pass()));
  }

  /** Sends everything that is due and returns how many attempts were made. Calls that overlap share one pass. */
  pass(): Promise<number> {
    if (this.running) {
      this.askedAgain = true;
      return this.running;
    }
    this.running = this.passUntilQuiet().finally(() => (this.running = undefined));
    return this.running;
  }

  /** No new claim. What hangs on a silent receiver is let go: its lease ends, and the next worker takes it. */
  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.running?.catch(() => undefined);
  }

  private async passUntilQuiet(): Promise<number> {
    let attempts = 0;
    do {
      this.askedAgain = false;
      const names = this.channels.map(({ name }) => name);
      const counts = await Promise.all([
        this.closeOrphans(names),
        this.links.pass(this.ending.signal),
        ...this.channels.map((channel) => this.passChannel(channel)),
      ]);
      attempts += counts.reduce((sum, count) => sum + count, 0);
    } while (this.askedAgain && !this.ending.signal.aborted);
    return attempts;
  }

  private async passChannel(channel: Channel): Promise<number> {
    let attempts = 0;
    while (!this.ending.signal.aborted) {
      const claimed = await this.claim(`channel = '${channel.name}'`, []);
      await Promise.all(claimed.map((delivery) => this.attempt(channel, delivery)));
      attempts += claimed.length;
      if (claimed.length < LANES) break;
    }
    return attempts;
  }

  /** Rows of a channel that is no longer configured: nobody will ever send them, so a person must know. */
  private async closeOrphans(open: readonly string[]): Promise<number> {
    let closed = 0;
    while (!this.ending.signal.aborted) {
      const claimed = await this.claim('channel <> all ($3::text[])', [open]);
      for (const delivery of claimed)
        await this.settleFailure(delivery, { kind: 'channel', code: 'notConfigured', permanent: true });
      closed += claimed.length;
      if (claimed.length < LANES) break;
    }
    return closed;
  }

  /** The attempt is counted and committed before it is made, so that one that kills its worker is counted as well. */
  private claim(which: string, params: readonly unknown[]): Promise<Claimed[]> {
    return this.unitOfWork.keep(null, async (work) => {
      // One claim at a time, so that two workers do not each take a part of what belongs into one digest.
      await work.query(`select pg_advisory_xact_lock(hashtextextended('simpul.deliveryClaim', 0))`);
      const rows = await work.query<Omit<Claimed, 'at'>>(
        `update simpul.delivery set attempts = attempts + 1, next_attempt_at = simpul.now() + make_interval(secs => $1)
          where id in (select id from simpul.delivery due
                        where status = 'pending' and next_attempt_at <= simpul.now() and ${which} and not ${BEHIND}
                        order by next_attempt_at, id limit $2 for update skip locked)
         returning id, notification_id as "notificationId", account_id as "accountId", channel,
                   device_id as "deviceId", attempts as attempt`,
        [LEASE_SECONDS, LANES, ...params],
      );
      await work.query(INTO_THE_DIGEST, [rows.map(({ id }) => id)]);
      return rows.map((row) => ({ ...row, at: work.at }));
    });
  }

  private async attempt(channel: Channel, delivery: Claimed): Promise<void> {
    const failure = await this.send(channel, delivery);
    if (failure === 'stopped') return;
    if (failure) await this.settleFailure(delivery, failure);
    else await this.settleSent(delivery);
  }

  private async send(channel: Channel, delivery: Claimed): Promise<Failure | 'stopped' | null> {
    if (delivery.attempt > ATTEMPTS_MAX) return { kind: 'channel', code: 'noAnswer', permanent: true };
    const parcel = await this.pack(delivery);
    if (!parcel) return { kind: 'recipient', code: 'accountInactive', permanent: true };
    if (delivery.deviceId && !parcel.device)
      return { kind: 'recipient', code: 'deviceRemoved', permanent: true };
    try {
      await channel.send(parcel, AbortSignal.any([this.ending.signal, AbortSignal.timeout(ATTEMPT_MS)]));
      return null;
    } catch (error) {
      if (this.ending.signal.aborted) return 'stopped';
      if (error instanceof Undelivered) return error.failure;
      return { kind: 'channel', code: failureCode(error), permanent: false };
    }
  }

  /** What the channel needs to know; null when the person's account has been closed since. */
  private pack({ id, attempt, at, notificationId, accountId, deviceId }: Claimed): Promise<Parcel | null> {
    return this.unitOfWork.lookAsSystem(async (work) => {
      const [row] = await work.query<
        Pick<Parcel, 'message' | 'dueAt' | 'locale' | 'email'> & {
          sealed: Buffer | null;
          subscription: Buffer | null;
        }
      >(
        `select n.message, n.due_at as "dueAt", a.locale, a.email, c.phone_sealed as sealed, p.subscription_sealed as subscription
           from simpul.notification n join simpul.account a on a.id = n.account_id and a.active
           left join simpul.contact_choice c on c.account_id = a.id
           left join simpul.push_device p on p.id = $2 and p.account_id = a.id where n.id = $1`,
        [notificationId, deviceId],
      );
      if (!row) return null;
      const others = await work.query<{ message: MessageKey; dueAt: Date | null }>(
        `select n.message, n.due_at as "dueAt" from simpul.delivery d
           join simpul.notification n on n.id = d.notification_id where d.digest_id = $1`,
        [id],
      );
      const { sealed, subscription, message, dueAt, ...rest } = row;
      const phone = sealed ? this.vault.unsealForServer(sealed, telephonePlace(accountId)) : null;
      const device = subscription ? subscriptionIn(subscription, this.vault, accountId) : null;
      return { ...rest, ...digestOf([{ message, dueAt }, ...others]), id, attempt, at, phone, device };
    });
  }

  /** That it arrived is a fact, whoever says so: a late answer after the lease still saves the next attempt. */
  private async settleSent(delivery: Claimed): Promise<void> {
    await this.unitOfWork.runAsSystem({ name: 'notification.delivered' }, async (work) => {
      const [row] = await work.query(
        `update simpul.delivery set status = 'sent', settled_at = simpul.now(), last_failure = null
          where id = $1 and status = 'pending' returning id`,
        [delivery.id],
      );
      if (row) await this.enter(work, 'notification.delivered', delivery, {});
      else work.markAudited();
    });
  }

  private async settleFailure(delivery: Claimed, failure: Failure): Promise<void> {
    const { waitSeconds, tellAPerson } = afterFailure(delivery.attempt, failure);
    const words = failureWords(failure);
    this.log.warn(`${delivery.channel} ${delivery.id} not delivered, attempt ${delivery.attempt}: ${words}`);
    await this.unitOfWork.runAsSystem({ name: 'notification.undelivered' }, async (work) => {
      const [row] = await work.query(
        `update simpul.delivery
            set last_failure = $3, status = case when $4::int is null then 'failed' else status end,
                settled_at = case when $4::int is null then simpul.now() end,
                next_attempt_at = simpul.now() + make_interval(secs => coalesce($4::int, 0))
          where id = $1 and attempts = $2 and status = 'pending' returning id`,
        [delivery.id, delivery.attempt, words, waitSeconds],
      );
      work.markAudited();
      if (!row) return;
      if (waitSeconds === null)
        await this.enter(work, 'notification.undelivered', delivery, { failure: words });
      if (delivery.deviceId && failure.kind === 'recipient' && waitSeconds === null)
        // Before the alarm: it asks whether another way is left.
        await this.lost.lose(work, { ...delivery, deviceId: delivery.deviceId });
      if (tellAPerson) await this.alarm.raise(work, delivery, failure);
    });
  }

  private enter(work: Work, act: string, delivery: Claimed, facts: Record<string, string>): Promise<string> {
    return this.ledger.append(work, {
      act,
      object: { kind: 'notification', id: delivery.notificationId },
      facts: {
        channel: delivery.channel,
        delivery: delivery.id,
        person: delivery.accountId,
        ...(delivery.deviceId && { device: delivery.deviceId }),
        attempt: delivery.attempt,
        ...facts,
      },
    });
  }
}
