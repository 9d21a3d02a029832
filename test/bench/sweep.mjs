// `npm run bench -- sweep`: what a pass of the deadline sweep costs PostgreSQL when 100,000 deadlines are armed and none
// is due, beside an empty table, in one run; and what firing costs when some are. Asserts the index plan.
import pg from 'pg';
import { ensureBuilt, ensureInstalled } from '../../apps/launch/set-up.mjs';

const ARMED = Number(process.env.BENCH_DEADLINES ?? 100_000);
const STEPS_EACH = 4;
const PASSES = 20;
const DATABASE_MS_MAX = 1_000;

await ensureInstalled();
await ensureBuilt();
const dist = (path) => import(new URL(`../../dist/${path}`, import.meta.url));
const { withThrowawayDatabase } = await dist('apps/launch/src/throwaway-database.js');
const { seed } = await dist('apps/launch/src/seed.js');
const { loadConfig } = await dist('libs/config/src/index.js');
const { DeadlineSweep } = await dist('libs/deadlines/src/index.js');
const { WorkerModule } = await dist('apps/worker/src/worker.module.js');
const { NestFactory } = await import('@nestjs/core');

// The time that PostgreSQL takes for each statement, as the program that sends it sees it: round trips included, so
// an upper bound of database time.
let spent = 0;
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function query(...args) {
  const result = send.apply(this, args);
  if (typeof result?.then !== 'function' || this.user !== 'simpul_worker') return result;
  const before = performance.now();
  return result.finally(() => (spent += performance.now() - before));
};

await withThrowawayDatabase(async ({ urls, adminUrl, keys }) => {
  await seed(urls.owner);
  const admin = new pg.Client(adminUrl);
  admin.on('error', () => undefined);
  await admin.connect();
  const config = loadConfig({
    SIMPUL_WORKER_DATABASE_URL: urls.worker,
    SIMPUL_LEDGER_DATABASE_URL: urls.ledger,
    SIMPUL_QUEUE_DATABASE_URL: urls.queue,
    SIMPUL_MASTER_KEY_FILE: keys.masterKeyFile,
    SIMPUL_LEDGER_KEY_FILE: keys.ledgerKeyFile,
  });
  // The module, not the application: its rounds would sweep in between.
  const worker = await NestFactory.createApplicationContext(quiet(WorkerModule.forRoot(config)), {
    logger: false,
  });
  const sweep = worker.get(DeadlineSweep);
  try {
    const empty = await passes(sweep);
    await arm(admin);
    const armed = await passes(sweep);
    console.log(`database time per pass, ${PASSES} passes, none due      median ms      worst ms`);
    tell('no deadline', empty);
    tell(`${ARMED} deadlines, ${ARMED * STEPS_EACH} steps`, armed);
    console.log(`ratio of medians ${(armed.median / empty.median).toFixed(2)}`);

    await admin.query(
      `update simpul.deadline_step set fire_at = simpul.now() - interval '1 second'
        where id in (select id from simpul.deadline_step where status = 'pending' limit 100)`,
    );
    spent = 0;
    const started = performance.now();
    const fired = await sweep.pass();
    console.log(
      `${fired} steps fired in one pass: ${(performance.now() - started).toFixed(0)} ms, ${spent.toFixed(0)} ms of them statements`,
    );

    const { rows } = await admin.query(
      `explain (analyze, costs off, timing off, summary off, buffers off) select id from simpul.deadline_step
        where status = 'pending' and fire_at <= simpul.now() and id <> all ('{}'::uuid[]) order by fire_at, id limit 500`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']);
    console.log(`\n${plan.join('\n')}`);
    const indexed =
      plan.some((line) => line.includes('deadline_step_due')) &&
      !plan.some((line) => line.includes('Seq Scan'));
    if (!indexed) console.log('FAILED: the sweep does not use its index');
    if (armed.worst > DATABASE_MS_MAX) console.log(`FAILED: a pass took more than ${DATABASE_MS_MAX} ms`);
    process.exitCode = indexed && armed.worst <= DATABASE_MS_MAX && fired === 100 ? 0 : 1;
  } finally {
    await worker.close();
    await admin.end();
  }
});

function quiet(module) {
  return { ...module, providers: [] };
}

async function passes(sweep) {
  const times = [];
  for (let count = 0; count < PASSES; count++) {
    spent = 0;
    await sweep.pass();
    times.push(spent);
  }
  times.sort((a, b) => a - b);
  return { median: times[PASSES / 2], worst: times.at(-1) };
}

function tell(what, { median, worst }) {
  console.log(`${what.padEnd(50)}${median.toFixed(2).padStart(12)}${worst.toFixed(2).padStart(14)}`);
}

/** Deadlines of one case, as the register would start them, due over the coming weeks; each with its steps. */
async function arm(admin) {
  await admin.query(`
    insert into simpul.case_file (number, agency_id, owner_account_id, mandate, reported_at)
    select 'PBM-2026-9001', a.agency_id, a.id, 'VIOLENCE', simpul.now() from simpul.account a where a.role = 'case_worker' limit 1`);
  await admin.query(
    `insert into simpul.deadline (rule_id, slug, case_id, trigger_event, trigger_at, due_at, why_id, why_en, owing_agency_id)
     select r.id, r.slug, f.id, r.trigger_event, simpul.now() - make_interval(secs => i), simpul.now() + make_interval(mins => 60 + i % 40000),
            'uji', 'bench', f.agency_id
       from generate_series(1, $1::int) i, simpul.case_file f,
            lateral (select * from simpul.deadline_rule where slug = 'referral-ack-high' limit 1) r`,
    [ARMED],
  );
  await admin.query(
    `insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
     select d.id, 'reminder', d.due_at + make_interval(mins => k * 30), '{PIHAK_BERKEWAJIBAN}'
       from simpul.deadline d, generate_series(0, $1::int - 1) k`,
    [STEPS_EACH],
  );
  await admin.query('vacuum analyze simpul.deadline, simpul.deadline_step');
}
