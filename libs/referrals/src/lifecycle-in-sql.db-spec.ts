import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#harness';
import pg from 'pg';
import {
  REFERRAL_ACTS,
  REFERRAL_PARTIES,
  REFERRAL_STATUSES,
  decide,
  type HeldStatus,
  type ReferralAct,
} from './rules/referral-lifecycle.js';

const HELD: HeldStatus[] = ['requested', 'received', 'accepted'];

describe('the lifecycle in the database', () => {
  let database: FreshDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client(database.urls.owner);
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it('lets exactly those changes of status through that the table of acts knows', async () => {
    const acts = Object.keys(REFERRAL_ACTS) as ReferralAct[];
    const known = new Set<string>();
    for (const from of REFERRAL_STATUSES)
      for (const party of REFERRAL_PARTIES)
        for (const act of acts)
          for (const held of HELD) {
            const verdict = decide(
              { status: from, heldFrom: from === 'on-hold' ? held : null, confirmed: false },
              act,
              party,
            );
            if (verdict.ok && verdict.next.status !== from)
              known.add(`${from} ${verdict.next.status} ${party}`);
          }
    const { rows } = await client.query<{ move: string }>(
      `select f || ' ' || t || ' ' || p as move from unnest($1::text[]) f, unnest($1::text[]) t, unnest($2::text[]) p
        where f <> t and simpul.referral_may_move(f, t, p)`,
      [REFERRAL_STATUSES, REFERRAL_PARTIES],
    );
    expect(rows.map((row) => row.move).sort()).toEqual([...known].sort());
  });
});
