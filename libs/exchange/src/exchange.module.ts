import { Module } from '@nestjs/common';
import { HsdsService } from './hsds.service.js';
import { ExchangeController } from './http/exchange.controller.js';

/** `/exports`, `/imports`. */
@Module({ controllers: [ExchangeController], providers: [HsdsService] })
export class ExchangeHttpModule {}
