import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#access';
import { UnitOfWork } from '#database';
import { NotFound } from '#refusals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/index.js';
import { KeyRing, MasterKeyFile } from './key-ring.js';
import { EnvelopeBroken } from './rules/envelope.js';
import { Vault } from './vault.service.js';

describe('the keys of cases', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let vault: Vault;
  let owner: Actor;

  const signedIn = async (email: string): Promise<Actor> => {
    const sessionToken = randomUUID();
    const { rows } = await admin.query(
      `with one as (select * from simpul.account where email = $1),
            opened as (insert into simpul.session (account_id, token_hash, idle_seconds, expires_at)
                       select id, sha256(convert_to($2, 'UTF8')), 86400, now() + interval '1 day' from one)
       select id as "accountId", role, agency_id as "agencyId" from one`,
      [`${email}.simpul.example`, sessionToken],
    );
    return { ...rows[0], sessionToken } as Actor;
  };

  let number = 0;
  /** A case of `owner`; its key is made first, as an act that opens a case does. */
  const openCase = async (): Promise<string> => {
    const caseId = randomUUID();
    await unitOfWork.keep(owner, async (work) => {
      await vault.createKey(work, caseId);
      await work.query(
        `insert into simpul.case_file (id, number, agency_id, owner_account_id, mandate, reported_at, chronology_sealed)
         values ($1, $2, $3, $4, 'VIOLENCE', $5, $6)`,
        [
          caseId,
          `PBM-2026-8${String(++number).padStart(3, '0')}`,
          owner.agencyId,
          owner.accountId,
          work.at,
          (await vault.open(work, caseId)).seal('case_file.chronology_sealed', caseId, 'Bunga bercerita.'),
        ],
      );
    });
    return caseId;
  };
  const read = (actor: Actor, caseId: string, by = vault): Promise<string> =>
    unitOfWork.look(actor, async (work) => {
      const opened = await by.open(work, caseId);
      const [row] = await work.query<{ sealed: Buffer }>(
        'select chronology_sealed as sealed from simpul.case_file where id = $1',
        [caseId],
      );
      return opened.unseal('case_file.chronology_sealed', caseId, row!.sealed);
    });

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    dataSource = await new DataSource({ type: 'postgres', url: database.urls.api, poolSize: 2 }).initialize();
    unitOfWork = new UnitOfWork(dataSource);
    vault = new Vault(new KeyRing(new MasterKeyFile(database.env.SIMPUL_MASTER_KEY_FILE)));
    owner = await signedIn('pendamping@uptd-ppa');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await admin.end();
    await database.drop();
  });

  it('open for whoever may see the case, in a later unit of work as well', async () => {
    const caseId = await openCase();
    expect(await read(owner, caseId)).toBe('Bunga bercerita.');
    expect(await read(await signedIn('kepala@uptd-ppa'), caseId)).toBe('Bunga bercerita.');
  });

  it.each(['pendamping2@uptd-ppa', 'petugas@dinkes', 'auditor@inspektorat', 'admin@diskominfo'])(
    'look as if there were none to %s',
    async (email) => {
      await expect(read(await signedIn(email), await openCase())).rejects.toBeInstanceOf(NotFound);
    },
  );

  it('open for the receiver of a referral once it is sent, and for nobody else at the door', async () => {
    const caseId = await openCase();
    const [receiver, other] = [await signedIn('petugas@dinkes'), await signedIn('petugas@kejari')];
    const opens = (actor: Actor) =>
      unitOfWork.look(actor, async (work) => (await vault.open(work, caseId)).caseId).catch(() => null);
    const { rows } = await admin.query<{ id: string }>(
      `insert into simpul.referral (case_id, case_number, from_agency_id, to_agency_id, service_code, urgency, created_by)
       select id, number, agency_id, $2, 'KESEHATAN', 'BIASA', owner_account_id from simpul.case_file where id = $1
       returning id`,
      [caseId, receiver.agencyId],
    );
    expect(await opens(receiver)).toBeNull();
    await admin.query(
      `update simpul.referral set status = 'requested', sent_at = simpul.now(), number = 'R/' || id where id = $1`,
      [rows[0]!.id],
    );
    expect([await opens(receiver), await opens(other)]).toEqual([caseId, null]);
  });

  it('are of no use in the database alone: neither text nor key stands there, and another master key opens nothing', async () => {
    const caseId = await openCase();
    const { rows } = await admin.query<{ all: string }>(
      `select (select string_agg(k::text, '') from simpul.case_key k) || (select string_agg(f::text, '') from simpul.case_file f) as all`,
    );
    expect(rows[0]!.all).not.toContain(Buffer.from('Bunga').toString('hex'));
    const other = new Vault(new KeyRing({ read: () => otherKeys }));
    await expect(read(owner, caseId, other)).rejects.toBeInstanceOf(EnvelopeBroken);
  });

  it('do not open when two cases’ wrapped keys or ledger references change places', async () => {
    const [one, two] = [await openCase(), await openCase()];
    for (const column of ['wrapped', 'ledger_ref']) {
      await admin.query('begin');
      await admin.query('alter table simpul.case_key drop constraint case_key_ledger_ref_key');
      await admin.query(
        `update simpul.case_key k set ${column} = o.${column} from simpul.case_key o
          where k.case_id in ($1, $2) and o.case_id in ($1, $2) and o.case_id <> k.case_id`,
        [one, two],
      );
      const swapped = await admin.query(
        'select ledger_ref, version, wrapped from simpul.case_key where case_id = $1',
        [one],
      );
      await admin.query('rollback');
      const work = { query: async () => swapped.rows } as never;
      await expect(vault.open(work, one)).rejects.toBeInstanceOf(EnvelopeBroken);
    }
  });

  it('are erased with their row: nothing of the case opens again', async () => {
    const caseId = await openCase();
    await admin.query('delete from simpul.case_key where case_id = $1', [caseId]);
    await expect(read(owner, caseId)).rejects.toBeInstanceOf(NotFound);
  });

  it('are made once, and never changed, removed or read by another role', async () => {
    const caseId = await openCase();
    const again = unitOfWork.keep(owner, (work) => vault.createKey(work, caseId));
    await expect(again).rejects.toMatchObject({ code: '23505' });
    const noCase = unitOfWork.keep(owner, (work) => vault.createKey(work, randomUUID()));
    await expect(noCase).rejects.toMatchObject({ code: '23503' });
    for (const sql of ['update simpul.case_key set version = 2', 'delete from simpul.case_key']) {
      await expect(unitOfWork.keep(owner, (work) => work.query(sql))).rejects.toMatchObject({
        code: '42501',
      });
    }
    for (const role of ['worker', 'ledger', 'signin', 'queue'] as const) {
      const client = new pg.Client(database.urls[role]);
      await client.connect();
      await expect(client.query('select wrapped from simpul.case_key')).rejects.toMatchObject({
        code: '42501',
      });
      await client.end();
    }
  });

  it('are named in the ledger for whoever holds the case’s id and a session, and for nobody without', async () => {
    const caseId = await openCase();
    const stranger = await signedIn('petugas@dinkes');
    const ref = await unitOfWork.look(stranger, (work) => vault.ledgerRef(work, caseId));
    expect(ref).toMatch(/^[0-9a-f-]{36}$/);
    expect(await unitOfWork.look(stranger, (work) => vault.ledgerRef(work, randomUUID()))).toBeNull();
    const api = new pg.Client(database.urls.api);
    await api.connect();
    expect((await api.query('select simpul.ledger_ref($1) as ref', [caseId])).rows).toEqual([{ ref: null }]);
    await api.end();
  });
});

const otherKeys = { current: Buffer.alloc(32, 'ab'), old: [], index: Buffer.alloc(32, 'cd') };
