import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { LinkDoor } from './link-door.js';

/** A page has two seconds from a withdrawal to be without its words, the way to the telephone included. */
const LOOK_MS = 400;
/** About twenty seconds: below the idle time after which proxies and mobile networks drop a line. */
const LOOKS = 50;
/** Somebody may have two windows open; a program that opens a thousand is answered at once, and costs one look each. */
const WAITING_PER_SESSION_MAX = 3;

/** The page of a link asks whether it may stay open. It is answered the moment it may not, otherwise after a while. */
@Injectable()
export class LinkWatch implements BeforeApplicationShutdown {
  private readonly waiting = new Map<string, number>();
  private ending = false;

  constructor(private readonly door: LinkDoor) {}

  /** The server waits for every answer before it stops. */
  beforeApplicationShutdown(): void {
    this.ending = true;
  }

  /** Whether the page stands; `isGone` says that nobody listens any more. */
  async stands(session: string, version: number, isGone: () => boolean): Promise<boolean> {
    const others = this.waiting.get(session) ?? 0;
    this.waiting.set(session, others + 1);
    try {
      for (let look = 1; await this.door.stands(session, version); look += 1) {
        if (this.ending || isGone() || look >= LOOKS || others >= WAITING_PER_SESSION_MAX) return true;
        await sleep(LOOK_MS);
      }
      return false;
    } finally {
      const left = (this.waiting.get(session) ?? 1) - 1;
      if (left > 0) this.waiting.set(session, left);
      else this.waiting.delete(session);
    }
  }
}
