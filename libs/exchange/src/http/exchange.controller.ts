import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HsdsService } from '../hsds.service.js';
import { HsdsPackageView, ImportPackageInput, PackageImportView, toPackageImport } from './exchange.dto.js';

/** What leaves for other systems and comes from them, in the words that they agreed on. */
@ApiTags('exchange')
@Controller()
export class ExchangeController {
  constructor(private readonly hsds: HsdsService) {}

  @Get('exports/hsds')
  @May('directory.export')
  @Header('content-disposition', 'attachment; filename="direktori-hsds-3.0.json"')
  @ApiOperation({
    operationId: 'exportHsds',
    summary: 'The directory as Open Referral HSDS 3.0, no secret place in it',
  })
  @ApiOkResponse({ type: HsdsPackageView })
  async export(@CurrentActor() actor: Actor): Promise<HsdsPackageView> {
    return this.hsds.export(actor) as Promise<HsdsPackageView>;
  }

  @Post('imports')
  @HttpCode(200)
  @May('directory.import')
  @StepUp()
  @ApiOperation({
    operationId: 'importPackage',
    summary: 'Says what a package would change, then changes it',
  })
  @ApiOkResponse({ type: PackageImportView })
  async import(@CurrentActor() actor: Actor, @Body() input: ImportPackageInput): Promise<PackageImportView> {
    return toPackageImport(await this.hsds.import(actor, input));
  }
}
