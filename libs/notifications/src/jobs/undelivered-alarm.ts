import { Outbox, type Work } from '#database';
import { Injectable, Logger } from '@nestjs/common';
import { failureWords, type Failure } from '../rules/delivery.js';
import { ALARMS_ABOUT_CHANNELS } from '../rules/failed-channel.js';

/** Topic of the message that somebody could not be reached; its consumer tells a person. */
export const CHANNEL_FAILED = 'channel.failed';

/** One alarm stands for everybody behind a closed channel for an hour, and for one person for a day. */
const QUIET_SECONDS = { channel: 3_600, recipient: 86_400 };

export interface Failed {
  id: string;
  accountId: string;
  channel: string;
  deviceId: string | null;
  attempt: number;
}

/** Brings a person to the end of what could not be delivered. */
@Injectable()
export class UndeliveredAlarm {
  private readonly log = new Logger('Deliveries');

  constructor(private readonly outbox: Outbox) {}

  /** Once per delivery, and one message for all that fail for the same reason; about such an alarm nobody is told. */
  async raise(work: Work, delivery: Failed, failure: Failure): Promise<void> {
    // Lanes and workers wait for each other here, so that two do not raise the same alarm.
    await work.query(`select pg_advisory_xact_lock(hashtextextended('simpul.channelFailed', 0))`);
    const [news] = await work.query<{ told: boolean; reached: boolean }>(
      `with mine as (
         update simpul.delivery d
            set alarmed_at = simpul.now(),
                no_other_way = not exists (
                  select 1 from simpul.delivery other
                   where other.notification_id = d.notification_id and other.id <> d.id
                     and (other.status in ('sent', 'merged') or other.status = 'pending' and other.last_failure is null))
          where id = $1 and alarmed_at is null returning notification_id, no_other_way)
       select exists (select 1 from simpul.delivery d
                       where d.id <> $1 and d.channel = $2 and ($4 = 'channel' or d.account_id = $3)
                         and d.last_failure like $4::text || '.%' and (d.no_other_way or not mine.no_other_way)
                         and d.alarmed_at > simpul.now() - make_interval(secs => $5))
              or exists (select 1 from simpul.notification n where n.id = mine.notification_id and n.message = any ($6))
              as told, not mine.no_other_way as reached
         from mine`,
      [
        delivery.id,
        delivery.channel,
        delivery.accountId,
        failure.kind,
        QUIET_SECONDS[failure.kind],
        ALARMS_ABOUT_CHANNELS,
      ],
    );
    if (!news || news.told) return;
    // A browser that is over is nobody's fault and no administrator can mend it: its person was told (LostDevices).
    if (delivery.deviceId && failure.kind === 'recipient' && news.reached) return;
    this.log.error(
      `ALARM ${delivery.channel} ${delivery.id} failed ${delivery.attempt} times: ${failureWords(failure)}`,
    );
    await this.outbox.announce(work, CHANNEL_FAILED, { deliveryId: delivery.id });
  }
}
