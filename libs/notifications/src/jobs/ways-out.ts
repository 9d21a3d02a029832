import type { Work } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { OPEN_CHANNELS, type Channel } from '../channels/channel.js';
import { channelsFor, UNCHOSEN } from '../rules/contact-choice.js';
import type { ChannelName } from '../rules/delivery.js';

/** One way to one person. `deviceId` null: the channel has no devices, or this person has none. */
export interface WayOut {
  readonly channel: ChannelName;
  readonly deviceId: string | null;
}

/** By which ways a person is reached now: what is open, as the person chose, one for each device. */
@Injectable()
export class WaysOut {
  constructor(@Inject(OPEN_CHANNELS) private readonly channels: readonly Channel[]) {}

  async of(work: Work, accountId: string): Promise<WayOut[]> {
    if (this.channels.length === 0) return [];
    const [choice] = await work.query<{ email: boolean; gateway: boolean; telephone: boolean }>(
      'select email, gateway, phone_sealed is not null as telephone from simpul.contact_choice where account_id = $1',
      [accountId],
    );
    const devices = await work.query<{ id: string }>(
      'select id from simpul.push_device where account_id = $1 and removed_at is null order by created_at, id',
      [accountId],
    );
    const open = this.channels.map(({ name }) => name);
    const means = { telephone: choice?.telephone ?? false, devices: devices.length };
    return channelsFor(open, choice ?? UNCHOSEN, means).flatMap((channel): WayOut[] =>
      channel === 'push' && devices.length > 0
        ? devices.map(({ id }) => ({ channel, deviceId: id }))
        : [{ channel, deviceId: null }],
    );
  }
}
