import { done, MailServer, ReferralStage, tellingWorker, type RefusalBody } from '#harness';
import { OutboxRelay } from '#queue';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { CANARIES, KINDS_OF_CASE } from '../../../test/harness/canaries.js';
import { Deliveries } from './jobs/deliveries.js';

const MAILBOX = 'puskesmas-timur@instansi.example';
const SENDER = 'pendamping@uptd-ppa.simpul.example';

interface Mailed {
  to: string;
  state: string;
  askedByName: string;
  settledAt: string | null;
}

describe('a one-time link by e-mail', () => {
  let stage: ReferralStage;
  let mail: MailServer;
  let app: INestApplicationContext;

  beforeAll(async () => {
    stage = await ReferralStage.open({ SIMPUL_CHANNELS: 'email' });
    mail = await MailServer.start();
    app = await tellingWorker(stage.database, {
      SMTP_URL: mail.url,
      SIMPUL_MAIL_FROM: 'simpul@kota.example',
    });
    await stage.admin.query(`update simpul.account set active = false where agency_code = 'puskesmas-timur'`);
  });
  beforeEach(async () => {
    await pass();
    mail.taken.length = 0;
    await mail.behave({ refuse: {} });
  });
  afterAll(async () => {
    await app?.close();
    await mail?.kill();
    await stage?.close();
  });

  const pass = async (): Promise<void> => {
    await app.get(OutboxRelay).pass();
    await app.get(Deliveries).pass();
    await app.get(OutboxRelay).pass();
  };
  const sent = async (): Promise<{ id: string; caseId: string }> => {
    const caseId = await stage.openCase({}, { redFlags: [], risk: 'SEDANG' });
    await stage.consent(caseId, 'PUSKESMAS');
    const id = await stage.draft(caseId, 'puskesmas-timur');
    done(await stage.act(stage.sender, id, 'sending'));
    return { id, caseId };
  };
  const issue = async (id: string) =>
    done(await stage.sender.post<{ address: string; code: string }>(`/referrals/${id}/link`));
  const ask = (id: string, person = stage.sender) => person.post<RefusalBody>(`/referrals/${id}/link/mail`);
  const standing = async (id: string) =>
    done(
      await stage.sender.get<{ link: { mailbox: string | null; latest: { mail: Mailed | null } | null } }>(
        `/referrals/${id}`,
      ),
    ).link;
  const entries = async (id: string) =>
    (
      await stage.admin.query<{ act: string; facts: Record<string, unknown> }>(
        `select act, facts from ledger.entry where object_id = $1 and act like 'referral.linkMail%' order by seq`,
        [id],
      )
    ).rows;
  const mails = () => mail.taken.filter(({ to }) => to.includes(MAILBOX));
  const unfolded = (text: string): string => text.replaceAll(/=\r\n/g, '');

  it('goes once to the agency’s own mailbox, opens with the code from the telephone, and the page says so', async () => {
    const { id, caseId } = await sent();
    expect((await ask(id)).body).toMatchObject({ code: 'link.noneOpen' });
    const link = await issue(id);
    expect(await standing(id)).toMatchObject({ mailbox: 'pu•••@instansi.example', latest: { mail: null } });
    expect((await ask(id, stage.api.as('konselor@puspaga'))).status).toBe(404);
    done(await ask(id));
    expect((await ask(id)).body).toMatchObject({ code: 'link.mailed' });
    expect((await standing(id)).latest!.mail).toMatchObject({ state: 'PENDING', settledAt: null });
    await pass();
    await pass();
    expect(mails()).toHaveLength(1);
    const { text } = mails()[0]!;
    const path = new URL(link.address).pathname;
    expect(unfolded(text)).toContain(`https://simpul.kota.example${path}`);
    // Neither who it is about nor who sends it, and never the code.
    for (const canary of [...CANARIES, link.code, 'Kinanti', 'PBM-', 'UPTD', 'Dewi', id, caseId])
      expect(unfolded(text)).not.toContain(canary);
    expect(text).not.toMatch(KINDS_OF_CASE);
    expect((await standing(id)).latest!.mail).toMatchObject({
      ...{ state: 'SENT', to: 'pu•••@instansi.example', askedByName: 'Dewi Hikayat' },
    });
    const written = await entries(id);
    expect(written.map(({ act }) => act)).toEqual(['referral.linkMailAsked', 'referral.linkMailSent']);
    expect(JSON.stringify(written)).not.toMatch(/@|links\//);
    const rows = await stage.admin.query('select m::text as row from simpul.link_mail m');
    expect(JSON.stringify(rows.rows)).not.toContain(path.split('/').pop());
    const opened = await stage.api.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ code: link.code, name: 'Bidan Rekaan' }).toString(),
    });
    expect(opened.statusCode).toBe(303);
    expect((await ask(id)).body).toMatchObject({ code: 'link.noneOpen' });
  });

  it('that does not arrive is an alarm, and whoever sent it hears at once and may send it again', async () => {
    const { id } = await sent();
    await issue(id);
    await mail.behave({ refuse: { [MAILBOX]: 550 } });
    done(await ask(id));
    await pass();
    await pass();
    expect((await standing(id)).latest!.mail).toMatchObject({ state: 'FAILED' });
    const { rows: alarms } = await stage.admin.query(
      `select detail from simpul.alarm where kind = 'CHANNEL_FAILED' and code = 'email' and resolved_at is null`,
    );
    expect(alarms).toEqual([{ detail: 'recipient.smtp550' }]);
    const { rows: told } = await stage.admin.query(
      `select a.email, n.referral_id as id from simpul.notification n join simpul.account a on a.id = n.account_id
        where n.message = 'referral.linkMailFailed'`,
    );
    expect(told).toEqual([{ email: SENDER, id }]);
    await mail.behave({ refuse: {} });
    done(await ask(id));
    await pass();
    expect(mails()).toHaveLength(1);
    expect((await entries(id)).map(({ act }) => act.replace('referral.linkMail', ''))).toEqual([
      ...['Asked', 'Failed', 'Asked', 'Sent'],
    ]);
  });

  it('stays in the house when the link was taken back meanwhile, and is nobody’s alarm', async () => {
    const { id } = await sent();
    await issue(id);
    done(await ask(id));
    done(await stage.sender.post(`/referrals/${id}/link/revocation`));
    await pass();
    expect(mails()).toEqual([]);
    expect(await entries(id)).toMatchObject([
      { act: 'referral.linkMailAsked' },
      { act: 'referral.linkMailFailed', facts: { failure: 'recipient.linkClosed' } },
    ]);
    const { rows } = await stage.admin.query(
      `select 1 from simpul.notification where message = 'referral.linkMailFailed' and referral_id = $1`,
      [id],
    );
    expect(rows).toEqual([]);
  });

  it('needs a mailbox in the directory', async () => {
    const { id } = await sent();
    await issue(id);
    await stage.admin.query(`update simpul.agency set email = null where code = 'puskesmas-timur'`);
    expect((await standing(id)).mailbox).toBeNull();
    expect((await ask(id)).body).toMatchObject({ code: 'link.noMailbox' });
  });
});
