import { CurrentActor, May, type Actor } from '#access';
import { CITY_ZONE } from '#deadlines';
import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Notifications } from '../notifications.service.js';
import {
  NotificationPage,
  NotificationQuery,
  NotificationView,
  toNotification,
} from './notifications.dto.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    @Inject(CITY_ZONE) private readonly zone: string,
  ) {}

  @Get()
  @May('notification.read')
  @ApiOperation({ operationId: 'listNotifications' })
  @ApiOkResponse({ type: NotificationPage })
  async list(@CurrentActor() actor: Actor, @Query() query: NotificationQuery): Promise<NotificationPage> {
    const [at, id] = query.cursor?.split('_') ?? [];
    const { items, unread, more } = await this.notifications.mine(actor, {
      unread: query.unread === 'true',
      ...(at && id && { before: { at, id } }),
    });
    const last = items.at(-1);
    return {
      items: items.map((row) => toNotification(row, actor, this.zone)),
      unread,
      next: more && last ? `${last.orderedBy}_${last.id}` : null,
    };
  }

  @Post(':id/reading')
  @HttpCode(200)
  @May('notification.read')
  @ApiOperation({ operationId: 'readNotification' })
  @ApiOkResponse({ type: NotificationView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<NotificationView> {
    return toNotification(await this.notifications.read(actor, id), actor, this.zone);
  }
}
