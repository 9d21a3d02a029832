import { Module } from '@nestjs/common';
import { RegionsController } from './http/regions.controller.js';

@Module({ controllers: [RegionsController] })
export class RegionsHttpModule {}
