import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Appointments } from '../appointments/appointments.service.js';
import {
  AppointmentDto,
  ArrangementDto,
  CallOffDto,
  FollowUpDto,
  NewTimeDto,
  NotAttendedDto,
} from './appointments.dto.js';
import { NothingDto } from './referral-acts.dto.js';

@ApiTags('appointments')
@Controller('referrals/:id/appointments')
export class AppointmentsController {
  constructor(private readonly appointments: Appointments) {}

  @Post()
  @HttpCode(204)
  @May('appointment.set')
  @ApiOperation({ operationId: 'setAppointment', summary: 'When the person and whoever helps meet' })
  @ApiNoContentResponse()
  async set(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: AppointmentDto,
  ): Promise<void> {
    await this.appointments.set(actor, id, { ...input, at: new Date(input.at) });
  }

  @Post(':appointmentId/arrangement')
  @HttpCode(204)
  @May('appointment.arrange')
  @ApiOperation({ operationId: 'arrangeAppointment', summary: 'Who comes along, and what has to be ready' })
  @ApiNoContentResponse()
  async arrange(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() input: ArrangementDto,
  ): Promise<void> {
    await this.appointments.arrange(actor, id, appointmentId, input);
  }

  @Post(':appointmentId/new-time')
  @HttpCode(204)
  @May('appointment.move')
  @ApiOperation({ operationId: 'moveAppointment', summary: 'Another time; the old one stays as moved' })
  @ApiNoContentResponse()
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() { at, reason }: NewTimeDto,
  ): Promise<void> {
    await this.appointments.move(actor, id, appointmentId, new Date(at), reason);
  }

  @Post(':appointmentId/cancellation')
  @HttpCode(204)
  @May('appointment.cancel')
  @ApiOperation({ operationId: 'cancelAppointment', summary: 'Called off by either side' })
  @ApiNoContentResponse()
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() { reason }: CallOffDto,
  ): Promise<void> {
    await this.appointments.cancel(actor, id, appointmentId, reason);
  }

  @Post(':appointmentId/attendance')
  @HttpCode(204)
  @May('appointment.attend')
  @ApiOperation({ operationId: 'attendAppointment', summary: 'They met' })
  @ApiNoContentResponse()
  async attend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() _body: NothingDto,
  ): Promise<void> {
    await this.appointments.attend(actor, id, appointmentId);
  }

  @Post(':appointmentId/no-show')
  @HttpCode(204)
  @May('appointment.miss')
  @ApiOperation({
    operationId: 'missAppointment',
    summary: 'The person could not come; the case team gets in touch',
  })
  @ApiNoContentResponse()
  async miss(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() { reason }: NotAttendedDto,
  ): Promise<void> {
    await this.appointments.miss(actor, id, appointmentId, reason);
  }

  @Post(':appointmentId/follow-up')
  @HttpCode(204)
  @May('appointment.followUp')
  @ApiOperation({
    operationId: 'followUpAppointment',
    summary: 'The case team reached the person, or tried to',
  })
  @ApiNoContentResponse()
  async followUp(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() { outcome }: FollowUpDto,
  ): Promise<void> {
    await this.appointments.followUp(actor, id, appointmentId, outcome);
  }
}
