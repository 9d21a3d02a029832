import { ClosureModule } from '#closure';
import { HandoffModule } from '#handoff';
import { ReferralsModule } from '#referrals';
import { Module, type DynamicModule } from '@nestjs/common';
import { LinkCookie } from './http/link-cookie.js';
import { LinkPagesController } from './http/links.controller.js';
import { SlipsController } from './http/slips.controller.js';
import { LinkAnswers } from './link-answers.js';
import { LinkDoor } from './link-door.js';
import { LinkWatch } from './link-watch.js';
import { PaperActs } from './paper-acts.js';
import { ReturnedSlips } from './returned-slips.service.js';

/** How agencies without accounts answer: `/links/:token`, `/link-answer`; and slips that came back. */
@Module({})
export class RepliesHttpModule {
  static forConfig({ publicUrl }: { publicUrl: string }): DynamicModule {
    return {
      module: RepliesHttpModule,
      imports: [ReferralsModule, HandoffModule, ClosureModule],
      controllers: [LinkPagesController, SlipsController],
      providers: [
        LinkAnswers,
        LinkDoor,
        LinkWatch,
        PaperActs,
        ReturnedSlips,
        { provide: LinkCookie, useValue: new LinkCookie(publicUrl) },
      ],
    };
  }
}
