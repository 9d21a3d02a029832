import { HandoffModule } from '#handoff';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Closures } from './closures.service.js';
import { ClosuresController } from './http/closures.controller.js';
import { LoopConfirmation } from './loop-confirmation.entity.js';

/** `/referrals/:id/completion`, `/failure`, `/confirmation`. */
@Module({
  imports: [TypeOrmModule.forFeature([LoopConfirmation]), HandoffModule],
  controllers: [ClosuresController],
  providers: [Closures],
})
export class ClosureHttpModule {}
