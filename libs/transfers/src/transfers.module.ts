import { ClosureModule } from '#closure';
import { Module } from '@nestjs/common';
import { Departures } from './departures.service.js';
import { DeparturesController } from './http/departures.controller.js';
import { TransfersController } from './http/transfers.controller.js';
import { Transfers } from './transfers.service.js';

/** Work that passes to other hands for good: `/departures…`, `/case-transfers…`. */
@Module({
  imports: [ClosureModule],
  controllers: [DeparturesController, TransfersController],
  providers: [Departures, Transfers],
})
export class TransfersHttpModule {}
