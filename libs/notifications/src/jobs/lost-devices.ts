import { Ledger } from '#audit';
import { Outbox, type Work } from '#database';
import { Injectable } from '@nestjs/common';
import { forgetDevice } from '../push-devices.queries.js';
import { WaysOut } from './ways-out.js';

/** Topic of the message that a browser is no longer reached; its consumer tells the person who switched it on. */
export const DEVICE_LOST = 'channel.deviceLost';

/** Ends a browser's subscription that its push service no longer knows, and loses no word by that. */
@Injectable()
export class LostDevices {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly ways: WaysOut,
  ) {}

  /**
   * What the device should have told goes by another way, unless another has told it: the delivery's own word and all
   * that had gone into it. Only its person can switch a browser on again, so that person hears of it.
   */
  async lose(work: Work, delivery: { id: string; accountId: string; deviceId: string }): Promise<void> {
    const { id, accountId, deviceId } = delivery;
    const known = await forgetDevice(work, accountId, deviceId);
    if (known) {
      await this.ledger.append(work, {
        act: 'notification.deviceLost',
        object: { kind: 'account', id: accountId },
        facts: { device: deviceId },
      });
      await this.outbox.announce(work, DEVICE_LOST, { deviceId });
    }
    for (const way of await this.ways.of(work, accountId))
      await work.query(
        `insert into simpul.delivery (notification_id, account_id, channel, device_id, may_wait)
         select notification_id, account_id, $2, $3, may_wait from simpul.delivery lost
          where (id = $1 or digest_id = $1)
            and not exists (select 1 from simpul.delivery other
                             where other.notification_id = lost.notification_id and other.id <> lost.id
                               and (other.status in ('sent', 'merged') or other.status = 'pending'))
         on conflict do nothing`,
        [id, way.channel, way.deviceId],
      );
  }
}
