import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';

export interface Change {
  topic: string;
  id: string;
}

const RECONNECT_MS = 2_000;

/**
 * Hears from PostgreSQL that somebody was told something and wakes that person's open pages, whichever process wrote it.
 * A lost connection loses wake-ups only; once it hears again it says so, and the pages ask anew.
 */
@Injectable()
export class ChangeStream implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('ChangeStream');
  private readonly listeners = new Map<string, Set<(change: Change) => void>>();
  private readonly afterGap = new Set<() => void>();
  private client: pg.Client | undefined;
  private hasHeard = false;
  private ended = false;

  constructor(private readonly url: string) {}

  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    await this.client?.end().catch(() => undefined);
  }

  /** Calls `hear` for each change of the account; returns how to stop. */
  subscribe(accountId: string, hear: (change: Change) => void): () => void {
    const own = this.listeners.get(accountId) ?? new Set();
    this.listeners.set(accountId, own.add(hear));
    return () => {
      own.delete(hear);
      if (own.size === 0) this.listeners.delete(accountId);
    };
  }

  /** Calls `act` whenever PostgreSQL is heard again after a gap in which changes may have been missed. */
  onGap(act: () => void): void {
    this.afterGap.add(act);
  }

  private async connect(): Promise<void> {
    if (this.ended) return;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'simpul changes',
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.hear(payload));
    client.on('error', () => undefined);
    client.once('end', () => void this.again());
    try {
      await client.connect();
      await client.query('listen simpul_changed');
      if (this.hasHeard) for (const act of this.afterGap) act();
      this.hasHeard = true;
    } catch {
      this.log.warn('not listening for changes; trying again');
      await client.end().catch(() => undefined);
    }
  }

  private async again(): Promise<void> {
    if (this.ended) return;
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS).unref());
    await this.connect();
  }

  private hear(payload: string | undefined): void {
    const { account, topic, id } = JSON.parse(payload ?? '{}') as {
      account?: string;
      topic?: string;
      id?: string;
    };
    if (!account || !topic || !id) return;
    for (const hear of this.listeners.get(account) ?? []) hear({ topic, id });
  }
}
