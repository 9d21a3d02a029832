import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { PushDevices } from '../push-devices.service.js';
import { BROWSERS, SYSTEMS } from '../rules/push-device.js';
import { ChannelsView, toChannels } from './channels.view.js';

/** What `PushSubscription.toJSON()` holds, and which browser it is. */
export class AddDeviceInput {
  @ApiProperty({ description: 'Address at the browser maker’s push service' })
  @IsString()
  @MaxLength(1_024)
  @Matches(/^https?:\/\/[!-~]+$/, { message: 'push.endpointRefused' })
  endpoint: string;
  @ApiProperty({ description: 'Public key of the browser: 65 bytes, base64url' })
  @IsString()
  @Matches(/^[\w-]{87}=?$/, { message: 'push.keyMalformed' })
  p256dh: string;
  @ApiProperty({ description: 'Shared secret of the browser: 16 bytes, base64url' })
  @IsString()
  @Matches(/^[\w-]{22}(?:==)?$/, { message: 'push.keyMalformed' })
  auth: string;
  @ApiProperty({ enum: BROWSERS }) @IsIn(BROWSERS) browser: string;
  @ApiProperty({ enum: SYSTEMS }) @IsIn(SYSTEMS) system: string;
}

@ApiTags('notifications')
@Controller('notification-devices')
export class DevicesController {
  constructor(private readonly devices: PushDevices) {}

  @Post()
  @May('notification.choose')
  @ApiOperation({ operationId: 'addNotificationDevice', summary: 'Switches this browser on for push' })
  @ApiCreatedResponse({ type: ChannelsView })
  async add(@CurrentActor() actor: Actor, @Body() input: AddDeviceInput): Promise<ChannelsView> {
    return toChannels(await this.devices.add(actor, input));
  }

  @Post(':id/removal')
  @HttpCode(200)
  @May('notification.choose')
  @ApiOperation({ operationId: 'removeNotificationDevice' })
  @ApiOkResponse({ type: ChannelsView })
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ChannelsView> {
    return toChannels(await this.devices.remove(actor, id));
  }
}
