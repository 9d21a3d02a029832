import type { SimpulConfig } from '#config';
import type { ChannelName } from '../rules/delivery.js';
import type { Channel } from './channel.js';
import { GatewayChannel } from './gateway-channel.js';
import { MailChannel } from './mail-channel.js';

export type ChannelsConfig = Pick<SimpulConfig, 'mail' | 'gateway' | 'publicUrl' | 'zone'>;

/** The channels that the city has set up; none for a laptop. */
export function openChannels({ mail, gateway, publicUrl, zone }: ChannelsConfig): Channel[] {
  const page = `${publicUrl}/`;
  return [
    ...(mail ? [new MailChannel(mail, page, zone)] : []),
    ...(gateway ? [new GatewayChannel(gateway, page, zone)] : []),
  ];
}

/** Their names, for a program that only asks which there are. */
export function openChannelNames({ mail, gateway }: Pick<SimpulConfig, 'mail' | 'gateway'>): ChannelName[] {
  return [...(mail ? (['email'] as const) : []), ...(gateway ? (['gateway'] as const) : [])];
}
