// Sends recorded statements again through `pg` alone, with fresh ids where the recording made rows.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NUMBER = /\b(PBM-\d{4}-|[0-9]+\/)(\d{4,})/g;
let running = 900_000;

/** A connection that replays; `keep` holds the ids that exist before the recording and stay as they are. */
export async function openReplay(url) {
  const client = new pg.Client(url);
  await client.connect();
  return {
    async run(statements, keep, given = new Map()) {
      const fresh = new Map(given);
      const swap = (text) =>
        text
          .replaceAll(UUID, (id) => {
            if (keep.has(id) && !fresh.has(id)) return id;
            if (!fresh.has(id)) fresh.set(id, randomUUID());
            return fresh.get(id);
          })
          .replaceAll(NUMBER, (_, prefix) => `${prefix}${(running += 1)}`);
      const value = (one) => {
        if (one === null || typeof one !== 'object') return typeof one === 'string' ? swap(one) : one;
        if ('$buffer' in one) return Buffer.from(one.$buffer, 'base64');
        if ('$date' in one) return new Date(one.$date);
        return one.$array.map(value);
      };
      for (const { sql, params } of statements) await client.query(sql, params.map(value));
    },
    close: () => client.end(),
  };
}
