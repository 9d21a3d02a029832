import { ApiProperty } from '@nestjs/swagger';
import type { ContactView } from '../contact-choices.service.js';
import { CHANNELS } from '../rules/delivery.js';
import { BROWSERS, SYSTEMS } from '../rules/push-device.js';

export class DeviceView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: BROWSERS }) browser: string;
  @ApiProperty({ enum: SYSTEMS }) system: string;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({ description: 'SHA-256 of the endpoint, base64url: a page knows its own browser by it' })
  fingerprint: string;
}

export class ChannelsView {
  @ApiProperty({ enum: CHANNELS, isArray: true, description: 'What the city has set up' }) open: string[];
  @ApiProperty() email: boolean;
  @ApiProperty() gateway: boolean;
  @ApiProperty({ description: 'What may wait, waits until the office opens' }) quiet: boolean;
  @ApiProperty({ type: String, nullable: true }) telephone: string | null;
  @ApiProperty({ type: [DeviceView], description: 'Browsers that are pushed to' }) devices: DeviceView[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'applicationServerKey for pushManager.subscribe; null where push is not set up',
  })
  pushKey: string | null;
}

export function toChannels(view: ContactView): ChannelsView {
  return {
    open: [...view.open],
    email: view.email,
    gateway: view.gateway,
    quiet: view.quiet,
    telephone: view.telephone,
    devices: view.devices.map(({ id, browser, system, since, fingerprint }) => ({
      id,
      browser,
      system,
      since: since.toISOString(),
      fingerprint,
    })),
    pushKey: view.pushKey,
  };
}
