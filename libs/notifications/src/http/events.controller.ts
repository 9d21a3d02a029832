import { ActorSource, CurrentActor, May, type Actor } from '#access';
import { Controller, Get, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ChangeStream, type Change } from '../change-stream.js';

interface RawReply {
  hijack(): void;
  raw: {
    writeHead(status: number, headers: Record<string, string>): void;
    write(text: string): boolean;
    end(): void;
    readonly writableEnded: boolean;
    readonly writableLength: number;
    on(event: 'close', heard: () => void): void;
  };
}

const UNREAD_BYTES_MAX = 64 * 1024;

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
  ) {
    // A page whose line ends opens another and asks for everything anew: the way to make up for what was not heard.
    changes.onGap(() => this.endAll());
  }

  /** The server waits for every answer to end before it stops, and these would never end by themselves. */
  beforeApplicationShutdown(): void {
    this.endAll();
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
    // A comment keeps proxies from closing the line, and says nothing: also when nobody can be asked just now.
    const beat = async (): Promise<void> => {
      if (await this.source.isStill(request, actor).catch(() => true)) say(raw, ': \n\n');
      else raw.end();
    };
    // Whoever may no longer listen hears no word more, and is not told later either.
    const tell = async ({ topic, id }: Change): Promise<void> => {
      if (await this.source.isStill(request, actor).catch(() => false))
        say(raw, `event: changed\ndata: ${JSON.stringify({ topic, id })}\n\n`);
      else raw.end();
    };
    const stop = this.changes.subscribe(actor.accountId, (change) => void tell(change));
    const heartbeat = setInterval(() => void beat(), this.heartbeatMs);
    raw.on('close', () => {
      clearInterval(heartbeat);
      this.open.delete(raw);
      stop();
    });
  }

  private endAll(): void {
    for (const raw of this.open) raw.end();
  }
}

/**
 * Writes to a line that is still open: a write after its end would be an error that nobody catches and end the process.
 * A page that reads nothing loses its line, and asks anew when it comes back.
 */
function say(raw: RawReply['raw'], text: string): void {
  if (raw.writableEnded) return;
  if (raw.writableLength > UNREAD_BYTES_MAX) raw.end();
  else raw.write(text);
}
