// What happens to the machines and the wires, under load.
import { strict as assert } from 'node:assert';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { until } from './programs.mjs';
import { mountSmallDisk } from './small-disk.mjs';

const DAY_MS = 86_400_000;
/** How long a program may hold on to a connection on which nothing comes back. */
const HALF_OPEN_SECONDS = 60;

export const WEATHER = {
  async 'PostgreSQL killed under load'(house, random) {
    const stop = house.people.load();
    await pause(400 + random() * 800);
    process.kill(house.postmaster(), 'SIGKILL');
    // The kernel takes a moment to bury it; until then it looks alive.
    await until('it is up again', async () => {
      await house.server.revive();
      return house.connect().then(
        () => true,
        () => false,
      );
    });
    await pause(300);
    await stop();
  },

  async 'queue wiped between arming and due'(house, random) {
    await house.remind(5, 2 + random() * 2);
    const stop = house.people.load(1);
    await pause(300 + random() * 500);
    if (house.redis) await house.redis.wipe();
    else {
      const client = new pg.Client({ connectionString: house.queueUrl });
      client.on('error', () => undefined);
      await client.connect();
      // The queue's own statements may take the same locks the other way round.
      await until('it is wiped', () =>
        client.query('drop schema if exists bullmq cascade').then(
          () => true,
          () => false,
        ),
      );
      await client.end();
    }
    await pause(300);
    await stop();
  },

  async 'queue server killed under load'(house, random) {
    if (!house.redis) return 'the queue lives in PostgreSQL, which is killed by itself';
    const stop = house.people.load(1);
    await pause(random() * 500);
    await house.redis.crash();
    await pause(300);
    await stop();
  },

  async 'wires cut under load'(house, random) {
    const stop = house.people.load();
    await pause(300 + random() * 500);
    const lines = [house.apiLine, house.workerLine, ...(house.redisLine ? [house.redisLine] : [])];
    for (const line of lines) line.cut();
    await pause(300 + random() * 1_200);
    for (const line of lines) line.mend();
    await stop();
  },

  async 'queue line half open'(house) {
    if (!house.redisLine) return 'the queue lives in PostgreSQL, whose line is tried by itself';
    house.redisLine.halfOpen();
    const id = await house.people.sent();
    await until('it is told all the same', async () => (await house.toldOf(id)) > 0);
  },

  async 'mail server killed, and silent after it took a mail'(house) {
    await house.mail.kill();
    const one = await house.people.sent();
    await until('a mail has failed', async () => (await mailsOf(house, one, 'attempts > 0')) > 0);
    await house.mail.start();
    await house.mail.behave({ silent: true });
    const other = await house.people.sent();
    const before = house.mail.ids.length;
    await until('it took one without a word', () => house.mail.ids.length > before);
    await house.killWorkers();
    await house.mail.behave({ silent: false });
    await house.startWorker();
    for (const id of [one, other])
      await until('the mail is settled', async () => {
        await house.endLeases();
        await pause(500);
        return (await mailsOf(house, id, "status = 'pending'")) === 0;
      });
  },

  async 'worker with a wrong clock'(house, random) {
    const [step] = await house.remind(1, 0);
    await house.rows(
      `update simpul.deadline_step set fire_at = simpul.now() + interval '1 hour' where id = $1`,
      [step],
    );
    house.steps.pop();
    const wrong = await house.startWorker({ clockAheadMs: random() < 0.5 ? DAY_MS : -DAY_MS });
    await pause(1_000);
    assert.match(wrong.printed, /ALARM clock is -?\d+ ms ahead of the database: this worker claims nothing/);
    const early = await house.count(
      `select from simpul.deadline_step where id = $1 and status <> 'pending'`,
      [step],
    );
    assert.equal(early, 0, 'nothing fires early');
    await wrong.end('SIGTERM');
    house.workers.splice(house.workers.indexOf(wrong), 1);
    await house.rows(`update simpul.deadline_step set status = 'cancelled' where id = $1`, [step]);
  },

  async 'disk full under load'(house) {
    const disk = mountSmallDisk(dirname(house.home), 24);
    if (typeof disk === 'string') return disk;
    const owner = statSync(join(house.home, 'data'));
    const space = join(disk.place, 'space');
    mkdirSync(space, { mode: 0o700 });
    chownSync(space, owner.uid, owner.gid);
    // Every act, read and refusal writes here: with this table nothing can be acknowledged.
    await house.rows(`create tablespace small location '${space}'`);
    let stop = async () => undefined;
    try {
      await house.rows('alter table ledger.entry set tablespace small');
      const before = house.people.turnedAway;
      stop = house.people.load();
      disk.fill();
      await until('somebody is turned away', async () => house.people.turnedAway > before);
      await pause(300);
    } finally {
      // Also when it failed: the next seed has the same server, and a tablespace without its disk stops that one.
      disk.empty();
      await stop();
      await house.rows('alter table ledger.entry set tablespace pg_default');
      await house.rows('drop tablespace small');
      disk.unmount();
    }
  },

  async 'poison in front of a backlog'(house, _random, { backlog }) {
    const [poison] = await house.rows(
      `insert into simpul.outbox (topic, ids, created_at) values ('deadline.stepDue', '{"stepId": "no-id"}', simpul.now() - interval '1 minute') returning id`,
    );
    await house.rows(
      `insert into simpul.outbox (topic, ids) select 'fault.backlog', '{}' from generate_series(1, $1::int)`,
      [backlog],
    );
    const id = await house.people.sent();
    await until(
      'the backlog is through',
      async () =>
        (await house.count(
          `select from simpul.outbox where topic = 'fault.backlog' and relayed_at is null`,
        )) === 0,
      120,
    );
    await until('the one behind it is told', async () => (await house.toldOf(id)) > 0);
    await until('a person knows of the poison', async () => {
      await house.endLeases();
      return (await house.count(`select from simpul.notification where message = 'alarm.messageStuck'`)) > 0;
    });
    await house.rows(`delete from simpul.outbox where id = $1 or topic = 'fault.backlog'`, [poison.id]);
  },
};

/** Half-open lines take as long as a program's patience: tried by seeds that divide by three. */
export const SLOW = {
  async 'line between worker and PostgreSQL half open'(house) {
    await house.quiet();
    house.workerLine.halfOpen();
    const id = await house.people.sent();
    await until(
      'the same worker tells after all',
      async () => (await house.toldOf(id)) > 0,
      HALF_OPEN_SECONDS,
    );
  },

  async 'line between API and PostgreSQL half open'(house) {
    const id = await house.people.draft();
    house.apiLine.halfOpen();
    await house.people.send(id);
  },
};

const mailsOf = (house, referralId, which) =>
  house.count(
    `select from simpul.delivery d join simpul.notification n on n.id = d.notification_id
      where n.referral_id = $1 and d.channel = 'email' and d.${which}`,
    [referralId],
  );
