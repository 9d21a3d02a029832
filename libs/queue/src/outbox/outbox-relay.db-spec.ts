import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Outbox, UnitOfWork, type Work } from '#database';
import { freshDatabase, until, type FreshDatabase } from '#harness';
import type { OutboxConsumer } from './outbox-consumer.js';
import { OUTBOX_STUCK, OutboxRelay } from './outbox-relay.js';

const MONDAY = Date.parse('2026-03-02T08:00:00+07:00');

describe('the outbox relay', () => {
  let database: FreshDatabase;
  let source: DataSource;
  let unitOfWork: UnitOfWork;
  let outbox: Outbox;
  let owner: pg.Client;

  const at = (seconds: number): Promise<void> =>
    database.setClock(new Date(MONDAY + seconds * 1000).toISOString());
  const announce = (topic: string): Promise<string> =>
    unitOfWork.keep(null, (work) =>
      outbox.announce(work, topic, { referralId: '7c9e6679-7425-40de-944b-e07fc1f90ae7' }),
    );
  /** The effect is a row that lives and dies with the transaction. */
  const writer = (name: string, topics: string[], before: () => void = () => undefined): OutboxConsumer => ({
    name,
    topics,
    receive: async (work: Work, message) => {
      await work.query('insert into simpul.effect (consumer, message) values ($1, $2)', [name, message.id]);
      work.markAudited();
      before();
      return 'done';
    },
  });
  const relayWith = (...consumers: OutboxConsumer[]): OutboxRelay => {
    const relay = new OutboxRelay(unitOfWork, outbox);
    for (const consumer of consumers) relay.register(consumer);
    return relay;
  };
  const effects = async (): Promise<string[]> => {
    const { rows } = await owner.query<{ consumer: string }>('select consumer from simpul.effect order by 1');
    return rows.map((row) => row.consumer);
  };
  const waiting = async (): Promise<{ topic: string; attempt: number; last_failure: string | null }[]> => {
    const { rows } = await owner.query(
      'select topic, attempt, last_failure from simpul.outbox where relayed_at is null order by created_at, topic',
    );
    return rows as never;
  };

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await freshDatabase();
    source = await new DataSource({ type: 'postgres', url: database.urls.worker, poolSize: 8 }).initialize();
    unitOfWork = new UnitOfWork(source);
    outbox = new Outbox();
    owner = new pg.Client({ connectionString: database.urls.owner });
    await owner.connect();
    await owner.query('create table simpul.effect (consumer text not null, message uuid not null)');
    await owner.query('grant select, insert on simpul.effect to simpul_worker');
  });
  afterAll(async () => {
    await source?.destroy();
    await owner?.end();
    await database?.drop();
  });
  beforeEach(async () => {
    await owner.query('delete from simpul.outbox; delete from simpul.effect');
    await at(0);
  });

  it('gives a message to each consumer of its topic once, and to nobody else', async () => {
    await announce('referral.sent');
    const relay = relayWith(
      writer('letters', ['referral.sent']),
      writer('people', ['referral.sent', 'referral.accepted']),
      writer('others', ['consent.withdrawn']),
    );
    expect(await relay.pass()).toBe(1);
    expect(await relay.pass()).toBe(0);
    expect(await effects()).toEqual(['letters', 'people']);
    expect(await waiting()).toEqual([]);
  });

  it('five relays at once over two hundred messages: every effect once', async () => {
    for (let count = 0; count < 200; count++) await announce('referral.sent');
    const relays = Array.from({ length: 5 }, () => relayWith(writer('people', ['referral.sent'])));
    await Promise.all(relays.map((relay) => relay.pass()));
    await at(40);
    await Promise.all(relays.map((relay) => relay.pass()));
    expect(await effects()).toHaveLength(200);
    expect(await waiting()).toEqual([]);
  });

  it('a failing consumer rolls its effect back, keeps others from nothing, and is tried again later', async () => {
    await announce('referral.sent');
    let broken = true;
    const relay = relayWith(
      writer('letters', ['referral.sent']),
      writer('people', ['referral.sent'], () => {
        if (broken) throw Object.assign(new Error('a row with a name in it'), { code: '23505' });
      }),
    );
    expect(await relay.pass()).toBe(0);
    expect(await effects()).toEqual(['letters']);
    expect(await waiting()).toEqual([{ topic: 'referral.sent', attempt: 1, last_failure: 'people: 23505' }]);
    broken = false;
    expect(await relay.pass()).toBe(0);
    await at(3);
    expect(await relay.pass()).toBe(1);
    expect(await effects()).toEqual(['letters', 'people']);
  });

  it.each([1, 4])('%i messages that wait for a lock hold nobody else up', async (blocked) => {
    const key = 4711;
    await owner.query('select pg_advisory_lock($1)', [key]);
    const relay = relayWith(
      {
        name: 'blocked',
        topics: ['case.closed'],
        receive: async (work, message) => {
          await work.query('select pg_advisory_xact_lock($1)', [key]);
          await work.query(`insert into simpul.effect (consumer, message) values ('blocked', $1)`, [
            message.id,
          ]);
          work.markAudited();
          return 'done';
        },
      },
      writer('people', ['referral.sent']),
    );
    for (let count = 0; count < blocked; count++) await announce('case.closed');
    let over = false;
    const pass = relay.pass().finally(() => (over = true));
    try {
      await until('they wait', async () => {
        const { rows } = await owner.query(
          `select from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
        );
        return rows.length === blocked;
      });
      // Announced when the pass has long begun, and nobody rings for it.
      await announce('referral.sent');
      await until('the other one is received', async () => (await effects()).includes('people'));
      expect([over, await effects()]).toEqual([false, ['people']]);
    } finally {
      await owner.query('select pg_advisory_unlock($1)', [key]);
    }
    expect(await pass).toBe(blocked + 1);
    expect(await waiting()).toEqual([]);
  });

  it('a claim whose worker died is taken over when its lease ends, not before', async () => {
    await announce('referral.sent');
    await owner.query(
      `update simpul.outbox set attempt = 1, next_attempt_at = simpul.now() + interval '30 s'`,
    );
    const relay = relayWith(writer('people', ['referral.sent']));
    await at(29);
    expect(await relay.pass()).toBe(0);
    await at(31);
    expect(await relay.pass()).toBe(1);
    expect(await effects()).toEqual(['people']);
  });

  it('a worker that slept past its lease doubles nothing and settles nothing', async () => {
    await announce('referral.sent');
    const awake = relayWith(writer('people', ['referral.sent']));
    const asleep = relayWith(writer('people', ['referral.sent'])) as unknown as Record<
      string,
      (..._: unknown[]) => unknown
    >;
    const claimed = (await asleep.claim!()) as unknown[];
    await at(31);
    expect(await awake.pass()).toBe(1);
    await at(40);
    await asleep.deliver!(claimed[0]);
    expect(await effects()).toEqual(['people']);
    const { rows } = await owner.query('select attempt, relayed_at from simpul.outbox');
    expect(rows).toEqual([{ attempt: 2, relayed_at: new Date(MONDAY + 31_000) }]);
  });

  it('tells a person once after repeated failure and never gives up', async () => {
    await announce('referral.sent');
    const relay = relayWith(
      writer('people', ['referral.sent'], () => {
        throw new Error('always');
      }),
    );
    for (let hour = 0; hour < 12; hour++) {
      await at(hour * 3600);
      await relay.pass();
    }
    const { rows } = await owner.query(`select ids from simpul.outbox where topic = $1`, [OUTBOX_STUCK]);
    expect(rows).toHaveLength(1);
    expect(await waiting()).toEqual([{ topic: 'referral.sent', attempt: 12, last_failure: 'people: Error' }]);
  });

  it('tells a person also of a message that kills every worker which takes it', async () => {
    await announce('referral.sent');
    const dying = relayWith(writer('people', ['referral.sent'])) as unknown as Record<
      string,
      (..._: unknown[]) => unknown
    >;
    // Claimed, and then nothing more is ever heard of it.
    for (let minute = 0; minute < 9; minute++) {
      await at(minute * 60);
      await dying.claim!();
    }
    const { rows } = await owner.query(`select ids from simpul.outbox where topic = $1`, [OUTBOX_STUCK]);
    expect(rows).toHaveLength(1);
  });

  it('an effect without its ledger entry is refused', async () => {
    await announce('referral.sent');
    const relay = relayWith({ name: 'sloppy', topics: ['referral.sent'], receive: async () => 'done' });
    expect(await relay.pass()).toBe(0);
    expect(await waiting()).toHaveLength(1);
  });

  it('forgets what was relayed a month ago, with its marks, and nothing that waits', async () => {
    await announce('referral.sent');
    await relayWith(writer('people', ['referral.sent'])).pass();
    await announce('referral.accepted');
    const relay = relayWith();
    await at(29 * 86_400);
    expect(await relay.forget()).toBe(0);
    await at(31 * 86_400);
    expect(await relay.forget()).toBe(1);
    const { rows } = await owner.query('select * from simpul.outbox_delivery');
    expect(rows).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });
});
