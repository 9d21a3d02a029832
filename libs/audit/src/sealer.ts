import { isLostConnection, steadyPool } from '#database';
import type pg from 'pg';
import { keyOf, type LedgerKeys } from './ledger-key.js';
import { leafHash, rootOf, TreeEdge } from './rules/merkle.js';
import { openNote, signedNote } from './rules/note.js';
import { readTile, TILE_LEVELS, TILE_WIDTH } from './tree-reader.js';
import type { Ask } from './verification.js';

export interface SealPass {
  /** Entries that got their place in this pass. */
  sealed: number;
  /** The number of the checkpoint that was signed, if one was. */
  checkpoint: number | null;
  /** True when another sealer was at work. */
  stoodDown: boolean;
}

/** Thrown when what is stored is not what was signed: the sealer must not sign on top of it. */
export class LedgerBroken extends Error {
  constructor(reason: string) {
    super(`The ledger is not sealed any further: ${reason}`);
    this.name = 'LedgerBroken';
  }
}

/** A signature at least this often, so that silence is an alarm. */
const HEARTBEAT_SECONDS = 300;
const ENTRIES_PER_SEAL = 5_000;
/** One sealer at a time, over all processes. */
const SEALER_LOCK = 74310002;

interface Last {
  number: number;
  edge: TreeEdge;
  xidTo: bigint;
  ageSeconds: number;
}

/**
 * Orders entries into the Merkle tree and signs the root. A seal covers the transactions from where the last one ended
 * up to the oldest that is still running: everything below is finished, so each entry is sealed exactly once, no row is
 * updated, and writers never wait. Leaves, checkpoint and signature are one transaction under the role simpul_ledger.
 */
export class Sealer {
  private readonly pool: pg.Pool;

  /** `url` connects as simpul_ledger; nobody else may write leaves and checkpoints. */
  constructor(
    url: string,
    private keys: LedgerKeys,
    private readonly entriesPerSeal = ENTRIES_PER_SEAL,
  ) {
    this.pool = steadyPool({
      connectionString: url,
      max: 1,
      application_name: 'simpul-ledger',
      statement_timeout: 30_000,
      query_timeout: 35_000,
      idle_in_transaction_session_timeout: 60_000,
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Seals what is finished; signs a heartbeat when there is no news. Safe to run anywhere, any number of times. */
  async pass(): Promise<SealPass> {
    const total: SealPass = { sealed: 0, checkpoint: null, stoodDown: false };
    for (;;) {
      const seal = await this.transaction((client) => this.seal(client));
      if (!seal) return { ...total, stoodDown: true };
      total.sealed += seal.sealed;
      total.checkpoint = seal.checkpoint ?? total.checkpoint;
      if (seal.sealed < this.entriesPerSeal) return total;
    }
  }

  /** The keys that sign now. */
  get ledgerKeys(): LedgerKeys {
    return this.keys;
  }

  /** Signs with these keys from the next checkpoint on. */
  useKeys(keys: LedgerKeys): void {
    this.keys = keys;
  }

  /** Runs SQL under the role simpul_ledger, each statement by itself. */
  readonly ask: Ask = async <T>(sql: string, params?: unknown[]) => {
    const { rows } = await this.pool.query(sql, params);
    return rows as T[];
  };

  private async seal(client: pg.PoolClient): Promise<{ sealed: number; checkpoint: number | null } | null> {
    const lock = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      SEALER_LOCK,
    ]);
    if (!lock.rows[0]!.mine) return null;
    const last = await this.last(client);
    const { from, to, fresh } = await nextEntries(client, last.xidTo, this.entriesPerSeal);
    const isDue = fresh.length > 0 || last.number === 0 || last.ageSeconds >= HEARTBEAT_SECONDS || to < from;
    if (!isDue) return { sealed: 0, checkpoint: null };

    await client.query(
      'insert into ledger.leaf (index, entry_id, hash) select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])',
      [
        fresh.map((_, offset) => last.edge.size + offset),
        fresh.map(({ id }) => id),
        fresh.map(({ leaf }) => leafHash(leaf)),
      ],
    );
    const edge = await reread(client, last.edge, fresh.length);
    // What was computed on the way in must be what lies in the database: one flipped bit in between would put a
    // signature on a tree that nobody can ever rebuild.
    const expected = new TreeEdge(last.edge.size, last.edge.hashes);
    for (const { leaf } of fresh) expected.append(leafHash(leaf));
    if (!expected.root().equals(edge.root()))
      throw new LedgerBroken('what was written is not what was computed.');
    await keepNodes(client, edge.size);
    await this.sign(client, last.number + 1, edge, to);
    return { sealed: fresh.length, checkpoint: last.number + 1 };
  }

  /** The last checkpoint, checked against its own signature and the stored leaves' edge. */
  private async last(client: pg.PoolClient): Promise<Last> {
    const { rows } = await client.query<LastRow>(
      `select number::text, size::text, root, peaks, xid_to::text, note,
              extract(epoch from simpul.now() - at)::float as age
         from ledger.checkpoint c order by c.number desc limit 1`,
    );
    const [row] = rows;
    if (!row) return { number: 0, edge: new TreeEdge(), xidTo: 0n, ageSeconds: 0 };
    const edge = new TreeEdge(Number(row.size), row.peaks);
    // Another worker may have brought in the next key since.
    if (keyOf(row.note, this.keys.verifiers) < 0) this.keys = this.keys.reload();
    const { signer, verifiers } = this.keys;
    const by = keyOf(row.note, verifiers);
    if (by < 0) throw new LedgerBroken('the last checkpoint is not signed by a key of this sealer.');
    if (by > verifiers.findIndex(({ text }) => text === signer.verifier.text))
      throw new LedgerBroken('the last checkpoint is signed by a later key than the one that is here.');
    const signed = openNote(row.note, verifiers[by]!);
    if (signed?.size !== edge.size || !signed.root.equals(row.root) || !edge.root().equals(row.root)) {
      throw new LedgerBroken('the last checkpoint is not the one that was signed.');
    }
    return { number: Number(row.number), edge, xidTo: BigInt(row.xid_to), ageSeconds: row.age };
  }

  private async sign(client: pg.PoolClient, number: number, edge: TreeEdge, xidTo: bigint): Promise<void> {
    const root = edge.root();
    const { signer } = this.keys;
    const note = signedNote(edge.size, root, signer);
    if (!openNote(note, signer.verifier)) throw new LedgerBroken('its own signature does not hold.');
    await client.query(
      `insert into ledger.checkpoint (number, size, root, peaks, xid_to, note) values ($1, $2, $3, $4, $5::xid8, $6)`,
      [number, edge.size, root, edge.hashes, xidTo.toString(), note],
    );
  }

  // READ COMMITTED matters: the bound must be read after the lock was got, by a snapshot of its own.
  private async transaction<T>(act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('begin isolation level read committed');
      const result = await act(client);
      await client.query('commit');
      return result;
    } catch (error) {
      failure = error as Error;
      if (!isLostConnection(error)) await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      // A connection that failed is not lent again.
      client.release(failure);
    }
  }
}

interface LastRow {
  number: string;
  size: string;
  root: Buffer;
  peaks: Buffer[];
  xid_to: string;
  note: string;
  age: number;
}

interface FreshEntry {
  id: string;
  xid: string;
  leaf: Buffer;
}

/**
 * The entries to seal and the bound they reach up to. A batch ends between two transactions, never within one.
 *
 * When the bound lies above every number that this server has given, the data was restored into a server that counts
 * transactions anew: then whatever is not yet in the tree is taken, and the bound comes down when nothing is left.
 * Entries keep the numbers of the server that wrote them, so a later range may hold some that are sealed already.
 */
async function nextEntries(
  client: pg.PoolClient,
  from: bigint,
  limit: number,
): Promise<{ from: bigint; to: bigint; fresh: FreshEntry[] }> {
  const bounds = await client.query<{ finished: string; begun: string }>(
    'select pg_snapshot_xmin(s)::text as finished, pg_snapshot_xmax(s)::text as begun from pg_current_snapshot() s',
  );
  const finished = BigInt(bounds.rows[0]!.finished);
  const isRestored = BigInt(bounds.rows[0]!.begun) < from;
  // Nothing that one sees can have been written here under a number that this server has not given yet.
  const range = isRestored
    ? '(e.xid < $2::xid8 or e.xid >= pg_snapshot_xmax(pg_current_snapshot())) and $1::xid8 is not null'
    : 'e.xid >= $1::xid8 and e.xid < $2::xid8';
  const { rows } = await client.query<FreshEntry>(
    `select id, xid::text, leaf from (
       select e.id, e.xid, e.seq, e.leaf from ledger.entry e
        where ${range} and not exists (select 1 from ledger.leaf l where l.entry_id = e.id)
        order by e.xid fetch first ${limit} rows with ties) t
      order by t.xid, t.seq`,
    [from.toString(), finished.toString()],
  );
  const isFull = rows.length >= limit;
  if (isRestored) return { from, to: isFull ? from : finished, fresh: rows };
  const to = isFull ? BigInt(rows.at(-1)!.xid) + 1n : finished;
  // While other databases of the server hold a transaction open the bound may lag; it never goes back by itself.
  return { from, to: to > from ? to : from, fresh: rows };
}

/** The edge as the database has it now: the new leaves re-read with their entries and hashed again. */
async function reread(client: pg.PoolClient, before: TreeEdge, count: number): Promise<TreeEdge> {
  const { rows } = await client.query<{ index: string; hash: Buffer; leaf: Buffer }>(
    `select l.index::text, l.hash, e.leaf from ledger.leaf l join ledger.entry e on e.id = l.entry_id
      where l.index >= $1 order by l.index`,
    [before.size],
  );
  if (rows.length !== count)
    throw new LedgerBroken('the leaves in the database are not the ones that were written.');
  const edge = new TreeEdge(before.size, before.hashes);
  for (const { index, hash, leaf } of rows) {
    if (Number(index) !== edge.size || !leafHash(leaf).equals(hash)) {
      throw new LedgerBroken(`leaf ${index} is not the hash of its entry.`);
    }
    edge.append(hash);
  }
  return edge;
}

/** Keeps the root of every full 256, 65,536, … leaves, from which proofs are made; what is missing below is made up. */
async function keepNodes(client: pg.PoolClient, size: number): Promise<void> {
  const ask: Ask = async <T>(sql: string, params?: unknown[]) =>
    (await client.query(sql, params)).rows as T[];
  for (let level = TILE_LEVELS; 2 ** level <= size; level += TILE_LEVELS) {
    const [kept] = await ask<{ next: string }>(
      'select coalesce(max(index) + 1, 0)::text as next from ledger.node where level = $1',
      [level],
    );
    for (let index = Number(kept!.next); (index + 1) * 2 ** level <= size; index++) {
      const below = await readTile(ask, level / TILE_LEVELS - 1, index);
      if (below.length !== TILE_WIDTH)
        throw new LedgerBroken('hashes are missing below the edge of the tree.');
      await client.query('insert into ledger.node (level, index, hash) values ($1, $2, $3)', [
        level,
        index,
        rootOf(below),
      ]);
    }
  }
}
