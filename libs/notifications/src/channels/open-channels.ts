import type { SimpulConfig } from '#config';
import type { Channel } from './channel.js';
import { MailChannel } from './mail-channel.js';

export type ChannelsConfig = Pick<SimpulConfig, 'mail' | 'publicUrl' | 'zone'>;

/** The channels that the city has set up; none for a laptop. */
export function openChannels({ mail, publicUrl, zone }: ChannelsConfig): Channel[] {
  const page = `${publicUrl}/`;
  return [...(mail ? [new MailChannel(mail, page, zone)] : [])];
}
