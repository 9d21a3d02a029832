import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { EmergencyAccesses } from '../emergency/emergency-access.service.js';
import {
  EmergencyAccessesView,
  EmergencyAccessView,
  EmergencyInput,
  EmergencyReviewInput,
  toEmergencyAccess,
} from './emergency.dto.js';

@ApiTags('emergency')
@Controller('emergency-accesses')
export class EmergencyController {
  constructor(private readonly emergencies: EmergencyAccesses) {}

  @Get()
  @May('emergency.read')
  @ApiOperation({
    operationId: 'listEmergencyAccesses',
    summary: 'My own, and those that I have to know of; newest first',
  })
  @ApiOkResponse({ type: EmergencyAccessesView })
  async list(@CurrentActor() actor: Actor): Promise<EmergencyAccessesView> {
    return { items: (await this.emergencies.list(actor)).map(toEmergencyAccess) };
  }

  @Post()
  @May('emergency.open')
  @StepUp()
  @ApiOperation({
    operationId: 'openEmergencyAccess',
    summary:
      'Opens one case for an hour; those who answer for it are told at once, and another person reviews it',
  })
  @ApiCreatedResponse({ type: EmergencyAccessView })
  async open(@CurrentActor() actor: Actor, @Body() input: EmergencyInput): Promise<EmergencyAccessView> {
    return toEmergencyAccess(await this.emergencies.open(actor, input));
  }

  @Post(':id/ending')
  @HttpCode(204)
  @May('emergency.end')
  @ApiOperation({ operationId: 'endEmergencyAccess', summary: 'Sooner than after the hour' })
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.emergencies.end(actor, id);
  }

  @Post(':id/review')
  @HttpCode(204)
  @May('emergency.review')
  @StepUp()
  @ApiOperation({ operationId: 'reviewEmergencyAccess', summary: 'Another person signs it off' })
  @ApiNoContentResponse()
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { outcome }: EmergencyReviewInput,
  ): Promise<void> {
    await this.emergencies.review(actor, id, outcome);
  }
}
