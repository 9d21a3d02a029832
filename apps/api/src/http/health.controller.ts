import { Public } from '#access';
import { Refused } from '#refusals';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

class Guarantee {
  @ApiProperty({ format: 'date-time', description: 'When the worker last checked the invariants' })
  checkedAt: string;
  @ApiProperty({ description: 'Whether all of them held' })
  holds: boolean;
}

class Readiness {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
  @ApiProperty({ type: Guarantee, required: false, description: 'Absent before the first check' })
  guarantee?: Guarantee;
}

const NEWEST_CHECK = `select at, cardinality(broken) = 0 as holds from simpul.invariant_check order by at desc limit 1`;

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

  /** A broken promise is no reason to take the API away from people: the status stays, and whoever watches reads on. */
  @Get('ready')
  @Public(
    'a load balancer has no session; the answer says whether the database answers and the guarantee held',
  )
  @ApiOperation({ operationId: 'healthReady' })
  @ApiOkResponse({ type: Readiness })
  async ready(): Promise<Readiness> {
    try {
      const [check] = await this.dataSource.query<{ at: Date; holds: boolean }[]>(NEWEST_CHECK);
      return {
        status: 'ok',
        ...(check && { guarantee: { checkedAt: check.at.toISOString(), holds: check.holds } }),
      };
    } catch {
      throw new Refused('unavailable', { retryAfterSeconds: 5 }, 503);
    }
  }
}
