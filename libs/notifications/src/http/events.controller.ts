import { ActorSource, CurrentActor, May, type Actor } from '#access';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ChangeStream } from '../change-stream.js';

interface RawReply {
  hijack(): void;
  raw: {
    writeHead(status: number, headers: Record<string, string>): void;
    write(text: string): boolean;
    end(): void;
    on(event: 'close', heard: () => void): void;
  };
}

const HEARTBEAT_MS = 25_000;

/** Server-sent events: "something for you changed", a topic and an id, nothing else. */
@ApiTags('notifications')
@Controller('events')
export class EventsController {
  constructor(
    private readonly changes: ChangeStream,
    private readonly source: ActorSource,
  ) {}

  @Get()
  @May('events.listen')
  @ApiOperation({ operationId: 'listenForChanges' })
  @ApiProduces('text/event-stream')
  listen(@CurrentActor() actor: Actor, @Req() request: unknown, @Res() reply: RawReply): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    });
    raw.write('retry: 3000\n\n');
    const stop = this.changes.subscribe(actor.accountId, ({ topic, id }) =>
      raw.write(`event: changed\ndata: ${JSON.stringify({ topic, id })}\n\n`),
    );
    const heartbeat = setInterval(() => void this.beat(request, raw), HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  }

  /** A comment that keeps proxies from closing the line; when the session has ended, so does the stream. */
  private async beat(request: unknown, raw: RawReply['raw']): Promise<void> {
    const alive = await this.source.isLive(request).catch(() => true);
    if (alive) raw.write(': \n\n');
    else raw.end();
  }
}
