import { ClosureModule } from '#closure';
import { HandoffModule } from '#handoff';
import { ReferralsModule } from '#referrals';
import { Module, type DynamicModule } from '@nestjs/common';
import { LinkCookie } from './http/link-cookie.js';
import { LinkPagesController } from './http/links.controller.js';
import { LinkAnswers } from './link-answers.js';
import { LinkDoor } from './link-door.js';

/** How agencies without accounts answer: `/links/:token`, `/link-answer`. */
@Module({})
export class RepliesHttpModule {
  static forConfig({ publicUrl }: { publicUrl: string }): DynamicModule {
    return {
      module: RepliesHttpModule,
      imports: [ReferralsModule, HandoffModule, ClosureModule],
      controllers: [LinkPagesController],
      providers: [LinkAnswers, LinkDoor, { provide: LinkCookie, useValue: new LinkCookie(publicUrl) }],
    };
  }
}
