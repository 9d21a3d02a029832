import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid, Refused } from '#refusals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import type { PushKeys } from './channels/web-push.js';
import { devicesOf, type Device } from './push-devices.queries.js';
import { choiceFault, choiceWithout, internationalNumber, UNCHOSEN } from './rules/contact-choice.js';
import type { ChannelName } from './rules/delivery.js';

/** Injection token for the names of the channels that are set up. */
export const OPEN_CHANNEL_NAMES = Symbol('open channel names');
/** Injection token for the key pair by which push services know us. */
export const PUSH_KEYS = Symbol('push keys');

/** How one person is reached. */
export interface ContactView {
  open: readonly ChannelName[];
  email: boolean;
  gateway: boolean;
  /** What may wait, waits outside office hours. */
  quiet: boolean;
  /** The person's own number; null when none was given. */
  telephone: string | null;
  /** Browsers that are pushed to. */
  devices: readonly Device[];
  /** What a page passes to its browser to be pushed to; null where the city has not set up push. */
  pushKey: string | null;
}

export interface ContactChange {
  email: boolean;
  gateway: boolean;
  /** Absent leaves it. */
  quiet?: boolean;
  /** As people write it; null takes it away, absent leaves it. */
  telephone?: string | null;
}

/** Each person's own choice of channels. Nobody else reads it; the worker follows it. */
@Injectable()
export class ContactChoices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    @Inject(OPEN_CHANNEL_NAMES) private readonly open: readonly ChannelName[],
    @Inject(PUSH_KEYS) private readonly keys: PushKeys,
  ) {}

  async mine(actor: Actor): Promise<ContactView> {
    return this.unitOfWork.look(actor, (work) => this.read(work, actor.accountId));
  }

  /** Refusals: `notification.lastChannel` (409); 422: `telephone.malformed`, `notification.telephoneMissing`. */
  async choose(actor: Actor, change: ContactChange): Promise<ContactView> {
    return this.unitOfWork.run(actor, { name: 'notification.choose' }, async (work) => {
      const before = await this.read(work, actor.accountId);
      const telephone = change.telephone === undefined ? before.telephone : telephoneOf(change.telephone);
      const choice = { email: change.email, gateway: change.gateway };
      const quiet = change.quiet ?? before.quiet;
      const fault = choiceFault(this.open, choice, {
        telephone: telephone !== null,
        devices: before.devices.length,
      });
      if (fault === 'notification.telephoneMissing')
        throw new Invalid([{ pointer: '/telephone', code: fault }]);
      if (fault) throw new Refused(fault);
      await work.query(
        `insert into simpul.contact_choice (account_id, email, gateway, phone_sealed, quiet) values ($1, $2, $3, $4, $5)
         on conflict (account_id) do update
            set email = excluded.email, gateway = excluded.gateway, quiet = excluded.quiet, phone_sealed = excluded.phone_sealed,
                changed_at = simpul.now()`,
        [
          actor.accountId,
          choice.email,
          choice.gateway,
          telephone && this.vault.sealForServer(telephone, telephonePlace(actor.accountId)),
          quiet,
        ],
      );
      await this.ledger.append(work, {
        act: 'notification.channelsChosen',
        object: { kind: 'account', id: actor.accountId },
        facts: { ...choice, quiet, telephoneChanged: telephone !== before.telephone },
      });
      return { ...before, ...choice, quiet, telephone };
    });
  }

  /** After a device went: e-mail, or else the telephone, is switched on where it was the last way. */
  async keepAWay(work: Work, accountId: string): Promise<void> {
    const { open, email, gateway, telephone, devices } = await this.read(work, accountId);
    const choice = choiceWithout(
      open,
      { email, gateway },
      { telephone: telephone !== null, devices: devices.length },
    );
    if (!choice) throw new Refused('notification.lastChannel');
    if (choice.email === email && choice.gateway === gateway) return;
    await work.query(
      `update simpul.contact_choice set email = $2, gateway = $3, changed_at = simpul.now() where account_id = $1`,
      [accountId, choice.email, choice.gateway],
    );
  }

  /** For its owner. */
  async read(work: Work, accountId: string): Promise<ContactView> {
    const [row] = await work.query<{
      email: boolean;
      gateway: boolean;
      quiet: boolean;
      sealed: Buffer | null;
    }>(
      `select email, gateway, quiet, phone_sealed as sealed from simpul.contact_choice where account_id = $1`,
      [accountId],
    );
    const telephone = row?.sealed ? this.vault.unsealForServer(row.sealed, telephonePlace(accountId)) : null;
    const { email, gateway } = row ?? UNCHOSEN;
    return {
      open: this.open,
      email,
      gateway,
      quiet: row?.quiet ?? true,
      telephone,
      devices: await devicesOf(work, this.vault, accountId),
      pushKey: this.open.includes('push') ? this.keys.publicKey : null,
    };
  }
}

/** Where a sealed number belongs: moved to another account's row, it opens no more. */
export function telephonePlace(accountId: string): string {
  return `contact_choice.phone_sealed|${accountId}`;
}

function telephoneOf(written: string | null): string | null {
  if (written === null) return null;
  const number = internationalNumber(written);
  if (!number) throw new Invalid([{ pointer: '/telephone', code: 'telephone.malformed' }]);
  return number;
}
