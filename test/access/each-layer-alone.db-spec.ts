import { AccessGuard, ActorSource, type Actor } from '#access';
import { done, ReferralStage, startApi, type Method, type RunningApi } from '#harness';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { addressOf, CANARIES, furnishedCase, type FurnishedCase } from './furnished-case.js';
import { fingerprints } from '../hostile/fingerprints.js';
import { addMachineClient } from './machine-client.js';
import { seal } from './people-of-a-case.js';
import { withParts } from './parts-of-a-case.js';
import { changeable, rowsOfACase, visible, type Hold } from './rows-of-a-case.js';
import { validBodies } from './valid-bodies.js';
import { ROWS } from './who-may-call-what.js';

/** Nobody of these is on the team of the case, and none of them received a referral of it. */
const STRANGERS = [
  'konselor@puspaga',
  'konselor@uptd-ppa',
  'pendamping2@uptd-ppa',
  'psikolog@uptd-ppa',
  'petugas@dinkes',
  'kepala@dinkes',
  'petugas@disdikbud',
  'petugas@polres-spkt',
  'perencana@bappeda',
  'hukum@bagian-hukum',
  'auditor@inspektorat',
  'admin@diskominfo',
  'kepala@dppkbpppa',
  'data@dppkbpppa',
  // Of the receiver's own office, and its program: no role that answers referrals.
  'mesin@rsud-igd',
];
const touchesTheCase = ROWS.filter(({ path }) => /\{id\}/.test(path) && !path.startsWith('/notifications'));
const lists = ROWS.filter(({ method, path }) => method === 'GET' && !/\{id\}|events/.test(path));

describe('each layer alone', () => {
  let stage: ReferralStage;
  let ids: FurnishedCase;
  let holds: Hold[];

  beforeAll(async () => {
    stage = await ReferralStage.open();
    await addMachineClient(stage.database);
    ids = await withParts(stage, await furnishedCase(stage));
    holds = await rowsOfACase(stage.admin, ids.caseId);
  });
  afterAll(() => stage?.close());
  afterEach(() => void jest.restoreAllMocks());

  it('has something to hide in every table that hangs on a case', async () => {
    const all = await visible(await superuser(), holds);
    await stage.admin.query('rollback');
    expect(Object.keys(all).length).toBeGreaterThan(20);
    for (const place of [
      'person.case_id',
      'case_note.case_id',
      'screening.case_id',
      'lawful_basis.case_id',
      'disclosure.referral_id',
      'referral_message.referral_id',
      'deadline.case_id',
      'report.case_id',
    ])
      expect(all).toHaveProperty([place]);
  });
  const superuser = async () => {
    await stage.admin.query('begin');
    return stage.admin;
  };

  /** Every route, with the case's own ids: nothing is found, said or changed. */
  const nothingFor = async (mailbox: string, api: RunningApi): Promise<void> => {
    // Signing in from another device is told to the person: before what is compared.
    await api.as(mailbox).get('/sessions/current');
    const before = await fingerprints(stage.admin);
    const wrong: string[] = [];
    const bodies = validBodies(ids);
    for (const { method, path } of [...touchesTheCase, ...lists]) {
      const body = method === 'GET' ? undefined : (bodies[`${method} ${path}`] ?? {});
      const answer = await api.as(mailbox).send(method as Method, addressOf(path, ids), body);
      const said = JSON.stringify(answer.body);
      const foreign = CANARIES.exec(said)?.[0] ?? (said.includes(ids.caseId) ? 'the case' : undefined);
      const found = path.includes('{id}') && answer.status < 400;
      if (foreign || found || answer.status >= 500)
        wrong.push(`${method} ${path}: ${answer.status} ${foreign ?? ''}`);
    }
    expect(wrong).toEqual([]);
    expect(await fingerprints(stage.admin)).toEqual(before);
  };

  describe('row-level security, with no application before it', () => {
    it.each(STRANGERS)('%s sees no row of the case in any table', async (mailbox) => {
      expect(await stage.within(mailbox, (client) => visible(client, holds))).toEqual({});
    });

    it.each(STRANGERS)('%s writes over no row of it, and cannot join its team', async (mailbox) => {
      await stage.within(mailbox, async (client) => {
        expect(await changeable(client, holds)).toEqual({});
        // The same answer for a case that is there and one that is not: a foreign key must tell no stranger which.
        for (const caseId of [ids.caseId, '00000000-0000-4000-8000-000000000000'])
          for (const insert of [
            `insert into simpul.case_member (case_id, account_id, agency_id) values ($1, ctx.account_id(), ctx.agency_id())`,
            `insert into simpul.case_note (case_id, author_id, audience, text_sealed) values ($1, ctx.account_id(), 'TEAM', '')`,
            `insert into simpul.person (case_id, kind, position) values ($1, 'WITNESS', 9)`,
            `insert into simpul.milestone (case_id, kind, at, recorded_by) values ($1, 'x', now(), ctx.account_id())`,
          ]) {
            await client.query('savepoint attempt');
            await expect(client.query(insert, [caseId])).rejects.toMatchObject({ code: '42501' });
            await client.query('rollback to savepoint attempt');
          }
      });
    });

    it('an integrity officer sees that the case is guarded, by whom, its pseudonym in the ledger, and nothing else', async () => {
      await stage.within('integritas@inspektorat', async (client) => {
        const seen = await visible(client, holds);
        expect(Object.keys(seen).map((place) => place.split('.')[0])).toEqual(
          expect.arrayContaining(['case_conflict', 'case_seal']),
        );
        for (const place of Object.keys(seen))
          expect(['case_conflict', 'case_seal', 'entry']).toContain(place.split('.')[0]);
        expect(await changeable(client, holds)).toEqual({});
      });
    });

    it('the receiver sees its own referral, what it was told on it, and nothing else', async () => {
      await stage.within('petugas@rsud-igd', async (client) => {
        const seen = await visible(client, holds);
        expect(new Set(Object.keys(seen).map((place) => place.split('.')[0]))).toEqual(
          new Set([
            'appointment',
            'case_key', // sealed under the master key, which no database role has
            'conference',
            'conference_item',
            'conference_seat',
            'deadline',
            'deadline_change',
            'deadline_step',
            'disclosure',
            'lawful_basis',
            'note_share',
            'referral',
            'referral_message',
            'referral_move',
          ]),
        );
        const only = async (sql: string) =>
          (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
        for (const table of [
          'referral_move',
          'disclosure',
          'referral_message',
          'deadline',
          'conference_seat',
          'note_share',
        ])
          expect(await only(`select distinct referral_id as id from simpul.${table}`)).toEqual([
            ids.referralId,
          ]);
        expect(await only('select id from simpul.referral')).toEqual([ids.referralId]);
        expect(await only('select id from simpul.lawful_basis')).toEqual([ids.consentId]);
      });
    });

    it('and these questions would find a row, if a policy were gone', async () => {
      await stage.admin.query('alter table simpul.person disable row level security');
      try {
        await stage.within('petugas@dinkes', async (client) => {
          expect(await visible(client, holds)).toEqual({ 'person.case_id': 3 });
          expect(await changeable(client, holds)).toEqual({ 'person.case_id': 3 });
        });
      } finally {
        await stage.admin.query('alter table simpul.person enable row level security');
      }
    });
  });

  describe('with the guard stubbed open', () => {
    const guardOpen = (): void => {
      jest
        .spyOn(AccessGuard.prototype, 'canActivate')
        .mockImplementation(async (context: ExecutionContext) => {
          const request = context.switchToHttp().getRequest<{ actor?: Actor }>();
          request.actor =
            (await stage.api.app.get(ActorSource, { strict: false }).actorFor(request)) ?? undefined;
          return true;
        });
    };
    it.each(STRANGERS)('%s gets nothing of it by any route, and changes nothing', async (mailbox) => {
      guardOpen();
      await nothingFor(mailbox, stage.api);
    });
  });

  describe('with a connection that no row-level security holds', () => {
    let unbound: RunningApi;
    beforeAll(async () => {
      unbound = await startApi(stage.database, { SIMPUL_API_DATABASE_URL: stage.database.urls.admin });
    });
    afterAll(() => unbound?.close());

    it.each(STRANGERS)('%s gets nothing of it by any route, and changes nothing', async (mailbox) => {
      await nothingFor(mailbox, unbound);
    });

    it('and whoever is on the team works as ever', async () => {
      done(await unbound.as('pendamping@uptd-ppa').get(`/cases/${ids.caseId}`));
    });

    // Last: from here on the case is kept from people who stood to it.
    it('a seal beats the supervisor, and an interest the receiver, by every route to the case', async () => {
      const foundBy = async (mailbox: string): Promise<string[]> => {
        const found: string[] = [];
        for (const { method, path } of touchesTheCase.filter(({ method }) => method === 'GET'))
          if ((await unbound.as(mailbox).send(method as Method, addressOf(path, ids))).status < 400)
            found.push(path);
        return found;
      };
      expect((await foundBy('kepala@uptd-ppa')).length).toBeGreaterThan(5);
      const team = { accountId: ids.colleagueId };
      done(await stage.sender.post(`/cases/${ids.caseId}/members`, team));
      await seal(stage.admin, ids);
      expect(await foundBy('kepala@uptd-ppa')).toEqual([]);
      expect(await foundBy('petugas@rsud-igd')).toEqual(['/referrals/{id}', '/referrals/{id}/conferences']);
      await stage.admin.query(
        `insert into simpul.case_conflict (case_id, person_id, source)
         select $1, a.person_id, 'MATCH' from simpul.account a where a.email like any ($2)`,
        [ids.caseId, ['petugas@rsud-igd.%', 'pendamping@uptd-ppa.%']],
      );
      expect(await foundBy('petugas@rsud-igd')).toEqual([]);
      expect(await foundBy('pendamping@uptd-ppa')).toEqual([]);
    });
  });
});
