import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  browserOf,
  done,
  MailServer,
  PushService,
  ReferralStage,
  tellingWorker,
  type RefusalBody,
  type Subscription,
} from '#harness';
import { OutboxRelay } from '#queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { CANARIES, KINDS_OF_CASE } from '../../../test/harness/canaries.js';
import { Deliveries } from './jobs/deliveries.js';

interface Channels {
  open: string[];
  email: boolean;
  gateway: boolean;
  devices: { id: string; browser: string; system: string; since: string; fingerprint: string }[];
  pushKey: string | null;
}

const START = Date.parse('2026-04-14T19:30:00+07:00');
const OFFICER = 'petugas@rsud-igd.simpul.example';
const SUPERVISOR = 'kepala@uptd-ppa.simpul.example';
const ADMIN = 'admin@diskominfo.simpul.example';
const HERE = { browser: 'CHROME', system: 'ANDROID' };

describe('web push', () => {
  let stage: ReferralStage;
  let push: PushService;
  let mail: MailServer;
  let elsewhere: Server;
  let worker: INestApplicationContext;
  let env: Record<string, string>;
  let key: string;
  const strayed: string[] = [];
  let seconds = 0;

  beforeAll(async () => {
    push = await PushService.start();
    mail = await MailServer.start();
    elsewhere = createServer((request, response) => {
      strayed.push(request.url!);
      response.end();
    });
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', () => listening()));
    env = {
      SIMPUL_PUSH_CONTACT: 'mailto:it@kota.example',
      SIMPUL_PUSH_HOSTS: push.host,
      SMTP_URL: mail.url,
      SIMPUL_MAIL_FROM: 'simpul@kota.example',
    };
    stage = await ReferralStage.open(env);
    worker = await tellingWorker(stage.database, env);
    key = (await mine()).pushKey!;
  });
  beforeEach(async () => {
    await stage.admin.query('update simpul.outbox set relayed_at = simpul.now() where relayed_at is null');
    await later(86_400);
    await push.behave({ answers: {}, headers: {} });
    push.pushed.length = 0;
    mail.taken.length = 0;
  });
  afterEach(async () => {
    await stage.admin.query(
      'delete from simpul.delivery; delete from simpul.contact_choice; delete from simpul.push_device',
    );
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
    await push?.kill();
    await mail?.kill();
    elsewhere?.close();
  });

  async function later(bySeconds: number): Promise<void> {
    seconds += bySeconds;
    await stage.database.setClock(new Date(START + seconds * 1_000).toISOString());
    await push.behave({ now: START / 1_000 + seconds });
  }
  async function pass(rounds = 2, app = worker): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      await app.get(OutboxRelay).pass();
      await app.get(Deliveries).pass();
    }
    // Its journal comes by another line than its answers: this answer comes after all of it.
    await push.behave({});
  }
  const mine = async () => done(await stage.hospital.get<Channels>('/notification-channels'));
  const add = (subscription: Subscription, who = stage.hospital) =>
    who.post<Channels & RefusalBody>('/notification-devices', { ...subscription, ...HERE });
  /** A new device of the officer, who is told by push and by nothing else. */
  async function device(): Promise<Subscription> {
    const subscription = await push.subscribe(key);
    done(await add(subscription));
    done(await stage.hospital.patch('/notification-channels', { email: false, gateway: false }));
    return subscription;
  }
  const rows = async (account = OFFICER) =>
    (
      await stage.admin.query<{
        id: string;
        channel: string;
        status: string;
        attempts: number;
        failure: string | null;
        alarmed: boolean;
        waits: number;
      }>(
        `select d.id, d.channel, d.status, d.attempts, d.last_failure as failure, d.alarmed_at is not null as alarmed,
                extract(epoch from d.next_attempt_at - simpul.now())::int as waits
           from simpul.delivery d join simpul.account a on a.id = d.account_id
           join simpul.notification n on n.id = d.notification_id
          where a.email = $1 and n.message not like 'channel.%' order by d.created_at, d.channel desc, d.id`,
        [account],
      )
    ).rows;
  const toldOf = async (account: string, message: string) =>
    (
      await stage.admin.query<{ n: number }>(
        `select count(*)::int as n from simpul.notification n join simpul.account a on a.id = n.account_id
          where a.email = $1 and n.message = $2 and n.created_at >= simpul.now() - interval '1 hour'`,
        [account, message],
      )
    ).rows[0]!.n;

  it('rings each of a person’s devices; the browser reads a number and a language, and nobody else reads anything', async () => {
    const devices = [await device(), await device()];
    const { id, caseId } = await stage.sent();
    await pass();
    const rung = push.pushed.filter(({ browser }) => devices.map(browserOf).includes(browser));
    expect(rung.map(({ browser }) => browser).sort()).toEqual(devices.map(browserOf).sort());
    const sent = await rows();
    expect(sent).toMatchObject([
      { channel: 'push', status: 'sent', attempts: 1 },
      { channel: 'push', status: 'sent', attempts: 1 },
    ]);
    for (const one of rung) {
      expect([one.fault, one.status, one.method]).toEqual([null, 201, 'POST']);
      expect(JSON.parse(one.text!)).toEqual({ count: 1, locale: 'id' });
      expect(one.headers).toMatchObject({ ttl: '86400', urgency: 'high' });
      expect(one.headers['user-agent'] ?? one.headers.cookie ?? one.headers.referer).toBeUndefined();
    }
    expect(new Set(rung.map(({ headers }) => headers.topic))).toEqual(
      new Set(sent.map((row) => row.id.replaceAll('-', ''))),
    );
    expect(new Set(rung.map(({ length }) => length)).size).toBe(1);
    const all = JSON.stringify(rung);
    for (const canary of [...CANARIES, 'Kinanti', 'RAHASIA', 'PBM-2026', 'RSUD', id, caseId, OFFICER])
      expect(all).not.toContain(canary);
    expect(all).not.toMatch(KINDS_OF_CASE);
  });

  it('lies sealed; the person sees which browser, colleagues and administrators see nothing, the ledger no address', async () => {
    const subscription = await device();
    const { devices } = await mine();
    expect(devices).toMatchObject([HERE]);
    expect(JSON.stringify(devices)).not.toContain(browserOf(subscription));
    const { rows: kept } = await stage.admin.query(
      `select d.*, encode(subscription_sealed, 'escape') as text from simpul.push_device d`,
    );
    for (const part of [browserOf(subscription), subscription.p256dh, subscription.auth])
      expect(JSON.stringify(kept)).not.toContain(part);
    for (const mailbox of ['admin@diskominfo', 'kepala@uptd-ppa', 'kepala@rsud-igd']) {
      expect(await stage.asRole(mailbox, 'select id from simpul.push_device')).toEqual([]);
      expect(
        await stage.asRole(
          mailbox,
          'update simpul.push_device set removed_at = simpul.now(), endpoint_mark = null, subscription_sealed = null returning id',
        ),
      ).toEqual([]);
      const refused = await stage.api.as(mailbox).post(`/notification-devices/${devices[0]!.id}/removal`);
      expect(refused.status).toBe(404);
    }
    expect(await mine()).toMatchObject({ devices });
    const { rows: entries } = await stage.admin.query(
      `select facts from ledger.entry where act = 'notification.deviceAdded' order by seq desc limit 1`,
    );
    expect(entries).toEqual([{ facts: { device: devices[0]!.id, ...HERE } }]);
  });

  it('the same browser again is one device; a sealed row moved to another person opens no more', async () => {
    const subscription = await device();
    const again = done(await add(subscription));
    expect(again.devices).toHaveLength(1);
    await stage.admin.query(
      `update simpul.push_device set account_id = (select id from simpul.account where email = $1)`,
      [SUPERVISOR],
    );
    const other = await stage.api.as('kepala@uptd-ppa').get<RefusalBody>('/notification-channels');
    expect(other.status).toBe(500);
  });

  it.each([
    [503, {}, 'pending', 'channel.http503', 15],
    [500, {}, 'pending', 'channel.http500', 15],
    [429, { 'retry-after': '900' }, 'pending', 'channel.http429', 900],
    [403, {}, 'pending', 'channel.http403', 15],
    [307, {}, 'pending', 'channel.http307', 15],
    [413, {}, 'failed', 'channel.http413', 0],
  ] as const)('answers %i %j: %s, and the device stays', async (status, headers, state, failure, waits) => {
    await device();
    const { port } = elsewhere.address() as AddressInfo;
    const location = `http://localhost:${port}/latest/meta-data`;
    await push.behave({ answers: { '*': status }, headers: { ...headers, location } });
    await stage.sent();
    await pass(1);
    expect(await rows()).toMatchObject([{ channel: 'push', status: state, attempts: 1, failure, waits }]);
    expect((await mine()).devices).toHaveLength(1);
    expect(strayed).toEqual([]);
    expect((await rows())[0]!.alarmed).toBe(state === 'failed');
  });

  it('a repetition has the same topic, by which a push service replaces what it still holds', async () => {
    const browser = browserOf(await device());
    await push.behave({ answers: { [browser]: [503, 503] } });
    await stage.sent();
    await pass();
    await later(60);
    await pass();
    await later(600);
    await pass();
    const tries = push.pushed.filter((one) => one.browser === browser);
    expect(tries.map(({ status }) => status)).toEqual([503, 503, 201]);
    expect(new Set(tries.map(({ headers }) => headers.topic)).size).toBe(1);
    expect(await rows()).toMatchObject([{ status: 'sent', attempts: 3, failure: null }]);
  });

  it.each([404, 410])(
    '%i: the browser is forgotten, the word goes by e-mail, its person hears of it and nobody is alarmed',
    async (status) => {
      const alarms = [
        await toldOf(ADMIN, 'alarm.channelFailed'),
        await toldOf(SUPERVISOR, 'alarm.noWorkingChannel'),
      ];
      await device();
      await push.behave({ answers: { '*': status } });
      await stage.sent();
      await pass();
      expect(await rows()).toMatchObject([
        { channel: 'push', status: 'failed', failure: `recipient.http${status}`, alarmed: true },
        { channel: 'email', status: 'sent' },
      ]);
      expect(mail.taken.some(({ to }) => to.includes(OFFICER))).toBe(true);
      expect((await mine()).devices).toEqual([]);
      const { rows: left } = await stage.admin.query(
        'select endpoint_mark, subscription_sealed from simpul.push_device',
      );
      expect(left).toEqual([{ endpoint_mark: null, subscription_sealed: null }]);
      await pass();
      expect(await toldOf(OFFICER, 'channel.deviceLost')).toBe(1);
      expect([
        await toldOf(ADMIN, 'alarm.channelFailed'),
        await toldOf(SUPERVISOR, 'alarm.noWorkingChannel'),
      ]).toEqual(alarms);
    },
  );

  it('one device lost, the other rung: nothing goes twice', async () => {
    const [gone, kept] = [await device(), await device()];
    await push.behave({ answers: { [browserOf(gone)]: [410] } });
    await stage.sent();
    await pass();
    expect((await rows()).map(({ channel, status }) => `${channel} ${status}`).sort()).toEqual([
      'push failed',
      'push sent',
    ]);
    expect(push.pushed.some(({ browser, status }) => browser === browserOf(kept) && status === 201)).toBe(
      true,
    );
  });

  it('where push is the only way and a person has no device, the supervisor hears of it', async () => {
    const { SMTP_URL: _url, SIMPUL_MAIL_FROM: _from, ...pushOnly } = env;
    const lonely = await tellingWorker(stage.database, pushOnly);
    try {
      await stage.sent();
      await pass(3, lonely);
      expect(await rows()).toMatchObject([
        { channel: 'push', status: 'failed', failure: 'recipient.noDevice' },
      ]);
      const { rows: alarms } = await stage.admin.query(
        `select 1 from simpul.notification n join simpul.account a on a.id = n.account_id
           join simpul.outbox o on o.id = n.outbox_id
           join simpul.delivery d on d.id = (o.ids ->> 'deliveryId')::uuid
           join simpul.account whose on whose.id = d.account_id
          where a.email = $1 and n.message = 'alarm.noWorkingChannel' and whose.email = $2
            and n.created_at = simpul.now()`,
        [SUPERVISOR, OFFICER],
      );
      expect(alarms).toHaveLength(1);
    } finally {
      await lonely.close();
    }
  });

  it('off duty what may wait goes in one push to each device when the office opens', async () => {
    // The emergency room never closes; here the officer is of an office that does.
    await stage.admin.query(`update simpul.agency set hours = 'OFFICE' where code = 'rsud-igd'`);
    const devices = [await device(), await device()];
    for (let count = 0; count < 2; count++) {
      const caseId = await stage.openCase({ clientSafeNow: 'YES' }, { redFlags: [], risk: 'RENDAH' });
      await stage.consent(caseId, 'RSUD');
      const id = await stage.draft(caseId, 'rsud-igd', 'KESEHATAN', { urgency: 'BIASA' });
      done(await stage.sender.post(`/referrals/${id}/sending`));
    }
    await pass();
    const rung = () => push.pushed.filter(({ browser }) => devices.map(browserOf).includes(browser));
    expect(rung()).toEqual([]);
    await later(16 * 3_600);
    await pass();
    expect(rung().map(({ text }) => JSON.parse(text!) as object)).toEqual([
      { count: 2, locale: 'id' },
      { count: 2, locale: 'id' },
    ]);
    expect(new Set(rung().map(({ browser }) => browser)).size).toBe(2);
  });

  it('a device that its person took away is not rung: what waited goes another way, and e-mail is on again', async () => {
    await device();
    await push.behave({ answers: { '*': 503 } });
    await stage.sent();
    await pass();
    push.pushed.length = 0;
    const id = (await mine()).devices[0]!.id;
    const after = done(await stage.hospital.post<Channels>(`/notification-devices/${id}/removal`));
    expect(after).toMatchObject({ email: true, devices: [] });
    await later(60);
    await pass();
    expect(push.pushed).toEqual([]);
    expect(await rows()).toMatchObject([
      { channel: 'push', status: 'failed', failure: 'recipient.deviceRemoved' },
      { channel: 'email', status: 'sent' },
    ]);
    expect((await stage.hospital.post(`/notification-devices/${id}/removal`)).status).toBe(404);
  });

  it('the last way cannot be switched off; a device is one', async () => {
    const refused = await stage.hospital.patch<RefusalBody>('/notification-channels', {
      email: false,
      gateway: false,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'notification.lastChannel']);
    await device();
    expect(await mine()).toMatchObject({ email: false, open: ['email', 'push'] });
  });

  it.each([
    ['the cloud’s own secrets', 'http://169.254.169.254/latest/meta-data/'],
    ['another port of this machine', 'http://localhost:5432/'],
    ['this machine by number', 'https://127.0.0.1/'],
    ['somebody else’s server', 'https://evil.example/fcm.googleapis.com'],
    ['a name that only looks right', 'https://fcm.googleapis.com.evil.example/x'],
    ['a user in front', 'https://fcm.googleapis.com@evil.example/x'],
  ])('cannot be pointed at %s', async (_what, endpoint) => {
    const { p256dh, auth } = await push.subscribe(key);
    const refused = await add({ endpoint, p256dh, auth });
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/endpoint', code: 'push.endpointRefused' }],
    ]);
    expect((await mine()).devices).toEqual([]);
  });

  it('ten devices are enough, and a key that is no key is refused', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => (await add(await push.subscribe(key))).status),
    );
    expect(answers.filter((status) => status === 201)).toHaveLength(10);
    expect(answers.filter((status) => status === 409)).toHaveLength(2);
    const bad = await add({
      ...(await push.subscribe(key)),
      p256dh: Buffer.alloc(65, 4).toString('base64url'),
    });
    expect([bad.status, bad.body.errors?.[0]?.code]).toEqual([422, 'push.keyMalformed']);
  });
});
