import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { MailServer, ReferralStage, until, WorkerProcess } from '#harness';

const OFFICER = 'petugas@rsud-igd.simpul.example';
const PAST_THE_LEASE = '2026-04-14T19:32:05+07:00';

describe('the worker as a process, and a mail on its way', () => {
  let stage: ReferralStage;
  let mail: MailServer;
  let worker: WorkerProcess | undefined;

  beforeAll(async () => {
    mail = await MailServer.start();
    stage = await ReferralStage.open();
  });
  afterAll(async () => {
    await worker?.end('SIGKILL');
    await mail?.kill();
    await stage?.close();
  });

  const start = () =>
    WorkerProcess.start({
      ...stage.database.env,
      SMTP_URL: mail.url.replace('//', '//simpul:the-right-one@'),
      SIMPUL_MAIL_FROM: 'simpul@kota.example',
    });
  const delivery = async () =>
    (
      await stage.admin.query<{ status: string; attempts: number }>(
        `select d.status, d.attempts from simpul.delivery d join simpul.account a on a.id = d.account_id
          where a.email = $1`,
        [OFFICER],
      )
    ).rows;
  const toOfficer = () => mail.taken.filter(({ to }) => to.includes(OFFICER));

  it('killed after the server took it and before that was recorded: sent again, and known by its Message-ID', async () => {
    await mail.behave({ silent: true });
    await stage.sent();
    worker = await start();
    await until('the server has the mail', async () => toOfficer().length === 1);
    await worker.end('SIGKILL');
    expect(await delivery()).toEqual([{ status: 'pending', attempts: 1 }]);

    await mail.behave({ silent: false });
    await stage.database.setClock(PAST_THE_LEASE);
    worker = await start();
    await until('it is recorded', async () => (await delivery())[0]?.status === 'sent');
    expect(await delivery()).toEqual([{ status: 'sent', attempts: 2 }]);
    const ids = toOfficer().map(({ text }) => /^Message-ID: .*$/m.exec(text)![0]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('prints codes and ids: no address, no password, no word of the server', async () => {
    await mail.behave({ refuse: { '*': 550 } });
    await stage.sent();
    await until('a person is told', async () => worker!.printed.includes('ALARM email'));
    expect(worker!.printed).toContain('recipient.smtp550');
    expect(worker!.printed).not.toMatch(/@|the-right-one|refused|Rekaan|RAHASIA/);
    expect(await worker!.end('SIGTERM')).toBe(0);
  });
});
