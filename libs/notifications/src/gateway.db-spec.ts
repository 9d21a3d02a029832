import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { done, ReferralStage, tellingWorker, type RefusalBody } from '#harness';
import { OutboxRelay } from '#queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { CANARIES, KINDS_OF_CASE } from '../../../test/harness/canaries.js';
import { Deliveries } from './jobs/deliveries.js';

interface Arrived {
  headers: Record<string, string>;
  body: string;
}
interface Channels {
  open: string[];
  email: boolean;
  gateway: boolean;
  telephone: string | null;
}

const START = Date.parse('2026-04-14T19:30:00+07:00');
const ON = { email: true, gateway: true, telephone: '0812-0000-4201' };
const KEY = Buffer.alloc(32, 7);
const SUPERVISOR = 'kepala@uptd-ppa.simpul.example';

describe('the gateway for SMS and WhatsApp', () => {
  let stage: ReferralStage;
  let server: Server;
  let worker: INestApplicationContext;
  let env: Record<string, string>;
  const arrived: Arrived[] = [];
  let answers: number[] = [];
  let seconds = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString('utf8')));
      request.on('end', () => {
        arrived.push({ headers: request.headers as Record<string, string>, body });
        const status = answers.shift() ?? 202;
        // Cut off after it was taken, before the answer.
        if (status === 0) request.socket.destroy();
        else response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end('{"name":"ignored"}');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    env = {
      SIMPUL_GATEWAY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
      SIMPUL_GATEWAY_SECRET: `whsec_${KEY.toString('base64')}`,
    };
    stage = await ReferralStage.open(env);
    worker = await tellingWorker(stage.database, env);
  });
  beforeEach(async () => {
    await stage.admin.query('update simpul.outbox set relayed_at = simpul.now() where relayed_at is null');
    await later(86_400);
    done(await stage.hospital.patch('/notification-channels', ON));
    arrived.length = 0;
    answers = [];
  });
  afterEach(async () => {
    await stage.admin.query('delete from simpul.delivery; delete from simpul.contact_choice');
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
    server?.close();
  });

  async function later(bySeconds: number): Promise<void> {
    seconds += bySeconds;
    await stage.database.setClock(new Date(START + seconds * 1_000).toISOString());
  }
  async function pass(): Promise<void> {
    await worker.get(OutboxRelay).pass();
    await worker.get(Deliveries).pass();
  }
  const forOfficer = () => arrived.filter(({ body }) => body.includes('+6281200004201'));
  const officers = async () =>
    (
      await stage.admin.query<{ id: string; status: string; attempts: number; failure: string | null }>(
        `select d.id, d.status, d.attempts, d.last_failure as failure from simpul.delivery d
           join simpul.account a on a.id = d.account_id where a.email = 'petugas@rsud-igd.simpul.example'`,
      )
    ).rows;

  it('gets a number and the closed words, signed so that it can be checked', async () => {
    const { id, caseId } = await stage.sent();
    await pass();
    await pass();
    expect(forOfficer()).toHaveLength(1);
    const [{ headers, body }] = forOfficer() as [Arrived];
    const [row] = await officers();
    expect(row).toMatchObject({ status: 'sent', attempts: 1 });
    expect(headers['webhook-id']).toBe(row!.id);
    expect(headers['webhook-timestamp']).toBe(String((START + seconds * 1_000) / 1_000));
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', KEY).update(signed).digest('base64')}`,
    );
    expect(JSON.parse(body)).toEqual({
      type: 'notification.waiting',
      timestamp: new Date(START + seconds * 1_000).toISOString(),
      data: {
        to: '+6281200004201',
        locale: 'id',
        text: 'Ada yang menunggu tindakan Anda di Simpul. Masuk di sini: https://simpul.kota.example/',
      },
    });
    const all = JSON.stringify([headers, body]);
    for (const canary of [...CANARIES, 'Kinanti', 'RAHASIA', 'PBM-2026', 'RSUD', id, caseId])
      expect(all).not.toContain(canary);
    expect(all).not.toMatch(KINDS_OF_CASE);
  });

  it('a repetition has the same id, by which the gateway knows it', async () => {
    answers = [0];
    await stage.sent();
    await worker.get(OutboxRelay).pass();
    await worker.get(Deliveries).pass();
    await later(86_400);
    await pass();
    const ids = forOfficer().map(({ headers }) => headers['webhook-id']);
    const again = arrived.map(({ headers }) => headers['webhook-id']);
    expect(new Set(again).size).toBe(again.length - 1);
    expect(ids.length).toBeGreaterThan(0);
  });

  it.each([
    [503, 'pending', 'channel.http503'],
    [401, 'pending', 'channel.http401'],
    // Not followed: numbers go where the configuration says.
    [302, 'pending', 'channel.http302'],
    [422, 'failed', 'recipient.http422'],
  ])('answers %i: %s', async (status, state, failure) => {
    answers = Array.from({ length: 20 }, () => status);
    await stage.sent();
    await pass();
    expect(await officers()).toMatchObject([{ status: state, attempts: 1, failure }]);
    expect(arrived.every(({ headers }) => headers.host?.startsWith('127.0.0.1'))).toBe(true);
  });

  it('where the gateway is the only way and a person gave no number, the supervisor hears of it once', async () => {
    await stage.admin.query('delete from simpul.contact_choice');
    await stage.sent();
    await stage.sent();
    for (let round = 0; round < 3; round++) await pass();
    expect(await officers()).toMatchObject([
      { status: 'failed', failure: 'recipient.noTelephone' },
      { status: 'failed', failure: 'recipient.noTelephone' },
    ]);
    const { rows } = await stage.admin.query<{ n: number }>(
      `select count(*)::int as n from simpul.notification n join simpul.account a on a.id = n.account_id
         join simpul.outbox o on o.id = n.outbox_id
         join simpul.delivery d on d.id = (o.ids ->> 'deliveryId')::uuid
         join simpul.account whose on whose.id = d.account_id
        where a.email = $1 and n.message = 'alarm.noWorkingChannel' and n.created_at = simpul.now()
          and whose.email = 'petugas@rsud-igd.simpul.example'`,
      [SUPERVISOR],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  describe('each person’s own choice', () => {
    it('is kept, written in one form, and sealed; the ledger says that and not what', async () => {
      const mine = done(await stage.hospital.get<Channels>('/notification-channels'));
      expect(mine).toEqual({
        open: ['gateway'],
        email: true,
        gateway: true,
        quiet: true,
        telephone: '+6281200004201',
        devices: [],
        pushKey: null,
      });
      const { rows } = await stage.admin.query(
        `select encode(phone_sealed, 'escape') as sealed from simpul.contact_choice`,
      );
      expect(JSON.stringify(rows)).not.toContain('4201');
      const { rows: entries } = await stage.admin.query(
        `select facts from ledger.entry where act = 'notification.channelsChosen' order by seq desc limit 1`,
      );
      expect(entries).toEqual([
        { facts: { email: true, gateway: true, quiet: true, telephoneChanged: true } },
      ]);
    });

    it('is nobody else’s: neither through the API nor in the database', async () => {
      const other = done(await stage.sender.get<Channels>('/notification-channels'));
      expect(other).toMatchObject({ email: true, gateway: false, quiet: true, telephone: null, devices: [] });
      for (const mailbox of ['admin@diskominfo', 'kepala@uptd-ppa', 'kepala@rsud-igd']) {
        expect(await stage.asRole(mailbox, 'select account_id from simpul.contact_choice')).toEqual([]);
        expect(
          await stage.asRole(mailbox, 'update simpul.contact_choice set gateway = false returning id'),
        ).toEqual([]);
      }
      await expect(stage.asRole('admin@diskominfo', 'select from simpul.delivery')).rejects.toMatchObject({
        code: '42501',
      });
    });

    it.each([
      [{ gateway: false }, 409, 'notification.lastChannel', undefined],
      [{ telephone: null }, 422, 'invalid', 'notification.telephoneMissing'],
      [{ telephone: 'dewi' }, 422, 'invalid', 'telephone.malformed'],
    ])('%j is refused with %i', async (change, status, code, fieldCode) => {
      const answer = await stage.hospital.patch<RefusalBody>('/notification-channels', { ...ON, ...change });
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.code]).toEqual([
        status,
        code,
        fieldCode,
      ]);
      expect(done(await stage.hospital.get<Channels>('/notification-channels')).gateway).toBe(true);
    });
  });
});
