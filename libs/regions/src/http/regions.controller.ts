import { CurrentActor, May, type Actor } from '#access';
import { UnitOfWork } from '#database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

class RegionQuery {
  @ApiPropertyOptional({ description: 'Code of the region above; absent: provinces', example: '16.74' })
  @IsOptional()
  @Matches(/^\d{2}(?:\.\d{2}){0,2}$/, { message: 'region.malformed' })
  parent?: string;
}

class RegionView {
  @ApiProperty({ example: '16.74.01' }) code: string;
  @ApiProperty({ enum: ['PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE'] }) level: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, enum: ['KELURAHAN', 'DESA', null] }) villageKind:
    string | null;
}

class RegionList {
  @ApiProperty({ type: [RegionView] }) items: RegionView[];
}

@ApiTags('regions')
@Controller('regions')
export class RegionsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @May('reference.read')
  @ApiOperation({ operationId: 'listRegions' })
  @ApiOkResponse({ type: RegionList })
  async list(@CurrentActor() actor: Actor, @Query() { parent }: RegionQuery): Promise<RegionList> {
    const items = await this.unitOfWork.look(actor, (work) =>
      work.query<RegionView>(
        `select code, level, name, village_kind as "villageKind" from simpul.region
          where parent_code is not distinct from $1 order by name`,
        [parent ?? null],
      ),
    );
    return { items };
  }
}
