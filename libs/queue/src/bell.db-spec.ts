import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePort, freshDatabase, ownRedis, redisBinary } from '#harness';
import { Bell } from './bell.js';
import { startRinging, type Handlers, type Ringing } from './ringing.js';
import type { BellStore } from './bell-store.js';
import { openStore } from './store.js';

/** A real store that a spec may wipe and look into. */
interface Stage {
  config: Parameters<typeof openStore>[0];
  /** DROP SCHEMA or FLUSHALL. */
  wipe(): Promise<void>;
  /** Everything that the store holds, as text. */
  dump(): Promise<string>;
  /** Address at which nobody answers, of the same kind of store. */
  nowhere: Parameters<typeof openStore>[0];
  close(): Promise<void>;
}

/** What the rest of the house may rely on, the same on both stores. */
function bellContract(name: string, open: () => Promise<Stage>): void {
  describe(`the bell on ${name}`, () => {
    let stage: Stage;
    let store: BellStore;
    let bell: Bell;
    let ringing: Ringing | undefined;
    const heard: string[] = [];
    const failures: string[] = [];

    const handlers: Handlers = {
      deadline: async (id) => void heard.push(`deadline ${id}`),
      outbox: async (id) => void heard.push(`outbox ${id}`),
      poison: async () => {
        throw Object.assign(new Error('Siti Rahma of Jalan Mawar'), { code: 'thing.broke' });
      },
    };
    const answer = (): void => {
      ringing = startRinging(store, handlers, {
        watchMs: 200,
        onFailure: (topic, code) => failures.push(`${topic} ${code}`),
      });
    };
    const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
      for (let tries = 0; tries < 600; tries++) {
        if (await condition()) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`gave up waiting; heard: ${heard.join(', ')}`);
    };

    beforeAll(async () => {
      stage = await open();
      store = openStore(stage.config, 4);
      await store.prepare();
      bell = new Bell(store);
    });
    afterAll(async () => {
      await ringing?.close();
      await bell?.close();
      await store?.close();
      await stage?.close();
    });

    it('two rings for one row that nobody answered yet are one', async () => {
      expect(await bell.ring('outbox', 'a1')).toBe(true);
      expect(await bell.ring('outbox', 'a1')).toBe(true);
      expect(await bell.count()).toBe(1);
    });

    it('the store holds topic and id and nothing else of ours', async () => {
      const held = await stage.dump();
      expect(held).toContain('a1');
      expect(held.match(/"id": ?"a1"|{\\"id\\": ?\\"a1\\"}/)).not.toBeNull();
    });

    it('is answered once by whoever knows the topic, with the id', async () => {
      answer();
      await until(() => heard.length === 1);
      await until(async () => (await bell.count()) === 0);
      expect(heard).toEqual(['outbox a1']);
    });

    it('the same row can ring again after it was answered', async () => {
      heard.length = 0;
      await bell.ring('outbox', 'a1');
      await until(() => heard.length === 1);
    });

    it('a delayed bell is not answered before its time, and once', async () => {
      heard.length = 0;
      const rung = performance.now();
      await bell.ring('deadline', 'd1', { delayMs: 700 });
      await bell.ring('outbox', 'a2');
      await until(() => heard.includes('outbox a2'));
      expect(heard).not.toContain('deadline d1');
      await until(() => heard.includes('deadline d1'));
      expect(performance.now() - rung).toBeGreaterThanOrEqual(690);
      await until(async () => (await bell.count()) === 0);
      expect(heard.filter((line) => line === 'deadline d1')).toHaveLength(1);
    });

    it('a failing handler is reported by code, leaves no text in the store and holds nobody up', async () => {
      heard.length = 0;
      await bell.ring('poison', 'p1');
      await bell.ring('outbox', 'a3');
      await until(() => heard.includes('outbox a3') && failures.length > 0);
      expect(failures).toEqual(['poison thing.broke']);
      await until(async () => (await bell.count()) === 0);
      expect(await stage.dump()).not.toMatch(/Siti|Mawar/);
    });

    it('a bell that nobody knows is let go', async () => {
      await bell.ring('unheardOf', 'u1');
      await until(async () => (await bell.count()) === 0);
    });

    it('after a wipe the waiting bells are gone, and the next ones are answered with no restart', async () => {
      heard.length = 0;
      await bell.ring('deadline', 'lost', { delayMs: 60_000 });
      await stage.wipe();
      expect(await bell.ring('outbox', 'a4')).toBe(true);
      await until(() => heard.includes('outbox a4'));
      await until(async () => (await bell.count()) === 0);
    });

    it('a store that was wiped while everybody slept stands again by itself', async () => {
      heard.length = 0;
      await stage.wipe();
      await until(async () => {
        const fresh = openStore(stage.config, 1);
        const probe = new Bell(fresh);
        const stands = await probe.count().then(
          () => true,
          () => false,
        );
        await probe.close();
        await fresh.close();
        return stands;
      });
      await bell.ring('deadline', 'd2', { delayMs: 300 });
      await until(() => heard.includes('deadline d2'));
    });

    it('ringing where nobody answers says so within two seconds and throws nothing', async () => {
      const away = openStore(stage.nowhere, 1);
      const lonely = new Bell(away);
      const rung = performance.now();
      expect(await lonely.ring('outbox', 'x1')).toBe(false);
      expect(performance.now() - rung).toBeLessThan(2_000);
      await lonely.close();
      await away.close();
    });
  });
}

/** A worker may hold a row of what is dropped: PostgreSQL ends one of the two, and whoever wipes tries again. */
async function dropped(client: pg.Client): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await client.query('drop schema bullmq cascade');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || tries === 9) throw error;
    }
}

bellContract('PostgreSQL', async (): Promise<Stage> => {
  const database = await freshDatabase();
  const url = database.urls.queue;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    config: { databases: { queue: url } },
    nowhere: { databases: { queue: `postgres://nobody:none@127.0.0.1:${await freePort()}/none` } },
    wipe: () => dropped(client),
    dump: async () => {
      const { rows } = await client.query(`select json_agg(j)::text as job from bullmq.job j`);
      const events = await client.query(`select json_agg(e)::text as event from bullmq.event e`);
      return JSON.stringify(rows) + JSON.stringify(events.rows);
    },
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
});

describe('the bell on PostgreSQL, while it looks at its schema', () => {
  it('outlives a connection that dies under it', async () => {
    const database = await freshDatabase();
    const holder = new pg.Client({ connectionString: database.urls.queue });
    await holder.connect();
    // Not the holder: inside a transaction it would see one moment of pg_stat_activity for ever.
    const killer = new pg.Client({ connectionString: database.urls.queue });
    await killer.connect();
    const config = { databases: { queue: database.urls.queue } };
    const earlier = openStore(config, 1);
    await earlier.prepare();
    await earlier.close();
    const store = openStore(config, 1);
    await holder.query('begin; lock table bullmq.migration in access exclusive mode');
    // An error event with no listener would end the process here, not merely fail the promise.
    let outcome: string | undefined;
    const preparing = store.prepare().then(
      () => (outcome = 'prepared'),
      () => (outcome = 'refused'),
    );
    while (!outcome) {
      await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'simpul-queue' and wait_event_type = 'Lock' and datname = current_database()`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(await preparing).toBe('refused');
    await holder.query('rollback');
    await store.prepare();
    await store.close();
    await holder.end();
    await killer.end();
    await database.drop();
  });
});

async function onRedis(binary: string): Promise<Stage> {
  const redis = await ownRedis(binary);
  const { url, client } = redis;
  return {
    config: { queueUrl: url, databases: {} },
    nowhere: { queueUrl: `redis://127.0.0.1:${await freePort()}`, databases: {} },
    wipe: async () => void (await client.flushall()),
    dump: async () => {
      const parts: unknown[] = [];
      for (const key of await client.keys('*')) {
        const type = await client.type(key);
        if (type === 'hash') parts.push(await client.hgetall(key));
        if (type === 'stream') parts.push(await client.xrange(key, '-', '+'));
      }
      return JSON.stringify(parts);
    },
    close: () => redis.close(),
  };
}

const binary = redisBinary();
if (binary) bellContract('Redis', () => onRedis(binary));
else
  describe('the bell on Redis', () =>
    it.skip('SKIPPED: no redis-server or valkey-server on this machine', () => undefined));
