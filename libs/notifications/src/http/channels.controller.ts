import { CurrentActor, May, PlainText, type Actor } from '#access';
import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { ContactChoices } from '../contact-choices.service.js';
import { ChannelsView, toChannels } from './channels.view.js';

const TELEPHONE_MAX = 24;

export class ChooseChannelsInput {
  @ApiProperty() @IsBoolean() email: boolean;
  @ApiProperty() @IsBoolean() gateway: boolean;
  @ApiPropertyOptional({
    type: Boolean,
    description: 'What may wait, waits until the office opens; absent leaves it',
  })
  @IsOptional()
  @IsBoolean()
  quiet?: boolean;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Own number, as people write it; null takes it away',
  })
  @PlainText(TELEPHONE_MAX, { optional: true })
  telephone?: string | null;
}

@ApiTags('notifications')
@Controller('notification-channels')
export class ChannelsController {
  constructor(private readonly choices: ContactChoices) {}

  @Get()
  @May('notification.read')
  @ApiOperation({ operationId: 'getNotificationChannels' })
  @ApiOkResponse({ type: ChannelsView })
  async mine(@CurrentActor() actor: Actor): Promise<ChannelsView> {
    return toChannels(await this.choices.mine(actor));
  }

  @Patch()
  @May('notification.choose')
  @ApiOperation({ operationId: 'chooseNotificationChannels' })
  @ApiOkResponse({ type: ChannelsView })
  async choose(@CurrentActor() actor: Actor, @Body() input: ChooseChannelsInput): Promise<ChannelsView> {
    return toChannels(await this.choices.choose(actor, input));
  }
}
