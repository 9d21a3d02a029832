import { Module } from '@nestjs/common';
import { WorklistsController } from './http/worklists.controller.js';
import { Worklists } from './worklists.service.js';

/** `/worklist`. Reads everything, is read by nobody. */
@Module({ controllers: [WorklistsController], providers: [Worklists] })
export class WorklistsHttpModule {}
