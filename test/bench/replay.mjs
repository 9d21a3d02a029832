// Sends recorded statements again through `pg` alone, with fresh ids where the recording made rows.
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NUMBER = /\b(PBM-(?:[A-Z]-)?\d{4}-)(\d{4,})/g;
/** The code on a return slip stands once in the country, like a number. */
const SLIP_CODE = /"slip_code" = \$(\d+)/;
let running = 900_000;

/** One connection per database role of the recording; `keep` holds the ids that exist before it and stay as they are. */
export async function openReplay(urls) {
  const clients = new Map();
  for (const url of urls) {
    const client = new pg.Client(url);
    client.on('error', () => undefined); // the server stops when the run ends, also when it ends badly
    await client.connect();
    clients.set(client.user, client);
  }
  return {
    async run(statements, keep, given = new Map()) {
      const fresh = new Map(given);
      const swap = (text) =>
        text
          .replaceAll(UUID, (id) => {
            if (fresh.has(id)) return fresh.get(id);
            if (keep.has(id)) return id;
            fresh.set(id, randomUUID());
            return fresh.get(id);
          })
          .replaceAll(NUMBER, (number, prefix) => {
            if (!fresh.has(number)) fresh.set(number, `${prefix}${(running += 1)}`);
            return fresh.get(number);
          });
      const value = (one) => {
        if (one === null || typeof one !== 'object') return typeof one === 'string' ? swap(one) : one;
        if ('$buffer' in one) return Buffer.from(one.$buffer, 'base64');
        if ('$date' in one) return new Date(one.$date);
        return one.$array.map(value);
      };
      for (const { user, sql, params } of statements) {
        const values = params.map(value);
        const code = SLIP_CODE.exec(sql);
        if (code) values[code[1] - 1] = freshSlipCode();
        await clients.get(user).query(sql, values);
      }
    },
    close: () => Promise.all([...clients.values()].map((client) => client.end())),
  };
}

/** Hexadecimal digits are letters of its alphabet too. */
const freshSlipCode = () => randomBytes(5).toString('hex').toUpperCase();
