import { done, MailServer, ReferralStage, tellingWorker, until } from '#harness';
import { OutboxRelay } from '#queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { CANARIES, KINDS_OF_CASE } from '../../../test/harness/canaries.js';
import { Deliveries } from './jobs/deliveries.js';
import { ATTEMPTS_BEFORE_A_PERSON_IS_TOLD, WAITS_SECONDS } from './rules/delivery.js';

const START = Date.parse('2026-04-14T19:30:00+07:00');
const FROM = 'simpul@kota.example';
const OFFICER = 'petugas@rsud-igd.simpul.example';
const ADMIN = 'admin@diskominfo.simpul.example';
const SUPERVISOR = 'kepala@uptd-ppa.simpul.example';

interface Row {
  id: string;
  status: string;
  attempts: number;
  failure: string | null;
  alarmed: boolean;
}

describe('e-mail', () => {
  let stage: ReferralStage;
  let mail: MailServer;
  const workers: INestApplicationContext[] = [];
  let seconds = 0;

  async function worker(env: Record<string, string> = {}): Promise<INestApplicationContext> {
    const app = await tellingWorker(stage.database, {
      SMTP_URL: mail.url,
      SIMPUL_MAIL_FROM: FROM,
      ...env,
    });
    workers.push(app);
    return app;
  }

  beforeAll(async () => {
    stage = await ReferralStage.open();
    mail = await MailServer.start();
  });
  beforeEach(async () => {
    await stage.admin.query('delete from simpul.delivery');
    await stage.admin.query('update simpul.outbox set relayed_at = simpul.now() where relayed_at is null');
    await later(86_400);
    mail.taken.length = 0;
    await mail.behave({ refuse: {}, silent: false });
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((app) => app.close()));
  });
  afterAll(async () => {
    await mail?.kill();
    await stage?.close();
  });

  async function later(bySeconds: number): Promise<void> {
    seconds += bySeconds;
    await stage.database.setClock(new Date(START + seconds * 1_000).toISOString());
  }
  const rows = async (email: string, channel = 'email'): Promise<Row[]> =>
    (
      await stage.admin.query<Row>(
        `select d.id, d.status, d.attempts, d.last_failure as failure, d.alarmed_at is not null as alarmed
           from simpul.delivery d join simpul.account a on a.id = d.account_id
          where a.email = $1 and d.channel = $2 order by d.created_at, d.id`,
        [email, channel],
      )
    ).rows;
  const pass = async (app: INestApplicationContext): Promise<void> => {
    await app.get(OutboxRelay).pass();
    await app.get(Deliveries).pass();
  };
  const mailsTo = (email: string) => mail.taken.filter(({ to }) => to.includes(email));
  const toldOf = async (email: string, message: string): Promise<number> =>
    (
      await stage.admin.query<{ n: number }>(
        `select count(*)::int as n from simpul.notification n join simpul.account a on a.id = n.account_id
          where a.email = $1 and n.message = $2`,
        [email, message],
      )
    ).rows[0]!.n;

  it('brings a notification to the officer of the receiver, once, and the ledger knows', async () => {
    const app = await worker();
    const { id } = await stage.sent();
    await pass(app);
    await pass(app);
    expect(mailsTo(OFFICER)).toHaveLength(1);
    const [row] = await rows(OFFICER);
    expect(row).toMatchObject({ status: 'sent', attempts: 1, failure: null, alarmed: false });
    const { rows: entries } = await stage.admin.query<{ facts: Record<string, unknown> }>(
      `select facts from ledger.entry where act = 'notification.delivered' and facts ->> 'delivery' = $1`,
      [row!.id],
    );
    expect(entries.map(({ facts }) => facts)).toEqual([
      expect.objectContaining({ channel: 'email', attempt: 1 }),
    ]);
    expect(JSON.stringify(entries)).not.toContain('@');
    done(await stage.act(stage.hospital, id, 'receipt'));
  });

  it('carries no name, case or place: neither in its headers nor in its text', async () => {
    const app = await worker();
    const { id, caseId } = await stage.sent();
    await pass(app);
    const [taken] = mailsTo(OFFICER);
    const [head, body] = taken!.text.split('\r\n\r\n') as [string, string];
    for (const canary of [...CANARIES, 'Kinanti', 'RAHASIA', 'PBM-2026', 'RSUD', 'Leher', id, caseId])
      expect(taken!.text).not.toContain(canary);
    expect(taken!.text).not.toMatch(KINDS_OF_CASE);
    expect(head).toContain('From: Simpul <simpul@kota.example>');
    expect(head).toContain('Subject: Simpul: menunggu tindakan Anda');
    expect(head).toContain(`Message-ID: <${(await rows(OFFICER))[0]!.id}@kota.example>`);
    expect(head).toContain('Auto-Submitted: auto-generated');
    const names = head
      .split('\r\n')
      .filter((line) => /^\S/.test(line))
      .map((line) => line.split(':')[0]);
    expect(new Set(names)).toEqual(
      new Set([
        ...['Auto-Submitted', 'Content-Transfer-Encoding', 'Content-Type', 'Date', 'From', 'MIME-Version'],
        ...['Message-ID', 'Subject', 'To'],
      ]),
    );
    expect(head).toMatch(/Content-Type: text\/plain/);
    expect(body).toContain('https://simpul.kota.example/');
    expect(taken!.greeting).toBe('kota.example');
  });

  it('nothing configured: nobody is told less inside, and no row waits for a way that is not there', async () => {
    const app = await worker({ SMTP_URL: '', SIMPUL_MAIL_FROM: '' });
    const before = await toldOf(OFFICER, 'referral.sent');
    await stage.sent();
    await pass(app);
    expect(await toldOf(OFFICER, 'referral.sent')).toBe(before + 1);
    expect((await stage.admin.query('select from simpul.delivery')).rowCount).toBe(0);
  });

  it('a server that is away delays the mail by the table and loses none; a person hears of it once', async () => {
    const app = await worker();
    const { port } = mail;
    await mail.kill();
    await stage.sent();
    await stage.sent();
    await pass(app);
    expect(await rows(OFFICER)).toMatchObject([
      { status: 'pending', attempts: 1, failure: 'channel.ESOCKET' },
      { status: 'pending', attempts: 1 },
    ]);
    await later(WAITS_SECONDS[0] - 1);
    await pass(app);
    expect((await rows(OFFICER)).map(({ attempts }) => attempts)).toEqual([1, 1]);
    await later(1);
    for (let attempt = 2; attempt <= ATTEMPTS_BEFORE_A_PERSON_IS_TOLD; attempt++) {
      expect(await toldOf(ADMIN, 'alarm.channelFailed')).toBe(0);
      await pass(app);
      expect((await rows(OFFICER)).map(({ attempts }) => attempts)).toEqual([attempt, attempt]);
      await later(WAITS_SECONDS[attempt - 1]!);
    }
    await app.get(OutboxRelay).pass();
    expect(await toldOf(ADMIN, 'alarm.channelFailed')).toBe(1);
    expect(await toldOf(SUPERVISOR, 'alarm.noWorkingChannel')).toBe(1);

    mail = await MailServer.start(port);
    await later(7_200);
    await pass(app);
    expect((await rows(OFFICER)).map(({ status }) => status)).toEqual(['sent', 'sent']);
    expect(mailsTo(OFFICER)).toHaveLength(2);
  });

  it('a mailbox that is not there is not tried again: the administrator and the supervisor hear at once', async () => {
    const app = await worker();
    await mail.behave({ refuse: { [OFFICER]: 550 } });
    const alarms = await toldOf(SUPERVISOR, 'alarm.noWorkingChannel');
    await stage.sent();
    await stage.sent();
    await pass(app);
    await pass(app);
    expect(await rows(OFFICER)).toMatchObject([
      { status: 'failed', attempts: 1, failure: 'recipient.smtp550', alarmed: true },
      { status: 'failed', attempts: 1, failure: 'recipient.smtp550', alarmed: true },
    ]);
    expect(await toldOf(SUPERVISOR, 'alarm.noWorkingChannel')).toBe(alarms + 1);
    const alarmed = mailsTo(SUPERVISOR).filter(({ text }) => text.includes('perlu perhatian Anda sekarang'));
    expect(alarmed).toHaveLength(1);
  });

  it('an alarm that cannot be delivered raises no further alarm', async () => {
    const app = await worker();
    await mail.behave({ refuse: { '*': 550 } });
    await stage.sent();
    for (let round = 0; round < 4; round++) await pass(app);
    const { rows: announced } = await stage.admin.query<{ n: number }>(
      `select count(*)::int as n from simpul.outbox where topic = 'channel.failed' and created_at = simpul.now()`,
    );
    // The officer, and whoever else was told of the new report and referral; none for the alarms themselves.
    const { rows: people } = await stage.admin.query<{ n: number }>(
      `select count(distinct d.account_id)::int as n from simpul.delivery d
         join simpul.notification n on n.id = d.notification_id where n.message not like 'alarm.%'`,
    );
    expect(announced[0]!.n).toBe(people[0]!.n);
    expect((await stage.admin.query(`select from simpul.delivery where status = 'pending'`)).rowCount).toBe(
      0,
    );
  });

  it('taken but never answered: the next attempt has the same Message-ID, so that the reader knows it', async () => {
    const app = await worker();
    await mail.behave({ silent: true });
    await stage.sent();
    await app.get(OutboxRelay).pass();
    await until('the server has it', async () => mailsTo(OFFICER).length === 1);
    // Ends in order although the server is silent.
    const began = performance.now();
    await app.close();
    workers.length = 0;
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await rows(OFFICER)).toMatchObject([{ status: 'pending', attempts: 1, failure: null }]);

    await mail.behave({ silent: false });
    const next = await worker();
    await later(119);
    await next.get(Deliveries).pass();
    expect(mailsTo(OFFICER)).toHaveLength(1);
    await later(2);
    await next.get(Deliveries).pass();
    expect(await rows(OFFICER)).toMatchObject([{ status: 'sent', attempts: 2 }]);
    const ids = mailsTo(OFFICER).map(({ text }) => /^Message-ID: .*$/m.exec(text)![0]);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  it('two workers at once send each mail once', async () => {
    const [one, two] = [await worker(), await worker()];
    for (let count = 0; count < 4; count++) await stage.sent();
    await Promise.all([pass(one), pass(two)]);
    await Promise.all([pass(one), pass(two)]);
    expect(mailsTo(OFFICER)).toHaveLength(4);
    expect((await rows(OFFICER)).map(({ status, attempts }) => [status, attempts])).toEqual(
      Array.from({ length: 4 }, () => ['sent', 1]),
    );
  });

  it('an account that was closed meanwhile gets no mail', async () => {
    const app = await worker();
    await mail.behave({ refuse: { [OFFICER]: 450 } });
    await stage.sent();
    await pass(app);
    await stage.admin.query('update simpul.account set active = false where email = $1', [OFFICER]);
    await mail.behave({ refuse: {} });
    await later(60);
    await pass(app);
    await stage.admin.query('update simpul.account set active = true where email = $1', [OFFICER]);
    expect(mailsTo(OFFICER)).toEqual([]);
    expect(await rows(OFFICER)).toMatchObject([
      { status: 'failed', failure: 'recipient.accountInactive', alarmed: true },
    ]);
  });

  it('signs in with the password of the address; a refused one is a code, and no log or row repeats it', async () => {
    const app = await worker({ SMTP_URL: mail.url.replace('//', '//simpul:the-right-one@') });
    await stage.sent();
    await pass(app);
    expect(mailsTo(OFFICER)[0]!.user).toBe('simpul');
    const refused = await worker({ SMTP_URL: mail.url.replace('//', '//simpul:hunter2@') });
    await stage.sent();
    await pass(refused);
    expect(await rows(OFFICER)).toContainEqual(
      expect.objectContaining({ failure: 'channel.smtp535', status: 'pending' }),
    );
  });

  it('what waits for a channel that was taken out of the configuration ends at a person', async () => {
    const app = await worker();
    await mail.behave({ refuse: { [OFFICER]: 450 } });
    await stage.sent();
    await pass(app);
    await app.close();
    workers.length = 0;
    const without = await worker({ SMTP_URL: '', SIMPUL_MAIL_FROM: '' });
    await later(7_200);
    const alarms = await toldOf(ADMIN, 'alarm.channelFailed');
    await without.get(Deliveries).pass();
    await without.get(OutboxRelay).pass();
    expect(await rows(OFFICER)).toMatchObject([{ status: 'failed', failure: 'channel.notConfigured' }]);
    expect(await toldOf(ADMIN, 'alarm.channelFailed')).toBe(alarms + 1);
  });
});
