import { CurrentActor, May, type Actor } from '#access';
import { NotFound } from '#refusals';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Oversight } from '../oversight.service.js';
import {
  AuditPage,
  CheckpointSheetView,
  CheckpointView,
  toAuditEntry,
  toCheckpoint,
  toCheckpointSheet,
  toTrailPerson,
  toVerification,
  TrailPeople,
  TrailQuery,
  VerificationView,
} from './audit.dto.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly oversight: Oversight) {}

  @Get('entries')
  @May('audit.read')
  @ApiOperation({ operationId: 'readAuditTrail' })
  @ApiOkResponse({ type: AuditPage })
  async entries(@CurrentActor() actor: Actor, @Query() query: TrailQuery): Promise<AuditPage> {
    const { cursor, from, to, agencyId, ...rest } = query;
    const filter = {
      ...rest,
      actorAgency: agencyId,
      ...(from && { from: new Date(from) }),
      ...(to && { to: new Date(to) }),
    };
    const { items, next } = await this.oversight.trail(actor, filter, cursor);
    return { items: items.map((entry) => toAuditEntry(entry, actor.locale)), next };
  }

  @Get('people')
  @May('audit.read')
  @ApiOperation({ operationId: 'peopleOfTheTrail' })
  @ApiOkResponse({ type: TrailPeople })
  async people(@CurrentActor() actor: Actor): Promise<TrailPeople> {
    return { items: (await this.oversight.people(actor)).map(toTrailPerson) };
  }

  @Post('verifications')
  @HttpCode(200)
  @May('audit.verify')
  @ApiOperation({ operationId: 'verifyLedger' })
  @ApiOkResponse({ type: VerificationView })
  async verify(@CurrentActor() actor: Actor): Promise<VerificationView> {
    return toVerification(await this.oversight.verify(actor), actor.locale);
  }

  @Get('checkpoints/latest')
  @May('audit.read')
  @ApiOperation({ operationId: 'latestCheckpoint' })
  @ApiOkResponse({ type: CheckpointView })
  async checkpoint(@CurrentActor() actor: Actor): Promise<CheckpointView> {
    const { checkpoint, ...standing } = await this.oversight.checkpoint(actor);
    if (!checkpoint) throw new NotFound();
    return toCheckpoint(checkpoint, standing, actor.locale);
  }

  @Post('checkpoints/prints')
  @HttpCode(200)
  @May('audit.printCheckpoint')
  @ApiOperation({ operationId: 'printCheckpoint' })
  @ApiOkResponse({ type: CheckpointSheetView })
  async print(@CurrentActor() actor: Actor): Promise<CheckpointSheetView> {
    const { checkpoint, publicKey, at } = await this.oversight.printCheckpoint(actor);
    return toCheckpointSheet(checkpoint, publicKey, at);
  }
}
