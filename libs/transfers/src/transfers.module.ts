import { Module } from '@nestjs/common';
import { Departures } from './departures.service.js';
import { DeparturesController } from './http/departures.controller.js';

/** Work that passes to other hands for good: `/departures…`. */
@Module({ controllers: [DeparturesController], providers: [Departures] })
export class TransfersHttpModule {}
