import { Module } from '@nestjs/common';
import { CodesController } from './http/codes.controller.js';

/** `GET /api/codes`. The lists themselves need no module: they are read when the program starts. */
@Module({ controllers: [CodesController] })
export class CodesHttpModule {}
