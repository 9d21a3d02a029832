// One house under test: API, worker, PostgreSQL and, where the queue lives there, Redis, each a process behind a proxy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { People } from './people.mjs';
import { freePort, openMail, openRedis, startProgram, until } from './programs.mjs';
import { openProxy } from './proxy.mjs';

export class House {
  workers = [];
  steps = [];

  static async open({ server, home, adminUrl, roleUrls, keys, password, redisBinary }) {
    const house = new House();
    Object.assign(house, { server, home, adminUrl, keys });
    const toPostgres = () => ({ port: server.port, host: '127.0.0.1' });
    house.apiLine = await openProxy(toPostgres);
    house.workerLine = await openProxy(toPostgres);
    house.redis = redisBinary && (await openRedis(redisBinary));
    house.redisLine = house.redis && (await openProxy(() => ({ port: house.redis.port, host: '127.0.0.1' })));
    house.mail = await openMail();
    house.urls = (line) =>
      Object.fromEntries(
        Object.entries(roleUrls).map(([role, url]) => {
          const other = new URL(url);
          other.port = String(line.port);
          return [role, other.toString()];
        }),
      );
    house.queueUrl = roleUrls.queue;
    house.port = await freePort();
    await house.connect();
    await house.startApi();
    await house.startWorker();
    house.people = new People(`http://127.0.0.1:${house.port}/api`, password);
    return house;
  }

  async connect() {
    await this.admin?.end().catch(() => undefined);
    this.admin = new pg.Client({ connectionString: this.adminUrl });
    this.admin.on('error', () => undefined);
    await this.admin.connect();
  }

  async rows(sql, params) {
    return (await this.admin.query(sql, params)).rows;
  }

  async count(sql, params) {
    return Number((await this.rows(`select count(*) as n from (${sql}) counted`, params))[0].n);
  }

  env(line) {
    const urls = this.urls(line);
    return {
      SIMPUL_API_DATABASE_URL: urls.api,
      SIMPUL_SIGNIN_DATABASE_URL: urls.signin,
      SIMPUL_WORKER_DATABASE_URL: urls.worker,
      SIMPUL_LEDGER_DATABASE_URL: urls.ledger,
      SIMPUL_QUEUE_DATABASE_URL: urls.queue,
      SIMPUL_MASTER_KEY_FILE: this.keys.masterKeyFile,
      SIMPUL_LEDGER_KEY_FILE: this.keys.ledgerKeyFile,
      SIMPUL_SIGN_INS_PER_MINUTE: '1000000',
      SIMPUL_WEB_FOLDER: '',
      SMTP_URL: this.mail.url,
      SIMPUL_MAIL_FROM: 'simpul@kota.example',
      PORT: String(this.port),
      ...(this.redisLine && { QUEUE_URL: `redis://127.0.0.1:${this.redisLine.port}` }),
    };
  }

  async startApi() {
    this.api = await startProgram('api', this.env(this.apiLine));
  }

  async startWorker(options, line = this.workerLine) {
    const worker = await startProgram('worker', this.env(line), options);
    this.workers.push(worker);
    return worker;
  }

  /** Ends every worker of the house's own line at once. */
  async killWorkers() {
    await Promise.all(this.workers.splice(0).map((worker) => worker.end('SIGKILL')));
  }

  /** A connection that holds a lock, so that a program stops at an exact step; `release` lets go. */
  async hold(...statements) {
    const holder = new pg.Client({ connectionString: this.adminUrl });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('begin');
    for (const sql of statements) await holder.query(sql);
    return {
      query: (sql, params) => holder.query(sql, params),
      release: () => holder.end(),
    };
  }

  /** Waits until a program of this role is stopped by a lock in a statement like this. */
  async stopped(role, like) {
    await until(
      `${role} waits in "${like}"`,
      async () =>
        (await this.count(
          `select from pg_stat_activity where usename = $1 and wait_event_type = 'Lock' and query ilike $2
            and datname = current_database()`,
          [role, `%${like}%`],
        )) > 0,
    );
  }

  /**
   * What a dead worker had claimed is free when its lease ends (a message's 30 s, a mail's 120 s): here at once. A row that
   * is locked is in a living worker's hands; waiting for it could meet that worker waiting for us. A mail that nobody has
   * claimed and that waits for nothing stays as it is: moved, it would look like one that waits and does not say why.
   */
  async endLeases() {
    for (const [table, open] of [
      ['delivery', `status = 'pending' and (attempts > 0 or wait_reason is not null)`],
      ['outbox', 'relayed_at is null'],
    ]) {
      await this.rows(
        `update simpul.${table} set next_attempt_at = simpul.now()
          where id in (select id from simpul.${table} where ${open} for update skip locked)`,
      );
    }
  }

  /** Reminders of running deadlines, due over the coming seconds. Returns their ids. */
  async remind(count, withinSeconds) {
    const rows = await this.rows(
      `with running as (select array_agg(id order by id) as ids from simpul.deadline where status = 'running')
       insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
       select ids[1 + i % cardinality(ids)], 'reminder', simpul.now() + make_interval(secs => $2::float * i / $1),
              '{PIHAK_BERKEWAJIBAN,KEPALA_UPTD_PPA}'
         from running, generate_series(1, $1::int) i returning id`,
      [count, withinSeconds],
    );
    this.steps.push(...rows.map(({ id }) => id));
    return rows.map(({ id }) => id);
  }

  /** The reminders of the last seconds come due as well. */
  everyReminder() {
    return until(
      'every reminder has fired',
      async () =>
        (await this.count(
          `select from simpul.deadline_step where id = any ($1::uuid[]) and status = 'pending'`,
          [this.steps],
        )) === 0,
    );
  }

  toldOf(referralId) {
    return this.count(`select from simpul.notification where referral_id = $1 and topic = 'referral.sent'`, [
      referralId,
    ]);
  }

  /** Every mail that is owed has been taken, or a person was told that it was not. */
  everyMail() {
    return until('every mail is settled', async () => {
      const [{ waiting }] = await this.rows(
        `update simpul.delivery set next_attempt_at = least(next_attempt_at, simpul.now() + interval '2 seconds')
          where status = 'pending' returning (select count(*)::int from simpul.delivery where status = 'pending') as waiting`,
      ).then((rows) => (rows.length > 0 ? rows : [{ waiting: 0 }]));
      if (waiting > 0) await pause(2_000);
      return waiting === 0;
    });
  }

  postmaster() {
    return Number(readFileSync(join(this.home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Everything that was announced has been told and nothing that is due still waits. */
  async quiet(seconds = 60) {
    await this.endLeases();
    await until(
      'all is told',
      async () =>
        (await this.count(`select from simpul.outbox where relayed_at is null and attempt < 3`)) === 0 &&
        (await this.count(
          `select from simpul.deadline_step where status = 'pending' and fire_at <= simpul.now()`,
        )) === 0,
      seconds,
    );
  }

  async close() {
    await this.killWorkers();
    await this.api?.end('SIGKILL');
    // Without waiting: it may be in the middle of a statement that waits for whoever was just killed.
    this.admin?.connection.stream.destroy();
    for (const line of [this.apiLine, this.workerLine, this.redisLine]) await line?.close();
    await this.mail?.kill();
    await this.redis?.close();
  }
}
