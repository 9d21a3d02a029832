import { CurrentActor, May, type Actor } from '#access';
import { ReferralView, toReferral } from '#referrals';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PacketUpdates, type SheetChange } from '../packet-updates.service.js';
import { SendUpdateDto, toUpdatePreview, UpdatePreviewView, UpdateSheetDto } from './packet-updates.dto.js';

@ApiTags('referrals')
@Controller('referrals/:id')
export class PacketUpdatesController {
  constructor(private readonly updates: PacketUpdates) {}

  @Post('update-preview')
  @HttpCode(200)
  @May('referral.previewUpdate')
  @ApiOperation({
    operationId: 'previewUpdate',
    summary: 'What would change for the receiver, were it told now',
  })
  @ApiOkResponse({ type: UpdatePreviewView })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateSheetDto,
  ): Promise<UpdatePreviewView> {
    return toUpdatePreview(await this.updates.preview(actor, id, toChange(body)), actor.locale);
  }

  @Post('update')
  @HttpCode(200)
  @May('referral.update')
  @ApiOperation({
    operationId: 'sendUpdate',
    summary: 'Freezes the update as the next version; the receiver is told',
  })
  @ApiOkResponse({ type: ReferralView })
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { mark, ...sheet }: SendUpdateDto,
  ): Promise<ReferralView> {
    return toReferral(await this.updates.send(actor, id, toChange(sheet), mark), actor);
  }
}

function toChange({ purposeFields, ...rest }: UpdateSheetDto): SheetChange {
  if (!purposeFields) return rest;
  const told = Object.entries(purposeFields).filter(([, value]) => value !== undefined);
  return { ...rest, purposeFields: Object.fromEntries(told) as Record<string, string | boolean> };
}
