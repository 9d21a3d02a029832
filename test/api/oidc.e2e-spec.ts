import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';
import { OidcProvider } from '../harness/oidc-provider.js';

const PUBLIC_URL = 'http://localhost:4710';
const PASSWORD = 'simpul-demo-prabumulih';

interface Question {
  step: string;
  url: string;
}

describe('the city’s own sign-in', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let provider: OidcProvider;

  beforeAll(async () => {
    provider = await OidcProvider.start(PUBLIC_URL);
    database = await freshDatabase({ seeded: true });
    api = await startApi(database, { PUBLIC_URL, ...provider.env });
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
    await provider?.stop();
  });

  const ask = async (): Promise<Question> =>
    (await api.nobody.post<Question>('/sessions/oidc-question')).body;
  const enter = (step: string, query: string) =>
    api.nobody.post<{ code?: string; account: { id: string } }>('/sessions/oidc', { step, query });
  const signIn = async (subject: string) => {
    await provider.become(subject);
    const { step, url } = await ask();
    return enter(step, await provider.answer(url));
  };
  const cookieOf = async (mailbox: string): Promise<string> => {
    const answer = await api.nobody.post('/sessions', {
      email: `${mailbox}.simpul.example`,
      password: PASSWORD,
    });
    return String(answer.headers['set-cookie']).split(';')[0]!;
  };
  const propose = async (cookie: string, subject: string) => {
    await provider.become(subject);
    const { body } = await api.nobody.post<Question>('/accounts/current/identity-question', {}, { cookie });
    const query = await provider.answer(body.url);
    return api.nobody.post<{ code?: string }>(
      '/accounts/current/identity',
      { step: body.step, query },
      { cookie },
    );
  };
  const waiting = async () =>
    (
      await api
        .as('admin@diskominfo')
        .get<{ items: { id: string; displayName: string; subject: string; status: string }[] }>(
          '/account-identities',
        )
    ).body.items;

  it('asks with PKCE, state and nonce, for nothing but who it is', async () => {
    expect((await api.nobody.get('/sessions/oidc')).body).toEqual({ name: 'Akun Kota Contoh' });
    const { searchParams } = new URL((await ask()).url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      scope: 'openid',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${PUBLIC_URL}/masuk-akun`,
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)!.length).toBeGreaterThanOrEqual(32);
  });

  it('opens nothing for a subject that nobody linked, whatever e-mail the provider tells', async () => {
    // The provider says that this subject has the supervisor's e-mail.
    expect(await signIn('subjek-asing')).toMatchObject({ status: 401, body: { code: 'session.notLinked' } });
  });

  it('opens once its owner has shown it and an administrator approved it', async () => {
    const cookie = await cookieOf('petugas@dinkes');
    expect((await propose(cookie, 'subjek-sri')).status).toBe(204);
    expect((await signIn('subjek-sri')).body.code).toBe('session.notLinked');
    expect((await propose(await cookieOf('kepala@dinkes'), 'subjek-sri')).body.code).toBe('identity.taken');
    const [found] = await waiting();
    expect(found).toMatchObject({ displayName: 'Sri Contoh', subject: 'subjek-sri', status: 'PROPOSED' });
    expect((await api.as('kepala@dinkes').post(`/account-identities/${found!.id}/approval`)).status).toBe(
      403,
    );
    expect((await api.as('admin@diskominfo').post(`/account-identities/${found!.id}/approval`)).status).toBe(
      204,
    );
    const opened = await signIn('subjek-sri');
    expect(opened.status).toBe(201);
    const acts = await connected(database.urls.admin, async (admin) => {
      const { rows } = await admin.query<{ told: string }>(
        `select concat_ws(' ', act, actor_role, facts->>'factor') as told from ledger.entry
          where act like 'account.identity%' or facts->>'factor' = 'oidc' order by seq`,
      );
      return rows.map(({ told }) => told);
    });
    expect(acts).toEqual([
      'account.identityProposed agency_officer',
      'account.identityApproved administrator',
      'session.opened agency_officer oidc',
    ]);
  });

  it('is not an administrator’s to give to themselves', async () => {
    expect((await propose(await cookieOf('admin@diskominfo'), 'subjek-reza')).status).toBe(204);
    const own = (await waiting()).find(({ subject }) => subject === 'subjek-reza')!;
    expect((await api.as('admin@diskominfo').post(`/account-identities/${own.id}/approval`)).status).toBe(
      404,
    );
  });

  it('takes an answer once, and only the one to its own question', async () => {
    await provider.become('subjek-sri');
    const mine = await ask();
    const query = await provider.answer(mine.url);
    const other = await ask();
    // Somebody else's answer in my browser, and mine in theirs: another state, nonce and verifier.
    expect((await enter(other.step, query)).body.code).toBe('session.oidcWrong');
    expect((await enter(mine.step, query)).status).toBe(201);
    expect((await enter(mine.step, query)).body.code).toBe('session.stepOver');
    for (const broken of ['?error=access_denied', '?code=x', `${query}&state=x`, '', 'x']) {
      const { step } = await ask();
      const answer = await enter(step, broken || '?');
      expect([broken, answer.status]).toEqual([broken, 401]);
    }
    // A code whose state was changed to fit.
    const { step, url } = await ask();
    const stolen = new URLSearchParams(query);
    stolen.set('state', new URL(url).searchParams.get('state')!);
    expect((await enter(step, `?${stolen.toString()}`)).status).toBe(401);
  });

  it('goes with the account, and with the link', async () => {
    await connected(database.urls.admin, async (admin) => {
      await admin.query(
        `update simpul.account set active = false where email = 'petugas@dinkes.simpul.example'`,
      );
    });
    expect((await signIn('subjek-sri')).body.code).toBe('session.notLinked');
    await connected(database.urls.admin, async (admin) => {
      await admin.query(
        `update simpul.account set active = true where email = 'petugas@dinkes.simpul.example'`,
      );
    });
    const link = (await waiting()).find(({ subject }) => subject === 'subjek-sri')!;
    expect((await api.as('admin@diskominfo').post(`/account-identities/${link.id}/ending`)).status).toBe(204);
    expect((await signIn('subjek-sri')).body.code).toBe('session.notLinked');
  });
});

describe('a house without one', () => {
  it('offers nothing and answers nothing', async () => {
    const database = await freshDatabase({ seeded: true });
    const api = await startApi(database);
    expect((await api.nobody.get('/sessions/oidc')).body).toEqual({ name: null });
    expect((await api.nobody.post('/sessions/oidc-question')).status).toBe(404);
    await api.close();
    await database.drop();
  });

  it('says that the provider is away, and opens by password all the same', async () => {
    const database = await freshDatabase({ seeded: true });
    const api = await startApi(database, {
      SIMPUL_OIDC_ISSUER: 'http://localhost:9',
      SIMPUL_OIDC_CLIENT_ID: 'simpul',
      SIMPUL_OIDC_CLIENT_SECRET: 'x',
    });
    expect(await api.nobody.post('/sessions/oidc-question')).toMatchObject({
      status: 503,
      body: { code: 'oidc.unavailable' },
    });
    expect((await api.as('petugas@dinkes').get('/inbox')).status).toBe(200);
    await api.close();
    await database.drop();
  });
});
