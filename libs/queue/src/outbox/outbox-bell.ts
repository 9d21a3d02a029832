import { Outbox } from '#database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bell } from '../bell.js';

export const OUTBOX_TOPIC = 'outbox';
/** One ring may stand for many rows: adding a bell costs PostgreSQL as much as the act that it announces. */
const RINGS_APART_MS = 50;

/** Rings after commits, at most every 50 ms per process; the last of a burst always rings. */
@Injectable()
export class OutboxBell implements OnModuleInit {
  private pending: string | undefined;
  private resting = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly bell: Bell,
  ) {}

  onModuleInit(): void {
    this.outbox.setRinger((id) => this.ring(id));
  }

  ring(id: string): void {
    if (this.resting) {
      this.pending = id;
      return;
    }
    this.resting = true;
    void this.bell.ring(OUTBOX_TOPIC, id);
    setTimeout(() => {
      this.resting = false;
      const waiting = this.pending;
      this.pending = undefined;
      if (waiting) this.ring(waiting);
    }, RINGS_APART_MS).unref();
  }
}
