import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DirectoryQueries } from '../directory.queries.js';
import { DirectoryService } from '../directory.service.js';
import {
  AgencyContactsInput,
  CapacityInput,
  DirectoryQuery,
  EditAgencyInput,
  EditServiceInput,
  ServiceInput,
  toAgencyEntry,
  toContactEntry,
  toServiceEntry,
  VersionInput,
} from './directory.dto.js';
import { DirectoryListView, DirectoryPageView, toDirectoryList, toDirectoryPage } from './directory.view.js';

/** The directory as people keep it. Every act answers with the agency's page as it now is. */
@ApiTags('directory')
@Controller('directory')
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly queries: DirectoryQueries,
  ) {}

  @Get('agencies')
  @May('directory.read')
  @ApiOperation({
    operationId: 'listDirectory',
    summary: 'Agencies by name, need, kind, or those to be checked again',
  })
  @ApiOkResponse({ type: DirectoryListView })
  async list(@CurrentActor() actor: Actor, @Query() query: DirectoryQuery): Promise<DirectoryListView> {
    const { state, ...filter } = query;
    const { rows, ...counts } = await this.queries.list(actor, { ...filter, staleOnly: state === 'STALE' });
    return toDirectoryList(rows, counts);
  }

  @Get('agencies/:id')
  @May('directory.read')
  @ApiOperation({ operationId: 'readDirectoryAgency' })
  @ApiOkResponse({ type: DirectoryPageView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DirectoryPageView> {
    return toDirectoryPage(await this.queries.page(actor, id));
  }

  @Patch('agencies/:id')
  @May('directory.edit')
  @ApiOperation({ operationId: 'editAgency' })
  @ApiOkResponse({ type: DirectoryPageView })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: EditAgencyInput,
  ): Promise<DirectoryPageView> {
    await this.directory.edit(actor, id, input.version, toAgencyEntry(input));
    return this.read(actor, id);
  }

  @Post('agencies/:id/contacts')
  @HttpCode(200)
  @May('directory.contacts')
  @StepUp()
  @ApiOperation({ operationId: 'setAgencyContacts' })
  @ApiOkResponse({ type: DirectoryPageView })
  async contacts(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: AgencyContactsInput,
  ): Promise<DirectoryPageView> {
    await this.directory.setContacts(actor, id, input.version, toContactEntry(input));
    return this.read(actor, id);
  }

  @Post('agencies/:id/verification')
  @HttpCode(200)
  @May('directory.verify')
  @ApiOperation({ operationId: 'verifyAgency', summary: 'Somebody looked: all of it is true today' })
  @ApiOkResponse({ type: DirectoryPageView })
  async verify(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: VersionInput,
  ): Promise<DirectoryPageView> {
    await this.directory.verify(actor, id, version);
    return this.read(actor, id);
  }

  @Post('agencies/:id/services')
  @May('directory.edit')
  @ApiOperation({ operationId: 'addService' })
  @ApiCreatedResponse({ type: DirectoryPageView })
  async addService(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ServiceInput,
  ): Promise<DirectoryPageView> {
    await this.directory.addService(actor, id, toServiceEntry(input));
    return this.read(actor, id);
  }

  @Patch('services/:id')
  @May('directory.edit')
  @ApiOperation({ operationId: 'editService' })
  @ApiOkResponse({ type: DirectoryPageView })
  async editService(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: EditServiceInput,
  ): Promise<DirectoryPageView> {
    return this.read(
      actor,
      await this.directory.editService(actor, id, input.version, toServiceEntry(input)),
    );
  }

  @Post('services/:id/capacity')
  @HttpCode(200)
  @May('directory.edit')
  @ApiOperation({ operationId: 'setServiceCapacity', summary: 'Places there are and places free, as of now' })
  @ApiOkResponse({ type: DirectoryPageView })
  async capacity(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, total, free }: CapacityInput,
  ): Promise<DirectoryPageView> {
    return this.read(actor, await this.directory.setCapacity(actor, id, version, { total, free }));
  }

  @Post('services/:id/ending')
  @HttpCode(200)
  @May('directory.edit')
  @ApiOperation({ operationId: 'endService', summary: 'The service is no longer given' })
  @ApiOkResponse({ type: DirectoryPageView })
  async endService(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: VersionInput,
  ): Promise<DirectoryPageView> {
    return this.read(actor, await this.directory.endService(actor, id, version));
  }
}
