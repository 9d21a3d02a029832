import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { isPushKey, type PushSubscription } from './channels/web-push.js';
import { ContactChoices, type ContactView } from './contact-choices.service.js';
import { devicePlace, forgetDevice } from './push-devices.queries.js';
import { DEVICES_MAX } from './rules/push-device.js';
import { pushEndpoint } from './rules/push-endpoint.js';

/** Injection token: push services beyond those of the browser makers; null where the city has not set up push. */
export const PUSH_HOSTS_TOO = Symbol('push hosts too');

export interface NewDevice extends PushSubscription {
  browser: string;
  system: string;
}

/** Each person's own browsers that may be pushed to. Nobody else reads or writes them; the worker sends there. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly choices: ContactChoices,
    @Inject(PUSH_HOSTS_TOO) private readonly hosts: readonly string[] | null,
  ) {}

  /**
   * Switches a browser on; the same browser again only renews its keys. Refusals: `push.notSetUp`, `push.tooManyDevices`
   * (409); 422: `push.endpointRefused`, `push.keyMalformed`.
   */
  async add(actor: Actor, { browser, system, ...subscription }: NewDevice): Promise<ContactView> {
    if (!pushEndpoint(subscription.endpoint, this.hosts ?? []))
      throw new Invalid([{ pointer: '/endpoint', code: 'push.endpointRefused' }]);
    if (!isPushKey(subscription.p256dh))
      throw new Invalid([{ pointer: '/p256dh', code: 'push.keyMalformed' }]);
    if (!this.hosts) throw new Refused('push.notSetUp');
    return this.unitOfWork.run(actor, { name: 'notification.addDevice' }, async (work) => {
      // Two at once must not both find the last free place.
      await work.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `simpul.pushDevice ${actor.accountId}`,
      ]);
      const mark = this.markOf(subscription.endpoint);
      const [count] = await work.query<{ others: number }>(
        `select count(*)::int as others from simpul.push_device
          where account_id = $1 and removed_at is null and endpoint_mark <> $2`,
        [actor.accountId, mark],
      );
      if (count!.others >= DEVICES_MAX) throw new Refused('push.tooManyDevices');
      const { endpoint, p256dh, auth } = subscription;
      const sealed = this.vault.sealForServer(
        JSON.stringify({ endpoint, p256dh, auth }),
        devicePlace(actor.accountId),
      );
      const [row] = await work.query<{ id: string }>(
        `insert into simpul.push_device (account_id, browser, system, endpoint_mark, subscription_sealed)
         values ($1, $2, $3, $4, $5)
         on conflict (account_id, endpoint_mark) where removed_at is null do update
            set browser = excluded.browser, system = excluded.system, subscription_sealed = excluded.subscription_sealed
         returning id`,
        [actor.accountId, browser, system, mark, sealed],
      );
      await this.ledger.append(work, {
        act: 'notification.deviceAdded',
        object: { kind: 'account', id: actor.accountId },
        facts: { device: row!.id, browser, system },
      });
      return this.choices.read(work, actor.accountId);
    });
  }

  /** Takes a browser away. Where it was the last way, e-mail is switched on; with none open: `notification.lastChannel`. */
  async remove(actor: Actor, id: string): Promise<ContactView> {
    return this.unitOfWork.run(actor, { name: 'notification.removeDevice' }, async (work) => {
      if (!(await forgetDevice(work, actor.accountId, id))) throw new NotFound();
      await this.choices.keepAWay(work, actor.accountId);
      await this.ledger.append(work, {
        act: 'notification.deviceRemoved',
        object: { kind: 'account', id: actor.accountId },
        facts: { device: id },
      });
      return this.choices.read(work, actor.accountId);
    });
  }

  private markOf(endpoint: string): string {
    return this.vault.commitment(`push_device.endpoint|${endpoint}`);
  }
}
