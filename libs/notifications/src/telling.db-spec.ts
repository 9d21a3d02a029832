import { loadConfig } from '#config';
import { AuditModule } from '#audit';
import { DatabaseModule } from '#database';
import { DeadlinesJobsModule, DeadlinesModule, DeadlineSweep } from '#deadlines';
import { done, ReferralStage, type Person } from '#harness';
import { OutboxRelay, QueueJobsModule } from '#queue';
import { VaultModule } from '#vault';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NotificationsJobsModule } from './notifications.module.js';

@Module({})
class TestWorker {}

interface Told {
  /** `pendamping@uptd-ppa` */
  who: string;
  message: string;
}

interface NotificationBody {
  id: string;
  words: string;
  urgency: string;
  referralId?: string;
  caseId?: string;
  caseNumber?: string;
  readAt: string | null;
}

const TEAM = 'pendamping@uptd-ppa';
const OFFICER = 'petugas@rsud-igd';
const OFFICERS_HEAD = 'kepala@rsud-igd';
const SUPERVISOR = 'kepala@uptd-ppa';
const HEAD_OF_LEAD_OFFICE = 'kepala@dppkbpppa';

describe('who is told', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    const imports = [
      DatabaseModule.forRole(stage.database.urls.worker),
      VaultModule.withKeyFile(stage.database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
      QueueJobsModule,
      DeadlinesModule.inZone('Asia/Jakarta'),
      DeadlinesJobsModule,
      NotificationsJobsModule.forConfig(loadConfig(stage.database.env)),
    ];
    worker = await NestFactory.createApplicationContext({ module: TestWorker, imports }, { logger: false });
  });
  afterEach(async () => {
    await stage.admin.query('update simpul.account set active = true where not active');
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });

  const relay = (): Promise<number> => worker.get(OutboxRelay).pass();
  const told = async (where: string, params: unknown[]): Promise<Told[]> =>
    (
      await stage.admin.query<Told>(
        `select replace(a.email, '.simpul.example', '') as who, n.message
           from simpul.notification n join simpul.account a on a.id = n.account_id
          where ${where} order by 1, 2`,
        params,
      )
    ).rows;
  const toldOf = (topic: string, referralId: string): Promise<Told[]> =>
    told('n.topic = $1 and n.referral_id = $2', [topic, referralId]);
  const suspend = (...mailboxes: string[]): Promise<unknown> =>
    stage.admin.query('update simpul.account set active = false where email = any ($1)', [
      mailboxes.map((mailbox) => `${mailbox}.simpul.example`),
    ]);
  const inbox = async (person: Person): Promise<NotificationBody[]> =>
    done(await person.get<{ items: NotificationBody[] }>('/notifications')).items;
  /** A step of a running deadline of this referral that is due now. */
  async function step(referralId: string, rung: string, tells: string[]): Promise<string> {
    const { rows } = await stage.admin.query<{ id: string }>(
      `insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
       select id, $2, simpul.now(), $3 from simpul.deadline
        where referral_id = $1 and status = 'running' and owing_agency_id = $4 order by id limit 1 returning id`,
      [referralId, rung, tells, stage.agencies.get('rsud-igd')],
    );
    await worker.get(DeadlineSweep).pass();
    await relay();
    return rows[0]!.id;
  }

  it('a sent referral: the officers of the receiver and nobody else', async () => {
    const { id } = await stage.sent();
    await relay();
    expect(await toldOf('referral.sent', id)).toEqual([{ who: OFFICER, message: 'referral.sent' }]);
  });

  it.each([
    ['accepted', 'acceptance', { responsibleName: 'dr. Umpama' }],
    ['rejected', 'rejection', { reason: 'KAPASITAS_PENUH', note: 'Penuh.' }],
    ['asked', 'question', { text: 'Apakah ada alergi obat?' }],
  ])('a referral that was %s: the team of its case and nobody else', async (event, noun, body) => {
    const { id } = await stage.sent();
    done(await stage.act(stage.hospital, id, 'receipt'));
    done(await stage.act(stage.hospital, id, noun, body));
    await relay();
    expect(await toldOf(`referral.${event}`, id)).toEqual([{ who: TEAM, message: `referral.${event}` }]);
  });

  it.each([
    ['reminder', 'PIHAK_BERKEWAJIBAN', OFFICER, 'deadline.soon'],
    ['overdue', 'PIHAK_BERKEWAJIBAN', OFFICER, 'deadline.overdue'],
    ['headOfOwingAgency', 'ATASAN_INSTANSI_PENERIMA', OFFICERS_HEAD, 'deadline.escalated'],
    ['supervisor', 'KEPALA_UPTD_PPA', SUPERVISOR, 'deadline.escalated'],
    ['headOfLeadOffice', 'KEPALA_DPPKBPPPA', HEAD_OF_LEAD_OFFICE, 'deadline.escalated'],
  ])('rung %s tells %s', async (rung, code, who, message) => {
    const { id } = await stage.sent();
    const stepId = await step(id, rung, [code]);
    expect(await told('n.step_id = $1', [stepId])).toEqual([{ who, message }]);
  });

  it('a proposed lower level: whoever may approve it; then its proposer, that it was approved', async () => {
    const caseId = await stage.openCase();
    const body = { redFlags: [], risk: 'SEDANG', reason: 'Sudah berpisah.' };
    const { id } = done(await stage.sender.post<{ id: string }>(`/cases/${caseId}/screenings`, body));
    await relay();
    const of = (topic: string) => told('n.topic = $1 and n.case_id = $2', [topic, caseId]);
    expect(await of('screening.loweringProposed')).toEqual([
      { who: SUPERVISOR, message: 'case.loweringProposed' },
    ]);
    done(await stage.api.as(SUPERVISOR).post(`/screenings/${id}/approval`));
    await relay();
    expect(await of('screening.lowered')).toEqual([{ who: TEAM, message: 'case.levelLowered' }]);
  });

  describe('of an account', () => {
    const idOf = async (mailbox: string): Promise<string> =>
      (
        await stage.admin.query<{ id: string }>('select id from simpul.account where email = $1', [
          `${mailbox}.simpul.example`,
        ])
      ).rows[0]!.id;
    const office = () => stage.api.as('admin@diskominfo');
    const news = async (topic: string): Promise<Told[]> => {
      await relay();
      return told('n.topic = $1', [topic]);
    };
    const signIn = async (mailbox: string, cookie = ''): Promise<string> => {
      const body = { email: `${mailbox}.simpul.example`, password: 'simpul-demo-prabumulih' };
      const { headers } = await stage.api.nobody.post('/sessions', body, { cookie });
      return (headers['set-cookie'] as string[])[1]!.split(';')[0]!;
    };

    it('a sign-in on a device not seen before: its person, once; never at the very first or on a known one', async () => {
      const known = await signIn('petugas@lpsk');
      expect(await news('account.newDevice')).toEqual([]);
      await signIn('petugas@lpsk', known);
      expect(await news('account.newDevice')).toEqual([]);
      await signIn('petugas@lpsk');
      expect(await news('account.newDevice')).toEqual([
        { who: 'petugas@lpsk', message: 'account.newDevice' },
      ]);
      const { rows } = await stage.admin.query<{ ids: object; actor_id: null }>(
        `select ids, actor_id from simpul.outbox where topic = 'account.newDevice'`,
      );
      expect(rows).toEqual([{ ids: { accountId: await idOf('petugas@lpsk') }, actor_id: null }]);
    });

    it('letting somebody back in, by two: that person, and who answers for the office', async () => {
      const { id } = done(await office().post<{ id: string }>(`/accounts/${await idOf(OFFICER)}/recovery`));
      expect(await news('account.recoveryProposed')).toEqual([
        { who: OFFICERS_HEAD, message: 'account.recoveryWaits' },
        { who: OFFICER, message: 'account.recoveryBegun' },
      ]);
      done(await stage.api.as(OFFICERS_HEAD).post(`/account-recoveries/${id}/rejection`));
    });

    it('a reset by the administrator alone, and an account that is new: the office hears as well', async () => {
      done(await office().post(`/accounts/${await idOf('psikolog@uptd-ppa')}/reset`));
      expect(await news('account.passwordReset')).toEqual([
        { who: SUPERVISOR, message: 'account.resetInOffice' },
        { who: 'psikolog@uptd-ppa', message: 'account.reset' },
      ]);
      const made = { email: 'baru@uptd.kota.example', displayName: 'Baru Umpama', role: 'case_worker' };
      const { firstPassword } = done(
        await office().post<{ firstPassword: string }>('/accounts', {
          ...made,
          agencyId: stage.agencies.get('uptd-ppa'),
        }),
      );
      expect(await news('account.created')).toEqual([{ who: SUPERVISOR, message: 'account.addedInOffice' }]);
      const { headers } = await stage.api.nobody.post('/sessions', {
        email: made.email,
        password: firstPassword,
      });
      done(
        await stage.api.nobody.post(
          '/accounts/current/password',
          { currentPassword: firstPassword, newPassword: 'tebu pagi lampu sungai' },
          { cookie: String(headers['set-cookie']).split(';')[0]! },
        ),
      );
      expect(await news('account.arrived')).toEqual([{ who: SUPERVISOR, message: 'account.newcomerWaits' }]);
    });
  });

  it('at night the receiver is told by its roster, and the step keeps the name', async () => {
    await stage.admin.query(
      `insert into simpul.duty_shift (agency_id, account_id, starts_at, ends_at, created_by)
       select agency_id, id, simpul.now(), simpul.now() + interval '12 hours', id from simpul.account where email = $1`,
      [`${OFFICERS_HEAD}.simpul.example`],
    );
    try {
      const { id } = await stage.sent();
      await relay();
      expect(await toldOf('referral.sent', id)).toEqual([{ who: OFFICERS_HEAD, message: 'referral.sent' }]);
      const stepId = await step(id, 'overdue', ['PIHAK_BERKEWAJIBAN']);
      expect(await told('n.step_id = $1', [stepId])).toEqual([
        { who: OFFICERS_HEAD, message: 'deadline.overdue' },
      ]);
    } finally {
      await stage.admin.query('delete from simpul.duty_shift');
    }
  });

  it('both sides of the referral see by name who was told at a rung', async () => {
    const { id } = await stage.sent();
    const stepId = await step(id, 'headOfOwingAgency', ['ATASAN_INSTANSI_PENERIMA']);
    for (const person of [stage.sender, stage.hospital]) {
      const { deadlines } = done(
        await person.get<{ deadlines: { ladder: { stepId: string; toldNames: string[] }[] }[] }>(
          `/referrals/${id}`,
        ),
      );
      const rungs = deadlines.flatMap(({ ladder }) => ladder);
      expect(rungs.find((rung) => rung.stepId === stepId)!.toldNames).toEqual(['Ilham Reka']);
      expect(
        rungs.filter((rung) => rung.stepId !== stepId).every((rung) => rung.toldNames.length === 0),
      ).toBe(true);
    }
  });

  it('what the police owe is never called a task of ours, on paper and on the screen', async () => {
    const caseId = await stage.openCase();
    done(await stage.sender.post(`/cases/${caseId}/milestones`, { kind: 'investigation.started' }));
    const { rows } = await stage.admin.query<{ id: string }>(
      `insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
       select id, 'reminder', simpul.now(), '{PIHAK_BERKEWAJIBAN}' from simpul.deadline
        where case_id = $1 and slug = 'police-spdp' returning id`,
      [caseId],
    );
    await worker.get(DeadlineSweep).pass();
    await relay();
    expect(await told('n.step_id = $1', [rows[0]!.id])).toEqual([{ who: TEAM, message: 'deadline.monitor' }]);
    const page = done(
      await stage.sender.get<{ deadlines: { ruleId: string; owes: { words: string } }[] }>(
        `/cases/${caseId}`,
      ),
    );
    const clock = page.deadlines.find(({ ruleId }) => ruleId === 'police-spdp')!;
    expect(clock.owes.words).toMatch(/^Polres \(dipantau .+\)$/);
  });

  it('a person who is meant twice by one step is told once, whatever runs twice', async () => {
    const { id } = await stage.sent();
    const stepId = await step(id, 'overdue', ['PIHAK_BERKEWAJIBAN', 'PIHAK_BERKEWAJIBAN']);
    await stage.admin.query(
      `delete from simpul.outbox_delivery where outbox_id in (select id from simpul.outbox where ids ->> 'stepId' = $1)`,
      [stepId],
    );
    await stage.admin.query(
      `update simpul.outbox set relayed_at = null, next_attempt_at = simpul.now() where ids ->> 'stepId' = $1`,
      [stepId],
    );
    await relay();
    expect(await told('n.step_id = $1', [stepId])).toEqual([{ who: OFFICER, message: 'deadline.overdue' }]);
  });

  it('a rung that reaches nobody raises an alarm at the supervisor', async () => {
    const { id } = await stage.sent();
    await suspend('hukum@bagian-hukum', 'kepala@bagian-hukum');
    const stepId = await step(id, 'overdue', ['PEJABAT_PDP']);
    expect(await told('n.step_id = $1', [stepId])).toEqual([
      { who: SUPERVISOR, message: 'alarm.nobodyToTell' },
    ]);
  });

  it('where nobody of the receiver can be told, the supervisor hears exactly that; without one the next above', async () => {
    await suspend(OFFICER, OFFICERS_HEAD);
    const first = await stage.sent();
    await relay();
    const alarm = 'alarm.nobodyToTell';
    expect(await toldOf('referral.sent', first.id)).toEqual([{ who: SUPERVISOR, message: alarm }]);
    await suspend(SUPERVISOR);
    const second = await stage.sent();
    await relay();
    expect(await toldOf('referral.sent', second.id)).toEqual([{ who: HEAD_OF_LEAD_OFFICE, message: alarm }]);
  });

  it('the receiver reads of a referral and its number, never of a case', async () => {
    const { id, caseId } = await stage.sent();
    await relay();
    const mine = (await inbox(stage.hospital)).find(({ referralId }) => referralId === id)!;
    expect(mine).toMatchObject({ urgency: 'act', readAt: null, referralId: id });
    expect(JSON.stringify(mine)).not.toContain(caseId);
    expect(Object.keys(mine)).not.toContain('caseId');
    done(await stage.act(stage.hospital, id, 'receipt'));
    done(await stage.act(stage.hospital, id, 'acceptance', { responsibleName: 'dr. Umpama' }));
    await relay();
    const ours = (await inbox(stage.sender)).find(({ referralId }) => referralId === id)!;
    expect(ours.caseId).toBe(caseId);
  });

  it('a notification exists for its own person only', async () => {
    const { id } = await stage.sent();
    await relay();
    const mine = (await inbox(stage.hospital)).find(({ referralId }) => referralId === id)!;
    for (const mailbox of [OFFICERS_HEAD, TEAM, SUPERVISOR, 'auditor@inspektorat', 'admin@diskominfo']) {
      const other = stage.api.as(mailbox);
      const answer = await other.post(`/notifications/${mine.id}/reading`);
      expect([mailbox, answer.status, answer.body.code]).toEqual([mailbox, 404, 'notFound']);
      const seen = await other.get<{ items?: NotificationBody[] }>('/notifications');
      expect((seen.body.items ?? []).map((item) => item.id)).not.toContain(mine.id);
    }
    expect((await stage.api.nobody.post(`/notifications/${mine.id}/reading`)).status).toBe(401);
    const unread = (await inbox(stage.hospital)).find((one) => one.id === mine.id)!;
    expect(unread.readAt).toBeNull();
    const read = done(await stage.hospital.post<NotificationBody>(`/notifications/${mine.id}/reading`));
    const again = done(await stage.hospital.post<NotificationBody>(`/notifications/${mine.id}/reading`));
    expect(read.readAt).not.toBeNull();
    expect(again.readAt).toBe(read.readAt);
  });
});
