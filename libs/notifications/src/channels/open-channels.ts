import type { SimpulConfig } from '#config';
import { CHANNELS, type ChannelName } from '../rules/delivery.js';
import type { Channel } from './channel.js';
import { GatewayChannel } from './gateway-channel.js';
import { MailChannel } from './mail-channel.js';
import { PushChannel } from './push-channel.js';
import type { PushKeys } from './web-push.js';

type Ways = Pick<SimpulConfig, 'mail' | 'gateway' | 'push'>;
export type ChannelsConfig = Ways & Pick<SimpulConfig, 'publicUrl' | 'zone'>;

/** The channels that the city has set up; none for a laptop. */
export function openChannels(
  { mail, gateway, push, publicUrl, zone }: ChannelsConfig,
  keys: PushKeys,
): Channel[] {
  const page = `${publicUrl}/`;
  return [
    ...(mail ? [new MailChannel(mail, page, zone)] : []),
    ...(gateway ? [new GatewayChannel(gateway, page, zone)] : []),
    ...(push ? [new PushChannel(keys, push)] : []),
  ];
}

/** Their names, for a program that only asks which there are. */
export function openChannelNames({ channels }: Pick<SimpulConfig, 'channels'>): ChannelName[] {
  return CHANNELS.filter((name) => channels.includes(name));
}
