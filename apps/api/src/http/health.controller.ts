import { Public } from '#access';
import { Refused } from '#refusals';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Public('a load balancer has no session; the answer says nothing but that the process answers')
  @ApiOperation({ operationId: 'healthLive' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public('a load balancer has no session; the answer says only whether the database answers')
  @ApiOperation({ operationId: 'healthReady' })
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw new Refused('unavailable', { retryAfterSeconds: 5 }, 503);
    }
    return { status: 'ok' };
  }
}
