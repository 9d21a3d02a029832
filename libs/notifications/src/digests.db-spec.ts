import { AgenciesService } from '#agencies';
import { UnitOfWork } from '#database';
import { done, MailServer, ReferralStage, tellingWorker } from '#harness';
import { OutboxRelay } from '#queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { CANARIES, KINDS_OF_CASE } from '../../../test/harness/canaries.js';
import { Deliveries } from './jobs/deliveries.js';

const OFFICER = 'petugas@rsud-igd.simpul.example';
const TUESDAY = '2026-04-14T10:00:00+07:00';
const SATURDAY_NIGHT = '2026-04-18T03:00:00+07:00';

describe('what may wait', () => {
  let stage: ReferralStage;
  let mail: MailServer;
  const workers: INestApplicationContext[] = [];

  async function worker(): Promise<INestApplicationContext> {
    const app = await tellingWorker(stage.database, {
      SMTP_URL: mail.url,
      SIMPUL_MAIL_FROM: 'simpul@kota.example',
    });
    workers.push(app);
    return app;
  }

  beforeAll(async () => {
    stage = await ReferralStage.open();
    mail = await MailServer.start();
    // The officer of these tests goes home in the evening; how a desk that never closes is told has a test of its own.
    await hours('OFFICE');
  });
  beforeEach(async () => {
    await stage.admin.query('delete from simpul.delivery');
    await stage.admin.query('update simpul.outbox set relayed_at = simpul.now() where relayed_at is null');
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

  const hours = (of: string): Promise<unknown> =>
    stage.admin.query(`update simpul.agency set hours = $1 where code = 'rsud-igd'`, [of]);
  const clock = (iso: string): Promise<void> => stage.database.setClock(iso);
  const pass = async (app: INestApplicationContext): Promise<void> => {
    await app.get(OutboxRelay).pass();
    await app.get(Deliveries).pass();
  };
  const mails = () => mail.taken.filter(({ to }) => to.includes(OFFICER));
  const rows = async (): Promise<{ status: string; reason: string | null }[]> =>
    (
      await stage.admin.query<{ status: string; reason: string | null }>(
        `select d.status, d.wait_reason as reason
           from simpul.delivery d join simpul.account a on a.id = d.account_id
          where a.email = $1 order by d.created_at, d.id`,
        [OFFICER],
      )
    ).rows;
  /** A referral of a case of low risk, in no hurry. */
  async function calm(): Promise<string> {
    const caseId = await stage.openCase({ clientSafeNow: 'YES' }, { redFlags: [], risk: 'RENDAH' });
    await stage.consent(caseId, 'RSUD');
    const id = await stage.draft(caseId, 'rsud-igd', 'KESEHATAN', { urgency: 'BIASA' });
    done(await stage.sender.post(`/referrals/${id}/sending`));
    return id;
  }

  it('a flood is two messages: the first at once, the rest together ten minutes later; inside, all at once', async () => {
    await clock(TUESDAY);
    const app = await worker();
    await calm();
    await pass(app);
    expect(mails()).toHaveLength(1);
    for (let count = 0; count < 7; count++) {
      await calm();
      await pass(app);
    }
    expect(mails()).toHaveLength(1);
    expect((await rows()).map(({ status, reason }) => `${status} ${reason}`).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'pending GATHERED'),
      'sent null',
    ]);
    const inside = done(
      await stage.hospital.get<{ items: { words: string }[] }>('/notifications?unread=true'),
    );
    expect(inside.items.filter(({ words }) => words.startsWith('Rujukan baru'))).toHaveLength(8);

    await clock('2026-04-14T10:10:01+07:00');
    await app.get(Deliveries).pass();
    expect(mails()).toHaveLength(2);
    const { text } = mails()[1]!;
    expect(text).toContain('Ada 7 hal untuk Anda di Simpul, di antaranya menunggu tindakan Anda.');
    for (const canary of [...CANARIES, 'Kinanti', 'RAHASIA', 'PBM-2026', 'RSUD'])
      expect(text).not.toContain(canary);
    expect(text).not.toMatch(KINDS_OF_CASE);
    expect((await rows()).map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 6 }, () => 'merged'),
      'sent',
      'sent',
    ]);
  });

  it('what is urgent goes at once and alone, also in the middle of a flood', async () => {
    await clock(TUESDAY);
    const app = await worker();
    await calm();
    await pass(app);
    await calm();
    await stage.sent();
    await pass(app);
    expect(mails()).toHaveLength(2);
    expect(mails()[1]!.text).toContain('Ada yang menunggu tindakan Anda di Simpul.');
    expect((await rows()).map(({ status, reason }) => `${status} ${reason}`).sort()).toEqual([
      'pending GATHERED',
      'sent null',
      'sent null',
    ]);
  });

  it('off duty it waits until the office opens on Monday, through a restart and with two workers', async () => {
    await clock(SATURDAY_NIGHT);
    const night = await worker();
    await calm();
    await calm();
    await pass(night);
    expect(mails()).toEqual([]);
    expect((await rows()).map(({ status, reason }) => [status, reason])).toEqual([
      ['pending', 'OFF_DUTY'],
      ['pending', 'OFF_DUTY'],
    ]);
    await night.close();
    workers.length = 0;
    const opens = await stage.admin.query<{ at: Date }>(
      'select distinct next_attempt_at as at from simpul.delivery d join simpul.account a on a.id = d.account_id where a.email = $1',
      [OFFICER],
    );
    expect(opens.rows.map(({ at }) => at.toISOString())).toEqual(['2026-04-20T00:30:00.000Z']);
    await clock('2026-04-20T07:29:59+07:00');
    const [one, two] = [await worker(), await worker()];
    await Promise.all([pass(one), pass(two)]);
    expect(mails()).toEqual([]);
    await clock('2026-04-20T07:30:00+07:00');
    await Promise.all([one.get(Deliveries).pass(), two.get(Deliveries).pass()]);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]!.text).toContain('Ada 2 hal untuk Anda di Simpul');
  });

  it('whoever has the night shift, or wants no quiet hours, is told at night', async () => {
    await clock(SATURDAY_NIGHT);
    const app = await worker();
    const quiet = await stage.hospital.patch<{ quiet: boolean }>('/notification-channels', {
      email: true,
      gateway: false,
      quiet: false,
    });
    expect(done(quiet).quiet).toBe(false);
    await calm();
    await pass(app);
    expect(mails()).toHaveLength(1);
    done(await stage.hospital.patch('/notification-channels', { email: true, gateway: false, quiet: true }));
    await clock('2026-04-18T04:00:00+07:00');
    await calm();
    await pass(app);
    expect(mails()).toHaveLength(1);
    await stage.admin.query(
      `insert into simpul.duty_fallback (agency_id, account_id, changed_by)
       select agency_id, id, id from simpul.account where email = $1`,
      [OFFICER],
    );
    await clock('2026-04-18T05:00:00+07:00');
    await calm();
    await pass(app);
    await clock('2026-04-18T05:10:00+07:00');
    await app.get(Deliveries).pass();
    expect(mails().map(({ text }) => /Ada .*Simpul/.exec(text)![0])).toEqual([
      'Ada yang menunggu tindakan Anda di Simpul',
      'Ada 2 hal untuk Anda di Simpul',
    ]);
  });

  it('a desk that is open at night sleeps for nobody, unless its roster says who is there', async () => {
    await stage.admin.query('delete from simpul.duty_fallback');
    await clock('2026-04-18T01:00:00+07:00');
    const app = await worker();
    try {
      await hours('24/7');
      await calm();
      await pass(app);
      expect(mails()).toHaveLength(1);
      // Somebody else has the shift: whoever is meant by name is at home.
      await stage.admin.query(
        `insert into simpul.duty_shift (agency_id, account_id, starts_at, ends_at, created_by)
         select agency_id, id, simpul.now(), simpul.now() + interval '6 hours', id from simpul.account
          where email = 'kepala@rsud-igd.simpul.example'`,
      );
      await clock('2026-04-18T02:00:00+07:00');
      await calm();
      await pass(app);
      expect(mails()).toHaveLength(1);
    } finally {
      await hours('OFFICE');
      await stage.admin.query('delete from simpul.duty_shift');
    }
  });

  it.each([
    ['an open office', '2026-04-15T10:00:00+07:00', null],
    ['a Friday evening', '2026-04-17T17:00:00+07:00', '2026-04-20T07:30:00+07:00'],
    ['the eve of Ramadan', '2026-02-18T20:00:00+07:00', '2026-02-19T08:00:00+07:00'],
    ['before Nyepi, Eid and their leave', '2026-03-17T20:00:00+07:00', '2026-03-25T07:30:00+07:00'],
  ])('knows when the office opens after %s', async (_name, now, opens) => {
    await clock(now);
    const app = await worker();
    const found = await app
      .get(UnitOfWork)
      .lookAsSystem((work) => app.get(AgenciesService, { strict: false }).officeOpensAt(work));
    expect(found).toEqual(opens && new Date(opens));
  });

  it('a mail server that is away is no reason for a flood when it is back', async () => {
    await clock(TUESDAY);
    const app = await worker();
    await mail.behave({ refuse: { [OFFICER]: 450 } });
    for (let count = 0; count < 4; count++) {
      await calm();
      await pass(app);
    }
    await clock('2026-04-14T10:20:00+07:00');
    await mail.behave({ refuse: {} });
    await app.get(Deliveries).pass();
    expect(mails()).toHaveLength(2);
    expect(
      mails()
        .map(({ text }) => /Ada .*Simpul/.exec(text)![0])
        .sort(),
    ).toEqual(['Ada 3 hal untuk Anda di Simpul', 'Ada yang menunggu tindakan Anda di Simpul']);
  });

  it('a digest that the mail server refuses is tried again whole, and loses nothing', async () => {
    await stage.admin.query('delete from simpul.duty_fallback');
    await clock(SATURDAY_NIGHT);
    const app = await worker();
    await calm();
    await calm();
    await pass(app);
    await mail.behave({ refuse: { [OFFICER]: 450 } });
    await clock('2026-04-20T07:30:00+07:00');
    await app.get(Deliveries).pass();
    expect((await rows()).map(({ status }) => status).sort()).toEqual(['merged', 'pending']);
    await mail.behave({ refuse: {} });
    await clock('2026-04-20T07:31:00+07:00');
    await app.get(Deliveries).pass();
    expect(mails().map(({ text }) => /Ada .*Simpul/.exec(text)![0])).toEqual([
      'Ada 2 hal untuk Anda di Simpul',
    ]);
  });
});
