import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { freePort, freshDatabase, type FreshDatabase } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

const CANARIES =
  /Zalfiqra|Wurangkaya|kanari|1674015206959987|81200007731|0812-0000-7731|Canarigata|simpul-demo-prabumulih/i;
const REPORT = {
  channel: 'TELEPON',
  reporter: { kind: 'KELUARGA', name: 'Kanari Pelapor', phone: '0812-0000-7731' },
  clientSafeNow: 'YES',
  narrative: 'kronologi-kanari-rahasia',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  victims: [
    {
      name: 'Zalfiqra Wurangkaya',
      nik: '1674015206959987',
      sex: 'P',
      birthDate: '1995-06-12',
      phone: '0812-0000-7731',
      address: 'Lorong Canarigata 99',
    },
  ],
  reportedPersons: [{ name: 'Zalfiqra Umpama', sex: 'L', relation: 'SUAMI_ISTRI' }],
};

/** The real API as a process of its own, from `dist`; its output is what a city's log server would keep for years. */
describe('what the API prints', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let child: ChildProcess;
  let address: string;
  let printed = '';
  let cookie = '';

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    const port = await freePort();
    address = `http://127.0.0.1:${port}/api`;
    child = fork(join(projectRoot(), 'dist', 'apps', 'api', 'src', 'main.js'), {
      env: { ...process.env, ...database.env, PORT: String(port) },
      silent: true,
    });
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (text: Buffer) => (printed += text.toString('utf8')));
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the API ended with ${code}\n${printed}`)));
    });
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    if (child?.kill('SIGTERM')) await ended;
    await admin?.end();
    await database?.drop();
  });

  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), cookie },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('holds no name, number, story, password or session, whatever went right or wrong', async () => {
    const signedIn = await post('/sessions', {
      email: 'pendamping@uptd-ppa.simpul.example',
      password: 'simpul-demo-prabumulih',
    });
    cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const { caseId } = (await (await post('/reports', REPORT)).json()) as { caseId: string };
    const statuses: number[] = [];
    const attempt = async (answer: Promise<Response>) => statuses.push((await answer).status);
    await attempt(post(`/cases/${caseId}/notes`, { text: 'catatan-kanari' }));
    await attempt(post('/cases/matches', { name: 'Zalfiqra Wurangkaya', nik: '1674015206959987' }));
    await attempt(fetch(`${address}/cases?q=Zalfiqra%20Wurangkaya`, { headers: { cookie } }));
    await attempt(post('/reports', { ...REPORT, isAdmin: 'kanari' }));
    await attempt(post('/reports', JSON.stringify(REPORT).slice(0, -1)));
    await attempt(fetch(`${address}/cases/Zalfiqra%20Wurangkaya`, { headers: { cookie } }));
    await attempt(fetch(`${address}/Zalfiqra/%ZZ`, { headers: { cookie } }));
    await attempt(post('/sessions', { email: 'kanari@zalfiqra.example', password: 'kanari' }));

    // The database fails under it in ways whose messages quote the row: a broken constraint, a broken type, a lost line.
    await admin.query(
      `alter table simpul.case_note add constraint kanari check (audience <> 'TEAM') not valid`,
    );
    await attempt(post(`/cases/${caseId}/notes`, { text: 'catatan-kanari' }));
    await admin.query('alter table simpul.person drop column name_sealed cascade');
    await attempt(post('/reports', REPORT));
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('simpul_api', 'simpul_signin')
        and datname = current_database()`,
    );
    await attempt(post('/cases/matches', { name: 'Zalfiqra Wurangkaya' }));

    expect(statuses.slice(0, 8)).toEqual([201, 200, 200, 400, 400, 400, 400, 401]);
    expect(statuses.slice(8, 10)).toEqual([500, 500]);
    expect(printed).toContain('Problem');
    expect(printed).not.toMatch(CANARIES);
    expect(printed).not.toContain(cookie.split('=')[1]!);
  });
});
