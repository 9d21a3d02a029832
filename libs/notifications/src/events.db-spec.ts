import { loadConfig } from '#config';
import { done, ReferralStage } from '#harness';
import { AuditModule } from '#audit';
import { DatabaseModule } from '#database';
import { DeadlinesModule } from '#deadlines';
import { OutboxRelay, QueueJobsModule } from '#queue';
import { VaultModule } from '#vault';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventsController } from './http/events.controller.js';
import { NotificationsJobsModule } from './notifications.module.js';

@Module({})
class TestWorker {}

/** One open stream: what came so far, and when it ended. */
interface Line {
  text: () => string;
  ended: Promise<void>;
  headers: Headers;
  signOut(): Promise<number>;
  hangUp(): void;
}

const HEARTBEAT_MS = 150;

describe('the stream of changes, over the network', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;
  let address: string;
  const lines: Line[] = [];

  beforeAll(async () => {
    stage = await ReferralStage.open();
    stage.api.app.get(EventsController, { strict: false }).heartbeatMs = HEARTBEAT_MS;
    await stage.api.app.listen(0, '127.0.0.1');
    address = `${await stage.api.app.getUrl()}/api`;
    const imports = [
      DatabaseModule.forRole(stage.database.urls.worker),
      VaultModule.withKeyFile(stage.database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
      QueueJobsModule,
      DeadlinesModule.inZone('Asia/Jakarta'),
      NotificationsJobsModule.forConfig(loadConfig(stage.database.env)),
    ];
    worker = await NestFactory.createApplicationContext(
      { module: TestWorker, imports },
      { abortOnError: false, logger: false },
    );
  });
  afterAll(async () => {
    for (const line of lines) line.hangUp();
    await worker?.close();
    await stage?.close();
  });

  async function listen(mailbox: string): Promise<Line> {
    const { DEMO_PASSWORD } = await import('../../../apps/launch/src/demo-accounts.js');
    const signedIn = await fetch(`${address}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${mailbox}.simpul.example`, password: DEMO_PASSWORD }),
    });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const stop = new AbortController();
    const answer = await fetch(`${address}/events`, { headers: { cookie }, signal: stop.signal });
    expect(answer.status).toBe(200);
    let text = '';
    const read = async (): Promise<void> => {
      const decoder = new TextDecoder();
      for await (const chunk of answer.body!) text += decoder.decode(chunk as Uint8Array, { stream: true });
    };
    const line = {
      text: () => text,
      ended: read().catch(() => undefined),
      headers: answer.headers,
      signOut: async () =>
        (await fetch(`${address}/sessions/current`, { method: 'DELETE', headers: { cookie } })).status,
      hangUp: () => stop.abort(),
    };
    lines.push(line);
    return line;
  }

  it('is no page for strangers', async () => {
    const answer = await fetch(`${address}/events`);
    expect(answer.status).toBe(401);
    await answer.body?.cancel();
  });

  it('says topic and id to whom it concerns and nothing to anybody else; ends with the session', async () => {
    const officer = await listen('petugas@rsud-igd');
    const other = await listen('petugas@dinsos-rehab');
    expect(officer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(officer.headers.get('cache-control')).toBe('no-store');
    const { id } = await stage.sent();
    await worker.get(OutboxRelay).pass();
    await until(() => officer.text().includes('event: changed'));

    const { rows } = await stage.admin.query<{ id: string }>(
      'select id from simpul.notification where referral_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    const data = [...officer.text().matchAll(/^event: changed\ndata: (.*)\n$/gm)].map(
      ([, json]) => JSON.parse(json!) as object,
    );
    expect(data).toEqual([{ topic: 'referral.sent', id: rows[0]!.id }]);
    expect(other.text()).not.toContain('changed');

    // The line is kept open by comments, and closed by the one after the session's end. Nobody is there by a page alone.
    await stage.admin.query(
      `update simpul.session set last_seen_at = simpul.now() - interval '5 minutes' where ended_at is null`,
    );
    const told = officer.text().length;
    await until(() => officer.text().slice(told).split('\n: \n\n').length > 3);
    const { rowCount } = await stage.admin.query(
      `select from simpul.session where last_seen_at > simpul.now() - interval '4 minutes'`,
    );
    expect(rowCount).toBe(0);
    expect(await officer.signOut()).toBeLessThan(300);
    await officer.ended;
    done(await stage.act(stage.hospital, id, 'receipt'));
    const silent = officer.text();
    await worker.get(OutboxRelay).pass();
    expect(officer.text()).toBe(silent);
    expect(other.text()).toContain('\n: \n\n');
  });

  it('a gap in hearing the database ends the lines, so that pages ask anew, and news come through again', async () => {
    const before = await listen('petugas@rsud-igd');
    await stage.admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'simpul changes' and datname = current_database()",
    );
    await before.ended;
    const after = await listen('petugas@rsud-igd');
    await stage.sent();
    await worker.get(OutboxRelay).pass();
    await until(() => after.text().includes('event: changed'));
  });

  it('holds up no server that stops', async () => {
    const line = await listen('petugas@dinkes');
    const asked = performance.now();
    await stage.api.close();
    await line.ended;
    expect(performance.now() - asked).toBeLessThan(3_000);
    stage.api = { ...stage.api, close: async () => undefined };
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('gave up waiting');
}
