// `npm run bench`: what the API does beside what PostgreSQL does with the very same statements, in one run, as ratios.
// A real API process on a durable PostgreSQL of its own; the direct side sends the recorded statements through `pg`.
// pgbench is not installed with the npm package's PostgreSQL, so the driver stands in for it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { availableParallelism, cpus } from 'node:os';
import pg from 'pg';
import { ensureBuilt, ensureInstalled } from '../../apps/launch/set-up.mjs';
import { measure } from './measure.mjs';
import { openReplay } from './replay.mjs';

if (process.argv[2] === 'sweep') {
  await import('./sweep.mjs');
  process.exit();
}
if (process.argv[2] === 'verify') {
  await import('./verify.mjs');
  process.exit();
}

const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const WIDTH = Number(process.env.BENCH_WIDTH ?? 8);
const CASES = Number(process.env.BENCH_CASES ?? 300);

await ensureInstalled();
await ensureBuilt();
const dist = (path) => import(new URL(`../../dist/${path}`, import.meta.url));
const { withThrowawayDatabase } = await dist('apps/launch/src/throwaway-database.js');
const { seed } = await dist('apps/launch/src/seed.js');
const { DEMO_PASSWORD } = await dist('apps/launch/src/demo-accounts.js');

await withThrowawayDatabase(async ({ urls, adminUrl, keys }) => {
  await seed(urls.owner);
  const api = await startApi(urls, keys);
  try {
    await bench(api, urls, adminUrl);
  } finally {
    api.child.kill('SIGTERM');
    await api.ended;
  }
});

async function startApi(urls, keys) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('./record-sql.mjs', import.meta.url).href,
      new URL('../../dist/apps/api/src/main.js', import.meta.url).pathname,
    ],
    {
      env: {
        ...process.env,
        SIMPUL_API_DATABASE_URL: urls.api,
        SIMPUL_SIGNIN_DATABASE_URL: urls.signin,
        SIMPUL_LEDGER_DATABASE_URL: urls.ledger,
        SIMPUL_MASTER_KEY_FILE: keys.masterKeyFile,
        SIMPUL_LEDGER_KEY_FILE: keys.ledgerKeyFile,
        PORT: String(port),
        SIMPUL_WEB_FOLDER: '',
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.on('message', (message) => message === 'ready' && resolve());
    child.once('exit', () => reject(new Error('the API ended')));
  });
  const say = (message, answer) =>
    new Promise((resolve) => {
      const hear = (reply) => {
        if (!(answer in reply)) return;
        child.off('message', hear);
        resolve(reply[answer]);
      };
      child.on('message', hear);
      child.send(message);
    });
  return {
    child,
    ended,
    base: `http://127.0.0.1:${port}/api`,
    record: () => say('record', 'recording'),
    stop: () => say('stop', 'statements'),
  };
}

async function bench(api, urls, adminUrl) {
  const signIn = async (mailbox) => {
    const answer = await fetch(`${api.base}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${mailbox}.simpul.example`, password: DEMO_PASSWORD }),
    });
    return answer.headers.getSetCookie()[0].split(';')[0];
  };
  const counselor = await signIn('pendamping@uptd-ppa');
  const officer = await signIn('petugas@rsud-igd');
  const call = async (cookie, method, path, body) => {
    const answer = await fetch(`${api.base}${path}`, {
      method,
      headers: {
        cookie,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  const agencies = await call(counselor, 'GET', '/agencies');
  const rsud = agencies.items.find((agency) => agency.code === 'rsud-igd').id;
  const openAndRefer = async () => {
    const { caseId } = await call(counselor, 'POST', '/reports', {
      channel: 'TELEPON',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative: 'Cerita rekaan untuk pengukuran, tanpa orang sungguhan di dalamnya.',
      violenceTypes: ['FISIK'],
      contexts: ['KDRT'],
      victims: [{ name: 'Orang Ukur Rekaan', sex: 'P', ageYears: 30 }],
      reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
    });
    await call(counselor, 'POST', `/cases/${caseId}/screenings`, { redFlags: [], risk: 'SEDANG' });
    await call(counselor, 'POST', `/cases/${caseId}/consents`, {
      basis: 'PERSETUJUAN',
      answer: 'GIVEN',
      receiverKind: 'RSUD',
      scopes: ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'],
      givenBy: 'SELF',
      howRecorded: 'LISAN',
      ...{ textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' },
    });
    const { id } = await call(counselor, 'POST', `/cases/${caseId}/referrals`, {
      toAgencyId: rsud,
      serviceCode: 'KESEHATAN',
      urgency: 'BIASA',
      request: 'Pemeriksaan kesehatan.',
    });
    await call(counselor, 'POST', `/referrals/${id}/sending`, {});
    return { caseId, referralId: id };
  };
  const admin = new pg.Client(adminUrl);
  admin.on('error', () => undefined);
  await admin.connect();
  const everyId = async () => {
    const { rows: columns } = await admin.query(
      `select format('select %I::text as id from %I.%I where %I is not null', column_name, table_schema, table_name, column_name) as sql
         from information_schema.columns where data_type = 'uuid' and table_schema in ('simpul', 'ledger')`,
    );
    const ids = new Set();
    for (const { sql } of columns) for (const { id } of (await admin.query(sql)).rows) ids.add(id);
    return ids;
  };

  console.log(
    `${cpus()[0]?.model ?? 'cpu'}, ${availableParallelism()} cores, Node ${process.version}, ${WIDTH} lanes, ${SECONDS} s each`,
  );
  const made = [];
  await measure(async () => void made.push(await openAndRefer()), { width: 4, seconds: 600, count: CASES });
  console.log(`${made.length} cases with a sent referral made\n`);
  console.log(
    'act                          API/s     p50     p99   direct/s    p50     p99   API:direct  statements',
  );

  const replays = await Promise.all(Array.from({ length: WIDTH }, () => openReplay([urls.api, urls.signin])));
  const pair = async (name, act, direct) => {
    const ours = await measure(act, { width: WIDTH, seconds: SECONDS, count: direct.count });
    const theirs = await measure(direct.run, { width: WIDTH, seconds: SECONDS, count: direct.count });
    const number = (value, width, digits = 1) => value.toFixed(digits).padStart(width);
    console.log(
      `${name.padEnd(26)}${number(ours.perSecond, 8)}${number(ours.p50, 8)}${number(ours.p99, 8)}${number(theirs.perSecond, 11)}${number(theirs.p50, 7)}${number(theirs.p99, 8)}${number(ours.perSecond / theirs.perSecond, 12, 3)}${String(direct.statements).padStart(12)}`,
    );
  };
  const recorded = async (act) => {
    const keep = await everyId();
    await api.record();
    await act();
    // The answer is stored after the response left; give it its moment.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { keep, statements: (await api.stop()).filter(({ sql }) => !/^(?:listen|unlisten)\b/i.test(sql)) };
  };
  const reading = async (name, path, cookie) => {
    const act = () => call(cookie, 'GET', path);
    const { keep, statements } = await recorded(act);
    // A read writes its ledger entry too: only these ids are new.
    await pair(name, act, {
      run: (lane) => replays[lane].run(statements, keep),
      statements: statements.length,
    });
  };

  await reading('inbox page', '/inbox?tab=answer', officer);
  await reading('worklist page', '/worklist', counselor);
  await reading('case page', `/cases/${made[0].caseId}`, counselor);
  {
    const { keep, statements } = await recorded(openAndRefer);
    await pair('open case + send referral', openAndRefer, {
      run: (lane) => replays[lane].run(statements, keep),
      statements: statements.length,
    });
  }
  {
    const [sample, ...rest] = made;
    const accept = ({ referralId }) =>
      call(officer, 'POST', `/referrals/${referralId}/acceptance`, { responsibleName: 'Nanda Umpama' });
    const sampleIds = await idsOf(admin, sample.referralId);
    const { keep, statements } = await recorded(() => accept(sample));
    const half = Math.floor(rest.length / 2);
    const forApi = rest.slice(0, half);
    const forDirect = rest.slice(half, 2 * half);
    const others = [];
    for (const one of forDirect) others.push(await idsOf(admin, one.referralId));
    await pair('accept', async () => accept(forApi.pop()), {
      run: (lane) => {
        const target = others.pop();
        return replays[lane].run(
          statements,
          keep,
          new Map(sampleIds.map((id, index) => [id, target[index]])),
        );
      },
      statements: statements.length,
      count: half,
    });
  }
  await Promise.all(replays.map((replay) => replay.close()));
  await admin.end();
}

/** The ids that an acceptance touches, in the same order for every referral. */
async function idsOf(admin, referralId) {
  const { rows } = await admin.query(`select r.id, r.case_id from simpul.referral r where r.id = $1`, [
    referralId,
  ]);
  const deadlines = await admin.query(
    `select d.id from simpul.deadline d where d.case_id = $1 order by d.slug, d.trigger_at`,
    [rows[0].case_id],
  );
  return [rows[0].id, rows[0].case_id, ...deadlines.rows.map((row) => row.id)];
}
