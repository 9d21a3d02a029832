import { ActorSource, CurrentActor, May, type Actor } from '#access';
import { Controller, Get, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
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

/** Server-sent events: "something for you changed", a topic and an id, nothing else. */
@ApiTags('notifications')
@Controller('events')
export class EventsController implements BeforeApplicationShutdown {
  /** Below the idle time after which proxies close a line (usually 30 to 60 s); a test may shorten it. */
  heartbeatMs = 25_000;
  private readonly open = new Set<RawReply['raw']>();

  constructor(
    private readonly changes: ChangeStream,
    private readonly source: ActorSource,
  ) {}

  /** The server waits for every answer to end before it stops, and these would never end by themselves. */
  beforeApplicationShutdown(): void {
    for (const raw of this.open) raw.end();
  }

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
      // Kept alive after its end, the connection would hold up a server that stops.
      Connection: 'close',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    });
    raw.write('retry: 3000\n\n');
    this.open.add(raw);
    const stop = this.changes.subscribe(actor.accountId, ({ topic, id }) =>
      raw.write(`event: changed\ndata: ${JSON.stringify({ topic, id })}\n\n`),
    );
    const heartbeat = setInterval(() => void this.beat(request, raw), this.heartbeatMs);
    raw.on('close', () => {
      clearInterval(heartbeat);
      this.open.delete(raw);
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
